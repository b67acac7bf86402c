import Documents
import FoundationEssentials
import Language

// Places in an order: "the third meeting", "21st", "No. 5", "ranked fifth", "the deadliest in 20 years"

extension ValueScanner {
    /// An ordinal or a numbered place at a token; adds it and returns its end.
    mutating func rank(at place: Int) -> Int? {
        if let (position, end) = ordinal(at: place) { return addOrdinal(position, place..<end) }
        guard isNumber(place), let number = plainDigits(place), key(place - 1) == .noDot || isPlaceWord(place - 1)
        else {
            return nil
        }
        leaveAside(key(place - 1) == .noDot ? .rank : .identifier)
        guard key(place - 1) == .noDot else { return place + 1 }
        addRank(.number, number.value, place - 1..<place + 1)
        return place + 1
    }

    private func isPlaceWord(_ token: Int) -> Bool { false }

    /// "first", "twenty-first", "21st" with its end; nil for denominators and for the unit of time.
    func ordinal(at place: Int) -> (position: Int, end: Int)? {
        if isOrdinalDigits(place) {
            var value = 0
            for byte in bytes(place).dropLast(2) {
                guard byte &- 0x30 < 10, value < 1_000_000 else { return nil }
                value = value * 10 + Int(byte &- 0x30)
            }
            return (value, place + 1)
        }
        switch numberWord(place) {
        case .ordinal(let value): return (value, place + 1)
        case .tens(let tens):
            let next = isInnerHyphen(place + 1) ? place + 2 : place + 1
            guard case .ordinal(let ones) = numberWord(next), ones < 10 else { return nil }
            return (tens + ones, next + 1)
        default: return nil
        }
    }

    private mutating func addOrdinal(_ position: Int, _ tokens: Range<Int>) -> Int {
        // "one third", "a third of" are read as fractions from their first word; what comes here stands alone.
        var end = tokens.upperBound
        let next = isInnerHyphen(end) ? end + 1 : end
        if let superlative = superlativeWord(at: next) {
            addRank(.superlative, position, tokens.lowerBound..<superlative.upperBound, superlative: superlative)
            end = superlative.upperBound
        } else {
            let isPlace =
                key(end) == .place || key(tokens.lowerBound - 1) == .ranked
                || key(tokens.lowerBound - 1) == .finished || key(tokens.lowerBound - 1) == .came
            addRank(isPlace ? .place : .ordinal, position, tokens)
        }
        leaveAside(.rank)
        return end
    }

    private mutating func addRank(
        _ form: Rank.Form, _ position: Int, _ tokens: Range<Int>, superlative: Range<Int>? = nil
    ) {
        let noun = noun(from: tokens.upperBound, isOne: true)
        mentions.ranks.append(
            Rank(
                span: span(tokens), tokens: TokenSpan(tokens.lowerBound, tokens.upperBound), form: form,
                position: position, superlative: superlative.map { TokenSpan($0.lowerBound, $0.upperBound) },
                noun: noun, scope: scope(from: noun?.end ?? tokens.upperBound),
                sentence: sentence))
    }

    /// "in 20 years", "of the war", "since 1945": up to the next mark or verb.
    private func scope(from start: Int) -> TokenSpan? {
        switch key(start) {
        case .in, .of, .since, .forWord, .on, .at, .among: break
        default: return nil
        }
        var end = start + 1
        while contains(end), end < start + 7, isWord(end) || isNumber(end), key(end) != .and, key(end) != .was,
            key(end) != .isVerb
        {
            end += 1
        }
        return end > start + 1 ? TokenSpan(start, end) : nil
    }

    // MARK: Superlatives

    /// Quick look: "-est" behind an article or a possessive, or "most" before an adjective.
    func mayBeSuperlative(_ token: Int) -> Bool {
        guard tokens[token].kind == .word else { return false }
        switch key(token - 1) {
        case .the, .its, .his, .her, .their, .our, .my, .s: return superlativeWord(at: token) != nil
        default: return false
        }
    }

    /// "largest", "most expensive"
    private func superlativeWord(at token: Int) -> Range<Int>? {
        guard isWord(token) else { return nil }
        if key(token) == .most || key(token) == .least {
            let isAdjective = isWord(token + 1) && !traits(token + 1).contains(.closesNoun) && !isPlural(token + 1)
            return isAdjective ? token..<token + 2 : nil
        }
        let letters = bytes(token)
        guard letters.count > 5, letters[letters.count - 1] == UInt8(ascii: "t"),
            letters[letters.count - 2] == UInt8(ascii: "s"), letters[letters.count - 3] == UInt8(ascii: "e"),
            !isCapitalized(token), !WordLists.isNoSuperlative(letters)
        else { return nil }
        return token..<token + 1
    }

    /// "the deadliest attack in 20 years" at its superlative.
    mutating func superlative(at token: Int) -> Int? {
        guard let word = superlativeWord(at: token) else { return nil }
        addRank(.superlative, 1, word, superlative: word)
        return word.upperBound
    }
}
