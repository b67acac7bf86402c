import CPrefetch
import Glibc

/// The weights of a trained linear classifier, by 64-bit feature key: one row of up to 64 classes for each feature.
///
/// In the file a row lists the classes with a weight; in memory rows are dense, so that scoring adds them up without a
/// branch. Keys are not stored: a slot holds 12 bits of the key as a fingerprint, so one unknown feature in some
/// thousands is taken for a known one.
package final class WeightTable: @unchecked Sendable {
    /// The columns of a row.
    package static let width = 64
    /// The most features that are added up for one decision; it bounds the weights, so that sums fit 16 bits.
    package static let mostFeatures = 128
    /// The largest absolute weight.
    package static let largestWeight = 32_767 / mostFeatures

    /// Four of these fit 8 bits.
    package static let largestNarrowWeight = 31

    /// Holds the rows and the slots.
    private let memory: UnsafeMutableRawBufferPointer
    private let slots: UnsafeMutablePointer<UInt32>
    private let mask: UInt64
    /// Rows with a weight beyond `largestNarrowWeight`; they come first.
    private let wide: UnsafeMutablePointer<Int16>
    private let wideCount: Int
    private let narrow: UnsafeMutablePointer<Int8>
    private let rowCount: Int

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
        let rowSize = wideSize + (rowCount - wideCount) * Self.width
        let size = rowSize + slots.count * MemoryLayout<UInt32>.stride
        guard let memory = Self.zeros(size), let base = memory.baseAddress else {
            throw .unreadable(path: file.path, reason: "not enough memory")
        }
        self.memory = memory
        wide = base.bindMemory(to: Int16.self, capacity: wideCount * Self.width)
        narrow = (base + wideSize).bindMemory(to: Int8.self, capacity: rowSize - wideSize)
        self.slots = (base + rowSize).bindMemory(to: UInt32.self, capacity: slots.count)
        _ = UnsafeMutableBufferPointer(start: self.slots, count: slots.count).update(from: slots)
        mask = UInt64(slots.count - 1)
        self.rowCount = rowCount
        self.wideCount = wideCount
        guard expand(rows) else { throw file.damaged("table \(prefix) has a row that is cut") }
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
    private func expand(_ list: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let bytes = list.baseAddress else { return rowCount == 0 }
        var index = 0
        // The largest weight is checked once for all, to keep the loop short.
        var (largestWide, largestNarrow) = (UInt16(0), UInt8(0))
        for row in 0..<rowCount {
            guard index < list.count else { return false }
            let isWide = row < wideCount
            let end = index + 1 + Int(bytes[index]) * (isWide ? 3 : 2)
            guard end <= list.count else { return false }
            index += 1
            if isWide {
                let weights = wide + row * Self.width
                while index < end {
                    let bits = UInt16(bytes[index + 1]) | UInt16(bytes[index + 2]) << 8
                    weights[Int(bytes[index] & 63)] = Int16(bitPattern: bits)
                    largestWide = max(largestWide, Int16(bitPattern: bits).magnitude)
                    index += 3
                }
            } else {
                let weights = narrow + (row - wideCount) * Self.width
                while index < end {
                    let weight = Int8(bitPattern: bytes[index + 1])
                    weights[Int(bytes[index] & 63)] = weight
                    largestNarrow = max(largestNarrow, weight.magnitude)
                    index += 2
                }
            }
        }
        return index == list.count && largestWide <= Self.largestWeight && largestNarrow <= Self.largestNarrowWeight
    }

    /// Writes the sums of the rows of `keys` to `scores`, which holds `width` elements.
    ///
    /// - Parameter rows: working memory.
    /// - Precondition: `count <= mostFeatures`.
    @inline(__always)
    func score(
        _ keys: UnsafePointer<UInt64>, _ count: Int, _ rows: inout WeightRows,
        into scores: UnsafeMutablePointer<Int16>
    ) {
        request(keys, count)
        find(keys, count, &rows)
        sum(rows, into: scores)
    }

    // The three steps of scoring. Most of what the first two ask for is not in the cache, so whoever has other work does it
    // between the steps.

    /// Asks for the slots of keys.
    @inline(__always)
    func request(_ keys: UnsafePointer<UInt64>, _ count: Int) {
        for feature in 0..<count { prefetch_memory(slots + Int(truncatingIfNeeded: keys[feature] & mask)) }
    }

    /// Finds the rows of keys and asks for them.
    @inline(__always)
    func find(_ keys: UnsafePointer<UInt64>, _ count: Int, _ rows: inout WeightRows) {
        // Which keys have weights cannot be foreseen, so this counts with bits instead of branches.
        var (found, pending) = (0, 0)
        for feature in 0..<count {
            let key = keys[feature]
            let entry = slots[Int(truncatingIfNeeded: key & mask)]
            let differs = entry >> 20 ^ UInt32(truncatingIfNeeded: key >> 52)
            let isUsed = (entry | (0 &- entry)) >> 31
            let isOwn = (differs &- 1) >> 31 & isUsed
            rows.found[found] = entry & 0xF_FFFF
            rows.pending[pending] = UInt32(truncatingIfNeeded: feature)
            found &+= Int(truncatingIfNeeded: isOwn)
            pending &+= Int(truncatingIfNeeded: isUsed &- isOwn)
        }
        for place in 0..<pending {
            let entry = findBehind(keys[Int(truncatingIfNeeded: rows.pending[place])])
            rows.found[found] = entry & 0xF_FFFF
            found &+= Int(truncatingIfNeeded: (entry | (0 &- entry)) >> 31)
        }
        separate(&rows, found)
    }

    /// Sorts the rows that were found by their sort of weights, and asks for them.
    @inline(__always)
    private func separate(_ rows: inout WeightRows, _ found: Int) {
        let wideLimit = UInt32(truncatingIfNeeded: wideCount)
        var (narrowFound, wideFound) = (0, 0)
        for place in 0..<found {
            let row = rows.found[place] &- 1
            let isWide = Int(truncatingIfNeeded: (row &- wideLimit) >> 31)
            rows.narrow[narrowFound] = row &- wideLimit
            rows.wide[wideFound] = row
            narrowFound &+= 1 &- isWide
            wideFound &+= isWide
        }
        for place in 0..<narrowFound { prefetch_memory(narrowRow(rows.narrow[place])) }
        for place in 0..<wideFound {
            prefetch_memory(wideRow(rows.wide[place]))
            prefetch_memory(wideRow(rows.wide[place]) + Self.width / 2)
        }
        rows.narrowCount = narrowFound
        rows.wideCount = wideFound
    }

    @inline(__always)
    private func narrowRow(_ row: UInt32) -> UnsafePointer<Int8> {
        UnsafePointer(narrow + Int(truncatingIfNeeded: row) &* Self.width)
    }

    @inline(__always)
    private func wideRow(_ row: UInt32) -> UnsafePointer<Int16> {
        UnsafePointer(wide + Int(truncatingIfNeeded: row) &* Self.width)
    }

    /// The entry with the key's fingerprint behind the slot where the key belongs; 0 where there is none.
    @inline(__always)
    private func findBehind(_ key: UInt64) -> UInt32 {
        let print = UInt32(truncatingIfNeeded: key >> 52)
        var slot = key & mask
        var entry: UInt32
        repeat {
            slot = (slot &+ 1) & mask
            entry = slots[Int(truncatingIfNeeded: slot)]
        } while entry != 0 && entry >> 20 != print
        return entry
    }

    /// Writes the sums of rows to `scores`, which holds `width` elements.
    @inline(__always)
    func sum(_ rows: WeightRows, into scores: UnsafeMutablePointer<Int16>) {
        for column in 0..<Self.width { scores[column] = 0 }
        sumNarrow(rows.narrow, rows.narrowCount, into: scores)
        for place in 0..<rows.wideCount {
            let row = wideRow(rows.wide[place])
            for column in 0..<Self.width { scores[column] &+= row[column] }
        }
    }

    /// Adds rows four at a time, which fits 8 bits.
    @inline(__always)
    private func sumNarrow(_ rows: UnsafePointer<UInt32>, _ count: Int, into scores: UnsafeMutablePointer<Int16>) {
        @inline(__always) func row(_ place: Int) -> UnsafePointer<Int8> { narrowRow(rows[place]) }
        var index = 0
        while index &+ 4 <= count {
            let (a, b, c, d) = (row(index), row(index &+ 1), row(index &+ 2), row(index &+ 3))
            for column in 0..<Self.width {
                scores[column] &+= Int16((a[column] &+ b[column]) &+ (c[column] &+ d[column]))
            }
            index &+= 4
        }
        while index < count {
            let row = row(index)
            for column in 0..<Self.width { scores[column] &+= Int16(row[column]) }
            index &+= 1
        }
    }
}

/// The rows of the features of one decision.
struct WeightRows {
    /// Counted from 1.
    fileprivate let found: UnsafeMutablePointer<UInt32>
    fileprivate let narrow: UnsafeMutablePointer<UInt32>
    fileprivate let wide: UnsafeMutablePointer<UInt32>
    /// The features whose slot belongs to another.
    fileprivate let pending: UnsafeMutablePointer<UInt32>
    fileprivate var narrowCount = 0
    fileprivate var wideCount = 0

    /// Memory for the features of any decision, which `deallocate` frees.
    static func allocate() -> WeightRows {
        let most = WeightTable.mostFeatures
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: 4 * most)
        return WeightRows(
            found: memory, narrow: memory + most, wide: memory + 2 * most, pending: memory + 3 * most)
    }

    func deallocate() { found.deallocate() }
}
