package import Extraction

extension Reconciler {
    /// What disagrees among the figures that no attribute brings together, but the words around them.
    /// - Parameter known: what was found otherwise.
    func counterparts(of set: ClaimSet, besides known: Findings) -> [Disagreement] {
        guard let counterparts else { return [] }
        let isCasualty = set.areOfRules { comparisons[$0] != nil }
        return counterpartFinder(set).findings(
            by: counterparts, relations: relations,
            mayBeTold: set.claims.indices.map { !isCasualty[$0] && !known.isTold[$0] })
    }

    /// What disagrees inside a document, with the figures of other documents that are those of the finding.
    func corroborated(
        _ conflicts: [(order: Int, discrepancy: Discrepancy)], _ set: ClaimSet
    ) -> [(order: Int, discrepancy: Discrepancy)] {
        guard let counterparts, !conflicts.isEmpty else { return conflicts }
        let finder = counterpartFinder(set)
        let told = Set(conflicts.flatMap { $0.discrepancy.claims.map(finder.story) })
        let same = finder.corroborations(by: counterparts, stories: told)
        let claims = set.claims
        let places = Dictionary(claims.indices.map { (claims[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        return conflicts.map { order, discrepancy in
            var discrepancy = discrepancy
            let own = discrepancy.claims.compactMap { places[$0.id] }
            let others = Set(own.flatMap { same[$0] ?? [] }).subtracting(own)
            discrepancy.claims += others.sorted().map { claims[$0] }
            return (order, discrepancy)
        }
    }

    /// How likely two figures that differ are of one thing, for a reader; nil for what is not compared by likelihood.
    func likelihood(_ first: Int, _ second: Int, of claims: [Claim]) -> String? {
        guard let counterparts,
            let likelihood = counterpartFinder(for: claims).likelihood(first, second, by: counterparts)
        else { return nil }
        return "By their words, the figures are of one thing with a likelihood of \(Self.rounded(likelihood)); "
            + "\(Self.rounded(counterparts.threshold)) is needed."
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private func counterpartFinder(_ set: ClaimSet) -> CounterpartFinder {
        CounterpartFinder(set: set, quantities: quantities, checks: checks, owned: owned)
    }

    /// What finds figures of one thing in a set of claims, and makes a model learn to.
    package func counterpartFinder(for claims: [Claim]) -> CounterpartFinder { counterpartFinder(claimSet(claims)) }
}
