import FoundationEssentials
import Testing
import Values

struct UnitTests {
    @Test func allUnitsAreRead() { #expect(Reading.units.units.count > 200) }

    /// Conversions whose exact results are printed in the sources of the factors.
    @Test(arguments: [
        ("mi", "1", "m", "1609.344"), ("ft", "35000", "m", "10668"), ("lb", "1", "kg", "0.45359237"),
        ("°C", "-40", "K", "233.15"), ("°F", "-40", "K", "233.15"), ("acre", "1", "m²", "4046.8564224"),
        ("km/h", "36", "m/s", "10"), ("kWh", "1", "J", "3600000"), ("GiB", "1", "bit", "8589934592"),
        ("gal", "1", "m³", "0.003785411784"), ("decade", "2", "month", "240"), ("week", "1", "s", "604800"),
        ("percent", "50", "1", "0.5"), ("cent", "250", "$", "2.5"),
    ])
    func convertsExactly(id: String, value: String, base: String, expected: String) throws {
        let unit = try #require(Reading.units[id])
        let number = try #require(Decimal(string: value))
        #expect(unit.base == base)
        #expect(unit.inBase(number) == Decimal(string: expected))
    }

    /// Every unit that has prefixed forms shares dimension and base with them, a power of ten away.
    @Test(arguments: [
        ("m", ["pm", "nm", "μm", "mm", "cm", "km"]), ("g", ["mg", "μg", "kg"]), ("W", ["mW", "kW", "MW", "GW", "TW"]),
        ("L", ["mL", "cL", "hL"]), ("Hz", ["kHz", "MHz", "GHz"]), ("B", ["kB", "MB", "GB", "TB", "PB"]),
    ])
    func prefixedUnitsShareTheirDimension(id: String, prefixed: [String]) throws {
        let unit = try #require(Reading.units[id])
        for form in prefixed {
            let other = try #require(Reading.units[form])
            #expect(other.isComparable(to: unit))
            let ratio = other.factor / unit.factor
            let powers = (-15...15).map { Decimal(sign: .plus, exponent: $0, significand: 1) }
            #expect(powers.contains(ratio))
        }
    }

    @Test func everyUnitHasASourceAndAFactor() {
        for unit in Reading.units.units {
            #expect(!unit.source.isEmpty)
            #expect(unit.factor > 0 && unit.divisor > 0)
        }
    }

    @Test func dollarsStayOpenAndCurrenciesApart() throws {
        let dollar = try #require(Reading.units["$"])
        let euro = try #require(Reading.units["EUR"])
        #expect(dollar.open.contains("USD"))
        #expect(!euro.isComparable(to: dollar))
    }
}

struct IntervalTests {
    private static func interval(_ low: Int?, _ high: Int?, _ lowOpen: Bool = false, _ highOpen: Bool = false)
        -> Interval
    {
        Interval(
            lower: low.map { Decimal($0) }, upper: high.map { Decimal($0) }, lowerOpen: lowOpen, upperOpen: highOpen)
    }

    private static let all: [Interval] = [nil, 0, 1, 2].flatMap { low in
        [nil, 0, 1, 2].flatMap { high in
            [false, true].flatMap { lowOpen in [false, true].map { interval(low, high, lowOpen, $0) } }
        }
    }

    /// The slow reference: tries numbers at and between all ends.
    private static let probes = (-4...12).map { Decimal($0) / 4 }

    @Test func overlapAgreesWithTryingNumbers() {
        for a in Self.all {
            for b in Self.all {
                let common = Self.probes.contains { a.contains($0) && b.contains($0) }
                #expect(a.intersects(b) == common, "\(a) and \(b)")
            }
        }
    }

    @Test func hullHoldsBoth() {
        for a in Self.all where !a.isEmpty {
            for b in Self.all where !b.isEmpty {
                for probe in Self.probes where a.contains(probe) || b.contains(probe) {
                    #expect(a.hull(b).contains(probe), "\(a) and \(b)")
                }
            }
        }
    }

    @Test func sumsAndMultiples() {
        #expect(Self.interval(1, 2) + Self.interval(10, nil, true) == Self.interval(11, nil, true))
        #expect(Self.interval(1, 2, true, false) * -2 == Self.interval(-4, -2, false, true))
    }
}
