/// What an editor tells Crosscheck inside a document, in a comment of its markup: `<!-- crosscheck: … -->`.
public struct EditorComment: Hashable, Sendable {
    /// The words after `crosscheck:`, white space collapsed.
    public var text: String
    /// Where the comment begins in the file.
    public var position: SourceMap.Position
    /// The block that it speaks of; nil for the whole document.
    public var span: ByteSpan?

    public init(text: String, position: SourceMap.Position, span: ByteSpan?) {
        self.text = text
        self.position = position
        self.span = span
    }
}

/// A comment as a reader of markup finds it.
struct FoundComment: Hashable {
    var text: String
    /// Where it begins in the file.
    var offset: Int

    /// nil for a comment that is not meant for Crosscheck.
    /// - Parameter content: what stands between `<!--` and `-->`.
    init?(_ content: some Collection<UInt8>, at offset: Int) {
        let words = content.drop { $0.isWhitespace }
        guard words.starts(with: "crosscheck:".utf8) else { return nil }
        text = String(decoding: words, as: UTF8.self).dropFirst("crosscheck:".count)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.offset = offset
    }
}

/// A comment with what it speaks of.
struct PlacedComment: Hashable {
    var found: FoundComment
    /// nil for the whole document.
    var span: ByteSpan?
}

extension ReadingNote {
    /// Of a comment behind the last block.
    static func nothingFollows(_ comment: FoundComment, in map: SourceMap) -> ReadingNote {
        ReadingNote(
            "nothing follows the comment 'crosscheck: \(comment.text)'; put it before the block it speaks of",
            line: map.position(inFile: comment.offset).line)
    }
}

/// Finds the block of a Markdown text that a comment speaks of.
struct MarkdownCommentPlaces {
    let file: [UInt8]
    let text: MappedText
    let blocks: [Block]

    /// Before the first block a comment speaks of the whole document; inside a block, or behind its last word on the same
    /// line, of that block; else of the next one.
    /// - Returns: nil where no block follows.
    func place(_ comment: FoundComment) -> PlacedComment? {
        guard let next = blocks.firstIndex(where: { start(of: $0) > comment.offset }) else {
            return blocks.last.flatMap { holds($0, comment) ? PlacedComment(found: comment, span: $0.span) : nil }
        }
        if next == 0 { return PlacedComment(found: comment, span: nil) }
        let isInside = holds(blocks[next - 1], comment)
        return PlacedComment(found: comment, span: blocks[isInside ? next - 1 : next].span)
    }

    private func start(of block: Block) -> Int { text.fileOffset(of: block.span.start) }

    /// Whether a comment that begins after the start of a block stands in it.
    private func holds(_ block: Block, _ comment: FoundComment) -> Bool {
        let end = text.fileOffset(of: block.span.end - 1)
        return comment.offset < end || !file[end..<comment.offset].contains(.newline)
    }
}
