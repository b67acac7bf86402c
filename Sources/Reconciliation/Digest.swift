import CXXHash

/// A digest of texts that is the same in every run and on every machine.
package enum Digest {
    /// 32 hexadecimal digits: XXH3, 128 bits, in its canonical order of bytes.
    package static func hex(_ text: String) -> String {
        let hash = Array(text.utf8).withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        var canonical = XXH128_canonical_t()
        XXH128_canonicalFromHash(&canonical, hash)
        let digits = Array("0123456789abcdef".utf8)
        return withUnsafeBytes(of: canonical) { bytes in
            String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }

    /// XXH3, 64 bits: equal for equal texts, and for no others that anybody will meet.
    static func number(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { XXH3_64bits($0.baseAddress, $0.count) }
    }
}
