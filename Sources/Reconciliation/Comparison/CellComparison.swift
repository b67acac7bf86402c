import Documents
import Extraction

/// Compares the claims of one subject, attribute, unit and scope.
struct CellComparison {
    let claims: [Claim]
    let values: ValueNumbers
    /// By the id of the rule that made the claims.
    let casualties: [String: CasualtyComparison]

    /// Claims that differ in nothing that a comparison looks at.
    private struct ClaimClass: Hashable {
        var value: Int32
        var asOf: DayInterval?
        var attribution: String?
        var time: DayInterval?
    }

    /// Claims with one of these can be compared with each other.
    private struct Cell: Hashable {
        var rule: String
        var attribute: String
        var unit: String?
        var scope: [String]
    }

    /// What was found, by kind and relation.
    private struct Key: Hashable {
        var kind: Discrepancy.Kind
        var relation: Discrepancy.Relation
    }

    /// One disagreement for each kind and relation.
    func findings(in cell: [Int]) -> [Disagreement] {
        guard let casualty = casualties[claims[cell[0]].rule], !casualty.isInferred else { return [] }
        let classes = classes(of: cell)
        var found: [Key: Disagreement] = [:]
        for (place, first) in classes.enumerated() {
            for second in classes[place...] {
                guard case .differ(let kind, let relation, let isDated) = verdict(first, second, casualty) else {
                    continue
                }
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

    /// Those of some claims that their documents assert, by cell.
    func cells(of group: [Int]) -> [[Int]] {
        var cells: [Cell: [Int]] = [:]
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        for index in group where casualties.index(forKey: claims[index].rule) != nil {
            let modality = claims[index].modality
            guard modality == .asserted || modality == .hedged, !claims[index].scope.contains("further") else {
                continue
            }
            let cell = Cell(
                rule: claims[index].rule, attribute: claims[index].attribute, unit: claims[index].value.quantity?.unit,
                scope: claims[index].scope.map { $0.lowercased() }.sorted())
            cells[cell, default: []].append(index)
        }
        return cells.values.sorted { $0[0] < $1[0] }
    }

    /// The claims of a cell by class, in cell order.
    private func classes(of cell: [Int]) -> [[Int]] {
        var places: [ClaimClass: Int] = [:]
        var classes: [[Int]] = []
        for index in cell {
            let key = ClaimClass(
                value: values[index], asOf: claims[index].asOf, attribution: claims[index].attribution,
                time: claims[index].subject.event?.time)
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
    private func verdict(_ first: [Int], _ second: [Int], _ casualty: CasualtyComparison) -> Verdict {
        for a in first.prefix(Self.tries) {
            for b in second.prefix(Self.tries) where areTwoSources(a, b) {
                return casualty.verdict(claims[a], claims[b])
            }
        }
        return .agree
    }

    /// Claims of a class that are tried: more than a text has copies side by side.
    private static let tries = 8

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
