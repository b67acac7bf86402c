import Documents
import Language
import Values

/// A claim of a figure of an event, before it is settled what the figure covers.
struct EventDraft {
    var claim: Claim
    /// Index of the event's record in the discourse.
    var record: Int
    var tally: Tally
    /// Trigger and value.
    var extent: TokenSpan
    /// Told as a part of all.
    var isPart = false
}

/// Finds what narrows a figure: a group, a place where only some of the people were, a figure told before to which it adds,
/// several events over which it runs.
struct CasualtyScope {
    let reading: DocumentReading
    let context: SentenceContext

    /// - Parameter drafts: the figures told before.
    func scope(of match: FrameMatch, event: EventMention?, after drafts: [EventDraft]) -> [String] {
        var scope: [String] = []
        if match.tally.quantities.count == 1, match.tally.persons.isEmpty {
            if let group = group(match) { scope.append(group) }
        }
        if context.index.rules.attributes[match.rule].frames[match.frame].isPartial, !match.tally.isOnePerson {
            scope.append(reading.string(match.trigger).lowercased())
        }
        if let degree = degree(match) { scope.append(degree) }
        if let period = period(match) { scope.append(period) }
        if isAddition(match, after: drafts.last?.claim) { scope.append("further") }
        if let place = placeOfDeath(match) { scope.append(place) }
        if let event, event.isSeveral { scope.append(reading.string(event.trigger)) }
        return scope
    }

    /// "Two were critically injured": others may have been slightly.
    private func degree(_ match: FrameMatch) -> String? {
        let near =
            max(
                match.trigger.lowerBound - 2, context.range.lowerBound)..<max(
                match.trigger.upperBound, min(match.extent.end, match.trigger.upperBound + 5))
        return near.first { Self.degrees.contains(context.analysis.tokens[$0].hash) }.map {
            reading.string($0..<$0 + 1).lowercased()
        }
    }

    private static let degrees = Set(
        """
        critically seriously severely gravely badly slightly lightly critical serious severe grave minor
        """.split(whereSeparator: \.isWhitespace).map { FoldedForm(String($0)).hash })

    /// The group that is counted: by the noun of the number, or the noun after "three dead …".
    private func group(_ match: FrameMatch) -> String? {
        let quantity = match.tally.quantities[0]
        if context.isPartOfPeople(quantity) {
            let part = TokenSpan(context.quantities[quantity].number.end, match.tally.tokens.end)
            return reading.string(part).lowercased()
        }
        // "took 12 hostages": what the attribute itself says.
        if let head = context.head(of: quantity), evokes(head, match.rule) { return nil }
        if let group = context.group(of: quantity, trigger: match.trigger) { return group }
        let next = match.trigger.upperBound
        guard match.tally.tokens.end <= next, match.trigger.lowerBound <= match.tally.tokens.end,
            context.range.contains(next), reading.part(next) == .noun,
            context.flags(next).isDisjoint(with: [.anyone, .increment]), !context.isTitleCase
        else { return nil }
        return reading.string(next..<next + 1)
    }

    private func evokes(_ noun: Int, _ rule: Int) -> Bool {
        context.flags(noun).contains(.person)
            && context.index.triggers(context.word(noun)).contains { trigger in
                if case .frame(rule, _) = trigger.target { true } else { false }
            }
    }

    /// "So far this year, 150 people have been murdered": the count of a long time that goes on, not of one event.
    private func period(_ match: FrameMatch) -> String? {
        guard let published = context.analysis.document.metadata.published else { return nil }
        let near = match.extent.start - 6..<match.extent.end + 6
        let long = context.times.first { time in
            near.contains(time.tokens.start)
                && (time.interval.map { $0.days > 60 && $0.first <= published.first && published.first <= $0.last }
                    ?? false)
        }
        return long.map { reading.string($0.tokens) }
    }

    /// "Nine were killed and 40 more hurt" adds nothing to the hurt; "40 more were hurt" after others that were hurt does.
    private func isAddition(_ match: FrameMatch, after last: Claim?) -> Bool {
        let tokens = match.tally.tokens
        if !match.tally.isOnePerson, (1...2).contains(where: { context.isWord("also", match.trigger.lowerBound - $0) })
        {
            return true
        }
        guard match.tally.quantities.count + match.tally.persons.count < 2 else { return false }
        let around = max(tokens.start - 2, context.range.lowerBound)..<min(tokens.end + 1, context.range.upperBound)
        guard let more = around.first(where: { context.flags($0).contains(.increment) && !isBoundWord($0) }) else {
            return false
        }
        // "the other four"
        if context.isWord("the", more - 1) { return true }
        return last.map { $0.rule == context.index.rules.attributes[match.rule].id } ?? true
    }

    /// The "more" of "more than" adds nothing.
    private func isBoundWord(_ token: Int) -> Bool {
        context.isWord("more", token) && context.isWord("than", token + 1)
    }

    /// "One person died at the scene": others may have died elsewhere.
    private func placeOfDeath(_ match: FrameMatch) -> String? {
        guard !match.tally.quantities.isEmpty else { return nil }
        let end = min(match.extent.end + 6, context.range.upperBound)
        for token in match.extent.end..<max(match.extent.end, end) {
            if context.isClauseMark(token) { return nil }
            if Self.places.contains(context.analysis.tokens[token].hash), !leadsOn(token + 1) {
                return reading.string(TokenSpan(token, token + 1)).lowercased()
            }
        }
        return nil
    }

    /// "outside a bar"
    private func leadsOn(_ token: Int) -> Bool {
        guard context.range.contains(token) else { return false }
        switch reading.part(token) {
        case .determiner, .noun, .properNoun, .pronoun, .numeral, .adjective: return true
        default: return context.isWord("of", token)
        }
    }

    private static let places = Set(
        ["scene", "hospital", "hospitals", "inside", "outside", "upstairs", "downstairs", "nearby"].map {
            FoldedForm($0).hash
        })
}

extension DocumentReading {
    func string(_ tokens: Range<Int>) -> String { string(TokenSpan(tokens.lowerBound, tokens.upperBound)) }
}
