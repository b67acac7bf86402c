import Documents
import Extraction

/// Finds which event descriptions of several documents speak of one event: kinds of one family, times that can be one, and
/// enough in common of places, people and names. Two events that one document keeps apart stay apart.
struct EventGrouping {
    /// An event as one document describes it.
    struct Node {
        var document: String
        var event: Event
        var isMain: Bool
        var published: DayInterval?
    }

    private let nodes: [EventProfile]
    private let names: EventNames
    private var parent: [Int]
    /// Documents of each root's group, and the days on which its members say that it happened.
    private var documents: [Set<Int32>]
    private var days: [DayInterval?]

    /// - Parameter stories: the story of each document, by its id.
    init(_ nodes: [Node], families: [String: String], stories: [String: Int] = [:]) {
        var profiler = EventProfiler(families: families)
        self.nodes = nodes.map { profiler.profile($0) }
        names = profiler.names
        parent = Array(nodes.indices)
        documents = self.nodes.map { [$0.document] }
        days = self.nodes.map(\.narrowDays)
        for pair in candidates() { unite(pair) }
        uniteStories(nodes, stories)
    }

    /// What the documents of one story are about is one event, by whatever kind each calls it, where their times allow.
    private mutating func uniteStories(_ described: [Node], _ stories: [String: Int]) {
        let mains = described.indices.grouped { described[$0].isMain ? stories[described[$0].document] : nil }
        for (_, members) in mains where members.count <= Neighbours.reach {
            for (place, second) in members.enumerated() {
                for first in members[..<place] { unite(Pair(first, second)) }
            }
        }
    }

    /// The group of each node, named by its first node.
    var groups: [Int] {
        var copy = self
        var first: [Int: Int] = [:]
        return nodes.indices.map { index in
            let root = copy.root(index)
            if first[root] == nil { first[root] = index }
            return first[root] ?? index
        }
    }

    /// Pairs that are one event, the surest first, then in text order.
    private func candidates() -> [Pair] {
        var blocks = NumberLists()
        for node in nodes {
            for place in node.names { blocks.append(number: names.all[Int(place)].id) }
            blocks.endList()
        }
        var found: [Pair] = []
        Neighbours.forEachPair(in: blocks, count: names.spread.count, order: { nodes[$0].order }) { first, second in
            guard let likeness = nodes[first].likeness(to: nodes[second], by: names) else { return }
            found.append(Pair(first, second, points: likeness.points, isByPeople: likeness.isByPeople))
        }
        return found.sorted()
    }

    /// The surest is the least.
    private struct Pair: Comparable {
        var first: Int32
        var second: Int32
        var points: Int32
        var isByPeople: Bool

        init(_ first: Int, _ second: Int, points: Int = 0, isByPeople: Bool = false) {
            self.first = Int32(first)
            self.second = Int32(second)
            self.points = Int32(points)
            self.isByPeople = isByPeople
        }

        static func < (a: Pair, b: Pair) -> Bool { (-a.points, a.first, a.second) < (-b.points, b.first, b.second) }
    }

    /// Two descriptions of one event share at least one of these.
    static func blockingKeys(_ event: Event) -> Set<String> {
        Set((event.places + event.names + event.people).map { "place:" + PlaceName.key($0) })
    }

    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    private mutating func unite(_ pair: Pair) {
        let (a, b) = (root(Int(pair.first)), root(Int(pair.second)))
        guard a != b, documents[a].isDisjoint(with: documents[b]),
            pair.isByPeople || EventProfile.canBeOne(days[a], days[b])
        else { return }
        let (first, second) = (min(a, b), max(a, b))
        parent[second] = first
        // The smaller set goes into the larger one, whichever stays.
        if documents[first].count < documents[second].count { documents.swapAt(first, second) }
        documents[first].formUnion(documents[second])
        documents[second] = []
        days[first] = EventProfile.hull(days[first], days[second])
    }
}
