/// Keeps tags from holding so many attributes that comparing their names takes quadratic time.
enum HTMLAttributeLimit {
    /// The file with spaces in the place of the attributes that a tag has beyond `most`.
    static func trimmed(_ file: [UInt8], most: Int) -> [UInt8] {
        var result = file
        result.withUnsafeMutableBufferPointer { text in
            var index = 0
            while index + 1 < text.count {
                if text[index] != UInt8(ascii: "<") {
                    index += 1
                } else if text[index + 1].isLetter {
                    let name = index + 1
                    index = trimTag(text, from: name, most: most)
                    if let end = rawTextEnds.first(where: { stands($0.name, text, at: name) })?.end {
                        index = find(end, text, from: index)
                    }
                } else {
                    index = stands("<!--", text, at: index) ? find("-->", text, from: index + 4) : index + 1
                }
            }
        }
        return result
    }

    /// The elements whose text holds no tags, and what ends it.
    private static let rawTextEnds: [(name: StaticString, end: StaticString)] = [
        ("script", "</script"), ("style", "</style"),
    ]

    /// The index of the first place from `start` on where a text stands, or the end.
    private static func find(_ end: StaticString, _ text: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count, !stands(end, text, at: index) { index += 1 }
        return index
    }

    private static func stands(
        _ word: StaticString, _ text: UnsafeMutableBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        guard word.utf8CodeUnitCount <= text.count - index else { return false }
        return word.withUTF8Buffer { word in word.indices.allSatisfy { text[index + $0].lowercased == word[$0] } }
    }

    /// Passes a tag, attribute by attribute as the parser does; the index of its end.
    private static func trimTag(_ text: UnsafeMutableBufferPointer<UInt8>, from start: Int, most: Int) -> Int {
        var index = skip(text, start) { !$0.isWhitespace && $0 != 0x3E && $0 != 0x2F }
        var count = 0
        while true {
            index = skip(text, index) { $0.isWhitespace || $0 == 0x2F }
            guard index < text.count, text[index] != UInt8(ascii: ">") else { return index }
            let attribute = index
            index = skip(text, index + 1) { !$0.isWhitespace && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F }
            index = skipValue(text, index)
            count += 1
            if count > most {
                for offset in attribute..<index where text[offset] != .newline { text[offset] = .space }
            }
        }
    }

    /// The index after `= value` with white space around the sign, or the index given where no sign stands there.
    private static func skipValue(_ text: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Int {
        let sign = skip(text, start) { $0.isWhitespace }
        guard sign < text.count, text[sign] == UInt8(ascii: "=") else { return start }
        let value = skip(text, sign + 1) { $0.isWhitespace }
        guard value < text.count else { return value }
        let quote = text[value]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return skip(text, value) { !$0.isWhitespace && $0 != 0x3E }
        }
        return min(text.count, skip(text, value + 1) { $0 != quote } + 1)
    }

    private static func skip(
        _ text: UnsafeMutableBufferPointer<UInt8>, _ start: Int, while holds: (UInt8) -> Bool
    ) -> Int {
        var index = start
        while index < text.count, holds(text[index]) { index += 1 }
        return index
    }
}
