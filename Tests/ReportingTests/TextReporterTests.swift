import Extraction
import Reconciliation
import Reporting
import Testing

@testable import Reporting

struct TextReporterTests {
    private func render<Content>(_ content: Content, _ reporter: some Reporter<Content>) throws -> String {
        String(decoding: try reporter.bytes(of: content), as: UTF8.self)
    }

    @Test func writesTheReport() throws {
        #expect(
            try render(Sample.report, TextReporter()) == """
                error: quantity, contradiction [01234567]
                Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.
                  over 150 people  “Over 150 people died”
                                   Harbour Wire, 2025-07-03, news/a.txt:3:11
                                   according to: the ministry
                  145 people       “killing 145 people”
                                   news/b.md:3:11
                                   of: the district
                                   hedged

                Skipped (no document by its extension): news/x.png
                Note: news/a.txt:7: a tag is not closed
                2 documents, 12 sentences, 9 numbers, 2 claims: 1 error, 0 warnings, 0 notices; 7 numbers left aside \
                (no rule 1, ordinal or id 6)

                """)
    }

    @Test func saysThatThereIsNothing() throws {
        #expect(
            try render(Sample.emptyReport, TextReporter()) == """
                No discrepancies.

                0 documents, 0 sentences, 0 numbers, 0 claims: 0 errors, 0 warnings, 0 notices

                """)
    }

    @Test func breaksLongLinesAndShowsAllOfThem() throws {
        var claims = Sample.claims
        claims[0].quote = "Over 150 people died when the fire spread from the quay to the market hall of Tarn"
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: [Sample.discrepancy(claims: claims)],
            coverage: Sample.emptyReport.coverage)
        #expect(
            try render(report, TextReporter(layout: TextLayout(width: 50))) == """
                error: quantity, contradiction [01234567]
                Deaths (fire, Tarn, May 2025): over 150 and 145
                  cannot both hold.
                  over 150 people  “Over 150 people died when the
                                   fire spread from the quay to
                                   the market hall of Tarn”
                                   Harbour Wire, 2025-07-03,
                                     news/a.txt:3:11
                                   according to: the ministry
                  145 people       “killing 145 people”
                                   news/b.md:3:11
                                   of: the district
                                   hedged

                0 documents, 0 sentences, 0 numbers, 0 claims: 1 error, 0 warnings, 0 notices

                """)
    }

    @Test func putsALongValueAboveItsQuote() throws {
        var claims = Sample.claims
        claims[0].value.text = "more than one hundred and fifty people, most of them from Tarn"
        let text = try render(
            Report(
                generator: "", documents: [], discrepancies: [Sample.discrepancy(claims: claims)],
                coverage: Sample.coverage), TextReporter(layout: TextLayout(width: 60)))
        #expect(
            text.contains(
                """
                  more than one hundred and fifty people, most of them from
                    Tarn
                              “Over 150 people died”

                """))
    }

    @Test(arguments: [
        (Discrepancy.Severity.error, "\u{1B}[1;31merror\u{1B}[0m: "),
        (.warning, "\u{1B}[1;33mwarning\u{1B}[0m: "), (.notice, "\u{1B}[1;36mnotice\u{1B}[0m: "),
    ])
    func colorsSeverities(severity: Discrepancy.Severity, expected: String) throws {
        let report = Report(
            generator: "", documents: [], discrepancies: [Sample.discrepancy(severity)], coverage: Sample.coverage)
        #expect(try render(report, TextReporter(layout: TextLayout(isColored: true))).hasPrefix(expected))
        #expect(try !render(report, TextReporter()).contains("\u{1B}"))
    }

    @Test func countsKnownFindingsApart() throws {
        let report = Report(
            generator: "", documents: [],
            discrepancies: [Sample.discrepancy(.warning), Sample.discrepancy(status: .known)],
            coverage: Sample.coverage)
        let text = try render(report, TextReporter())
        #expect(text.contains("error: quantity, contradiction, known [01234567]"))
        #expect(text.contains(" claims: 0 errors, 1 warning, 0 notices, 1 known; "))
    }

    @Test func listsClaimsByDocument() throws {
        #expect(
            try render(Sample.claimReport, TextClaimReporter()).hasPrefix(
                """
                news/a.txt (Harbour Wire, 2025-07-03): 1 claim
                 fire, Tarn, May 2025
                   deaths: over 150 people  “Over 150 people died”, line 3
                                            according to: the ministry

                news/b.md: 1 claim
                 fire, Tarn, May 2025
                   deaths: 145 people  “killing 145 people”, line 3

                """))
    }

    @Test func listsSubjects() throws {
        #expect(
            try render(Sample.subjectReport, TextSubjectReporter()).hasPrefix(
                """
                fire, Tarn, May 2025 (event, main, 2 documents)
                 deaths
                  over 150 people  “Over 150 people died”

                """))
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws {
        let (report, claims) = NastyText.report(NastyText.all[index].text)
        for text in [
            try render(report, TextReporter(layout: TextLayout(width: 40))),
            try render(claims, TextClaimReporter(layout: TextLayout(width: 40))),
        ] {
            let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
            #expect(controls.isEmpty)
        }
    }

    /// Thousands of files that are no documents must not bury the findings.
    @Test func namesTwentySkippedFiles() throws {
        let skipped = (1...25).map { Coverage.Skipped(path: "p\($0)", reason: "no document") }
        let coverage = Coverage(
            documents: 0, skipped: skipped, notes: [], sentences: 0, numbers: 0, claims: 0, leftAside: [:])
        let text = try render(coverage, CoverageReporter(layout: TextLayout(width: 1_000)))
        #expect(text.contains(", p20 and 5 more, all named in the other formats\n"))
    }
}

struct DisplayTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("👍", 2), ("한글", 4), ("\u{200B}a\u{AD}", 1),
        ("“x”", 3),
        ("ＡＢ", 4), ("→", 1),
    ])
    func knowsWidths(text: String, expected: Int) {
        #expect(DisplayText.width(text) == expected)
    }

    @Test(arguments: [
        ("one two three", 7, 7, ["one two", "three"]), ("one two three", 13, 13, ["one two three"]),
        ("abcdefghij", 4, 4, ["abcd", "efgh", "ij"]), ("ab abcdefghij cd", 4, 4, ["ab", "abcd", "efgh", "ij", "cd"]),
        ("one two three", 7, 3, ["one two", "thr", "ee"]), ("", 5, 5, [""]), ("東京都 です", 5, 5, ["東京", "都", "です"]),
        ("  a   b ", 9, 9, ["a b"]),
    ])
    func breaksLines(text: String, first: Int, width: Int, expected: [String]) {
        #expect(DisplayText.lines(text, first: first, width: width) == expected)
    }

    @Test(arguments: 1...40)
    func losesNothing(seed: Int) {
        let text = DisplayText.clean(NastyText.random(UInt64(seed)))
        let width = 5 + seed
        let lines = DisplayText.lines(text, first: width, width: width)
        #expect(lines.allSatisfy { DisplayText.width($0) <= width })
        func scalars(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0 != " " } }
        #expect(lines.flatMap(scalars) == scalars(text))
    }
}
