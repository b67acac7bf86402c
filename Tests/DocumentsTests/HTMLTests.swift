import Documents
import Testing

@Suite("HTML")
struct HTMLTests {
    struct Case: CustomTestStringConvertible {
        var html: String
        var blocks: [String]
        var testDescription: String { html }

        init(_ html: String, _ blocks: String...) {
            self.html = html
            self.blocks = blocks
        }
    }

    static let prose = PlainTextTests.prose

    static let bodies = [
        Case("<p>One  <b>two</b>\n three.</p><p>Four.", "One two three.", "Four."),
        Case("<h1>Walls</h1><h2>Gates</h2><h1>More</h1>", "headline: Walls", "heading: Gates", "heading: More"),
        Case("bare text<div>in a div</div>and after", "bare text", "in a div", "and after"),
        Case(
            "<ul><li>one<li><p>two</p></ul><dl><dt>three<dd>four</dl>", "list-item: one", "list-item: two",
            "list-item: three", "list-item: four"),
        Case(
            "<table><caption>Cap</caption><tr><th>a</th><td><p>1</p></td></tr></table>", "caption: Cap",
            "table-cell: a", "table-cell: 1"),
        Case("<figure><img alt=\"9 boats\" src=x><figcaption>Boats.</figcaption></figure>", "caption: Boats."),
        Case("<p>One<br>two<br><br>three</p>", "One two", "three"),
        Case("<p>AT&amp;T &pound;5 &#8364;6 &nbsp;&lt;7&gt; &nosuch; &amp; &</p>", "AT&T £5 €6 \u{A0}<7> &nosuch; & &"),
        Case(
            "<p>10<sup>6</sup> km<sup>2</sup>, 4<sup>th</sup>, said<sup><a href=\"#n1\">1</a></sup>.</p>",
            "10⁶ km², 4th, said."),
        Case("<p>now <del>5</del> <s>4</s> <ins>6</ins></p>", "now 6"),
        Case("<p>a <code>x</code> b</p><pre><code>5 6</code></pre><pre class=\"swift\">7</pre>", "a x b"),
        Case("<pre>One\ntwo.\n\nThree.</pre>", "One two.", "Three."),
        Case("<script>var a = '<p>1</p>'</script><style>p{}</style><noscript>2</noscript><p>Three.</p>", "Three."),
        Case(
            "<p hidden>1</p><p aria-hidden=\"true\">2</p><p style=\"display: none\">3</p><p class=\"a sr-only\">4</p><p>Five.</p>",
            "Five."),
        Case(
            "<nav>1</nav><aside><p>2</p></aside><footer>3</footer><div role=\"navigation\">4</div><p>Five.</p>", "Five."
        ),
        Case("<p>One<span> two</span><a href=\"/3\"> four</a></p>", "One two four"),
        Case(
            "<p class=\"byline\">By Ann Lee</p><p>Share</p><p>Text.</p><div class=\"related\"><p>Fish 5 pounds</p></div>",
            "boilerplate: By Ann Lee", "boilerplate: Share", "Text.", "boilerplate: Fish 5 pounds"),
        Case("<p>5 < 6 and <b>7</p>", "5 < 6 and 7"),
        Case("<p>One</p><p>Two <!-- 3 --> four<!-- </p>", "One", "Two four"),
        Case("<p>caf\u{E9} \u{1F600} x</p>", "caf\u{E9} \u{1F600} x"),
        Case(""),
    ]

    @Test("bodies are cut into blocks", arguments: bodies)
    func bodyCase(_ example: Case) throws {
        #expect(try Reading.blocks("<html><body>\(example.html)</body></html>", .html) == example.blocks)
        #expect(try Reading.blocks(example.html, .html) == example.blocks)
    }

    static let pages = [
        Case(
            "<header><h1>Site</h1></header><article><h1>Walls</h1><p>\(prose)</p></article><p>Foot 5.</p>",
            "headline: Walls", prose),
        Case("<header><h1>Walls</h1><p>Menu</p></header><article><p>\(prose)</p></article>", "headline: Walls", prose),
        Case(
            "<header>Site 5</header><main><h1>Walls</h1><p>Short.</p></main><p>Foot.</p>", "headline: Walls", "Short."),
        Case(
            "<main><h1>Walls</h1><p>\(prose)</p><article><p>Card 5.</p></article></main>", "headline: Walls", prose,
            "Card 5."),
        Case(
            "<article><header><h1>Walls</h1><p>Deck.</p></header><p>\(prose)</p><aside>7</aside></article>",
            "headline: Walls", "Deck.", prose),
        Case("<header>Site 5</header><p>Text.</p>", "Text."),
    ]

    @Test("the article goes before the main part, that before the page", arguments: pages)
    func pageCase(_ example: Case) throws {
        #expect(try Reading.blocks(example.html, .html) == example.blocks)
    }

    @Test("a page of several articles becomes several documents")
    func articles() throws {
        let html = """
            <html lang="en"><head><meta property="og:site_name" content="The Gull"></head><body>
            <article><h2>Walls</h2><time datetime="2024-10-03T08:00"></time><p>\(Self.prose)</p></article>
            <article><h2>Gates</h2><time datetime="2024-10-04"></time><p>\(Self.prose)</p><h2>Hinges</h2></article>
            <article><p>A card.</p></article></body></html>
            """
        let documents = try Reading.documents(html, .html, path: "p.html")
        #expect(documents.map(\.id) == ["p.html", "p.html#2"])
        #expect(documents.map(\.metadata.title) == ["Walls", "Gates"])
        #expect(documents.map { $0.metadata.published?.description } == ["2024-10-03", "2024-10-04"])
        #expect(documents.allSatisfy { $0.metadata.publisher == "The Gull" && $0.metadata.language == "en" })
        #expect(
            documents.map(Reading.blocks) == [
                ["headline: Walls", Self.prose], ["headline: Gates", Self.prose, "heading: Hinges"],
            ])
    }

    struct Head: CustomTestStringConvertible {
        var html: String
        var title: String?
        var publisher: String?
        var published: String?
        var language: String?
        var testDescription: String { html }
    }

    static let heads = [
        Head(html: "<title>Walls | The Gull</title><h1>Walls</h1>", title: "Walls", publisher: "The Gull"),
        Head(html: "<title>Walls - The Gull</title><h1>Walls</h1>", title: "Walls", publisher: "The Gull"),
        Head(html: "<title>Walls - and gates</title><p>x", title: "Walls - and gates"),
        Head(
            html: "<title>Walls &amp; gates | News | The Gull</title><p>x", title: "Walls & gates | News",
            publisher: "The Gull"),
        Head(
            html:
                "<title>T</title><meta property=\"og:title\" content=\"Walls\"><meta property=\"og:site_name\" content=\"The Gull\">",
            title: "Walls", publisher: "The Gull"),
        Head(
            html:
                "<html lang=\"en-GB\"><meta property=\"article:published_time\" content=\"2024-10-03T23:30:00-05:00\">",
            published: "2024-10-03", language: "en-GB"),
        Head(html: "<meta name=\"DC.date\" content=\"3 October 2024\"><p>x", published: "2024-10-03"),
        Head(
            html:
                "<article><h1>W</h1><time datetime=\"2024-10-03\">x</time><p>\(prose)</p><time datetime=\"1999-01-01\">y</time></article>",
            title: "W", published: "2024-10-03"),
        Head(
            html: "<article><h1>W</h1><p>\(prose)</p><p>On <time datetime=\"1999-01-01\">that day</time></p></article>",
            title: "W"),
        Head(
            html: linked(
                "{\"@type\":\"NewsArticle\",\"headline\":\"Walls\",\"datePublished\":\"2024-10-03T08:00:00Z\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Gull\"}}"
            ), title: "Walls", publisher: "The Gull", published: "2024-10-03"),
        Head(
            html: linked(
                "{\"@graph\":[{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"The Gull\"},{\"@type\":[\"Article\",\"X\"],\"headline\":\"Walls\",\"publisher\":{\"@id\":\"#o\"},\"n\":5,\"t\":true,\"z\":null}]}"
            ), title: "Walls", publisher: "The Gull"),
        Head(
            html: linked(
                "[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"Report\",\"publisher\":\"The Gull\",\"inLanguage\":\"en\"}]"
            ), publisher: "The Gull", language: "en"),
        Head(
            html: "<h1>W</h1><p class=\"byline\">By Ann Lee, 3 October 2024</p><p>x", title: "W",
            published: "2024-10-03"),
        Head(html: "<h1>W</h1><p class=\"meta\">Posted: Oct. 3, 2024</p><p>x", title: "W", published: "2024-10-03"),
        Head(html: "<nav><a href='/'>Home</a> <a href='/'><b>The</b> Gull</a></nav><p>x", publisher: "The Gull"),
        Head(html: "<nav><a href='/'>Home</a> <a href='/sea'>The Sea</a></nav><p>x"),
        Head(html: "<h1>W</h1><p>It closed on 3 October 2024.</p>", title: "W"),
        Head(html: linked("{\"@type\":\"NewsArticle\", broken"), title: nil),
        Head(html: linked("{\"@type\":\"Product\",\"headline\":\"Soap\"}"), title: nil),
    ]

    private static func linked(_ json: String) -> String {
        "<script type=\"application/ld+json\">\(json)</script><p>x</p>"
    }

    @Test("tells what is known of the document", arguments: heads)
    func headCase(_ example: Head) throws {
        let metadata = try Reading.document(example.html, .html).metadata
        #expect(metadata.title == example.title)
        #expect(metadata.publisher == example.publisher)
        #expect(metadata.published?.description == example.published)
        #expect(metadata.language == example.language)
    }

    @Test("leads back to the file")
    func places() throws {
        let html = "<p>é <b>one</b>\n  two&nbsp;&quot;three</p>\n<p>fo<i>ur</i> &#x41;b"
        let document = try Reading.document(html, .html)
        let places = ["one", "two", "three", "four", "Ab"].map { Reading.place(of: $0, in: document) }
        #expect(places == [[1, 9], [2, 3], [2, 18], [3, 4], [3, 16]])
    }

    @Test("is read as far as it goes, with notes for what may be missing")
    func notes() throws {
        let document = try Reading.document("<p>One.</p>\n<p>Two.</p>\n<p title=\"three", .html)
        #expect(Reading.blocks(document).prefix(2) == ["One.", "Two."])
        #expect(document.notes.contains { $0.line == 3 })
        let many = try Reading.document(String(repeating: "<p>One two three.\u{1}</p>", count: 50), .html)
        #expect(many.notes.count <= 6)
    }

    @Test("draws no notes for elements that its parser does not know")
    func quiet() throws {
        let html = "<main><section><article><svg><path d=\"M0\"/></svg><p>One.</b></p></article></section></main>"
        #expect(try Reading.document(html, .html).notes.isEmpty)
    }
}
