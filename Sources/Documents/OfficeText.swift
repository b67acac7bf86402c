/// The text of a word processor's document while it is read out of the parts of its archive.
///
/// The file itself has no lines that anyone sees. Places count in the text as it is read instead: a line for each heading,
/// paragraph and list item, one for each row of a table with a tab between cells.
struct OfficeText {
    private var gatherer = BlockGatherer()
    /// Blocks that stand on one line with the block before.
    private var joined: Set<Int> = []

    var count: Int { gatherer.blocks.count }

    mutating func append(_ range: Range<Int>, of tree: XMLTree, isRaised: Bool = false) {
        if isRaised {
            tree.text.forEachRun(in: range) { gatherer.append(superscript: $0, from: $1) }
        } else {
            gatherer.append(range, of: tree.text)
        }
    }

    mutating func append(_ scalar: Unicode.Scalar) { gatherer.append(decoded: scalar, from: 0) }

    /// Notes white space, as of a tab or a line break.
    mutating func appendSpace() { gatherer.appendSpace(from: 0) }

    /// - Parameter isJoined: whether the block goes on the line of the one before.
    /// - Returns: whether there was anything in the block.
    @discardableResult
    mutating func endBlock(_ kind: Block.Kind, isJoined: Bool = false) -> Bool {
        let index = gatherer.blocks.count
        guard gatherer.endBlock(kind) else { return false }
        if isJoined { joined.insert(index) }
        return true
    }

    var gathered: MappedText { gatherer.text }
    var bytes: [UInt8] { gatherer.text.bytes }

    /// The blocks as a reader of documents takes them: the first headline is one, or else a first block that is a heading
    /// of the highest level, for which `isTop` holds.
    func blocks(isTop: Bool) -> [Block] {
        var blocks = gatherer.blocks
        let headline = blocks.firstIndex { $0.kind == .headline }
        for index in blocks.indices {
            switch blocks[index].kind {
            case .headline: if index != headline { blocks[index].kind = .heading }
            case .heading: if index == 0, isTop, headline == nil { blocks[index].kind = .headline }
            case .paragraph, .listItem:
                if Boilerplate.matches(bytes[blocks[index].span.range]) { blocks[index].kind = .boilerplate }
            case .tableCell, .caption, .boilerplate: break
            }
        }
        return blocks
    }

    /// The text in lines, and the way from the document's text to them.
    var sourceMap: SourceMap {
        var file: [UInt8] = []
        var segments: [SourceMap.Segment] = []
        for (index, block) in gatherer.blocks.enumerated() {
            if index > 0 { file.append(joined.contains(index) ? .tab : .newline) }
            segments.append(SourceMap.Segment(text: block.span.start, file: file.count))
            file += bytes[block.span.range]
        }
        return SourceMap(segments: segments, file: file)
    }
}

/// What a word processor's document holds.
struct OfficeDocument {
    var text = OfficeText()
    /// Whether the first block is a heading of the highest level.
    var beginsWithTopHeading = false
    /// The title and language among the properties of the file.
    var title: String?
    var language: String?
    /// When the document was made, or else last changed.
    var made: DayInterval?
}
