import Documents
import Testing

@Suite("News in XML")
struct NewsXMLTests {
    static func nitf(status: String = "usable", version: Int = 2, body: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
        <nitf xml:lang="en">
          <head><title>Short title</title>
            <docdata management-status="\(status)">
              <doc-id regsrc="CP" id-string="cp-0314"/><du-key version="\(version)" key="fire"/>
              <date.issue norm="20250314T153000Z"/><doc.copyright holder="Continental Press"/>
            </docdata>
            <pubdata date.publication="20250315" name="The Gull"/>
          </head>
          <body>
            <body.head>
              <hedline><hl1>Nine dead in <em>ferry</em> fire</hl1><hl2>Harbour closed</hl2></hedline>
              <byline>By <person>Ann Lee</person></byline>
              <distributor>Continental Press</distributor>
              <dateline><location>PORT AMADI</location>, <story.date norm="20250314">March 14</story.date></dateline>
              <abstract><p>A ferry burnt.</p></abstract>
            </body.head>
            <body.content>
              <p>The fire killed <num>9</num> people, <person>Bo Roe</person> said.</p>
              <ul><li>Forty saved</li></ul>
              <table><tr><th>Town</th><th>Dead</th></tr><tr><td>Lund</td><td>4</td></tr></table>
              <media media-type="image"><media-metadata name="x" value="y">no</media-metadata>
              <media-caption>The quay</media-caption><media-producer>Foto</media-producer></media>\(body)
            </body.content>
            <body.end><tagline>More to come.</tagline></body.end>
          </body>
        </nitf>
        """
    }

    private static let story = [
        "headline: Nine dead in ferry fire", "heading: Harbour closed", "boilerplate: By Ann Lee",
        "boilerplate: Continental Press", "PORT AMADI, March 14", "A ferry burnt.",
        "The fire killed 9 people, Bo Roe said.", "list-item: Forty saved", "table-cell: Town", "table-cell: Dead",
        "table-cell: Lund", "table-cell: 4", "caption: The quay", "boilerplate: More to come.",
    ]

    @Test("NITF gives headline, dateline and paragraphs, and what its head tells")
    func nitf() throws {
        let content = try Reading.content(Self.nitf(), path: "a.xml")
        let document = try #require(content.documents.first)
        #expect(Reading.blocks(document) == Self.story)
        #expect(document.id == "cp-0314")
        #expect(
            document.metadata
                == Metadata(
                    title: "Nine dead in ferry fire", publisher: "The Gull", published: DayInterval(iso: "2025-03-14"),
                    language: "en"))
        #expect(document.edition == Edition(item: "cp-0314", version: 2, made: 1_741_966_200))
        #expect(Reading.place(of: "Bo", in: document) == Reading.place(of: "Bo Roe", inFile: Self.nitf()))
    }

    static let held: [(String, SkippedItem.Reason)] = [
        ("withheld", .withheld), ("stat:withheld", .withheld), ("canceled", .cancelled), ("stat:canceled", .cancelled),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", .cancelled), ("Cancelled", .cancelled),
    ]

    @Test("that is held back or cancelled is no document", arguments: held)
    func statuses(status: String, reason: SkippedItem.Reason) throws {
        for (text, path) in [
            (Self.nitf(status: status), "a.xml"), (Self.newsItem(status: status), "a.xml"),
            (NinjsTests.item(status: status), "a.json"),
        ] {
            let content = try Reading.content(text, path: path)
            #expect(content.documents.isEmpty)
            #expect(content.skipped.map(\.reason) == [reason])
            #expect(content.skipped.first?.edition?.version == 2)
        }
    }

    static func newsItem(status: String = "stat:usable", content: String = "<inlineXML><nitf/></inlineXML>") -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" xml:lang="en-GB">
          <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:CP"><name>Continental Press</name></provider>
            <versionCreated>2025-03-14T15:30:00+01:00</versionCreated><pubStatus qcode="\(status)"/></itemMeta>
          <contentMeta><by>By Ann Lee</by><dateline>PORT AMADI, March 14</dateline>
            <headline>Nine dead</headline><description>A summary.</description></contentMeta>
          <contentSet>\(content)</contentSet>
        </newsItem>
        """
    }

    @Test(
        "NewsML-G2 gives the text of its first rendition that holds one",
        arguments: [
            (
                "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body>"
                    + "<body.head><hedline><hl1>Other</hl1></hedline></body.head><body.content><p>In NITF.</p>"
                    + "</body.content></body></nitf></inlineXML>", ["In NITF."]
            ),
            (
                "<inlineData contenttype='text/plain'>Same.</inlineData><inlineXML contenttype='application/xhtml+xml'>"
                    + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body><h1>H</h1><p>In "
                    + "<i>XHTML</i>.</p></body></html></inlineXML>", ["heading: H", "In XHTML."]
            ),
            ("<inlineData contenttype='text/plain'>One.\n\nTwo\nships.</inlineData>", ["One.", "Two", "ships."]),
            ("<inlineData contenttype='text/html'>&lt;p&gt;In HTML.&lt;/p&gt;</inlineData>", ["In HTML."]),
            ("<remoteContent href='http://127.0.0.1:9/x.jpg'/>", ["A summary."]),
            ("<inlineData contenttype='image/jpeg' encoding='base64'>AAAA</inlineData>", ["A summary."]),
        ])
    func newsML(content: String, blocks: [String]) throws {
        let document = try #require(Reading.content(Self.newsItem(content: content), path: "a.xml").documents.first)
        let head = ["headline: Nine dead", "boilerplate: By Ann Lee", "PORT AMADI, March 14"]
        #expect(Reading.blocks(document) == head + blocks)
        #expect(document.id == "urn:x:1")
        #expect(
            document.metadata
                == Metadata(
                    title: "Nine dead", publisher: "Continental Press", published: DayInterval(iso: "2025-03-14"),
                    language: "en-GB"))
        #expect(document.edition == Edition(item: "urn:x:1", version: 2, made: 1_741_962_600))
    }

    @Test("a message gives its items; those without text are named")
    func message() throws {
        let items = [Self.newsItem(), Self.newsItem(status: "stat:withheld"), "<packageItem guid='p' version='1'/>"]
        let text =
            "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>\n\(items.joined())"
            + "</itemSet></newsMessage>"
        let content = try Reading.content(text, path: "a.xml")
        #expect(content.documents.map(\.line) == [2])
        #expect(content.skipped.map(\.reason) == [.withheld, .noText])
        #expect(content.skipped.map(\.line) == [8, 14])
        let package = "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='p'/>"
        #expect(try Reading.content(package, path: "a.xml").skipped.map(\.reason) == [.noText])
    }

    @Test("that breaks off is an error", arguments: [20, 300, 900, 1200])
    func truncated(length: Int) {
        let text = String(Self.nitf().prefix(length))
        let error = #expect(throws: DocumentError.self) { try Reading.content(text, path: "a.xml") }
        #expect(error?.description.contains("no valid XML") == true)
    }
}

@Suite("ninjs")
struct NinjsTests {
    static func item(status: String = "usable", body: String = #""body_text": "Nine died.\n\nForty were \"saved\"""#)
        -> String
    {
        """
        {
          "uri": "urn:n:1", "type": "text", "version": "2", "versioncreated": "2025-03-14T15:30:00Z",
          "pubstatus": "\(status)", "language": "en", "headline": "Fire \\u2013 caf\\u00e9 \\ud83d\\ude00 burnt",
          "byline": "Ann Lee", "infosource": [{"name": "Continental Press"}], "copyrightholder": "CP",
          \(body)
        }
        """
    }

    @Test(
        "gives the text of its first body",
        arguments: [
            (#""body_text": "Nine died.\n\nForty were \"saved\".""#, ["Nine died.", "Forty were \"saved\"."]),
            (
                #""body_text": "no", "body_xhtml": "<p>Nine died &amp; more.<\/p>\n<ul><li>Forty<\/li><\/ul>""#,
                ["Nine died & more.", "list-item: Forty"]
            ),
            (
                #""bodies": [{"contenttype": "text/plain", "value": "no"}, {"contenttype": "text/html", "value": "<p>A<br\/><br\/>B"}]"#,
                ["A", "B"]
            ),
            (#""description_text": "A quay.", "body_text": """#, ["A quay."]),
            (#""associations": {"main": {"headline": "Other"}}"#, []),
        ])
    func bodies(body: String, blocks: [String]) throws {
        let text = Self.item(body: body)
        let document = try #require(Reading.content(text, path: "a.json").documents.first)
        #expect(Reading.blocks(document) == ["headline: Fire – café 😀 burnt", "boilerplate: Ann Lee"] + blocks)
        #expect(
            document.metadata
                == Metadata(
                    title: "Fire – café 😀 burnt", publisher: "Continental Press",
                    published: DayInterval(iso: "2025-03-14"), language: "en"))
        #expect(document.edition == Edition(item: "urn:n:1", version: 2, made: 1_741_966_200))
        for word in ["burnt", "Forty", "quay"] where blocks.contains(where: { $0.contains(word) }) || word == "burnt" {
            #expect(Reading.place(of: word, in: document) == Reading.place(of: word, inFile: text))
        }
    }

    @Test("with several headlines and numbers for versions is read, and a list gives a document for each item")
    func list() throws {
        let text = """
            [{"uri": "a", "version": 3, "headlines": [{"value": "One"}, {"role": "sub", "value": "Two"}],
              "bodies": [{"value": "Text."}]},
             {"uri": "b", "pubstatus": "canceled"}, {"uri": "c", "headline": "Three"}, 5]
            """
        let content = try Reading.content(text, path: "-")
        #expect(
            content.documents.map(Reading.blocks) == [["headline: One", "heading: Two", "Text."], ["headline: Three"]])
        #expect(content.documents.map(\.edition?.version) == [3, nil])
        #expect(content.skipped.map(\.reason) == [.cancelled, .noNewsItem])
        #expect(content.skipped.map(\.line) == [3, 1])
    }

    @Test(
        "is told from other JSON, which is passed over",
        arguments: [
            ("{}", .noNewsItem), ("[]", .noNewsItem), ("[1, {\"uri\": \"x\", \"type\": \"track\"}]", .noNewsItem),
            ("{\"headline\": \"x\"}", .noNewsItem), ("5", .noNewsItem),
            ("{\"a\": {\"uri\": 1, \"headline\": 2}}", .noNewsItem),
            ("", .noJSON(at: .init(line: 1, column: 1))), ("// c\n{}", .noJSON(at: .init(line: 1, column: 1))),
            ("{\"a\": 1,\n}", .noJSON(at: .init(line: 2, column: 1))),
            ("{\"a\": nan}", .noJSON(at: .init(line: 1, column: 7))),
            ("[\"\\x\"]", .noJSON(at: .init(line: 1, column: 3))), ("[01x]", .noJSON(at: .init(line: 1, column: 2))),
            ("[\"a\nb\"]", .noJSON(at: .init(line: 1, column: 4))), ("{} {}", .noJSON(at: .init(line: 1, column: 4))),
            (String(repeating: "[", count: 100_000), .noJSON(at: .init(line: 1, column: 101))),
        ] as [(String, SkippedItem.Reason)])
    func other(text: String, reason: SkippedItem.Reason) throws {
        let content = try Reading.content(text, path: "a.json")
        #expect(content.documents.isEmpty)
        #expect(content.skipped == [SkippedItem(path: "a.json", reason: reason)])
    }

    @Test("that breaks off is an error with its place")
    func truncated() {
        let error = #expect(throws: DocumentError.self) {
            try Reading.content("{\"uri\": \"a\",\n\"headline\": \"Nine d", path: "a.json")
        }
        #expect(error?.description == "a.json:2:20: no valid JSON (it ends too early); repair the file or leave it out")
    }

    @Test(
        "half a surrogate pair is read as the replacement character",
        arguments: ["\\ud83d", "\\ud83dx", "\\ude00\\ud83d"])
    func surrogates(escape: String) throws {
        let content = try Reading.content("{\"uri\": \"a\", \"headline\": \"x\(escape)\"}", path: "a.json")
        #expect(content.documents.flatMap(Reading.blocks).allSatisfy { $0.contains("\u{FFFD}") })
    }
}
