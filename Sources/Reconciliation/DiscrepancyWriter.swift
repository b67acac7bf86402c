import Extraction

/// Makes discrepancies of what was found among some claims.
struct DiscrepancyWriter {
    private let claims: [Claim]
    private let values: ValueNumbers
    /// By the number of the value: to write a number costs much.
    private var readings: [Int32: String] = [:]

    init(_ claims: [Claim], _ values: ValueNumbers) {
        self.claims = claims
        self.values = values
    }

    /// - Parameter subject: nil for the first of the claims' own that is more than a topic.
    mutating func discrepancy(_ found: Disagreement, subject: Subject? = nil) -> Discrepancy {
        let members = found.members.sorted()
        let claims = members.map { self.claims[$0] }
        let subject = subject ?? claims.first { $0.subject.kind != .topic }?.subject ?? claims[0].subject
        // Without dates nobody can tell a newer figure from a wrong one.
        let severity = found.isDated ? found.relation.severity : min(found.relation.severity, .warning)
        let message = Message.of(
            found.relation, subject: subject, claims: claims, values: members.map { values[$0] })
        return Discrepancy(
            id: Fingerprint.of(
                kind: found.kind, rule: claims[0].rule, claims: claims, readings: members.map { reading($0) }),
            kind: found.kind, relation: found.relation, severity: severity, status: .new, rule: claims[0].rule,
            subject: subject, attribute: claims[0].attribute, message: message, claims: claims)
    }

    private mutating func reading(_ claim: Int) -> String {
        if let known = readings[values[claim]] { return known }
        let reading = claims[claim].value.reading
        readings[values[claim]] = reading
        return reading
    }
}
