import Foundation
import Reconciliation
import Reporting
import TestSupport
import Testing

@testable import Reporting

/// The formats of one line a discrepancy: compact, JSON lines and GitHub's workflow commands.
struct LineFormatTests {
    private func render(_ report: Report, _ reporter: some Reporter<Report>) throws -> String {
        String(decoding: try reporter.bytes(of: report), as: UTF8.self)
    }

    private static let known = Report(
        generator: "crosscheck 1.2.3", documents: Sample.documents,
        discrepancies: [Sample.discrepancy(.warning, status: .known)], coverage: Sample.coverage)

    // MARK: Compact

    @Test func writesCompactLines() throws {
        #expect(
            try render(Sample.report, CompactReporter()) == """
                news/a.txt:3:11: error: Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold. See also \
                news/b.md:3:11 (145 people) [casualties.deaths 01234567]

                """)
        #expect(try render(Self.known, CompactReporter()).hasPrefix("news/a.txt:3:11: warning: known: Deaths ("))
        #expect(try render(Sample.emptyReport, CompactReporter()) == "")
    }

    @Test func namesTheSubjectThatTheMessageLeavesOut() throws {
        var discrepancy = Sample.discrepancy()
        discrepancy.message = "The parts do not add up."
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: [discrepancy], coverage: Sample.coverage)
        #expect(
            try render(report, CompactReporter()).hasPrefix(
                "news/a.txt:3:11: error: fire, Tarn, May 2025, deaths: The parts do not add up. See also "))
    }

    // MARK: JSON lines

    @Test func writesJSONLines() throws {
        let line = try render(Sample.report, JSONLinesReporter())
        struct Whole: Decodable, Equatable {
            struct Claim: Decodable, Equatable { var id, document, quote: String }
            var id, status, message: String
            var claims: [Claim]
        }
        struct Document: Decodable { var discrepancies: [Whole] }
        let whole = try JSONDecoder().decode(
            Document.self, from: Data(try JSONReporter().bytes(of: Sample.report)))
        #expect(try JSONDecoder().decode(Whole.self, from: Data(line.utf8)) == whole.discrepancies[0])
        #expect(try render(Sample.emptyReport, JSONLinesReporter()) == "")
    }

    // MARK: GitHub

    @Test func writesWorkflowCommands() throws {
        #expect(
            try render(Sample.report, GitHubReporter()) == """
                ::error file=news/a.txt,line=3,col=11,title=quantity%2C contradiction%3A casualties.deaths::\
                Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.%0A\
                over 150 people: “Over 150 people died”, Harbour Wire, 2025-07-03, news/a.txt:3:11%0A\
                145 people: “killing 145 people”, news/b.md:3:11

                """)
        #expect(try render(Sample.emptyReport, GitHubReporter()) == "")
        #expect(try render(Self.known, GitHubReporter()) == "")
    }

    @Test func staysWithinWhatGitHubShows() throws {
        let levels: [Discrepancy.Severity] = [.notice, .error, .warning]
        let discrepancies = (0..<36).map { number in
            var discrepancy = Sample.discrepancy(levels[number % 3], status: number == 1 ? .known : .new)
            discrepancy.message = "Number \(number) of fire, Tarn, May 2025."
            return discrepancy
        }
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: discrepancies, coverage: Sample.coverage)
        let lines = try render(report, GitHubReporter()).split(separator: "\n")
        #expect(
            lines.map { $0.prefix { $0 != " " } }
                == ["::error", "::warning", "::notice"].flatMap { [Substring](repeating: $0, count: 10) })
        #expect(lines[0].contains("::Number 4 of "))
        #expect(lines[9].contains("::Number 31 of "))
        #expect(lines[9].hasSuffix("%0AAnd 1 more error, which a full report names."))
        #expect(lines[19].hasSuffix("%0AAnd 2 more warnings, which a full report names."))
        #expect(lines.count { $0.contains("%0AAnd ") } == 3)
    }

    // MARK: Any text

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws { try expectSafe(NastyText.all[index].text) }

    @Test(arguments: 1...40)
    func takesRandomText(seed: Int) throws { try expectSafe(NastyText.random(UInt64(seed))) }

    private func expectSafe(_ text: String) throws {
        let report = NastyText.report(text).report
        let compact = try render(report, CompactReporter())
        #expect(Self.controls(in: compact) == ["\n"])
        let lines = try JSONLinesReporter().bytes(of: report)
        #expect(lines.count { $0 == UInt8(ascii: "\n") } == 1)
        _ = try JSONSerialization.jsonObject(with: Data(lines))
        let command = try render(report, GitHubReporter())
        #expect(Self.controls(in: command).filter { $0.value < 0x20 && $0 != "\t" } == ["\n"])
        #expect(command.hasPrefix("::error file="))
        // The command ends at the second pair of colons; up to there, names and values part as they should.
        let properties = command.dropFirst(8).prefix(
            upTo: try #require(command.dropFirst(8).range(of: "::")).lowerBound)
        let names = properties.split(separator: ",").map { $0.prefix { $0 != "=" } }
        #expect(names == ["file", "line", "col", "title"])
        let file = try #require(properties.split(separator: ",").first).dropFirst(5)
        let read = try #require(String(file).removingPercentEncoding)
        #expect(Array(read.utf8) == Array(XMLText.clean(text).utf8))
        #expect(command.utf16.count < 4_096 + properties.utf16.count)
    }

    private static func controls(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    }
}
