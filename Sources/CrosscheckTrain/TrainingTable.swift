import Language

/// The weights of a classifier while it is trained: dense rows by feature key, with the sums that averaging needs.
final class TrainingTable {
    static let width = WeightTable.width

    private var keys: UnsafeMutablePointer<UInt64>
    private var rows: UnsafeMutablePointer<Int32>
    private var capacity: Int
    private(set) var count = 0
    private var weights: UnsafeMutablePointer<Float>
    private var sums: UnsafeMutablePointer<Float>
    private var room: Int
    /// Updates so far, for averaging.
    private(set) var step: Float = 1

    init() {
        capacity = 1 << 16
        room = 1 << 12
        keys = .allocate(capacity: capacity)
        rows = .allocate(capacity: capacity)
        weights = .allocate(capacity: room * Self.width)
        sums = .allocate(capacity: room * Self.width)
        keys.initialize(repeating: 0, count: capacity)
    }

    deinit {
        for pointer in [weights, sums] { pointer.deallocate() }
        keys.deallocate()
        rows.deallocate()
    }

    func advance() { step += 1 }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key >> 20 ^ key) & (capacity - 1)
        while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & (capacity &- 1) }
        return slot
    }

    @inline(__always)
    func score(_ features: UnsafePointer<UInt64>, _ count: Int, into scores: UnsafeMutablePointer<Float>) {
        for column in 0..<Self.width { scores[column] = 0 }
        for index in 0..<count {
            let slot = slot(features[index])
            guard keys[slot] != 0 else { continue }
            let row = weights + Int(rows[slot]) * Self.width
            for column in 0..<Self.width { scores[column] += row[column] }
        }
    }

    /// Raises the score of one class for these features and lowers that of another.
    func update(
        _ features: UnsafePointer<UInt64>, _ count: Int, raise: Int, lower: Int, where isKept: (UInt64) -> Bool
    ) {
        for index in 0..<count {
            let key = features[index]
            var slot = slot(key)
            if keys[slot] == 0 {
                guard isKept(key) else { continue }
                grow()
                slot = self.slot(key)
                insert(key, slot)
            }
            let row = Int(rows[slot]) * Self.width
            weights[row + raise] += 1
            sums[row + raise] += step
            weights[row + lower] -= 1
            sums[row + lower] -= step
        }
    }

    private func insert(_ key: UInt64, _ slot: Int) {
        keys[slot] = key
        rows[slot] = Int32(count)
        (weights + count * Self.width).initialize(repeating: 0, count: Self.width)
        (sums + count * Self.width).initialize(repeating: 0, count: Self.width)
        count += 1
    }

    private func grow() {
        if count == room {
            weights = Self.moved(weights, count * Self.width, to: room * 2 * Self.width)
            sums = Self.moved(sums, count * Self.width, to: room * 2 * Self.width)
            room *= 2
        }
        guard count * 2 > capacity else { return }
        let (oldKeys, oldRows, oldCapacity) = (keys, rows, capacity)
        capacity *= 2
        keys = .allocate(capacity: capacity)
        rows = .allocate(capacity: capacity)
        keys.initialize(repeating: 0, count: capacity)
        for old in 0..<oldCapacity where oldKeys[old] != 0 {
            let slot = slot(oldKeys[old])
            keys[slot] = oldKeys[old]
            rows[slot] = oldRows[old]
        }
        oldKeys.deallocate()
        oldRows.deallocate()
    }

    private static func moved(_ old: UnsafeMutablePointer<Float>, _ count: Int, to room: Int) -> UnsafeMutablePointer<
        Float
    > {
        let new = UnsafeMutablePointer<Float>.allocate(capacity: room)
        new.moveInitialize(from: old, count: count)
        old.deallocate()
        return new
    }

    /// Replaces each weight by its average over all steps.
    func average() {
        for place in 0..<count * Self.width { weights[place] -= sums[place] / step }
    }

    /// Adds `share` of each averaged row to `total`.
    func accumulate(into total: inout [UInt64: [Float]], share: Float) {
        for slot in 0..<capacity where keys[slot] != 0 {
            let row = weights + Int(rows[slot]) * Self.width
            var values = total[keys[slot]] ?? [Float](repeating: 0, count: Self.width)
            for column in 0..<Self.width { values[column] += row[column] * share }
            total[keys[slot]] = values
        }
    }
}

/// Counts how often features occur, by a few bits of their keys; features that share these bits are counted together.
final class FeatureCounter {
    private let counts: UnsafeMutablePointer<UInt8>
    private static let size = 1 << 27

    init() {
        counts = .allocate(capacity: Self.size)
        counts.initialize(repeating: 0, count: Self.size)
    }

    deinit { counts.deallocate() }

    @inline(__always)
    private func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 31) & (Self.size - 1) }

    func add(_ keys: UnsafePointer<UInt64>, _ count: Int) {
        for index in 0..<count {
            let place = place(keys[index])
            if counts[place] < 255 { counts[place] += 1 }
        }
    }

    func count(_ key: UInt64) -> Int { Int(counts[place(key)]) }
}

/// A generator of pseudo-random numbers that is the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        defer { state &+= 0x9E37_79B9_7F4A_7C15 }
        return Mixing.spread(state)
    }
}
