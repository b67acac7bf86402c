import Documents
import Extraction
import Language

/// Groups documents that tell one story: those that turn on the same names, rare ones above all.
///
/// A name that comes up in many weeks tells little, whatever it names, and a story is held together by names that at least
/// half of its documents share, so that no passing name chains one story to the next.
///
/// Who hands over a handful of documents means them to be held against each other: one name of their own links two of them,
/// whenever they were written, and so does a word of a name with some nouns, where the word is no town's and no council's.
struct StoryGrouping {
    /// The story of each document, by its id.
    let storyOf: [String: Int]

    /// - Parameters:
    ///   - forms: under which other forms names are known.
    ///   - gazetteer: tells names that many have from names of their own.
    init(_ claims: [Claim], forms: NameForms = NameForms(), gazetteer: Gazetteer? = nil) {
        var documents = StoryDocuments(claims, forms, gazetteer)
        documents.measureSpread()
        var merger = StoryMerger(documents)
        for link in documents.links() { merger.unite(link) }
        var storyOf: [String: Int] = [:]
        for (index, id) in documents.ids.enumerated() { storyOf[id] = merger.root(index) }
        self.storyOf = storyOf
    }
}

/// The documents of some claims with what they turn on.
private struct StoryDocuments {
    struct Link {
        var first: Int
        var second: Int
        var weight: Int
    }

    private(set) var ids: [String] = []
    /// Numbers of the names of each document, rising.
    private(set) var names: [[Int]] = []
    /// Numbers of the words of those names and of the frequent nouns of each document, rising.
    private var words: [[Int]] = []
    private var nouns: [[Int]] = []
    /// The nouns that are no words of its names.
    private var commonNouns: [[Int]] = []
    /// Those that come first in each: what it turns on most.
    private var foremost: [[Int]] = []
    /// In a handful, the words of each document's publisher; else empty.
    private var publishers: [[Int]] = []
    private var published: [DayInterval?] = []
    private let forms: NameForms
    private let gazetteer: Gazetteer?
    let isHandful: Bool
    private var keys: [String: Int] = [:]
    /// What each key tells when it is rare: a name of several words more than one, a noun least.
    private var base: [Int] = []
    /// The words of each name.
    private var parts: [[Int]] = []
    private var spread: [Int] = []

    init(_ claims: [Claim], _ forms: NameForms, _ gazetteer: Gazetteer?) {
        self.forms = forms
        self.gazetteer = gazetteer
        var known: Set<String> = []
        let first = claims.indices.filter { known.insert(claims[$0].document).inserted }
        isHandful = first.count <= Self.handful
        let works = Set(first.lazy.flatMap { claims[$0].about }.filter { $0.hasPrefix("=") })
        for claim in first.lazy.map({ claims[$0] }) {
            ids.append(claim.document)
            published.append(claim.published)
            let told = claim.about.filter { !$0.hasPrefix("~") && !$0.hasPrefix("^") }
                .compactMap { Self.work($0, among: works) ?? ($0.hasPrefix("@") ? nil : $0) }
            let models = told.compactMap { NameForms.designation(in: $0.split(separator: " ")) }
            let own = (told + models).map { $0.hasPrefix("=") ? work($0) : name($0) }
            names.append(Set(own).sorted())
            words.append(Set(own.flatMap { parts[$0] }).sorted())
            let frequent = claim.about.filter { $0.hasPrefix("~") }.map { number($0, Self.noun) }
            // "Mill Bridge" is the bridge of another document.
            let named = told.compactMap(lastWord(of:)).map { number("~" + $0, Self.noun) }
            nouns.append(Set(frequent + named).sorted())
            commonNouns.append(frequent)
            foremost.append(Array(own.prefix(Self.few) + frequent.prefix(1) + named.prefix(1)))
            publishers.append(isHandful ? publisherWords(claim) : [])
        }
    }

    private static let noun = 6
    /// In a handful, a name that many have; three of them make a story.
    private static let widespread = 8
    private static let word = 12
    /// Nouns tell what sort of story it is, not which.
    private static let mostOfNouns = 20

    /// The work that a name or publisher is that of, or whose publisher's name begins with it: "=tidemark" for "tidemark" and
    /// "@tidemark blog".
    private static func work(_ key: String, among works: Set<String>) -> String? {
        guard !works.isEmpty, !key.hasPrefix("=") else { return nil }
        guard key.hasPrefix("@") else { return works.contains("=" + key) ? "=" + key : nil }
        let words = key.dropFirst().split(separator: " ")
        return words.indices.lazy.map { "=" + words[...$0].joined(separator: " ") }.first(where: works.contains)
    }

    /// Pages of one work belong together whenever they were written.
    private mutating func work(_ key: String) -> Int { number(key, Self.enough * 2) }

    private mutating func name(_ name: String) -> Int {
        let number = number(
            Spelling.unaccented(name), isWidespread(name) ? Self.widespread : name.contains(" ") ? 25 : 20)
        if parts[number].isEmpty {
            let words = name.split { $0 == " " || $0 == "-" }
            let short = words.dropLast().flatMap(forms.shortForms)
            parts[number] = (StoryKeys.words(of: name) + short).filter { !isWidespreadPart($0) }
                .map { self.number("'" + $0, Self.word) }
        }
        return number
    }

    /// In a handful, where no count of weeks tells: a name that many have.
    private func isWidespread(_ name: String) -> Bool { isHandful && gazetteer?.isWidespread(name) ?? false }

    private func isWidespreadPart(_ word: String) -> Bool { isHandful && gazetteer?.isWidespreadPart(word) ?? false }

    private mutating func publisherWords(_ claim: Claim) -> [Int] {
        let publisher = claim.about.first { $0.hasPrefix("@") || $0.hasPrefix("=") }?.dropFirst()
        let words = publisher.map(StoryKeys.words(of:)) ?? []
        return Set(words.filter { !isWidespreadPart($0) }.map { number("'" + $0, Self.word) }).sorted()
    }

    private func lastWord(of name: String) -> Substring? {
        name.lastIndex(of: " ").map { name[$0...].dropFirst() }
    }

    private mutating func number(_ key: String, _ weight: Int) -> Int {
        if let known = keys[key] { return known }
        keys[key] = base.count
        base.append(weight)
        parts.append([])
        return base.count - 1
    }

    /// Counts in how many weeks each key comes up.
    mutating func measureSpread() {
        var weeks = [Set<Int>](repeating: [], count: base.count)
        for document in ids.indices {
            let week = published[document].map { $0.first.number / 7 } ?? .min
            for key in keys(of: document) { weeks[key].insert(week) }
        }
        spread = weeks.map(\.count)
    }

    static let fewWeeks = 4
    /// How many names a document turns on most.
    private static let few = 3

    func weight(_ key: Int) -> Int {
        base[key] > Self.enough ? base[key] : base[key] * Self.fewWeeks / max(Self.fewWeeks, spread[key])
    }

    /// What two documents must share: two names, or one of several words that both turn on most. A document of few names can
    /// share no more than it has.
    private static let enough = 40
    /// In a handful: one name, or a word of one and two nouns.
    private static let enoughInHandful = 24

    /// What the names that hold a story together must weigh.
    static let core = 20

    private func total(_ document: Int) -> Int {
        let total = names[document].reduce(0) { $0 + least($1) }
        // A document with no name tells of nothing that another could; one of a handful may still share its nouns.
        return total == 0 && isHandful ? Self.enoughInHandful : max(1, total)
    }

    /// What a name weighs, or its words where another document has them in a longer form of it.
    private func least(_ name: Int) -> Int {
        parts[name].count > 1 ? min(base[name], parts[name].count * Self.word) : base[name]
    }

    /// Documents further apart than this tell one story only where they share twice as much, unless they are but a handful:
    /// who hands over an obituary and the report of forty years ago means them to be held against each other.
    private static let days = 90
    private static let handful = 12

    /// Pairs that share enough, those that share most first.
    func links() -> [Link] {
        var blocks = [[Int]](repeating: [], count: base.count)
        for document in ids.indices {
            for key in names[document] + words[document] { blocks[key].append(document) }
            for key in publishers[document] where !words[document].contains(key) { blocks[key].append(document) }
        }
        let others = Neighbours.others(in: blocks, count: ids.count, order: order)
        var links: [Link] = []
        var shared: [Int] = []
        let totals = ids.indices.map(total)
        let enough = isHandful ? Self.enoughInHandful : Self.enough
        for a in ids.indices {
            for b in others[a] {
                let weight = sharedWeight(a, b, &shared)
                let needed = min(enough, totals[a], totals[b]) * (areNear(a, b) ? 1 : 2)
                if weight >= needed { links.append(Link(first: a, second: b, weight: weight)) }
            }
        }
        return links.sorted { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
    }

    private func order(_ document: Int) -> Int { published[document]?.first.number ?? .min }

    private func areNear(_ a: Int, _ b: Int) -> Bool {
        guard !isHandful, let first = published[a], let second = published[b] else { return true }
        return abs(first.first - second.first) <= Self.days
    }

    /// - Parameter shared: takes the keys that both have; kept by the caller, as a list for each pair would cost more than
    ///   the rest.
    private func sharedWeight(_ a: Int, _ b: Int, _ shared: inout [Int]) -> Int {
        shared.removeAll(keepingCapacity: true)
        var extra = 0
        Self.forEachCommon(names[a], names[b]) { name in
            shared.append(name)
            let isForemost = foremost[a].contains(name) && foremost[b].contains(name)
            if isForemost { extra += weight(name) * 3 / 5 }
        }
        Self.forEachCommon(words[a], words[b]) { shared.append($0) }
        if isHandful { extra += addPublishers(a, b, &shared) }
        Self.forEachCommon(nouns[a], nouns[b]) { noun in
            guard commonNouns[a].contains(noun) || commonNouns[b].contains(noun) else { return }
            shared.append(noun)
            if foremost[a].contains(noun) && foremost[b].contains(noun) { extra += weight(noun) }
        }
        return weight(ofShared: shared) + extra
    }

    /// A publisher that the other document names counts as a name does; that two have one publisher, as a word.
    private func addPublishers(_ a: Int, _ b: Int, _ shared: inout [Int]) -> Int {
        for (publisher, words) in [(publishers[a], words[b]), (publishers[b], words[a])] {
            shared += publisher.filter { words.contains($0) && !shared.contains($0) }
        }
        return publishers[a].contains { publishers[b].contains($0) && !shared.contains($0) } ? Self.word : 0
    }

    /// Names in common; words of names beside those; and nouns up to a limit.
    func weight(ofShared keys: [Int]) -> Int {
        var (ofNames, ofNouns) = (0, 0)
        // The keys are few: to look through them is faster than to make a set.
        for key in keys where !keys.contains(where: { parts[$0].contains(key) }) {
            if base[key] == Self.noun { ofNouns += weight(key) } else { ofNames += weight(key) }
        }
        return ofNames + min(Self.mostOfNouns, ofNouns)
    }

    /// All that a document turns on.
    func keys(of document: Int) -> [Int] { names[document] + words[document] + nouns[document] }

    /// Calls `body` with each number that two rising lists have in common.
    private static func forEachCommon(_ a: [Int], _ b: [Int], _ body: (Int) -> Void) {
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                body(a[i])
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
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
        counts = documents.ids.indices.map { document in
            Dictionary(uniqueKeysWithValues: documents.keys(of: document).map { ($0, 1) })
        }
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
        guard a != b, documents.isHandful || sharedCore(a, b) >= min(StoryDocuments.core, link.weight) else { return }
        let (first, second) = (min(a, b), max(a, b))
        // The smaller table goes into the larger one, whichever stays.
        if counts[first].count < counts[second].count { counts.swapAt(first, second) }
        for (name, count) in counts[second] { counts[first][name, default: 0] += count }
        counts[second] = [:]
        size[first] += size[second]
        parent[second] = first
    }

    /// The weight of what at least half of the documents on both sides turn on.
    private func sharedCore(_ a: Int, _ b: Int) -> Int {
        let (few, many) = counts[a].count < counts[b].count ? (a, b) : (b, a)
        let core = counts[few].filter { name, count in
            count * 2 >= size[few] && (counts[many][name] ?? 0) * 2 >= size[many]
        }
        return documents.weight(ofShared: Array(core.keys))
    }
}
