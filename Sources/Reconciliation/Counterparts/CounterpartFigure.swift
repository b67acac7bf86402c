import Extraction
import FoundationEssentials
import Values

/// A quantity made ready to compare, once for all claims that give it.
struct CounterpartFigure {
    var quantity: ClaimQuantity
    /// In the base unit; a bound goes on without end.
    var range: ClosedRange<Double>
    /// The digits of a plain figure that tell: 12 of 1.2 million and of 0.12; empty for others.
    var digits: [UInt8]

    /// nil for an empty range.
    init?(_ quantity: ClaimQuantity, units: UnitTable) {
        guard let range = Self.range(of: quantity, units: units) else { return nil }
        self.quantity = quantity
        self.range = range
        digits = Self.digits(of: quantity)
    }

    private static func range(of quantity: ClaimQuantity, units: UnitTable) -> ClosedRange<Double>? {
        let unit = quantity.unit.flatMap { units[$0] }
        let interval = unit?.inBase(quantity.interval) ?? quantity.interval
        let scale = unit?.dimension == .time && unit?.base == Self.month ? Self.secondsInMonth : 1
        let lower = interval.lower.map { Double("\($0)") ?? 0 }
        let upper = interval.upper.map { Double("\($0)") ?? 0 }
        guard let least = lower ?? upper.map({ min($0, 0) }), let most = upper ?? lower.map({ _ in .infinity }),
            least <= most
        else { return nil }
        return least * scale...most * scale
    }

    private static let month = "month"
    /// A month of the Gregorian calendar in the mean, as no month has an exact length.
    private static let secondsInMonth = 2_629_746.0

    /// The number that was written, where it was one: the middle of what is rounded to it.
    private static func written(_ quantity: ClaimQuantity) -> Decimal? {
        guard quantity.bound == nil, let lower = quantity.interval.lower, let upper = quantity.interval.upper,
            lower == upper || upper - lower == 2 * quantity.precision
        else { return nil }
        return (lower + upper) / 2
    }

    private static func digits(of quantity: ClaimQuantity) -> [UInt8] {
        guard let value = written(quantity) else { return [] }
        let digits = "\(value)".utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
        let zero = UInt8(ascii: "0")
        return Array(digits.drop { $0 == zero }.reversed().drop { $0 == zero }.reversed())
    }
}

/// The figures of some claims, and which of them agree. Each is made ready, and each two are compared, once.
struct CounterpartFigures {
    private let quantities: QuantityComparison
    private(set) var all: [CounterpartFigure] = []
    /// By the number of the value; nil for those that are not compared.
    private var numbers: [Int32: Int32?] = [:]
    /// By the numbers of two figures.
    private var agreements: [UInt64: Bool] = [:]

    init(_ quantities: QuantityComparison) { self.quantities = quantities }

    subscript(_ number: Int32) -> CounterpartFigure { all[Int(number)] }

    /// - Parameter value: that of a claim, with its number.
    mutating func number(of value: ClaimValue, number: Int32) -> Int32? {
        if let known = numbers[number] { return known }
        let figure = value.quantity.flatMap { CounterpartFigure($0, units: quantities.units) }
        let place = figure == nil ? nil : Int32(all.count)
        if let figure { all.append(figure) }
        numbers[number] = .some(place)
        return place
    }

    func areComparable(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Bool {
        a.unit == b.unit || a.isCount && b.isCount || a.isDuration && b.isDuration
            || quantities.areComparable(self[a.figure].quantity, self[b.figure].quantity)
    }

    /// Some number fits both of two comparable figures.
    mutating func agree(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Bool {
        guard a.figure != b.figure else { return true }
        let (first, second) = (min(a.figure, b.figure), max(a.figure, b.figure))
        let two = UInt64(first) << 32 | UInt64(second)
        if let agree = agreements[two] { return agree }
        let agree = agree(self[first], self[second], areCounts: a.isCount)
        agreements[two] = agree
        return agree
    }

    private func agree(_ a: CounterpartFigure, _ b: CounterpartFigure, areCounts: Bool) -> Bool {
        if areCounts || quantities.areComparable(a.quantity, b.quantity) {
            return quantities.agree(a.quantity, b.quantity)
        }
        let (more, less) = (1 + Self.leeway, 1 - Self.leeway)
        return a.range.lowerBound * less <= b.range.upperBound * more
            && b.range.lowerBound * less <= a.range.upperBound * more
    }

    /// By how much of it a month may be longer or shorter than another.
    private static let leeway = 0.03
}
