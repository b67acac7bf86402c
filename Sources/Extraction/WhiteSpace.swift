extension String {
    /// The same words with one space between them and none around.
    public var collapsingWhitespace: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var isPending = false
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let length = whiteSpace(at: index)
            if length > 0 {
                isPending = !bytes.isEmpty
                index = utf8.index(index, offsetBy: length)
                continue
            }
            if isPending { bytes.append(UInt8(ascii: " ")) }
            isPending = false
            bytes.append(utf8[index])
            index = utf8.index(after: index)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number of bytes of a white-space character at `index`; 0 where there is none.
    private func whiteSpace(at index: String.Index) -> Int {
        switch utf8[index] {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return follows([0x85], index) || follows([0xA0], index) ? 2 : 0
        case 0xE1: return follows([0x9A, 0x80], index) ? 3 : 0
        case 0xE2:
            let bytes = utf8[index...].prefix(3).dropFirst()
            guard let third = bytes.last else { return 0 }
            // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
            let isSpace =
                bytes.first == 0x80 && ((0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third))
                || bytes.first == 0x81 && third == 0x9F
            return isSpace ? 3 : 0
        case 0xE3: return follows([0x80, 0x80], index) ? 3 : 0
        default: return 0
        }
    }

    private func follows(_ bytes: [UInt8], _ index: String.Index) -> Bool {
        utf8[index...].dropFirst().starts(with: bytes)
    }
}
