/// Cuts a Markdown text into the lines of its leaf blocks. One pass over the lines; code and HTML that is no prose make no
/// leaf.
struct MarkdownBlocks {
    /// A paragraph, heading or table cell.
    struct Leaf {
        var kind: Block.Kind
        /// A heading's level; 0 for what is no heading.
        var level = 0
        /// Of `lines`.
        var lines: Range<Int>
    }

    private let file: [UInt8]
    private(set) var leaves: [Leaf] = []
    /// Byte ranges of the file, without markers and white space at their ends.
    private(set) var lines: [Range<Int>] = []
    /// The labels of link definitions, in `MarkdownLabel`'s form.
    private(set) var references: Set<[UInt8]> = []
    private(set) var notes: [ReadingNote] = []
    private(set) var comments: [FoundComment] = []

    /// The first line of the open paragraph in `lines`, and its kind; nil where none is open.
    private var paragraph: (first: Int, kind: Block.Kind)?
    /// The columns at which the content of the open list items begins, outermost first.
    private var items: [Int] = []
    private var quoteDepth = 0
    private var afterBlank = true
    /// Cells of a row of the open table; nil where none is open.
    private var columns: Int?
    private var skipping: Skipping?

    /// What ends a stretch that is no prose.
    private enum Skipping {
        /// Code between fences of a byte, at least so many, inside a list item whose content begins at a column.
        case code(fence: UInt8, length: Int, column: Int, start: Int)
        /// HTML up to a text.
        case html(end: StaticString, start: Int)
    }

    init(file: [UInt8]) { self.file = file }

    mutating func parse(from start: Int) {
        var line = start
        while line < file.count {
            let newline = nextNewline(from: line)
            let end = newline > line && file[newline - 1] == .carriageReturn ? newline - 1 : newline
            readLine(line..<end)
            line = newline + 1
        }
        endParagraph()
        switch skipping {
        case .code(_, _, _, let start): note("the code block is not closed; all after it is taken for code", at: start)
        case .html(let end, let start): note("no '\(end)' closes the HTML; all after it is left out", at: start)
        case nil: break
        }
    }

    private func nextNewline(from start: Int) -> Int {
        file.withUnsafeBufferPointer { file in
            UnsafeBufferPointer(rebasing: file[start...]).firstIndex(of: .newline).map { $0 + start } ?? file.count
        }
    }

    private mutating func note(_ message: String, at offset: Int) {
        let line = file[..<offset].count { $0 == .newline } + 1
        notes.append(ReadingNote(message, line: line))
    }

    private mutating func readLine(_ range: Range<Int>) {
        var cursor = MarkdownCursor(file: file, range: range)
        let depth = cursor.skipQuotes(maximumIndent: (items.last ?? 0) + 3)
        switch skipping {
        case .code(let fence, let length, let column, _):
            guard !cursor.isBlank, cursor.column < column else {
                if cursor.closesFence(fence, length) { skipping = nil }
                return
            }
            skipping = nil
        case .html(let end, let start):
            guard let after = cursor.find(end) else { return }
            skipping = nil
            addComment(start..<after)
            cursor.restart(at: after)
        case nil: break
        }
        if depth > quoteDepth || (depth < quoteDepth && cursor.isBlank) { endParagraph() }
        quoteDepth = paragraph == nil ? depth : max(depth, quoteDepth)
        if cursor.isBlank {
            endParagraph()
            afterBlank = true
            return
        }
        readContent(&cursor)
        afterBlank = false
    }

    /// Reads a line that is not blank, behind its quote markers.
    private mutating func readContent(_ cursor: inout MarkdownCursor) {
        while true {
            leaveItems(cursor)
            if isIndentedCode(cursor) { return }
            if readTableRow(cursor) || readLeafBlock(&cursor) { return }
            guard let marker = cursor.listMarker, canBeginItem(marker) else { break }
            endParagraph()
            items.append(marker.contentColumn)
            cursor.move(past: marker)
            if cursor.isBlank { return }
            paragraph = (lines.count, .listItem)
        }
        if !readDefinition(&cursor) { addText(cursor.content) }
    }

    /// Leaves the list items whose content the line stands left of, unless it merely goes on with their paragraph.
    private mutating func leaveItems(_ cursor: MarkdownCursor) {
        guard let column = items.last, cursor.column < column else { return }
        if hasText, !afterBlank, !cursor.beginsBlock { return }
        endParagraph()
        while let column = items.last, cursor.column < column { items.removeLast() }
    }

    /// Whether a paragraph is open that has a line already.
    private var hasText: Bool { paragraph.map { $0.first < lines.count } ?? false }

    private func isIndentedCode(_ cursor: MarkdownCursor) -> Bool {
        cursor.column >= (items.last ?? 0) + 4 && paragraph == nil
    }

    /// A number other than 1, or an empty item, does not interrupt a paragraph that is no list item.
    private func canBeginItem(_ marker: MarkdownCursor.Marker) -> Bool {
        !hasText || paragraph?.kind == .listItem || marker.interruptsParagraph
    }

    /// Reads headings, fences, rules and HTML that is no prose; false where the line is none of them.
    private mutating func readLeafBlock(_ cursor: inout MarkdownCursor) -> Bool {
        let start = cursor.index
        if let (level, content) = cursor.heading {
            endParagraph()
            addLeaf(.heading, level: level, [content])
            return true
        }
        if hasText, let level = cursor.underlineLevel, items.last ?? 0 <= cursor.column {
            endParagraph(as: level)
            return true
        }
        if cursor.isRule {
            endParagraph()
            return true
        }
        if let (fence, length) = cursor.fence {
            endParagraph()
            skipping = .code(fence: fence, length: length, column: items.last ?? 0, start: start)
            return true
        }
        return readHTML(&cursor)
    }

    /// Begins to skip HTML whose content is no prose; false where the line has none, or goes on after it.
    private mutating func readHTML(_ cursor: inout MarkdownCursor) -> Bool {
        guard let end = cursor.htmlEnd else { return false }
        let start = cursor.index
        if let after = cursor.find(end) {
            addComment(start..<after)
            cursor.restart(at: after)
            if cursor.isBlank { return true }
            return false
        }
        endParagraph()
        skipping = .html(end: end, start: start)
        return true
    }

    /// - Parameter range: HTML that is no prose, with its marks.
    private mutating func addComment(_ range: Range<Int>) {
        guard file.hasASCII("<!--", at: range.lowerBound), range.count > 7 else { return }
        let content = file[(range.lowerBound + 4)..<(range.upperBound - 3)]
        if let comment = FoundComment(content, at: range.lowerBound) { comments.append(comment) }
    }

    /// Reads a link definition, which is no prose, or passes the marker of a footnote's text.
    private mutating func readDefinition(_ cursor: inout MarkdownCursor) -> Bool {
        guard !hasText, let definition = cursor.definition else { return false }
        if definition.isFootnote {
            cursor.move(to: definition.end)
            return cursor.isBlank
        }
        guard definition.isComplete else { return false }
        references.insert(MarkdownLabel.normalized(file[definition.label]))
        return true
    }

    private mutating func addText(_ content: Range<Int>) {
        if paragraph == nil { paragraph = (lines.count, .paragraph) }
        lines.append(content)
    }

    private mutating func addLeaf(_ kind: Block.Kind, level: Int = 0, _ content: [Range<Int>]) {
        let first = lines.count
        lines.append(contentsOf: content)
        leaves.append(Leaf(kind: kind, level: level, lines: first..<lines.count))
    }

    private mutating func endParagraph(as level: Int = 0) {
        if let paragraph, paragraph.first < lines.count {
            let kind = level > 0 ? .heading : paragraph.kind
            leaves.append(Leaf(kind: kind, level: level, lines: paragraph.first..<lines.count))
        }
        paragraph = nil
        columns = nil
    }

    /// Reads a row of a table, or the row of hyphens that makes a table's head of the line before.
    private mutating func readTableRow(_ cursor: MarkdownCursor) -> Bool {
        if let columns {
            guard !cursor.beginsBlock else { return false }
            for cell in cursor.cells.prefix(columns) { addLeaf(.tableCell, [cell]) }
            return true
        }
        guard hasText, let count = cursor.delimiterColumns, let head = lines.last else { return false }
        let cells = MarkdownCursor(file: file, range: head).cells
        guard cells.count == count else { return false }
        lines.removeLast()
        endParagraph()
        for cell in cells { addLeaf(.tableCell, [cell]) }
        columns = count
        return true
    }
}
