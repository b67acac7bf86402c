public import FoundationEssentials

/// A set of numbers without gaps; each end is closed, open, or absent (unbounded).
public struct Interval: Hashable, Sendable {
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

    /// The one number.
    public init(exactly value: Decimal) { self.init(lower: value, upper: value) }

    /// True where both ends are the same closed number.
    public var isExact: Bool { lower != nil && lower == upper && !lowerOpen && !upperOpen }

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

extension Interval: CustomStringConvertible {
    /// Mathematical notation: `[145, 145]`, `(150, ∞)`, `[1150000, 1250000)`.
    public var description: String {
        let left = lower.map { (lowerOpen ? "(" : "[") + $0.description } ?? "(-∞"
        let right = upper.map { $0.description + (upperOpen ? ")" : "]") } ?? "∞)"
        return left + ", " + right
    }
}
