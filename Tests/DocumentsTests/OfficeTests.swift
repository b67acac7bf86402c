import Documents
import TestSupport
import Testing

/// Documents of word processors, packed by the tests.
enum Office {
    private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A DOCX whose body is some WordprocessingML.
    static func docx(_ body: String, footnotes: String = "", header: String = "", created: String = "") throws
        -> [UInt8]
    {
        let namespaces =
            "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='\(relation)' "
            + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
        return try Archive.pack([
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels":
                "<Relationships><Relationship Id='rId1' Type='\(relation)/officeDocument' Target='word/document.xml'/></Relationships>",
            "word/document.xml": "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>",
            "word/_rels/document.xml.rels": """
            <Relationships><Relationship Id='s' Type='\(relation)/styles' Target='styles.xml'/>
            <Relationship Id='f' Type='\(relation)/footnotes' Target='/word/footnotes.xml'/>
            <Relationship Id='h' Type='\(relation)/header' Target='header1.xml'/></Relationships>
            """,
            "word/styles.xml": """
            <w:styles \(namespaces)><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>
            <w:style w:styleId='H1'><w:name w:val='heading 1'/></w:style>
            <w:style w:styleId='Own'><w:basedOn w:val='H1'/></w:style>
            <w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>
            <w:style w:styleId='T1'><w:name w:val='toc 1'/></w:style></w:styles>
            """,
            "word/footnotes.xml": "<w:footnotes \(namespaces)>\(footnotes)</w:footnotes>",
            "word/header1.xml": "<w:hdr \(namespaces)>\(header)</w:hdr>",
            "docProps/core.xml": """
            <cp:coreProperties xmlns:cp='urn:c' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='urn:t'>
            <dc:title>Core title</dc:title>\(created)</cp:coreProperties>
            """,
        ])
    }

    static func paragraph(_ text: String, style: String? = nil) -> String {
        let properties = style.map { "<w:pPr><w:pStyle w:val='\($0)'/></w:pPr>" } ?? ""
        return "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    /// An ODT whose body is some OpenDocument text.
    static func odt(_ body: String, styles: String = "", header: String = "", meta: String = "", manifest: String = "")
        throws -> [UInt8]
    {
        let namespace = "urn:oasis:names:tc:opendocument:xmlns:"
        let names = ["office", "text", "table", "style", "draw", "meta", "manifest"].map {
            "xmlns:\($0)='\(namespace)\($0):1.0'"
        }
        let namespaces =
            names.joined(separator: " ")
            + " xmlns:fo='\(namespace)xsl-fo-compatible:1.0' xmlns:svg='\(namespace)svg-compatible:1.0' "
            + "xmlns:dc='http://purl.org/dc/elements/1.1/'"
        return try Archive.pack([
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest:manifest \(namespaces)>\(manifest)</manifest:manifest>",
            "content.xml": """
            <office:document-content \(namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>
            <office:body><office:text>\(body)</office:text></office:body></office:document-content>
            """,
            "styles.xml": """
            <office:document-styles \(namespaces)><office:master-styles><style:master-page>
            <style:header>\(header)</style:header></style:master-page></office:master-styles></office:document-styles>
            """,
            "meta.xml": "<office:document-meta \(namespaces)><office:meta>\(meta)</office:meta></office:document-meta>",
        ])
    }

    static func document(_ bytes: [UInt8], path: String = "a.docx") throws -> Document {
        let content = try DocumentReader().read(bytes: bytes, path: path)
        let document = try #require(content.documents.first)
        var end = 0
        for block in document.blocks {
            #expect(block.span.start >= end && !block.span.isEmpty)
            end = block.span.end
        }
        #expect(end <= document.text.count)
        return document
    }
}

@Suite("DOCX")
struct DOCXTests {
    private static func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space='preserve'>\(text)</w:t></w:r>"
    }

    @Test(
        "is read as it looks with all changes accepted",
        arguments: [
            (
                "<w:p>\(run("Nine "))<w:del><w:r><w:delText>8 </w:delText></w:r></w:del><w:ins>\(run("11 "))</w:ins>\(run("died."))</w:p>",
                ["Nine 11 died."]
            ),
            (
                "<w:p><w:moveFrom>\(run("Old."))</w:moveFrom><w:moveTo>\(run("New."))</w:moveTo></w:p>", ["New."]
            ),
            (
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("Nine "))</w:p><w:p>\(run("died."))</w:p>",
                ["Nine died."]
            ),
            ("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>\(run("A"))</w:p><w:p>\(run("B"))</w:p>", ["A", "B"]),
            (
                "<w:p>\(run("A", "<w:strike/>"))\(run("B", "<w:strike w:val='0'/>"))\(run("C", "<w:vanish/>"))</w:p>",
                ["B"]
            ),
            (
                "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>\(run("A"))</w:p></w:tc></w:tr><w:tr><w:tc><w:p>\(run("B"))"
                    + "</w:p></w:tc></w:tr></w:tbl>", ["table-cell: B"]
            ),
            (
                "<w:p>\(run("5 km"))\(run("2", "<w:vertAlign w:val='superscript'/>"))<w:r><w:tab/><w:t>a</w:t><w:br/>"
                    + "<w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>", ["5 km² a b\u{2011}c"]
            ),
            (
                "<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>\(run("Link"))"
                    + "</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>\(run("ed"))</w:sdtContent></w:sdt></w:p>",
                ["Linked"]
            ),
            (
                "<w:p>\(run("A"))<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(Office.paragraph("Box"))"
                    + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\(Office.paragraph("Box"))"
                    + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", ["A", "Box"]
            ),
            (
                "<w:sdt><w:sdtContent>\(Office.paragraph("In", style: "T1"))\(Office.paragraph("A", style: "Loop"))"
                    + "</w:sdtContent></w:sdt>", ["boilerplate: In", "A"]
            ),
        ])
    func changes(body: String, blocks: [String]) throws {
        #expect(Reading.blocks(try Office.document(Office.docx(body))) == blocks)
    }

    private static let story =
        Office.paragraph("A fire", style: "Titel") + Office.paragraph("Why", style: "Own")
        + "<w:p><w:pPr><w:numPr/></w:pPr>\(run("One"))</w:p>"
        + "<w:p>\(run("Nine died."))<w:r><w:footnoteReference w:id='2'/></w:r><w:del><w:r><w:footnoteReference w:id='3'/></w:r></w:del></w:p>"
        + "<w:tbl><w:tr><w:tc>\(Office.paragraph("Town"))</w:tc><w:tc>\(Office.paragraph("Dead"))</w:tc></w:tr>"
        + "<w:tr><w:tc>\(Office.paragraph("Lund"))\(Office.paragraph("city"))</w:tc><w:tc>\(Office.paragraph("4"))</w:tc></w:tr></w:tbl>"
        + "<w:sectPr><w:headerReference r:id='h'/><w:headerReference r:id='h'/><w:footerReference r:id='none'/></w:sectPr>"

    @Test("gives headings, lists, tables, notes and headers, each row on a line of its own")
    func parts() throws {
        let notes =
            "<w:footnote w:id='-1'>\(Office.paragraph("line"))</w:footnote><w:footnote w:id='2'>\(Office.paragraph("A note."))"
            + "</w:footnote><w:footnote w:id='3'>\(Office.paragraph("Gone."))</w:footnote>"
        let bytes = try Office.docx(Self.story, footnotes: notes, header: Office.paragraph("A header"))
        let document = try Office.document(bytes)
        #expect(
            Reading.blocks(document) == [
                "headline: A fire", "heading: Why", "list-item: One", "Nine died.", "table-cell: Town",
                "table-cell: Dead",
                "table-cell: Lund city", "table-cell: 4", "A note.", "A header",
            ])
        let places = [
            "Why": [2, 1], "died": [4, 6], "Dead": [5, 6], "city": [6, 6], "4": [6, 11], "note": [7, 3],
        ]
        for (word, place) in places { #expect(Reading.place(of: word, in: document) == place, "\(word)") }
    }

    @Test(
        "takes title and date from the text, else from its properties",
        arguments: [
            (Office.paragraph("Text."), "Core title", "2025-03-01"),
            (Office.paragraph("A fire", style: "H1") + Office.paragraph("Text."), "A fire", "2025-03-01"),
            (Office.paragraph("LASKO, May 3, 2025 (X) -- Text."), "Core title", "2025-05-03"),
        ])
    func metadata(body: String, title: String, date: String) throws {
        let created =
            "<dcterms:created>2025-03-01T10:00:00Z</dcterms:created><dcterms:modified>2026-01-01</dcterms:modified>"
        let document = try Office.document(Office.docx(body, created: created))
        #expect(document.metadata.title == title)
        #expect(document.metadata.published == DayInterval(iso: date))
    }
}

@Suite("ODT")
struct ODTTests {
    private static let styles = """
        <style:style style:name='P1' style:parent-style-name='Title'/>
        <style:style style:name='T1'><style:text-properties style:text-line-through-style='solid'/></style:style>
        <style:style style:name='T2'><style:text-properties style:text-position='super 58%'/></style:style>
        <style:style style:name='T3'><style:text-properties text:display='none'/></style:style>
        <style:style style:name='L' style:parent-style-name='L'/>
        """

    @Test(
        "is read as it looks with all changes accepted",
        arguments: [
            (
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>8</text:p></text:deletion>"
                    + "</text:changed-region></text:tracked-changes><text:p>Nine <text:change text:change-id='a'/>"
                    + "<text:change-start/>11<text:change-end/> died.</text:p>", ["Nine 11 died."]
            ),
            (
                "<text:p>5<text:s text:c='3'/>km<text:span text:style-name='T2'>2</text:span><text:tab/>a<text:line-break/>b"
                    + "<text:span text:style-name='T1'>c</text:span><text:span text:style-name='T3'>d</text:span></text:p>",
                ["5 km² a b"]
            ),
            (
                "<text:p>A<office:annotation><text:p>Remark</text:p></office:annotation><draw:frame><draw:text-box>"
                    + "<text:p>Box</text:p></draw:text-box><svg:title>no</svg:title></draw:frame> b.</text:p>",
                ["A b.", "Box"]
            ),
            (
                "<text:section text:display='none'><text:p>Hidden</text:p></text:section><text:section><text:p "
                    + "text:style-name='L'>Seen</text:p></text:section><text:table-of-content><text:p>In</text:p>"
                    + "</text:table-of-content>", ["Seen"]
            ),
        ])
    func changes(body: String, blocks: [String]) throws {
        #expect(Reading.blocks(try Office.document(Office.odt(body, styles: Self.styles), path: "a.odt")) == blocks)
    }

    @Test("gives headings, lists, tables, notes and headers, and its properties")
    func parts() throws {
        let body = """
            <text:p text:style-name='P1'>A fire</text:p><text:h text:outline-level='1'>Why</text:h>
            <text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>
            <text:p>Nine died.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>
            </text:note-body></text:note></text:p>
            <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell>
            <table:table-cell><text:p>Dead</text:p></table:table-cell></table:table-row></table:table-header-rows>
            <table:table-row><table:table-cell><text:p>Lund</text:p><text:p>city</text:p></table:table-cell>
            <table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>
            """
        let meta =
            "<dc:title>T</dc:title><dc:date>2026-01-01</dc:date><meta:creation-date>2025-03-01T10:00:00</meta:creation-date>"
        let bytes = try Office.odt(body, styles: Self.styles, header: "<text:p>A header</text:p>", meta: meta)
        let document = try Office.document(bytes, path: "-")
        #expect(
            Reading.blocks(document) == [
                "headline: A fire", "heading: Why", "list-item: One", "Nine died.", "table-cell: Town",
                "table-cell: Dead",
                "table-cell: Lund city", "table-cell: 4", "A note.", "A header",
            ])
        #expect(Reading.place(of: "city", in: document) == [6, 6])
        #expect(document.metadata == Metadata(title: "A fire", published: DayInterval(iso: "2025-03-01")))
    }
}

@Suite("Archives")
struct ArchiveTests {
    private func message(_ bytes: [UInt8]) -> String {
        do {
            return "\(try DocumentReader().read(bytes: bytes, path: "a.docx").documents.map(Reading.blocks))"
        } catch {
            return error.description
        }
    }

    @Test("that are none, hold something else or need a password are errors")
    func others() throws {
        #expect(message([]).hasPrefix("a.docx: no valid DOCX or ODT (it is no ZIP archive"))
        #expect(message([0xD0, 0xCF, 0x11, 0xE0]).hasPrefix("a.docx: no valid DOCX or ODT (it is no ZIP archive"))
        #expect(message(try Archive.pack(["x.txt": "x"])).contains("the archive holds something else"))
        let sheet = "<Relationships><Relationship Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        #expect(message(try Archive.pack(["_rels/.rels": sheet])).contains("the archive holds something else"))
        let missing = sheet.replacing("xl/workbook", with: "word/document")
        #expect(message(try Archive.pack(["_rels/.rels": missing])).contains("word/document.xml is missing"))
        let entry =
            "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>"
        #expect(message(try Office.odt("", manifest: entry)).contains("it needs a password"))
    }

    @Test("that break off anywhere are errors", arguments: [10, 200, 700, 1500])
    func truncated(length: Int) throws {
        let bytes = try Office.docx(Office.paragraph("Text."))
        #expect(message(Array(bytes.prefix(length))).hasPrefix("a.docx: no valid DOCX or ODT"))
    }

    @Test("with any byte changed are read or refused", arguments: 0..<60)
    func damaged(seed: Int) throws {
        var numbers = SeededNumbers(state: UInt64(seed))
        var bytes = try Office.docx(Office.paragraph("Text."))
        for _ in 0..<3 {
            bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
        }
        let message = message(bytes)
        #expect(message.hasPrefix("a.docx") || message.hasPrefix("["))
    }

    @Test("that unpack to more than is read are errors")
    func bombs() throws {
        let spaces = [UInt8](repeating: 0x20, count: 1 << 26 + 1)
        let bomb = try Archive.pack([("_rels/.rels", spaces)])
        #expect(bomb.count < 1 << 17)
        #expect(
            message(bomb)
                == "a.docx: _rels/.rels unpacks to more than 64 MB, which is more than is read; split the file or leave it out"
        )
        let many = try Archive.pack((0...10_000).map { ("\($0)", []) })
        #expect(message(many).hasPrefix("a.docx: an archive with more than 10000 parts"))
    }

    @Test("with very many notes, boxes and references are read in linear time")
    func many() throws {
        let count = 20_000
        let reference = "<w:r><w:footnoteReference w:id='1'/></w:r>"
        let box = "<w:r><w:txbxContent>\(Office.paragraph("b"))</w:txbxContent></w:r>"
        let body = "<w:p>" + String(repeating: reference + box, count: count) + "</w:p>"
        let notes = (1...count).map { "<w:footnote w:id='\($0)'>\(Office.paragraph("n"))</w:footnote>" }.joined()
        let document = try Office.document(Office.docx(body, footnotes: notes))
        #expect(document.blocks.count == count + 1)
    }

    @Test("hold XML under the same limits")
    func hostileXML() throws {
        let nested = String(repeating: "<w:p>", count: 1000)
        #expect(message(try Office.docx(nested)).hasPrefix("a.docx/word/document.xml:1:"))
        #expect(message(try Office.docx("<w:p>")).contains("no valid XML"))
    }
}
