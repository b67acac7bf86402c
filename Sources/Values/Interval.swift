public import FoundationEssentials

/// A set of numbers without gaps; each end is closed, open, or absent (unbounded).
public struct Interval: Hashable, Sendable, Codable {
    public var lower: Decimal?
    public var upper: Decimal?
    public var lowerOpen: Bool
    public var upperOpen: Bool

    /// An open flag on an absent end means nothing and is dropped.
    public init(lower: Decimal?, upper: Decimal?, lowerOpen: Bool = false, upperOpen: Bool = false) {
        self.lower = lower
        self.upper = upper
        self.lowerOpen = lower != nil && lowerOpen
        self.upperOpen = upper != nil && upperOpen
    }

    /// Of one end alone: a decimal number is long to hash, and few intervals have one end in common.
    public func hash(into hasher: inout Hasher) { hasher.combine(lower ?? upper) }

    /// The one number.
    public init(exactly value: Decimal) { self.init(lower: value, upper: value) }

    /// True where no number lies in it.
    public var isEmpty: Bool {
        guard let lower, let upper else { return false }
        return lower > upper || (lower == upper && (lowerOpen || upperOpen))
    }

    /// The numbers in both.
    public func intersection(_ other: Interval) -> Interval {
        var result = self
        if let end = other.lower {
            if result.lower.map({ end > $0 }) ?? true {
                result.lower = end
                result.lowerOpen = other.lowerOpen
            } else if end == result.lower {
                result.lowerOpen = result.lowerOpen || other.lowerOpen
            }
        }
        if let end = other.upper {
            if result.upper.map({ end < $0 }) ?? true {
                result.upper = end
                result.upperOpen = other.upperOpen
            } else if end == result.upper {
                result.upperOpen = result.upperOpen || other.upperOpen
            }
        }
        return result
    }

    /// True where some number lies in both.
    public func intersects(_ other: Interval) -> Bool { !intersection(other).isEmpty }

    public func contains(_ value: Decimal) -> Bool { intersects(Interval(exactly: value)) }

    /// Every number of `other` lies in this one.
    public func contains(_ other: Interval) -> Bool { intersection(other) == other }
}

// MARK: - Arithmetic

extension Interval {
    /// The smallest interval that holds both.
    public func hull(_ other: Interval) -> Interval {
        let low = Self.outer(lower, lowerOpen, other.lower, other.lowerOpen, isBefore: <)
        let high = Self.outer(upper, upperOpen, other.upper, other.upperOpen, isBefore: >)
        return Interval(lower: low.end, upper: high.end, lowerOpen: low.isOpen, upperOpen: high.isOpen)
    }

    private static func outer(
        _ a: Decimal?, _ aOpen: Bool, _ b: Decimal?, _ bOpen: Bool, isBefore: (Decimal, Decimal) -> Bool
    ) -> (end: Decimal?, isOpen: Bool) {
        guard let a, let b else { return (nil, false) }
        return a == b ? (a, aOpen && bOpen) : isBefore(a, b) ? (a, aOpen) : (b, bOpen)
    }

    /// Every sum of a number of one and a number of the other.
    public static func + (a: Interval, b: Interval) -> Interval {
        Interval(
            lower: a.lower.flatMap { low in b.lower.map { low + $0 } },
            upper: a.upper.flatMap { high in b.upper.map { high + $0 } },
            lowerOpen: a.lowerOpen || b.lowerOpen, upperOpen: a.upperOpen || b.upperOpen)
    }

    /// Every number times `factor`; a negative one turns the interval round.
    public static func * (interval: Interval, factor: Decimal) -> Interval {
        if factor == 0 { return Interval(exactly: 0) }
        return factor > 0 ? interval.mapEnds { $0 * factor } : interval.mapEnds { $0 * factor }.reversed
    }

    /// The interval with each end replaced by a function that keeps their order or turns it.
    func mapEnds(_ transform: (Decimal) -> Decimal) -> Interval {
        Interval(
            lower: lower.map(transform), upper: upper.map(transform), lowerOpen: lowerOpen, upperOpen: upperOpen)
    }

    private var reversed: Interval {
        Interval(lower: upper, upper: lower, lowerOpen: upperOpen, upperOpen: lowerOpen)
    }
}

extension Interval: CustomStringConvertible {
    /// Mathematical notation: `[145, 145]`, `(150, ∞)`, `[1150000, 1250000)`.
    public var description: String {
        let low = lower?.description
        // Writing a number costs much, and the ends are mostly one.
        let isOne = lower?.exponent == upper?.exponent && lower == upper
        let high = isOne ? low : upper?.description
        let left = low.map { (lowerOpen ? "(" : "[") + $0 } ?? "(-∞"
        let right = high.map { $0 + (upperOpen ? ")" : "]") } ?? "∞)"
        return left + ", " + right
    }
}
