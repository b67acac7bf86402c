/// Gathers a document's text from the parts of a structured file: elements of XML, HTML inside a string, plain lines.
struct ProseGatherer: Sendable {
    private var gatherer = BlockGatherer()
    /// Which blocks are boilerplate whatever they say.
    private var leftAside: Set<Int> = []

    var text: MappedText { gatherer.text }

    /// What was gathered; a paragraph or list item is boilerplate where its words are, and only the first headline is one.
    var blocks: [Block] {
        let headline = gatherer.blocks.firstIndex { $0.kind == .headline }
        return gatherer.blocks.enumerated().map { index, block in
            if block.kind == .headline, index != headline { return Block(.heading, block.span) }
            let canBe = block.kind == .paragraph || block.kind == .listItem
            let isBoilerplate =
                leftAside.contains(index) || canBe && Boilerplate.matches(gatherer.text.bytes[block.span.range])
            return isBoilerplate ? Block(.boilerplate, block.span) : block
        }
    }

    var isEmpty: Bool { gatherer.blocks.isEmpty }

    // MARK: Elements

    /// Adds all text of an element as one block.
    mutating func add(_ element: XMLElement?, of tree: XMLTree, as kind: Block.Kind) {
        if let element { add(tree.text.part(element.range), as: kind) }
    }

    /// Adds the text of an element and of those in it, laid out as their names say.
    /// - Parameter layout: what the name of an element means.
    mutating func add(_ element: XMLElement, of tree: XMLTree, layout: (XMLElement) -> HTMLElement) {
        walk(element, tree, .paragraph, layout)
        gatherer.endBlock(.paragraph)
    }

    private mutating func walk(
        _ element: XMLElement, _ tree: XMLTree, _ outer: Block.Kind, _ layout: (XMLElement) -> HTMLElement
    ) {
        let role = layout(element)
        switch role {
        case .left, .navigation, .script, .meta, .title: return
        case .lineBreak: return gatherer.appendSpace(from: tree.text.fileOffset(of: element.range.lowerBound))
        case .superscript:
            return tree.text.forEachRun(in: element.range) { gatherer.append(superscript: $0, from: $1) }
        default: break
        }
        let kind = role.divides && role.blockKind != .paragraph ? role.blockKind : outer
        if role.divides { gatherer.endBlock(outer) }
        var place = element.range.lowerBound
        for child in element.children {
            gatherer.append(place..<child.range.lowerBound, of: tree.text)
            walk(child, tree, kind, layout)
            place = child.range.upperBound
        }
        gatherer.append(place..<element.range.upperBound, of: tree.text)
        if role.divides { gatherer.endBlock(kind) }
    }

    // MARK: Strings

    /// Adds a string as one block.
    mutating func add(_ text: MappedText, as kind: Block.Kind) {
        gatherer.append(0..<text.count, of: text)
        let index = gatherer.blocks.count
        if gatherer.endBlock(kind == .boilerplate ? .paragraph : kind), kind == .boilerplate { leftAside.insert(index) }
    }

    /// Adds the text of HTML that is itself text of the file.
    /// - Returns: what could not be taken as it stood.
    mutating func add(html: MappedText, line: Int) -> [ReadingNote] {
        let page = HTMLReader.fragment(html.bytes)
        let text = page.text.mapped(through: html)
        for block in page.blocks { add(block, of: text) }
        return page.notes.map { ReadingNote($0.message, line: line) }
    }

    /// Adds a title that is written as HTML, all of it one block.
    mutating func addTitle(html: MappedText) {
        let page = HTMLReader.fragment(html.bytes)
        let text = page.text.mapped(through: html)
        for block in page.blocks {
            gatherer.append(block.span.range, of: text)
            gatherer.appendSpace(from: text.fileOffset(of: block.span.end))
        }
        gatherer.endBlock(.headline)
    }

    /// Adds plain text, cut into paragraphs and list items as that of a text file is.
    mutating func add(plain: MappedText) {
        for unit in TextLines.units(of: plain.bytes) {
            gatherer.append(unit.range, of: plain)
            gatherer.endBlock(unit.kind)
        }
    }

    private mutating func add(_ block: Block, of text: MappedText) {
        gatherer.append(block.span.range, of: text)
        let index = gatherer.blocks.count
        if gatherer.endBlock(block.kind), block.kind == .boilerplate { leftAside.insert(index) }
    }

    /// The text of the headline.
    var headline: String? { DocumentReader.headline(gatherer.blocks, gatherer.text) }
}
