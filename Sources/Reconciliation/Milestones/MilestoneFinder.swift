import Documents
import Extraction
import Values

/// Finds dates of one step of one thing that two documents tell differently, each in its own words: "which Harold Brand set
/// up in 1959", "the firm was founded in 1953".
struct MilestoneFinder {
    let set: ClaimSet
    let profiler: MilestoneProfiler
    let relations: RelationRule

    private var claims: [Claim] { self.set.claims }

    /// Two dates that may be of one step of one thing.
    private struct Pair {
        var first: Int
        var second: Int
        /// How much tells that the thing is one.
        var evidence: Int
        /// What is dated is something that happens, to whomever.
        var isHappening: Bool
        /// nil where they agree.
        var difference: Discrepancy.Kind?
    }

    /// A date and a document in which it looks for its counterpart.
    private struct Search: Hashable {
        var date: Int
        var document: String
    }

    /// - Parameter mayBeTold: false for claims whose disagreements are found otherwise.
    func findings(mayBeTold: (Int) -> Bool) -> [Disagreement] {
        guard !profiler.steps.isEmpty else { return [] }
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        let dates = claims.indices.filter { claims[$0].value.isTime }
        let stories = dates.compactMap { profiler.profile(claims[$0], at: $0) }.grouped { set.stories[$0.claim] }
        return stories.filter { $0.members.count <= Self.crowd }.flatMap { story in
            findings(in: story.members).filter { $0.members.allSatisfy(mayBeTold) }
        }
    }

    /// Stories with more dates are compared by attribute alone: in such a crowd many dates are like each other.
    private static let crowd = 400

    private func findings(in story: [MilestoneProfile]) -> [Disagreement] {
        // Many reports of one story tell of many happenings; a handful is of one.
        let isHandful = Set(story.map { set.documents.numbers[$0.claim] }).count <= StoryMode.mostInHandful
        var pairs: [Pair] = []
        for (place, first) in story.enumerated() {
            for second in story[(place + 1)...] {
                if let pair = pair(first, second), isHandful || !pair.isHappening { pairs.append(pair) }
            }
        }
        var found: [Disagreement] = []
        let crowded = crowded(story)
        for pair in chosen(pairs)
        where !(pair.isHappening && (crowded.contains(pair.first) || crowded.contains(pair.second))) {
            guard let kind = pair.difference else { continue }
            found.add(pair.first, pair.second, kind, relation(claims[pair.first], claims[pair.second]))
        }
        // Who says the same as one of them stands by its side.
        for pair in pairs where pair.difference == nil { found.join(pair.first, pair.second) }
        return found
    }

    /// Dates beside which their document has another one of the same step: it tells of several happenings.
    private func crowded(_ story: [MilestoneProfile]) -> Set<Int> {
        var crowded: Set<Int> = []
        for members in Dictionary(grouping: story, by: { claims[$0.claim].document }).values {
            for first in members {
                let isMany = members.contains {
                    !first.steps.isDisjoint(with: $0.steps) && TimeComparison.difference(first.moment, $0.moment) != nil
                }
                if isMany { crowded.insert(first.claim) }
            }
        }
        return crowded
    }

    /// A plan that is told anew after half a year was changed.
    private func relation(_ a: Claim, _ b: Claim) -> Discrepancy.Relation {
        if let first = a.published, let second = b.published, a.modality == .forecast, b.modality == .forecast,
            max(second.first - first.last, first.first - second.last) > Self.halfYear
        {
            return .update
        }
        return relations.relation(a, b)
    }

    private static let halfYear = 183

    // MARK: Which dates disagree

    /// Of the pairs that differ, those in which each is the likeliest that the other's document says of the same step.
    private func chosen(_ pairs: [Pair]) -> [Pair] {
        var matched: Set<Search> = []
        var best: [Search: (evidence: Int, count: Int)] = [:]
        for pair in pairs {
            for search in searches(pair) {
                if pair.difference == nil { matched.insert(search) }
                let known = best[search] ?? (0, 0)
                if pair.evidence > known.evidence {
                    best[search] = (pair.evidence, 1)
                } else if pair.evidence == known.evidence {
                    best[search] = (known.evidence, known.count + 1)
                }
            }
        }
        return pairs.filter { pair in
            pair.difference != nil && pair.evidence >= (pair.isHappening ? Self.enough + 1 : Self.enough)
                && searches(pair).allSatisfy { search in
                    !matched.contains(search) && best[search].map { $0 == (pair.evidence, 1) } ?? false
                }
        }
    }

    private func searches(_ pair: Pair) -> [Search] {
        [
            Search(date: pair.first, document: claims[pair.second].document),
            Search(date: pair.second, document: claims[pair.first].document),
        ]
    }

    /// From here on two dates are taken for those of one thing.
    private static let enough = 2

    private func pair(_ a: MilestoneProfile, _ b: MilestoneProfile) -> Pair? {
        let (first, second) = (claims[a.claim], claims[b.claim])
        let shared = a.steps.intersection(b.steps)
        guard first.document != second.document, first.sentence != second.sentence, !shared.isEmpty,
            first.scope == second.scope, !areCopies(a, b), haveOneObject(a, b, shared)
        else { return nil }
        let isHappening = profiler.steps.happen(shared)
        guard let evidence = evidence(a, b, isHappening: isHappening) else { return nil }
        var pair = Pair(first: a.claim, second: b.claim, evidence: evidence, isHappening: isHappening)
        guard let kind = TimeComparison.difference(a.moment, b.moment) else { return pair }
        if isHappening, !shareName(a, b) { return nil }
        guard a.isPlan == b.isPlan, a.order == b.order,
            mayBeOne(a, b, recurs: profiler.steps.recur(shared), within: isHappening ? Self.someDays : Self.someWeeks)
        else {
            return nil
        }
        pair.difference = kind
        return pair
    }

    // MARK: Whether the thing is one

    /// The sentences are one but for a few words: "today" is that of the first who wrote them.
    private func areCopies(_ a: MilestoneProfile, _ b: MilestoneProfile) -> Bool {
        let shared = a.sentence.intersection(b.sentence).count
        return shared * 4 >= (a.sentence.count + b.sentence.count - shared) * 3
    }

    /// Who buys, joins or writes does so to something, which both must name.
    private func haveOneObject(_ a: MilestoneProfile, _ b: MilestoneProfile, _ steps: Set<Int>) -> Bool {
        guard a.isDoer || b.isDoer, !profiler.steps.areOwn(steps) else { return true }
        let words = a.words.intersection(b.words).subtracting(profiler.vague)
        return !words.subtracting(a.nouns.union(b.nouns)).isSubset(of: a.named.union(b.named).union(a.nameWords))
    }

    /// nil where they are told of two things. What happened to many is told of any of them.
    private func evidence(_ a: MilestoneProfile, _ b: MilestoneProfile, isHappening: Bool) -> Int? {
        var evidence = 0
        if !a.names.isEmpty, !b.names.isEmpty {
            guard !a.nameWords.isDisjoint(with: b.nameWords) else { return nil }
            evidence += a.names.isDisjoint(with: b.names) || a.isPlace ? 1 : 3
        }
        let nouns = a.nouns.intersection(b.nouns)
        if !nouns.isEmpty {
            evidence += nouns.isSubset(of: profiler.vague) ? 1 : 2
        } else if stand(a.nouns, in: b) || stand(b.nouns, in: a) {
            evidence += 1
        } else if !a.nouns.isEmpty, !b.nouns.isEmpty, evidence == 0, !isHappening {
            // "the tunnel" is not "the society"
            return nil
        }
        if stand(a.nameWords, inSentenceOf: b) || stand(b.nameWords, inSentenceOf: a) { evidence += 1 }
        let words =
            isHappening
            ? a.words.intersection(b.sentence).union(b.words.intersection(a.sentence)) : a.words.intersection(b.words)
        evidence += min(2, words.subtracting(a.nouns).subtracting(b.nouns).count)
        if shareName(a, b) { evidence += 1 }
        return evidence > 0 ? evidence : nil
    }

    private func stand(_ nouns: Set<String>, in other: MilestoneProfile) -> Bool {
        !nouns.subtracting(profiler.vague).isDisjoint(with: other.sentence)
    }

    private func stand(_ names: Set<String>, inSentenceOf other: MilestoneProfile) -> Bool {
        other.names.isEmpty && (!names.isDisjoint(with: other.named) || names.contains(other.opening))
    }

    private func shareName(_ a: MilestoneProfile, _ b: MilestoneProfile) -> Bool {
        !a.named.isDisjoint(with: b.named) || a.named.contains(b.opening) || b.named.contains(a.opening)
    }

    // MARK: Whether the happening is one

    /// What recurs is told within weeks of the same days; of what happens once, two years are near or a slip of the other.
    private func mayBeOne(_ a: MilestoneProfile, _ b: MilestoneProfile, recurs: Bool, within days: Int) -> Bool {
        guard let first = a.moment.days, let second = b.moment.days else {
            return arePublishedTogether(claims[a.claim], claims[b.claim])
        }
        let apart = max(second.first - first.last, first.first - second.last)
        if apart == 1, isOneNight(first.first < second.first ? a : b) { return false }
        if apart % 7 == 0, let weekday = a.moment.weekday, weekday == b.moment.weekday { return false }
        if recurs, a.moment.grain < .year || b.moment.grain < .year, !a.isPlan { return apart <= days }
        if recurs, !a.isPlan { return false }
        return apart <= Self.someYears || Self.areSlips(first.first.civil.year, second.first.civil.year)
    }

    /// What goes on late on Sunday night goes on early on Monday.
    private func isOneNight(_ earlier: MilestoneProfile) -> Bool {
        let words = claims[earlier.claim].value.text.lowercased().split { !$0.isLetter }
        return words.contains { ["night", "evening", "midnight"].contains($0) }
    }

    private static let someDays = 10
    private static let someWeeks = 45
    private static let someYears = 12 * 366

    private func arePublishedTogether(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.published, let second = b.published else { return true }
        return max(second.first - first.last, first.first - second.last) <= Self.someWeeks
    }

    /// One digit is another: 1878 and 1978.
    private static func areSlips(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (Array(String(a)), Array(String(b)))
        guard first.count == second.count else { return false }
        return zip(first, second).count { $0 != $1 } == 1
    }
}
