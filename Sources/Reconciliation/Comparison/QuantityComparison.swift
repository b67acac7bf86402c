import Extraction
import FoundationEssentials
import Values

/// Compares quantities by their intervals, whatever their units.
struct QuantityComparison {
    let units: UnitTable
    let tolerance: ToleranceComparison

    init(units: UnitTable, tolerances: Tolerances) {
        self.units = units
        tolerance = ToleranceComparison(tolerances: tolerances, units: units)
    }

    /// Numbers of what can be compared: one for each of some units, equal for the same base unit; nil is the unit of a bare count.
    func dimensions(of units: Numbering<String?>) -> [Int32] {
        var known: [String: Int32] = [:]
        return units.things.map { known.number(of: dimension(ofUnit: $0)) }
    }

    private func dimension(ofUnit id: String?) -> String {
        guard let id else { return "" }
        guard let unit = units[id] else { return id }
        return unit.dimension == .money ? "money" : unit.base
    }

    /// Two currencies are no measures of one thing; an open sign stands for each of its own.
    func areComparable(_ a: ClaimQuantity, _ b: ClaimQuantity) -> Bool {
        guard a.unit != b.unit else { return true }
        guard let first = a.unit.flatMap({ units[$0] }), let second = b.unit.flatMap({ units[$0] }) else {
            return false
        }
        return first.isComparable(to: second) || first.open.contains(second.id) || second.open.contains(first.id)
    }

    /// True where some number fits both.
    func agree(_ a: ClaimQuantity, _ b: ClaimQuantity) -> Bool {
        let (first, second) = (base(a, widened: a.unit != b.unit), base(b, widened: a.unit != b.unit))
        if first.intersects(second) { return true }
        return isRounded(a, from: b) || isRounded(b, from: a) || isWhole(a, of: b) || isWhole(b, of: a)
    }

    /// "28 per cent" for 28.4: a measure in whole units is what the other gives, of which more places are written.
    private func isWhole(_ whole: ClaimQuantity, of exact: ClaimQuantity) -> Bool {
        guard whole.unit == exact.unit, exact.precision < whole.precision, whole.precision == Self.half,
            let unit = whole.unit.flatMap({ units[$0] }), unit.dimension != .money, let value = whole.interval.lower,
            value == whole.interval.upper, let least = exact.interval.lower, let most = exact.interval.upper
        else { return false }
        let distance = abs((least + most) / 2 - value)
        return distance < Self.half && distance * Self.tenth <= value
    }

    private static let half = Decimal(sign: .plus, exponent: -1, significand: 5)
    private static let tenth: Decimal = 10
    private static let leastRound: Decimal = 1000

    /// Some number fits both, or they lie no farther apart than figures of the attribute may.
    func agree(_ a: ClaimQuantity, _ b: ClaimQuantity, on attribute: String) -> Bool {
        agree(a, b) || tolerance.allows(a, b, on: attribute)
    }

    /// Neither of two figures is more than some times the other, as where one of them is a slip or a newer figure.
    func areNear(_ a: ClaimQuantity, _ b: ClaimQuantity, factor: Decimal = 2) -> Bool {
        guard let first = a.interval.lower ?? a.interval.upper, let second = b.interval.lower ?? b.interval.upper else {
            return false
        }
        return first <= second * factor && second <= first * factor
    }

    /// "38" and "83", "412" and "421": two neighbouring digits have changed places.
    func areTransposed(_ a: ClaimQuantity, _ b: ClaimQuantity) -> Bool {
        guard let first = a.interval.lower, first == a.interval.upper, let second = b.interval.lower,
            second == b.interval.upper
        else { return false }
        return Self.areTransposed(Array("\(first)".utf8), Array("\(second)".utf8))
    }

    /// One list of digits is the other with two neighbours swapped.
    static func areTransposed(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count, let place = one.indices.first(where: { one[$0] != other[$0] }),
            place + 1 < one.count
        else { return false }
        var swapped = one
        swapped.swapAt(place, place + 1)
        return swapped == other
    }

    /// In the base unit; a figure that was converted may be off by half of its last written place.
    private func base(_ quantity: ClaimQuantity, widened: Bool) -> Interval {
        var interval = quantity.interval
        // "more than 70" is what many make of 70.
        interval.lowerOpen = interval.lowerOpen && quantity.bound == nil
        interval.upperOpen = interval.upperOpen && quantity.bound == nil
        if widened {
            interval.lower = interval.lower.map { $0 - quantity.precision }
            interval.upper = interval.upper.map { $0 + quantity.precision }
        }
        return quantity.unit.flatMap { units[$0] }?.inBase(interval) ?? interval
    }

    /// "15,000" for 14,870: a figure of two or more zeros is what the other gives when it is rounded.
    private func isRounded(_ round: ClaimQuantity, from exact: ClaimQuantity) -> Bool {
        guard round.unit == exact.unit, let value = round.interval.lower, value == round.interval.upper,
            value >= Self.leastRound, let whole = Int(value.description)
        else { return false }
        var place = 10
        while whole.isMultiple(of: place * 10) { place *= 10 }
        guard place >= 100, whole / place >= 10 else { return false }
        let half = Decimal(place / 2)
        return Interval(lower: value - half, upper: value + half).intersects(exact.interval)
    }
}
