/// Which members of blocks are worth comparing: all of a small block, of a large one those that stand near each other. What a
/// key as common as a country's name brings together beyond that, rarer keys bring together as well.
enum Neighbours {
    /// With how many members behind it each of a block is compared.
    static let reach = 40

    /// For each of some things the later ones with which it shares a block, rising, each once.
    /// - Parameters:
    ///   - blocks: numbers of things, in each block rising.
    ///   - count: how many things there are.
    ///   - order: by which large blocks are sorted, so that what is near in it is compared.
    static func others(in blocks: [[Int]], count: Int, order: (Int) -> Int) -> [[Int]] {
        var others = [[Int32]](repeating: [], count: count)
        for var members in blocks where members.count > 1 {
            if members.count > reach { members.sort { (order($0), $0) < (order($1), $1) } }
            for (place, a) in members.enumerated() {
                for b in members[(place + 1)...].prefix(reach) { others[min(a, b)].append(Int32(max(a, b))) }
            }
        }
        return others.map(rising)
    }

    private static func rising(_ numbers: [Int32]) -> [Int] {
        var last: Int32 = -1
        return numbers.sorted().compactMap { number in
            defer { last = number }
            return number == last ? nil : Int(number)
        }
    }
}
