public import Documents
public import Extraction

/// Something that the house holds for true, written down in a file of its own.
public struct ReferenceFact: Sendable {
    /// The id of the rule that discrepancies with facts have.
    public static let rule = "reference"

    /// What it is told of: the subject as written, then its other names.
    public var names: [String]
    /// What its value can be read as: "1974" is a year, and a number; one at the least.
    public var readings: [ClaimValue]
    /// The first day for which it holds; nil where it has always held.
    public var first: CalendarDay?
    /// The last day for which it holds; nil where it still does.
    public var last: CalendarDay?
    /// The fact in the form of a claim: its document is the file of facts, its attribution the fact's source.
    public var claim: Claim

    public init(
        names: [String], readings: [ClaimValue], first: CalendarDay? = nil, last: CalendarDay? = nil, claim: Claim
    ) {
        self.names = names
        self.readings = readings
        self.first = first
        self.last = last
        self.claim = claim
    }

    /// Some day of an interval is one for which it holds.
    public func holds(in days: DayInterval) -> Bool {
        (first.map { $0 <= days.last } ?? true) && (last.map { days.first <= $0 } ?? true)
    }

    /// The days for which it holds, for a reader: "from 2020-01-01", "until 2024-12-31".
    var period: String {
        let parts = [first.map { "from \($0)" }, last.map { "until \($0)" }].compactMap { $0 }
        return parts.isEmpty ? "any time" : parts.joined(separator: " ")
    }
}
