import Documents
import Extraction
import Language

/// The documents of some claims with what they turn on.
struct StoryDocuments {
    struct Link {
        var first: Int32
        var second: Int32
        var weight: Int32
    }

    let count: Int
    let mode: StoryMode
    /// What each document turns on.
    private let themes: StoryThemes
    private let published: [DayInterval?]
    /// What each key weighs: the less, the more weeks it comes up in.
    private let weights: [Int]
    /// The words and nouns that weigh anything.
    private let words: NumberLists
    private let nouns: NumberLists

    init(_ claims: [Claim], _ documents: ClaimDocuments, _ forms: NameForms, _ gazetteer: Gazetteer?) {
        count = documents.ids.count
        mode = .of(documents: count)
        themes = StoryThemes(
            documents.firstClaims.lazy.map { claims[$0].about }, forms, mode.looksCloser ? gazetteer : nil,
            withPublishers: mode.looksCloser)
        published = documents.firstClaims.map { claims[$0].published }
        var weeks = [Set<Int>](repeating: [], count: themes.base.count)
        for document in 0..<count {
            let week = published[document].map { $0.first.number / 7 } ?? .min
            for key in themes.keys(of: document) { weeks[Int(key)].insert(week) }
        }
        let weights = zip(themes.base, weeks).map { base, weeks in
            base >= StoryThemes.work ? base : base * Self.fewWeeks / max(Self.fewWeeks, weeks.count)
        }
        self.weights = weights
        words = themes.words.filtered { weights[Int($0)] > 0 }
        nouns = themes.nouns.filtered { weights[Int($0)] > 0 }
    }

    /// All that a document turns on.
    func keys(of document: Int) -> [Int32] { themes.keys(of: document) }

    /// A name that comes up in no more weeks than these tells all that it can.
    private static let fewWeeks = 4
    /// Nouns tell what sort of story it is, not which.
    private static let mostOfNouns = 20

    // MARK: Links

    /// Pairs that share enough, those that share most first.
    func links() -> [Link] {
        var links: [Link] = []
        var shared: [Int32] = []
        let totals = (0..<count).map(total)
        Neighbours.forEachPair(in: themes.blocks, count: themes.base.count, order: order) { a, b in
            let weight = sharedWeight(a, b, &shared)
            let needed = min(mode.enough, totals[a], totals[b]) * (areNear(a, b) ? 1 : 2)
            if weight >= needed { links.append(Link(first: Int32(a), second: Int32(b), weight: Int32(weight))) }
        }
        return links.sorted { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
    }

    /// Pairs of a handful that share enough where names that one turns on and the other tells count as shared.
    func links(by told: ToldNames) -> [Link] {
        var links: [Link] = []
        var shared: [Int32] = []
        for a in 0..<count {
            for b in (a + 1)..<max(a + 1, count) {
                let names = told.count(a, b)
                guard names > 0 else { continue }
                let weight = sharedWeight(a, b, &shared) + names * StoryThemes.shortName
                if weight >= mode.enough {
                    links.append(Link(first: Int32(a), second: Int32(b), weight: Int32(weight)))
                }
            }
        }
        return links
    }

    private func total(_ document: Int) -> Int {
        let total = themes.names[document].reduce(0) { $0 + least(Int($1)) }
        return total == 0 ? mode.leastTotal : total
    }

    /// What a name weighs, or its words where another document has them in a longer form of it.
    private func least(_ name: Int) -> Int {
        let words = themes.parts.range(name).count
        return words > 1 ? min(themes.base[name], words * StoryThemes.word) : themes.base[name]
    }

    private func order(_ document: Int) -> Int { published[document]?.first.number ?? .min }

    private func areNear(_ a: Int, _ b: Int) -> Bool {
        guard let days = mode.days, let first = published[a], let second = published[b] else { return true }
        return abs(first.first - second.first) <= days
    }

    // MARK: What two share

    /// - Parameter shared: takes the keys that both have; kept by the caller, as a list for each pair would cost more than
    ///   the rest.
    private func sharedWeight(_ a: Int, _ b: Int, _ shared: inout [Int32]) -> Int {
        shared.removeAll(keepingCapacity: true)
        var extra = 0
        themes.names.forEachCommon(a, b) { name in
            shared.append(name)
            if areForemost(name, in: a, b) { extra += weights[Int(name)] * 3 / 5 }
        }
        words.forEachCommon(a, b) { shared.append($0) }
        if mode.looksCloser { extra += addPublishers(a, b, &shared) }
        nouns.forEachCommon(a, b) { noun in
            guard themes.commonNouns.contains(a, noun) || themes.commonNouns.contains(b, noun) else { return }
            shared.append(noun)
            if areForemost(noun, in: a, b) { extra += weights[Int(noun)] }
        }
        return weight(ofShared: shared) + extra
    }

    private func areForemost(_ key: Int32, in a: Int, _ b: Int) -> Bool {
        themes.foremost.contains(a, key) && themes.foremost.contains(b, key)
    }

    /// A publisher that the other document names counts as a name does; that two have one publisher, as a word.
    private func addPublishers(_ a: Int, _ b: Int, _ shared: inout [Int32]) -> Int {
        for (publisher, other) in [(a, b), (b, a)] {
            let named = themes.publishers[publisher].filter { themes.words.contains(other, $0) && !shared.contains($0) }
            shared += named
        }
        let isOne = themes.publishers[a].contains { themes.publishers.contains(b, $0) && !shared.contains($0) }
        return isOne ? StoryThemes.word : 0
    }

    /// Names in common; words of names beside those; and nouns up to a limit.
    func weight(ofShared keys: [Int32]) -> Int {
        var (ofNames, ofNouns) = (0, 0)
        // The keys are few: to look through them is faster than to make a set.
        for key in keys where !keys.contains(where: { themes.parts.contains(Int($0), key) }) {
            let (weight, isNoun) = (weights[Int(key)], themes.base[Int(key)] == StoryThemes.noun)
            if isNoun { ofNouns += weight } else { ofNames += weight }
        }
        return ofNames + min(Self.mostOfNouns, ofNouns)
    }
}
