/// How feature keys are made: symbols are 64-bit words with well-mixed bits, and a key is the exclusive or of a
/// template's salt with its symbols, each turned by another amount.
package enum Mixing {
    /// Spreads a small number over 64 bits (the finaliser of SplitMix64, by Sebastiano Vigna).
    @inline(__always)
    package static func spread(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    @inline(__always)
    static func second(_ symbol: UInt64) -> UInt64 { symbol << 21 | symbol >> 43 }

    @inline(__always)
    static func third(_ symbol: UInt64) -> UInt64 { symbol << 42 | symbol >> 22 }

    @inline(__always)
    static func fourth(_ symbol: UInt64) -> UInt64 { symbol << 11 | symbol >> 53 }

    /// Symbols of small codes (tags, relations, distances), in one table that features read by pointer.
    package static let table: [UInt64] = (0..<1024).map { spread(UInt64($0) &+ 0x5EED) }
}

/// Collects the keys of one decision.
struct KeyWriter {
    let keys: UnsafeMutablePointer<UInt64>
    private(set) var count = 0
    private var salt: UInt64 = 0x243F_6A88_85A3_08D3

    @inline(__always)
    init(_ keys: UnsafeMutablePointer<UInt64>) { self.keys = keys }

    @inline(__always)
    private mutating func put(_ symbols: UInt64) {
        salt = salt &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
        // The low bits of the salt's generator are weak, so its halves are folded.
        keys[count] = symbols ^ salt ^ salt >> 32
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ a: UInt64) { put(a) }

    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64) { put(a ^ Mixing.second(b)) }

    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) { put(a ^ Mixing.second(b) ^ Mixing.third(c)) }

    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        put(a ^ Mixing.second(b) ^ Mixing.third(c) ^ Mixing.fourth(d))
    }
}
