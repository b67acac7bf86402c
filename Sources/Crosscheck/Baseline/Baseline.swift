public import Reconciliation

/// The discrepancies that were accepted, so that only new ones count.
public struct Baseline: Sendable, Hashable {
    /// Sorted by their lines, each once.
    public private(set) var entries: [BaselineEntry]

    public init(_ entries: [BaselineEntry] = []) {
        let lines = entries.map { (line: $0.line, entry: $0) }.sorted { $0.line < $1.line }
        self.entries = lines.indices.filter { $0 == 0 || lines[$0].line != lines[$0 - 1].line }.map { lines[$0].entry }
    }

    /// The text of its file: one JSON object a line, sorted, so that two branches merge line by line.
    public var text: String { entries.map { $0.line + "\n" }.joined() }

    /// What is known and what is new among the discrepancies of a report, and what is gone.
    /// - Parameters:
    ///   - current: the report's discrepancies as entries, in its order.
    ///   - ignored: those that an ignore leaves out of it, in their order: they are there all the same.
    ///   - isGone: tells of a document that was not read whether it exists no more.
    func compare(
        with current: [BaselineEntry], ignored: [BaselineEntry], read: Set<String>, isGone: (String) -> Bool
    ) -> BaselineComparison {
        func status(_ entry: BaselineEntry) -> Discrepancy.Status {
            entries.contains { entry.common(with: $0).count == entry.claims.count } ? .known : .new
        }
        var comparison = BaselineComparison(
            statuses: current.map(status), ignoredStatuses: ignored.map(status))
        let current = current + ignored
        let readSentences = Set(current.flatMap(\.claims).map(\.sentence))
        comparison.stale = entries.filter { accepted in
            let isThere = current.contains { accepted.common(with: $0).count >= 2 }
            return !isThere
                && accepted.claims.allSatisfy { member in
                    read.contains(member.document) || readSentences.contains(member.sentence) || isGone(member.document)
                }
        }
        return comparison
    }
}

/// How a run stands to its baseline.
public struct BaselineComparison: Sendable {
    /// Of each discrepancy of the report, in its order.
    public internal(set) var statuses: [Discrepancy.Status] = []
    /// Of each discrepancy that an ignore leaves out of the report, in their order.
    var ignoredStatuses: [Discrepancy.Status] = []
    /// Accepted discrepancies that are no more, though all their documents were read or are gone.
    public internal(set) var stale: [BaselineEntry] = []
}
