import CXXHash

/// A digest of texts that is the same in every run and on every machine.
package enum Digest {
    /// 32 hexadecimal digits: XXH3, 128 bits, in its canonical order of bytes.
    package static func hex(_ text: String) -> String {
        let hash = Array(text.utf8).withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        var canonical = XXH128_canonical_t()
        XXH128_canonicalFromHash(&canonical, hash)
        return withUnsafeBytes(of: canonical) { bytes in
            bytes.map { byte in
                let digits = String(byte, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
        }
    }
}
