import CLibXML2

/// Character references such as `&amp;`, `&#8211;` and `&#x2013;`, as HTML and Markdown have them.
enum CharacterReference {
    /// The longest name libxml2 knows has 8 letters; numbers are cut off where they cannot be a scalar any more.
    private static let longestBody = 10

    /// The scalar of a reference that begins at `start` with `&` and ends with `;`, and the index after it; nil where
    /// none stands there.
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        let limit = min(text.count, start + 2 + longestBody)
        guard start + 2 < limit else { return nil }
        guard let end = text[(start + 1)..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let body = UnsafeBufferPointer(rebasing: text[(start + 1)..<end])
        guard let value = body.first == UInt8(ascii: "#") ? number(body.dropFirst()) : named(body),
            let scalar = Unicode.Scalar(value), value != 0
        else { return nil }
        return (scalar, end + 1)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        guard let first = digits.first else { return nil }
        if first | 0x20 == UInt8(ascii: "x") {
            return UInt32(String(decoding: digits.dropFirst(), as: UTF8.self), radix: 16)
        }
        return UInt32(String(decoding: digits, as: UTF8.self))
    }

    private static func named(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard !name.isEmpty, name.allSatisfy(\.isAlphanumeric) else { return nil }
        var terminated = Array(name)
        terminated.append(0)
        if let entity = htmlEntityLookup(terminated) { return entity.pointee.value }
        // HTML's table is of version 4, which lacks the apostrophe of XML.
        return name.elementsEqual("apos".utf8) ? 0x27 : nil
    }
}
