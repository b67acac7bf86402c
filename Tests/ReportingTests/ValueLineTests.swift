import Documents
import Extraction
import FoundationEssentials
import Testing
import Values

@testable import Reporting

struct ValueLineTests {
    private typealias Extent = ValueLine.Extent

    private static func point(_ value: Double) -> Extent { Extent(lower: value, upper: value) }

    /// Each mark as start and end in hundredths, `(` or `[` or `<` by its ends.
    private func drawn(_ line: ValueLine?) -> [String] {
        (line?.marks ?? []).map { mark in
            let left = mark.startEnd == .closed ? "[" : mark.startEnd == .open ? "(" : "<"
            let right = mark.endEnd == .closed ? "]" : mark.endEnd == .open ? ")" : ">"
            return left + "\(Int((mark.start * 100).rounded())) \(Int((mark.end * 100).rounded()))" + right
        }
    }

    // MARK: Geometry

    private static let placements: [([Extent], [String])] = [
        // The least and the most stand 12 hundredths of what is between them from the edges.
        ([point(0), point(100)], ["[10 10]", "[90 90]"]),
        ([point(0), point(50), point(100)], ["[10 10]", "[50 50]", "[90 90]"]),
        ([point(-5), point(5)], ["[10 10]", "[90 90]"]),
        ([Extent(lower: 10, upper: 20, upperOpen: true), point(30)], ["[10 50)", "[90 90]"]),
        // What has no end reaches the edge, and leaves room to be seen.
        ([Extent(lower: 150, upper: nil, lowerOpen: true), point(145)], ["(83 100>", "[17 17]"]),
        ([Extent(lower: nil, upper: 100), Extent(lower: 200, upper: nil)], ["<0 17]", "[83 100>"]),
        // One end alone.
        ([Extent(lower: 50, upper: nil, lowerOpen: true), point(50)], ["(50 100>", "[50 50]"]),
        ([Extent(lower: 0, upper: nil), point(0)], ["[50 100>", "[50 50]"]),
        ([point(1e300), point(2e300)], ["[10 10]", "[90 90]"]),
        // Nothing to compare.
        ([], []), ([point(3)], []), ([point(3), point(3)], []), ([Extent(), Extent(lowerOpen: true)], []),
        ([point(.infinity), point(-.infinity)], []), ([point(-1.7e308), point(1.7e308)], []),
    ]

    @Test(arguments: placements.indices)
    func places(index: Int) {
        let (extents, expected) = Self.placements[index]
        #expect(drawn(ValueLine(extents, measure: .number)) == expected)
    }

    // MARK: Scale

    private static let scales: [(ValueLine.Measure, Double, Double, [String]?)] = [
        (.number, 145, 150, ["145", "146", "147", "148", "149", "150"]),
        (.number, 0, 1, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (.number, 1_150_000, 1_204_331, ["1,160,000", "1,180,000", "1,200,000"]),
        (.number, -40, 40, ["-40", "-20", "0", "20", "40"]),
        (.number, 1979, 2003, ["1980", "1985", "1990", "1995", "2000", "2005"]),
        (.number, 0.001, 0.0011, ["0.001", "0.00105", "0.0011"]), (.number, 1e15, 1e15 + 1, nil),
        (.number, 1e200, 2e200, []),
        (.number, 5, 5_000_000, ["0", "2,000,000", "4,000,000"]),
        (.day, 19_790, 19_791, ["2024-03-08", "2024-03-09"]), (.day, 19_783, 19_805, nil),
        (.day, 7_427, 7_433, ["1990-05-03", "1990-05-06", "1990-05-09"]),
        (.day, 19_783, 19_900, ["2024-03", "2024-05", "2024-07"]), (.day, 0, 20_000, ["1980", "2000", "2020"]),
        (.day, -700_000, 20_000, nil), (.day, -4_000_000, 3_000_000, nil),
        (.clock, 580, 590, ["09:40", "09:45", "09:50"]), (.clock, 0, 1_439, nil), (.clock, 0, 2, nil),
    ]

    @Test(arguments: scales)
    func ticks(measure: ValueLine.Measure, from: Double, to: Double, expected: [String]?) throws {
        let line = try #require(ValueLine([Self.point(from), Self.point(to)], measure: measure))
        if let expected { #expect(line.ticks.map(\.label) == expected) }
        #expect(line.ticks.count <= 6)
        #expect(line.ticks.map(\.position) == line.ticks.map(\.position).sorted())
        #expect(line.ticks.allSatisfy { (0...1).contains($0.position) })
        #expect(Set(line.ticks.map(\.label)).count == line.ticks.count)
        // Side by side on a phone: some 40 characters.
        #expect(line.ticks.reduce(0) { $0 + $1.label.count } <= 40)
    }

    @Test(arguments: [
        ("145", "145"), ("1979", "1979"), ("12000", "12,000"), ("1200000", "1,200,000"), ("-120000", "-120,000"),
        ("12345.6789", "12,345.6789"), ("0.12345", "0.12345"), ("-1000", "-1000"),
    ])
    func groupsDigits(digits: String, expected: String) {
        #expect(LineTicks.grouped(digits) == expected)
    }

    // MARK: Which claims

    private func quantity(_ value: Int, _ unit: String?) -> ClaimValue.Content {
        .quantity(ClaimQuantity(interval: Interval(exactly: Decimal(value)), unit: unit))
    }

    private func time(_ days: String?, clock: ClosedRange<Int>? = nil, weekday: Int? = nil) -> ClaimValue.Content {
        let days = days.flatMap { DayInterval(iso: $0) }
        return .time(ClaimMoment(days: days, weekday: weekday, clock: clock, grain: .day))
    }

    private func compared(_ contents: [ClaimValue.Content]) -> ComparedValues? {
        ComparedValues(
            contents.map { content in
                var claim = Sample.claims[0]
                claim.value.content = content
                return claim
            })
    }

    @Test func comparesOneUnit() throws {
        let values = try #require(compared([quantity(3, "km"), quantity(2, "mi"), .name("x"), quantity(4, "km")]))
        #expect(values.claims == [0, 3])
        #expect(values.unit == "km")
        #expect(compared([quantity(3, "km"), quantity(2, "mi")]) == nil)
    }

    @Test func comparesDays() throws {
        let values = try #require(compared([time("2024-03-02"), time(nil, weekday: 2), time("2024-03")]))
        #expect(values.claims == [0, 2])
        #expect(values.measure == .day)
        #expect(drawn(values.line) == ["[12 12]", "[10 90]"])
    }

    /// Times of one day differ by the clock.
    @Test func comparesTimesOfDay() throws {
        let values = try #require(
            compared([time("2024-03-02", clock: 580...580), time("2024-03-02", clock: 590...600)]))
        #expect(values.measure == .clock)
        #expect(drawn(values.line) == ["[10 10]", "[50 90]"])
    }

    @Test func leavesOtherValuesOut() {
        #expect(compared([.name("a"), .name("b")]) == nil)
        #expect(compared([time(nil, weekday: 2), time("2024-03-02")]) == nil)
        #expect(compared([]) == nil)
    }

    @Test(arguments: [(0.0, "7.00%"), (1, "96.00%"), (0.5, "51.50%"), (1.0 / 3, "36.67%"), (0.01, "7.89%")])
    func writesShares(share: Double, expected: String) {
        #expect(HTMLLineView.percent(share) == expected)
    }
}
