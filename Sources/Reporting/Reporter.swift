/// Writes what a run found in one format. A reporter only renders: it computes nothing that another format would lack.
public protocol Reporter<Content>: Sendable {
    associatedtype Content
    /// - Throws: what the sink throws.
    func write(_ content: Content, to sink: inout some OutputSink & ~Copyable) throws
}

extension Reporter {
    /// The whole rendering in memory.
    public func bytes(of content: Content) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write(content, to: &bytes)
        return bytes
    }
}

/// The formats of a discrepancy report.
public enum ReportFormat: String, Sendable, CaseIterable {
    case text, compact, xml, json, jsonl, sarif, junit, gitlab, checkstyle, github, csv, markdown, html

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<Report> {
        switch self {
        case .text: TextReporter(layout: layout)
        case .compact: CompactReporter()
        case .xml: XMLReporter()
        case .json: JSONReporter()
        case .jsonl: JSONLinesReporter()
        case .sarif: SARIFReporter()
        case .junit: JUnitReporter()
        case .gitlab: GitLabReporter()
        case .checkstyle: CheckStyleReporter()
        case .github: GitHubReporter()
        case .csv: CSVReporter()
        case .markdown: MarkdownReporter()
        case .html: HTMLReporter()
        }
    }

    /// Whether it says what was read and what was passed over; the others have no place for it.
    public var tellsCoverage: Bool {
        switch self {
        case .text, .xml, .json, .sarif, .markdown, .html: true
        case .compact, .jsonl, .junit, .gitlab, .checkstyle, .github, .csv: false
        }
    }
}

/// The formats of a list of claims.
public enum ClaimFormat: String, Sendable, CaseIterable {
    case text, xml, json, jsonl

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<ClaimReport> {
        switch self {
        case .text: TextClaimReporter(layout: layout)
        case .xml: XMLClaimReporter()
        case .json: JSONClaimReporter()
        case .jsonl: JSONLinesClaimReporter()
        }
    }
}

/// The formats of a list of subjects.
public enum SubjectFormat: String, Sendable, CaseIterable {
    case text, json, jsonl

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<SubjectReport> {
        switch self {
        case .text: TextSubjectReporter(layout: layout)
        case .json: JSONSubjectReporter()
        case .jsonl: JSONLinesSubjectReporter()
        }
    }
}
