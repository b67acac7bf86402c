import Glibc

/// Bytes of a file to UTF-8 without byte order mark.
///
/// A byte order mark decides, then what the caller says the file declares of itself, then UTF-8. Nothing is guessed and
/// nothing replaced: bytes that the encoding does not allow are an error with their offset.
struct TextDecoding {
    let path: String

    /// - Parameter declared: the encoding the text names for itself; nil where it names none.
    /// - Throws: `binary`, `undecodable`, `unknownEncoding`.
    func decode(_ bytes: [UInt8], declared: String? = nil) throws(DocumentError) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return try decodeUTF16(bytes, highByte: 1, name: "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(bytes, highByte: 0, name: "UTF-16BE") }
        try rejectBinary(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try validate(bytes, from: 3) }
        if let declared, let encoding = Self.converterName(declared) { return try convert(bytes, encoding) }
        return try validate(bytes, from: 0)
    }

    /// How much of a text's beginning is looked at for control characters, and the share of them that no text has.
    private static let binaryProbe = (bytes: 4096, controlsPerHundred: 10)

    private func rejectBinary(_ bytes: [UInt8]) throws(DocumentError) {
        if let offset = bytes.firstIndex(of: 0) { throw .binary(path: path, offset: offset) }
        let probe = bytes.prefix(Self.binaryProbe.bytes)
        let isControl = { (byte: UInt8) in byte < 0x20 && !byte.isWhitespace && byte != 0x1B && byte != 0x0B }
        if probe.count(where: isControl) * 100 > probe.count * Self.binaryProbe.controlsPerHundred {
            throw .binary(path: path, offset: probe.firstIndex(where: isControl) ?? 0)
        }
    }

    private func validate(_ bytes: [UInt8], from start: Int) throws(DocumentError) -> [UInt8] {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw .undecodable(path: path, encoding: "UTF-8", offset: error.byteOffsets.lowerBound)
        }
        return start == 0 ? bytes : Array(bytes[start...])
    }

    /// - Parameter highByte: the place of a code unit's high byte, 0 or 1.
    private func decodeUTF16(_ bytes: [UInt8], highByte: Int, name: String) throws(DocumentError) -> [UInt8] {
        func unit(_ index: Int) -> UInt32 {
            UInt32(bytes[index + highByte]) << 8 | UInt32(bytes[index + 1 - highByte])
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 2
        while index < bytes.count {
            guard index + 1 < bytes.count else {
                throw .undecodable(path: path, encoding: name, offset: index)
            }
            var value = unit(index)
            let first = index
            index += 2
            if value & 0xFC00 == 0xD800, index + 1 < bytes.count, unit(index) & 0xFC00 == 0xDC00 {
                value = 0x10000 + (value & 0x3FF) << 10 + unit(index) & 0x3FF
                index += 2
            }
            guard let scalar = Unicode.Scalar(value) else {
                throw .undecodable(path: path, encoding: name, offset: first)
            }
            if value == 0 { throw .binary(path: path, offset: first) }
            text.append(contentsOf: UTF8.encode(scalar)!)
        }
        return text
    }

    /// The name a declared encoding is converted by; nil for UTF-8, and for UTF-16, which a text whose declaration can
    /// be read as ASCII is not. Latin-1 and ASCII labels mean Windows-1252 (WHATWG Encoding Standard, section 4.2).
    private static func converterName(_ declared: String) -> String? {
        let label = declared.lowercased()
        if ["utf-8", "utf8", "unicode-1-1-utf-8"].contains(label) || label.hasPrefix("utf-16") { return nil }
        let latin = ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "cp1252"]
        return latin.contains(label) ? "windows-1252" : label
    }

    private func convert(_ bytes: [UInt8], _ encoding: String) throws(DocumentError) -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
            throw .unknownEncoding(path: path, encoding: encoding)
        }
        defer { iconv_close(converter) }
        var source = bytes
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 4)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var done = 0
        while done < bytes.count {
            let (read, written, failed) = Self.step(converter, &source, from: done, into: &room)
            text.append(contentsOf: room[..<written])
            done += read
            if failed || read == 0 { throw .undecodable(path: path, encoding: encoding, offset: done) }
        }
        return text
    }

    /// One call of the converter: bytes read, bytes written, and whether it stopped for anything but want of room.
    private static func step(
        _ converter: iconv_t, _ source: inout [UInt8], from start: Int, into room: inout [UInt8]
    ) -> (read: Int, written: Int, failed: Bool) {
        source.withUnsafeMutableBytes { source in
            room.withUnsafeMutableBytes { room in
                var input = source.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
                var output = room.baseAddress?.assumingMemoryBound(to: CChar.self)
                var inputLeft = source.count - start
                var outputLeft = room.count
                let failed = iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1 && errno != E2BIG
                return (source.count - start - inputLeft, room.count - outputLeft, failed)
            }
        }
    }
}
