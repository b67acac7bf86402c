/// What stands in angle brackets inside Markdown text: an address to go to, or an HTML tag.
struct MarkdownTag {
    enum Content {
        /// `<https://example.org>` or `<name@example.org>`; the address is the text.
        case address
        /// An element's name in lower case, and whether the tag ends it.
        case element(String, isEnd: Bool)
    }

    var content: Content
    /// The index after the closing bracket.
    var end: Int

    init?(_ text: [UInt8], at start: Int) {
        var index = start + 1
        let isEnd = index < text.count && text[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        guard index < text.count, text[index].isLetter else { return nil }
        let name = index
        while index < text.count, text[index].isAlphanumeric || text[index] == UInt8(ascii: "-") { index += 1 }
        guard index < text.count else { return nil }
        if text[index].isWhitespace || text[index] == 0x2F || text[index] == 0x3E {
            guard let end = Self.tagEnd(text, from: index) else { return nil }
            content = .element(text.string(name..<index).lowercased(), isEnd: isEnd)
            self.end = end
        } else {
            guard let end = Self.addressEnd(text, from: start + 1) else { return nil }
            content = .address
            self.end = end
        }
    }

    /// The index after the `>` that ends a tag; quotation marks after `=` hide one.
    private static func tagEnd(_ text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: ">"): return index + 1
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard text[index - 1] == UInt8(ascii: "="),
                    let close = text[(index + 1)...].firstIndex(of: text[index])
                else { return nil }
                index = close + 1
            default: index += 1
            }
        }
        return nil
    }

    /// The index after the `>` of an address: no white space, and a colon or an at sign in it.
    private static func addressEnd(_ text: [UInt8], from start: Int) -> Int? {
        var index = start
        var isAddress = false
        while index < text.count, !text[index].isWhitespace, text[index] != UInt8(ascii: "<") {
            if text[index] == UInt8(ascii: ">") { return isAddress ? index + 1 : nil }
            if text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "@") { isAddress = true }
            index += 1
        }
        return nil
    }
}
