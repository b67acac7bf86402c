/// Which members of blocks are worth comparing: all of a small block, of a large one those that stand near each other. What a
/// key as common as a country's name brings together beyond that, rarer keys bring together as well.
enum Neighbours {
    /// With how many members behind it each of a block is compared.
    static let reach = 40

    /// Calls `body` once with each two of some things that stand near each other in a block, the earlier thing first.
    /// - Parameters:
    ///   - blocks: the numbers of the blocks in which each thing is, rising.
    ///   - count: how many blocks there are.
    ///   - order: by which large blocks are sorted, so that what is near in it is compared.
    static func forEachPair(
        in blocks: NumberLists, count: Int, order: (Int) -> Int, _ body: (Int, Int) -> Void
    ) {
        let members = members(of: blocks, count: count, order: order)
        let places = places(of: members, in: blocks)
        var lastPartner = [Int](repeating: -1, count: blocks.count)
        for thing in 0..<blocks.count {
            for membership in blocks.range(thing) {
                let block = members.range(Int(blocks.numbers[membership]))
                let place = places[membership]
                for near in max(block.lowerBound, place - reach)..<min(block.upperBound, place + reach + 1) {
                    let other = Int(members.numbers[near])
                    guard other < thing, lastPartner[other] != thing else { continue }
                    lastPartner[other] = thing
                    body(other, thing)
                }
            }
        }
    }

    /// The members of each block, rising, those of a large one in order.
    private static func members(of blocks: NumberLists, count: Int, order: (Int) -> Int) -> NumberLists {
        var members = blocks.inverted(count: count)
        for block in 0..<count where members.range(block).count > reach {
            members.sort(block) { (order(Int($0)), $0) < (order(Int($1)), $1) }
        }
        return members
    }

    /// Where each thing stands among the members of each of its blocks.
    private static func places(of members: NumberLists, in blocks: NumberLists) -> [Int] {
        var places = [Int](repeating: 0, count: blocks.numbers.count)
        // Both the blocks of a thing and the blocks here come rising.
        var next = (0..<blocks.count).map { blocks.range($0).lowerBound }
        for (place, thing) in members.numbers.enumerated() {
            places[next[Int(thing)]] = place
            next[Int(thing)] += 1
        }
        return places
    }
}
