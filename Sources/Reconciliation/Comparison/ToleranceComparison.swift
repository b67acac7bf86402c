import Extraction
import FoundationEssentials
import Values

/// Compares how far two figures lie apart with what the house lets pass.
struct ToleranceComparison {
    let tolerances: Tolerances
    let units: UnitTable

    /// The figures lie no farther apart than figures of the attribute may.
    func allows(_ a: ClaimQuantity, _ b: ClaimQuantity, on attribute: String) -> Bool {
        guard !tolerances.isEmpty, let tolerance = tolerances[attribute], let pair = inOneUnit(a, b) else {
            return false
        }
        let (first, second, unit) = pair
        let (distance, larger) = distance(first, second)
        switch tolerance.limit {
        case .share(let share): return distance <= share * larger
        case .amount(let amount, nil): return a.unit == b.unit && distance <= amount
        case .amount(let amount, let id?):
            guard let limit = units[id], let unit, limit.isComparable(to: unit) else { return false }
            return distance * unit.factor / unit.divisor <= amount * limit.factor / limit.divisor
        }
    }

    /// Both in one unit: that which they have, else the base unit of both. The unit is nil where the table has none.
    private func inOneUnit(_ a: ClaimQuantity, _ b: ClaimQuantity) -> (Interval, Interval, Unit?)? {
        let (first, second) = (a.unit.flatMap { units[$0] }, b.unit.flatMap { units[$0] })
        if a.unit == b.unit { return (a.interval, b.interval, first) }
        guard let first, let second else { return nil }
        // An open sign stands for each of its own currencies.
        if first.open.contains(second.id) { return (a.interval, b.interval, second) }
        if second.open.contains(first.id) { return (a.interval, b.interval, first) }
        guard first.isComparable(to: second) else { return nil }
        return (first.inBase(a.interval), second.inBase(b.interval), units[first.base])
    }

    /// How far the nearest ends lie apart, and the larger one without its sign. Of two figures that have no end, as in "at
    /// least 718" and "at least 940", the other ends count.
    private func distance(_ a: Interval, _ b: Interval) -> (distance: Decimal, larger: Decimal) {
        let ends: [(Decimal?, Decimal?)] =
            a.intersects(b)
            ? (a.upper == nil || b.upper == nil ? [(a.lower, b.lower)] : [(a.upper, b.upper)])
            : [(a.lower, b.upper), (b.lower, a.upper)]
        let known = ends.compactMap { end in end.0.flatMap { first in end.1.map { (first, $0) } } }
        guard let (first, second) = known.min(by: { abs($0.0 - $0.1) < abs($1.0 - $1.1) }) else { return (0, 0) }
        return (abs(first - second), max(abs(first), abs(second)))
    }
}
