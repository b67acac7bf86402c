import Extraction
import Reconciliation

/// One line a discrepancy, in the form of compilers: `path:line:column: severity: message [rule id]`.
public struct CompactReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        for discrepancy in report.discrepancies {
            let status = discrepancy.status == .new ? "" : "\(discrepancy.status.rawValue): "
            let line =
                "\(sources.place(of: discrepancy.primary)): \(discrepancy.severity.rawValue): \(status)"
                + "\(sources.sentence(discrepancy)) [\(discrepancy.rule) \(discrepancy.shortID)]"
            try sink.write(DisplayText.clean(line) + "\n")
        }
    }
}
