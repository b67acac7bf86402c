import Documents
import Extraction
import FoundationEssentials
import Values

/// The claims of a finding whose values can stand on one line.
struct ComparedValues {
    let measure: ValueLine.Measure
    /// Of quantities; nil for times and bare numbers.
    let unit: String?
    /// Which of the claims are on the line, by their index, in the order of the line's marks.
    let claims: [Int]
    let line: ValueLine

    /// nil where a line would show nothing.
    init?(_ all: [Claim]) {
        let candidates: [ComparedValues?] = [
            Self.quantities(all),
            ComparedValues(all, .day) { $0.value.time?.days.map(Self.extent) },
            ComparedValues(all, .clock) { $0.value.time?.clock.map(Self.extent) },
        ]
        guard let first = candidates.lazy.compactMap({ $0 }).first else { return nil }
        self = first
    }

    private init?(
        _ all: [Claim], _ measure: ValueLine.Measure, unit: String? = nil, extent: (Claim) -> ValueLine.Extent?
    ) {
        let found = all.enumerated().compactMap { index, claim in extent(claim).map { (index, $0) } }
        guard let line = ValueLine(found.map(\.1), measure: measure) else { return nil }
        self.measure = measure
        self.unit = unit
        self.claims = found.map(\.0)
        self.line = line
    }

    /// In the unit of the first quantity: others have no place on its line.
    private static func quantities(_ all: [Claim]) -> ComparedValues? {
        guard let unit = all.lazy.compactMap(\.value.quantity).first.map(\.unit) else { return nil }
        return ComparedValues(all, .number, unit: unit) { claim in
            claim.value.quantity.flatMap { $0.unit == unit ? extent($0.interval) : nil }
        }
    }

    private static func extent(_ interval: Interval) -> ValueLine.Extent? {
        let lower = interval.lower.flatMap { Double($0.description) }
        let upper = interval.upper.flatMap { Double($0.description) }
        guard lower != nil || upper != nil else { return nil }
        return ValueLine.Extent(
            lower: lower, upper: upper, lowerOpen: interval.lowerOpen, upperOpen: interval.upperOpen)
    }

    private static func extent(_ days: DayInterval) -> ValueLine.Extent {
        ValueLine.Extent(lower: Double(days.first.number), upper: Double(days.last.number))
    }

    private static func extent(_ minutes: ClosedRange<Int>) -> ValueLine.Extent {
        ValueLine.Extent(lower: Double(minutes.lowerBound), upper: Double(minutes.upperBound))
    }
}
