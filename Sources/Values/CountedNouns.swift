import Documents
import Language

// The noun phrase that a number counts

extension ValueScanner {
    /// The noun phrase that follows a number: up to its first plural, or to a word that no noun phrase holds.
    func noun(from start: Int, isOne: Bool) -> TokenSpan? {
        var place = start
        if key(place) == .of {
            place += 1
            while key(place) == .the || key(place) == .those || key(place) == .these { place += 1 }
            // "one of the five members"
            if let inner = numeral(at: place), !isTime(place) { place = inner.tokens.upperBound }
        } else if key(place) == .more || key(place) == .others {
            place += 1
        }
        let first = place
        while place < first + 5, contains(place), isNounWord(place) {
            place += 1
            if isPlural(place - 1) || isOne && place > first + 1 { break }
        }
        return place > first ? TokenSpan(first, place) : nil
    }

    private func isNounWord(_ token: Int) -> Bool {
        let mark = tokens[token]
        guard mark.kind == .word, !mark.shape.contains(.clitic), !traits(token).contains(.closesNoun), !isTime(token)
        else { return false }
        let letters = bytes(token)
        let isParticiple = letters.count > 4 && (endsWith("ed", letters) || endsWith("ing", letters))
        // "four armed men", not "145 killed in the attack"
        return !isParticiple || isPluralNoun(token + 1)
    }

    private func endsWith(_ ending: StaticString, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard letters.count >= length else { return false }
        return (0..<length).allSatisfy { ending.utf8Start[$0] == letters[letters.count - length + $0] }
    }

    /// A plural by its ending, or one of those that have none.
    func isPlural(_ token: Int) -> Bool {
        if traits(token).contains(.plural) { return true }
        let letters = bytes(token)
        guard letters.count > 3, letters[letters.count - 1] == UInt8(ascii: "s") else { return false }
        let before = letters[letters.count - 2]
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }

    /// A plural in small letters, as a noun that is counted.
    func isPluralNoun(_ token: Int) -> Bool {
        isWord(token) && !isCapitalized(token) && isPlural(token) && !traits(token).contains(.closesNoun)
    }

    /// A noun in small letters, a unit or a state ("145 dead") may follow.
    func isCounted(_ token: Int) -> Bool {
        guard contains(token), tokens[token].kind == .word || tokens[token].kind == .symbol else { return false }
        guard !isCapitalized(token) else { return false }
        return !traits(token).contains(.closesNoun) || traits(token).contains(.state)
    }

    /// True for tokens of dates and times.
    func isTime(_ token: Int) -> Bool { timeRanges.contains { $0.contains(token) } }
}
