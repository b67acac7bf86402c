import Extraction

/// Finds facts of one story that exclude each other: places, ranks, and what did or did not happen.
struct FactAligner {
    let claims: [Claim]
    let comparison: FactComparison

    /// Claims of a cell that are compared pair by pair; a larger cell is parted by the names of its subjects.
    private static let smallCell = 96

    /// - Parameter storyOf: the story of each document.
    func findings(storyOf: [String: Int]) -> [Disagreement] {
        let profiles = claims.map(FactProfile.init)
        var cells: [String: [Int]] = [:]
        for (index, profile) in profiles.enumerated() {
            guard let profile else { continue }
            cells["\(storyOf[claims[index].document] ?? 0)\u{1F}\(profile.group)", default: []].append(index)
        }
        return cells.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
            .flatMap { parted($0, profiles) }.flatMap { findings(in: $0, profiles) }
    }

    private func parted(_ cell: [Int], _ profiles: [FactProfile?]) -> [[Int]] {
        guard cell.count > Self.smallCell else { return [cell] }
        var parts: [Substring: [Int]] = [:]
        for index in cell { parts[profiles[index]?.subject.name.last ?? "", default: []].append(index) }
        return parts.values.sorted { $0[0] < $1[0] }.map { Array($0.prefix(Self.smallCell * 2)) }
    }

    private func findings(in cell: [Int], _ profiles: [FactProfile?]) -> [Disagreement] {
        var found: [Disagreement] = []
        for (place, first) in cell.enumerated() {
            for second in cell[(place + 1)...] where areTwoSources(first, second) {
                guard let a = profiles[first], let b = profiles[second],
                    let kind = comparison.difference((claims[first], a), (claims[second], b))
                else { continue }
                add(first, second, kind, to: &found)
            }
        }
        return found
    }

    /// What hangs together by a claim is one disagreement.
    private func add(_ first: Int, _ second: Int, _ kind: Discrepancy.Kind, to found: inout [Disagreement]) {
        let relation: Discrepancy.Relation =
            RelationRule.haveOtherSources(claims[first], claims[second]) ? .sourcesDiffer : .contradiction
        let known = found.firstIndex {
            $0.kind == kind && $0.relation == relation && !$0.members.isDisjoint(with: [first, second])
        }
        if let known {
            found[known].members.formUnion([first, second])
        } else {
            found.append(Disagreement(kind: kind, relation: relation, members: [first, second]))
        }
    }

    private func areTwoSources(_ a: Int, _ b: Int) -> Bool {
        claims[a].document != claims[b].document && claims[a].sentence != claims[b].sentence
    }
}
