import Documents
import Extraction
import Reconciliation

/// The discrepancies as CSV (RFC 4180, UTF-8): a header, then a row for each claim of each discrepancy.
public struct CSVReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        try sink.write(Self.line(CSVColumn.all.map(\.name)))
        for discrepancy in report.discrepancies {
            for index in discrepancy.claims.indices {
                let row = CSVRow(discrepancy, index: index, sources: sources)
                try sink.write(Self.line(CSVColumn.all.map { $0.cell(row) }))
            }
        }
    }

    private static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    /// Quoted where a comma, or another mark that spreadsheets may take for one, would part it.
    private static func quoted(_ cell: String) -> String {
        let special: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\r", "\n"]
        guard cell.unicodeScalars.contains(where: special.contains) else { return cell }
        return "\"" + cell.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
    }
}

/// What a row is made of.
private struct CSVRow {
    let discrepancy: Discrepancy
    let claim: Claim
    let isPrimary: Bool
    let value: ValueView
    let path: String
    let metadata: Metadata?

    init(_ discrepancy: Discrepancy, index: Int, sources: DocumentSources) {
        self.discrepancy = discrepancy
        claim = discrepancy.claims[index]
        isPrimary = index == 0
        value = ValueView(claim.value)
        path = sources.path(of: claim)
        metadata = sources.document(of: claim)?.metadata
    }
}

/// A column of the table; `docs/formats.md` tells what each holds.
private struct CSVColumn: Sendable {
    let name: String
    let cell: @Sendable (CSVRow) -> String

    /// What is made of digits and our own words: it stands as it is.
    private static func own(_ name: String, _ value: @escaping @Sendable (CSVRow) -> String?) -> CSVColumn {
        CSVColumn(name: name) { value($0) ?? "" }
    }

    /// What documents say: no spreadsheet may take it for a formula.
    private static func text(_ name: String, _ value: @escaping @Sendable (CSVRow) -> String?) -> CSVColumn {
        CSVColumn(name: name) { SpreadsheetText.guarded(XMLText.clean(value($0) ?? "")) }
    }

    static let all: [CSVColumn] = [
        own("discrepancy") { $0.discrepancy.id },
        own("kind") { $0.discrepancy.kind.rawValue },
        own("relation") { $0.discrepancy.relation.rawValue },
        own("severity") { $0.discrepancy.severity.rawValue },
        own("status") { $0.discrepancy.status.rawValue },
        text("rule") { $0.discrepancy.rule },
        own("subject_type") { $0.discrepancy.subject.kind.rawValue },
        text("subject") { $0.discrepancy.subject.text },
        text("attribute") { $0.discrepancy.attribute },
        text("message") { $0.discrepancy.message },
        own("claim") { $0.claim.id },
        own("primary") { String($0.isPrimary) },
        text("document") { $0.claim.document },
        text("path") { $0.path },
        own("line") { String($0.claim.position.line) },
        own("column") { String($0.claim.position.column) },
        own("start") { String($0.claim.span.start) },
        own("end") { String($0.claim.span.end) },
        text("title") { $0.metadata?.title },
        text("publisher") { $0.metadata?.publisher },
        own("published") { $0.metadata?.published?.description },
        text("language") { $0.metadata?.language },
        text("value") { $0.claim.value.text },
        own("value_kind") { $0.value.kind.rawValue },
        text("reading") { $0.claim.value.reading },
        own("lower") { $0.value.lower },
        own("upper") { $0.value.upper },
        own("open") { $0.value.open },
        text("unit") { $0.value.unit },
        own("from") { $0.value.from },
        own("to") { $0.value.to },
        text("quote") { $0.claim.quote },
        text("sentence") { $0.claim.sentence },
        text("attribution") { $0.claim.attribution },
        text("scope") { $0.claim.scope.joined(separator: "; ") },
        own("modality") { $0.claim.modality.rawValue },
        text("time") { $0.claim.time?.text },
        own("time_from") { $0.claim.time?.days.first.description },
        own("time_to") { $0.claim.time?.days.last.description },
    ]
}

/// Text in the cell of a spreadsheet.
enum SpreadsheetText {
    /// The text, behind an apostrophe where a spreadsheet could take it for a formula: where the first character that shows
    /// begins one, or a control character comes first.
    static func guarded(_ text: String) -> String {
        let controls: Set<Unicode.Scalar> = ["\t", "\r", "\n"]
        let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
        let visible = text.unicodeScalars.first {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .format
        }
        let isRisky =
            text.unicodeScalars.first.map(controls.contains) ?? false || visible.map(starts.contains) ?? false
        return isRisky ? "'" + text : text
    }
}
