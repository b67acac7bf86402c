import CWeights

/// The tags that words had in the training texts.
package struct TagDictionary: @unchecked Sendable {
    /// One word: its hash, the set of its tags (bit = code), and the code of its only tag or 255.
    package struct Entry: BitwiseCopyable {
        package let hash: UInt64
        package let mask: UInt64
        package let fixed: UInt64

        package init(hash: UInt64, mask: UInt64, fixed: UInt8) {
            self.hash = hash
            self.mask = mask
            self.fixed = UInt64(fixed)
        }
    }

    private let slots: UnsafeBufferPointer<Entry>
    private let mask: Int
    private let owner: AnyObject

    /// - Parameter slots: a table as `table(of:)` makes it; `owner` keeps it alive.
    init?(_ slots: UnsafeBufferPointer<Entry>, owner: AnyObject) {
        guard slots.count.nonzeroBitCount == 1, slots.contains(where: { $0.hash == 0 }) else { return nil }
        self.slots = slots
        mask = slots.count - 1
        self.owner = owner
    }

    /// For training, where there is no file yet.
    package init(entries: [Entry]) {
        final class Owner {
            let memory: UnsafeMutableBufferPointer<Entry>
            init(_ memory: UnsafeMutableBufferPointer<Entry>) { self.memory = memory }
            deinit { memory.deallocate() }
        }
        let table = Self.table(of: entries)
        let memory = UnsafeMutableBufferPointer<Entry>.allocate(capacity: table.count)
        _ = memory.initialize(from: table)
        slots = UnsafeBufferPointer(memory)
        mask = table.count - 1
        owner = Owner(memory)
    }

    /// A hash table with linear probing.
    package static func table(of entries: [Entry]) -> [Entry] {
        var capacity = 16
        while capacity < entries.count * 3 / 2 + 1 { capacity *= 2 }
        var table = [Entry](repeating: Entry(hash: 0, mask: 0, fixed: 255), count: capacity)
        for entry in entries {
            var slot = Int(truncatingIfNeeded: entry.hash) & (capacity - 1)
            while table[slot].hash != 0 { slot = (slot + 1) & (capacity - 1) }
            table[slot] = entry
        }
        return table
    }

    /// Asks for the memory that holds the entry of a word.
    @inline(__always)
    func request(_ hash: UInt64) {
        if let base = slots.baseAddress { weights_prefetch(base + (Int(truncatingIfNeeded: hash) & mask)) }
    }

    @inline(__always)
    func entry(of hash: UInt64) -> (mask: UInt64, fixed: UInt8) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = slots[slot]
            if entry.hash == hash { return (entry.mask, UInt8(truncatingIfNeeded: entry.fixed)) }
            if entry.hash == 0 { return (0, 255) }
            slot = (slot &+ 1) & mask
        }
    }
}
