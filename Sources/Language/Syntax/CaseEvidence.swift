/// How a document writes its words where the writing tells something: whether a form stands in small letters anywhere,
/// and whether it has a capital inside a sentence.
///
/// It tells names from common words at the begin of a sentence and in headlines.
package struct CaseEvidence: ~Copyable {
    private let slots: UnsafeMutablePointer<UInt64>
    private let mask: Int

    private static let lower: UInt64 = 1
    private static let capital: UInt64 = 2

    /// - Parameter tokens: all tokens of the document.
    package init(_ tokens: [Token]) {
        var capacity = 64
        while capacity < tokens.count * 2 { capacity *= 2 }
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        mask = capacity - 1
        for index in tokens.indices where tokens[index].kind == .word {
            let token = tokens[index]
            guard token.shape.contains(.capitalized) else {
                add(token.hash, Self.lower)
                continue
            }
            // A capital tells nothing at the begin, in capitals, or in a row of capitalised words such as a headline's.
            let inside = index > 0 && !token.shape.contains(.sentenceStart) && !token.shape.contains(.allCapitals)
            if inside, tokens[index - 1].kind == .word, !tokens[index - 1].shape.contains(.capitalized) {
                add(token.hash, Self.capital)
            }
        }
    }

    deinit { slots.deallocate() }

    /// The slot of a hash: its upper 62 bits stand for it, the lower two hold what was seen.
    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 2) & mask
        while slots[slot] != 0, slots[slot] >> 2 != hash >> 2 { slot = (slot &+ 1) & mask }
        return slot
    }

    private func add(_ hash: UInt64, _ what: UInt64) {
        let slot = slot(of: hash)
        slots[slot] = hash & ~3 | slots[slot] & 3 | what
    }

    /// 0 nothing seen, 1 small letters, 2 capital inside a sentence, 3 both; only for capitalised words.
    @inline(__always)
    func writing(of token: Token) -> UInt8 {
        token.shape.contains(.capitalized) ? UInt8(truncatingIfNeeded: slots[slot(of: token.hash)] & 3) : 0
    }
}
