import Language

/// Packs averaged weights into the sections of a `WeightTable`.
struct TablePacker {
    /// Weights are multiplied by this before they are rounded.
    var scale: Float = 2.5
    /// Weights below this are dropped.
    var smallest: Float = 0.8
    /// The rows that are kept.
    var rows: Int

    private struct Row {
        var key: UInt64
        var weights: [Int]
        var worth: Float
        var frequency: Int

        var isWide: Bool { weights.contains { $0.magnitude > WeightTable.largestNarrowWeight } }
    }

    /// - Parameter frequency: how often a feature was seen.
    func add(
        _ table: [UInt64: [Float]], prefix: String, to writer: inout ModelFileWriter, frequency: (UInt64) -> Int
    ) -> String {
        let packed = kept(table, frequency)
        let wide = packed.count(where: \.isWide)
        let ordered = (packed.filter(\.isWide) + packed.filter { !$0.isWide })
        var capacity = 64
        while capacity < ordered.count * 4 / 3 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        var bytes: [UInt8] = []
        for (index, row) in ordered.enumerated() {
            var slot = Int(truncatingIfNeeded: row.key) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: row.key >> 52) << 20 | UInt32(index + 1)
            let entries = row.weights.indices.filter { row.weights[$0] != 0 }
            bytes.append(UInt8(entries.count))
            for column in entries {
                let weight = UInt16(bitPattern: Int16(row.weights[column]))
                bytes.append(UInt8(column))
                bytes.append(UInt8(truncatingIfNeeded: weight))
                if row.isWide { bytes.append(UInt8(weight >> 8)) }
            }
        }
        writer.add(prefix + "SL", slots)
        writer.add(prefix + "CT", [UInt32(ordered.count), UInt32(wide)])
        writer.add(prefix + "RW", bytes)
        return "\(prefix): \(ordered.count) of \(table.count) rows (\(wide) wide), \(bytes.count + capacity * 4) bytes"
    }

    /// The rows worth most, by their largest weight and how often they are used; the most used ones come first, so
    /// that they share pages and are found at once.
    private func kept(_ table: [UInt64: [Float]], _ frequency: (UInt64) -> Int) -> [Row] {
        let limit = Float(WeightTable.largestWeight)
        let all = table.map { key, weights in
            Row(
                key: key,
                weights: weights.map { weight in
                    weight.magnitude < smallest ? 0 : Int(max(-limit, min(limit, (weight * scale).rounded())))
                },
                worth: weights.reduce(0) { max($0, $1.magnitude) } * Float(frequency(key)).squareRoot(),
                frequency: frequency(key))
        }
        return all.filter { $0.weights.contains { $0 != 0 } }
            .sorted { $0.worth != $1.worth ? $0.worth > $1.worth : $0.key < $1.key }.prefix(rows)
            .sorted { $0.frequency != $1.frequency ? $0.frequency > $1.frequency : $0.key < $1.key }
    }
}
