import Documents
import Extraction
import FoundationEssentials

/// Finds out which claims of a story speak of one thing, though each says it in its own words, and which of those disagree.
///
/// Claims come in cells of one attribute and dimension. A claim that some claim of another document agrees with has found its
/// counterpart there; only what is left on both sides can contradict, and only where it is the nearest on both sides.
struct Aligner {
    let claims: [Claim]
    let profiles: [ClaimProfile]
    let quantities: QuantityComparison
    let relations: RelationRule
    private let words: WordLists
    private let gates: Gates
    private let candidates: Candidates
    /// The more claims a word stands in, the less it weighs.
    private let weights: [Double]
    /// The weights of the terms of each claim together.
    private let termWeights: [Double]

    /// - Parameters:
    ///   - profiles: of the claims, in their order.
    ///   - profiler: that has made them.
    init(
        claims: [Claim], profiles: [ClaimProfile], by profiler: ClaimProfiler, quantities: QuantityComparison,
        relations: RelationRule
    ) {
        self.claims = claims
        self.profiles = profiles
        self.quantities = quantities
        self.relations = relations
        let (words, frequency) = (profiler.lists, profiler.frequency)
        self.words = words
        gates = Gates(words: words)
        candidates = Candidates(profiles: profiles, words: words, frequency: frequency)
        let weights = frequency.map { 1 / Double(1 + $0).squareRoot() }
        self.weights = weights
        termWeights = profiles.map { words[$0.terms].reduce(0) { $0 + weights[Int($1)] } }
    }

    /// Two claims that may be about one thing.
    private struct Pair {
        var first: Int
        var second: Int
        /// How much of what they say is the same: 0 … 1 and more.
        var nearness: Double
        /// Words that both have besides the attribute's own, and the subject where it is one.
        var evidence: Int
        /// nil where they agree.
        var difference: Discrepancy.Kind?
    }

    /// A claim and a document in which it looks for its counterpart.
    private struct Search: Hashable {
        var claim: Int
        var document: Int32
    }

    /// The discrepancies among the claims of a cell.
    func findings(in cell: [Int]) -> [Disagreement] {
        guard cell.contains(where: { profiles[$0].valueClass != profiles[cell[0]].valueClass }) else { return [] }
        let claims = candidates.representatives(of: cell)
        var pairs: [Pair] = []
        candidates.forEachPair(of: claims) { first, second in
            if let pair = pair(first, second) { pairs.append(pair) }
        }
        guard pairs.contains(where: { $0.difference != nil }) else { return [] }
        let found = disagreements(
            chosen(pairs, many: many(in: claims)), agreeing: pairs.filter { isSure($0) && $0.difference == nil })
        return claims.count == cell.count ? found : found.map { expanded($0, to: cell) }
    }

    private func pair(_ first: Int, _ second: Int) -> Pair? {
        guard gates.areComparable(profiles[first], profiles[second]) else { return nil }
        let (nearness, evidence) = nearness(first, second)
        var pair = Pair(first: first, second: second, nearness: nearness, evidence: evidence)
        // Equal values agree, whatever their units.
        if profiles[first].value == profiles[second].value { return pair }
        if AgeComparison.hadBirthday(between: claims[first], and: claims[second]) { return pair }
        switch (claims[first].value.content, claims[second].value.content) {
        case (.quantity(let a), .quantity(let b)):
            guard quantities.areComparable(a, b) else { return nil }
            pair.difference =
                quantities.agree(a, b, on: claims[first].attribute) ? nil : relations.kind(of: claims[first], a)
        case (.time(let a), .time(let b)): pair.difference = TimeComparison.difference(a, b)
        default: return nil
        }
        return pair
    }

    /// Claims beside which their own document has another value of the attribute.
    private func many(in claims: [Int]) -> Set<Int> {
        var many: Set<Int> = []
        var byDocument: [Int32: [Int]] = [:]
        for claim in claims where profiles[claim].isAsserted {
            byDocument[profiles[claim].document, default: []].append(claim)
        }
        for members in byDocument.values {
            for first in members
            where members.contains(where: { gates.haveOneScope(profiles[first], profiles[$0]) && differ(first, $0) }) {
                many.insert(first)
            }
        }
        return many
    }

    private func differ(_ first: Int, _ second: Int) -> Bool {
        switch (claims[first].value.content, claims[second].value.content) {
        case (.quantity(let a), .quantity(let b)):
            quantities.areComparable(a, b) && !quantities.agree(a, b, on: claims[first].attribute)
        case (.time(let a), .time(let b)):
            gates.mayBeOneSubject(profiles[first], profiles[second]) && TimeComparison.difference(a, b) != nil
        default: false
        }
    }

    // MARK: Which pairs disagree

    /// Of the pairs that differ, those in which each is what the other's document says of the same thing.
    /// - Parameter many: claims beside which their document has another value.
    private func chosen(_ pairs: [Pair], many: Set<Int>) -> [Pair] {
        var matched: Set<Search> = []
        var nearest: [Search: Double] = [:]
        for pair in pairs {
            for search in searches(pair) {
                nearest[search] = max(nearest[search] ?? 0, pair.nearness)
                if pair.difference == nil, pair.nearness >= Self.weak { matched.insert(search) }
            }
        }
        return pairs.filter { pair in
            guard pair.difference != nil,
                isSure(pair)
                    || !many.contains(pair.first) && !many.contains(pair.second)
                        && (isOnly(pair) || isOnlyCount(pair) || isOnlyNamed(pair))
            else { return false }
            return searches(pair).allSatisfy { !matched.contains($0) && pair.nearness >= nearest[$0] ?? 0 }
        }
    }

    /// Both documents have one figure of what a story has one of, or one date of what a name has one of.
    private func isOnly(_ pair: Pair) -> Bool {
        let (first, second) = (profiles[pair.first], profiles[pair.second])
        if first.isOnce && second.isOnce { return mayBeOneFigure(pair) }
        return claims[pair.first].value.time != nil && !first.isOpen && !second.isOpen
            && gates.haveOneName(first, second) && first.event < 0 && second.event < 0
    }

    /// Both documents have one figure of a rule's attribute, with at least one word in common, and the figures are near.
    private func isOnlyNamed(_ pair: Pair) -> Bool {
        let (first, second) = (profiles[pair.first], profiles[pair.second])
        guard !first.isOpen, !second.isOpen, pair.evidence > 0, pair.nearness >= Self.named, first.event < 0,
            second.event < 0, let a = claims[pair.first].value.quantity, let b = claims[pair.second].value.quantity
        else { return false }
        return areOfOneTime(pair) && quantities.areNear(a, b)
    }

    /// The people of an island are not those of a hamlet on it, nor is a majority of votes one of seats.
    private func mayBeOneFigure(_ pair: Pair) -> Bool {
        guard let a = claims[pair.first].value.quantity, let b = claims[pair.second].value.quantity else { return true }
        return quantities.areNear(a, b, factor: Self.slip)
    }

    /// A figure that lost or won a place is ten times another.
    private static let slip: Decimal = 12

    /// Both documents count the things once, and come to figures that are near one another.
    private func isOnlyCount(_ pair: Pair) -> Bool {
        guard claims[pair.first].rule == "open.quantity", claims[pair.second].rule == "open.quantity",
            !profiles[pair.first].countsPeople, let a = claims[pair.first].value.quantity,
            let b = claims[pair.second].value.quantity,
            a.unit == nil, b.unit == nil, (profiles[pair.first].time == nil) == (profiles[pair.second].time == nil)
        else { return false }
        return [pair.first, pair.second].allSatisfy(countsNoun) && areOfOneTime(pair)
            && (quantities.areNear(a, b) || quantities.areTransposed(a, b))
    }

    /// Published within some weeks, where both are dated: homicides of one year are not those of another.
    private func areOfOneTime(_ pair: Pair) -> Bool {
        guard let first = claims[pair.first].published, let second = claims[pair.second].published else { return true }
        return first.first - second.last <= Self.someWeeks && second.first - first.last <= Self.someWeeks
    }

    private static let someWeeks = 60

    /// "27 blocks", not "Page 27"
    private func countsNoun(_ claim: Int) -> Bool { claims[claim].value.text != claims[claim].value.figure }

    private func searches(_ pair: Pair) -> [Search] {
        [
            Search(claim: pair.first, document: profiles[pair.second].document),
            Search(claim: pair.second, document: profiles[pair.first].document),
        ]
    }

    /// From here on agreement tells that two claims are counterparts.
    private static let weak = 0.12
    /// From here on open claims speak of one thing.
    private static let strong = 0.4
    /// From here on claims of a rule do.
    private static let named = 0.2

    private func isSure(_ pair: Pair) -> Bool {
        let (first, second) = (profiles[pair.first], profiles[pair.second])
        guard first.isOpen || second.isOpen else { return pair.nearness >= Self.named && pair.evidence >= 2 }
        let evidence = first.countsPeople || second.countsPeople ? 3 : 2
        return pair.nearness >= Self.strong && pair.evidence >= evidence
    }

    // MARK: Nearness

    /// What both say in common, rare words weighing more, and whether the subject is one.
    private func nearness(_ first: Int, _ second: Int) -> (Double, evidence: Int) {
        let (a, b) = (profiles[first], profiles[second])
        var common = 0.0
        var evidence = 0
        words.forEachCommon(a.terms, b.terms) {
            common += weights[Int($0)]
            evidence += 1
        }
        let least = min(termWeights[first], termWeights[second])
        var nearness = least > 0 ? common / least : 0
        if gates.isOneSubject(a, b) {
            nearness += 0.3
            evidence += 1
        }
        return (nearness, evidence)
    }

    // MARK: What is reported together

    /// One disagreement for all claims that hang together by kind and relation, with those that agree with one of them.
    private func disagreements(_ chosen: [Pair], agreeing: [Pair]) -> [Disagreement] {
        var found: [Disagreement] = []
        for pair in chosen {
            guard let kind = pair.difference else { continue }
            found.add(
                pair.first, pair.second, kind, relations.relation(claims[pair.first], claims[pair.second]))
        }
        for pair in agreeing { found.join(pair.first, pair.second) }
        return found
    }

    /// The claims of the cell that say the same as one that was found.
    private func expanded(_ found: Disagreement, to cell: [Int]) -> Disagreement {
        let classes = Set(found.members.map { profiles[$0].valueClass })
        var found = found
        found.members.formUnion(cell.filter { classes.contains(profiles[$0].valueClass) && profiles[$0].isAsserted })
        return found
    }
}
