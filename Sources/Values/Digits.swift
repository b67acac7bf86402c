import FoundationEssentials
import Language

// Numbers in digits: 1,200 · 1 200 · 2½ · 3/4 · 1.2e6 · 1.99×10⁻³⁰

extension ValueScanner {
    /// What the digits of one token say.
    private struct Digits {
        /// Up to 18 digits.
        var significand: UInt64 = 0
        var count = 0
        var decimals = 0
        var points = 0
        var hasGroups = false
        /// The fraction behind or alone: ½, 3/4.
        var fraction: (Int, Int)?

        var value: Decimal {
            Decimal(sign: .plus, exponent: -decimals, significand: Decimal(significand))
        }
    }

    /// A numeral in digits that begins at a token, without its multiplier.
    func digits(at token: Int) -> Numeral? {
        guard isNumber(token), let read = readDigits(bytes(token)) else { return nil }
        let tokens = token..<token + 1
        var numeral =
            read.decimals == 0
            ? Numeral(tokens: tokens, whole: Int(read.significand), lastPlace: 0, isDigits: true)
            : Numeral(tokens: tokens, value: read.value, lastPlace: -read.decimals, isDigits: true)
        if let (top, bottom) = read.fraction {
            numeral.set(numeral.value + Decimal(top) / Decimal(bottom))
            numeral.isFraction = true
        } else if read.decimals == 0 {
            joinGroups(&numeral)
            joinFraction(&numeral)
        }
        joinDecimalComma(&numeral)
        joinExponent(&numeral)
        applySign(&numeral)
        return numeral
    }

    /// Reads digits with groups, a point and a fraction; nil for anything else.
    private func readDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Digits? {
        var read = Digits()
        var groupStart = 0
        var slash: Int?
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                read.significand = read.significand * 10 + UInt64(byte &- 0x30)
                read.count += 1
                if read.points > 0 { read.decimals += 1 }
                guard read.count <= 18 else { return nil }
            case UInt8(ascii: ","):
                guard read.points == 0, slash == nil else { return nil }
                read.hasGroups = true
            case UInt8(ascii: "."):
                guard read.points == 0 || locale.hasDecimalComma, slash == nil else { return nil }
                read.points += locale.hasDecimalComma ? 0 : 1
                groupStart = read.count
            case UInt8(ascii: "/"):
                guard slash == nil, read.points == 0, !read.hasGroups, read.count > 0 else { return nil }
                slash = Int(read.significand)
                read.significand = 0
                groupStart = read.count
            default:
                guard let fraction = Self.fraction(bytes, at: place) else { return nil }
                read.fraction = fraction
                place = bytes.count
            }
            place += 1
        }
        if let slash {
            guard read.count > groupStart, read.significand > 0, read.significand <= 1000, slash < read.significand
            else { return nil }
            read.fraction = (slash, Int(read.significand))
            read.significand = 0
        }
        return read.count > 0 || read.fraction != nil ? read : nil
    }

    /// A vulgar fraction of one character at the end of a token.
    private static func fraction(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Int, Int)? {
        if bytes.count - place == 2, bytes[place] == 0xC2 {
            return [0xBC: (1, 4), 0xBD: (1, 2), 0xBE: (3, 4)][bytes[place + 1]]
        }
        guard bytes.count - place == 3, bytes[place] == 0xE2, bytes[place + 1] == 0x85 else { return nil }
        return [
            0x90: (1, 7), 0x91: (1, 9), 0x92: (1, 10), 0x93: (1, 3), 0x94: (2, 3), 0x95: (1, 5), 0x96: (2, 5),
            0x97: (3, 5), 0x98: (4, 5), 0x99: (1, 6), 0x9A: (5, 6), 0x9B: (1, 8), 0x9C: (3, 8), 0x9D: (5, 8),
            0x9E: (7, 8),
        ][bytes[place + 2]]
    }

    /// "1 200" with a no-break or thin space; with a plain space only where the next group begins with a zero, which is no
    /// number of its own.
    private func joinGroups(_ numeral: inout Numeral) {
        guard bytes(numeral.tokens.lowerBound).count <= 3 else { return }
        while case let next = numeral.tokens.upperBound, let group = plainDigits(next), group.count == 3,
            isGroupSpace(gap(after: next - 1)) || gap(after: next - 1).elementsEqual(" ".utf8) && mark(next) == 0x30,
            numeral.value < 1_000_000_000_000
        {
            numeral.multiply(by: 1000)
            numeral.add(group.value)
            numeral.tokens = numeral.tokens.lowerBound..<next + 1
        }
    }

    /// U+00A0, U+2009 or U+202F alone.
    private func isGroupSpace(_ gap: UnsafeBufferPointer<UInt8>) -> Bool {
        gap.elementsEqual([0xC2, 0xA0]) || gap.elementsEqual([0xE2, 0x80, 0x89])
            || gap.elementsEqual([0xE2, 0x80, 0xAF])
    }

    /// "10 1/2", "2 ½", and "1⁄32" with a fraction slash
    private func joinFraction(_ numeral: inout Numeral) {
        let next = numeral.tokens.upperBound
        if key(next) == .fractionSlash, isGlued(next), isGlued(next + 1), let bottom = plainDigits(next + 1)?.value,
            bottom > 0
        {
            numeral.set(numeral.value / Decimal(bottom))
            numeral.tokens = numeral.tokens.lowerBound..<next + 2
            numeral.isFraction = true
            return
        }
        guard isNumber(next), let read = readDigits(bytes(next)), read.count == 0 || read.significand == 0,
            let (top, bottom) = read.fraction, read.count == 0 || bottom <= 16
        else { return }
        numeral.set(numeral.value + Decimal(top) / Decimal(bottom))
        numeral.tokens = numeral.tokens.lowerBound..<next + 1
        numeral.isFraction = true
    }

    /// "1.200,5" in a language with a decimal comma.
    private func joinDecimalComma(_ numeral: inout Numeral) {
        let comma = numeral.tokens.upperBound
        guard locale.hasDecimalComma, isMark(",", comma), isGlued(comma), isGlued(comma + 1),
            let decimals = plainDigits(comma + 1)
        else { return }
        numeral.lastPlace = -decimals.count
        numeral.set(
            numeral.value + Decimal(sign: .plus, exponent: -decimals.count, significand: Decimal(decimals.value)))
        numeral.tokens = numeral.tokens.lowerBound..<comma + 2
    }

    /// "12.32e+14", "1.99×10−30", "1.99 x 10^-30"
    private func joinExponent(_ numeral: inout Numeral) {
        joinPower(&numeral)
        var place = numeral.tokens.upperBound
        let isTimes = isMark("x", place) || key(place) == .cross
        if isTimes {
            guard plainDigits(place + 1)?.value == 10 else { return }
            place += 2
            if isMark("^", place) { place += 1 }
        } else {
            guard isMark("e", place) || isMark("E", place), isGlued(place) else { return }
            place += 1
        }
        let isNegative = isDash(place)
        if isNegative || isMark("+", place) { place += 1 }
        guard isGlued(place), let power = plainDigits(place)?.value, power < 60 else { return }
        numeral.multiply(power: isNegative ? -power : power, end: place + 1)
    }

    /// "1.1^23"
    private func joinPower(_ numeral: inout Numeral) {
        var place = numeral.tokens.upperBound
        guard isMark("^", place), isGlued(place) else { return }
        place += 1
        let isNegative = isDash(place)
        if isNegative || isMark("+", place) { place += 1 }
        guard isGlued(place), let power = plainDigits(place)?.value, power <= 40, numeral.value != 0,
            numeral.value < 1000
        else { return }
        let raised = (0..<power).reduce(Decimal(1)) { value, _ in value * numeral.value }
        guard raised != 0, !raised.isNaN else { return }
        numeral.set(isNegative ? 1 / raised : raised)
        numeral.isFraction = isNegative
        numeral.tokens = numeral.tokens.lowerBound..<place + 1
    }

    /// A minus sign that stands alone before the digits: not the hyphen of "30-40" or a dash between words.
    private func applySign(_ numeral: inout Numeral) {
        let sign = numeral.tokens.lowerBound - 1
        guard isDash(sign), sign >= floor, isGlued(sign + 1),
            !isGlued(sign) || isMark("(", sign - 1) || currency(endingAt: sign - 1) != nil
        else { return }
        numeral.negate()
        numeral.tokens = sign..<numeral.tokens.upperBound
    }
}
