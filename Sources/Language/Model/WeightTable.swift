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

    private let slots: UnsafeBufferPointer<UInt32>
    private let mask: UInt64
    /// Rows with a weight beyond 8 bits; they come first.
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

    private static func zeros<Element: FixedWidthInteger>(_ type: Element.Type, rows: Int) -> UnsafeMutablePointer<Element>
    {
        let bytes = max(rows, 1) * width * MemoryLayout<Element>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        let typed = raw.bindMemory(to: type, capacity: max(rows, 1) * width)
        typed.initialize(repeating: 0, count: max(rows, 1) * width)
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
                    narrow[(row - wideCount) * Self.width + column] = Int8(bitPattern: rows[index + 1])
                }
                index += size
            }
        }
        return index == rows.count
    }

    /// Writes the sums of the rows of `keys` to `scores`, which holds `width` elements.
    ///
    /// - Precondition: `count <= mostFeatures`.
    @inline(__always)
    func score(_ keys: UnsafePointer<UInt64>, _ count: Int, into scores: UnsafeMutablePointer<Int16>) {
        withUnsafeTemporaryAllocation(of: UnsafePointer<Int8>.self, capacity: Self.mostFeatures + 4) { found in
            guard let rows = found.baseAddress, let slots = slots.baseAddress else { return }
            for column in 0..<Self.width { scores[column] = 0 }
            var filled = 0
            for feature in 0..<count {
                let key = keys[feature]
                let print = UInt32(truncatingIfNeeded: key >> 52)
                var slot = key & mask
                var entry = slots[Int(slot)]
                while entry != 0, entry >> 20 != print {
                    slot = (slot &+ 1) & mask
                    entry = slots[Int(slot)]
                }
                guard entry != 0 else { continue }
                let row = Int(entry & 0xF_FFFF) &- 1
                if row < wideCount {
                    let weights = wide + row * Self.width
                    for column in 0..<Self.width { scores[column] &+= weights[column] }
                } else {
                    rows[filled] = UnsafePointer(narrow + (row &- wideCount) * Self.width)
                    filled &+= 1
                }
            }
            Self.sum(rows, filled, into: scores)
        }
    }

    @inline(__always)
    private static func sum(
        _ rows: UnsafeMutablePointer<UnsafePointer<Int8>>, _ count: Int, into scores: UnsafeMutablePointer<Int16>
    ) {
        var index = 0
        while index &+ 4 <= count {
            let (a, b, c, d) = (rows[index], rows[index &+ 1], rows[index &+ 2], rows[index &+ 3])
            for column in 0..<width {
                scores[column] &+= (Int16(a[column]) &+ Int16(b[column])) &+ (Int16(c[column]) &+ Int16(d[column]))
            }
            index &+= 4
        }
        while index < count {
            let row = rows[index]
            for column in 0..<width { scores[column] &+= Int16(row[column]) }
            index &+= 1
        }
    }
}
