import Documents
import Extraction
import Foundation
import Reconciliation
import TestSupport
import Testing
import Values

@testable import Reporting

struct HTMLReporterTests {
    private func render(_ report: Report) throws -> String {
        String(decoding: try HTMLReporter().bytes(of: report), as: UTF8.self)
    }

    /// The page is written so that a reader of XML takes it too: what such a reader accepts holds no stray mark-up.
    private func tree(_ report: Report) throws -> XMLTree {
        try #require(XMLTree(try HTMLReporter().bytes(of: report)))
    }

    private static let held = Report(
        generator: "crosscheck 1.2.3", documents: Sample.documents,
        discrepancies: [Sample.discrepancy(status: .known), Sample.discrepancy(.notice)], coverage: Sample.coverage,
        baseline: BaselineSummary(
            path: "accepted.jsonl", new: 1, known: 1,
            resolved: [.init(id: "ab", rule: "casualties.injured", subject: "fire, Tarn", attribute: "injured")]))

    // MARK: What it shows

    @Test(arguments: [
        "<h1>1 finding</h1>", "<p>Read: 2 documents, 12 sentences, 9 numbers, 2 claims.</p>",
        ##"<dt>Severity</dt> <dd><a href="#severity=error"><bdi>error</bdi></a> <span class="number">1</span></dd>"##,
        ##"<dt>Documents</dt><dd><a href="#documents">2 of 2</a> have findings</dd>"##,
        #"data-kind="quantity" data-relation="contradiction" data-severity="error" data-status="new" data-document="d1 d2""#,
        "<bdi>Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.</bdi>",
        "<dt>Subject</dt><dd><bdi>fire, Tarn, May 2025</bdi></dd>", "<dt>Attribute</dt><dd><bdi>deaths</bdi></dd>",
        "<code><bdi>casualties.deaths</bdi></code>", #"<code title="0123456789abcdef0123456789abcdef">01234567</code>"#,
        #"lang="en">In Tarn: <span class="quote"><mark>Over 150 people died</mark></span>."#,
        #"<span class="quote">killing <mark>145 people</mark></span>"#,
        ##"<a href="#d1"><cite><bdi>Ferry &amp; quay</bdi></cite></a> <bdi>Harbour Wire, 2025-07-03</bdi>"##,
        #"<code class="place"><bdi>news/a.txt</bdi>:3:11</code>"#,
        "<dt>According to</dt><dd><bdi>the ministry</bdi></dd>",
        "<dt>Of</dt><dd><bdi>the district</bdi></dd>", "<dt>Time</dt><dd><bdi>May 2025 (2025-05)</bdi></dd>",
        "<dt>Modality</dt><dd>hedged</dd>", ##"<a href="#f1b">Finding 1, B</a>"##,
        #"aria-label="Number line. A, over 150 people, no upper end; B, 145 people.""#,
        "<figcaption>Number line, unit: person</figcaption>", "<span class=\"status\"><bdi>corrected</bdi></span>",
        #"<th scope="row"><bdi>ordinal or id</bdi></th><td class="number">6</td>"#, "<summary>1 file skipped</summary>",
        "<code><bdi>news/a.txt:7</bdi></code>: <bdi>a tag is not closed</bdi>",
    ])
    func shows(part: String) throws {
        // Where the template breaks its lines means nothing.
        #expect(try render(Sample.report).replacing(/\s+/, with: " ").contains(part))
    }

    @Test(arguments: [
        "Held against accepted findings, <bdi>new since accepted.jsonl: 1 new, 1 known, 1 stale</bdi>.",
        "<li><bdi>fire, Tarn</bdi>: <bdi>injured</bdi> (<code><bdi>casualties.injured</bdi></code>)</li>",
        ##"<a href="#status=known"><bdi>known</bdi></a> <span class="number">1</span>"##,
        // One claim of two findings stands once in its document, with a link to each.
        ##"<a href="#f1a">Finding 1, A</a>"##, ##"<a href="#f2a">Finding 2, A</a>"##,
    ])
    func showsHowItStandsToABaseline(part: String) throws {
        let text = try render(Self.held)
        #expect(text.contains(part))
        #expect(text.ranges(of: #"<p class="place">Line 3</p>"#).count == 2)
    }

    @Test(arguments: [
        // A quote stands in its paragraph.
        ##"<span class="around">It burnt &amp; burnt.</span> In Tarn: <span class="quote"><mark>Over 150 people"##
            + ##" died</mark></span>. <span class="around">Nobody slept …</span></blockquote>"##,
        "<summary>2 findings left out</summary>",
        "<span>Reason: update, <bdi>the count of &lt;Monday&gt;</bdi></span> "
            + #"<code class="place"><bdi>news/crosscheck.yaml:2:5</bdi></code>"#,
        "<span>Reason: different scope</span>",
        "<li><bdi>145 people</bdi>: “<bdi>killing 145 people</bdi>”",
    ])
    func showsParagraphsAndWhatIsIgnored(part: String) throws {
        #expect(try render(Sample.held).replacing(/\s+/, with: " ").contains(part))
    }

    @Test func tellsARevisionFromABaseline() throws {
        let text = try render(Sample.since)
        #expect(
            text.contains("<p>Held against the documents of then, <bdi>new since accepted &amp; known.jsonl: 1 new"))
        #expect(text.contains("<p>There at the revision, and no longer there:</p>"))
        #expect(try render(Sample.held).contains("<p>Accepted before, and no longer there:</p>"))
    }

    /// Before a script runs, all is there and the controls are not.
    @Test func needsNoScript() throws {
        let tree = try tree(Self.held)
        #expect(tree.values(of: "hidden") == ["hidden"])
        #expect(tree.values(of: "hidden", in: "form") == ["hidden"])
    }

    @Test func saysThatThereIsNothing() throws {
        let tree = try tree(Sample.emptyReport)
        #expect(tree.texts(of: "h1") == ["No discrepancies"])
        #expect(tree.texts(of: "article") == [])
        #expect(tree.texts(of: "form") == [])
    }

    // MARK: Links

    @Test(arguments: [Sample.report, Sample.emptyReport, held])
    func staysOnThePage(report: Report) throws {
        let text = try render(report)
        let tree = try tree(report)
        #expect(
            !text.contains("http:") && !text.contains("https:") && !text.contains("url(") && !text.contains("@import"))
        #expect(tree.values(of: "src") == [])
        let places = tree.values(of: "id")
        #expect(Set(places).count == places.count)
        for link in tree.values(of: "href") {
            #expect(link.hasPrefix("#"))
            #expect(link.contains("=") || places.contains(String(link.dropFirst())), "\(link)")
        }
        for name in tree.values(of: "aria-labelledby") { #expect(places.contains(name), "\(name)") }
    }

    // MARK: Any text

    private static let attacks = [
        "</script><script>alert(1)</script></style><b>", "\" onmouseover=\"alert(1)\" x=\"", "' onclick='alert(1)' y='",
        "{{generator}}{{{style}}}{{/claims}}", "\"\u{301} onfocus=\"\u{301}alert(1)",
        "<\u{301}b> &\u{301}lt; >\u{20DD}",
        "]]></style><img/>", "--><!--", "javascript:alert(1)", "https://example.org/x",
    ]

    @Test(arguments: NastyText.all.map(\.text).filter { !$0.isEmpty } + attacks)
    func takesAnyText(text: String) throws { try expectFaithful(text) }

    @Test(arguments: 1...60)
    func takesRandomText(seed: Int) throws { try expectFaithful("x" + NastyText.random(UInt64(seed))) }

    @Test func takesNoText() throws { _ = try tree(nasty("")) }

    /// Text of whatever sort stays text: the page has the elements and attributes that it has for a plain word.
    private func expectFaithful(_ text: String) throws {
        let page = try tree(nasty(text))
        #expect(page.elements == (try tree(nasty("a word"))).elements)
        let expected = page.texts(of: "h3").first.map { Array($0.utf8) }
        let clean = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isSpace = ["\t", "\n", "\r"].contains(scalar)
            let isCharacter =
                scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
            return isSpace ? " " : isCharacter ? scalar : "\u{FFFD}"
        }
        #expect(expected == Array(String(String.UnicodeScalarView(clean)).utf8))
    }

    /// A report that holds the text everywhere, with values that have a line.
    private func nasty(_ text: String) -> Report {
        let report = NastyText.report(text).report
        var discrepancy = report.discrepancies[0]
        discrepancy.id = text
        discrepancy.claims[1].value.content = .quantity(ClaimQuantity(interval: Interval(exactly: 2), unit: text))
        discrepancy.claims[1].span = ByteSpan(40, 50)
        discrepancy.claims[1].sentenceSpan = ByteSpan(40, 50)
        return Report(
            generator: text, documents: report.documents, discrepancies: [discrepancy], coverage: report.coverage,
            baseline: BaselineSummary(
                path: text, new: 1, known: 0, resolved: [.init(id: text, rule: text, subject: text, attribute: text)]))
    }

    // MARK: Values

    @Test(arguments: SampleValues.all)
    func takesEveryKindOfValue(value: ClaimValue) throws {
        for other in SampleValues.all {
            var claims = Sample.claims
            claims[0].value = value
            claims[1].value = other
            let report = Report(
                generator: "x", documents: [], discrepancies: [Sample.discrepancy(claims: claims)],
                coverage: Sample.coverage)
            #expect(try tree(report).texts(of: "article").count == 1)
        }
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
    func lettersClaims(index: Int, expected: String) {
        #expect(HTMLFindingView.letter(index) == expected)
    }

    @Test(arguments: [
        ("en", "en"), ("en-GB", "en-GB"), ("", nil), ("x\" y", nil), ("e", nil), (nil, nil),
    ])
    func takesLanguageTags(tag: String?, expected: String?) {
        #expect(HTMLDocumentView.language(tag) == expected)
    }

    // MARK: Sentences

    @Test(arguments: [
        (
            "Over 150 people died", "In Tarn: Over 150 people died.", 9, "Over 150 people",
            "In Tarn: |[Over 150 people] died|."
        ),
        // The words stand twice; the place tells which ones are meant.
        ("two died", "One said two died, one that two died.", 28, "two", "One said two died, one that |[two] died|."),
        ("two died", "One said two died, one that two died.", 8, "two", "One said |[two] died|, one that two died."),
        // The value is written in other words, or the words reach over several sentences.
        ("a couple died", "Then a couple died.", 5, "2", "Then |[a couple died]|."),
        ("Two died. They", "Two died.", 0, "Two", "|[Two] died. They|"), ("", "Two died.", 0, "", "|[]|"),
        ("zwölf Tote", "Es gab zwölf Tote.", 7, "zwölf", "Es gab |[zwölf] Tote|."),
    ])
    func marksTheValue(quote: String, sentence: String, offset: Int, value: String, expected: String) {
        var claim = Sample.claims[0]
        claim.quote = quote
        claim.sentence = sentence
        claim.sentenceSpan = ByteSpan(100, 100 + sentence.utf8.count)
        claim.span = ByteSpan(100 + offset, 100 + offset + quote.utf8.count)
        claim.value.text = value
        claim.value.figure = value
        let marked = MarkedSentence(claim)
        let parts = [marked.before, "|", marked.lead, "[", marked.value, "]", marked.tail, "|", marked.after]
        #expect(parts.joined() == expected)
    }

    /// A paragraph stands once in its document, with all claims of it marked.
    @Test func marksAllClaimsOfAParagraph() throws {
        func claim(_ quote: String, _ sentence: String, at start: Int, before: String = "", after: String = "") -> Claim
        {
            var claim = Sample.claims[0]
            claim.quote = quote
            claim.sentence = sentence
            claim.sentenceSpan = ByteSpan(start, start + sentence.utf8.count)
            let offset = start + (sentence.range(of: quote).map { sentence[..<$0.lowerBound].utf8.count } ?? 0)
            claim.span = ByteSpan(offset, offset + quote.utf8.count)
            claim.surroundings = Surroundings(before: before, after: after)
            claim.position.line = start
            return claim
        }
        let first = "The blast hurt 5 and killed 2."
        let second = "It hurt 5."
        let claims = [
            claim("hurt 5", first, at: 10, after: second), claim("killed 2", first, at: 10, after: second),
            claim("hurt 5", second, at: 41, before: first), claim("hurt 5", second, at: 60),
            claim("not there", second, at: 80),
        ]
        let paragraphs = MarkedParagraph.paragraphs(of: claims.map { ClaimPlaces.Entry(claim: $0, uses: []) })
        let shown = paragraphs.map { $0.pieces.map { $0.isClaim ? "[\($0.text)]" : $0.text }.joined() }
        #expect(shown == ["The blast [hurt 5] and [killed 2]. It [hurt 5].", "It [hurt 5].", "[not there]"])
        #expect(paragraphs.map(\.lineNumber) == [10, 60, 80])
    }

    // MARK: Colours

    /// Contrast as WCAG 2.2 asks for at level AA: 4.5 to 1 for text.
    @Test(arguments: [0, 1])
    func contrasts(scheme: Int) throws {
        let style = String(decoding: PackageResources.report_css, as: UTF8.self)
        let block = try #require(style.split(separator: "prefers-color-scheme: dark").dropFirst(scheme).first)
        var colors: [Substring: Int] = [:]
        for found in block.matches(of: /--([a-z-]+): #([0-9a-f]{6});/) where colors[found.1] == nil {
            colors[found.1] = Int(found.2, radix: 16)
        }
        for ground in ["ground", "sheet"] {
            for ink in ["ink", "soft", "link", "error", "warning", "notice"] {
                let contrast = try contrast(#require(colors[ink[...]]), #require(colors[ground[...]]))
                #expect(contrast >= 4.5, "\(ink) on \(ground): \(contrast)")
            }
        }
        #expect(contrast(try #require(colors["mark-ink"]), try #require(colors["mark"])) >= 4.5)
    }

    private func contrast(_ a: Int, _ b: Int) -> Double {
        let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }

    /// Relative luminance; a gamma of 2.4 over the whole range is near enough to the definition in two parts.
    private func luminance(_ color: Int) -> Double {
        let parts = [16, 8, 0].map { (shift: Int) -> Double in
            let share = Double(color >> shift & 0xFF) / 255
            return pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
