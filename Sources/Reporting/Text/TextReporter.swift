import Extraction
import Reconciliation

/// The discrepancy report for people: each discrepancy with its claims side by side, then what was read.
///
/// Reads well aloud: no boxes, no symbols that carry meaning alone.
public struct TextReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        let sources = DocumentSources(report.documents)
        for discrepancy in report.discrepancies {
            page.discrepancy(discrepancy, sources: sources)
            page.blankLine()
            try page.drain(to: &sink)
        }
        if report.discrepancies.isEmpty {
            page.paragraph("No discrepancies.")
            page.blankLine()
        }
        page.coverage(report.coverage, findings: Self.findings(report))
        if let baseline = report.baseline { page.paragraph(baseline.line) }
        try page.drain(to: &sink)
    }

    /// "1 error, 0 warnings, 2 notices", and how many of them were known or are ignored.
    static func findings(_ report: Report) -> String {
        let discrepancies = report.discrepancies
        let counts = Discrepancy.Severity.allCases.reversed().map { severity in
            TextPage.count(discrepancies.count { $0.severity == severity && $0.status == .new }, severity.rawValue)
        }
        let rest = Discrepancy.Status.allCases.filter { $0 != .new }.compactMap { status in
            let count = discrepancies.count { $0.status == status }
            return count > 0 ? "\(count) \(status.rawValue)" : nil
        }
        return (counts + rest + [report.ignoredLine].compactMap { $0 }).joined(separator: ", ")
    }
}

extension TextPage {
    fileprivate mutating func discrepancy(_ discrepancy: Discrepancy, sources: DocumentSources) {
        let severity = layout.styled(discrepancy.severity.rawValue, .bold, Self.color(discrepancy.severity))
        let status = discrepancy.status == .new ? "" : ", \(discrepancy.status.rawValue)"
        let relation = discrepancy.relation.rawValue.replacing("-", with: " ")
        let id = layout.styled(String(discrepancy.id.prefix(8)), .faint)
        line("\(severity): \(discrepancy.kind.rawValue), \(relation)\(status) [\(id)]")
        if !discrepancy.message.contains(discrepancy.subject.text) {
            paragraph("\(discrepancy.subject.text): \(discrepancy.attribute)", hanging: 2)
        }
        paragraph(discrepancy.message, hanging: 2)
        claims(discrepancy.claims) { [sources.line(for: $0)] }
    }

    private static func color(_ severity: Discrepancy.Severity) -> TextLayout.Style {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .notice: .cyan
        }
    }
}
