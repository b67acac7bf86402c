import CWeights

/// Sums of the weights of groups of features, as far as they were asked for of late: what a group looks at comes up again and
/// again, and one sum is found sooner than the weights of all its features.
struct ScoreMemo {
    /// How many sums are kept of a group, a power of two.
    private static let size = 2048

    private let memory: UnsafeMutableRawBufferPointer
    private let keys: UnsafeMutablePointer<UInt64>
    private let rows: UnsafeMutablePointer<Int16>

    /// Memory for the sums of some groups, which `deallocate` frees.
    static func allocate(groups: Int) -> ScoreMemo {
        let count = groups * size
        let keySize = count * MemoryLayout<UInt64>.stride
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: keySize + count * WeightTable.width * MemoryLayout<Int16>.stride, alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        let keys = memory.bindMemory(to: UInt64.self)
        let rows = UnsafeMutableRawBufferPointer(rebasing: memory[keySize...]).bindMemory(to: Int16.self)
        guard let keys = keys.baseAddress, let rows = rows.baseAddress else { preconditionFailure("no groups") }
        return ScoreMemo(memory: memory, keys: keys, rows: rows)
    }

    func deallocate() { memory.deallocate() }

    /// One sum, or what stands in its place.
    struct Place {
        let key: UInt64
        let kept: UnsafeMutablePointer<UInt64>
        let row: UnsafeMutablePointer<Int16>

        @inline(__always)
        var isKnown: Bool { kept.pointee == key }
    }

    /// Where the sum of a group is kept, which is asked for.
    ///
    /// - Parameter key: mixed well.
    @inline(__always)
    func place(_ group: Int, _ key: UInt64) -> Place {
        let slot = group &* Self.size | Int(truncatingIfNeeded: key) & (Self.size &- 1)
        weights_prefetch(keys + slot)
        return Place(key: key, kept: keys + slot, row: rows + slot &* WeightTable.width)
    }
}
