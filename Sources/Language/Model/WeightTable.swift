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
        guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else { return nil }
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
    /// The work is cut into loops whose loads do not wait for one another, since most of them miss the cache.
    ///
    /// - Parameter scratch: working memory of `scratchSize` elements.
    /// - Precondition: `count <= mostFeatures`.
    @inline(__always)
    func score(
        _ keys: UnsafePointer<UInt64>, _ count: Int, scratch: UnsafeMutablePointer<UInt32>,
        into scores: UnsafeMutablePointer<Int16>
    ) {
        let wideRows = scratch + Self.mostFeatures
        for feature in 0..<count { scratch[feature] = slots[Int(truncatingIfNeeded: keys[feature] & mask)] }
        let wideLimit = UInt32(truncatingIfNeeded: wideCount)
        var (narrowFound, wideFound) = (0, 0)
        for feature in 0..<count where scratch[feature] != 0 {
            let row = find(keys[feature], first: scratch[feature], slots) & 0xF_FFFF
            scratch[narrowFound] = row &- wideLimit &- 1
            wideRows[wideFound] = row &- 1
            narrowFound &+= row > wideLimit ? 1 : 0
            wideFound &+= row != 0 && row <= wideLimit ? 1 : 0
        }
        for column in 0..<Self.width { scores[column] = 0 }
        touch(scratch, narrowFound, wideRows, wideFound)
        sumNarrow(scratch, narrowFound, into: scores)
        for place in 0..<wideFound {
            let row = wide + Int(wideRows[place]) &* Self.width
            for column in 0..<Self.width { scores[column] &+= row[column] }
        }
    }

    /// The elements of working memory that scoring needs.
    static let scratchSize = 2 * mostFeatures + 1

    /// Goes on from the first entry to the one with the key's fingerprint; 0 where there is none.
    @inline(__always)
    private func find(_ key: UInt64, first: UInt32, _ slots: UnsafeMutablePointer<UInt32>) -> UInt32 {
        let print = UInt32(truncatingIfNeeded: key >> 52)
        var entry = first
        var slot = key & mask
        while entry != 0, entry >> 20 != print {
            slot = (slot &+ 1) & mask
            entry = slots[Int(truncatingIfNeeded: slot)]
        }
        return entry
    }

    /// Reads a byte of each row, so that their loads overlap; the result is stored so that it is not optimised away.
    @inline(__always)
    private func touch(
        _ narrowRows: UnsafePointer<UInt32>, _ narrowFound: Int, _ wideRows: UnsafeMutablePointer<UInt32>,
        _ wideFound: Int
    ) {
        var touched: UInt32 = 0
        for place in 0..<narrowFound {
            touched |= UInt32(truncatingIfNeeded: narrow[Int(narrowRows[place]) &* Self.width])
        }
        wideRows[Self.mostFeatures] = touched
    }

    /// Adds rows four at a time, which fits 8 bits.
    @inline(__always)
    private func sumNarrow(_ rows: UnsafePointer<UInt32>, _ count: Int, into scores: UnsafeMutablePointer<Int16>) {
        @inline(__always) func row(_ place: Int) -> UnsafePointer<Int8> {
            UnsafePointer(narrow + Int(rows[place]) &* Self.width)
        }
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
