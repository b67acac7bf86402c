import Documents
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
            .merging(days(of: conflicts.map(\.discrepancy), in: set)) { $0 + $1 }
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

    /// For each day that is told with another day's name, the claims of other documents of the story that give the day.
    private func days(of conflicts: [Discrepancy], in set: ClaimSet) -> [Int: [Int]] {
        let claims = set.claims
        let dated = conflicts.filter { $0.kind == .weekday }.flatMap(\.claims).filter { day(of: $0) != nil }
        guard !dated.isEmpty else { return [:] }
        let ids = Set(dated.map(\.id))
        let days = claims.indices.compactMap { index in day(of: claims[index]).map { (claim: index, day: $0) } }
        let own = days.filter { ids.contains(claims[$0.claim].id) }
        return Dictionary(
            own.map { mistaken in
                let same = days.filter { other in
                    other.day == mistaken.day && set.stories[other.claim] == set.stories[mistaken.claim]
                        && claims[other.claim].document != claims[mistaken.claim].document
                }
                return (mistaken.claim, same.map(\.claim))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// nil for what tells no single day.
    private func day(of claim: Claim) -> CalendarDay? {
        claim.value.time?.days.flatMap { $0.days == 1 ? $0.first : nil }
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
