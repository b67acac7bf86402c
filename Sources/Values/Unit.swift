public import FoundationEssentials

/// What a unit measures. Two quantities can be compared where dimension and base unit are the same.
public enum Dimension: String, Sendable, CaseIterable {
    case length, area, volume, mass, speed, temperature, angle, pressure, energy, power, force, torque
    case electricity, current, charge, data
    case dataRate = "data-rate"
    case frequency, sound, radiation, concentration
    case fuelEconomy = "fuel-economy"
    case image
    case earthquakeMagnitude = "earthquake-magnitude"
    case time, share
    case percentagePoints = "percentage-points"
    case multiple, money
}

/// A unit of measurement or a currency, with the exact way to the base unit of its dimension.
public struct Unit: Hashable, Sendable {
    /// As in `km`, `percent`, `USD`; `$` for a dollar that nothing tells apart.
    public var id: String
    public var dimension: Dimension
    /// The id of the unit that `factor` leads to. Time has two, `s` and `month`, as no month has an exact length;
    /// every currency is its own.
    public var base: String
    /// In the base unit, one of this unit, over `divisor`.
    public var factor: Decimal
    public var divisor: Decimal
    /// Added before the factor is applied: 273.15 for degrees Celsius, where the base unit is the kelvin.
    public var offset: Decimal
    /// Where the sign or word stands for several currencies, their codes; empty otherwise.
    public var open: [String]
    /// The id of the unit in which the rest is told: inches after feet.
    public var lesser: String?
    /// Where the factor comes from.
    public var source: String

    public init(
        id: String, dimension: Dimension, base: String, factor: Decimal = 1, divisor: Decimal = 1, offset: Decimal = 0,
        open: [String] = [], lesser: String? = nil, source: String = ""
    ) {
        self.id = id
        self.dimension = dimension
        self.base = base
        self.factor = factor
        self.divisor = divisor
        self.offset = offset
        self.open = open
        self.lesser = lesser
        self.source = source
    }

    /// A number of this unit in the base unit.
    public func inBase(_ value: Decimal) -> Decimal { (value + offset) * factor / divisor }

    /// An interval of this unit in the base unit.
    public func inBase(_ interval: Interval) -> Interval { interval.mapEnds(inBase) }

    /// True where numbers of both can be compared once they are in the base unit.
    public func isComparable(to other: Unit) -> Bool { dimension == other.dimension && base == other.base }
}
