import Documents
import Extraction
import Foundation
import Reconciliation
import TestSupport
import Testing

@testable import Reporting

struct XMLReportReaderTests {
    private static let marked = Report(
        generator: "crosscheck 1.2.3", documents: Sample.documents,
        discrepancies: [Sample.discrepancy(), Sample.discrepancy(.notice, status: .known)], coverage: Sample.coverage,
        baseline: BaselineSummary(
            path: "accepted & known.jsonl", new: 1, known: 1,
            resolved: [BaselineSummary.Resolved(id: "1 2", rule: "r", subject: "fire, <Tarn>", attribute: "deaths")]))

    /// Read and written again, the XML is the same to the byte.
    @discardableResult
    private func expectRoundTrip(_ report: Report) throws -> Report {
        let written = try XMLReporter().bytes(of: report)
        #expect(SchemaValidator(schema: ReportSchema.bytes).problems(of: written) == [])
        let read = try XMLReportReader().read(written)
        let again = try XMLReporter().bytes(of: read)
        #expect(String(decoding: again, as: UTF8.self) == String(decoding: written, as: UTF8.self))
        return read
    }

    @Test(arguments: ReportFormat.allCases)
    func losesNothingThatAnyFormatTells(format: ReportFormat) throws {
        for report in [Sample.report, Sample.emptyReport, Self.marked, Sample.held, Sample.since] {
            let read = try expectRoundTrip(report)
            let reporter = format.reporter(layout: TextLayout())
            #expect(try reporter.bytes(of: read) == reporter.bytes(of: report))
        }
    }

    @Test func readsTheBaseline() throws {
        let baseline = try #require(try expectRoundTrip(Self.marked).baseline)
        #expect(baseline == Self.marked.baseline)
        let text = String(decoding: try XMLReporter().bytes(of: Self.marked), as: UTF8.self)
        #expect(
            text.hasSuffix(
                """
                  </coverage>
                  <baseline path="accepted &amp; known.jsonl" new="1" known="1">
                    <resolved id="1 2" rule="r" attribute="deaths">fire, &lt;Tarn&gt;</resolved>
                  </baseline>
                </discrepancyReport>

                """))
    }

    @Test(arguments: SampleValues.all)
    func readsEveryKindOfValue(value: ClaimValue) throws {
        var claims = Sample.claims
        claims[0].value = value
        let report = Report(
            generator: "x", documents: Sample.documents, discrepancies: [Sample.discrepancy(claims: claims)],
            coverage: Sample.coverage)
        #expect(try expectRoundTrip(report).discrepancies[0].claims[0].value == value)
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws { try expectRoundTrip(NastyText.report(NastyText.all[index].text).report) }

    @Test(arguments: 1...40)
    func takesRandomText(seed: Int) throws {
        try expectRoundTrip(NastyText.report(NastyText.random(UInt64(seed))).report)
    }

    /// More than libxml2 takes unasked (10 MB), and more lines than it counts unasked (65,535).
    @Test func readsLargeReports() throws {
        var claims = Sample.claims
        claims[0].sentence = String(repeating: "It burnt.\n", count: 3_000)
        let report = Report(
            generator: "x", documents: Sample.documents,
            discrepancies: [Discrepancy](repeating: Sample.discrepancy(claims: claims), count: 400),
            coverage: Sample.coverage)
        let written = try XMLReporter().bytes(of: report)
        #expect(written.count > 12_000_000)
        #expect(try XMLReporter().bytes(of: try XMLReportReader().read(written)) == written)
        let broken = String(decoding: written, as: UTF8.self).replacing(
            "<coverage documents=\"2\"", with: "<coverage documents=\"-\"")
        let error = #expect(throws: XMLReportError.self) { try XMLReportReader().read(Array(broken.utf8)) }
        #expect(try #require(error?.problems.first?.line) > 1_000_000)
    }

    /// A report of a release that knew quantities alone, without keys of documents and kinds of values.
    @Test func readsOlderReports() throws {
        let text = try Self.sample.replacing(#" kind="quantity" lower"#, with: " lower").replacing(
            #" key="b""#, with: "")
        let report = try XMLReportReader().read(Array(text.utf8))
        #expect(report.discrepancies[0].claims[0].value == Sample.claims[0].value)
        #expect(report.documents.map(\.document) == ["a.txt", "news/b.md"])
    }

    @Test func readsOtherEncodings() throws {
        let text = try Self.sample.replacing("UTF-8", with: "UTF-16")
        let data = try #require(text.data(using: .utf16))
        #expect(try XMLReportReader().read(Array(data)).discrepancies.count == 1)
    }

    /// - Parameter replaced: what stands in a good report, and what takes its place.
    @Test(arguments: [
        ("</discrepancyReport>", "", 34, "not well-formed XML ("),
        ("<documents>", "<documents", 4, "not well-formed XML ("),
        (#"line="3""#, #"line="three""#, 12, "Element 'claim', attribute 'line': 'three' is not a valid value"),
        ("<quote>", "<quotation/><quote>", 14, "Element 'quotation': This element is not expected"),
        (#"id="d2" path"#, #"id="d1" path"#, 5, "Element 'document': Duplicate key-sequence"),
        (#"version="1" generator"#, #"version="2" generator"#, 2, "Element 'discrepancyReport', attribute 'version'"),
        (
            "urn:crosscheck:report:1", "urn:crosscheck:report:2", 2,
            "Element '{urn:crosscheck:report:2}discrepancyReport'"
        ),
        (#"published="2025-07-03""#, #"published="2025-02-31""#, 4, "'published' is '2025-02-31'; expected days"),
        (#"upper="145""#, #"upper="144""#, 20, "'value' is an interval that holds no number"),
        (#"lower="150""#, #"lower="1.50""#, 13, "'value.lower' is '1.50'; expected decimal digits"),
        (#"end="28""#, #"end="8""#, 19, "'start' and 'end' are 10 and 8, which is no stretch of a text"),
        (#"words="120""#, #"words="99999999999999999999""#, 4, "'words' is '99999999999999999999'; expected a whole"),
        (#"to="2025-05-31""#, #"to="2025-04-31""#, 17, "'time' is '2025-05-01/2025-04-31'; expected days"),
    ])
    func tellsWhatIsWrong(good: String, bad: String, line: Int, message: String) throws {
        let text = try Self.sample
        let range = try #require(text.range(of: good))
        let error = #expect(throws: XMLReportError.self) {
            try XMLReportReader().read(Array(text.replacingCharacters(in: range, with: bad).utf8))
        }
        let problem = try #require(error?.problems.first)
        #expect(problem.line == line)
        #expect(problem.message.hasPrefix(message), Comment(rawValue: problem.message))
    }

    @Test func refusesOtherReports() throws {
        let claims = try XMLClaimReporter().bytes(of: Sample.claimReport)
        let error = #expect(throws: XMLReportError.self) { try XMLReportReader().read(claims) }
        #expect(error?.problems.map(\.message) == ["holds no report of discrepancies"])
    }

    /// Entities, of which a few lines make gigabytes, or which read other files, are not even declared.
    @Test(arguments: [
        #"<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>"#,
        #"<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>"#, #"<!DOCTYPE a SYSTEM "http://localhost/a.dtd">"#,
    ])
    func refusesDocumentTypes(type: String) throws {
        let text = try Self.sample.replacing("<discrepancyReport", with: type + "\n<discrepancyReport")
        let error = #expect(throws: XMLReportError.self) { try XMLReportReader().read(Array(text.utf8)) }
        #expect(error?.problems.map(\.line) == [2])
        #expect(error?.problems.first?.message.hasPrefix("a report has no document type") == true)
    }

    @Test(arguments: [
        [], [0xFF, 0xFE], Array("no XML".utf8), [UInt8](repeating: 0, count: 100),
        Array(String(repeating: "<a>", count: 100_000).utf8),
    ])
    func refusesWhatIsNoXML(bytes: [UInt8]) {
        #expect(throws: XMLReportError.self) { try XMLReportReader().read(bytes) }
    }

    /// Whatever is broken, there is a report or an error.
    @Test(arguments: 1...80)
    func takesDamage(seed: Int) throws {
        var bytes = Array(try Self.sample.utf8)
        let noise = Array(NastyText.random(UInt64(seed)).utf8.prefix(3))
        let place = seed * 7_919 % bytes.count
        bytes.replaceSubrange(place..<min(place + seed % 5, bytes.count), with: noise)
        do throws(XMLReportError) {
            _ = try XMLReportReader().read(bytes)
        } catch {
            #expect(!error.problems.isEmpty)
        }
    }

    private static var sample: String {
        get throws { String(decoding: try XMLReporter().bytes(of: Sample.report), as: UTF8.self) }
    }
}
