import Extraction
import FoundationEssentials

/// The discrepancy report as one JSON object.
public struct JSONReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(
            ReportView(
                generator: report.generator, documents: report.documents.map(DocumentView.init),
                discrepancies: report.discrepancies.map(DiscrepancyView.init),
                coverage: CoverageView(report.coverage, ignored: report.ignoredCounts),
                baseline: report.baseline.map(BaselineView.init),
                ignored: report.ignored.isEmpty ? nil : report.ignored.map(IgnoredView.init)))
    }
}

/// The discrepancies alone, one JSON object a line.
public struct JSONLinesReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSONLines(report.discrepancies.lazy.map(DiscrepancyView.init))
    }
}

/// The claims as one JSON object.
public struct JSONClaimReporter: Reporter {
    public init() {}

    public func write(_ report: ClaimReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(
            ReportView(
                generator: report.generator, documents: report.documents.map(DocumentView.init),
                claims: report.claims, coverage: CoverageView(report.coverage)))
    }
}

/// The claims alone, one JSON object a line: the lines of several reports are those of one report with all claims.
public struct JSONLinesClaimReporter: Reporter {
    public init() {}

    public func write(_ report: ClaimReport, to sink: inout some OutputSink & ~Copyable) throws {
        let documents = Dictionary(
            report.documents.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
        try sink.writeJSONLines(
            report.claims.lazy.compactMap { claim in documents[claim.claim.document].map { ClaimLine(claim, of: $0) } })
    }
}

/// The subjects as one JSON object.
public struct JSONSubjectReporter: Reporter {
    public init() {}

    public func write(_ report: SubjectReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(
            ReportView(
                generator: report.generator, documents: report.documents.map(DocumentView.init),
                subjects: report.subjects.map(ListedSubjectView.init), coverage: CoverageView(report.coverage)))
    }
}

/// The subjects alone, one JSON object a line.
public struct JSONLinesSubjectReporter: Reporter {
    public init() {}

    public func write(_ report: SubjectReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSONLines(report.subjects.map(ListedSubjectView.init))
    }
}

extension OutputSink where Self: ~Copyable {
    /// One value, laid out over lines, with sorted keys.
    public mutating func writeJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try write(Array(encoder.encode(value)) + [UInt8(ascii: "\n")])
    }

    /// One value a line, with sorted keys.
    public mutating func writeJSONLines(_ values: some Sequence<some Encodable>) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for value in values { try write(Array(encoder.encode(value)) + [UInt8(ascii: "\n")]) }
    }
}
