import Documents
import Extraction
import Reconciliation

/// The discrepancy report in the XML of Checkstyle: each discrepancy at its primary claim, what is known as `info`.
public struct CheckStyleReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        var xml = try XMLStream()
        // The version of the format that all of its readers know.
        xml.start("checkstyle", ["version": "4.3"])
        let findings = report.findings.filter { $0.ignored == nil }
        for (path, found) in sources.byPath(findings) {
            xml.start("file", ["name": path])
            for finding in found { xml.error(finding.discrepancy, sources: sources) }
            xml.end()
            try xml.drain(to: &sink)
        }
        xml.endDocument()
        try xml.drain(to: &sink)
    }
}

extension XMLStream {
    fileprivate mutating func error(_ discrepancy: Discrepancy, sources: DocumentSources) {
        let place = discrepancy.primary.position
        let isNew = discrepancy.status == .new
        empty(
            "error",
            [
                "line": String(place.line), "column": String(place.column),
                "severity": isNew ? Self.severity(discrepancy.severity) : "info",
                "message": (isNew ? "" : "\(discrepancy.status.rawValue): ") + sources.sentence(discrepancy),
                "source": discrepancy.rule,
            ])
    }

    private static func severity(_ severity: Discrepancy.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .notice: "info"
        }
    }
}
