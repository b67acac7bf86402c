import Documents
import Language

/// A name that a sentence uses for a place.
struct PlaceMention {
    var tokens: Range<Int>
    var text: String
}

/// Finds places by the words around a capitalised name: a preposition of place, a noun for a kind of place, or an event noun
/// that the name stands before.
struct PlaceFinder {
    let reading: DocumentReading
    let context: SentenceContext

    /// The places of the sentence in text order, each once.
    func places() -> [PlaceMention] {
        var found: [PlaceMention] = []
        func add(_ name: Range<Int>?) {
            guard let name, canBePlace(name), !found.contains(where: { $0.tokens.overlaps(name) }) else { return }
            let text = context.analysis.string(TokenSpan(name.lowerBound, name.upperBound)).collapsingWhitespace
            found.append(PlaceMention(tokens: name, text: text))
        }
        for token in context.range {
            if opensPlace(token) {
                var next = skipRegion(from: token + 1)
                while let name = name(at: next), !isDemonym(name) {
                    add(name)
                    next = following(name)
                }
            } else if let name = name(at: token),
                isFollowedByPlaceNoun(name) || isCompound(name) || isTargetOfEvent(name)
            {
                add(name)
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// What the names of the document say of the words: a person is no place, an organization only by its building.
    private func canBePlace(_ words: Range<Int>) -> Bool {
        guard let name = reading.names.name(at: words.lowerBound) else { return !context.isTitleCase }
        switch name.type {
        case .place: return true
        // "in Ardlish": a single word that the document names nowhere as a person.
        case .person: return isOneWord(words, name)
        case .organization, .event, .work, .product:
            return context.flags(words.upperBound - 1).contains(.place) || isOneWord(words, name)
        }
    }

    private func isOneWord(_ words: Range<Int>, _ name: Name) -> Bool {
        words.count == 1 && name.span.count == 1 && reading.names.all[name.first].span.count == 1
            && opensPlace(words.lowerBound - 1) && !context.isWord("on", words.lowerBound - 1)
    }

    /// "in", "near", …, and "of" after a noun for a place.
    private func opensPlace(_ token: Int) -> Bool {
        context.flags(token).contains(.locative)
            || (context.isWord("of", token) && context.flags(token - 1).contains(.place))
    }

    /// Past "the", "southern", "city of".
    private func skipRegion(from start: Int) -> Int {
        var place = start
        while place < start + 4, context.range.contains(place),
            !context.flags(place).isDisjoint(with: [.determiner, .region, .place]) || endsInErn(place)
                || context.isWord("of", place), !(context.isCapitalized(place) && !context.isTitleCase)
        {
            place += 1
        }
        return place
    }

    /// "southern", "north-eastern"
    private func endsInErn(_ token: Int) -> Bool {
        guard context.range.contains(token) else { return false }
        let span = context.analysis.tokens[token].span
        let text = context.analysis.document.text
        return span.count > 5 && text[(span.end - 3)..<span.end].elementsEqual("ern".utf8)
    }

    /// The run of capitalised words that begins at `start`; nil where none does or where it is part of a date.
    func name(at start: Int) -> Range<Int>? {
        guard isNameWord(start) else { return nil }
        var end = start + 1
        while context.range.contains(end) {
            if isNameWord(end) {
                end += 1
            } else if isJoined(end), isNameWord(end + 1) {
                end += 2
            } else {
                break
            }
        }
        return start..<end
    }

    private func isNameWord(_ token: Int) -> Bool {
        guard context.isCapitalized(token), !context.isTime(token), context.quantity(at: token) == nil else {
            return false
        }
        let flags = context.flags(token)
        let isFunction = !flags.isDisjoint(with: [.determiner, .pronoun, .preposition, .conjunction, .auxiliary])
        return context.analysis.tokens[token].kind == .word && !isFunction
    }

    /// A hyphen or a small connecting word inside a name: "Isle of Man", "Rio de Janeiro".
    private func isJoined(_ token: Int) -> Bool {
        guard !context.isTitleCase else { return false }
        if context.mark(token) == UInt8(ascii: "-") {
            return !context.analysis.tokens[token].shape.contains(.spaceBefore)
                && !context.analysis.tokens[min(token + 1, context.range.upperBound - 1)].shape.contains(.spaceBefore)
        }
        return ["of", "de", "al", "el", "la", "du", "del"].contains { context.isWord($0, token) }
            && context.flags(token - 1).isDisjoint(with: .place)
    }

    /// The place that a place leads on to: "Syria's Sweida", "Homs, Syria".
    private func following(_ name: Range<Int>) -> Int {
        var next = name.upperBound
        if context.isWord("'s", next) { return skipRegion(from: next + 1) }
        while context.flags(next).contains(.place), next < name.upperBound + 2 { next += 1 }
        let closes = [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ")")]
        guard context.mark(next) == UInt8(ascii: ","), let second = self.name(at: next + 1),
            closes.contains(context.mark(second.upperBound))
        else { return context.range.upperBound }
        return next + 1
    }

    /// "Israeli air strikes": an adjective of nationality before a noun names no place.
    private func isDemonym(_ name: Range<Int>) -> Bool {
        guard name.count == 1, context.range.contains(name.upperBound) else { return false }
        let after = context.analysis.tokens[name.upperBound]
        guard after.kind == .word, !after.shape.contains(.clitic),
            context.flags(name.upperBound).isDisjoint(with: .function.union(.place))
        else { return false }
        return hasDemonymEnding(name.lowerBound)
    }

    private func hasDemonymEnding(_ token: Int) -> Bool {
        let text = context.string(token).lowercased()
        return ["ian", "ean", "can", "ese", "ish", "eli", "iri", "aqi", "ani", "eni", "ench", "utch", "eek"].contains(
            where: text.hasSuffix)
    }

    /// "the Crocus City Hall music venue"
    private func isFollowedByPlaceNoun(_ name: Range<Int>) -> Bool {
        guard !context.isTitleCase, name.lowerBound > context.range.lowerBound || name.count > 1 else { return false }
        var next = name.upperBound
        if context.range.contains(next), context.flags(next).isEmpty, !context.isCapitalized(next),
            context.analysis.tokens[next].kind == .word
        {
            next += 1
        }
        return context.flags(next).contains(.place) && !(name.count == 1 && hasDemonymEnding(name.lowerBound))
    }

    /// "the Crocus City Hall attack", "the Moscow concert hall attack"
    private func isCompound(_ name: Range<Int>) -> Bool {
        guard !context.isTitleCase else { return false }
        var next = name.upperBound
        while next < name.upperBound + 3, context.range.contains(next), !isEventNoun(next),
            context.flags(next).contains(.place) || context.flags(next).isEmpty && !context.isCapitalized(next)
        {
            next += 1
        }
        return isEventNoun(next) && !hasDemonymEnding(name.upperBound - 1)
    }

    /// "attacked Crocus City Hall", "bombed the Lomar barracks"
    private func isTargetOfEvent(_ name: Range<Int>) -> Bool {
        var verb = name.lowerBound - 1
        if context.flags(verb).contains(.determiner) { verb -= 1 }
        guard !context.isTitleCase, context.range.contains(verb) else { return false }
        let evokes = context.index.triggers(context.word(verb)).contains { trigger in
            guard case .event = trigger.target else { return false }
            return !trigger.forms.isDisjoint(with: [.past, .gerund])
        }
        return evokes && !(name.count == 1 && hasDemonymEnding(name.lowerBound))
    }

    private func isEventNoun(_ token: Int) -> Bool {
        context.index.triggers(context.word(token)).contains { trigger in
            guard case .event = trigger.target else { return false }
            return !trigger.forms.isDisjoint(with: [.singular, .plural])
        }
    }
}
