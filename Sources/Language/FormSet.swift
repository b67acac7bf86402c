/// A set of word forms or lemmas by their `FoldedForm` hashes. Those are mixed already, so nothing is hashed once more to look
/// one up.
///
/// A class, so that handing it on costs one reference.
public final class FormSet: Sendable {
    @usableFromInline let slots: [UInt64]
    @usableFromInline let mask: Int
    public let isEmpty: Bool

    public init(_ hashes: some Sequence<UInt64>) {
        let hashes = Set(hashes).subtracting([0])
        var capacity = 4
        while capacity < hashes.count * 2 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        for hash in hashes {
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = hash
        }
        self.slots = slots
        mask = capacity - 1
        isEmpty = hashes.isEmpty
    }

    /// False for 0, which is no form's hash.
    @inlinable
    public func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot &+ 1) & mask
        }
        return false
    }
}

/// What is known of some word forms or lemmas, by their `FoldedForm` hashes.
///
/// A class, so that handing it on costs one reference.
public final class FormTable<Value: Sendable>: Sendable {
    /// The place of an entry in `keys` and `values`, or -1.
    @usableFromInline let slots: [Int32]
    @usableFromInline let keys: [UInt64]
    @usableFromInline let values: [Value]
    @usableFromInline let mask: Int

    public init(_ entries: [UInt64: Value]) {
        var capacity = 4
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        var keys: [UInt64] = []
        var values: [Value] = []
        for (key, value) in entries {
            var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(keys.count)
            keys.append(key)
            values.append(value)
        }
        self.slots = slots
        self.keys = keys
        self.values = values
        mask = capacity - 1
    }

    @inlinable
    public subscript(hash: UInt64) -> Value? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if keys[place] == hash { return values[place] }
            slot = (slot &+ 1) & mask
        }
        return nil
    }
}
