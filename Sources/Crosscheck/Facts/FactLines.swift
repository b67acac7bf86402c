import Documents
import Extraction

/// The lines of a file of facts, by their numbers.
struct FactLines {
    private let text: [UInt8]
    private let map: SourceMap
    /// The bytes of each line without its end and the white space around it.
    private let lines: [ByteSpan]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.text = bytes
        map = SourceMap(segments: [], file: bytes)
        var start = 0
        lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            defer { start += line.count + 1 }
            let words = line.drop { $0 <= 0x20 }
            let end = words.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? words.startIndex
            return ByteSpan(words.startIndex, end)
        }
    }

    /// The lines of an entry, without the blank lines and comments that end it.
    /// - Parameters:
    ///   - first: its first line, from 1.
    ///   - end: the line after it; nil for the last entry.
    func passage(from first: Int, to end: Int?) -> FactPassage {
        let begin = min(max(first, 1), lines.count) - 1
        var stop = max(begin + 1, min((end ?? lines.count + 1) - 1, lines.count))
        while stop > begin + 1, isIdle(lines[stop - 1]) { stop -= 1 }
        return FactPassage(lines: self, range: begin..<stop)
    }

    private func isIdle(_ line: ByteSpan) -> Bool { line.count == 0 || text[line.start] == UInt8(ascii: "#") }

    fileprivate func span(_ range: Range<Int>) -> ByteSpan {
        ByteSpan(lines[range.lowerBound].start, lines[range.upperBound - 1].end)
    }

    fileprivate func string(_ span: ByteSpan) -> String {
        String(decoding: text[span.range], as: UTF8.self).collapsingWhitespace
    }

    fileprivate func position(_ span: ByteSpan) -> SourceMap.Position { map.position(of: span.start) }
}

/// The lines of one fact.
struct FactPassage {
    fileprivate let lines: FactLines
    fileprivate let range: Range<Int>

    var span: ByteSpan { lines.span(range) }
    /// White space collapsed.
    var text: String { lines.string(span) }

    /// One of its lines; the first where it has none of that number.
    func line(_ number: Int) -> (span: ByteSpan, text: String, position: SourceMap.Position) {
        let index = range.contains(number - 1) ? number - 1 : range.lowerBound
        let span = lines.span(index..<(index + 1))
        return (span, lines.string(span), lines.position(span))
    }
}
