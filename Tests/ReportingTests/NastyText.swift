import Documents
import Extraction
import FoundationEssentials
import Reconciliation
import Reporting
import Values

/// Texts that break careless writers.
enum NastyText {
    static let all: [(name: String, text: String)] = [
        ("empty", ""),
        ("markup", "<quote>5 > 3 & 2 < 4</quote> <!-- -- --> <?php ?>"),
        ("section end", "]]> <![CDATA[ ]]>"),
        ("quotation marks", "\"double\" 'single' “curly” ‘single’ «angled»"),
        ("entities", "&amp; &#0; &lt; &bogus; &"),
        ("control characters", "a\u{0}b\u{1}c\u{8}d\u{B}e\u{1B}[31mf\u{1F}g\u{7F}h\u{85}i"),
        ("white space", "tab\tline\nreturn\rboth\r\nspace\u{A0}thin\u{2009}separator\u{2028}end"),
        (
            "no characters",
            String(
                String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF].compactMap(Unicode.Scalar.init)))
        ),
        ("right to left", "\u{202E}abc\u{202C} \u{200F}עברית\u{200E} العربية \u{2067}x\u{2069}"),
        ("combining", "e\u{301}\u{302}\u{303} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A"),
        (
            "marks with accents",
            "=\u{301},\u{301}:\u{301}\"\u{301}%\u{301}]\u{301}(\u{301}<\u{301}{\u{301}\r\u{301}\n\u{301}|\u{301}"
        ),
        ("emoji", "👩‍👩‍👧‍👦 🇬🇧 👍🏽 ☃️"),
        ("wide", "東京で５人が死亡した"),
        ("zero width", "\u{200B}\u{FEFF}\u{AD}"),
        ("replacement", String(decoding: [0x61, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x62], as: UTF8.self)),
        ("long word", String(repeating: "x", count: 100_000)),
        ("long text", String(repeating: "lorem “ipsum” & 5 < 6 ]]> ", count: 300)),
        ("backslashes", #"\ \\ \" \u0000 \n"#),
    ]

    /// The same random text for the same seed: bytes of every kind, repaired to UTF-8.
    static func random(_ seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        let interesting: [UInt8] = [0, 9, 10, 13, 27, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x5D, 0xC2, 0xED, 0xEF, 0xBF, 0xBE]
        let bytes = (0..<Int(next() % 400)).map { _ in
            next() % 3 == 0 ? interesting[Int(next() % UInt64(interesting.count))] : UInt8(next() & 0xFF)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A report that holds a text wherever a report holds text.
    static func report(_ text: String) -> (report: Report, claims: ClaimReport) {
        var claim = Sample.claims[0]
        claim.quote = text
        claim.sentence = text
        claim.surroundings = Surroundings(before: text, after: text)
        claim.attribution = text
        claim.scope = [text, text]
        claim.value.text = text
        claim.value.content = .quantity(ClaimQuantity(interval: Interval(exactly: 1), unit: text))
        claim.subject.text = text
        claim.subject.key = text
        claim.attribute = text
        claim.time?.text = text
        var discrepancy = Sample.discrepancy(claims: [claim, claim])
        discrepancy.message = text
        discrepancy.subject.text = text
        discrepancy.attribute = text
        discrepancy.rule = text
        let document = ReportDocument(
            document: "a.txt", path: text,
            metadata: Metadata(title: text, publisher: text, language: text, status: text), words: 1, claims: 1)
        let coverage = Coverage(
            documents: 1, skipped: [Coverage.Skipped(path: text, reason: text)],
            notes: [Coverage.Note(path: text, line: nil, message: text)], sentences: 1, numbers: 1, claims: 1,
            leftAside: [text: 1])
        return (
            Report(
                generator: text, documents: [document], discrepancies: [discrepancy], coverage: coverage,
                ignored: [
                    IgnoredDiscrepancy(
                        discrepancy: discrepancy, reason: .accepted, note: text, place: text, isInDocument: false)
                ]),
            ClaimReport(
                generator: text, documents: [document], claims: [ListedClaim(claim, blocks: [text])],
                coverage: coverage)
        )
    }
}
