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
    /// The keys, 0 for an empty slot, and for each where its value is.
    @usableFromInline let slots: [UInt64]
    @usableFromInline let places: [Int32]
    @usableFromInline let values: [Value]
    @usableFromInline let mask: Int

    /// - Parameter entries: an entry of 0, which is no form's hash, is left out.
    public init(_ entries: [UInt64: Value]) {
        var capacity = 4
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        var places = [Int32](repeating: 0, count: capacity)
        var values: [Value] = []
        for (key, value) in entries where key != 0 {
            var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = key
            places[slot] = Int32(values.count)
            values.append(value)
        }
        self.slots = slots
        self.places = places
        self.values = values
        mask = capacity - 1
    }

    @inlinable
    public subscript(hash: UInt64) -> Value? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return values[Int(places[slot])] }
            slot = (slot &+ 1) & mask
        }
        return nil
    }
}
