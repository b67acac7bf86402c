/// Reads NITF (IPTC's News Industry Text Format, 3.x): a story with its headline, dateline and paragraphs.
struct NITFReader {
    private let tree: XMLTree

    init(_ tree: XMLTree) { self.tree = tree }

    static func items(of tree: XMLTree) -> [NewsItem] {
        var item = NITFReader(tree).item(tree.root)
        item.notes = tree.notes + item.notes
        return [item]
    }

    private func item(_ nitf: XMLElement) -> NewsItem {
        var item = NewsItem(line: nitf.line)
        let data = nitf.descendant("head", "docdata")
        let status = data?.attribute("management-status")
        item.refusal = NewsItem.refusal(status: status)
        item.id = data?.first("doc-id")?.attribute("id-string")
        let issued = Self.timestamp(data?.first("date.issue"), "norm")
        let version = data?.first("du-key")?.attribute("version").flatMap { Int($0) }
        item.edition = item.id.map { Edition(item: $0, version: version, made: issued?.seconds) }
        let head = nitf.descendant("body", "body.head")
        let publication = nitf.descendant("head", "pubdata")
        item.metadata.published =
            (issued ?? Self.timestamp(data?.first("date.release"), "norm")
            ?? Self.timestamp(publication, "date.publication")
            ?? Self.timestamp(head?.descendant("dateline", "story.date"), "norm"))?.days
        item.metadata.publisher =
            publication?.attribute("name") ?? tree.string(head?.first("distributor"))
            ?? data?.first("doc.copyright")?.attribute("holder") ?? data?.first("doc-id")?.attribute("regsrc")
        item.metadata.language = nitf.attribute("lang") ?? nitf.first("body")?.attribute("lang")
        item.metadata.status = NewsItem.status(status)
        addHeadline(nitf, to: &item.prose)
        addText(nitf, to: &item.prose)
        item.metadata.title = item.prose.headline
        return item
    }

    private static func timestamp(_ element: XMLElement?, _ attribute: String) -> Timestamp? {
        element?.attribute(attribute).flatMap { Timestamp($0) }
    }

    /// Adds the headline, or the title of a story that has none.
    func addHeadline(_ nitf: XMLElement, to prose: inout ProseGatherer) {
        let lines = nitf.descendant("body", "body.head", "hedline")
        guard let first = lines?.first("hl1") else {
            return prose.add(nitf.descendant("head", "title"), of: tree, as: .headline)
        }
        prose.add(first, of: tree, as: .headline)
        for line in lines?.all("hl2") ?? [] { prose.add(line, of: tree, as: .heading) }
    }

    /// Adds what comes after the headline. Byline and tagline are boilerplate.
    func addText(_ nitf: XMLElement, to prose: inout ProseGatherer) {
        for part in nitf.first("body")?.children ?? [] {
            switch part.local {
            case "body.head":
                for child in part.children {
                    switch child.local {
                    case "byline", "distributor": prose.add(child, of: tree, as: .boilerplate)
                    case "dateline": prose.add(child, of: tree, as: .paragraph)
                    case "abstract": prose.add(child, of: tree, layout: Self.layout)
                    default: break
                    }
                }
            case "body.content": prose.add(part, of: tree, layout: Self.layout)
            case "body.end": prose.add(part, of: tree, as: .boilerplate)
            default: break
            }
        }
    }

    /// What the elements of NITF mean for the text in them; all that are not named run on with the text around them.
    static func layout(_ element: XMLElement) -> HTMLElement { elements[element.local] ?? .inline }

    private static let elements: [String: HTMLElement] = {
        var elements: [String: HTMLElement] = [
            "hl1": .heading(level: 2), "hl2": .heading(level: 3), "li": .listItem, "dt": .listItem, "dd": .listItem,
            "td": .tableCell, "th": .tableCell, "caption": .caption, "media-caption": .caption, "br": .lineBreak,
            "sup": .superscript,
        ]
        for name in [
            "body.content", "abstract", "p", "bq", "block", "pre", "hr", "fn", "note", "nitf-table", "table", "tr",
            "ol",
            "ul", "dl", "media", "credit",
        ] {
            elements[name] = .block
        }
        for name in ["media-metadata", "media-object", "media-producer", "nitf-table-metadata"] {
            elements[name] = .left
        }
        return elements
    }()
}
