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

    /// Stands for some symbols in their order.
    @inline(__always)
    static func key(
        _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64 = 0, _ e: UInt64 = 0, _ f: UInt64 = 0, _ g: UInt64 = 0,
        _ h: UInt64 = 0
    ) -> UInt64 {
        @inline(__always) func turned(_ symbol: UInt64, by bits: UInt64) -> UInt64 {
            symbol << bits | symbol >> (64 - bits)
        }
        return a ^ turned(b, by: 7) ^ turned(c, by: 19) ^ turned(d, by: 29) ^ turned(e, by: 37) ^ turned(f, by: 43)
            ^ turned(g, by: 53) ^ turned(h, by: 59)
    }

    /// Symbols of small codes (tags, relations, distances) and behind them the salts of templates, in one table that features
    /// read by pointer.
    package static let table: [UInt64] = (0..<firstSalt).map { spread(UInt64($0) &+ 0x5EED) } + salts

    /// Where the salts begin in the table.
    static let firstSalt = 1024

    private static let salts: [UInt64] = {
        var salt = Salt()
        return (0..<WeightTable.mostFeatures).map { _ in salt.next() }
    }()
}

/// Makes the salts of templates, one after the other.
private struct Salt {
    private var state: UInt64 = 0x243F_6A88_85A3_08D3

    @inline(__always)
    mutating func next() -> UInt64 {
        state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
        // The low bits of the generator are weak, so its halves are folded.
        return state ^ state >> 32
    }
}

/// Collects the keys of a decision whose templates come in any order, each with its number.
struct TemplateWriter {
    private let keys: UnsafeMutablePointer<UInt64>
    private let salts: UnsafePointer<UInt64>
    private(set) var count = 0

    /// - Parameter table: `Mixing.table`.
    @inline(__always)
    init(_ keys: UnsafeMutablePointer<UInt64>, table: UnsafePointer<UInt64>) {
        self.keys = keys
        salts = table + Mixing.firstSalt
    }

    @inline(__always)
    private mutating func put(_ template: Int, _ symbols: UInt64) {
        keys[count] = symbols ^ salts[template]
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ template: Int, _ a: UInt64) { put(template, a) }

    @inline(__always)
    mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64) { put(template, a ^ Mixing.second(b)) }

    @inline(__always)
    mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
        put(template, a ^ Mixing.second(b) ^ Mixing.third(c))
    }

    @inline(__always)
    mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        put(template, a ^ Mixing.second(b) ^ Mixing.third(c) ^ Mixing.fourth(d))
    }
}

/// Collects the keys of one decision, whose templates come in their order.
struct KeyWriter {
    let keys: UnsafeMutablePointer<UInt64>
    private(set) var count = 0
    private var salt = Salt()

    @inline(__always)
    init(_ keys: UnsafeMutablePointer<UInt64>) { self.keys = keys }

    @inline(__always)
    private mutating func put(_ symbols: UInt64) {
        keys[count] = symbols ^ salt.next()
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
