import Documents
import TestSupport
import Testing

@Suite("Feeds")
struct FeedTests {
    private static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>Harbour Wire</title>
          <language>en-gb</language>
          <item>
            <title>Ferry &amp;amp; barge collide</title>
            <link>https://example.org/ferry</link>
            <guid isPermaLink="false">hw-17</guid>
            <pubDate>Thu, 03 Jul 2025 23:30:00 -0400</pubDate>
            <description>A short text.</description>
            <content:encoded><![CDATA[<p>Nine people died.</p><p>Forty &amp; more
              were saved.</p><script>x()</script>]]></content:encoded>
          </item>
          <item>
            <title>Second</title>
            <link>https://example.org/second</link>
            <dc:date>2025-07-04T08:00:00Z</dc:date>
            <source url="https://example.com/feed">Plover Daily</source>
            <description>&lt;p&gt;Twelve &amp;nbsp;boats &lt;b&gt;sank&lt;/b&gt;.&lt;/p&gt;&lt;h1&gt;Why&lt;/h1&gt;</description>
          </item>
          <item><guid>empty</guid></item>
        </channel></rss>
        """

    @Test("of RSS give a document for each item, with what the item and its channel say of it")
    func rss() throws {
        let content = try Reading.content(Self.rss, path: "news.xml")
        #expect(content.documents.map(\.id) == ["hw-17", "https://example.org/second"])
        let (first, second) = (content.documents[0], content.documents[1])
        #expect(
            Reading.blocks(first) == [
                "headline: Ferry & barge collide", "Nine people died.", "Forty & more were saved.",
            ])
        #expect(Reading.blocks(second) == ["headline: Second", "Twelve \u{A0}boats sank.", "heading: Why"])
        #expect(
            first.metadata
                == Metadata(
                    title: "Ferry & barge collide", publisher: "Harbour Wire",
                    published: DayInterval(iso: "2025-07-03"), language: "en-gb"))
        #expect(second.metadata.publisher == "Plover Daily")
        #expect(second.metadata.published == DayInterval(iso: "2025-07-04"))
        for word in ["Nine", "were"] {
            #expect(Reading.place(of: word, in: first) == Reading.place(of: word, inFile: Self.rss))
        }
        for word in ["Twelve", "boats"] {
            #expect(Reading.place(of: word, in: second) == Reading.place(of: word, inFile: Self.rss))
        }
        #expect(
            content.skipped == [
                SkippedItem(path: "news.xml", line: 23, reason: .noText, edition: Edition(item: "empty"))
            ])
        #expect(first.edition == Edition(item: "hw-17", made: 1_751_599_800))
    }

    @Test("of Atom are read as their types say, and an entry that was deleted is cancelled")
    func atom() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="en">
            <title>Meridian Desk</title>
            <entry>
              <id>tag:m,1</id><title type="text">Up &lt; down</title>
              <published>2025-07-01T10:00:00+02:00</published><updated>2025-07-02T10:00:00Z</updated>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Five <em>cars</em> burnt.</p>
              <ul><li>One red</li></ul><del>Six</del></div></content>
            </entry>
            <entry>
              <id>tag:m,2</id><title type="html">R&amp;amp;D &lt;b&gt;grows&lt;/b&gt;</title>
              <content src="https://example.org/x" type="text/html"/><summary>Plain &lt;b&gt; text.</summary>
              <link rel="self" href="x"/>
            </entry>
            <at:deleted-entry ref="tag:m,1" when="2025-07-03T00:00:00Z"/>
            </feed>
            """
        let content = try Reading.content(feed, path: "a.atom")
        #expect(
            content.documents.map(Reading.blocks) == [
                ["headline: Up < down", "Five cars burnt.", "list-item: One red"],
                ["headline: R&D grows", "Plain <b> text."],
            ])
        #expect(content.documents.map(\.metadata.publisher) == ["Meridian Desk", "Meridian Desk"])
        #expect(content.documents[0].metadata.published == DayInterval(iso: "2025-07-01"))
        #expect(content.documents[0].metadata.language == "en")
        #expect(content.skipped.map(\.reason) == [.cancelled])
        let deleted = try #require(content.skipped[0].edition)
        #expect(deleted.replaces(try #require(content.documents[0].edition)) == true)
    }

    @Test("take publisher and language from elsewhere, title and date only where they hold one item")
    func override() throws {
        let told = Metadata(title: "T", publisher: "P", published: DayInterval(iso: "2020"), language: "fr")
        let many = try Reading.content(Self.rss, path: "news.xml", override: told).documents
        #expect(many.map(\.metadata.publisher) == ["P", "P"])
        #expect(many[1].metadata.title == "Second")
        #expect(many[1].metadata.published == DayInterval(iso: "2025-07-04"))
        let one = "<rss><channel><item><title>A</title></item></channel></rss>"
        #expect(try Reading.content(one, path: "x.rss", override: told).documents[0].metadata == told)
    }
}

@Suite("XML")
struct XMLTests {
    @Test(
        "is told by its root element, whatever the file is called",
        arguments: [
            ("a.xml", "<rss><channel><item><title>A</title></item></channel></rss>", ["headline: A"]),
            (
                "feed", "<?xml version='1.0'?><!-- c --><rss><channel><item><title>A</title></item></channel></rss>",
                ["headline: A"]
            ),
            ("-", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title></entry></feed>", ["headline: A"]),
            ("a.xml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>A</h1></body></html>", ["headline: A"]),
            ("page", "<?xml version='1.0'?><html><body><h1>A</h1></body></html>", ["headline: A"]),
            ("a.xhtml", "<rss><p>A</p></rss>", ["A"]),
        ])
    func dialects(path: String, text: String, blocks: [String]) throws {
        let content = try Reading.content(text, path: path)
        #expect(content.documents.map(Reading.blocks) == [blocks])
        #expect(content.skipped.isEmpty)
    }

    @Test(
        "of no known kind is passed over with its root element",
        arguments: [
            ("<project><p>5 died</p>", "project"), ("<feed><entry/></feed>", "feed"),
            ("<?xml version='1.0'?>\n<x:report xmlns:x='urn:x'/>", "report"),
        ])
    func unknown(text: String, root: String) throws {
        let content = try Reading.content(text, path: "pom.xml")
        #expect(content.documents.isEmpty)
        #expect(content.skipped == [SkippedItem(path: "pom.xml", reason: .unknownXML(root: root))])
    }

    private static func item(_ content: String) -> String {
        "<rss><channel><item><title>T</title><description>\(content)</description></item></channel></rss>"
    }

    @Test(
        "that is broken is an error with its place",
        arguments: [
            ("", "x.xml:1:1: no valid XML"), ("   \n", "x.xml:"), ("hello", "x.xml:1:1: no valid XML"),
            ("<rss>\n<channel><item><title>Nine d", "x.xml:2:29: no valid XML"),
            ("<rss>\n<a></b></rss>", "x.xml:2:"), (item("<b a=1/>"), "x.xml:1:"), (item("\u{1}"), "x.xml:1:"),
            (String(repeating: "<a>", count: 100_000).replacing("<a>", with: "<rss>", maxReplacements: 1), "x.xml:1:"),
            (
                "<rss " + (0..<5000).map { "a\($0)='1'" }.joined(separator: " ") + "/>",
                "x.xml:1:1: no valid XML (a tag with more than 256 attributes)"
            ),
        ])
    func broken(text: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try Reading.content(text, path: "x.xml") }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
        #expect(error?.description.hasSuffix("repair the file or leave it out") == true)
    }

    @Test("takes nothing over that a document type declares, and fetches nothing")
    func entities() throws {
        let text = """
            <!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd" [
              <!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
              <!ENTITY % p SYSTEM "file:///etc/hostname"> %p;
              <!ENTITY file SYSTEM "file:///etc/passwd">
              <!ATTLIST item secret CDATA "x">
            ]>
            <rss><channel><item><title>T&c; &file; &eacute;&nbsp;U</title></item></channel></rss>
            """
        let document = try #require(Reading.content(text, path: "x.xml").documents.first)
        #expect(Reading.blocks(document) == ["headline: T é\u{A0}U"])
        #expect(document.notes.map(\.line) == [7, 7])
        #expect(document.notes[1].message.contains("'file'"))
    }

    @Test(
        "leads back to the file through references, sections, line ends and leading lines",
        arguments: [
            item("a &#65;&#x42; &lt; &quot;z"), item("<![CDATA[a é <b>x</b> ]] z]]>"),
            "\n\n" + item("a\r\n\r\nb z"), item("&amp;amp; é 😀 z"), item(String(repeating: "é", count: 2000) + "z"),
            item("<![CDATA[" + String(repeating: "é &amp; ", count: 2000) + "z]]>"),
        ])
    func places(text: String) throws {
        let document = try #require(Reading.content(text, path: "x.xml").documents.first)
        #expect(Reading.place(of: "z", in: document) == Reading.place(of: "z", inFile: text))
    }

    @Test("in the encoding that it declares is converted; one that does not hold is an error")
    func encodings() throws {
        func read(_ declared: String, _ word: [UInt8]) throws -> [String] {
            let head = "<?xml version='1.0' encoding='\(declared)'?><rss><channel><item><title>"
            let bytes = Array(head.utf8) + word + Array("</title></item></channel></rss>".utf8)
            return try DocumentReader().read(bytes: bytes, path: "x.xml").documents.flatMap(Reading.blocks)
        }
        #expect(try read("ISO-8859-1", [0x43, 0xE9]) == ["headline: Cé"])
        #expect(try read("utf-16", [0x43, 0xC3, 0xA9]) == ["headline: Cé"])
        #expect(throws: DocumentError.self) { try read("UTF-8", [0x43, 0xE9]) }
        #expect(throws: DocumentError.unknownEncoding(path: "x.xml", encoding: "nosuch")) { try read("nosuch", [0x43]) }
    }

    private static let scraps = [
        "<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "text ", "5", "é", "\r\n",
        "&amp;",
        "&lt;p&gt;", "&nbsp;", "&#65;", "&x;", "<![CDATA[", "]]>", "<!--", "-->", "<b>", "</b>", "]]", "&", "😀",
        "<?p ?>",
    ]

    @Test("made of scraps is sound or an error", arguments: 0..<400)
    func scraps(seed: Int) {
        var numbers = SeededNumbers(state: UInt64(seed))
        var text = "<rss><channel><item><title>a</title><description>"
        for _ in 0..<Int.random(in: 0...12, using: &numbers) { text += Self.scraps.randomElement(using: &numbers)! }
        for _ in 0..<Int.random(in: 0...8, using: &numbers) {
            text += ["text ", "&#66;", "é", "&amp;", "<b>x</b>"].randomElement(using: &numbers)!
        }
        text += "</description></item></channel></rss>"
        do {
            _ = try Reading.content(text, path: "x.xml")
        } catch {
            #expect("\(error)".hasPrefix("x.xml:"))
        }
    }
}

@Suite("Versions of news items")
struct EditionTests {
    @Test(
        "of two versions the later one replaces the other",
        arguments: [
            (Edition(item: "a", version: 2), Edition(item: "a", version: 1), true),
            (Edition(item: "a", version: 1, made: 9), Edition(item: "a", version: 2, made: 1), false),
            (Edition(item: "a", version: 1, made: 9), Edition(item: "a", version: 1, made: 1), true),
            (Edition(item: "a", made: 1), Edition(item: "a", version: 2, made: 1), false),
            (Edition(item: "a", version: 1), Edition(item: "a", version: 1), false),
            (Edition(item: "a", version: 1), Edition(item: "a", made: 1), nil),
            (Edition(item: "a"), Edition(item: "a"), nil),
        ])
    func order(one: Edition, other: Edition, expected: Bool?) { #expect(one.replaces(other) == expected) }

    @Test(
        "are read with their zones",
        arguments: [
            ("Thu, 03 Jul 2025 10:00:00 GMT", 1_751_536_800), ("3 Jul 2025 10:00 +0200", 1_751_529_600),
            ("Thu, 3 Jul 2025 06:00:00 EDT", 1_751_536_800), ("Thu, 03 Jul 2025", 1_751_500_800),
            ("2025-07-03T10:00:00.250Z", 1_751_536_800), ("2025-07-03T10:00:00+02:00", 1_751_529_600),
            ("2025-07-03 10:00", 1_751_536_800), ("20250703T100000Z", 1_751_536_800), ("20250703", 1_751_500_800),
        ])
    func times(text: String, seconds: Int) throws {
        let item = "<rss><channel><item><guid>g</guid><title>A</title><pubDate>\(text)</pubDate></item></channel></rss>"
        let document = try #require(Reading.content(item, path: "x.rss").documents.first)
        #expect(document.edition?.made == seconds)
        #expect(document.metadata.published == DayInterval(iso: "2025-07-03"))
    }
}
