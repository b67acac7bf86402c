import Documents
import FoundationEssentials
import Language
import Values

/// What the author of a figure may have meant by it, for arithmetic.
///
/// Figures are rounded when they are written, so arithmetic with them comes out only nearly: a figure stands for all numbers
/// that it could be the rounding of.
struct Figure {
    /// All numbers that it may stand for.
    var range: Interval
    /// As written, without hedges.
    var text: String
    /// The written magnitude.
    var value: Decimal

    /// nil for a range and for a figure that tells only a bound.
    /// - Parameter total: what the figure is a part of. Who writes a total to the million does not round its parts to tens
    ///   of millions.
    init?(_ quantity: Quantity, in text: CheckText, partOf total: Figure? = nil) {
        guard let value = quantity.value, quantity.interval.lower != nil, quantity.interval.upper != nil else {
            return nil
        }
        self.value = value
        self.text = text.reading.string(quantity.figure)
        let most = total.map { Self.halfOfLastPlace(of: $0.value) } ?? .greatestFiniteMagnitude
        let slack = max(min(Self.slack(of: value), most), Self.isExact(quantity) ? 0 : quantity.precision)
        range = quantity.interval.hull(Interval(lower: value - slack, upper: value + slack))
    }

    /// A plain count is exact; what has a decimal point, a multiplier or a unit is rounded.
    private static func isExact(_ quantity: Quantity) -> Bool {
        quantity.kind == .cardinal && quantity.precision <= Decimal(sign: .plus, exponent: -1, significand: 5)
    }

    /// Thousands may stand for what is near them: half of the last place that is not zero, a twentieth at the most.
    private static func slack(of value: Decimal) -> Decimal {
        guard value.magnitude >= 1000, zeros(of: value) >= 3 else { return 0 }
        return min(halfOfLastPlace(of: value), value.magnitude / 20)
    }

    /// Half of the last place that is not zero: 500,000 for 386 million.
    private static func halfOfLastPlace(of value: Decimal) -> Decimal {
        Decimal(sign: .plus, exponent: zeros(of: value) - 1, significand: 5)
    }

    /// Zeros that end the number.
    private static func zeros(of value: Decimal) -> Int {
        value.magnitude.description.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    }

    /// The range of a percentage that somebody worked out, who may have cut where another rounds: one in the last place
    /// written, to both sides.
    static func percentage(_ quantity: Quantity) -> Interval {
        guard let value = quantity.value else { return quantity.interval }
        let slack = quantity.precision * 2
        return quantity.interval.hull(Interval(lower: value - slack, upper: value + slack))
    }
}

// MARK: - Arithmetic

extension Interval {
    /// Every number of this over every positive number of the other; nil where one of them has no bounds.
    func over(_ other: Interval) -> Interval? {
        guard let low = lower, let high = upper, let least = other.lower, let most = other.upper, least > 0, low >= 0
        else { return nil }
        return Interval(lower: low / most, upper: high / least)
    }

    /// By how many per cent every number of this is more than every positive number of the other.
    func percentMore(than other: Interval) -> Interval? {
        over(other).flatMap { ($0 * 100).minus(Interval(exactly: 100)) }
    }

    /// Every product of two numbers that are not negative.
    func times(_ other: Interval) -> Interval? {
        guard let low = lower, let high = upper, let least = other.lower, let most = other.upper, least >= 0, low >= 0
        else { return nil }
        return Interval(lower: low * least, upper: high * most)
    }

    /// This makes a whole with all or with some of the others, as one may be told again in pieces.
    func makes(_ whole: Interval, withSomeOf others: some Collection<Interval>) -> Bool {
        (1..<(1 << others.count)).contains { chosen in
            others.enumerated().filter { chosen >> $0.offset & 1 == 1 }.reduce(self) { $0 + $1.element }
                .intersects(whole)
        }
    }

    /// Every difference.
    func minus(_ other: Interval) -> Interval? {
        guard let low = lower, let high = upper, let least = other.lower, let most = other.upper else { return nil }
        return Interval(lower: low - most, upper: high - least)
    }
}

// MARK: - Writing results

/// How a result is written so that it looks like the figure that it is held against: £274m beside £264m.
struct FigureStyle {
    private let before: String
    private let after: String
    /// What a one stands for in the digits of the model.
    private let scale: Decimal

    init(like figure: Figure) {
        let bytes = Array(figure.text.utf8)
        let isDigit: (UInt8) -> Bool = { $0 &- 0x30 < 10 }
        guard let first = bytes.firstIndex(where: isDigit), let last = bytes.lastIndex(where: isDigit),
            let digits = Decimal(
                string: String(decoding: bytes[first...last].filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)),
            digits != 0
        else {
            (before, after, scale) = ("", "", 1)
            return
        }
        before = String(decoding: bytes[..<first], as: UTF8.self)
        after = String(decoding: bytes[(last + 1)...], as: UTF8.self)
        scale = figure.value / digits
    }

    /// - Parameter places: digits behind the point, at the most.
    func written(_ value: Decimal, places: Int = 1) -> String {
        before + FigureStyle.digits(value / scale, places: places) + after
    }

    /// With commas between thousands.
    static func digits(_ value: Decimal, places: Int) -> String {
        let power = Decimal(sign: .plus, exponent: places, significand: 1)
        let half = Decimal(sign: .plus, exponent: -1, significand: 5)
        let shifted = (value.magnitude * power + half).description.prefix { $0 != "." }
        let padded = String(repeating: "0", count: max(0, places + 1 - shifted.count)) + shifted
        let whole = Array(padded.dropLast(places))
        let fraction = padded.suffix(places)
        var text = value < 0 ? "-" : ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        let told = fraction.reversed().drop { $0 == "0" }.reversed()
        return told.isEmpty ? text : text + "." + String(told)
    }

    /// "a, b and c"
    static func joined(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
