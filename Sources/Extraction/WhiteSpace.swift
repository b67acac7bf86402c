extension String {
    /// The same words with one space between them and none around.
    public var collapsingWhitespace: String {
        var copy = self
        return copy.withUTF8 { bytes in Self.isCollapsed(bytes) ? nil : Self.collapsed(bytes) } ?? self
    }

    /// True where nothing but single spaces between words of ASCII stands for white space; false also where it is not sure.
    private static func isCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAfterSpace = true
        for byte in bytes {
            let isSpace = byte == 0x20
            // From 0xC2 on characters of several bytes may be white space.
            guard byte >= 0x20, byte < 0xC2, !(isSpace && isAfterSpace) else { return false }
            isAfterSpace = isSpace
        }
        return !isAfterSpace || bytes.isEmpty
    }

    private static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { text in
            var count = 0
            var isPending = false
            var index = 0
            while index < bytes.count {
                let length = whiteSpace(bytes, at: index)
                guard length == 0 else {
                    isPending = count > 0
                    index += length
                    continue
                }
                if isPending {
                    text[count] = 0x20
                    count += 1
                }
                isPending = false
                text[count] = bytes[index]
                count += 1
                index += 1
            }
            return count
        }
    }

    /// The number of bytes of a white-space character at `index`; 0 where there is none.
    private static func whiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch bytes[index] {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return second == 0x85 || second == 0xA0 ? 2 : 0
        case 0xE1: return second == 0x9A && third == 0x80 ? 3 : 0
        case 0xE2:
            // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
            let isSpace =
                second == 0x80 && ((0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF)
                || second == 0x81 && third == 0x9F
            return isSpace ? 3 : 0
        case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
        default: return 0
        }
    }
}
