import Documents
import Extraction
import Foundation
import Reconciliation
import TestSupport
import Testing

@testable import Reporting

/// Reports as programs read them that know nothing of this one: modules of Python, and libraries for it.
struct ReaderTests {
    private static let reports: [Report] =
        [Sample.emptyReport, Sample.report, Sample.held, Sample.since]
        + (NastyText.all.map(\.text) + (1...20).map { NastyText.random($0) }).map { NastyText.report($0).report }

    /// What a reader is to find in a report, and in the reports of which format.
    struct Reader: Sendable, CustomStringConvertible {
        var name: String
        var format: ReportFormat
        var expected: @Sendable (Report) -> [JSONText]

        var description: String { name }
    }

    private func expectRead(by reader: Reader) throws {
        let renderer = reader.format.reporter(layout: TextLayout())
        let files = try Self.reports.enumerated().map { ("\($0)", try renderer.bytes(of: $1)) }
        let run = try Python.read(files, with: reader.name)
        try #require(run.status == 0, Comment(rawValue: run.errors))
        let found = try JSONDecoder().decode([[JSONText]].self, from: Data(run.output))
        try #require(found.count == Self.reports.count)
        for (index, report) in Self.reports.enumerated() {
            #expect(found[index].map(Self.scalars) == reader.expected(report).map(Self.scalars), "report \(index)")
        }
    }

    /// Strings that Swift takes for one may differ in their scalars.
    private static func scalars(_ row: JSONText) -> [[Unicode.Scalar]] {
        row.items.map { Array(($0.text ?? "\($0)").unicodeScalars) }
    }

    // MARK: Python's own modules

    static let own = [
        Reader(name: "csv", format: .csv) { claims(of: $0) { SpreadsheetText.guarded(XMLText.clean($0)) } },
        Reader(name: "json", format: .json) { claims(of: $0) { $0 } },
        Reader(name: "jsonl", format: .jsonl) { claims(of: $0) { $0 }.map { .list(Array($0.items.dropFirst())) } },
        Reader(name: "xml", format: .xml) { claims(of: $0, as: XMLText.clean) },
        Reader(name: "sarif", format: .sarif, expected: results),
        Reader(name: "checkstyle", format: .checkstyle, expected: errors),
        Reader(name: "junit", format: .junit, expected: cases),
    ]

    @Test(.enabled(if: Python.has("json"), "python3 is not installed"), arguments: own)
    func areRead(by reader: Reader) throws { try expectRead(by: reader) }

    /// A row for each claim of each discrepancy.
    private static func claims(of report: Report, as text: (String) -> String) -> [JSONText] {
        let sources = DocumentSources(report.documents)
        return report.discrepancies.flatMap { found in
            found.claims.map { claim in
                .list(
                    [
                        text(sources.path(of: claim)), text(found.rule), text(found.message), text(claim.quote),
                        found.status.rawValue,
                    ].map { .text($0) })
            }
        }
    }

    private static func results(of report: Report) -> [JSONText] {
        let absent = report.baseline?.origin == .file ? report.baseline?.resolved ?? [] : []
        return report.findings.map { finding in
            let found = finding.discrepancy
            let isAccepted = found.status == .known && report.baseline?.origin == .file
            let state = found.status == .new ? "new" : "unchanged"
            return .list([
                .text(found.rule), .text(found.severity == .notice ? "note" : found.severity.rawValue),
                report.baseline == nil ? .null : .text(state),
                .integer((finding.ignored == nil ? 0 : 1) + (isAccepted ? 1 : 0)),
            ])
        } + absent.map { .list([.text($0.rule), .text("note"), .text("absent"), .integer(1)]) }
    }

    private static func errors(of report: Report) -> [JSONText] {
        let sources = DocumentSources(report.documents)
        return report.discrepancies.map { found in
            let isNew = found.status == .new
            return .list([
                .text(XMLText.clean(sources.path(of: found.primary))), .integer(found.primary.position.line),
                .text(isNew && found.severity == .error ? "error" : "info"), .text(XMLText.clean(found.rule)),
                .text(XMLText.clean((isNew ? "" : "known: ") + sources.sentence(found))),
            ])
        }
    }

    /// A row for each case: new errors fail, what is known or ignored is skipped, and a file without findings passes.
    private static func cases(of report: Report) -> [JSONText] {
        let sources = DocumentSources(report.documents)
        return sources.byPath(report.findings, after: report.documents.map(\.path)).flatMap { path, found in
            let outcomes = found.map { finding in
                let isSkipped = finding.ignored != nil || finding.discrepancy.status == .known
                let name =
                    "\(finding.discrepancy.attribute), \(finding.discrepancy.subject.text) "
                    + "[\(finding.discrepancy.shortID)]"
                return (
                    name, isSkipped ? "skipped" : finding.discrepancy.severity == .error ? "failure" : "system-out"
                )
            }
            return (outcomes.isEmpty ? [("no discrepancies", "passed")] : outcomes).map { name, outcome in
                JSONText.list([.text(XMLText.clean(path)), .text(XMLText.clean(name)), .text(outcome)])
            }
        }
    }

    // MARK: Libraries

    @Test(.enabled(if: Python.has("junitparser"), "junitparser is not installed (python3-junitparser)"))
    func areReadByJUnitParser() throws {
        try expectRead(by: Reader(name: "junitparser", format: .junit, expected: Self.cases))
    }

    /// By the algorithm of the HTML standard, which takes the first parse error for a failure.
    @Test(.enabled(if: Python.has("html5lib"), "html5lib is not installed (python3-html5lib)"))
    func areReadByAnHTMLParser() throws {
        try expectRead(
            by: Reader(name: "html5lib", format: .html) { report in
                report.discrepancies.map { found in
                    // Checked against the standard with the page's own escapes in HTMLReporterTests.
                    let message = String(
                        String.UnicodeScalarView(found.message.unicodeScalars.map(Self.inMarkup)))
                    return .list([
                        .text(message), .text(found.status.rawValue), .integer(found.claims.count),
                    ])
                }
            })
    }

    /// What a page shows of a character: white space is a space, and what markup cannot hold the sign for it.
    private static func inMarkup(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if ["\t", "\n", "\r"].contains(scalar) { return " " }
        let isCharacter = scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
        return isCharacter ? scalar : "\u{FFFD}"
    }
}
