import CWeights
import Glibc

/// The weights of a trained linear classifier, by 64-bit feature key: one row of up to 64 classes for each feature.
///
/// In the file a row lists the classes with a weight; in memory rows are dense, so that scoring adds them up without a
/// branch. Keys are not stored: a slot holds 12 bits of the key as a fingerprint, so one unknown feature in some
/// thousands is taken for a known one.
package final class WeightTable: @unchecked Sendable {
    /// The columns of a row.
    package static let width = Int(weights_width)
    /// The most features that are added up for one decision; it bounds the weights, so that sums fit 16 bits.
    package static let mostFeatures = 128
    /// The largest absolute weight.
    package static let largestWeight = 32_767 / mostFeatures

    /// Four of these fit 8 bits.
    package static let largestNarrowWeight = 31

    /// Holds the rows and the slots.
    private let memory: UnsafeMutableRawBufferPointer
    private let table: weights_table

    /// - Parameter prefix: the first two letters of the names of the three sections.
    package init(_ file: ModelFile, prefix: String) throws(ModelError) {
        let slots = try file.section(prefix + "SL", of: UInt32.self)
        let counts = try file.section(prefix + "CT", of: UInt32.self)
        let rows = try file.section(prefix + "RW", of: UInt8.self)
        guard counts.count == 2, slots.count.nonzeroBitCount == 1, slots.contains(0) else {
            throw file.damaged("table \(prefix) has no valid sizes")
        }
        let (rowCount, wideCount) = (Int(counts[0]), Int(counts[1]))
        guard wideCount <= rowCount, rowCount < 1 << 20, rowCount <= rows.count,
            Self.pointsInside(slots, rowCount)
        else { throw file.damaged("table \(prefix) points outside itself") }
        // The rows come first, so that each begins at a line of the cache.
        let wideSize = wideCount * Self.width * MemoryLayout<Int16>.stride
        let zeroRow = Self.width
        let rowSize = wideSize + zeroRow + (rowCount - wideCount) * Self.width
        let slotCount = slots.count + Int(weights_window)
        let size = rowSize + slotCount * MemoryLayout<UInt32>.stride
        guard let memory = Self.zeros(size), let base = memory.baseAddress else {
            throw .unreadable(path: file.path, reason: "not enough memory")
        }
        self.memory = memory
        let wide = base.bindMemory(to: Int16.self, capacity: wideCount * Self.width)
        let narrow = (base + wideSize).bindMemory(to: Int8.self, capacity: rowSize - wideSize)
        let ownSlots = (base + rowSize).bindMemory(to: UInt32.self, capacity: slotCount)
        _ = UnsafeMutableBufferPointer(start: ownSlots, count: slots.count).update(from: slots)
        for place in slots.count..<slotCount { ownSlots[place] = slots[(place - slots.count) % slots.count] }
        table = weights_table(
            slots: ownSlots, mask: UInt64(slots.count - 1), wide: wide, narrow: narrow, wide_count: UInt32(wideCount))
        let isWhole = Self.expand(rows, wide, wideCount, narrow + zeroRow, rowCount - wideCount)
        guard isWhole else { throw file.damaged("table \(prefix) has a row that is cut") }
    }

    deinit { munmap(memory.baseAddress, memory.count) }

    /// Zeroed memory straight from the system, on large pages where it has them: rows are read from all over the table, so
    /// that with small ones most reads would look up the page as well.
    private static func zeros(_ size: Int) -> UnsafeMutableRawBufferPointer? {
        let page = 2 << 20
        let size = (size + page - 1) / page * page
        let flags = MAP_PRIVATE | MAP_ANONYMOUS
        guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else {
            return nil
        }
        madvise(memory, size, MADV_HUGEPAGE)
        return UnsafeMutableRawBufferPointer(start: memory, count: size)
    }

    /// True where each slot is empty or names a row; no branch, as there are many slots.
    private static func pointsInside(_ slots: UnsafeBufferPointer<UInt32>, _ rowCount: Int) -> Bool {
        var largest: UInt32 = 0
        var broken: UInt32 = 0
        for slot in slots {
            let row = slot & 0xF_FFFF
            largest = max(largest, row)
            broken |= slot != 0 && row == 0 ? 1 : 0
        }
        return broken == 0 && Int(largest) <= rowCount
    }

    /// Spreads the listed weights over dense rows; false where the list is not well formed.
    private static func expand(
        _ list: UnsafeBufferPointer<UInt8>, _ wide: UnsafeMutablePointer<Int16>, _ wideCount: Int,
        _ narrow: UnsafeMutablePointer<Int8>, _ narrowCount: Int
    ) -> Bool {
        guard let bytes = list.baseAddress else { return wideCount + narrowCount == 0 }
        var index = 0
        // The largest weight is checked once for all, to keep the loop short.
        var (largestWide, largestNarrow) = (UInt16(0), UInt8(0))
        for row in 0..<wideCount + narrowCount {
            guard index < list.count else { return false }
            let isWide = row < wideCount
            let end = index + 1 + Int(bytes[index]) * (isWide ? 3 : 2)
            guard end <= list.count else { return false }
            index += 1
            if isWide {
                let weights = wide + row * width
                while index < end {
                    let bits = UInt16(bytes[index + 1]) | UInt16(bytes[index + 2]) << 8
                    weights[Int(bytes[index] & 63)] = Int16(bitPattern: bits)
                    largestWide = max(largestWide, Int16(bitPattern: bits).magnitude)
                    index += 3
                }
            } else {
                let weights = narrow + (row - wideCount) * width
                while index < end {
                    let weight = Int8(bitPattern: bytes[index + 1])
                    weights[Int(bytes[index] & 63)] = weight
                    largestNarrow = max(largestNarrow, weight.magnitude)
                    index += 2
                }
            }
        }
        return index == list.count && largestWide <= largestWeight && largestNarrow <= largestNarrowWeight
    }

    /// Writes the sums of the rows of `keys` to `scores`, which holds `width` elements.
    ///
    /// - Parameter rows: working memory.
    /// - Precondition: `count <= mostFeatures`.
    @inline(__always)
    func score(
        _ keys: UnsafePointer<UInt64>, _ count: Int, _ rows: WeightRows, into scores: UnsafeMutablePointer<Int16>
    ) {
        rows.begin()
        rows.end(at: count, into: scores, isNew: true)
        request(keys, count)
        find(keys, rows)
        sum(rows)
    }

    // The three steps of scoring. Most of what the first two ask for is not in the cache, so whoever has other work does it
    // between the steps.

    /// Asks for what tells the rows of keys.
    @inline(__always)
    func request(_ keys: UnsafePointer<UInt64>, _ count: Int) { weights_request(table, keys, count) }

    /// Finds the rows of the keys that were asked for, asks for the rows, and adds the sums that were kept.
    @inline(__always)
    func find(_ keys: UnsafePointer<UInt64>, _ rows: WeightRows) { weights_find(table, keys, rows.rows) }

    /// Adds the rows that were found to the sums of their parts.
    @inline(__always)
    func sum(_ rows: WeightRows) { weights_sum(table, rows.rows) }
}

/// Which classes of a table may be chosen, by some states in which they are.
struct ClassChoice: Sendable {
    private let ceilings: [Int16]

    /// - Parameter isAllowed: whether a class may be chosen in a state; at least one must be in each that comes up.
    init(states: Int, _ isAllowed: (_ state: Int, _ place: Int) -> Bool) {
        ceilings = (0..<states).flatMap { state in
            (0..<WeightTable.width).map { isAllowed(state, $0) ? .max : .min }
        }
    }

    /// The class with the highest score, of several the first.
    @inline(__always)
    func best(_ scores: UnsafePointer<Int16>, _ state: Int) -> Int {
        ceilings.withUnsafeBufferPointer { ceilings in
            ceilings.baseAddress.map { weights_best(scores, $0 + state &* WeightTable.width) } ?? 0
        }
    }
}

/// The rows of the features of one decision, which are added up in parts.
struct WeightRows {
    fileprivate let rows: UnsafeMutablePointer<weights_rows>

    /// Memory for the features of any decision, which `deallocate` frees.
    static func allocate() -> WeightRows {
        let rows = UnsafeMutablePointer<weights_rows>.allocate(capacity: 1)
        rows.initialize(
            to: weights_rows(
                narrow: .allocate(capacity: WeightTable.mostFeatures),
                wide: .allocate(capacity: WeightTable.mostFeatures),
                parts: .allocate(capacity: Int(weights_most_parts)), part_count: 0,
                known: .allocate(capacity: Int(weights_most_parts)), known_count: 0))
        return WeightRows(rows: rows)
    }

    func deallocate() {
        rows.pointee.narrow.deallocate()
        rows.pointee.wide.deallocate()
        rows.pointee.parts.deallocate()
        rows.pointee.known.deallocate()
        rows.deallocate()
    }

    /// Begins a decision.
    @inline(__always)
    func begin() {
        rows.pointee.part_count = 0
        rows.pointee.known_count = 0
    }

    /// Ends a part behind the first `count` keys, and adds its sum to `sum`.
    ///
    /// - Parameter isNew: nothing was added to the sum yet.
    @inline(__always)
    func end(at count: Int, into sum: UnsafeMutablePointer<Int16>, isNew: Bool = false) {
        if isNew { sum.update(repeating: 0, count: WeightTable.width) }
        end(weights_part(key_end: count, wide_end: 0, sum: sum, kept: nil, kept_key: nil, key: 0))
    }

    /// Ends a part behind the first `count` keys, adds its sum to `sum`, and keeps it.
    @inline(__always)
    func end(at count: Int, into sum: UnsafeMutablePointer<Int16>, keptAt place: ScoreMemo.Place) {
        end(
            weights_part(
                key_end: count, wide_end: 0, sum: sum, kept: place.row, kept_key: place.kept,
                key: place.key))
    }

    @inline(__always)
    private func end(_ part: weights_part) {
        rows.pointee.parts[rows.pointee.part_count] = part
        rows.pointee.part_count &+= 1
    }

    /// Adds a sum that was kept to `sum`.
    @inline(__always)
    func add(_ place: ScoreMemo.Place, into sum: UnsafeMutablePointer<Int16>) {
        weights_prefetch(place.row)
        weights_prefetch(place.row + WeightTable.width / 2)
        rows.pointee.known[rows.pointee.known_count] = weights_known(kept: place.row, sum: sum)
        rows.pointee.known_count &+= 1
    }
}
