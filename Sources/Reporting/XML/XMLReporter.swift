import Extraction
import Reconciliation

/// The discrepancy report as XML, valid against `ReportSchema`.
public struct XMLReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let names = DocumentNames(report.documents)
        var xml = try XMLStream()
        xml.startRoot("discrepancyReport", generator: report.generator)
        xml.documents(report.documents)
        xml.start("discrepancies")
        for discrepancy in report.discrepancies {
            xml.discrepancy(discrepancy, names: names)
            try xml.drain(to: &sink)
        }
        xml.end()
        xml.coverage(report.coverage, ignored: report.ignoredCounts)
        if let baseline = report.baseline { xml.baseline(baseline) }
        if !report.ignored.isEmpty {
            xml.start("ignored")
            for ignored in report.ignored {
                xml.ignored(ignored, names: names)
                try xml.drain(to: &sink)
            }
            xml.end()
        }
        xml.endDocument()
        try xml.drain(to: &sink)
    }
}

extension XMLStream {
    fileprivate mutating func baseline(_ baseline: BaselineSummary) {
        start(
            "baseline",
            [
                "path": baseline.path, "origin": baseline.origin == .file ? nil : baseline.origin.rawValue,
                "new": String(baseline.new), "known": String(baseline.known),
            ])
        for resolved in baseline.resolved {
            element(
                "resolved", ["id": resolved.id, "rule": resolved.rule, "attribute": resolved.attribute],
                text: resolved.subject)
        }
        end()
    }

    fileprivate mutating func ignored(_ ignored: IgnoredDiscrepancy, names: DocumentNames) {
        start(
            "finding",
            [
                "reason": ignored.reason.rawValue, "note": ignored.note, "place": ignored.place,
                "inDocument": String(ignored.isInDocument),
            ])
        discrepancy(ignored.discrepancy, names: names)
        end()
    }

    fileprivate mutating func discrepancy(_ discrepancy: Discrepancy, names: DocumentNames) {
        start(
            "discrepancy",
            [
                "id": discrepancy.id, "kind": discrepancy.kind.rawValue, "relation": discrepancy.relation.rawValue,
                "severity": discrepancy.severity.rawValue, "status": discrepancy.status.rawValue,
                "rule": discrepancy.rule,
            ])
        element("subject", ["type": discrepancy.subject.kind.rawValue], text: discrepancy.subject.text)
        element("attribute", text: discrepancy.attribute)
        element("message", text: discrepancy.message)
        for claim in discrepancy.claims { self.claim(claim, names: names) }
        end()
    }
}
