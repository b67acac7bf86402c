import Foundation
import Reconciliation
import TestSupport
import Testing

@testable import Reporting

/// The formats that only continuous integration reads: JUnit, Checkstyle, GitLab Code Quality.
struct CIFormatTests {
    private func render(_ report: Report, _ reporter: some Reporter<Report>) throws -> String {
        String(decoding: try reporter.bytes(of: report), as: UTF8.self)
    }

    private static let mixed = Report(
        generator: "crosscheck 1.2.3", documents: Sample.documents,
        discrepancies: [
            Sample.discrepancy(), Sample.discrepancy(.warning), Sample.discrepancy(.notice),
            Sample.discrepancy(status: .known),
        ], coverage: Sample.coverage)

    // MARK: JUnit

    @Test func writesJUnit() throws {
        #expect(
            try render(Sample.report, JUnitReporter()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="crosscheck 1.2.3" tests="2" failures="1" errors="0" skipped="0">
                  <testsuite name="news/a.txt" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="news/a.txt" name="deaths, fire, Tarn, May 2025 [01234567]" file="news/a.txt" \
                line="3">
                      <failure message="Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold." \
                type="quantity contradiction">Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.
                over 150 people: “Over 150 people died”, Harbour Wire, 2025-07-03, news/a.txt:3:11
                145 people: “killing 145 people”, news/b.md:3:11</failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="news/b.md" tests="1" failures="0" errors="0" skipped="0">
                    <testcase classname="news/b.md" name="no discrepancies" file="news/b.md"/>
                  </testsuite>
                </testsuites>

                """)
    }

    /// A new error fails, what is known is skipped, and the rest passes and says what it is.
    @Test func tellsLevelsApartInJUnit() throws {
        let tree = try #require(XMLTree(try JUnitReporter().bytes(of: Self.mixed)))
        #expect(tree.values(of: "message", in: "failure").count == 1)
        #expect(tree.values(of: "message", in: "skipped").map { $0.hasPrefix("known: ") } == [true])
        #expect(tree.texts(of: "system-out").map { $0.prefix(8) } == ["warning:", "notice: "])
        #expect(tree.values(of: "tests", in: "testsuite") == ["4", "1"])
        #expect(tree.values(of: "failures", in: "testsuites") == ["1"])
        #expect(tree.values(of: "skipped", in: "testsuites") == ["1"])
    }

    @Test func writesJUnitOfNothing() throws {
        let tree = try #require(XMLTree(try JUnitReporter().bytes(of: Sample.emptyReport)))
        #expect(tree.values(of: "tests", in: "testsuites") == ["0"])
        #expect(tree.values(of: "name", in: "testcase") == [])
    }

    // MARK: Checkstyle

    @Test func writesCheckStyle() throws {
        #expect(
            try render(Sample.report, CheckStyleReporter()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <checkstyle version="4.3">
                  <file name="news/a.txt">
                    <error line="3" column="11" severity="error" \
                message="Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold. See also news/b.md:3:11 \
                (145 people)" source="casualties.deaths"/>
                  </file>
                </checkstyle>

                """)
        let tree = try #require(XMLTree(try CheckStyleReporter().bytes(of: Self.mixed)))
        #expect(tree.values(of: "severity", in: "error") == ["error", "warning", "info", "info"])
        let empty = try #require(XMLTree(try CheckStyleReporter().bytes(of: Sample.emptyReport)))
        #expect(empty.values(of: "version", in: "checkstyle") == ["4.3"])
        #expect(empty.values(of: "name", in: "file") == [])
    }

    // MARK: GitLab

    private struct Issue: Decodable {
        struct Location: Decodable {
            struct Lines: Decodable { var begin: Int }
            var path: String
            var lines: Lines
        }
        var description, checkName, fingerprint, severity: String
        var location: Location
    }

    private func issues(of report: Report) throws -> [Issue] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([Issue].self, from: Data(try GitLabReporter().bytes(of: report)))
    }

    @Test func writesCodeQuality() throws {
        let issue = try #require(try issues(of: Sample.report).first)
        #expect(issue.description.hasSuffix("cannot both hold. See also news/b.md:3:11 (145 people)"))
        #expect(issue.checkName == "casualties.deaths")
        #expect(issue.fingerprint == "0123456789abcdef0123456789abcdef")
        #expect(issue.location.path == "news/a.txt")
        #expect(issue.location.lines.begin == 3)
        #expect(try issues(of: Self.mixed).map(\.severity) == ["major", "minor", "info", "info"])
        #expect(try issues(of: Sample.emptyReport).isEmpty)
    }

    // MARK: Any text

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws { try expectFaithful(NastyText.all[index].text) }

    @Test(arguments: 1...40)
    func takesRandomText(seed: Int) throws { try expectFaithful(NastyText.random(UInt64(seed))) }

    /// A reader gets back each text, but for what XML cannot hold.
    private func expectFaithful(_ text: String) throws {
        let report = NastyText.report(text).report
        let expected = Array(XMLText.clean(text).utf8)
        let unit = try #require(XMLTree(try JUnitReporter().bytes(of: report)))
        let names = unit.values(of: "name", in: "testsuite") + unit.values(of: "message", in: "failure")
        #expect(names.map { Array($0.utf8) } == [expected, expected])
        let style = try #require(XMLTree(try CheckStyleReporter().bytes(of: report)))
        let files = style.values(of: "name", in: "file") + style.values(of: "source", in: "error")
        #expect(files.map { Array($0.utf8) } == [expected, expected])
        let issue = try #require(try issues(of: report).first)
        #expect(Array(issue.location.path.unicodeScalars) == Array(text.unicodeScalars))
    }
}
