import FoundationEssentials

/// A numeral as written: digits, words, or both ("3.4 million").
struct Numeral {
    var tokens: Range<Int>
    private(set) var value: Decimal
    /// The same as an integer, where it is a whole number below a trillion.
    private(set) var whole: Int?
    /// Power of ten of the last digit that was written: 0 for 145, 5 for "1.2 million", 3 for "12 thousand".
    var lastPlace: Int
    var isDigits: Bool
    /// The power of ten of a multiplier written behind ("million": 6), 0 for none.
    var scale = 0
    /// "two-thirds", "half", "¼"
    var isFraction = false

    init(
        tokens: Range<Int>, value: Decimal, lastPlace: Int, isDigits: Bool, scale: Int = 0, isFraction: Bool = false
    ) {
        self.tokens = tokens
        self.value = value
        self.lastPlace = lastPlace
        self.isDigits = isDigits
        self.scale = scale
        self.isFraction = isFraction
    }

    init(tokens: Range<Int>, whole: Int, lastPlace: Int, isDigits: Bool, scale: Int = 0) {
        self.init(tokens: tokens, value: Decimal(whole), lastPlace: lastPlace, isDigits: isDigits, scale: scale)
        self.whole = abs(whole) < Self.wholeLimit ? whole : nil
    }

    private static let wholeLimit = 1_000_000_000_000

    /// One half in the last written place.
    var precision: Decimal { Decimal(sign: .plus, exponent: lastPlace - 1, significand: 5) }

    /// Integers are compared much sooner than decimal numbers.
    func isLess(than limit: Int) -> Bool { whole.map { $0 < limit } ?? (value < Decimal(limit)) }

    /// Replaces the value by one that need not be whole.
    mutating func set(_ value: Decimal) {
        self.value = value
        whole = nil
    }

    mutating func negate() {
        value.negate()
        whole = whole.map { -$0 }
    }

    mutating func add(_ number: Int) {
        value += Decimal(number)
        whole = whole.map { $0 + number }
    }

    mutating func multiply(by factor: Int) {
        value *= Decimal(factor)
        whole = whole.flatMap { number in
            let (product, overflows) = number.multipliedReportingOverflow(by: factor)
            return overflows || abs(product) >= Self.wholeLimit ? nil : product
        }
    }

    mutating func multiply(power: Int, end: Int) {
        value *= Decimal(sign: .plus, exponent: power, significand: 1)
        whole = whole.flatMap { number in
            guard (0...9).contains(power), abs(number) < 1000 else { return nil }
            return (0..<power).reduce(number) { value, _ in value * 10 }
        }
        lastPlace += power
        scale += power
        tokens = tokens.lowerBound..<end
    }
}

extension Decimal {
    /// The number without what stands behind the point, for numbers below 10¹⁸.
    var truncated: Int {
        var number = 0
        for byte in description.utf8 where byte &- 0x30 < 10 || byte == UInt8(ascii: ".") {
            if byte == UInt8(ascii: ".") { break }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        return self < 0 ? -number : number
    }
}
