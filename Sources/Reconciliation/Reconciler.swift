public import Extraction
public import Language

/// Groups claims that speak of the same thing and finds those that cannot stand side by side.
public struct Reconciler: Sendable {
    /// The ids of rules for attributes of which a story has one figure.
    let once: Set<String>
    /// The ids of rules for figures that are nothing without whose they are.
    let owned: Set<String>
    /// Nouns that count people.
    let people: Set<String>
    /// The ids of the checks, whose own claims are compared nowhere else.
    let checks: Set<String>
    let quantities: QuantityComparison
    let relations: RelationRule
    let comparisons: [String: CasualtyComparison]
    private let facts: FactComparison
    /// The ids of rules for what does not change from story to story.
    private let lasting: Set<String>
    /// The wider kind of each kind of event.
    private let families: [String: String]
    private let roles: RoleTables
    /// The first of its synonyms for each word that has some.
    let synonyms: [String: String]
    let forms: NameForms
    let severities: SeverityPolicy
    let references: ReferenceComparison
    /// nil where no rule file has one: figures are compared under one attribute alone.
    let counterparts: CounterpartModel?
    /// Steps in the life of things, and nouns for so many things that two documents may mean two of them.
    let steps: StepWords
    let vagueThings: Set<String>
    let gazetteer: Gazetteer?

    /// - Parameters:
    ///   - rules: tells which attributes change while their event is fresh.
    ///   - gazetteer: tells countries from towns; without it, places are compared by their names alone.
    ///   - severities: what is set apart from the severities of the relations.
    ///   - tolerances: how far figures may lie apart without being opposed.
    ///   - references: what the house holds for true.
    public init(
        rules: RuleSet, gazetteer: Gazetteer? = nil, severities: SeverityPolicy = SeverityPolicy(),
        tolerances: Tolerances = Tolerances(), references: [ReferenceFact] = []
    ) {
        self.severities = severities
        let quantities = QuantityComparison(units: rules.units, tolerances: tolerances)
        self.quantities = quantities
        facts = FactComparison(rules, gazetteer: gazetteer)
        lasting = Set(rules.places.filter(\.isLasting).map(\.id))
        comparisons = Dictionary(
            rules.attributes.map {
                (
                    $0.id,
                    CasualtyComparison(
                        evolves: $0.evolves, settlesAfter: $0.settlesAfter, isInferred: $0.outcome != nil,
                        tolerance: quantities.tolerance)
                )
            },
            uniquingKeysWith: { first, _ in first })
        people = Set((rules.wordClasses[.person] ?? []) + (rules.wordClasses[.anyone] ?? []))
        once = Set(rules.measures.filter(\.isOnce).map(\.id))
        owned = Set(rules.measures.filter(\.isOwned).map(\.id))
        forms = NameForms(rules.nicknames)
        self.gazetteer = gazetteer
        counterparts = rules.counterparts
        steps = StepWords(rules.steps)
        vagueThings = Set(rules.vagueThings)
        checks = Set(rules.checks.rules.map(\.id))
        families = Dictionary(rules.events.map { ($0.kind, $0.family) }, uniquingKeysWith: { first, _ in first })
        roles = RoleTables(rules)
        synonyms = Dictionary(
            rules.synonyms.flatMap { words in words.dropFirst().map { ($0, words[0]) } },
            uniquingKeysWith: { first, _ in first })
        relations = RelationRule(evolving: Set(rules.measures.filter(\.evolves).map(\.id)), units: rules.units)
        self.references = ReferenceComparison(
            references,
            values: ReferenceValues(
                quantities: quantities, relations: relations, facts: facts,
                roles: RoleComparison(claims: [], tables: roles)),
            events: EventWords(rules.events))
    }

    /// The subjects of a set of claims, in the order in which they first come up, and what disagrees about them.
    /// - Parameters:
    ///   - claims: in document order, with their ids.
    ///   - tellings: the events that the documents are about, also where they claim nothing of them.
    public func reconcile(_ claims: [Claim], about tellings: [EventTelling] = []) -> Reconciliation {
        let set = claimSet(Excerpts.read(claims))
        let groups = SubjectGroup.groups(of: claims, tellings, set.stories, families)
        var writer = DiscrepancyWriter(claims, set.values)
        var found = Findings(claimCount: claims.count)
        let comparison = CellComparison(claims, of: set, casualties: comparisons)
        for group in groups {
            for cell in comparison.cells(of: group.claims) {
                for disagreement in comparison.findings(in: cell) {
                    found.add(disagreement, writer.discrepancy(disagreement, subject: group.subject), order: cell[0])
                }
            }
        }
        func add(_ disagreements: [Disagreement]) {
            for disagreement in disagreements { found.add(disagreement, writer.discrepancy(disagreement)) }
        }
        add(aligned(set, groups))
        add(WordReconciler(claims: claims, set: set, roles: roles).findings())
        add(FactAligner(set: set, comparison: facts, lasting: lasting).findings())
        add(counterparts(of: set, besides: found))
        add(milestones(of: set, besides: found))
        let conflicts = ConflictFinder(claims, tolerance: quantities.tolerance).findings(besides: found.discrepancies)
        found.add(corroborated(conflicts, set))
        found.add(references.findings(in: claims))
        return Reconciliation(subjects: groups, discrepancies: found.sorted(by: severities))
    }

    /// A set of claims, ready to compare.
    func claimSet(_ claims: [Claim]) -> ClaimSet { ClaimSet(claims, forms: forms, gazetteer: gazetteer) }

    /// What disagrees among the dates of one step in the life of one thing.
    /// - Parameter known: what was found otherwise.
    private func milestones(of set: ClaimSet, besides known: Findings) -> [Disagreement] {
        let profiler = MilestoneProfiler(steps: steps, vague: vagueThings, synonyms: synonyms, forms: forms)
        let isAligned = set.areOfRules(self.isAligned)
        return MilestoneFinder(set: set, profiler: profiler, relations: relations)
            .findings { isAligned[$0] && !known.isDateTold[$0] }
    }

    /// Casualties are compared by their events, checks within their document.
    func isAligned(_ rule: String) -> Bool { comparisons.index(forKey: rule) == nil && !checks.contains(rule) }
}

/// What reconciling a set of claims gives.
public struct Reconciliation: Sendable {
    public var subjects: [SubjectGroup]
    /// The worst first, then in document order.
    public var discrepancies: [Discrepancy]
}
