/// Reads feeds: RSS 2.0 with its forerunners 0.9x, and Atom (RFC 4287) with withdrawn entries (RFC 6721). Each item is a
/// document of its own.
struct FeedReader {
    private let tree: XMLTree

    static func items(of tree: XMLTree) -> [NewsItem] {
        let reader = FeedReader(tree: tree)
        var items = tree.root.name.namespace == Namespace.atom ? reader.entries() : reader.items()
        if !items.isEmpty { items[0].notes = tree.notes + items[0].notes }
        return items
    }

    // MARK: RSS

    private func items() -> [NewsItem] {
        tree.root.all("channel").flatMap { channel in
            // Looked up once: a channel has its items among the elements that tell of it.
            let own = Metadata(
                publisher: tree.string(channel.first("title")),
                language: tree.string(channel.first("language"))
                    ?? tree.string(channel.first("language", in: Namespace.dublinCore)))
            return channel.all("item").map { item($0, of: own) }
        }
    }

    private func item(_ element: XMLElement, of channel: Metadata) -> NewsItem {
        var item = NewsItem(line: element.line)
        let guid = tree.string(element.first("guid"))
        item.id = guid ?? tree.string(element.first("link"))
        let published =
            timestamp(element.first("pubDate")) ?? timestamp(element.first("date", in: Namespace.dublinCore))
        item.edition = guid.map { Edition(item: $0, made: published?.seconds) }
        item.metadata.published = published?.days
        item.metadata.publisher =
            tree.string(element.first("source")) ?? tree.string(element.first("publisher", in: Namespace.dublinCore))
            ?? channel.publisher
        item.metadata.language = channel.language
        addTitle(element.first("title"), to: &item)
        let full = element.first("encoded", in: Namespace.rssContent)
        // A full text that is empty stands for none.
        addContent([full, element.first("description")].first { tree.string($0) != nil } ?? nil, to: &item)
        return item
    }

    // MARK: Atom

    private func entries() -> [NewsItem] {
        if tree.root.local == "entry" { return [entry(tree.root, of: Metadata())] }
        let feed = Metadata(publisher: tree.string(tree.root.first("title")), language: tree.root.attribute("lang"))
        return tree.root.children.compactMap { child in
            switch (child.name.namespace, child.local) {
            case (Namespace.atom, "entry"): entry(child, of: feed)
            case (Namespace.tombstones, "deleted-entry"): tombstone(child)
            default: nil
            }
        }
    }

    private func entry(_ element: XMLElement, of feed: Metadata) -> NewsItem {
        var item = NewsItem(line: element.line)
        let id = tree.string(element.first("id"))
        let link = element.all("link").first { $0.attribute("rel") ?? "alternate" == "alternate" }
        item.id = id ?? link?.attribute("href")
        let published = timestamp(element.first("published"))
        let updated = timestamp(element.first("updated"))
        item.edition = id.map { Edition(item: $0, made: (updated ?? published)?.seconds) }
        item.metadata.published = (published ?? updated)?.days
        item.metadata.publisher = tree.string(element.first("source")?.first("title")) ?? feed.publisher
        item.metadata.language = element.attribute("lang") ?? feed.language
        addTitle(element.first("title"), to: &item)
        let content = element.first("content")
        let isHere = content?.attribute("src") == nil && tree.string(content) != nil
        addContent(isHere ? content : element.first("summary"), to: &item)
        return item
    }

    private func tombstone(_ element: XMLElement) -> NewsItem {
        var item = NewsItem(refusal: .cancelled, line: element.line)
        item.id = element.attribute("ref")
        let made = element.attribute("when").flatMap { Timestamp($0) }?.seconds
        item.edition = item.id.map { Edition(item: $0, made: made) }
        return item
    }

    // MARK: Text

    private func timestamp(_ element: XMLElement?) -> Timestamp? { tree.string(element).flatMap { Timestamp($0) } }

    /// A title of Atom says when it is HTML; that of RSS is text, in which markup is never meant to be seen.
    private func addTitle(_ title: XMLElement?, to item: inout NewsItem) {
        guard let title else { return }
        if title.children.isEmpty, title.attribute("type") ?? "html" != "text" {
            item.prose.addTitle(html: tree.text.part(title.range))
        } else {
            item.prose.add(title, of: tree, as: .headline)
        }
        item.metadata.title = item.prose.headline
    }

    private func addContent(_ content: XMLElement?, to item: inout NewsItem) {
        guard let content else { return }
        let type = content.attribute("type") ?? (content.name.namespace == Namespace.atom ? "text" : "html")
        if !content.children.isEmpty {
            item.prose.add(content, of: tree) { HTMLElement(name: $0.local.lowercased()) }
        } else if type == "text" || type == "text/plain" {
            item.prose.add(plain: tree.text.part(content.range))
        } else if type == "html" || type == "xhtml" || type.hasPrefix("text/html") {
            item.notes += item.prose.add(html: tree.text.part(content.range), line: content.line)
        } else {
            item.notes.append(ReadingNote("content of type '\(type)' is not read", line: content.line))
        }
    }
}
