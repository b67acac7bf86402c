public import Extraction

/// Groups claims that speak of the same thing and finds those that cannot stand side by side.
public struct Reconciler: Sendable {
    private let comparisons: [String: Comparison]

    /// - Parameter rules: tells which attributes change while their event is fresh.
    public init(rules: RuleSet) {
        comparisons = Dictionary(
            rules.attributes.map { ($0.id, Comparison(evolves: $0.evolves, settlesAfter: $0.settlesAfter)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The subjects of a set of claims, in the order in which they first come up, and what disagrees about them.
    /// - Parameter claims: in document order, with their ids.
    public func reconcile(_ claims: [Claim]) -> Reconciliation {
        let groups = SubjectGroup.groups(of: claims)
        var discrepancies: [(order: Int, discrepancy: Discrepancy)] = []
        for group in groups {
            for cell in group.cells(of: claims) {
                for discrepancy in self.discrepancies(in: cell.map { claims[$0] }, subject: group.subject) {
                    discrepancies.append((cell[0], discrepancy))
                }
            }
        }
        return Reconciliation(
            subjects: groups,
            discrepancies: discrepancies.sorted { a, b in
                a.discrepancy.severity != b.discrepancy.severity
                    ? a.discrepancy.severity > b.discrepancy.severity
                    : (a.order, a.discrepancy.id) < (b.order, b.discrepancy.id)
            }.map(\.discrepancy))
    }

    /// Keys by which claims can be parted so that every comparable pair shares a part.
    public static func blocks(of claim: Claim) -> [String] {
        guard let event = claim.subject.event else { return [claim.attribute + "|" + claim.subject.key] }
        return EventGrouping.blockingKeys(event).map { claim.attribute + "|" + $0 }.sorted()
    }

    /// What disagrees among claims of one subject, attribute, unit and scope: one discrepancy for each relation.
    private func discrepancies(in claims: [Claim], subject: Subject) -> [Discrepancy] {
        guard claims.count > 1, let comparison = comparisons[claims[0].rule] else { return [] }
        var members: [Discrepancy.Relation: Set<Int>] = [:]
        var undated: Set<Discrepancy.Relation> = []
        for first in claims.indices {
            for second in claims.indices[(first + 1)...] {
                guard case .differ(let relation, let isDated) = comparison.verdict(claims[first], claims[second]) else {
                    continue
                }
                members[relation, default: []].formUnion([first, second])
                if !isDated { undated.insert(relation) }
            }
        }
        return Discrepancy.Relation.allCases.compactMap { relation in
            guard let found = members[relation] else { return nil }
            let claims = found.sorted().map { claims[$0] }
            // Without dates nobody can tell a newer figure from a wrong one.
            let severity = undated.contains(relation) ? min(relation.severity, .warning) : relation.severity
            return Discrepancy(
                id: Fingerprint.of(kind: .quantity, rule: claims[0].rule, claims: claims), kind: .quantity,
                relation: relation, severity: severity, status: .new, rule: claims[0].rule, subject: subject,
                attribute: claims[0].attribute,
                message: Message.of(relation, subject: subject, claims: claims), claims: claims)
        }
    }
}

/// What reconciling a set of claims gives.
public struct Reconciliation: Sendable {
    public var subjects: [SubjectGroup]
    /// The worst first, then in document order.
    public var discrepancies: [Discrepancy]
}
