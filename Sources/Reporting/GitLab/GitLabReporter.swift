import Documents
import Extraction
import Reconciliation

/// The discrepancy report as GitLab Code Quality JSON: each discrepancy at its primary claim, what is known as `info`.
public struct GitLabReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        try sink.writeJSON(report.discrepancies.map { CodeQualityIssue($0, sources: sources) })
    }
}

/// An entry of the list.
private struct CodeQualityIssue: Encodable {
    struct Location: Encodable {
        struct Lines: Encodable {
            var begin: Int
        }

        var path: String
        var lines: Lines
    }

    var description, checkName, fingerprint, severity: String
    var location: Location

    private enum CodingKeys: String, CodingKey {
        case description, fingerprint, severity, location
        case checkName = "check_name"
    }

    init(_ discrepancy: Discrepancy, sources: DocumentSources) {
        let isNew = discrepancy.status == .new
        description = (isNew ? "" : "\(discrepancy.status.rawValue): ") + sources.sentence(discrepancy)
        checkName = discrepancy.rule
        fingerprint = discrepancy.id
        severity = isNew ? Self.severity(discrepancy.severity) : "info"
        location = Location(
            path: sources.path(of: discrepancy.primary),
            lines: Location.Lines(begin: discrepancy.primary.position.line))
    }

    private static func severity(_ severity: Discrepancy.Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .notice: "info"
        }
    }
}
