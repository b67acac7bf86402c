/// Reads Markdown: CommonMark's blocks and inlines, with GitHub's tables, strikethrough and footnotes, as far as they
/// decide what is prose.
///
/// Markup is removed and text kept; code blocks, link targets, pictures, HTML tags and comments, link definitions and
/// struck-out text are no prose and are left out. A block's lines are joined by single spaces.
enum MarkdownReader {
    struct Content {
        var text: MappedText
        var blocks: [Block]
        var notes: [ReadingNote]
        var comments: [FoundComment]
    }

    /// - Parameter start: the byte at which the text begins, after the front matter.
    static func read(_ file: [UInt8], from start: Int) -> Content {
        var parser = MarkdownBlocks(file: file)
        parser.parse(from: start)
        var gatherer = BlockGatherer()
        var inlines = MarkdownInlines(file: file, references: parser.references)
        var hasHeadline = false
        for leaf in parser.leaves {
            var kind = leaf.kind
            if leaf.level == 1, !hasHeadline { kind = .headline }
            let ended = inlines.write(parser.lines[leaf.lines], as: kind, to: &gatherer)
            if kind == .headline || kind == .heading { hasHeadline = hasHeadline || ended }
        }
        return Content(
            text: gatherer.text, blocks: gatherer.blocks, notes: parser.notes,
            comments: (parser.comments + inlines.comments).sorted { $0.offset < $1.offset })
    }
}
