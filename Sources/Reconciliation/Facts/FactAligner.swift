import Extraction

/// Finds facts of one story that exclude each other: places, ranks, and what did or did not happen.
struct FactAligner {
    let set: ClaimSet
    let comparison: FactComparison
    /// The ids of rules for what does not change from story to story.
    let lasting: Set<String>

    /// Claims of a cell that are compared pair by pair; a larger cell is parted by the names of its subjects.
    private static let smallCell = 96

    private var claims: [Claim] { self.set.claims }

    func findings() -> [Disagreement] {
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        let facts = claims.indices.filter { set.numbers.unit[$0] < 0 }
        let profiles = Dictionary(
            uniqueKeysWithValues: facts.lazy.compactMap { index in FactProfile(claims[index]).map { (index, $0) } })
        let stories = set.stories
        var cells: [String: [Int]] = [:]
        for index in facts {
            guard let profile = profiles[index] else { continue }
            cells["\(stories[index])\u{1F}\(profile.group)", default: []].append(index)
            guard isLasting(claims[index]), let name = profile.familyName else { continue }
            cells["\u{1F}\(name)\u{1F}\(profile.group)", default: []].append(index)
        }
        let ordered = cells.filter { $0.value.count > 1 }.sorted { ($0.value[0], $0.key) < ($1.value[0], $1.key) }
        return ordered.flatMap { key, cell in
            parted(cell, profiles).flatMap { part in
                findings(in: part, profiles) { key.hasPrefix("\u{1F}") ? stories[$0] != stories[$1] : true }
            }
        }
    }

    /// What somebody is, or where he is from, holds in every story.
    private func isLasting(_ claim: Claim) -> Bool { claim.rule.hasPrefix("kind.") || lasting.contains(claim.rule) }

    /// Keys by which claims can be parted so that every two that are compared share a part; nil for a claim that is no fact.
    static func blocks(of claim: Claim) -> [String]? {
        guard let profile = FactProfile(claim) else { return nil }
        let name = profile.familyName.map { [profile.group + "|=" + $0] } ?? []
        return (StoryKeys.keys(of: claim).map { profile.group + "|" + $0 } + name).sorted()
    }

    private func parted(_ cell: [Int], _ profiles: [Int: FactProfile]) -> [[Int]] {
        guard cell.count > Self.smallCell else { return [cell] }
        var parts: [Substring: [Int]] = [:]
        for index in cell { parts[profiles[index]?.subject.name.last ?? "", default: []].append(index) }
        return parts.values.sorted { $0[0] < $1[0] }.map { Array($0.prefix(Self.smallCell * 2)) }
    }

    private func findings(
        in cell: [Int], _ profiles: [Int: FactProfile], where areNew: (Int, Int) -> Bool
    ) -> [Disagreement] {
        var found: [Disagreement] = []
        let cell = withoutSeveralDates(cell)
        for (place, first) in cell.enumerated() {
            for second in cell[(place + 1)...] where areTwoSources(first, second) && areNew(first, second) {
                guard let a = profiles[first], let b = profiles[second],
                    let kind = comparison.difference((claims[first], a), (claims[second], b))
                else { continue }
                found.add(first, second, kind, relation(first, second))
            }
        }
        return found
    }

    /// The claims of a cell without those of documents that give a story two dates, as of two stages.
    private func withoutSeveralDates(_ cell: [Int]) -> [Int] {
        var moments: [String: [ClaimMoment]] = [:]
        for index in cell {
            if case .time(let moment) = claims[index].value.content {
                moments[claims[index].document, default: []].append(moment)
            }
        }
        let unsure = moments.filter { _, all in all.contains { TimeComparison.difference($0, all[0]) != nil } }
        return unsure.isEmpty ? cell : cell.filter { unsure[claims[$0].document] == nil }
    }

    private func relation(_ first: Int, _ second: Int) -> Discrepancy.Relation {
        RelationRule.haveOtherSources(claims[first], claims[second]) ? .sourcesDiffer : .contradiction
    }

    private func areTwoSources(_ a: Int, _ b: Int) -> Bool {
        claims[a].document != claims[b].document && claims[a].sentence != claims[b].sentence
    }
}
