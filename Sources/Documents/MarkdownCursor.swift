/// A place in a line of Markdown, and what begins there.
struct MarkdownCursor {
    private let file: [UInt8]
    /// The first byte that is no white space, or the line's end.
    private(set) var index: Int
    /// The column of `index`, from 0, tabs counted to the next multiple of four.
    private(set) var column = 0
    private let end: Int

    init(file: [UInt8], range: Range<Int>) {
        self.file = file
        index = range.lowerBound
        end = range.upperBound
        skipSpace()
    }

    var isBlank: Bool { index >= end }

    /// What is left of the line, without white space at its end.
    var content: Range<Int> {
        var stop = end
        while stop > index, file[stop - 1].isWhitespace { stop -= 1 }
        return index..<stop
    }

    mutating func move(to offset: Int) {
        column += max(0, min(offset, end) - index)
        index = max(index, min(offset, end))
        skipSpace()
    }

    /// As `move`, but what follows is read as if the line began with it.
    mutating func restart(at offset: Int) {
        move(to: offset)
        column = 0
    }

    private mutating func skipSpace() {
        while index < end, file[index].isWhitespace {
            column += file[index] == .tab ? 4 - column % 4 : 1
            index += 1
        }
    }

    /// Bytes of one kind from an index on.
    private func run(of byte: UInt8, from start: Int) -> Int {
        var stop = start
        while stop < end, file[stop] == byte { stop += 1 }
        return stop - start
    }

    private func isSpaceOrEnd(_ offset: Int) -> Bool { offset >= end || file[offset].isWhitespace }

    // MARK: Containers

    /// Passes the markers of quotations and tells how many there are.
    mutating func skipQuotes(maximumIndent: Int) -> Int {
        var depth = 0
        var allowed = maximumIndent
        while index < end, file[index] == UInt8(ascii: ">"), column <= allowed {
            index += 1
            column = 0
            if index < end, file[index] == .space { index += 1 }
            skipSpace()
            depth += 1
            allowed = 3
        }
        return depth
    }

    struct Marker {
        fileprivate var end: Int
        var contentColumn: Int
        var interruptsParagraph: Bool
    }

    /// The marker of a list item that begins here.
    var listMarker: Marker? {
        guard index < end else { return nil }
        var stop = index
        if "-+*".utf8.contains(file[index]) {
            stop += 1
        } else {
            while stop < end, stop - index < 9, file[stop].isDigit { stop += 1 }
            guard stop > index, stop < end, file[stop] == 0x2E || file[stop] == 0x29 else { return nil }
            stop += 1
        }
        guard isSpaceOrEnd(stop) else { return nil }
        let isOther = file[index].isDigit && !(file[index] == UInt8(ascii: "1") && stop == index + 2)
        var after = self
        after.move(to: stop)
        let width = stop - index
        // Content that stands five columns or more behind its marker is code inside the item.
        let gap = after.column - column - width
        let content = after.isBlank || gap > 4 ? column + width + 1 : after.column
        return Marker(end: stop, contentColumn: content, interruptsParagraph: !isOther && !after.isBlank)
    }

    mutating func move(past marker: Marker) { move(to: marker.end) }

    // MARK: Leaf blocks

    /// Whether something begins here that a paragraph does not run on into.
    var beginsBlock: Bool { heading != nil || isRule || fence != nil || listMarker != nil || htmlEnd != nil }

    /// A heading's level and content.
    var heading: (level: Int, content: Range<Int>)? {
        let level = run(of: UInt8(ascii: "#"), from: index)
        guard (1...6).contains(level), isSpaceOrEnd(index + level) else { return nil }
        var after = self
        after.move(to: index + level)
        let content = after.content
        var stop = content.upperBound
        while stop > content.lowerBound, file[stop - 1] == UInt8(ascii: "#") { stop -= 1 }
        if stop > content.lowerBound, !file[stop - 1].isWhitespace { stop = content.upperBound }
        while stop > content.lowerBound, file[stop - 1].isWhitespace { stop -= 1 }
        return (level, content.lowerBound..<stop)
    }

    /// The level of the heading that a line of `=` or `-` makes of the paragraph before.
    var underlineLevel: Int? {
        guard index < end, file[index] == UInt8(ascii: "=") || file[index] == UInt8(ascii: "-") else { return nil }
        guard index + run(of: file[index], from: index) == content.upperBound else { return nil }
        return file[index] == UInt8(ascii: "=") ? 1 : 2
    }

    /// Three or more of `*`, `-` or `_` with white space between them only.
    var isRule: Bool {
        guard index < end, "*-_".utf8.contains(file[index]) else { return false }
        var count = 0
        for offset in index..<end where !file[offset].isWhitespace {
            guard file[offset] == file[index] else { return false }
            count += 1
        }
        return count >= 3
    }

    /// The byte and length of a fence that opens here.
    var fence: (byte: UInt8, length: Int)? {
        guard index < end, file[index] == UInt8(ascii: "`") || file[index] == UInt8(ascii: "~") else { return nil }
        let length = run(of: file[index], from: index)
        guard length >= 3 else { return nil }
        if file[index] == UInt8(ascii: "`"), file[(index + length)..<end].contains(UInt8(ascii: "`")) { return nil }
        return (file[index], length)
    }

    func closesFence(_ byte: UInt8, _ length: Int) -> Bool {
        guard index < end, file[index] == byte else { return false }
        let count = run(of: byte, from: index)
        return count >= length && index + count == content.upperBound
    }

    /// Where HTML that begins here and is no prose ends: the element's end tag, or the end of a comment.
    var htmlEnd: StaticString? {
        guard index < end, file[index] == UInt8(ascii: "<") else { return nil }
        return Self.htmlBlocks.first { file.hasLowercasedASCII($0.start, at: index) }?.end
    }

    private static let htmlBlocks: [(start: StaticString, end: StaticString)] = [
        ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<pre", "</pre>"),
        ("<textarea", "</textarea>"), ("<svg", "</svg>"), ("<?", "?>"), ("<![cdata[", "]]>"),
    ]

    /// The offset after the first place where a text stands on the rest of the line.
    func find(_ text: StaticString) -> Int? {
        guard index < end, let first = text.withUTF8Buffer({ $0.first }) else { return nil }
        for offset in index..<end where file[offset] == first && offset + text.utf8CodeUnitCount <= end {
            if file.hasLowercasedASCII(text, at: offset) { return offset + text.utf8CodeUnitCount }
        }
        return nil
    }

    struct Definition {
        var label: Range<Int>
        /// The offset after the colon.
        var end: Int
        var isFootnote: Bool
        /// Whether a link's target stands behind it, with at most a title after that.
        var isComplete: Bool
    }

    /// `[label]: target` or `[^label]: text`.
    var definition: Definition? {
        guard index + 3 < end, file[index] == UInt8(ascii: "[") else { return nil }
        guard let close = file[(index + 1)..<min(end, index + MarkdownLabel.longest)].firstIndex(of: UInt8(ascii: "]")),
            close + 1 < end, file[close + 1] == UInt8(ascii: ":"), close > index + 1
        else { return nil }
        var after = self
        after.move(to: close + 2)
        let target = file[after.index..<end].prefix { !$0.isWhitespace }
        let rest = file[target.endIndex..<end].drop { $0.isWhitespace }
        let isTitle = rest.isEmpty || "\"'(".utf8.contains(rest[rest.startIndex])
        return Definition(
            label: (index + 1)..<close, end: close + 2, isFootnote: file[index + 1] == UInt8(ascii: "^"),
            isComplete: !target.isEmpty && isTitle)
    }

    // MARK: Tables

    /// The columns of a table that a row such as `|---|:-:|` begins; nil where the line is no such row.
    var delimiterColumns: Int? {
        guard index < end, content.contains(where: { file[$0] == UInt8(ascii: "|") }),
            content.allSatisfy({ "|:- \t".utf8.contains(file[$0]) })
        else { return nil }
        let cells = cells
        let isDelimiter = cells.allSatisfy { cell in
            let hyphens = file[cell].count { $0 == UInt8(ascii: "-") }
            return hyphens > 0 && !file[cell].contains { $0.isWhitespace }
        }
        return isDelimiter ? cells.count : nil
    }

    /// The cells of a row, without white space at their ends.
    var cells: [Range<Int>] {
        var cells: [Range<Int>] = []
        let row = content
        var start = row.lowerBound
        if start < row.upperBound, file[start] == UInt8(ascii: "|") { start += 1 }
        var offset = start
        while offset < row.upperBound {
            if file[offset] == UInt8(ascii: "\\") {
                offset += 1
            } else if file[offset] == UInt8(ascii: "|") {
                cells.append(MarkdownCursor(file: file, range: start..<offset).content)
                start = offset + 1
            }
            offset += 1
        }
        if start < row.upperBound { cells.append(MarkdownCursor(file: file, range: start..<row.upperBound).content) }
        return cells
    }
}
