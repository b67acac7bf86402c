public import Extraction
public import Language

/// Groups claims that speak of the same thing and finds those that cannot stand side by side.
public struct Reconciler: Sendable {
    /// The ids of rules for attributes of which a story has one figure.
    private let once: Set<String>
    /// The ids of rules for figures that are nothing without whose they are.
    private let owned: Set<String>
    /// Nouns that count people.
    private let people: Set<String>
    /// The ids of the checks, whose own claims are compared nowhere else.
    private let checks: Set<String>
    let quantities: QuantityComparison
    private let relations: RelationRule
    private let comparisons: [String: CasualtyComparison]
    private let facts: FactComparison
    /// The ids of rules for what does not change from story to story.
    private let lasting: Set<String>
    /// The wider kind of each kind of event.
    private let families: [String: String]
    private let roles: RoleTables
    /// The first of its synonyms for each word that has some.
    private let synonyms: [String: String]
    let forms: NameForms
    let severities: SeverityPolicy
    let references: ReferenceComparison
    /// nil where no rule file has one: figures are compared under one attribute alone.
    private let counterparts: CounterpartModel?
    /// Steps in the life of things, and nouns for so many things that two documents may mean two of them.
    private let steps: StepWords
    private let vagueThings: Set<String>
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
        let read = Excerpts.read(claims)
        let stories = StoryGrouping(read, forms: forms, gazetteer: gazetteer)
        let groups = SubjectGroup.groups(of: claims, tellings, stories, families)
        var discrepancies: [(order: Int, discrepancy: Discrepancy)] = []
        let values = ValueNumbers(read)
        let comparison = CellComparison(claims: claims, values: values, casualties: comparisons)
        for group in groups {
            for cell in comparison.cells(of: group.claims) {
                for found in comparison.findings(in: cell) {
                    discrepancies.append((cell[0], discrepancy(found, claims, subject: group.subject)))
                }
            }
        }
        func add(_ found: [Disagreement]) {
            discrepancies += found.map { ($0.members.min() ?? 0, discrepancy($0, claims)) }
        }
        add(aligned(read, values, groups, stories))
        add(WordReconciler(claims: claims, stories: stories, roles: roles).findings())
        add(FactAligner(claims: read, comparison: facts, lasting: lasting).findings(storyOf: stories.storyOf))
        add(counterparts(of: read, values, stories, besides: discrepancies.map(\.discrepancy)))
        add(milestones(of: read, stories, besides: discrepancies.map(\.discrepancy)))
        let conflicts = ConflictFinder(claims, tolerance: quantities.tolerance).findings(
            besides: discrepancies.map(\.discrepancy))
        discrepancies += corroborated(conflicts, read, values, stories)
        discrepancies += references.findings(in: claims)
        return Reconciliation(
            subjects: groups,
            discrepancies: discrepancies.compactMap { found in
                severities.applied(to: found.discrepancy).map { (order: found.order, discrepancy: $0) }
            }.sorted { a, b in
                a.discrepancy.severity != b.discrepancy.severity
                    ? a.discrepancy.severity > b.discrepancy.severity
                    : (a.order, a.discrepancy.id) < (b.order, b.discrepancy.id)
            }.map(\.discrepancy))
    }

    /// What is compared claim by claim.
    private struct Cell: Hashable {
        var story: Int
        var attribute: String
        var dimension: String
    }

    /// What disagrees among the claims that no event brings together: those of one story, attribute and dimension.
    private func aligned(
        _ claims: [Claim], _ values: ValueNumbers, _ groups: [SubjectGroup], _ stories: StoryGrouping
    ) -> [Disagreement] {
        var events = [Int](repeating: -1, count: claims.count)
        for (number, group) in groups.enumerated() where group.subject.kind == .event {
            for claim in group.claims { events[claim] = number }
        }
        var profiler = ClaimProfiler(
            once: once, owned: owned, people: people, synonyms: synonyms, forms: forms)
        let profiles = claims.indices.map {
            comparisons.index(forKey: claims[$0].rule) == nil
                ? profiler.profile(claims[$0], value: values[$0], event: events[$0]) : .empty
        }
        let aligner = Aligner(
            claims: claims, profiles: profiles, by: profiler, quantities: quantities, relations: relations)
        var cells: [Cell: [Int]] = [:]
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        for index in claims.indices where isAligned(claims[index].rule) && !claims[index].isDateOfStory {
            guard let dimension = dimension(of: claims[index].value) else { continue }
            let story = stories.storyOf[claims[index].document] ?? 0
            let name = claims[index].attribute
            let attribute = claims[index].isOpen ? synonyms[name] ?? name : name
            cells[Cell(story: story, attribute: attribute, dimension: dimension), default: []].append(index)
        }
        return cells.values.sorted { $0[0] < $1[0] }.flatMap(aligner.findings)
    }

    /// What disagrees among the figures that no attribute brings together, but the words around them.
    /// - Parameter known: what was found otherwise.
    private func counterparts(
        of claims: [Claim], _ values: ValueNumbers, _ stories: StoryGrouping, besides known: [Discrepancy]
    ) -> [Disagreement] {
        guard let counterparts else { return [] }
        let told = Set(known.flatMap { $0.claims.map(\.id) })
        let mayBeTold = claims.indices.map {
            comparisons.index(forKey: claims[$0].rule) == nil && !told.contains(claims[$0].id)
        }
        return counterpartFinder(claims, values, stories).findings(
            by: counterparts, relations: relations, mayBeTold: mayBeTold)
    }

    /// What disagrees inside a document, with the figures of other documents that are those of the finding.
    private func corroborated(
        _ conflicts: [(order: Int, discrepancy: Discrepancy)], _ claims: [Claim], _ values: ValueNumbers,
        _ stories: StoryGrouping
    ) -> [(order: Int, discrepancy: Discrepancy)] {
        guard let counterparts, !conflicts.isEmpty else { return conflicts }
        let finder = counterpartFinder(claims, values, stories)
        let told = Set(conflicts.flatMap { $0.discrepancy.claims.map(finder.story) })
        let same = finder.corroborations(by: counterparts, stories: told)
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

    private func counterpartFinder(
        _ claims: [Claim], _ values: ValueNumbers, _ stories: StoryGrouping
    ) -> CounterpartFinder {
        CounterpartFinder(
            claims: claims, values: values, storyOf: stories.storyOf, quantities: quantities, checks: checks,
            owned: owned)
    }

    /// What finds figures of one thing in a set of claims, and makes a model learn to.
    package func counterpartFinder(for claims: [Claim]) -> CounterpartFinder {
        counterpartFinder(claims, ValueNumbers(claims), StoryGrouping(claims, forms: forms, gazetteer: gazetteer))
    }

    /// What disagrees among the dates of one step in the life of one thing.
    /// - Parameter known: what was found otherwise.
    private func milestones(
        of claims: [Claim], _ stories: StoryGrouping, besides known: [Discrepancy]
    ) -> [Disagreement] {
        let dated = known.filter { $0.kind == .date || $0.kind == .weekday }
        let told = Set(dated.flatMap { $0.claims.map(\.id) })
        let profiler = MilestoneProfiler(steps: steps, vague: vagueThings, synonyms: synonyms, forms: forms)
        return MilestoneFinder(claims: claims, storyOf: stories.storyOf, profiler: profiler, relations: relations)
            .findings { isAligned($0.rule) && !told.contains($0.id) }
    }

    /// Casualties are compared by their events, checks within their document.
    private func isAligned(_ rule: String) -> Bool { comparisons.index(forKey: rule) == nil && !checks.contains(rule) }

    /// Claims of one attribute are compared where these are equal; nil where the value is neither a quantity nor a time.
    private func dimension(of value: ClaimValue) -> String? {
        switch value.content {
        case .quantity(let quantity): quantities.dimension(quantity)
        case .time: "time"
        default: nil
        }
    }

    /// - Parameter subject: nil for the first of the claims' own that is more than a topic.
    private func discrepancy(_ found: Disagreement, _ all: [Claim], subject: Subject? = nil) -> Discrepancy {
        let claims = found.members.sorted().map { all[$0] }
        let subject = subject ?? claims.first { $0.subject.kind != .topic }?.subject ?? claims[0].subject
        // Without dates nobody can tell a newer figure from a wrong one.
        let severity = found.isDated ? found.relation.severity : min(found.relation.severity, .warning)
        return Discrepancy(
            id: Fingerprint.of(kind: found.kind, rule: claims[0].rule, claims: claims), kind: found.kind,
            relation: found.relation, severity: severity, status: .new, rule: claims[0].rule,
            subject: subject, attribute: claims[0].attribute,
            message: Message.of(found.relation, subject: subject, claims: claims), claims: claims)
    }

    /// Keys by which claims can be parted so that every comparable pair shares a part.
    public static func blocks(of claim: Claim) -> [String] {
        let conflicts = claim.conflicts.isEmpty ? [] : ["conflict|" + claim.document]
        return (comparable(claim) + conflicts).sorted()
    }

    private static func comparable(_ claim: Claim) -> [String] {
        if let kind = WordReconciler.Kind(rule: claim.rule) { return kind.blocks(of: claim) }
        if let blocks = FactAligner.blocks(of: claim) { return blocks }
        // Two documents of one story tell one figure or date by other attributes, of other subjects.
        let sort = claim.value.time == nil ? "figure|" : "date|"
        let keys = StoryKeys.keys(of: claim).map { sort + $0 }
        let own = claim.subject.event.map(EventGrouping.blockingKeys) ?? (keys.isEmpty ? [claim.subject.key] : [])
        return own.map { claim.attribute + "|" + $0 } + keys
    }
}

/// What reconciling a set of claims gives.
public struct Reconciliation: Sendable {
    public var subjects: [SubjectGroup]
    /// The worst first, then in document order.
    public var discrepancies: [Discrepancy]
}
