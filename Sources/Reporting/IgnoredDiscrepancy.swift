public import Reconciliation

/// Why an editor leaves a discrepancy out.
public enum IgnoreReason: String, Sendable, CaseIterable {
    /// The figure has changed since; both were right on their day.
    case update
    /// One speaks of a part, or of another period.
    case differentScope = "different scope"
    /// They do not speak of one thing at all.
    case differentThing = "different thing"
    /// It is one, and stays.
    case accepted
}

/// A discrepancy that an ignore leaves out of a report.
public struct IgnoredDiscrepancy: Sendable {
    public let discrepancy: Discrepancy
    public let reason: IgnoreReason
    /// The editor's own words.
    public let note: String?
    /// Where the ignore stands: `file:line:column`.
    public let place: String
    /// It is a comment in a document, and no entry of a configuration.
    public let isInDocument: Bool

    public init(
        discrepancy: Discrepancy, reason: IgnoreReason, note: String?, place: String, isInDocument: Bool
    ) {
        self.discrepancy = discrepancy
        self.reason = reason
        self.note = note
        self.place = place
        self.isInDocument = isInDocument
    }

    /// "update: the ministry's count of Monday", as far as the editor said more than the reason.
    var words: String { [reason.rawValue, note].compactMap { $0 }.joined(separator: ": ") }
}

extension [IgnoredDiscrepancy] {
    /// How many there are, by reason, in the order of `IgnoreReason`.
    var counts: [(reason: IgnoreReason, count: Int)] {
        IgnoreReason.allCases.map { reason in (reason, count { $0.reason == reason }) }.filter { $0.1 > 0 }
    }
}

/// A discrepancy of a report, and what ignores it where an ignore leaves it out.
struct Finding {
    let discrepancy: Discrepancy
    let ignored: IgnoredDiscrepancy?
}

extension Report {
    /// All discrepancies, then those that an ignore leaves out.
    var findings: [Finding] {
        discrepancies.map { Finding(discrepancy: $0, ignored: nil) }
            + ignored.map { Finding(discrepancy: $0.discrepancy, ignored: $0) }
    }
}
