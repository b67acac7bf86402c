import FoundationEssentials
import Language

// Lengths of time: "a decade", "71 hours", "an hour and a half", "three months and two weeks", "3h"

/// A length of time as it was told.
struct TimeLength {
    var tokens: Range<Int>
    /// Whole numbers of units, a part of a unit in days or seconds where it can be.
    var steps: [(count: Int, unit: TimeUnit)]
    var timex: String
    var seconds: Decimal
    var grain: TimeExpression.Grain
    /// A number was told, not just "a" or "few".
    var isCounted: Bool
}

extension ValueScanner {
    /// The length that begins at a token: one or more numbers of units.
    /// - Parameter isCounted: "the last months" and "last month" are no lengths.
    func length(at place: Int, isCounted: Bool) -> TimeLength? {
        guard var length = singleLength(at: place) else { return nil }
        if isCounted, !length.isCounted { return nil }
        while true {
            let end = length.tokens.upperBound
            let next = key(end) == .and || isMark(",", end) && length.isCounted ? end + 1 : end
            guard isNumber(next) || traits(next).contains(.opensNumber), let more = singleLength(at: next),
                more.isCounted,
                isPart(more, of: length), !endsOtherwise(more.tokens.upperBound)
            else { return length }
            length.steps += more.steps
            length.seconds += more.seconds
            let tail = more.timex.dropFirst(more.timex.hasPrefix("PT") ? 2 : 1)
            length.timex += more.timex.hasPrefix("PT") && !length.timex.contains("T") ? "T" + tail : String(tail)
            length.grain = more.grain
            length.tokens = length.tokens.lowerBound..<more.tokens.upperBound
        }
    }

    /// "an hour and 20 minutes", not "a decade and 71 hours".
    private func isPart(_ more: TimeLength, of length: TimeLength) -> Bool {
        guard let unit = length.steps.last?.unit, let part = more.steps.first?.unit else { return false }
        return part.seconds < unit.seconds && unit.seconds <= part.seconds * 366
    }

    /// "2 weeks and 2 days ago": the second is a date of its own.
    private func endsOtherwise(_ end: Int) -> Bool { key(end) == .ago || key(end) == .later || key(end) == .earlier }

    private func singleLength(at place: Int) -> TimeLength? {
        guard unitIsNear(place) else { return nil }
        if let length = vagueLength(at: place) { return length }
        var count = Decimal(1)
        var whole: Int? = 1
        var unitPlace = place + 1
        var isCounted = true
        if let numeral = numeralOrHalf(at: place) {
            count = numeral.value
            whole = numeral.whole
            unitPlace = numeral.tokens.upperBound
            if isInnerHyphen(unitPlace) { unitPlace += 1 } else if isMark("-", unitPlace) { return nil }
            if numeral.isFraction, key(unitPlace) == .a || key(unitPlace) == .an { unitPlace += 1 }
        } else if key(place) == .a || key(place) == .an || key(place) == .another {
            isCounted = false
        } else {
            return nil
        }
        guard let unit = unitOfTime(unitPlace), whole.map({ $0 >= 0 }) ?? (count >= 0) else { return nil }
        var end = unitPlace + 1
        if isPartOfAge(end) { return nil }
        // "an hour and a half", "one year and a quarter"
        if let (part, last) = fractionBehind(end) {
            count += part
            whole = nil
            end = last
            isCounted = true
        }
        return whole.flatMap { makeLength(place..<end, whole: $0, unit, isCounted) }
            ?? makeLength(place..<end, count, unit, isCounted)
    }

    /// True where a unit of time stands within the few tokens that a number can have.
    private func unitIsNear(_ place: Int) -> Bool {
        for token in place + 1..<place + 9 {
            guard contains(token), tokens[token].kind == .word || tokens[token].kind == .number || isDash(token) else {
                return false
            }
            if case .unit = timeWord(token) { return true }
            if isGlued(token), bytes(token).count == 1 { return true }
        }
        return false
    }

    /// "half an hour", "½ hour", "two and a half"
    private func numeralOrHalf(at place: Int) -> Numeral? {
        if isNumber(place) || traits(place).contains(.opensNumber) {
            if let numeral = numeral(at: place) { return numeral.scale <= 3 || numeral.value > 0 ? numeral : nil }
            if case .half = numberWord(place), key(place + 1) == .a || key(place + 1) == .an,
                unitOfTime(place + 2) != nil
            {
                return Numeral(
                    tokens: place..<place + 1, value: Decimal(sign: .plus, exponent: -1, significand: 5), lastPlace: 0,
                    isDigits: false, isFraction: true)
            }
        }
        return nil
    }

    /// A unit of time by its name, or by a letter on the digits ("3h").
    private func unitOfTime(_ token: Int) -> TimeUnit? {
        if case .unit(let unit) = timeWord(token) {
            // "an SEC filing"
            let isName = shape(token).contains(.allCapitals) && bytes(token).count == 3 && !isNumber(token - 1)
            return unit == .quarter || isName ? nil : unit
        }
        let bytes = bytes(token)
        guard bytes.count == 1, isGlued(token), isNumber(token - 1),
            !isWord(token + 1) || shape(token + 1).contains(.spaceBefore)
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "h"): return .hour
        case UInt8(ascii: "d"): return .day
        case UInt8(ascii: "y"): return .year
        default: return nil
        }
    }

    private func isPartOfAge(_ end: Int) -> Bool {
        key(end) == .old || isInnerHyphen(end) && key(end + 1) == .old || key(end) == .of && key(end + 1) == .age
    }

    private func fractionBehind(_ end: Int) -> (Decimal, Int)? {
        guard key(end) == .and else { return nil }
        let place = key(end + 1) == .a ? end + 2 : end + 1
        switch numberWord(place) {
        case .half: return (Decimal(sign: .plus, exponent: -1, significand: 5), place + 1)
        case .denominator(4) where place == end + 2:
            return (Decimal(sign: .plus, exponent: -2, significand: 25), place + 1)
        default: return nil
        }
    }

    /// "few hours", "several days", "some days", "a couple of weeks": three of them, two for a couple.
    private func vagueLength(at place: Int) -> TimeLength? {
        var word = place
        if key(word) == .a { word += 1 }
        let count: Int
        switch key(word) {
        case .few, .several: count = 3
        case .some where word == place: count = 3
        case .couple where key(word + 1) == .of:
            count = 2
            word += 1
        default: return nil
        }
        guard case .unit(let unit) = timeWord(word + 1), unit != .second, unit != .quarter,
            isPlural(word + 1) || bytes(word + 1).count == 3
        else { return nil }
        return makeLength(place..<word + 2, whole: count, unit, true)
    }

    /// The length of a whole number of units; nil where it is too large to be reckoned with integers.
    private func makeLength(_ tokens: Range<Int>, whole: Int, _ unit: TimeUnit, _ isCounted: Bool) -> TimeLength? {
        guard (0..<1_000_000).contains(whole) else { return nil }
        return TimeLength(
            tokens: tokens, steps: [(whole, unit)], timex: Timex.duration(whole, unit),
            seconds: Decimal(whole * unit.seconds), grain: Self.grain(unit), isCounted: isCounted)
    }

    private func makeLength(_ tokens: Range<Int>, _ count: Decimal, _ unit: TimeUnit, _ isCounted: Bool) -> TimeLength?
    {
        guard count < 1_000_000_000_000 else { return nil }
        let whole = count.truncated
        var steps = [(count: whole, unit: unit)]
        if Decimal(whole) != count {
            let rest = (count - Decimal(whole)) * Decimal(unit.months ?? unit.seconds)
            let part = rest.truncated
            steps.append(unit.months != nil ? (part, .month) : unit.isOfClock ? (part, .second) : (part / 86_400, .day))
        }
        return TimeLength(
            tokens: tokens, steps: steps, timex: Timex.duration(count, unit), seconds: count * Decimal(unit.seconds),
            grain: Self.grain(unit), isCounted: isCounted)
    }

    /// "all day", "all week", "the entire month", "the whole year"
    func wholeUnit(at place: Int) -> TimeLength? {
        var word = place
        if key(word) == .the { word += 1 }
        guard key(word) == .all && word == place || key(word) == .entire || key(word) == .whole || key(word) == .full,
            case .unit(let unit) = timeWord(word + 1), !isPlural(word + 1)
        else { return nil }
        return makeLength(place..<word + 2, whole: 1, unit, false)
    }
}
