/// Reads DOCX (Office Open XML, ECMA-376, transitional and strict) as it looks when all changes are accepted: deleted text
/// is not read, inserted text is. Hidden and struck-out text is left aside, as in HTML.
///
/// First comes the body, then the notes that it refers to, then headers and footers, each once.
struct DOCXReader {
    private var document = OfficeDocument()
    private var styles: [String: Style] = [:]
    /// Footnotes and endnotes that the body refers to, in its order.
    private var references: [(kind: String, id: String)] = []
    /// Text boxes that stand beside the paragraph that is being read.
    private var boxes: [XMLElement] = []
    /// Headers and footers that sections name, by their relationship, in order.
    private var margins: [String] = []

    private struct Style {
        var kind: Block.Kind?
        /// From 0; nil for no heading.
        var level: Int?
        var parent: String?
    }

    /// Where the main part of a DOCX stands; nil where the archive is none.
    static func mainPart(of archive: borrowing ZipArchive) throws(DocumentError) -> String? {
        let relations = try archive.tree("_rels/.rels")?.root.children ?? []
        let main = relations.first { $0.attribute("Type")?.hasSuffix("/officeDocument") ?? false }
        guard let target = main?.attribute("Target") else { return nil }
        let path = String(target.drop { $0 == "/" })
        // A spreadsheet is an archive of the same sort.
        return path.hasPrefix("word/") || path.hasSuffix("document.xml") ? path : nil
    }

    static func read(
        _ archive: borrowing ZipArchive, main: String, path: String
    ) throws(DocumentError) -> OfficeDocument {
        guard let tree = try archive.tree(main) else {
            throw .malformed(path: path, place: nil, format: "DOCX", reason: "\(main) is missing")
        }
        let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let name = main.dropFirst(folder.count)
        let relations = try archive.tree("\(folder)_rels/\(name).rels")?.root.children ?? []
        func target(_ relation: XMLElement?) -> String? {
            relation?.attribute("Target").map { $0.hasPrefix("/") ? String($0.dropFirst()) : folder + $0 }
        }
        func part(_ type: String) -> String? {
            target(relations.first { $0.attribute("Type")?.hasSuffix("/\(type)") ?? false })
        }
        var reader = DOCXReader()
        if let styles = try part("styles").map({ (name) throws(DocumentError) in try archive.tree(name) }) ?? nil {
            reader.readStyles(styles.root)
        }
        reader.read(tree.root.first("body") ?? tree.root, of: tree)
        for kind in ["footnote", "endnote"] {
            let notes = try part("\(kind)s").map { (name) throws(DocumentError) in try archive.tree(name) } ?? nil
            if let notes { reader.readNotes(kind, of: notes) }
        }
        var seen: Set<String> = []
        for id in reader.margins {
            let relation = relations.first { $0.attribute("Id") == id }
            guard let name = target(relation), seen.insert(name).inserted, let tree = try archive.tree(name) else {
                continue
            }
            reader.read(tree.root, of: tree)
        }
        reader.readProperties(try archive.tree("docProps/core.xml"))
        return reader.document
    }

    private mutating func readProperties(_ tree: XMLTree?) {
        guard let tree else { return }
        func value(_ name: String) -> String? { tree.string(tree.root.children.first { $0.local == name }) }
        document.title = value("title")
        document.language = value("language")
        document.made = (value("created") ?? value("modified")).flatMap { Timestamp($0) }?.days
    }

    // MARK: Styles

    private mutating func readStyles(_ root: XMLElement) {
        for style in root.all("style") {
            guard let id = style.attribute("styleId") else { continue }
            let name = style.first("name")?.attribute("val")?.lowercased() ?? ""
            let level = style.first("pPr")?.first("outlineLvl")?.attribute("val").flatMap { Int($0) }
            styles[id] = Style(
                kind: Self.kind(styleName: name), level: level ?? (name == "heading 1" ? 0 : nil),
                parent: style.first("basedOn")?.attribute("val"))
        }
    }

    private static func kind(styleName name: String) -> Block.Kind? {
        switch name {
        case "title": .headline
        case "subtitle": .heading
        case "caption": .caption
        case _ where name.hasPrefix("heading "): .heading
        case _ where name.hasPrefix("toc "): .boilerplate
        case _ where name.hasPrefix("list bullet") || name.hasPrefix("list number"): .listItem
        default: nil
        }
    }

    /// What a paragraph is, by its own properties, else by its style and those that this one is based on.
    private func kind(of properties: XMLElement?) -> (kind: Block.Kind, isTop: Bool) {
        if let level = properties?.first("outlineLvl")?.attribute("val").flatMap({ Int($0) }), level < 9 {
            return (.heading, level == 0)
        }
        var next = properties?.first("pStyle")?.attribute("val")
        // Styles that lead back to themselves end here.
        for _ in 0..<20 {
            guard let id = next, let style = styles[id] else { break }
            if let kind = style.kind { return (kind, style.level == 0) }
            if let level = style.level, level < 9 { return (.heading, level == 0) }
            next = style.parent
        }
        return (properties?.first("numPr") == nil ? .paragraph : .listItem, false)
    }

    // MARK: Blocks

    /// Elements of which nothing is read: properties, deleted text, what a field is made by.
    private static let left: Set<String> = [
        "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText",
        "instrText", "delInstrText", "annotationRef", "footnoteRef", "endnoteRef", "rt", "fldData",
    ]

    private mutating func read(_ container: XMLElement, of tree: XMLTree, inCell: Bool = false) {
        for child in container.children {
            switch child.local {
            case "p": readParagraph(child, of: tree, inCell: inCell)
            case "tbl": readTable(child, of: tree, inCell: inCell)
            case "sectPr": noteMargins(child)
            case "AlternateContent": if let choice = Self.choice(child) { read(choice, of: tree, inCell: inCell) }
            case _ where Self.left.contains(child.local): break
            default: read(child, of: tree, inCell: inCell)
            }
        }
        if !inCell { document.text.endBlock(.paragraph) }
    }

    /// One thing is stored in several ways; the first is the newest.
    private static func choice(_ alternate: XMLElement) -> XMLElement? {
        alternate.children.first { $0.local == "Choice" } ?? alternate.children.first
    }

    private mutating func noteMargins(_ section: XMLElement) {
        for child in section.children where child.local == "headerReference" || child.local == "footerReference" {
            if let id = child.attribute("id") { margins.append(id) }
        }
    }

    private mutating func readParagraph(_ paragraph: XMLElement, of tree: XMLTree, inCell: Bool) {
        let properties = paragraph.first("pPr")
        if let section = properties?.first("sectPr") { noteMargins(section) }
        readInline(paragraph, of: tree)
        if inCell { return document.text.appendSpace() }
        let mark = properties?.first("rPr")
        // Where the end of the paragraph is deleted, it runs on in the next one.
        if mark?.first("del") != nil || mark?.first("moveFrom") != nil { return }
        let (kind, isTop) = kind(of: properties)
        if document.text.endBlock(kind), document.text.count == 1 { document.beginsWithTopHeading = isTop }
        readBoxes(of: tree)
    }

    private mutating func readBoxes(of tree: XMLTree) {
        let found = boxes
        boxes = []
        for box in found { read(box, of: tree) }
    }

    private mutating func readTable(_ table: XMLElement, of tree: XMLTree, inCell: Bool) {
        if !inCell { document.text.endBlock(.paragraph) }
        for row in Self.rows(of: table) where row.first("trPr")?.first("del") == nil {
            var isFirst = true
            for cell in Self.members(of: row, named: "tc") where cell.first("tcPr")?.first("cellDel") == nil {
                read(cell, of: tree, inCell: true)
                if inCell {
                    document.text.appendSpace()
                } else if document.text.endBlock(.tableCell, isJoined: !isFirst) {
                    isFirst = false
                }
            }
        }
        if !inCell { readBoxes(of: tree) }
    }

    private static func rows(of table: XMLElement) -> [XMLElement] { members(of: table, named: "tr") }

    /// The rows of a table or the cells of a row, those in content controls and the like among them.
    private static func members(of element: XMLElement, named name: String) -> [XMLElement] {
        element.children.flatMap { child in
            if child.local == name { return [child] }
            return left.contains(child.local) || child.local == "tbl" ? [] : members(of: child, named: name)
        }
    }

    // MARK: Runs

    private mutating func readInline(_ element: XMLElement, of tree: XMLTree, isRaised: Bool = false) {
        for child in element.children {
            switch child.local {
            case "r": readRun(child, of: tree)
            case "t": document.text.append(child.range, of: tree, isRaised: isRaised)
            case "tab", "br", "cr", "ptab": document.text.appendSpace()
            case "noBreakHyphen": document.text.append("\u{2011}")
            case "footnoteReference", "endnoteReference":
                if let id = child.attribute("id") { references.append((String(child.local.dropLast(9)), id)) }
            case "AlternateContent":
                if let choice = Self.choice(child) { readInline(choice, of: tree, isRaised: isRaised) }
            case "txbxContent": boxes.append(child)
            case _ where Self.left.contains(child.local): break
            default: readInline(child, of: tree, isRaised: isRaised)
            }
        }
    }

    private mutating func readRun(_ run: XMLElement, of tree: XMLTree) {
        let properties = run.first("rPr")
        func isOn(_ name: String) -> Bool {
            properties?.first(name).map { !["0", "false", "off"].contains($0.attribute("val")) } ?? false
        }
        if isOn("vanish") || isOn("strike") || isOn("dstrike") { return }
        readInline(run, of: tree, isRaised: properties?.first("vertAlign")?.attribute("val") == "superscript")
    }

    // MARK: Notes

    private mutating func readNotes(_ kind: String, of tree: XMLTree) {
        var notes: [String: XMLElement] = [:]
        for note in tree.root.all(kind) {
            if let id = note.attribute("id") { notes[id] = note }
        }
        let ids = references.filter { $0.kind == kind }.map(\.id)
        // A note is read once, however often it is referred to.
        for id in ids {
            if let note = notes.removeValue(forKey: id) { read(note, of: tree) }
        }
    }
}
