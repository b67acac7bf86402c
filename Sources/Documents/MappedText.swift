/// A text under construction, each byte with the file offset it came from.
struct MappedText: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var segments: [SourceMap.Segment] = []
    /// The file offset of the next byte if it stands in step with the last one.
    private var next = -1

    var count: Int { bytes.count }

    mutating func append(_ byte: UInt8, from file: Int) {
        step(to: file, length: 1)
        bytes.append(byte)
    }

    /// Appends bytes that stand in the file just so, or that one character reference stands for.
    mutating func append(_ run: UnsafeBufferPointer<UInt8>, from file: Int) {
        step(to: file, length: run.count)
        bytes.append(contentsOf: run)
    }

    /// Appends a range of another text with its places.
    mutating func append(_ range: Range<Int>, of other: MappedText) {
        other.forEachRun(in: range) { run, file in append(run, from: file) }
    }

    /// Calls `body` with the stretches of a range that run in step with the file, in text order.
    func forEachRun(in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>, _ file: Int) -> Void) {
        guard !range.isEmpty else { return }
        bytes.withUnsafeBufferPointer { bytes in
            var index = segmentIndex(of: range.lowerBound)
            var start = range.lowerBound
            while start < range.upperBound {
                let end = index + 1 < segments.count ? segments[index + 1].text : bytes.count
                let stop = min(end, range.upperBound)
                let file = segments[index].file + start - segments[index].text
                body(UnsafeBufferPointer(rebasing: bytes[start..<stop]), file)
                start = stop
                index += 1
            }
        }
    }

    /// A range as a text of its own.
    func part(_ range: Range<Int>) -> MappedText {
        var part = MappedText()
        part.append(range, of: self)
        return part
    }

    /// The same text with places in the file that `outer` was read from, where this one was read from `outer`.
    func mapped(through outer: MappedText) -> MappedText {
        var result = MappedText()
        forEachRun(in: 0..<count) { run, place in
            var start = 0
            while start < run.count {
                let rest = outer.stepsAhead(from: place + start)
                let stop = min(run.count, start + rest)
                result.append(
                    UnsafeBufferPointer(rebasing: run[start..<stop]), from: outer.fileOffset(of: place + start))
                start = stop
            }
        }
        return result
    }

    /// How many bytes from an offset on run in step with the file; without end behind the last segment's beginning.
    private func stepsAhead(from offset: Int) -> Int {
        guard !segments.isEmpty else { return .max / 2 }
        let next = segmentIndex(of: offset) + 1
        return next < segments.count ? segments[next].text - offset : .max / 2
    }

    /// The file offset a byte came from.
    func fileOffset(of offset: Int) -> Int {
        guard !segments.isEmpty else { return 0 }
        let segment = segments[segmentIndex(of: offset)]
        return segment.file + offset - segment.text
    }

    private mutating func step(to file: Int, length: Int) {
        if file != next { segments.append(SourceMap.Segment(text: bytes.count, file: file)) }
        next = file + length
    }

    private func segmentIndex(of offset: Int) -> Int {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}

/// Gathers the blocks of an extracted text: white space collapsed to single spaces and none at the ends of a block, an
/// empty line between blocks.
struct BlockGatherer: Sendable {
    private(set) var text = MappedText()
    private(set) var blocks: [Block] = []
    /// Where the open block begins in the text; nil while it has no visible byte.
    private var start: Int?
    /// Where in the file the white space stands that is due before the next visible byte.
    private var space: Int?

    /// Bytes of the open block so far.
    var openCount: Int { start.map { text.count - $0 } ?? 0 }

    /// Appends bytes that stand in the file just so.
    mutating func append(_ run: UnsafeBufferPointer<UInt8>, from file: Int) {
        var index = 0
        while index < run.count {
            var end = index
            while end < run.count, run[end].isWhitespace { end += 1 }
            if end > index, space == nil { space = file + index }
            index = end
            // Words with single spaces between them are taken as they stand.
            while end < run.count, !run[end].isWhitespace || Self.isSingleSpace(run, end) { end += 1 }
            if end > index { write(UnsafeBufferPointer(rebasing: run[index..<end]), from: file + index) }
            index = end
        }
    }

    /// Appends a range of another text with its places.
    mutating func append(_ range: Range<Int>, of other: MappedText) {
        other.forEachRun(in: range) { run, file in append(run, from: file) }
    }

    /// Whether a space stands at an index with a visible byte after it.
    private static func isSingleSpace(_ run: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        run[index] == .space && index + 1 < run.count && !run[index + 1].isWhitespace
    }

    /// Appends what a character reference or a replaced character stands for.
    mutating func append(decoded scalar: Unicode.Scalar, from file: Int) {
        var utf8 = Array(String(scalar).utf8)
        utf8.withUnsafeMutableBufferPointer { buffer in
            if buffer.count == 1, buffer[0].isWhitespace {
                space = space ?? file
            } else {
                write(UnsafeBufferPointer(buffer), from: file)
            }
        }
    }

    /// Appends raised text: figures and signs become raised ones, so that neither a power nor a footnote's mark runs
    /// together with the number before it.
    mutating func append(superscript run: UnsafeBufferPointer<UInt8>, from file: Int) {
        for (index, byte) in run.enumerated() {
            if let raised = Self.raised[byte], run.count <= Self.longestSuperscript {
                append(decoded: raised, from: file + index)
            } else {
                append(UnsafeBufferPointer(rebasing: run[index...index]), from: file + index)
            }
        }
    }

    /// Longer raised text is no exponent; the bound also keeps the text from outgrowing its file.
    private static let longestSuperscript = 4

    private static let raised: [UInt8: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip("0123456789+-".utf8, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻".unicodeScalars))

    /// Notes white space that stands for a line break or a removed tag.
    mutating func appendSpace(from file: Int) { space = space ?? file }

    /// Closes the open block; false where it has no visible byte, and no block is made.
    @discardableResult
    mutating func endBlock(_ kind: Block.Kind) -> Bool {
        defer {
            start = nil
            space = nil
        }
        guard let start else { return false }
        blocks.append(Block(kind, ByteSpan(start, text.count)))
        return true
    }

    private mutating func write(_ run: UnsafeBufferPointer<UInt8>, from file: Int) {
        if start == nil {
            if text.count > 0 {
                let end = text.fileOffset(of: text.count)
                text.append(.newline, from: end)
                text.append(.newline, from: end + 1)
            }
            start = text.count
        } else if let space {
            text.append(.space, from: space)
        }
        space = nil
        text.append(run, from: file)
    }
}
