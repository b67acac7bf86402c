import FoundationEssentials
import Language

// "two-thirds", "a third of", "one eighth", "five and a half", "three million and a half"

extension ValueScanner {
    /// A fraction in words that begins at a token.
    func fractionInWords(at token: Int) -> Numeral? {
        if case .half = numberWord(token) { return half(at: token) }
        let isArticle = key(token) == .a || key(token) == .an
        if isArticle, case .half = numberWord(token + 1) {
            guard var numeral = half(at: token + 1) else { return nil }
            numeral.tokens = token..<numeral.tokens.upperBound
            return numeral
        }
        var place = token + 1
        var top = 1
        if !isArticle {
            guard case .ones(let value) = numberWord(token), value > 0 else { return nil }
            top = value
            if isDash(place) { place += 1 }
        }
        guard let (bottom, end) = denominator(at: place, isPlural: top > 1) else { return nil }
        guard top > 1 || isFractionContext(before: token, after: end, isArticle: isArticle) else { return nil }
        return Numeral(
            tokens: token..<end, value: Decimal(top) / Decimal(bottom), lastPlace: 0, isDigits: false,
            isFraction: true)
    }

    /// "half" of something: not the half of a year or a game, nor "half-brother".
    private func half(at token: Int) -> Numeral? {
        let before = token - 1
        if case .ordinal = numberWord(before) { return nil }
        let isBare =
            key(token + 1) == .of || key(token + 1) == .the || key(token + 1) == .its || key(token + 1) == .their
        let precedes =
            key(before) == .by || key(before) == .than || key(before) == .about || key(before) == .nearly
            || key(before) == .almost || key(before) == .over || key(before) == .roughly || key(before) == .a
            || key(before) == .to
        guard isBare || precedes, !isDash(token + 1) else { return nil }
        return Numeral(
            tokens: token..<token + 1, value: Decimal(sign: .plus, exponent: -1, significand: 5), lastPlace: 0,
            isDigits: false, isFraction: true)
    }

    /// "thirds", "third", "twenty-firsts", "hundredth"
    func denominator(at token: Int, isPlural: Bool) -> (value: Int, end: Int)? {
        switch numberWord(token) {
        case .denominator(let value):
            return isPlural || value == 4 && key(token) != .quarters ? (value, token + 1) : nil
        case .ordinal(let value) where value > 2: return isPlural ? nil : (value, token + 1)
        case .half where isPlural: return (2, token + 1)
        case .tens(let tens):
            let place = isInnerHyphen(token + 1) ? token + 2 : token + 1
            switch numberWord(place) {
            case .denominator(let ones) where isPlural && ones < 10: return (tens + ones, place + 1)
            case .ordinal(let ones) where !isPlural && ones < 10: return (tens + ones, place + 1)
            default: return nil
            }
        default: return nil
        }
    }

    /// "a third of" and "by a third" are parts, "a third meeting" is a rank.
    private func isFractionContext(before token: Int, after end: Int, isArticle: Bool) -> Bool {
        if key(end) == .of { return true }
        if isDash(token + 1) { return !isInnerHyphen(end) }
        guard !isWord(end) || traits(end).contains(.closesNoun) else { return false }
        if !isArticle { return true }
        switch key(token - 1) {
        case .by, .than, .about, .nearly, .almost, .over, .under, .around, .roughly, .to, .and: return true
        default: return token == range.lowerBound && end == range.upperBound
        }
    }

    /// "five and a half", "five-and-a-half", "twenty and three fifths", "3 million and a half"
    func addFraction(_ numeral: inout Numeral) {
        var place = numeral.tokens.upperBound
        let isHyphenated = isInnerHyphen(place)
        if isHyphenated { place += 1 }
        guard key(place) == .and else { return }
        place += 1
        if isHyphenated, isInnerHyphen(place) { place += 1 }
        var end = place
        let isArticle = key(place) == .a || key(place) == .an
        if isArticle { end = isHyphenated && isInnerHyphen(place + 1) ? place + 2 : place + 1 }
        let part: Decimal
        if case .half = numberWord(end) {
            part = Decimal(sign: .plus, exponent: -1, significand: 5)
            end += 1
        } else if isArticle, let (bottom, after) = denominator(at: end, isPlural: false) {
            guard !isWord(after) || traits(after).contains(.closesNoun) || unitStarts(at: after) || bottom == 4 else {
                return
            }
            part = 1 / Decimal(bottom)
            end = after
        } else if !isArticle, let fraction = fractionInWords(at: place) {
            part = fraction.value
            end = fraction.tokens.upperBound
        } else {
            return
        }
        // "3 million and a half" is half a million more; "one billion and a half million" says of what.
        var power = numeral.scale >= 5 ? numeral.scale : 0
        if numeral.scale > 0, case .scale(let own) = numberWord(end) {
            power = own
            end += 1
        }
        numeral.set(numeral.value + part * Decimal(sign: .plus, exponent: power, significand: 1))
        numeral.lastPlace = min(numeral.lastPlace, numeral.scale > 0 ? numeral.scale - 1 : 0)
        numeral.tokens = numeral.tokens.lowerBound..<end
        numeral.isFraction = true
        if numeral.scale == 0, case .scale(let power) = numberWord(end) { numeral.multiply(power: power, end: end + 1) }
    }
}
