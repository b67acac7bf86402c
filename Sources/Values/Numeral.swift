import Documents
import FoundationEssentials
import Language

/// A numeral as written: digits, words, or both ("3.4 million").
struct Numeral {
    var tokens: Range<Int>
    var value: Decimal
    /// Power of ten of the last digit that was written: 0 for 145, 5 for "1.2 million", 3 for "12 thousand".
    var lastPlace: Int
    var isDigits: Bool

    /// One half in the last written place.
    var precision: Decimal { Decimal(sign: .plus, exponent: lastPlace - 1, significand: 5) }
}

/// Reads numerals.
struct NumeralReader {
    let analysis: Analysis
    let index: ValueIndex
    let range: Range<Int>

    private func word(_ token: Int) -> ValueWord? {
        range.contains(token) ? index.word(analysis.tokens[token].word) : nil
    }

    /// The numeral that begins at `token`; nil where none does.
    func numeral(at token: Int) -> Numeral? {
        guard var numeral = digits(at: token) ?? words(at: token) else { return nil }
        while case .multiplier(let power)? = word(numeral.tokens.upperBound), isMultiplier(numeral.tokens.upperBound) {
            numeral.value *= Decimal(sign: .plus, exponent: power, significand: 1)
            numeral.lastPlace += power
            numeral.tokens = numeral.tokens.lowerBound..<numeral.tokens.upperBound + 1
        }
        if numeral.isDigits, case .hundred? = word(numeral.tokens.upperBound) {
            numeral.value *= 100
            numeral.lastPlace += 2
            numeral.tokens = numeral.tokens.lowerBound..<numeral.tokens.upperBound + 1
        }
        return numeral
    }

    /// Short forms ("m", "bn") multiply only where they are written onto the digits.
    private func isMultiplier(_ token: Int) -> Bool {
        let mark = analysis.tokens[token]
        return mark.end - mark.start > 2 || !mark.shape.contains(.spaceBefore)
    }

    /// "145", "1,200.5", "2½"
    private func digits(at token: Int) -> Numeral? {
        let mark = analysis.tokens[token]
        guard mark.kind == .number, !mark.shape.contains(.hasLetter), mark.end - mark.start <= 25 else { return nil }
        var significand: UInt64 = 0
        var decimals = 0
        var sawPoint = false
        var digits = 0
        for byte in analysis.document.text[mark.span.range] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                significand = significand * 10 + UInt64(byte - 0x30)
                digits += 1
                if sawPoint { decimals += 1 }
                guard digits <= 18 else { return nil }
            case UInt8(ascii: ","): guard !sawPoint else { return nil }
            case UInt8(ascii: "."):
                guard !sawPoint else { return nil }
                sawPoint = true
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        return Numeral(
            tokens: token..<token + 1,
            value: Decimal(sign: .plus, exponent: -decimals, significand: Decimal(significand)), lastPlace: -decimals,
            isDigits: true)
    }

    /// "two hundred and fifty-three thousand", "a hundred", "half a million", "two dozen"
    private func words(at token: Int) -> Numeral? {
        var place = token
        var total = 0
        var group = 0
        var seen = false
        var lastPower = 0
        if isWord("a", place) || isWord("an", place) {
            guard isLargeNumber(place + 1) else { return nil }
            group = 1
            place += 1
        }
        loop: while let word = word(place) {
            switch word {
            case .unit(let value):
                guard !seen || group % 100 == 0 || (group % 10 == 0 && value < 10) else { break loop }
                group += value
            case .tens(let value):
                guard group % 100 == 0 else { break loop }
                group += value
            case .hundred:
                guard group < 100 else { break loop }
                group = max(group, 1) * 100
            case .multiplier(let power):
                guard seen || group > 0, analysis.tokens[place].end - analysis.tokens[place].start > 2 else {
                    break loop
                }
                total += max(group, 1) * Self.powerOfTen(power)
                group = 0
                lastPower = power
            case .collective(let value):
                guard seen || group > 0 else { break loop }
                group = max(group, 1) * value
            default: break loop
            }
            seen = true
            place += 1
            if isHyphen(place), isNumberWord(place + 1) {
                place += 1
            } else if isWord("and", place), total + group >= 100, isNumberWord(place + 1) {
                place += 1
            }
        }
        guard seen else { return nil }
        return Numeral(
            tokens: token..<place, value: Decimal(total + group), lastPlace: group == 0 ? lastPower : 0, isDigits: false
        )
    }

    private static func powerOfTen(_ power: Int) -> Int { (0..<power).reduce(1) { value, _ in value * 10 } }

    private func isLargeNumber(_ token: Int) -> Bool {
        switch word(token) {
        case .hundred, .collective: true
        case .multiplier: analysis.tokens[token].end - analysis.tokens[token].start > 2
        default: false
        }
    }

    private func isNumberWord(_ token: Int) -> Bool {
        switch word(token) {
        case .unit, .tens: true
        default: false
        }
    }

    func isWord(_ form: String, _ token: Int) -> Bool {
        range.contains(token) && analysis.tokens[token].hash == FoldedForm(form).hash
    }

    func isHyphen(_ token: Int) -> Bool {
        range.contains(token) && !analysis.tokens[token].shape.contains(.spaceBefore) && isWord("-", token)
    }
}
