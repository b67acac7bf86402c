/// Writes the text of a leaf block without its inline markup.
///
/// Emphasis, links and code spans are found as CommonMark 0.31 describes ("phase 2: inline structure"), each in linear
/// time: a search that failed once is not made again.
struct MarkdownInlines {
    private let file: [UInt8]
    private let references: Set<[UInt8]>

    /// The leaf's lines joined by newlines, and where each line begins here and in the file.
    private var text: [UInt8] = []
    private var lineStarts: [SourceMap.Segment] = []
    private var pieces: [Piece] = []
    /// How many left-out stretches begin (or end, where negative) with a piece.
    private var leftOut: [Int] = []
    private var emphasis = EmphasisStack()
    private var brackets: [Bracket] = []
    /// Brackets of links below this index are no links any more, since no link stands inside another.
    private var firstActiveBracket = 0
    private var searches = Searches()
    private(set) var comments: [FoundComment] = []

    private struct Piece {
        enum Content {
            case text
            case scalar(Unicode.Scalar)
            /// A tag that ends a block, and the kind of block it begins.
            case boundary(Block.Kind)
            /// Where raised text begins or ends.
            case superscript(Bool)
        }

        var range: Range<Int>
        var content = Content.text
    }

    private struct Bracket {
        var piece: Int
        /// The index after the bracket.
        var start: Int
        var isImage: Bool
        var delimiters: Int
    }

    /// What is known of searches for an end that may be far off.
    private struct Searches {
        /// The last place of a run of backticks by its length, once all were looked at.
        var backticks: [Int: Int]?
        var lastTagEnd: Int?
        var lastCommentEnd: Int?
    }

    init(file: [UInt8], references: Set<[UInt8]>) {
        self.file = file
        self.references = references
    }

    /// Writes a leaf's lines as a block, or several where HTML tags divide it; false where nothing of it is text.
    mutating func write(
        _ lines: ArraySlice<Range<Int>>, as kind: Block.Kind, to gatherer: inout BlockGatherer
    ) -> Bool {
        join(lines)
        scan()
        emphasis.resolve(from: 0)
        for cut in emphasis.cuts {
            let range = pieces[cut.piece].range
            pieces[cut.piece].range = range.lowerBound..<max(range.lowerBound, range.upperBound - cut.length)
        }
        for strike in emphasis.strikes { leaveOut(from: strike.first, through: strike.last) }
        return emit(as: kind, to: &gatherer)
    }

    private mutating func join(_ lines: ArraySlice<Range<Int>>) {
        text.removeAll(keepingCapacity: true)
        lineStarts.removeAll(keepingCapacity: true)
        for line in lines {
            if !text.isEmpty { text.append(.newline) }
            lineStarts.append(SourceMap.Segment(text: text.count, file: line.lowerBound))
            text.append(contentsOf: file[line])
        }
        pieces.removeAll(keepingCapacity: true)
        leftOut.removeAll(keepingCapacity: true)
        brackets.removeAll(keepingCapacity: true)
        emphasis = EmphasisStack()
        firstActiveBracket = 0
        searches = Searches()
    }

    /// The bytes that may begin markup.
    private static let special: [Bool] = (0...255).map { "\\`*_~[]!<&".utf8.contains(UInt8($0)) }

    private mutating func scan() {
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, !Self.special[Int(text[index])] { index += 1 }
            if index > start { add(start..<index) }
            if index < text.count { index = readMarkup(at: index) }
        }
    }

    private mutating func add(_ range: Range<Int>, _ content: Piece.Content = .text) {
        pieces.append(Piece(range: range, content: content))
        leftOut.append(0)
    }

    private mutating func leaveOut(from first: Int, through last: Int) {
        leftOut[first] += 1
        if last + 1 < leftOut.count { leftOut[last + 1] -= 1 } else { leftOut.append(-1) }
    }

    /// Reads what a special byte begins, or takes it as text; the index after it.
    private mutating func readMarkup(at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "\\"):
            let isEscape = index + 1 < text.count && text[index + 1].isPunctuation
            add(isEscape ? index + 1..<index + 2 : index..<index + 1)
            return index + (isEscape ? 2 : 1)
        case UInt8(ascii: "`"): return readCode(at: index)
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return readDelimiters(at: index)
        case UInt8(ascii: "!"):
            guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "[") else { break }
            return openBracket(index..<index + 2, isImage: true)
        case UInt8(ascii: "["): return openBracket(index..<index + 1, isImage: false)
        case UInt8(ascii: "]"): return closeBracket(at: index)
        case UInt8(ascii: "<"): return readTag(at: index)
        default:
            let found = text.withUnsafeBufferPointer { CharacterReference.scalar(in: $0, at: index) }
            guard let found else { break }
            add(index..<found.end, .scalar(found.scalar))
            return found.end
        }
        add(index..<index + 1)
        return index + 1
    }

    private func run(at index: Int) -> Int {
        var end = index
        while end < text.count, text[end] == text[index] { end += 1 }
        return end - index
    }

    // MARK: Code spans and emphasis

    private mutating func readCode(at index: Int) -> Int {
        let length = run(at: index)
        let content = index + length
        guard let last = backtickRuns()[length], last >= content else {
            add(index..<content)
            return content
        }
        var end = content
        while end < text.count {
            if text[end] == UInt8(ascii: "`") {
                let other = run(at: end)
                if other == length {
                    if end > content { add(content..<end) }
                    return end + length
                }
                end += other
            } else {
                end += 1
            }
        }
        return content
    }

    private mutating func backtickRuns() -> [Int: Int] {
        if let known = searches.backticks { return known }
        var runs: [Int: Int] = [:]
        var index = 0
        while index < text.count {
            let length = text[index] == UInt8(ascii: "`") ? run(at: index) : 0
            if length > 0 { runs[length] = index }
            index += max(1, length)
        }
        searches.backticks = runs
        return runs
    }

    private mutating func readDelimiters(at index: Int) -> Int {
        let length = run(at: index)
        let before = index == 0 ? nil : text[index - 1]
        let after = index + length < text.count ? text[index + length] : nil
        add(index..<index + length)
        emphasis.add(
            byte: text[index], length: length, piece: pieces.count - 1,
            before: EmphasisStack.Neighbour(before, scalarEndingAt(index)),
            after: EmphasisStack.Neighbour(after, scalarStarting(at: index + length)))
        return index + length
    }

    private func scalarStarting(at index: Int) -> Unicode.Scalar? {
        guard index < text.count, text[index] >= 0x80 else { return nil }
        return String(decoding: text[index..<min(index + 4, text.count)], as: UTF8.self).unicodeScalars.first
    }

    private func scalarEndingAt(_ index: Int) -> Unicode.Scalar? {
        guard index > 0, text[index - 1] >= 0x80 else { return nil }
        var start = index - 1
        while start > 0, text[start].isContinuation, index - start < 4 { start -= 1 }
        return scalarStarting(at: start)
    }

    // MARK: Links and pictures

    private mutating func openBracket(_ range: Range<Int>, isImage: Bool) -> Int {
        add(range)
        brackets.append(
            Bracket(
                piece: pieces.count - 1, start: range.upperBound, isImage: isImage, delimiters: emphasis.count))
        return range.upperBound
    }

    private mutating func closeBracket(at index: Int) -> Int {
        guard let bracket = brackets.popLast() else { return addLiteral(index) }
        let isActive = bracket.isImage || brackets.count >= firstActiveBracket
        firstActiveBracket = min(firstActiveBracket, brackets.count)
        guard isActive, let end = linkEnd(bracket, closing: index) else { return addLiteral(index) }
        add(index..<index)
        emphasis.resolve(from: bracket.delimiters)
        let isFootnote = !bracket.isImage && bracket.start < index && text[bracket.start] == UInt8(ascii: "^")
        if bracket.isImage || isFootnote {
            leaveOut(from: bracket.piece, through: pieces.count - 1)
        } else {
            pieces[bracket.piece].range = bracket.start..<bracket.start
            firstActiveBracket = brackets.count
        }
        return end
    }

    private mutating func addLiteral(_ index: Int) -> Int {
        add(index..<index + 1)
        return index + 1
    }

    /// The index after a link whose text ends with the bracket at `close`; nil where it is none.
    private func linkEnd(_ bracket: Bracket, closing close: Int) -> Int? {
        if let end = MarkdownTarget.end(in: text, openedAt: close + 1) { return end }
        let isFootnote = bracket.start + 1 < close && text[bracket.start] == UInt8(ascii: "^")
        if isFootnote, !text[bracket.start..<close].contains(where: \.isWhitespace) { return close + 1 }
        guard !references.isEmpty, close - bracket.start < MarkdownLabel.longest else { return nil }
        var label = bracket.start..<close
        var end = close + 1
        if end < text.count, text[end] == UInt8(ascii: "["),
            let stop = text[(end + 1)..<min(text.count, end + MarkdownLabel.longest)].firstIndex(of: UInt8(ascii: "]"))
        {
            if stop > end + 1 { label = end + 1..<stop }
            end = stop + 1
        }
        return references.contains(MarkdownLabel.normalized(text[label])) ? end : nil
    }

    // MARK: Tags, comments and addresses in angle brackets

    private mutating func readTag(at index: Int) -> Int {
        if text.hasASCII("<!--", at: index) {
            let last = searches.lastCommentEnd ?? lastIndex(of: "-->")
            searches.lastCommentEnd = last
            guard index + 4 <= last else { return addLiteral(index) }
            let end = (index + 4...last).first { text.hasASCII("-->", at: $0) }
            var line = 0
            let comment = FoundComment(text[(index + 4)..<(end ?? last)], at: fileOffset(index, line: &line))
            if let comment { comments.append(comment) }
            return (end ?? last) + 3
        }
        let last = searches.lastTagEnd ?? text.lastIndex(of: UInt8(ascii: ">")) ?? -1
        searches.lastTagEnd = last
        guard index < last, let tag = MarkdownTag(text, at: index) else { return addLiteral(index) }
        switch tag.content {
        case .address: add(index + 1..<tag.end - 1)
        case .element(let name, let isEnd):
            switch HTMLElement(name: name) {
            case .inline: break
            case .superscript: add(index..<index, .superscript(!isEnd))
            case .lineBreak: add(index..<index + 1, .scalar(" "))
            case let element: add(index..<index, .boundary(isEnd ? .paragraph : element.blockKind))
            }
        }
        return tag.end
    }

    private func lastIndex(of text: StaticString) -> Int {
        self.text.indices.last { self.text.hasASCII(text, at: $0) } ?? -1
    }

    // MARK: Output

    private mutating func emit(as kind: Block.Kind, to gatherer: inout BlockGatherer) -> Bool {
        var kind = kind
        var depth = 0
        var line = 0
        var wrote = false
        var isRaised = false
        for (index, piece) in pieces.enumerated() {
            depth += leftOut[index]
            if depth > 0 { continue }
            switch piece.content {
            case .text: write(piece.range, raised: isRaised, line: &line, to: &gatherer)
            case .superscript(let begins): isRaised = begins
            case .scalar(let scalar):
                gatherer.append(decoded: scalar, from: fileOffset(piece.range.lowerBound, line: &line))
            case .boundary(let next):
                if gatherer.endBlock(kind) { wrote = true }
                kind = next
            }
        }
        return gatherer.endBlock(kind) || wrote
    }

    private func fileOffset(_ index: Int, line: inout Int) -> Int {
        while line + 1 < lineStarts.count, lineStarts[line + 1].text <= index { line += 1 }
        return lineStarts[line].file + index - lineStarts[line].text
    }

    private func write(_ range: Range<Int>, raised: Bool, line: inout Int, to gatherer: inout BlockGatherer) {
        text.withUnsafeBufferPointer { text in
            var start = range.lowerBound
            while start < range.upperBound {
                let file = fileOffset(start, line: &line)
                let lineEnd = line + 1 < lineStarts.count ? lineStarts[line + 1].text : text.count
                let end = min(range.upperBound, lineEnd)
                let run = UnsafeBufferPointer(rebasing: text[start..<end])
                if raised { gatherer.append(superscript: run, from: file) } else { gatherer.append(run, from: file) }
                start = end
            }
        }
    }
}
