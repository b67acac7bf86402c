import Documents
import Extraction

/// Compares the claims of one subject, attribute, unit and scope.
struct CellComparison {
    private let claims: [Claim]
    private let documents: ClaimDocuments
    private let numbers: ClaimNumbers
    private let values: ValueNumbers
    /// By the number of the rule that made the claims.
    private let casualties: [CasualtyComparison?]

    /// - Parameters:
    ///   - claims: those of the set, as they were told.
    ///   - casualties: by the id of the rule that made the claims.
    init(_ claims: [Claim], of set: ClaimSet, casualties: [String: CasualtyComparison]) {
        self.claims = claims
        documents = set.documents
        numbers = set.numbers
        values = set.values
        self.casualties = numbers.rules.things.map { casualties[$0] }
    }

    /// Claims that differ in nothing that a comparison looks at.
    private struct ClaimClass: Hashable {
        var value: Int32
        var asOf: DayInterval?
        var attribution: String?
        var time: DayInterval?
    }

    /// Claims with one of these can be compared with each other.
    private struct Cell: Hashable {
        var rule: Int32
        var attribute: Int32
        var unit: String?
        var scope: [String]
    }

    /// What was found of a kind and relation.
    private struct Found {
        var kind: Discrepancy.Kind
        var relation: Discrepancy.Relation
        var isDated = true
        /// Whether each class takes part.
        var classes: [Bool]

        var order: (Int, Int) {
            (
                Discrepancy.Kind.allCases.firstIndex(of: kind) ?? 0,
                Discrepancy.Relation.allCases.firstIndex(of: relation) ?? 0
            )
        }
    }

    /// One disagreement for each kind and relation.
    func findings(in cell: [Int]) -> [Disagreement] {
        guard let casualty = casualties[Int(numbers.rule[cell[0]])], !casualty.isInferred, areOfSeveral(cell) else {
            return []
        }
        let classes = classes(of: cell)
        let figures = classes.map { $0.prefix(Self.tries).map { CasualtyFigure(claims[$0]) } }
        var found: [Found] = []
        // By the numbers of the values: many classes have one, on other days.
        var standings: [UInt64: CasualtyComparison.Standing] = [:]
        for first in classes.indices {
            for second in first..<classes.count {
                guard let (a, b) = twoSources(classes[first], classes[second]) else { continue }
                let (one, other) = (figures[first][a], figures[second][b])
                let key = UInt64(values[classes[first][a]]) << 32 | UInt64(values[classes[second][b]])
                let standing = standings[key] ?? casualty.standing(one, other)
                standings[key] = standing
                guard case .differ(let kind, let relation, let isDated) = casualty.verdict(one, other, standing) else {
                    continue
                }
                let place = found.firstIndex { $0.kind == kind && $0.relation == relation } ?? found.count
                if place == found.count {
                    let none = [Bool](repeating: false, count: classes.count)
                    found.append(Found(kind: kind, relation: relation, classes: none))
                }
                found[place].classes[first] = true
                found[place].classes[second] = true
                found[place].isDated = found[place].isDated && isDated
            }
        }
        return found.sorted { $0.order < $1.order }.map { found in
            let members = classes.indices.lazy.filter { found.classes[$0] }.flatMap { classes[$0] }
            return Disagreement(
                kind: found.kind, relation: found.relation, members: Set(members), isDated: found.isDated)
        }
    }

    private func areOfSeveral(_ cell: [Int]) -> Bool {
        cell.contains { documents.numbers[$0] != documents.numbers[cell[0]] }
    }

    /// Those of some claims that their documents assert, by cell.
    func cells(of group: [Int]) -> [[Int]] {
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        group.grouped { index -> Cell? in
            let modality = claims[index].modality
            guard casualties[Int(numbers.rule[index])] != nil, modality == .asserted || modality == .hedged else {
                return nil
            }
            let scope = claims[index].scope
            guard !scope.contains("further") else { return nil }
            return Cell(
                rule: numbers.rule[index], attribute: numbers.attribute[index],
                unit: claims[index].value.quantity?.unit,
                scope: scope.isEmpty ? [] : scope.map { $0.lowercased() }.sorted())
        }.map(\.members)
    }

    /// The claims of a cell by class, in cell order.
    private func classes(of cell: [Int]) -> [[Int]] {
        cell.grouped { index in
            ClaimClass(
                value: values[index], asOf: claims[index].asOf, attribution: claims[index].attribution,
                time: claims[index].subject.event?.time)
        }.map(\.members)
    }

    /// Places in two classes of the first two claims that come from two sources.
    private func twoSources(_ first: [Int], _ second: [Int]) -> (Int, Int)? {
        for a in first.indices.prefix(Self.tries) {
            for b in second.indices.prefix(Self.tries) where areTwoSources(first[a], second[b]) { return (a, b) }
        }
        return nil
    }

    /// Claims of a class that are tried: more than a text has copies side by side.
    private static let tries = 8

    private func areTwoSources(_ a: Int, _ b: Int) -> Bool {
        documents.numbers[a] != documents.numbers[b] && numbers.sentence[a] != numbers.sentence[b]
    }
}
