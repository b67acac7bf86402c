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
    /// The figure adds up several events: it says nothing of how many people one of them struck.
    var spansEvents = false
    /// Told as a part of all.
    var isPart = false
    /// Told by a frame that gives the least number.
    var isLeast = false
    /// What of the scope tells only how badly people were hurt, and that they may yet die.
    var degree: [String] = []
}

/// Finds what narrows a figure: a group, a place where only some of the people were, a figure told before to which it adds,
/// several events over which it runs.
struct CasualtyScope {
    let reading: DocumentReading
    let context: SentenceContext

    /// - Parameter drafts: the figures told before.
    func scope(of match: FrameMatch, after drafts: [EventDraft]) -> [String] {
        var scope: [String] = []
        if match.tally.quantities.count == 1, match.tally.persons.isEmpty {
            if let group = group(match) { scope.append(group) }
        }
        scope += [condition(match), degree(match)].compactMap { $0 }
        if let period = period(match) { scope.append(period) }
        if isAddition(match, after: drafts) { scope.append("further") }
        if let place = placeOfDeath(match) { scope.append(place) }
        if isOfSeveralPlaces(match) { scope.append("several places") }
        return scope
    }

    /// The events over which a figure runs, where they are more than one.
    func severalEvents(_ match: FrameMatch, event: EventMention?) -> [String] {
        let named = event.flatMap { $0.isSeveral ? reading.string($0.trigger) : nil }
        return [named, severalIncidents(match)].compactMap { $0 }
    }

    /// "six injured in a violent weekend", "two men shot dead in separate incidents": a count over more than one incident.
    private func severalIncidents(_ match: FrameMatch) -> String? {
        let near =
            max(
                match.extent.start - 8, context.range.lowerBound + 1)..<min(
                match.extent.end + 8, context.range.upperBound)
        let word = near.first { token in
            let before = context.analysis.tokens[token - 1].hash
            return Self.spells.contains(context.analysis.tokens[token].hash) && Self.violent.contains(before)
                || before == Self.separate && reading.features(token).contains(.plural)
                || Self.stretches.contains(context.analysis.tokens[token].hash) && Self.units.contains(before)
        }
        if word == nil, let toll = context.range.first(where: { isTollOfSpell($0) }) {
            return reading.string(toll..<toll + 1).lowercased()
        }
        return word.map { reading.string($0 - 1..<$0 + 1).lowercased() }
    }

    /// "[weekend] shooting death toll": a toll of all that happened in that time.
    private func isTollOfSpell(_ token: Int) -> Bool {
        Self.spells.contains(context.analysis.tokens[token].hash)
            && (1...3).contains { context.isWord("toll", token + $0) }
    }

    private static let spells = FoldedForm.hashes("weekend week month summer night")
    private static let violent = FoldedForm.hashes("violent deadly bloody")
    private static let stretches = FoldedForm.hashes("span stretch period")
    private static let units = FoldedForm.hashes("hour day week weekend month")
    private static let separate = FoldedForm("separate").hash

    /// "killed 15 people in Harrow and Tilbeck", "fifteen dead in two towns": more than any one of the places had.
    private func isOfSeveralPlaces(_ match: FrameMatch) -> Bool {
        let near =
            max(
                context.range.lowerBound, match.extent.start - 6)..<min(
                context.range.upperBound, match.extent.end + 6)
        return near.contains { token in
            guard reading.syntax.isParsed(token), let preposition = reading.syntax.dependent(of: token, .caseMarker),
                Self.locatives.contains(context.analysis.tokens[preposition].hash)
            else { return false }
            return isPlace(token) && reading.syntax.dependents(of: token).contains(where: isJoinedPlace)
                || isCountedPlace(token)
        }
    }

    private func isPlace(_ token: Int) -> Bool { reading.names.name(at: token).map { $0.type == .place } ?? false }

    /// "Harrow [and Tilbeck]"
    private func isJoinedPlace(_ token: Int) -> Bool {
        reading.relation(token) == .conjunct && reading.names.index(at: token) != nil
            && reading.syntax.dependents(of: token).contains { context.isWord("and", $0) }
    }

    /// "two [towns]"
    private func isCountedPlace(_ token: Int) -> Bool {
        context.flags(token).contains(.place) && reading.features(token).contains(.plural)
            && context.quantities.contains { $0.kind == .cardinal && $0.noun?.range.contains(token) ?? false }
    }

    private static let locatives = FoldedForm.hashes("in at across")

    /// What of the scope tells only how badly people were hurt, without leaving open whether they live.
    func settledDegree(_ match: FrameMatch) -> [String] {
        let degree = degree(match).flatMap { word in
            Self.openDegrees.contains(FoldedForm(word).hash) ? nil : word
        }
        return [condition(match), degree].compactMap { $0 }
    }

    /// "Three were in stable condition": others may be worse off; "all three" are all who live.
    private func condition(_ match: FrameMatch) -> String? {
        guard context.index.rules.attributes[match.rule].frames[match.frame].isPartial, !match.tally.isOnePerson,
            !context.isWord("all", match.tally.tokens.start - 1), !context.isWord("all", match.tally.tokens.start)
        else { return nil }
        return reading.string(match.trigger).lowercased()
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

    private static let openDegrees = FoldedForm.hashes("critically gravely critical grave")

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
    private func isAddition(_ match: FrameMatch, after drafts: [EventDraft]) -> Bool {
        let tokens = match.tally.tokens
        let rule = context.index.rules.attributes[match.rule]
        // "killed a man and also wounded three others": others than the dead.
        let isFirst = rule.attribute == "injured" && !tellsInjured(drafts)
        // The dead may have been shot as well.
        let isAmongShot =
            rule.attribute == "shot" && drafts.contains { ["deaths", "shot"].contains($0.claim.attribute) }
        if !match.tally.isOnePerson, (1...2).contains(where: { context.isWord("also", match.trigger.lowerBound - $0) })
        {
            return !isFirst
        }
        guard match.tally.quantities.count + match.tally.persons.count < 2 else { return false }
        let around = max(tokens.start - 2, context.range.lowerBound)..<min(tokens.end + 1, context.range.upperBound)
        guard let more = around.first(where: { context.flags($0).contains(.increment) && !isBoundWord($0) }) else {
            return false
        }
        // "the other four"
        if context.isWord("the", more - 1) { return true }
        return isAmongShot || !isFirst && drafts.last.map { $0.claim.rule == rule.id } ?? true
    }

    /// Somebody was told of who was hit and lives.
    private func tellsInjured(_ drafts: [EventDraft]) -> Bool {
        let dead = drafts.filter { $0.claim.attribute == "deaths" }
        return drafts.contains { draft in
            draft.claim.attribute == "injured"
                || draft.claim.attribute == "shot"
                    && !dead.contains { $0.tally.tokens.overlaps(draft.tally.tokens) }
        }
    }

    /// The "more" of "more than" adds nothing.
    private func isBoundWord(_ token: Int) -> Bool {
        context.isWord("more", token) && context.isWord("than", token + 1)
    }

    /// "One person died at the scene": others may have died elsewhere.
    private func placeOfDeath(_ match: FrameMatch) -> String? {
        guard !match.tally.quantities.isEmpty else { return nil }
        let isDeath = context.index.rules.attributes[match.rule].attribute == "deaths"
        let end = min(match.extent.end + 6, context.range.upperBound)
        for token in match.extent.end..<max(match.extent.end, end) {
            if context.isClauseMark(token) { return nil }
            // Whoever is hurt is taken to hospital.
            if !isDeath, Self.hospitals.contains(context.analysis.tokens[token].hash) { return nil }
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

    private static let hospitals = FoldedForm.hashes("hospital hospitals")
    private static let places = FoldedForm.hashes("scene hospital hospitals inside outside upstairs downstairs nearby")
}

extension DocumentReading {
    func string(_ tokens: Range<Int>) -> String { string(TokenSpan(tokens.lowerBound, tokens.upperBound)) }
}
