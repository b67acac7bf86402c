/// Leads from a byte of a document's text back to line and column of the file it was read from.
public struct SourceMap: Sendable {
    /// From `text` on, text bytes and file bytes run in step, the first of them at `file`.
    public struct Segment: Hashable, Sendable {
        public var text: Int
        public var file: Int

        public init(text: Int, file: Int) {
            self.text = text
            self.file = file
        }
    }

    /// A place in a file; line and column count from 1, the column in Unicode scalars.
    public struct Position: Hashable, Sendable {
        public var line: Int
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// In rising order of `text`, never empty; the first begins at text byte 0.
    private let segments: [Segment]
    private let file: SourceFile

    /// - Parameters:
    ///   - segments: in rising order of `text`.
    ///   - file: the whole file as UTF-8, without byte order mark.
    public init(segments: [Segment], file: [UInt8]) { self.init(segments: segments, source: SourceFile(file)) }

    /// As above, for one of several texts that were read from one file.
    init(segments: [Segment], source: SourceFile) {
        self.segments = segments.isEmpty ? [Segment(text: 0, file: 0)] : segments
        file = source
    }

    /// The file offset that a text offset came from.
    public func fileOffset(of offset: Int) -> Int {
        let segment = segments[Self.lastIndex(in: segments) { $0.text <= offset }]
        return min(segment.file + max(0, offset - segment.text), file.bytes.count)
    }

    /// What the file has between two bytes of the text, its markup with it.
    public func fileBytes(between start: Int, _ end: Int) -> ArraySlice<UInt8> {
        let first = fileOffset(of: start)
        return file.bytes[first..<max(first, fileOffset(of: end))]
    }

    /// Line and column in the file of a byte of the text.
    public func position(of offset: Int) -> Position { file.position(of: fileOffset(of: offset)) }

    /// Line and column of a byte of the file.
    public func position(inFile place: Int) -> Position { file.position(of: place) }

    /// The index of the last element that satisfies a predicate that holds for a prefix; 0 where none does.
    fileprivate static func lastIndex<Element>(in array: [Element], where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = array.count
        while low < high {
            let middle = (low + high) / 2
            if holds(array[middle]) { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}

/// A file with its lines counted, once for all texts that are read from it.
struct SourceFile: Sendable {
    /// The file after decoding to UTF-8.
    let bytes: [UInt8]
    /// Offsets at which lines begin.
    private let lineStarts: [Int]
    /// Unicode scalars before each `stride`th byte, so that a place in a long line is found at once.
    private let scalarCounts: [Int]
    private static let stride = 256

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        (lineStarts, scalarCounts) = bytes.withUnsafeBufferPointer { file in
            var starts = [0]
            var counts = [0]
            for start in Swift.stride(from: 0, to: file.count, by: Self.stride) {
                let part = UnsafeBufferPointer(rebasing: file[start..<min(start + Self.stride, file.count)])
                counts.append(counts[counts.count - 1] + part.count { !$0.isContinuation })
                for offset in part.indices where part[offset] == .newline { starts.append(start + offset + 1) }
            }
            return (starts, counts)
        }
    }

    /// Line and column of a byte; an offset past the end counts as the end.
    func position(of offset: Int) -> SourceMap.Position {
        let place = min(offset, bytes.count)
        let line = SourceMap.lastIndex(in: lineStarts) { $0 <= place }
        return SourceMap.Position(
            line: line + 1, column: scalars(before: place) - scalars(before: lineStarts[line]) + 1)
    }

    /// The line of a byte, from 1; an offset past the end counts as the end.
    func line(of offset: Int) -> Int { SourceMap.lastIndex(in: lineStarts) { $0 <= offset } + 1 }

    private func scalars(before offset: Int) -> Int {
        let mark = offset / Self.stride
        return scalarCounts[mark] + bytes[mark * Self.stride..<offset].count { !$0.isContinuation }
    }
}
