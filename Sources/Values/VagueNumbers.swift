import Documents
import FoundationEssentials
import Language

// Numbers that name only their size: "dozens", "several hundred", "a couple", "no one"

extension ValueScanner {
    /// "dozens", "tens of thousands", "several hundred", "a few dozen", "a handful of", "a couple of".
    ///
    /// "hundreds" is said of anything from a hundred up to a thousand; "several" of three to nine, "a couple" of two or
    /// three, "a handful" of two to ten.
    mutating func vague(at place: Int) -> Int? {
        if case .vague(let factor) = numberWord(place) {
            if isNumber(place - 1) || numberWordEnds(before: place) { return nil }
            return addVague(low: Decimal(factor), high: Decimal(factor) * 10, tokens: place..<place + 1)
        }
        var start = place
        if key(place) == .a { start += 1 }
        switch key(start) {
        case .several: return severalScale(from: place, to: start, low: 3, high: 10)
        case .few: return start > place ? severalScale(from: place, to: start, low: 2, high: 10) : nil
        case .couple where start > place && key(start + 1) == .of:
            return severalScale(from: place, to: start, low: 2, high: 4)
                ?? addVague(low: 2, high: 4, tokens: place..<start + 1)
        case .handful where start > place && key(start + 1) == .of:
            return addVague(low: 2, high: 11, tokens: place..<start + 1)
        default: return nil
        }
    }

    private func numberWordEnds(before place: Int) -> Bool {
        switch numberWord(place - 1) {
        case .ones, .tens, .hundred, .scale: true
        default: false
        }
    }

    /// "several hundred", "a few dozen", "a couple of thousand"
    private mutating func severalScale(from first: Int, to word: Int, low: Decimal, high: Decimal) -> Int? {
        var place = word + 1
        if key(place) == .of { place += 1 }
        let size: Decimal
        switch numberWord(place) {
        case .hundred: size = 100
        case .scale(let power): size = Decimal(sign: .plus, exponent: power, significand: 1)
        case .group(let count): size = Decimal(count)
        case .vague(let count) where count == 12: size = 12
        case .none, .ones, .tens, .shortScale, .ordinal, .denominator, .half, .vague: return nil
        }
        return addVague(low: low * size, high: high * size, tokens: first..<place + 1)
    }

    private mutating func addVague(low: Decimal, high: Decimal, tokens: Range<Int>) -> Int {
        var (low, high) = (low, high)
        var end = tokens.upperBound
        while key(end) == .of, case .vague(let next) = numberWord(end + 1), next >= 100 {
            low *= Decimal(next)
            high *= Decimal(next)
            end += 2
        }
        var hedging = Hedging()
        let start = hedges(before: tokens.lowerBound, &hedging)
        let isOpen = hedging.bound == .atLeast || hedging.bound == .moreThan
        let interval = Interval(lower: low, upper: isOpen ? nil : high, upperOpen: true)
        var kind = Quantity.Kind.cardinal
        var found: Unit?
        let counted = key(end) == .of ? end + 1 : end
        let number = tokens.lowerBound..<end
        if let match = unit(after: counted, isDigits: false) {
            found = resolved(unit(match))
            kind = unit(match).dimension == .money ? .money : unit(match).dimension == .time ? .duration : .measure
            end = match.tokens.upperBound
        }
        append(
            Quantity(
                span: span(start..<end), tokens: TokenSpan(start, end), figure: TokenSpan(number.lowerBound, end),
                number: TokenSpan(number.lowerBound, number.upperBound), value: nil, bounds: interval,
                bound: hedging.bound, approximate: true, interval: interval, precision: low / 2, unit: found, per: nil,
                kind: kind, noun: kind == .cardinal ? noun(from: counted, isOne: false) : nil, isDigits: false,
                sentence: sentence))
        return end
    }

    /// "no one was hurt", "no casualties", "none of the crew": zero of what is counted.
    mutating func none(at place: Int) -> Int? {
        let noun: TokenSpan?
        if key(place) == .no, traits(place + 1).contains(.countable) {
            noun = TokenSpan(place + 1, place + 2)
        } else if let end = nobodyEnd(place), isBe(end) {
            noun = nil
        } else {
            return nil
        }
        let end = noun == nil && key(place) == .no ? place + 2 : place + 1
        append(
            Quantity(
                span: span(place..<end), tokens: TokenSpan(place, end), figure: TokenSpan(place, end),
                number: TokenSpan(place, end), value: 0, bounds: nil, bound: nil, approximate: false,
                interval: Interval(exactly: 0), precision: Decimal(sign: .plus, exponent: -1, significand: 5),
                unit: nil,
                per: nil, kind: .cardinal, noun: noun, isDigits: false, sentence: sentence))
        return noun?.end ?? end
    }

    /// The end of "nobody" or "no one".
    private func nobodyEnd(_ place: Int) -> Int? {
        if key(place) == .nobody { return place + 1 }
        return key(place) == .no && key(place + 1) == .one ? place + 2 : nil
    }

    private func isBe(_ token: Int) -> Bool {
        switch key(token) {
        case .was, .were, .has, .had, .isVerb: true
        default: false
        }
    }

    /// "twice as many", "three times more", "threefold", "double the number": one as a multiple of another.
    mutating func multiple(at place: Int) -> Int? {
        guard let (value, end) = multipleWord(at: place) else { return nil }
        var hedging = Hedging()
        let start = hedges(before: place, &hedging)
        let numeral = Numeral(tokens: place..<end, value: value, lastPlace: 0, isDigits: isNumber(place))
        append(
            Quantity(
                span: span(start..<end), tokens: TokenSpan(start, end), figure: TokenSpan(place, end),
                number: TokenSpan(place, end), value: value, bounds: hedging.bound.flatMap { Self.bounds($0, value) },
                bound: hedging.bound, approximate: hedging.isApproximate, interval: Self.interval(numeral, hedging),
                precision: numeral.precision, unit: lexicon.unitIndex["times"].map { lexicon.units[$0] }, per: nil,
                kind: .multiple, noun: nil, isDigits: numeral.isDigits, sentence: sentence))
        return end
    }

    private func multipleWord(at place: Int) -> (value: Decimal, end: Int)? {
        let isCompared =
            key(place + 1) == .the
            || key(place + 1) == .as && (key(place + 2) == .many || key(place + 2) == .much || key(place + 3) == .as)
        switch key(place) {
        case .twice, .thrice: return isCompared ? (key(place) == .twice ? 2 : 3, place + 1) : nil
        default: break
        }
        guard (place + 1..<place + 5).contains(where: { key($0) == .times || key($0) == .fold }),
            let numeral = numeral(at: place), numeral.value > 0, numeral.scale == 0
        else { return nil }
        let end = numeral.tokens.upperBound
        if key(end) == .times, isComparison(end + 1) { return (numeral.value, end + 1) }
        if isInnerHyphen(end), key(end + 1) == .fold { return (numeral.value, end + 2) }
        return nil
    }

    private func isComparison(_ token: Int) -> Bool {
        switch key(token) {
        case .as, .more, .less, .higher, .lower, .larger, .the, .greater: return true
        default: break
        }
        let letters = bytes(token)
        return letters.count > 4 && letters[letters.count - 1] == UInt8(ascii: "r")
            && letters[letters.count - 2] == UInt8(ascii: "e") && isComparativeThan(token)
    }

    private func isComparativeThan(_ token: Int) -> Bool { key(token + 1) == .than }
}
