/// Reads NewsML-G2 (IPTC): a news item, or a message with several.
struct NewsMLReader {
    private let tree: XMLTree

    static func items(of tree: XMLTree) -> [NewsItem] {
        let reader = NewsMLReader(tree: tree)
        let root = tree.root
        var items: [NewsItem]
        if root.local == "newsMessage" {
            items = root.all("itemSet").flatMap(\.children).map { reader.item($0) }
        } else {
            items = [reader.item(root)]
        }
        if !items.isEmpty { items[0].notes = tree.notes + items[0].notes }
        return items
    }

    private func item(_ element: XMLElement) -> NewsItem {
        var item = NewsItem(line: element.line)
        let meta = element.first("itemMeta")
        item.id = element.attribute("guid")
        let made = timestamp(meta?.first("versionCreated"))
        let version = element.attribute("version").flatMap { Int($0) }
        item.edition = item.id.map { Edition(item: $0, version: version, made: made?.seconds) }
        let status = meta?.first("pubStatus").flatMap { $0.attribute("qcode") ?? $0.attribute("uri") }
        // Packages, concepts and plans point to what others tell.
        item.refusal = element.local == "newsItem" ? NewsItem.refusal(status: status) : .noText
        let content = element.first("contentMeta")
        item.metadata.published = (made ?? timestamp(content?.first("contentCreated")))?.days
        item.metadata.publisher =
            party(meta?.first("provider")) ?? tree.string(content?.first("creditline"))
            ?? party(content?.first("infoSource"))
        item.metadata.language = content?.first("language")?.attribute("tag") ?? element.attribute("lang")
        item.metadata.status = NewsItem.status(status)
        addText(of: element, content, to: &item)
        item.metadata.title = item.prose.headline ?? tree.string(meta?.first("title"))
        return item
    }

    private func timestamp(_ element: XMLElement?) -> Timestamp? { tree.string(element).flatMap { Timestamp($0) } }

    /// The name of a party: as it is written out, or the code without that of its vocabulary.
    private func party(_ element: XMLElement?) -> String? {
        guard let element else { return nil }
        let code = element.attribute("qcode").flatMap { $0.split(separator: ":").last.map(String.init) }
        return tree.string(element.first("name")) ?? element.attribute("literal") ?? code
    }

    // MARK: Text

    private func addText(of element: XMLElement, _ meta: XMLElement?, to item: inout NewsItem) {
        for (index, headline) in (meta?.all("headline") ?? []).enumerated() {
            item.prose.add(headline, of: tree, as: index == 0 ? .headline : .heading)
        }
        for byline in meta?.all("by") ?? [] { item.prose.add(byline, of: tree, as: .boilerplate) }
        for dateline in meta?.all("dateline") ?? [] { item.prose.add(dateline, of: tree, as: .paragraph) }
        let renditions = element.first("contentSet")?.children ?? []
        // All renditions hold one text; marked-up ones tell its paragraphs best.
        for rendition in renditions where rendition.local == "inlineXML" {
            if addXML(rendition, to: &item) { return }
        }
        for rendition in renditions where rendition.local == "inlineData" {
            if addData(rendition, to: &item) { return }
        }
        for description in meta?.all("description") ?? [] { item.prose.add(description, of: tree, as: .paragraph) }
    }

    /// - Returns: whether there was text.
    private func addXML(_ rendition: XMLElement, to item: inout NewsItem) -> Bool {
        guard let root = rendition.children.first, tree.string(root) != nil else { return false }
        if root.local == "nitf" {
            let story = NITFReader(tree)
            if item.prose.headline == nil { story.addHeadline(root, to: &item.prose) }
            story.addText(root, to: &item.prose)
        } else {
            let body = root.first("body") ?? root
            item.prose.add(body, of: tree) { HTMLElement(name: $0.local.lowercased()) }
        }
        return true
    }

    private func addData(_ rendition: XMLElement, to item: inout NewsItem) -> Bool {
        let type = rendition.attribute("contenttype") ?? "text/plain"
        guard tree.string(rendition) != nil else { return false }
        guard rendition.attribute("encoding") == nil, type.hasPrefix("text/") else {
            item.notes.append(ReadingNote("content of type '\(type)' is not read", line: rendition.line))
            return false
        }
        let text = tree.text.part(rendition.range)
        if type.hasPrefix("text/html") {
            item.notes += item.prose.add(html: text, line: rendition.line)
        } else {
            item.prose.add(plain: text)
        }
        return true
    }
}
