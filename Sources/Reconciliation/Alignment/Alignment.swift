import Extraction

extension Reconciler {
    /// What is compared claim by claim.
    private struct Cell: Hashable {
        var story: Int
        var attribute: Int32
        /// Claims of one attribute are compared where these are equal.
        var dimension: Int32
    }

    /// That of times, as of no unit.
    private static let time: Int32 = -1

    /// What disagrees among the claims that no event brings together: those of one story, attribute and dimension.
    func aligned(_ set: ClaimSet, _ groups: [SubjectGroup]) -> [Disagreement] {
        let isCasualty = set.areOfRules { comparisons[$0] != nil }
        var events = [Int](repeating: -1, count: set.claims.count)
        for (number, group) in groups.enumerated() where group.subject.kind == .event {
            for claim in group.claims { events[claim] = number }
        }
        var profiler = ClaimProfiler(
            set, once: once, owned: owned, people: people, synonyms: synonyms, forms: forms)
        let profiles = set.claims.indices.map {
            isCasualty[$0] ? .empty : profiler.profile($0, event: events[$0])
        }
        let aligner = Aligner(set: set, profiles: profiles, by: profiler, quantities: quantities, relations: relations)
        return cells(of: set).flatMap(aligner.findings)
    }

    private func cells(of set: ClaimSet) -> [[Int]] {
        let (claims, numbers) = (set.claims, set.numbers)
        let isAligned = set.areOfRules { self.isAligned($0) && !Claim.isDateOfStory(rule: $0) }
        let dimensions = quantities.dimensions(of: numbers.units)
        var names = Numbering<String>()
        let ofRules = numbers.attributes.things.map { names.number(of: $0) }
        let open = numbers.attributes.things.map { names.number(of: synonyms[$0] ?? $0) }
        return claims.indices.grouped { index -> Cell? in
            let unit = numbers.unit[index]
            guard isAligned[index], unit >= 0 || claims[index].value.isTime else { return nil }
            let attribute = Int(numbers.attribute[index])
            return Cell(
                story: set.stories[index], attribute: claims[index].isOpen ? open[attribute] : ofRules[attribute],
                dimension: unit >= 0 ? dimensions[Int(unit)] : Self.time)
        }.map(\.members)
    }
}
