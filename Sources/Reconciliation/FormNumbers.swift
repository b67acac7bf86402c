/// Numbers of words by their `FoldedForm` hashes. Those are mixed already, so nothing is hashed once more to look one up.
struct FormNumbers {
    /// The hash of each word.
    private var hashes: [UInt64] = []
    /// Numbers, or -1; twice as many as there are words at the least.
    private var slots = [Int32](repeating: -1, count: 64)

    /// The number of a hash: that which it has, or the next.
    mutating func number(of hash: UInt64) -> Int32 {
        let slot = slot(of: hash)
        if slots[slot] >= 0 { return slots[slot] }
        let number = Int32(hashes.count)
        hashes.append(hash)
        slots[slot] = number
        if hashes.count * 2 > slots.count { grow() }
        return number
    }

    /// The slot of a hash, or the empty one where it belongs.
    private func slot(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() { slots[slot(of: hash)] = Int32(number) }
    }
}
