import FoundationEssentials
import Language

// Numbers that are no quantities, and why

extension ValueScanner {
    /// What a number token is that does not read as a numeral.
    func unreadReason(_ token: Int) -> LeftAside {
        let bytes = bytes(token)
        if bytes.contains(UInt8(ascii: ":")) { return .dateOrTime }
        if isOrdinalDigits(token) { return .rank }
        let letters = bytes.contains { ($0 | 0x20) &- 0x61 < 26 }
        if !letters, bytes.contains(UInt8(ascii: "-")) { return .phone }
        if !letters, bytes.filter({ $0 == UInt8(ascii: ".") }).count > 1 { return .version }
        return letters ? .identifier : .unreadable
    }

    /// "21st"
    func isOrdinalDigits(_ token: Int) -> Bool {
        let bytes = bytes(token)
        guard bytes.count > 2, isNumber(token), bytes[0] &- 0x30 < 10 else { return false }
        let ending = (bytes[bytes.count - 2] | 0x20, bytes[bytes.count - 1] | 0x20)
        return ending == (0x73, 0x74) || ending == (0x6E, 0x64) || ending == (0x72, 0x64) || ending == (0x74, 0x68)
    }

    /// Why a numeral counts nothing; nil where it does.
    func reasonAgainst(_ numeral: Numeral) -> LeftAside? {
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        if isMark("#", first - 1) { return .identifier }
        if isPartOfName(numeral) { return .identifier }
        if numeral.isDigits, labels(first - 1), !hasUnit(next), !isPluralNoun(next) { return .identifier }
        if numeral.isDigits, isPartOfList(first, next) { return .identifier }
        if numeral.value == 1, !numeral.isDigits, isPronoun(first, next) { return .pronoun }
        return nil
    }

    private func hasUnit(_ next: Int) -> Bool { unit(after: next, isDigits: true) != nil }

    /// "room 12", "version 5", "page 3", "No. 5"
    private func labels(_ token: Int) -> Bool {
        switch key(token) {
        case .noDot, .nos, .version, .chapter, .section, .article, .artDot, .page, .room, .flight, .route, .highway,
            .channel, .episode, .seasonWord, .level, .phase, .exit, .track, .gate, .platform, .line, .building, .model,
            .type, .suite, .apartment, .flat, .box, .ward, .district, .division, .zip, .code, .street, .avenue, .road,
            .lane, .series, .category, .stage, .grade, .tier, .group, .part, .step, .volume, .act, .formula, .area,
            .unit:
            return true
        case .number: return key(token - 1) != .a
        default: return false
        }
    }

    /// "Pier 9", "iPhone 11", "Boeing 737", "the 787 Dreamliner", "Covid-19"
    private func isPartOfName(_ numeral: Numeral) -> Bool {
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        guard numeral.isDigits, numeral.scale == 0, currency(endingAt: first - 1) == nil, !hasUnit(next) else {
            return false
        }
        if isInnerHyphen(first - 1), isWord(first - 2), !traits(first - 2).contains(.opensNumber) { return true }
        if isHouseNumber(next) || isLetterForm(next) { return true }
        if isMark("/", first - 1), isGlued(first), isGlued(first - 1) { return true }
        var hedging = Hedging()
        guard hedges(before: first, &hedging) == first else { return false }
        let before = first - 1
        // "Tom Reeve 13,318": no name has a comma among its digits.
        let isGrouped = bytes(first).contains(UInt8(ascii: ","))
        if before > range.lowerBound || isWord(before) && shape(before).contains(.allCapitals) {
            let isName =
                isWord(before) && hasCapital(before) && shape(first).contains(.spaceBefore)
                && !traits(before).contains(.closesNoun) && !isGrouped
            if isName, !isCounted(next) || isMark("'", next) { return true }
            // "Kestrel 5.0 needed"
            if isName, numeral.lastPlace < 0, !isPluralNoun(next) { return true }
        }
        // A number of three digits between an article and a name: "the 787 Dreamliner".
        let isModel = numeral.value >= 100 && !isGrouped
        return isModel && isCapitalized(next) && isWord(next) && !isPlural(next) && !isNounHead(after: next)
            && !(contains(next + 1) && isWord(next + 1))
    }

    /// "575 Wilbraham Road", "9 E 71st St"
    private func isHouseNumber(_ next: Int) -> Bool {
        for token in next..<next + 4 where contains(token) {
            guard isCapitalized(token) || isNumber(token) else { return false }
            switch key(token) {
            case .zip, .street, .st, .road, .rd, .avenue, .ave, .lane, .drive, .way, .boulevard: return token > next
            default: break
            }
        }
        return false
    }

    /// "Pier", "iPhone"
    private func hasCapital(_ token: Int) -> Bool {
        isCapitalized(token) || bytes(token).contains { $0 &- 0x41 < 26 }
    }

    private func isNounHead(after token: Int) -> Bool { isPluralNoun(token + 1) || isPluralNoun(token + 2) }

    /// "3-2-1", "192.168": digits tied to digits on either side.
    private func isPartOfList(_ first: Int, _ next: Int) -> Bool {
        let before = isHyphen(first - 1) && isGlued(first) && isNumber(first - 2)
        return before && !isCounted(next) && !hasUnit(next)
    }

    /// "one" without a noun: "this one", "one another", "no one".
    private func isPronoun(_ first: Int, _ next: Int) -> Bool {
        switch key(first - 1) {
        case .no, .this, .that, .each, .every, .any, .which, .another, .the, .some, .only:
            if !isCounted(next) || key(first - 1) == .no || key(first - 1) == .any || key(first - 1) == .some {
                return true
            }
        case .not: return true
        default: break
        }
        switch key(next) {
        case .of, .more, .or, .to: return false
        case .another, .day: return true
        default: break
        }
        if isDash(next) { return !hasUnit(next) }
        var hedging = Hedging()
        if hedges(before: first, &hedging) < first { return false }
        return !isCounted(next) && !hasUnit(next)
    }
}
