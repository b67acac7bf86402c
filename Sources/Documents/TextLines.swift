/// A line of a plain text without its end and the white space around it.
struct TextLine: Hashable {
    var range: Range<Int>
    /// Columns from the line's beginning to its last visible character, in Unicode scalars.
    var width: Int
    /// Bytes of white space before the first visible one.
    var indent: Int

    var isBlank: Bool { range.isEmpty }
}

/// A paragraph, list item or other unit of a plain text, and what the page around it says of it.
struct TextUnit: Hashable {
    var range: Range<Int>
    var kind: Block.Kind = .paragraph
    /// Whether an empty line, or the end of the text, stands before and after it.
    var blankBefore: Bool
    var blankAfter = false
}

/// Cuts a plain text into lines, and lines into units.
///
/// An empty line ends a unit. Between lines that follow each other:
/// - in a text whose lines are long (more than one in twenty over 100 columns), or that is not hard-wrapped, each line is
///   a unit of its own;
/// - in a hard-wrapped text, a line goes on in the next one where that one's first word would not have fitted before the
///   wrap column, or begins in lower case; otherwise the break was meant.
///
/// An indented line begins a unit, but inside a list item.
///
/// A text is hard-wrapped where no line is long, the longest has 50 columns or more, and two in three lines that are
/// followed by another could not have taken the next one's first word.
enum TextLines {
    private static let longestWrapped = 100
    private static let shortestWrap = 50

    static func units(of text: [UInt8]) -> [TextUnit] {
        let lines = lines(of: text)
        let wrap = wrapColumn(lines, text)
        var units: [TextUnit] = []
        var previous: TextLine?
        for line in lines {
            defer { previous = line }
            if line.isBlank {
                if !units.isEmpty { units[units.count - 1].blankAfter = true }
                continue
            }
            let marker = bulletLength(text, line.range)
            if let wrap, marker == 0, let previous, !previous.isBlank, !units.isEmpty,
                units[units.count - 1].kind == .listItem || line.indent <= previous.indent + 1,
                goesOn(previous, into: line, wrap: wrap, text), !isRule(text, previous.range)
            {
                units[units.count - 1].range = units[units.count - 1].range.lowerBound..<line.range.upperBound
                continue
            }
            var unit = TextUnit(range: line.range, blankBefore: previous?.isBlank ?? true)
            if marker > 0 {
                unit.kind = .listItem
                unit.range = (line.range.lowerBound + marker)..<line.range.upperBound
            }
            units.append(unit)
        }
        if !units.isEmpty { units[units.count - 1].blankAfter = true }
        return units
    }

    static func lines(of text: [UInt8]) -> [TextLine] {
        text.withUnsafeBufferPointer { text in
            var lines: [TextLine] = []
            var start = 0
            while start < text.count {
                let rest = UnsafeBufferPointer(rebasing: text[start...])
                let end = start + (rest.firstIndex(of: .newline) ?? rest.count)
                lines.append(line(text, start..<end))
                start = end + 1
            }
            return lines
        }
    }

    private static func line(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> TextLine {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, let length = blankLength(text, at: start, end: end) { start += length }
        while start < end, let length = blankLength(text, endingAt: end, start: start) { end -= length }
        // Long lines are told apart from wrapped ones by their bytes already.
        let bytes = UnsafeBufferPointer(rebasing: text[range.lowerBound..<end])
        let width = bytes.count > 8 * longestWrapped ? bytes.count : bytes.count { !$0.isContinuation }
        return TextLine(range: start..<end, width: start == end ? 0 : width, indent: start - range.lowerBound)
    }

    /// The length of the white space character at an index: ASCII white space, or a no-break space (U+00A0).
    private static func blankLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int? {
        if text[index].isWhitespace || text[index] == 0x0B { return 1 }
        return index + 1 < end && text[index] == 0xC2 && text[index + 1] == 0xA0 ? 2 : nil
    }

    private static func blankLength(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int, start: Int) -> Int? {
        if text[end - 1].isWhitespace || text[end - 1] == 0x0B { return 1 }
        return end - 2 >= start && text[end - 2] == 0xC2 && text[end - 1] == 0xA0 ? 2 : nil
    }

    /// The column at which a hard-wrapped text breaks its lines; nil where the text is not hard-wrapped.
    private static func wrapColumn(_ lines: [TextLine], _ text: [UInt8]) -> Int? {
        var widest = 0
        var visible = 0
        var long = 0
        for line in lines where !line.isBlank {
            visible += 1
            if line.width > longestWrapped { long += 1 } else { widest = max(widest, line.width) }
        }
        guard long * 20 <= visible, widest >= shortestWrap else { return nil }
        var followed = 0
        var full = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
            followed += 1
            if !fits(next, after: line, wrap: widest, text) { full += 1 }
        }
        return followed > 0 && full * 3 >= followed * 2 ? widest : nil
    }

    private static func goesOn(_ line: TextLine, into next: TextLine, wrap: Int, _ text: [UInt8]) -> Bool {
        text[next.range.lowerBound].isLowercase || !fits(next, after: line, wrap: wrap, text)
    }

    /// Whether the first word of a line would have fitted into the line before. Writers and programs that even lines out
    /// leave up to an eighth of the width free.
    private static func fits(_ next: TextLine, after line: TextLine, wrap: Int, _ text: [UInt8]) -> Bool {
        let word = text[next.range].prefix { !$0.isWhitespace }.count { !$0.isContinuation }
        return line.width + 1 + word <= wrap - wrap / 8
    }

    /// Bytes of a list marker and the white space after it: a bullet, or a number of up to three digits with `.` or `)`.
    static func bulletLength(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        guard index < range.upperBound, !text[index].isLetter else { return 0 }
        let digits = text[range].prefix(4).prefix { $0.isDigit }.count
        if digits > 0 {
            index += digits
            guard digits <= 3, index < range.upperBound, text[index] == 0x2E || text[index] == 0x29 else { return 0 }
            index += 1
        } else if let bullet = bullets.first(where: { text[range].starts(with: $0) }) {
            index += bullet.count
        } else {
            return 0
        }
        let marker = index
        while index < range.upperBound, text[index].isWhitespace { index += 1 }
        return index > marker && index < range.upperBound ? index - range.lowerBound : 0
    }

    /// Whether a line is nothing but three or more of one sign, with or without spaces: a rule drawn across the page.
    static func isRule(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        let line = text[range]
        guard line.count <= 200, let first = line.first, !first.isAlphanumeric,
            let sign = ruleSigns.first(where: { line.starts(with: $0) })
        else { return false }
        var rest = line
        var count = 0
        while !rest.isEmpty {
            if rest.starts(with: sign) {
                rest = rest.dropFirst(sign.count)
                count += 1
            } else if rest[rest.startIndex].isWhitespace {
                rest = rest.dropFirst()
            } else {
                return false
            }
        }
        return count >= 3
    }

    private static let ruleSigns = ["-", "=", "*", "_", "~", "#", "•", "—", "–"].map { Array($0.utf8) }
    private static let bullets: [[UInt8]] = ["•", "-", "*", "–", "·", "◦", "▪", "‣", "●", "■", "+"].map {
        Array($0.utf8)
    }
}
