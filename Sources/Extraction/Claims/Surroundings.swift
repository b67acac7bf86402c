public import Documents

/// What stands around a sentence in its paragraph.
public struct Surroundings: Hashable, Sendable {
    /// The words before the sentence, white space collapsed; empty where it opens the paragraph. Where they are many, the
    /// last of them, behind an ellipsis.
    public var before = ""
    /// The words after the sentence, likewise.
    public var after = ""

    /// In bytes: what a reader needs on each side to see what is meant.
    private static let most = 400

    public init(before: String = "", after: String = "") {
        self.before = before
        self.after = after
    }

    /// - Parameter sentence: a stretch of the document's text inside one of its blocks.
    public init(of sentence: ByteSpan, in document: Document) {
        let blocks = document.blocks
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].span.end <= sentence.start { low = middle + 1 } else { high = middle }
        }
        guard low < blocks.count, blocks[low].span.start <= sentence.start else { return }
        before = Self.last(of: document.text[blocks[low].span.start..<sentence.start])
        after = Self.first(of: document.text[sentence.end..<max(sentence.end, blocks[low].span.end)])
    }

    private static func last(of text: ArraySlice<UInt8>) -> String {
        guard text.count > most else { return string(text) }
        let part = text.suffix(most)
        let start = part.firstIndex(where: isSpace) ?? part.firstIndex(where: isFirstOfScalar) ?? part.endIndex
        return "… " + string(part[start...])
    }

    private static func first(of text: ArraySlice<UInt8>) -> String {
        guard text.count > most else { return string(text) }
        let part = text.prefix(most)
        let end = part.lastIndex(where: isSpace) ?? part.lastIndex(where: isFirstOfScalar) ?? part.startIndex
        return string(part[..<end]) + " …"
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).collapsingWhitespace
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isFirstOfScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
