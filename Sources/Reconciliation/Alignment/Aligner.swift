import Documents
import Extraction
import FoundationEssentials

/// Finds out which claims of a story speak of one thing, though each says it in its own words, and which of those disagree.
///
/// Claims come in cells of one attribute and dimension. A claim that some claim of another document agrees with has found its
/// counterpart there; only what is left on both sides can contradict, and only where it is the nearest on both sides.
struct Aligner {
    private let claims: [Claim]
    private let profiles: [ClaimProfile]
    private let quantities: QuantityComparison
    private let relations: RelationRule
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
        set: ClaimSet, profiles: [ClaimProfile], by profiler: ClaimProfiler, quantities: QuantityComparison,
        relations: RelationRule
    ) {
        claims = set.claims
        self.profiles = profiles
        self.quantities = quantities
        self.relations = relations
        let (words, frequency) = (profiler.lists, profiler.frequency)
        self.words = words
        gates = Gates(words: words)
        candidates = Candidates(profiles: profiles, words: words, frequency: frequency)
        let weights = frequency.map { 1 / Double(1 + $0).squareRoot() }
        self.weights = weights
        termWeights = profiles.map { words.sum(of: $0.terms, weights) }
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
        /// Where they stand among the claims that are compared.
        var places = (first: 0, second: 0)
    }

    /// The discrepancies among the claims of a cell.
    func findings(in cell: [Int]) -> [Disagreement] {
        guard cell.contains(where: { profiles[$0].value != profiles[cell[0]].value }) else { return [] }
        let claims = candidates.representatives(of: cell)
        var pairs: [Pair] = []
        var agreements: [UInt64: Bool] = [:]
        candidates.forEachPair(of: claims) { first, second in
            guard var pair = pair(claims[first], claims[second], &agreements) else { return }
            pair.places = (first, second)
            pairs.append(pair)
        }
        let chosen = chosen(pairs, of: claims)
        guard !chosen.isEmpty else { return [] }
        var found = disagreements(chosen)
        join(pairs.filter { $0.difference == nil && isSure($0) }, of: claims, to: &found)
        return claims.count == cell.count ? found : found.map { expanded($0, to: cell) }
    }

    /// - Parameter agreements: whether quantities agree, by the numbers of two values: many pairs of a large cell have the same.
    private func pair(_ first: Int, _ second: Int, _ agreements: inout [UInt64: Bool]) -> Pair? {
        guard gates.areComparable(profiles[first], profiles[second]) else { return nil }
        let (nearness, evidence) = nearness(first, second)
        var pair = Pair(first: first, second: second, nearness: nearness, evidence: evidence)
        // Equal values agree, whatever their units.
        if profiles[first].value == profiles[second].value { return pair }
        if profiles[first].isAge, profiles[second].isAge,
            AgeComparison.hadBirthday(between: claims[first], and: claims[second])
        {
            return pair
        }
        if profiles[first].isTime, profiles[second].isTime {
            guard let a = claims[first].value.time, let b = claims[second].value.time else { return nil }
            pair.difference = TimeComparison.difference(a, b)
            return pair
        }
        let values = UInt64(profiles[first].value) << 32 | UInt64(profiles[second].value)
        if agreements[values] == true { return pair }
        guard let a = claims[first].value.quantity, let b = claims[second].value.quantity,
            quantities.areComparable(a, b)
        else { return nil }
        let agree = agreements[values] ?? quantities.agree(a, b)
        agreements[values] = agree
        if !agree, !quantities.tolerance.allows(a, b, on: claims[first].attribute) {
            pair.difference = relations.kind(of: a, isAge: profiles[first].isAge)
        }
        return pair
    }

    /// Claims beside which their own document has another value of the attribute.
    /// - Parameter documents: those that are looked at.
    private func many(in claims: [Int], of documents: Set<Int32>) -> Set<Int> {
        var many: Set<Int> = []
        let told = claims.grouped { claim -> Int32? in
            let profile = profiles[claim]
            return profile.isAsserted && documents.contains(profile.document) ? profile.document : nil
        }
        for (_, members) in told {
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
    private func chosen(_ pairs: [Pair], of claims: [Int]) -> [Pair] {
        let likely = likely(pairs, of: claims)
        guard !likely.isEmpty else { return [] }
        var isSought = [Bool](repeating: false, count: claims.count)
        var counterparts: [UInt64: Int32] = [:]
        for pair in likely {
            (isSought[pair.places.first], isSought[pair.places.second]) = (true, true)
            for search in searches(pair) { _ = counterparts.number(of: search) }
        }
        var nearest = [Double](repeating: 0, count: counterparts.count)
        var isMatched = [Bool](repeating: false, count: counterparts.count)
        func add(_ pair: Pair, _ search: UInt64) {
            guard let place = counterparts[search].map(Int.init) else { return }
            nearest[place] = max(nearest[place], pair.nearness)
            if pair.difference == nil, pair.nearness >= Self.weak { isMatched[place] = true }
        }
        for pair in pairs {
            if isSought[pair.places.first] { add(pair, search(of: pair.first, in: pair.second)) }
            if isSought[pair.places.second] { add(pair, search(of: pair.second, in: pair.first)) }
        }
        return likely.filter { pair in
            searches(pair).allSatisfy { search in
                counterparts[search].map(Int.init).map { !isMatched[$0] && pair.nearness >= nearest[$0] } ?? true
            }
        }
    }

    /// A claim and a document in which it looks for its counterpart: that of another claim.
    private func search(of claim: Int, in other: Int) -> UInt64 {
        UInt64(claim) << 32 | UInt64(profiles[other].document)
    }

    private func searches(_ pair: Pair) -> [UInt64] {
        [search(of: pair.first, in: pair.second), search(of: pair.second, in: pair.first)]
    }

    /// The pairs that differ of which enough tells that they are about one thing.
    private func likely(_ pairs: [Pair], of claims: [Int]) -> [Pair] {
        let differing = pairs.filter { $0.difference != nil && (isSure($0) || areOnlyOnes($0)) }
        let unsure = differing.filter { !isSure($0) }
        guard !unsure.isEmpty else { return differing }
        let documents = Set(unsure.flatMap { [profiles[$0.first].document, profiles[$0.second].document] })
        let many = many(in: claims, of: documents)
        return differing.filter { isSure($0) || !many.contains($0.first) && !many.contains($0.second) }
    }

    /// Each document has but one such figure, and they can be one.
    private func areOnlyOnes(_ pair: Pair) -> Bool { isOnly(pair) || isOnlyCount(pair) || isOnlyNamed(pair) }

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

    /// Both documents count the things once, and neighbouring digits have changed places. Figures that are merely near one
    /// another are mostly of two lots: the calves that died and those that were bought.
    private func isOnlyCount(_ pair: Pair) -> Bool {
        guard claims[pair.first].rule == "open.quantity", claims[pair.second].rule == "open.quantity",
            !profiles[pair.first].countsPeople, let a = claims[pair.first].value.quantity,
            let b = claims[pair.second].value.quantity,
            a.unit == nil, b.unit == nil, (profiles[pair.first].time == nil) == (profiles[pair.second].time == nil)
        else { return false }
        return [pair.first, pair.second].allSatisfy(countsNoun) && areOfOneTime(pair) && quantities.areTransposed(a, b)
    }

    /// Published within some weeks, where both are dated: homicides of one year are not those of another.
    private func areOfOneTime(_ pair: Pair) -> Bool {
        guard let first = claims[pair.first].published, let second = claims[pair.second].published else { return true }
        return first.first - second.last <= Self.someWeeks && second.first - first.last <= Self.someWeeks
    }

    private static let someWeeks = 60

    /// "27 blocks", not "Page 27"
    private func countsNoun(_ claim: Int) -> Bool { claims[claim].value.text != claims[claim].value.figure }

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

    /// One disagreement for all claims that hang together by kind and relation.
    private func disagreements(_ chosen: [Pair]) -> [Disagreement] {
        var found: [Disagreement] = []
        for pair in chosen {
            guard let kind = pair.difference else { continue }
            found.add(
                pair.first, pair.second, kind, relations.relation(claims[pair.first], claims[pair.second]))
        }
        return found
    }

    /// Adds the claims that agree with one that was found.
    private func join(_ agreeing: [Pair], of claims: [Int], to found: inout [Disagreement]) {
        for index in found.indices {
            var isMember = claims.map { found[index].members.contains($0) }
            for pair in agreeing where isMember[pair.places.first] != isMember[pair.places.second] {
                (isMember[pair.places.first], isMember[pair.places.second]) = (true, true)
                found[index].members.formUnion([pair.first, pair.second])
            }
        }
    }

    /// The claims of the cell that say the same as one that was found.
    private func expanded(_ found: Disagreement, to cell: [Int]) -> Disagreement {
        let classes = Set(found.members.map { profiles[$0].valueClass })
        var found = found
        found.members.formUnion(cell.filter { classes.contains(profiles[$0].valueClass) && profiles[$0].isAsserted })
        return found
    }
}
