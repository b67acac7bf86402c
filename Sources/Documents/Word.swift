/// A run of letters or of digits in a header line.
struct Word: Hashable {
    /// In lower case; ordinal endings of numbers are left out.
    var text: String
    var range: Range<Int>
    /// What stands between the word before and this one.
    var gap: String
    var isCapitalized: Bool
    /// Digits the word has where it is a number, else 0.
    var digits: Int

    var number: Int? { digits > 0 ? Int(text) : nil }

    static func split(_ line: String) -> [Word] {
        let bytes = Array(line.utf8)
        var words: [Word] = []
        var index = 0
        var last = 0
        while index < bytes.count {
            guard isWordByte(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            let isNumber = bytes[index].isDigit
            while index < bytes.count, isWordByte(bytes[index]), bytes[index].isDigit == isNumber { index += 1 }
            var end = index
            if isNumber, let suffix = ordinalSuffix(bytes, at: index) { index = suffix }
            if !isNumber { end = index }
            words.append(
                Word(
                    text: bytes.string(start..<end).lowercased(), range: start..<index,
                    gap: bytes.string(last..<start), isCapitalized: bytes[start].isUppercase,
                    digits: isNumber ? end - start : 0))
            last = index
        }
        return words
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

    /// The index after `st`, `nd`, `rd` or `th` that ends a word there.
    private static func ordinalSuffix(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 2 <= bytes.count, index + 2 == bytes.count || !isWordByte(bytes[index + 2]) else { return nil }
        return ["st", "nd", "rd", "th"].contains(bytes.string(index..<index + 2).lowercased()) ? index + 2 : nil
    }
}
