import FoundationEssentials

/// A numeral as written: digits, words, or both ("3.4 million").
struct Numeral {
    var tokens: Range<Int>
    var value: Decimal
    /// Power of ten of the last digit that was written: 0 for 145, 5 for "1.2 million", 3 for "12 thousand".
    var lastPlace: Int
    var isDigits: Bool
    /// The power of ten of a multiplier written behind ("million": 6), 0 for none.
    var scale = 0
    /// "two-thirds", "half", "¼"
    var isFraction = false
    /// A multiplier of one letter after white space or a lone "m", which may be a unit instead; where it stands.
    var shortScale: Int?

    /// One half in the last written place.
    var precision: Decimal { Decimal(sign: .plus, exponent: lastPlace - 1, significand: 5) }

    /// The whole number that it is, where it fits.
    var whole: Int? {
        guard value >= -1_000_000_000, value <= 1_000_000_000 else { return nil }
        let number = NSDecimal.whole(value)
        return Decimal(number) == value ? number : nil
    }

    mutating func multiply(power: Int, end: Int) {
        value *= Decimal(sign: .plus, exponent: power, significand: 1)
        lastPlace += power
        scale += power
        tokens = tokens.lowerBound..<end
    }
}

enum NSDecimal {
    /// The number without what stands behind the point.
    static func whole(_ value: Decimal) -> Int {
        let text = value.description.utf8
        var number = 0
        for byte in text where byte &- 0x30 < 10 || byte == UInt8(ascii: ".") {
            if byte == UInt8(ascii: ".") { break }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        return value < 0 ? -number : number
    }
}
