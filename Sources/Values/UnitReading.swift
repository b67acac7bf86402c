import Documents
import FoundationEssentials
import Language

// Units after a number and currency signs before it

extension ValueScanner {
    /// A unit that stands at a token.
    struct UnitMatch {
        /// Index into the lexicon's units.
        var unit: Int
        var tokens: Range<Int>
        /// Read by a symbol, not by a name.
        var isSymbol: Bool
    }

    func unit(_ match: UnitMatch) -> Unit { lexicon.units[match.unit] }

    /// True where some unit's name or symbol begins at a token.
    func unitStarts(at token: Int) -> Bool { unitForm(at: token) != nil }

    /// The longest name or symbol of a unit that begins at a token.
    func unitForm(at token: Int) -> UnitMatch? {
        let entry = entry(token)
        guard entry.unitEnd > entry.unitFirst else { return nil }
        for form in lexicon.unitForms[Int(entry.unitFirst)..<Int(entry.unitEnd)] {
            let end = token + 1 + form.words.count
            guard end <= range.upperBound, zip(token + 1..<end, form.words).allSatisfy({ tokens[$0].word == $1 }),
                form.symbol.map({ isWritten($0, token..<end) }) ?? true
            else { continue }
            return UnitMatch(unit: form.unit, tokens: token..<end, isSymbol: form.symbol != nil)
        }
        return nil
    }

    /// True where tokens are written with exactly these bytes, white space apart.
    private func isWritten(_ symbol: [UInt8], _ tokens: Range<Int>) -> Bool {
        var place = 0
        for token in tokens {
            let bytes = bytes(token)
            guard place + bytes.count <= symbol.count, bytes.elementsEqual(symbol[place..<place + bytes.count]) else {
                return false
            }
            place += bytes.count
        }
        return place == symbol.count
    }

    /// The unit that follows a number.
    /// - Parameter isDigits: only digits have symbols behind them.
    func unit(after token: Int, isDigits: Bool) -> UnitMatch? {
        let place = isInnerHyphen(token) ? token + 1 : token
        guard let match = unitForm(at: place) else { return nil }
        if match.isSymbol {
            guard isDigits, isSymbolHere(match), place == token || !isLetterForm(token) else { return nil }
        } else if place == token, !isPlural(match.tokens.upperBound - 1), isCompound(match) {
            return nil
        }
        return match
    }

    /// "two barrel bombs", "two bar owners": a unit's name in the singular before a plural is part of a noun; only lengths are
    /// written so ("20 foot waves").
    private func isCompound(_ match: UnitMatch) -> Bool {
        let unit = lexicon.units[match.unit]
        return unit.dimension != .length && unit.dimension != .share && isPluralNoun(match.tokens.upperBound)
    }

    /// "10-K", "8-Q": a hyphen and one capital make a name of a number.
    func isLetterForm(_ hyphen: Int) -> Bool {
        isInnerHyphen(hyphen) && bytes(hyphen + 1).count == 1 && isCapitalized(hyphen + 1)
    }

    /// A symbol of one letter is written onto the digits, or is one of those that are set apart.
    private func isSymbolHere(_ match: UnitMatch) -> Bool {
        guard match.tokens.count == 1 else { return true }
        let token = match.tokens.lowerBound
        // The prime of "2022′s" is an apostrophe.
        if !shape(token).contains(.hasLetter), isWord(token + 1), isGlued(token + 1) { return false }
        let letters = bytes(token)
        guard letters.count == 1 || letters.elementsEqual("ft.".utf8) else { return true }
        guard !isGlued(token), shape(token).contains(.hasLetter) else { return true }
        guard !isInnerHyphen(token + 1), !isMark("'", token + 1) else { return false }
        switch letters[0] {
        case UInt8(ascii: "m"), UInt8(ascii: "g"), UInt8(ascii: "l"), UInt8(ascii: "W"), UInt8(ascii: "V"),
            UInt8(ascii: "C"), UInt8(ascii: "F"), UInt8(ascii: "p"), UInt8(ascii: "t"):
            return true
        default: return false
        }
    }

    // MARK: Money

    /// The currency sign or code that ends at a token, with its first token.
    func currency(endingAt token: Int) -> UnitMatch? {
        guard contains(token), tokens[token].kind == .symbol || tokens[token].kind == .word else { return nil }
        for first in [token - 1, token] where contains(first) && first >= floor {
            guard let match = unitForm(at: first), match.tokens.upperBound == token + 1, match.isSymbol,
                lexicon.units[match.unit].dimension == .money, isPrefix(match)
            else { continue }
            return match
        }
        return nil
    }

    /// "p" and "c" stand behind their number only; codes are capitals.
    private func isPrefix(_ match: UnitMatch) -> Bool {
        let letters = bytes(match.tokens.lowerBound)
        guard match.tokens.count == 1 else { return true }
        return letters.count > 1 && letters[0] &- 0x61 >= 26 || !shape(match.tokens.lowerBound).contains(.hasLetter)
    }

    /// True where a currency's name or code begins at a token.
    func isCurrency(_ token: Int) -> Bool {
        unitForm(at: token).map { lexicon.units[$0.unit].dimension == .money } ?? false
    }

    /// A sign that stands for several currencies, told apart by the document's language where that does.
    func resolved(_ unit: Unit) -> Unit {
        guard !unit.open.isEmpty, let code = locale.currencies[unit.id], let index = lexicon.unitIndex[code] else {
            return unit
        }
        return lexicon.units[index]
    }

    // MARK: Rates

    /// "per year", "a head", "an hour", "/kg" behind a unit: the noun or unit that the figure is told for.
    func per(after token: Int) -> TokenSpan? {
        var place = token
        if isInnerHyphen(place), key(place + 1) == .a, isInnerHyphen(place + 2) {
            return TokenSpan(place + 3, place + 4)
        }
        switch key(place) {
        case .per: place += 1
        case .a, .an, .each, .every:
            guard isRateWord(place + 1) else { return nil }
            place += 1
        case .forWord where key(place + 1) == .each || key(place + 1) == .every:
            guard isRateWord(place + 2) else { return nil }
            place += 2
        case .apiece: return TokenSpan(place, place + 1)
        default:
            guard isMark("/", place), isGlued(place) else { return nil }
            place += 1
        }
        guard isWord(place), !traits(place).contains(.closesNoun) else { return nil }
        let end = unitForm(at: place)?.tokens.upperBound ?? place + 1
        return TokenSpan(place, end)
    }

    private func isRateWord(_ token: Int) -> Bool {
        if case .unit = timeWord(token) { return true }
        return key(token) == .head || key(token) == .share || key(token) == .piece || unitStarts(at: token)
    }
}
