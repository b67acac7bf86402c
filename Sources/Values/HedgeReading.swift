import Documents
import FoundationEssentials
import Language

// "at least", "about", "or more": what words beside a number say of it

extension ValueScanner {
    /// What was said around a number.
    struct Hedging {
        var bound: Quantity.Bound?
        var isApproximate = false

        mutating func add(_ meaning: Hedges.Meaning) {
            switch meaning {
            case .bound(let found): bound = bound ?? found
            case .approximate(let isBelow):
                isApproximate = true
                if isBelow, bound == nil { bound = .nearly }
            }
        }
    }

    /// Reads the hedges that end before a token; returns where the first of them begins.
    func hedges(before token: Int, _ hedging: inout Hedging) -> Int {
        var start = token
        while let phrase = hedge(endingAt: start - 1, before: start) {
            let first = start - phrase.words.count
            // "as many as 14 and at most": the nearer word decides.
            hedging.add(phrase.meaning)
            start = first
        }
        return start
    }

    private func hedge(endingAt last: Int, before token: Int) -> ValueLexicon.HedgePhrase? {
        guard traits(last).contains(.hedge), let phrases = lexicon.hedgesBefore[wordID(last)] else { return nil }
        for phrase in phrases {
            let first = token - phrase.words.count
            guard first >= floor,
                zip(first..<token, phrase.words).allSatisfy({ tokens[$0].word == $1 }), isHedge(phrase, first, last)
            else { continue }
            return phrase
        }
        return nil
    }

    /// Words that hedge only in some places.
    private func isHedge(_ phrase: ValueLexicon.HedgePhrase, _ first: Int, _ last: Int) -> Bool {
        guard phrase.words.count == 1 else { return true }
        switch key(first) {
        // "the estimated 300"; "c. 1850" but not a lone letter
        case .some: return !isCapitalized(first) || first == range.lowerBound
        case .over, .under, .above, .below, .about, .around:
            // "turned over 30 pages", "voted under 18": rare; a hyphen before makes it a part of a word.
            return !isHyphen(first - 1)
        default: return true
        }
    }

    /// Reads the hedge that begins at a token; returns its end.
    func hedges(after token: Int, _ hedging: inout Hedging) -> Int {
        var place = token
        if isInnerHyphen(place), traits(place + 1).contains(.hedgeAfter),
            key(place + 1) == .odd || key(place + 1) == .plus
        {
            place += 1
        } else if isInnerHyphen(place) {
            return token
        }
        guard traits(place).contains(.hedgeAfter), let phrases = lexicon.hedgesAfter[wordID(place)] else {
            return token
        }
        for phrase in phrases {
            let end = place + phrase.words.count
            guard end <= range.upperBound, zip(place..<end, phrase.words).allSatisfy({ tokens[$0].word == $1 }),
                isHedgeAfter(phrase, place, end)
            else { continue }
            hedging.add(phrase.meaning)
            return end
        }
        return token
    }

    private func isHedgeAfter(_ phrase: ValueLexicon.HedgePhrase, _ place: Int, _ end: Int) -> Bool {
        guard phrase.words.count == 1 else { return true }
        switch key(place) {
        case .plus: return isDash(place - 1)
        case .odd: return isDash(place - 1) || !isWord(end)
        case .roughly: return !contains(end) || !isWord(end) && !isNumber(end)
        default: return isGlued(place)
        }
    }
}

// MARK: - Intervals

extension ValueScanner {
    static func bounds(_ bound: Quantity.Bound, _ value: Decimal) -> Interval? {
        switch bound {
        case .atLeast: Interval(lower: value, upper: nil)
        case .moreThan: Interval(lower: value, upper: nil, lowerOpen: true)
        case .atMost: Interval(lower: nil, upper: value)
        case .lessThan: Interval(lower: nil, upper: value, upperOpen: true)
        case .nearly: nil
        }
    }

    /// What a numeral says with its hedges. A plain whole number is exact, a decimal or a multiple is rounded to its last
    /// written place, and "about" widens to half of the last place that is not zero, or to a twentieth where the number is
    /// not round.
    static func interval(_ numeral: Numeral, _ hedging: Hedging) -> Interval {
        if let bound = hedging.bound, let bounds = bounds(bound, numeral.value) { return bounds }
        if hedging.isApproximate {
            let half = max(roundness(numeral.value) / 2, numeral.precision)
            let size = numeral.value < 0 ? -numeral.value : numeral.value
            let slack = half < 1 || numeral.isFraction ? size / 20 : half
            return Interval(
                lower: numeral.value - slack, upper: hedging.bound == .nearly ? numeral.value : numeral.value + slack)
        }
        if numeral.isFraction, !numeral.isDigits || numeral.lastPlace == 0 { return fractionInterval(numeral) }
        guard numeral.lastPlace != 0 else { return Interval(exactly: numeral.value) }
        return Interval(
            lower: numeral.value - numeral.precision, upper: numeral.value + numeral.precision, upperOpen: true)
    }

    /// "a third" is said of anything near it: a twentieth of the value to both sides.
    private static func fractionInterval(_ numeral: Numeral) -> Interval {
        let slack = (numeral.value < 0 ? -numeral.value : numeral.value) / 20
        return Interval(lower: numeral.value - slack, upper: numeral.value + slack)
    }

    /// The power of ten of the last digit that is not zero: 1000 for 15,000; 0 for decimals and zero.
    private static func roundness(_ value: Decimal) -> Decimal {
        let digits = value.description.utf8
        guard !digits.contains(UInt8(ascii: ".")), value != 0 else { return 0 }
        let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        return Decimal(sign: .plus, exponent: zeros, significand: 1)
    }
}
