/// Reads ninjs (IPTC's news in JSON, 1.x to 3.x): an item, or a list of items.
struct NinjsReader {
    /// Bytes from which on a JSON file is no news any more.
    static let largest = 1 << 26

    private let json: JSONText
    private let source: SourceFile

    /// The items of a file.
    /// - Returns: where there is none, the reason instead.
    /// - Throws: `malformed` for a file that begins as news and breaks off.
    static func items(
        of source: SourceFile, path: String
    ) throws(DocumentError) -> Result<[NewsItem], SkippedItem.Reason> {
        guard source.bytes.count <= largest else { return .failure(.largeJSON) }
        do throws(JSONText.Fault) {
            let reader = NinjsReader(json: try JSONText(source.bytes), source: source)
            let root = reader.json.root
            let objects = root.elements.isEmpty ? [root] : root.elements
            guard objects.contains(where: isItem) else { return .failure(.noNewsItem) }
            return .success(objects.map { reader.item($0) })
        } catch {
            let place = source.position(of: error.offset)
            guard isItem(error.keys) else { return .failure(.noJSON(at: place)) }
            throw .malformed(path: path, place: place, format: "JSON", reason: error.reason)
        }
    }

    /// Whether a text is JSON that holds news.
    static func isNews(_ text: [UInt8]) -> Bool {
        guard
            text.first(where: { !$0.isWhitespace }).map({ $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
                ?? false,
            let json = try? JSONText(text)
        else { return false }
        return (json.root.elements + [json.root]).contains(where: isItem)
    }

    private static func isItem(_ value: JSONText.Value) -> Bool {
        guard case .object(let members, _) = value else { return false }
        return isItem(Set(members.map(\.key)))
    }

    private static func isItem(_ keys: Set<String>) -> Bool {
        let signs = [
            "pubstatus", "versioncreated", "headline", "headlines", "body_text", "body_xhtml", "body_html", "bodies",
        ]
        return keys.contains("uri") && signs.contains(where: keys.contains)
    }

    private func item(_ object: JSONText.Value) -> NewsItem {
        var item = NewsItem()
        guard case .object(_, let start) = object, Self.isItem(object) else {
            item.refusal = .noNewsItem
            return item
        }
        item.line = source.line(of: start)
        item.id = json.string(object["uri"])
        let made = json.string(object["versioncreated"]).flatMap { Timestamp($0) }
        let version = json.string(object["version"]).flatMap { Int($0) }
        item.edition = item.id.map { Edition(item: $0, version: version, made: made?.seconds) }
        let status = json.string(object["pubstatus"])
        item.refusal = NewsItem.refusal(status: status)
        let created = json.string(object["firstcreated"]).flatMap { Timestamp($0) }
        item.metadata.published = (made ?? created)?.days
        item.metadata.publisher = publisher(of: object)
        item.metadata.language = json.string(object["language"])
        item.metadata.status = NewsItem.status(status)
        addText(of: object, to: &item)
        item.metadata.title = item.prose.headline ?? json.string(object["title"])
        return item
    }

    private func publisher(of object: JSONText.Value) -> String? {
        let sources = (object["infosource"] ?? object["infosources"])?.elements ?? []
        return sources.lazy.compactMap { json.string($0["name"]) }.first ?? json.string(object["copyrightholder"])
    }

    // MARK: Text

    private func addText(of object: JSONText.Value, to item: inout NewsItem) {
        for headline in [object["headline"]] + (object["headlines"]?.elements ?? []).map({ $0["value"] }) {
            if let text = json.text(headline) {
                item.prose.add(text, as: item.prose.headline == nil ? .headline : .heading)
            }
        }
        if let byline = json.text(object["byline"]) { item.prose.add(byline, as: .boilerplate) }
        let hasBody = addBody(of: object, to: &item)
        guard !hasBody else { return }
        let descriptions = [object["description_text"]] + (object["descriptions"]?.elements ?? []).map { $0["value"] }
        for description in descriptions {
            if let text = json.text(description) { item.prose.add(plain: text) }
        }
    }

    /// All bodies hold one text; a marked-up one tells its paragraphs best.
    private func addBody(of object: JSONText.Value, to item: inout NewsItem) -> Bool {
        let bodies = object["bodies"]?.elements ?? []
        let marked = bodies.first { json.string($0["contenttype"])?.contains("html") ?? false }
        for html in [object["body_xhtml"], object["body_html"], marked?["value"]] {
            guard let text = json.text(html), text.count > 0 else { continue }
            item.notes += item.prose.add(html: text, line: item.line)
            return true
        }
        for plain in [object["body_text"], bodies.first?["value"]] {
            guard let text = json.text(plain), text.count > 0 else { continue }
            item.prose.add(plain: text)
            return true
        }
        return false
    }
}
