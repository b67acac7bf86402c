import Reconciliation
import Testing

@testable import Reporting

struct MarkdownReporterTests {
    private func render(_ report: Report) throws -> String {
        String(decoding: try MarkdownReporter().bytes(of: report), as: UTF8.self)
    }

    @Test func writesAComment() throws {
        #expect(
            try render(Sample.report) == """
                ## Crosscheck: 1 error, 0 warnings, 0 notices

                ### error: Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.

                quantity, contradiction (casualties.deaths, 01234567)

                | value | words | source |
                |---|---|---|
                | over 150 people | “Over 150 people died” | Harbour Wire, 2025-07-03, news/a.txt:3:11; according to: the \
                ministry |
                | 145 people | “killing 145 people” | news/b.md:3:11; of: the district; hedged |

                <details><summary>1 skipped</summary>

                - news/x.png: no document by its extension

                </details>

                2 documents, 12 sentences, 9 numbers, 2 claims; 7 numbers left aside (no rule 1, ordinal or id 6)

                """)
    }

    @Test func saysThatThereIsNothing() throws {
        #expect(
            try render(Sample.emptyReport) == """
                ## Crosscheck: 0 errors, 0 warnings, 0 notices

                No discrepancies.

                0 documents, 0 sentences, 0 numbers, 0 claims

                """)
    }

    @Test func foldsWhatIsKnownAndWhatIsNoMore() throws {
        let resolved = BaselineSummary.Resolved(id: "x", rule: "r", subject: "fire, Tarn", attribute: "deaths")
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: [Sample.discrepancy(status: .known)],
            coverage: Sample.emptyReport.coverage,
            baseline: BaselineSummary(path: "a.jsonl", new: 0, known: 1, resolved: [resolved]))
        #expect(
            try render(report) == """
                ## Crosscheck: 0 errors, 0 warnings, 0 notices, 1 known

                <details><summary>1 known</summary>

                - error: Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.

                </details>

                <details><summary>1 no more</summary>

                - deaths, fire, Tarn (r)

                </details>

                0 documents, 0 sentences, 0 numbers, 0 claims

                new since a.jsonl: 0 new, 1 known, 1 stale

                """)
    }

    @Test func fitsIntoACommentAndSaysWhatIsLeftOut() throws {
        let discrepancies = (1...400).map { number in
            var discrepancy = Sample.discrepancy()
            discrepancy.message = "Number \(number) of fire, Tarn, May 2025."
            return discrepancy
        }
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: discrepancies, coverage: Sample.coverage)
        let text = try render(report)
        let shown = text.matches(of: /### error: Number/).count
        #expect(text.contains("\nAnd \(400 - shown) more discrepancies, which the other formats name.\n"))
        #expect((50..<400).contains(shown))
        #expect(text.utf16.count < 65_536)
    }

    @Test func namesTheClaimsItLeavesOut() throws {
        let claims = (0..<25).map { Sample.claims[$0 % 2] }
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: [Sample.discrepancy(claims: claims)],
            coverage: Sample.coverage)
        #expect(try render(report).contains("| and 5 more claims | | |\n"))
    }

    @Test(arguments: [
        ("<b>&amp;", #"\<b\>\&amp;"#), ("@you #1", ##"@&#8203;you \#&#8203;1"##), ("a|b\nc", #"a\|b c"#),
        ("<\u{301}", "\\<\u{301}"), ("~~x~~ $y$", #"\~\~x\~\~ \$y\$"#), ("[a](b)", #"\[a\](b)"#),
        ("abcdef…", "abcdef…"),
        ("abcdefghijklmnopqrstu", "abcdefghijklmnopqrs…"),
    ])
    func escapes(text: String, expected: String) {
        #expect(Array(MarkdownText.comment(text, to: 20).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws { try expectSafe(NastyText.all[index].text) }

    @Test(arguments: 1...40)
    func takesRandomText(seed: Int) throws { try expectSafe(NastyText.random(UInt64(seed))) }

    /// Whatever a document says, the comment has the lines and the markup that a report has.
    private func expectSafe(_ text: String) throws {
        let report = NastyText.report(text).report
        let markdown = try render(report)
        #expect(markdown.utf16.count < 65_536)
        #expect(markdown.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
        #expect(Self.count("<", in: markdown) == 8)
        for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
            #expect(Self.count("|", in: line) == 4)
        }
    }

    /// How many of a mark stand without a backslash.
    private static func count(_ mark: Unicode.Scalar, in text: some StringProtocol) -> Int {
        var isEscaped = false
        var count = 0
        for scalar in text.unicodeScalars {
            if scalar == mark, !isEscaped { count += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return count
    }
}
