import Documents
import Extraction

/// Finds which event descriptions of several documents speak of one event: the same kind, a place in common, and times that
/// can be one. Two events that one document keeps apart stay apart.
struct EventGrouping {
    /// An event as one document describes it.
    struct Node: Hashable {
        var document: String
        var key: String
        var event: Event
        var isMain: Bool
        var published: DayInterval?
    }

    private let nodes: [Node]
    private var parent: [Int]
    /// Documents of each root's group.
    private var documents: [Set<String>]

    init(_ nodes: [Node]) {
        self.nodes = nodes
        parent = Array(nodes.indices)
        documents = nodes.map { [$0.document] }
        for (a, b) in candidates() { unite(a, b) }
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

    /// Pairs that are one event, the surest first: more places in common, then text order.
    private func candidates() -> [(Int, Int)] {
        var blocks: [String: [Int]] = [:]
        for (index, node) in nodes.enumerated() {
            for key in Self.blockingKeys(node.event) { blocks[key, default: []].append(index) }
        }
        var pairs: [[Int]: Int] = [:]
        for members in blocks.values {
            for (place, a) in members.enumerated() {
                for b in members[(place + 1)...] where Self.areOne(nodes[a], nodes[b]) {
                    pairs[[a, b], default: 0] += 1
                }
            }
        }
        return pairs.sorted { (-$0.value, $0.key[0], $0.key[1]) < (-$1.value, $1.key[0], $1.key[1]) }
            .map { ($0.key[0], $0.key[1]) }
    }

    /// Two descriptions of one event share at least one of these.
    static func blockingKeys(_ event: Event) -> Set<String> {
        Set((event.places + event.names).map { "place:" + PlaceName.key($0) })
    }

    /// Days by which reports of one event may differ when each names a single day.
    private static let slack = 3

    private static func areOne(_ a: Node, _ b: Node) -> Bool {
        guard a.document != b.document, kindsAgree(a.event.kind, b.event.kind) else { return false }
        guard PlaceName.share(a.event.places, b.event.places) || haveOneSetting(a, b), let first = time(a),
            let second = time(b)
        else { return false }
        let near = DayInterval(first.first + -slack, first.last + slack)
        return first.overlaps(second) || (first.days == 1 && second.days == 1 && near.overlaps(second))
    }

    /// Documents about an event that name two places in common speak of one setting.
    private static func haveOneSetting(_ a: Node, _ b: Node) -> Bool {
        a.isMain && b.isMain && blockingKeys(a.event).intersection(blockingKeys(b.event)).count >= 2
    }

    /// An incident is an event of a kind that the document does not name.
    private static func kindsAgree(_ a: String, _ b: String) -> Bool { a == b || a == "incident" || b == "incident" }

    /// When it happened: as told; what a document is about goes on up to its publication where that is near, and happened in
    /// the two weeks before it where no time is told.
    private static func time(_ node: Node) -> DayInterval? {
        guard node.isMain, let published = node.published else { return node.event.time }
        guard let told = node.event.time else { return Event.freshDays(published: published) }
        let isNews = told.first <= published.last && published.first - told.last <= 60
        return isNews ? DayInterval(told.first, max(told.last, published.last)) : told
    }

    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    private mutating func unite(_ a: Int, _ b: Int) {
        let first = root(a)
        let second = root(b)
        guard first != second, documents[first].isDisjoint(with: documents[second]) else { return }
        parent[max(first, second)] = min(first, second)
        documents[min(first, second)].formUnion(documents[max(first, second)])
    }
}
