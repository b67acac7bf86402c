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
    case text, xml, json
    case html

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<Report> {
        switch self {
        case .text: TextReporter(layout: layout)
        case .xml: XMLReporter()
        case .json: JSONReporter()
        case .html: HTMLReporter()
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
