import Extraction

/// Finds out which claims of a story speak of one thing, though each says it in its own words, and which of those disagree.
///
/// Claims come in cells of one attribute and dimension. A claim that some claim of another document agrees with has found its
/// counterpart there; only what is left on both sides can contradict, and only where it is the nearest on both sides.
struct Aligner {
    let claims: [Claim]
    let profiles: [ClaimProfile]
    /// In how many claims each word stands.
    let frequency: [Int]
    let quantities: QuantityComparison
    let relations: RelationRule

    /// Two claims that are about one thing, so far as can be told.
    private struct Pair {
        var first: Int
        var second: Int
        /// How much of what they say is the same: 0 … 1 and more.
        var nearness: Double
        /// nil where they agree.
        var difference: Discrepancy.Kind?
    }

    /// The discrepancies among the claims of a cell.
    func findings(in cell: [Int]) -> [Disagreement] {
        let pairs = self.pairs(of: cell)
        guard pairs.contains(where: { $0.difference != nil }) else { return [] }
        var matched: Set<[Int]> = []
        for pair in pairs where pair.difference == nil && pair.nearness >= Self.weak {
            matched.insert([pair.first, profiles[pair.second].document])
            matched.insert([pair.second, profiles[pair.first].document])
        }
        let open = pairs.filter { pair in
            pair.difference != nil && !matched.contains([pair.first, profiles[pair.second].document])
                && !matched.contains([pair.second, profiles[pair.first].document])
        }
        let best = nearest(pairs)
        let chosen = open.filter { pair in
            pair.nearness >= threshold(pair)
                && best[[pair.first, profiles[pair.second].document]].map { pair.nearness >= $0 } ?? true
                && best[[pair.second, profiles[pair.first].document]].map { pair.nearness >= $0 } ?? true
        }
        return disagreements(chosen, agreeing: pairs.filter { $0.difference == nil && $0.nearness >= Self.strong })
    }

    /// From here on agreement tells that two claims are counterparts.
    private static let weak = 0.12
    /// From here on open claims speak of one thing.
    private static let strong = 0.4

    private func threshold(_ pair: Pair) -> Double {
        claims[pair.first].isOpen || claims[pair.second].isOpen ? Self.strong : 0.15
    }

    /// The nearness of the nearest counterpart of each claim in each other document.
    private func nearest(_ pairs: [Pair]) -> [[Int]: Double] {
        var best: [[Int]: Double] = [:]
        for pair in pairs {
            for key in [
                [pair.first, profiles[pair.second].document], [pair.second, profiles[pair.first].document],
            ] {
                best[key] = max(best[key] ?? 0, pair.nearness)
            }
        }
        return best
    }

    private func pairs(of cell: [Int]) -> [Pair] {
        var pairs: [Pair] = []
        for (place, first) in cell.enumerated() {
            for second in cell[(place + 1)...] where Gates(aligner: self, first, second).areComparable {
                pairs.append(
                    Pair(
                        first: first, second: second, nearness: nearness(first, second),
                        difference: difference(claims[first], claims[second])))
            }
        }
        return pairs
    }

    private func difference(_ a: Claim, _ b: Claim) -> Discrepancy.Kind? {
        switch (a.value.content, b.value.content) {
        case (.quantity(let first), .quantity(let second)):
            quantities.agree(first, second) ? nil : relations.kind(of: a, first)
        case (.time(let first), .time(let second)): TimeComparison.difference(first, second)
        default: nil
        }
    }

    /// What both say in common, rare words weighing more, and whether the subject is one.
    private func nearness(_ first: Int, _ second: Int) -> Double {
        let (a, b) = (profiles[first], profiles[second])
        let least = min(weight(a.terms), weight(b.terms))
        let common = weight(a.terms.filter(Set(b.terms).contains))
        var nearness = least > 0 ? common / least : 0
        if !a.names.isEmpty, !Set(a.names).isDisjoint(with: b.names) { nearness += 0.3 }
        if a.noun >= 0, a.noun == b.noun { nearness += 0.15 }
        if a.event >= 0, a.event == b.event { nearness += 0.15 }
        return nearness
    }

    private func weight(_ terms: [Int]) -> Double {
        terms.reduce(0) { $0 + 1 / Double(1 + frequency[$1]).squareRoot() }
    }

    /// One disagreement for all claims that hang together by kind and relation, with those that agree with one of them.
    private func disagreements(_ chosen: [Pair], agreeing: [Pair]) -> [Disagreement] {
        var found: [Disagreement] = []
        for pair in chosen {
            guard let kind = pair.difference else { continue }
            let relation = relations.relation(claims[pair.first], claims[pair.second])
            if let known = found.firstIndex(where: {
                $0.kind == kind && $0.relation == relation && !$0.members.isDisjoint(with: [pair.first, pair.second])
            }) {
                found[known].members.formUnion([pair.first, pair.second])
            } else {
                found.append(Disagreement(kind: kind, relation: relation, members: [pair.first, pair.second]))
            }
        }
        for index in found.indices {
            for pair in agreeing {
                let members = found[index].members
                if members.contains(pair.first) != members.contains(pair.second) {
                    found[index].members.formUnion([pair.first, pair.second])
                }
            }
        }
        return found
    }
}

/// Claims that cannot stand side by side, and how.
struct Disagreement {
    var kind: Discrepancy.Kind
    var relation: Discrepancy.Relation
    /// Indices of claims.
    var members: Set<Int>
}
