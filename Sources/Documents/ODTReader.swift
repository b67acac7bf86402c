/// Reads ODT (OpenDocument 1.x) as it looks when all changes are accepted: deleted text, which ODT keeps in a list of its
/// own, is not read. Hidden and struck-out text is left aside, as in HTML.
///
/// First comes the body, then its notes, then headers and footers, each once.
struct ODTReader {
    private var document = OfficeDocument()
    private var styles: [String: Style] = [:]
    private var notes: [XMLElement] = []
    private var boxes: [XMLElement] = []

    private struct Style {
        var parent: String?
        /// Hidden or struck out.
        var isLeft = false
        var isRaised = false
    }

    static func isODT(_ archive: borrowing ZipArchive) throws(DocumentError) -> Bool {
        guard let type = try archive.part("mimetype") else { return false }
        return String(decoding: type, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument.text")
    }

    static func read(_ archive: borrowing ZipArchive, path: String) throws(DocumentError) -> OfficeDocument {
        if let manifest = try archive.tree("META-INF/manifest.xml"), isEncrypted(manifest.root) {
            throw .malformed(path: path, place: nil, format: "ODT", reason: "it needs a password")
        }
        guard let tree = try archive.tree("content.xml"), let body = tree.root.first("body") else {
            throw .malformed(path: path, place: nil, format: "ODT", reason: "content.xml holds no text")
        }
        var reader = ODTReader()
        let page = try archive.tree("styles.xml")
        if let page { reader.readStyles(page.root) }
        reader.readStyles(tree.root)
        reader.read(body, of: tree)
        reader.readNotes(of: tree)
        if let page { reader.readMargins(of: page) }
        reader.readProperties(try archive.tree("meta.xml"))
        return reader.document
    }

    private static func isEncrypted(_ manifest: XMLElement) -> Bool {
        manifest.children.contains { entry in
            entry.attribute("full-path") == "content.xml" && entry.first("encryption-data") != nil
        }
    }

    private mutating func readProperties(_ tree: XMLTree?) {
        guard let tree, let meta = tree.root.first("meta") else { return }
        func value(_ name: String) -> String? { tree.string(meta.children.first { $0.local == name }) }
        document.title = value("title")
        document.language = value("language")
        document.made = (value("creation-date") ?? value("date")).flatMap { Timestamp($0) }?.days
    }

    // MARK: Styles

    private mutating func readStyles(_ root: XMLElement) {
        for list in root.children where list.local == "styles" || list.local == "automatic-styles" {
            for style in list.children where style.local == "style" {
                guard let name = style.attribute("name") else { continue }
                let text = style.first("text-properties")
                let line = text?.attribute("text-line-through-style") ?? text?.attribute("text-line-through-type")
                styles[name] = Style(
                    parent: style.attribute("parent-style-name"),
                    isLeft: text?.attribute("display") == "none" || (line ?? "none") != "none",
                    isRaised: text?.attribute("text-position")?.hasPrefix("super") ?? false)
            }
        }
    }

    /// The style of an element, and those that it is derived from.
    private func styles(of element: XMLElement) -> [(name: String, style: Style?)] {
        var chain: [(name: String, style: Style?)] = []
        var next = element.attribute("style-name")
        // Styles that lead back to themselves end here.
        while let name = next, chain.count < 20 {
            chain.append((name, styles[name]))
            next = styles[name]?.parent
        }
        return chain
    }

    private func isLeft(_ element: XMLElement) -> Bool {
        styles(of: element).contains { $0.style?.isLeft ?? false }
    }

    private func kind(of paragraph: XMLElement, inList: Bool) -> Block.Kind {
        let names = styles(of: paragraph).map { $0.name.lowercased() }
        if names.contains("title") { return .headline }
        if paragraph.local == "h" || names.contains("subtitle") { return .heading }
        if names.contains("caption") { return .caption }
        return inList ? .listItem : .paragraph
    }

    // MARK: Blocks

    /// Where a paragraph stands.
    private enum Place {
        case page, list, cell
    }

    /// Elements of which nothing is read: deleted text, comments, lists of contents that repeat the headings.
    private static let left: Set<String> = [
        "tracked-changes", "annotation", "forms", "table-of-content", "illustration-index", "table-index",
        "object-index", "user-index", "alphabetical-index", "note-citation", "ruby-text", "script", "binary-data",
        "event-listeners",
        "covered-table-cell", "sequence-decls", "variable-decls", "user-field-decls",
    ]

    private static let drawing = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"

    private static func isLeft(_ element: XMLElement) -> Bool {
        left.contains(element.local) || element.name.namespace == drawing
            || element.attribute("display") == "none" || element.attribute("is-hidden") == "true"
    }

    private mutating func read(_ container: XMLElement, of tree: XMLTree, in place: Place = .page) {
        for child in container.children where !Self.isLeft(child) {
            switch child.local {
            case "p", "h": readParagraph(child, of: tree, in: place)
            case "list": read(child, of: tree, in: place == .cell ? .cell : .list)
            case "table" where place != .cell: readTable(child, of: tree)
            default: read(child, of: tree, in: place)
            }
        }
    }

    private mutating func readParagraph(_ paragraph: XMLElement, of tree: XMLTree, in place: Place) {
        if !isLeft(paragraph) { readInline(paragraph, of: tree) }
        if place == .cell { return document.text.appendSpace() }
        let kind = kind(of: paragraph, inList: place == .list)
        if document.text.endBlock(kind), document.text.count == 1 {
            document.beginsWithTopHeading = paragraph.local == "h" && paragraph.attribute("outline-level") ?? "1" == "1"
        }
        readBoxes(of: tree)
    }

    private mutating func readBoxes(of tree: XMLTree) {
        let found = boxes
        boxes = []
        for box in found { read(box, of: tree) }
    }

    private mutating func readTable(_ table: XMLElement, of tree: XMLTree) {
        for part in table.children {
            guard part.local == "table-row" else {
                readTable(part, of: tree)
                continue
            }
            var isFirst = true
            for cell in part.children where cell.local == "table-cell" {
                read(cell, of: tree, in: .cell)
                if document.text.endBlock(.tableCell, isJoined: !isFirst) { isFirst = false }
            }
        }
        readBoxes(of: tree)
    }

    // MARK: Text

    private mutating func readInline(_ element: XMLElement, of tree: XMLTree, isRaised: Bool = false) {
        var place = element.range.lowerBound
        for child in element.children {
            document.text.append(place..<child.range.lowerBound, of: tree, isRaised: isRaised)
            place = child.range.upperBound
            switch child.local {
            case "s", "tab", "line-break": document.text.appendSpace()
            case "note": notes.append(child)
            case "text-box": boxes.append(child)
            case _ where Self.isLeft(child): break
            case "span":
                let styles = styles(of: child).compactMap(\.style)
                guard !styles.contains(where: \.isLeft) else { continue }
                readInline(child, of: tree, isRaised: isRaised || styles.contains(where: \.isRaised))
            default: readInline(child, of: tree, isRaised: isRaised)
            }
        }
        document.text.append(place..<element.range.upperBound, of: tree, isRaised: isRaised)
    }

    // MARK: Notes and margins

    private mutating func readNotes(of tree: XMLTree) {
        let found = notes
        notes = []
        for note in found {
            if let body = note.first("note-body") { read(body, of: tree) }
        }
    }

    private mutating func readMargins(of page: XMLTree) {
        for master in page.root.first("master-styles")?.children ?? [] {
            for margin in master.children where margin.local.hasPrefix("header") || margin.local.hasPrefix("footer") {
                read(margin, of: page)
            }
        }
        readNotes(of: page)
    }
}
