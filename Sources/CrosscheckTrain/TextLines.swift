import FoundationEssentials

/// A text file as lines of bytes, read at once.
struct TextLines {
    private let bytes: [UInt8]

    init(path: String) throws { bytes = try [UInt8](Data(contentsOf: URL(filePath: path))) }

    /// Calls `body` with each line, without its end.
    func forEach(_ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            try body(bytes[start..<end])
            start = end + 1
        }
    }
}

extension ArraySlice<UInt8> {
    var string: String { String(decoding: self, as: UTF8.self) }

    /// The parts between the bytes `separator`, empty ones left out.
    func words(_ separator: UInt8 = UInt8(ascii: " ")) -> [ArraySlice<UInt8>] { split(separator: separator) }
}
