import Documents
import Extraction

/// Groups documents that tell one story: those that turn on the same names, rare ones above all.
///
/// A name that comes up in many weeks tells little, whatever it names, and a story is held together by names that at least
/// half of its documents share, so that no passing name chains one story to the next.
struct StoryGrouping {
    /// The story of each document, by its id.
    let storyOf: [String: Int]

    init(_ claims: [Claim]) {
        var documents = StoryDocuments(claims)
        documents.measureSpread()
        var merger = StoryMerger(documents)
        for link in documents.links() { merger.unite(link) }
        var storyOf: [String: Int] = [:]
        for (index, id) in documents.ids.enumerated() { storyOf[id] = merger.root(index) }
        self.storyOf = storyOf
    }
}

/// The documents of some claims with the names that they turn on.
private struct StoryDocuments {
    struct Link {
        var first: Int
        var second: Int
        var weight: Int
    }

    private(set) var ids: [String] = []
    /// Numbers of the names of each document, rising.
    private(set) var names: [[Int]] = []
    /// Those that come first in each: what it turns on most.
    private var foremost: [Set<Int>] = []
    private var published: [DayInterval?] = []
    /// What each name tells when it is rare: a name of several words more than one.
    private var base: [Int] = []
    private var spread: [Int] = []

    init(_ claims: [Claim]) {
        var known: Set<String> = []
        var numbers: [String: Int] = [:]
        for claim in claims where known.insert(claim.document).inserted {
            ids.append(claim.document)
            published.append(claim.published)
            var own: Set<Int> = []
            for name in claim.about {
                if numbers[name] == nil {
                    numbers[name] = base.count
                    base.append(name.contains(" ") ? 25 : 20)
                }
                if let number = numbers[name] { own.insert(number) }
            }
            names.append(own.sorted())
            foremost.append(Set(claim.about.prefix(Self.few).compactMap { numbers[$0] }))
        }
    }

    /// Counts in how many weeks each name comes up.
    mutating func measureSpread() {
        var weeks = [Set<Int>](repeating: [], count: base.count)
        for (document, own) in names.enumerated() {
            let week = published[document].map { $0.first.number / 7 } ?? .min
            for name in own { weeks[name].insert(week) }
        }
        spread = weeks.map(\.count)
    }

    static let fewWeeks = 4
    /// How many names a document turns on most.
    private static let few = 3

    func weight(_ name: Int) -> Int { base[name] * Self.fewWeeks / max(Self.fewWeeks, spread[name]) }

    /// What two documents must share: two names, or one of several words that both turn on most. A document of few names can
    /// share no more than it has.
    private static let enough = 40

    func enough(_ a: Int, _ b: Int) -> Int { min(Self.enough, total(a), total(b)) }

    /// What the names that hold a story together must weigh.
    static let core = 20

    private func total(_ document: Int) -> Int {
        // A document with no name tells of nothing that another could.
        max(1, names[document].reduce(0) { $0 + base[$1] })
    }

    /// How many documents that share a name are looked at for each: the nearest in time.
    private static let reach = 40
    /// Documents further apart than this tell one story only where they share twice as much.
    private static let days = 90

    /// Pairs that share enough, those that share most first.
    func links() -> [Link] {
        var blocks = [[Int]](repeating: [], count: base.count)
        for (document, own) in names.enumerated() {
            for name in own { blocks[name].append(document) }
        }
        var seen: Set<SIMD2<Int>> = []
        var links: [Link] = []
        for var members in blocks where members.count > 1 {
            if members.count > Self.reach { members.sort { (order($0), $0) < (order($1), $1) } }
            for (place, a) in members.enumerated() {
                for b in members[(place + 1)...].prefix(Self.reach)
                where seen.insert(SIMD2(min(a, b), max(a, b))).inserted {
                    let weight = sharedWeight(a, b)
                    let needed = enough(a, b) * (areNear(a, b) ? 1 : 2)
                    if weight >= needed { links.append(Link(first: min(a, b), second: max(a, b), weight: weight)) }
                }
            }
        }
        return links.sorted { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
    }

    private func order(_ document: Int) -> Int { published[document]?.first.number ?? .min }

    private func areNear(_ a: Int, _ b: Int) -> Bool {
        guard let first = published[a], let second = published[b] else { return true }
        return abs(first.first - second.first) <= Self.days
    }

    private func sharedWeight(_ a: Int, _ b: Int) -> Int {
        var weight = 0
        var (i, j) = (0, 0)
        while i < names[a].count, j < names[b].count {
            if names[a][i] == names[b][j] {
                let isForemost = foremost[a].contains(names[a][i]) && foremost[b].contains(names[a][i])
                weight += self.weight(names[a][i]) * (isForemost ? 8 : 5) / 5
                i += 1
                j += 1
            } else if names[a][i] < names[b][j] {
                i += 1
            } else {
                j += 1
            }
        }
        return weight
    }
}

/// Joins documents to stories.
private struct StoryMerger {
    private let documents: StoryDocuments
    private var parent: [Int]
    private var size: [Int]
    /// For each root how many of its documents hold a name.
    private var counts: [[Int: Int]]

    init(_ documents: StoryDocuments) {
        self.documents = documents
        parent = Array(documents.ids.indices)
        size = [Int](repeating: 1, count: documents.ids.count)
        counts = documents.names.map { names in Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }) }
    }

    mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    mutating func unite(_ link: StoryDocuments.Link) {
        let (a, b) = (root(link.first), root(link.second))
        guard a != b, sharedCore(a, b) >= min(StoryDocuments.core, link.weight) else { return }
        let (first, second) = (min(a, b), max(a, b))
        // The smaller table goes into the larger one, whichever stays.
        if counts[first].count < counts[second].count { counts.swapAt(first, second) }
        for (name, count) in counts[second] { counts[first][name, default: 0] += count }
        counts[second] = [:]
        size[first] += size[second]
        parent[second] = first
    }

    /// The weight of the names that at least half of the documents on both sides hold.
    private func sharedCore(_ a: Int, _ b: Int) -> Int {
        let (few, many) = counts[a].count < counts[b].count ? (a, b) : (b, a)
        var weight = 0
        for (name, count) in counts[few] where count * 2 >= size[few] && (counts[many][name] ?? 0) * 2 >= size[many] {
            weight += documents.weight(name)
        }
        return weight
    }
}
