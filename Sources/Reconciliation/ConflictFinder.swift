import Documents
import Extraction

/// Makes discrepancies of what claims contradict inside their own document.
struct ConflictFinder {
    private struct Place: Hashable {
        var document: String
        var span: ByteSpan
    }

    private let claims: [Claim]
    private let tolerance: ToleranceComparison
    private let byPlace: [Place: [Int]]

    init(_ claims: [Claim], tolerance: ToleranceComparison) {
        self.claims = claims
        self.tolerance = tolerance
        let involved = claims.indices.filter { !claims[$0].conflicts.isEmpty }
        byPlace = Dictionary(grouping: involved) { Place(document: claims[$0].document, span: claims[$0].span) }
    }

    /// In the order of the claims that carry the conflicts.
    /// - Parameter known: what was found otherwise; what one of these tells is not told twice.
    func findings(besides known: [Discrepancy]) -> [(order: Int, discrepancy: Discrepancy)] {
        guard !byPlace.isEmpty else { return [] }
        var byClaim: [String: [Int]] = [:]
        for (index, discrepancy) in known.enumerated() {
            for claim in discrepancy.claims { byClaim[claim.id, default: []].append(index) }
        }
        return byPlace.values.flatMap { $0 }.sorted().flatMap { index in
            claims[index].conflicts.compactMap { conflict in
                guard let found = discrepancy(conflict, of: index),
                    !(byClaim[claims[index].id] ?? []).contains(where: { covers(known[$0], found) })
                else { return nil }
                return (index, found)
            }
        }
    }

    /// One discrepancy tells all that the other does.
    private func covers(_ discrepancy: Discrepancy, _ other: Discrepancy) -> Bool {
        discrepancy.kind == other.kind && Set(discrepancy.claims.map(\.id)).isSuperset(of: other.claims.map(\.id))
    }

    /// nil where the other claims are not at hand, or the difference is tolerated.
    private func discrepancy(_ conflict: Conflict, of index: Int) -> Discrepancy? {
        let primary = claims[index]
        let others = conflict.others.compactMap { other($0, conflict, in: primary.document) }
        guard let kind = Discrepancy.Kind(rawValue: conflict.kind), !others.isEmpty,
            others.count == conflict.others.count
        else { return nil }
        if others.count == 1, tolerates(primary, claims[others[0]]) { return nil }
        let members = [index] + Set(others).subtracting([index]).sorted()
        let involved = members.map { claims[$0] }
        let subject = involved.first { $0.subject.kind != .topic }?.subject ?? primary.subject
        return Discrepancy(
            id: Fingerprint.of(kind: kind, rule: conflict.rule, claims: involved), kind: kind,
            relation: .contradiction, severity: .error, status: .new, rule: conflict.rule, subject: subject,
            attribute: primary.attribute, message: conflict.message, claims: involved)
    }

    /// Two figures of one attribute lie no farther apart than they may.
    private func tolerates(_ a: Claim, _ b: Claim) -> Bool {
        guard a.attribute == b.attribute, let first = a.value.quantity, let second = b.value.quantity else {
            return false
        }
        return tolerance.allows(first, second, on: a.attribute)
    }

    /// The claim at a place that takes part in a conflict.
    private func other(_ span: ByteSpan, _ conflict: Conflict, in document: String) -> Int? {
        byPlace[Place(document: document, span: span)]?.first { index in
            claims[index].conflicts.contains { $0.rule == conflict.rule && $0.message == conflict.message }
        }
    }
}
