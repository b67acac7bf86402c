/// The target and title in round brackets behind a link's text.
enum MarkdownTarget {
    /// The index after the closing bracket of `(target "title")`; nil where none stands at `start`.
    static func end(in text: [UInt8], openedAt start: Int) -> Int? {
        guard start < text.count, text[start] == UInt8(ascii: "(") else { return nil }
        guard let target = targetEnd(text, from: skipSpace(text, start + 1)) else { return nil }
        var index = skipSpace(text, target)
        if index > target, index < text.count, let title = titleEnd(text, from: index) {
            index = skipSpace(text, title)
        }
        return index < text.count && text[index] == UInt8(ascii: ")") ? index + 1 : nil
    }

    private static func skipSpace(_ text: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isWhitespace { index += 1 }
        return index
    }

    private static func targetEnd(_ text: [UInt8], from start: Int) -> Int? {
        guard start < text.count else { return nil }
        var index = start
        if text[start] == UInt8(ascii: "<") {
            index += 1
            while index < text.count, text[index] != UInt8(ascii: ">") {
                if text[index] == UInt8(ascii: "<") || text[index] == .newline { return nil }
                index += text[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            return index < text.count ? index + 1 : nil
        }
        // More nested brackets than this are no address (CommonMark asks for three at least).
        let deepest = 32
        var depth = 0
        while index < text.count, !text[index].isWhitespace {
            switch text[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return index }
                depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
            }
            if depth > deepest { return nil }
            index += 1
        }
        return depth == 0 ? min(index, text.count) : nil
    }

    private static func titleEnd(_ text: [UInt8], from start: Int) -> Int? {
        let close: UInt8
        switch text[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[start]
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var index = start + 1
        while index < text.count, text[index] != close {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < text.count ? index + 1 : nil
    }
}
