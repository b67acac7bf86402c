import Documents
import FoundationEssentials
import Language

// "aged 52", "34-year-old", "five years old", "Josef Okundaye, 52,"

extension ValueScanner {
    /// The extent of an age whose number stands at `first..<end`; nil where the number is none.
    func ageEnd(_ numeral: Numeral, from first: Int, to end: Int) -> Range<Int>? {
        guard !numeral.isLess(than: 0), numeral.isLess(than: 2000) else { return nil }
        if let last = afterUnit(end) { return first..<last }
        guard numeral.isLess(than: 130) else { return nil }
        switch key(first - 1) {
        case .aged, .age: return isUnitLess(end) ? max(first - 1, floor)..<end : nil
        case .ages: return first..<end
        case .of where key(first - 2) == .age: return first..<end
        default: break
        }
        if continuesAges(first), !isPluralNoun(end) { return first..<end }
        if key(end) == .yo { return first..<end + 1 }
        return isApposition(first, end) && numeral.isDigits && numeral.lastPlace == 0 ? first..<end : nil
    }

    /// The 26 and the 33 of "ages 25, 26 and 33".
    private func continuesAges(_ first: Int) -> Bool {
        var next = first
        for age in mentions.quantities.reversed().prefix(12) {
            guard age.kind == .age, age.tokens.end < next, next - age.tokens.end <= 2,
                (age.tokens.end..<next).allSatisfy({ isMark(",", $0) || key($0) == .and })
            else { return false }
            let opening = [key(age.tokens.start), key(age.tokens.start - 1)]
            if opening.contains(.ages) || opening.contains(.aged) { return true }
            next = age.tokens.start
        }
        return false
    }

    /// "years old", "-year-old", "years of age", "months old"
    private func afterUnit(_ end: Int) -> Int? {
        let place = isInnerHyphen(end) ? end + 1 : end
        guard case .unit(let unit) = timeWord(place), unit.months != nil || unit == .week || unit == .day else {
            return nil
        }
        if isInnerHyphen(place + 1), isAgeWord(place + 2) { return place + 3 }
        if isAgeWord(place + 1) { return place + 2 }
        if key(place + 1) == .of, key(place + 2) == .age { return place + 3 }
        return nil
    }

    private func isAgeWord(_ token: Int) -> Bool { key(token) == .old || bytes(token).elementsEqual("olds".utf8) }

    private func isUnitLess(_ end: Int) -> Bool { !unitStarts(at: end) || !isWord(end) || key(end) == .in }

    /// The id of the unit that an age is told in.
    func ageUnit(from end: Int) -> String {
        let place = isInnerHyphen(end) ? end + 1 : end
        if case .unit(let unit) = timeWord(place) { return unit.rawValue }
        return "year"
    }

    /// A number between commas behind a name.
    private func isApposition(_ first: Int, _ end: Int) -> Bool {
        guard isMark(",", first - 1), isWord(first - 2), isCapitalized(first - 2), end - first == 1 else {
            return false
        }
        if case .month = timeWord(first - 2) { return false }
        return isMark(",", end) || isMark(".", end) || isMark(";", end) || isMark(")", end) || !contains(end)
    }
}
