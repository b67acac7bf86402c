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

    private let slots: UnsafeBufferPointer<UInt32>
    private let mask: UInt64
    /// Rows with a weight beyond `largestNarrowWeight`; they come first.
    private let wide: UnsafeMutablePointer<Int16>
    private let wideCount: Int
    private let narrow: UnsafeMutablePointer<Int8>
    private let rowCount: Int
    private let file: ModelFile

    /// - Parameter prefix: the first two letters of the names of the three sections.
    package init(_ file: ModelFile, prefix: String) throws(ModelError) {
        self.file = file
        let slots = try file.section(prefix + "SL", of: UInt32.self)
        let counts = try file.section(prefix + "CT", of: UInt32.self)
        let rows = try file.section(prefix + "RW", of: UInt8.self)
        guard counts.count == 2, slots.count.nonzeroBitCount == 1, slots.contains(0) else {
            throw file.damaged("table \(prefix) has no valid sizes")
        }
        let (rowCount, wideCount) = (Int(counts[0]), Int(counts[1]))
        guard wideCount <= rowCount, rowCount < 1 << 20, rowCount <= rows.count,
            slots.allSatisfy({ $0 == 0 || (1...rowCount).contains(Int($0 & 0xF_FFFF)) })
        else { throw file.damaged("table \(prefix) points outside itself") }
        self.slots = slots
        mask = UInt64(slots.count - 1)
        self.rowCount = rowCount
        self.wideCount = wideCount
        wide = Self.zeros(Int16.self, rows: wideCount)
        narrow = Self.zeros(Int8.self, rows: rowCount - wideCount)
        guard expand(rows) else { throw file.damaged("table \(prefix) has a row that is cut") }
    }

    deinit {
        wide.deallocate()
        narrow.deallocate()
    }

    /// Zeroed memory whose rows begin at cache lines.
    private static func zeros<Element: FixedWidthInteger>(_ type: Element.Type, rows: Int) -> UnsafeMutablePointer<
        Element
    > {
        let count = max(rows, 1) * width
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
        let typed = raw.bindMemory(to: type, capacity: count)
        typed.initialize(repeating: 0, count: count)
        return typed
    }

    /// Spreads the listed weights over dense rows; false where the list is not well formed.
    private func expand(_ rows: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        for row in 0..<rowCount {
            guard index < rows.count else { return false }
            let count = Int(rows[index])
            let size = row < wideCount ? 3 : 2
            index += 1
            guard index + count * size <= rows.count else { return false }
            for _ in 0..<count {
                let column = Int(rows[index] & 63)
                if row < wideCount {
                    let weight = Int16(bitPattern: UInt16(rows[index + 1]) | UInt16(rows[index + 2]) << 8)
                    guard weight.magnitude <= Self.largestWeight else { return false }
                    wide[row * Self.width + column] = weight
                } else {
                    let weight = Int8(bitPattern: rows[index + 1])
                    guard weight.magnitude <= Self.largestNarrowWeight else { return false }
                    narrow[(row - wideCount) * Self.width + column] = weight
                }
                index += size
            }
        }
        return index == rows.count
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
        guard let slots = slots.baseAddress else { return }
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
    private func find(_ key: UInt64, first: UInt32, _ slots: UnsafePointer<UInt32>) -> UInt32 {
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
