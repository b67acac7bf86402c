import Extraction

extension Reconciler {
    /// Why a claim and a fact are reported as a discrepancy, or are not.
    /// - Parameters:
    ///   - first: index of a claim or, behind the claims, of a fact; one of both is a fact.
    func whyOfFact(_ first: Int, _ second: Int, of claims: [Claim]) -> Comparability {
        let (claim, number) = (min(first, second), max(first, second) - claims.count)
        guard claim < claims.count else {
            return Comparability(gates: [], outcome: "Both are facts, which are not compared with each other.")
        }
        let gates = references.gates(claims[claim], number)
        let isTurned = first > second
        return Comparability(
            gates: isTurned ? gates.map(\.turned) : gates, outcome: outcome(claims[claim], number, gates))
    }

    private func outcome(_ claim: Claim, _ number: Int, _ gates: [Gate]) -> String {
        if let found = references.discrepancy(claim, number) {
            guard severities.applied(to: found) != nil else {
                return "They differ, but a setting keeps the finding off."
            }
            return "Reported together as \(found.kind.rawValue), \(found.relation.rawValue) [\(found.id.prefix(8))]."
        }
        return gates.first { !$0.holds }.map(\.outcome) ?? Gate.agreement
    }
}

extension Gate {
    fileprivate var turned: Gate { Gate(name: name, holds: holds, first: second, second: first) }
}
