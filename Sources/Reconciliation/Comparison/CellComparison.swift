import Documents
import Extraction

/// Compares the claims of one subject, attribute, unit and scope.
struct CellComparison {
    let claims: [Claim]
    /// By the id of the rule that made the claims.
    let casualties: [String: CasualtyComparison]

    /// Claims that differ in nothing that a comparison looks at.
    private struct ClaimClass: Hashable {
        var content: ClaimValue.Content
        var asOf: DayInterval?
        var attribution: String?
        var time: DayInterval?
    }

    /// What was found, by kind and relation.
    private struct Key: Hashable {
        var kind: Discrepancy.Kind
        var relation: Discrepancy.Relation
    }

    /// One disagreement for each kind and relation.
    func findings(in cell: [Int]) -> [Disagreement] {
        let classes = classes(of: cell)
        var found: [Key: Disagreement] = [:]
        for (place, first) in classes.enumerated() {
            for second in classes[place...] {
                guard case .differ(let kind, let relation, let isDated) = verdict(first, second) else { continue }
                let key = Key(kind: kind, relation: relation)
                var disagreement = found[key] ?? Disagreement(kind: kind, relation: relation, members: [])
                disagreement.members.formUnion(first)
                disagreement.members.formUnion(second)
                disagreement.isDated = disagreement.isDated && isDated
                found[key] = disagreement
            }
        }
        return found.values.sorted { $0.order < $1.order }
    }

    /// The claims of a cell by class, in cell order.
    private func classes(of cell: [Int]) -> [[Int]] {
        var places: [ClaimClass: Int] = [:]
        var classes: [[Int]] = []
        for index in cell {
            let claim = claims[index]
            let key = ClaimClass(
                content: claim.value.content, asOf: claim.asOf, attribution: claim.attribution,
                time: claim.subject.event?.time)
            if let place = places[key] {
                classes[place].append(index)
            } else {
                places[key] = classes.count
                classes.append([index])
            }
        }
        return classes
    }

    /// How two classes stand to each other, by the first two claims of theirs that come from two sources.
    private func verdict(_ first: [Int], _ second: [Int]) -> Verdict {
        for a in first.prefix(Self.tries) {
            for b in second.prefix(Self.tries) where areTwoSources(a, b) && !(isInferred(a) && isInferred(b)) {
                return casualties[claims[a].rule]?.verdict(claims[a], claims[b])
                    ?? WordComparison.verdict(claims[a], claims[b])
            }
        }
        return .agree
    }

    /// Claims of a class that are tried: more than a text has copies side by side.
    private static let tries = 8

    private func isInferred(_ claim: Int) -> Bool { casualties[claims[claim].rule]?.isInferred ?? false }

    private func areTwoSources(_ a: Int, _ b: Int) -> Bool {
        claims[a].document != claims[b].document && claims[a].sentence != claims[b].sentence
    }
}

extension Disagreement {
    fileprivate var order: (Int, Int) {
        (
            Discrepancy.Kind.allCases.firstIndex(of: kind) ?? 0,
            Discrepancy.Relation.allCases.firstIndex(of: relation) ?? 0
        )
    }
}
