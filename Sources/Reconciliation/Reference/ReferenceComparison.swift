import Documents
import Extraction

/// Holds claims against what the house holds for true: each claim alone, against one fact.
struct ReferenceComparison {
    let facts: [ReferenceFact]
    private let subjects: [ReferenceSubject]
    /// The facts of each attribute.
    private let byAttribute: [String: [Int]]
    private let values: ReferenceValues
    private let events: EventWords

    init(_ facts: [ReferenceFact], values: ReferenceValues, events: EventWords) {
        self.facts = facts
        self.values = values
        self.events = events
        subjects = facts.map { ReferenceSubject($0.names) }
        byAttribute = Dictionary(grouping: facts.indices) { facts[$0].claim.attribute }
    }

    /// Every claim that cannot agree with a fact, with the fact; claims of one document that say the same together.
    func findings(in claims: [Claim]) -> [(order: Int, discrepancy: Discrepancy)] {
        guard !facts.isEmpty else { return [] }
        var found: [(order: Int, discrepancy: Discrepancy)] = []
        var places: [String: Int] = [:]
        for (order, claim) in claims.enumerated() {
            for name in Self.names(of: claim) {
                for fact in byAttribute[name] ?? [] {
                    guard let discrepancy = discrepancy(claim, fact) else { continue }
                    if let known = places[discrepancy.id] {
                        found[known].discrepancy.claims.insert(claim, at: found[known].discrepancy.claims.count - 1)
                    } else {
                        places[discrepancy.id] = found.count
                        found.append((order, discrepancy))
                    }
                }
            }
        }
        return found
    }

    /// What a fact may call the attribute of a claim: an open one is a lemma, which a fact may have in the plural.
    private static func names(of claim: Claim) -> [String] {
        let name = claim.attribute.lowercased()
        return claim.isOpen ? [name, name + "s", name + "es"] : [name]
    }

    /// nil where the claim does not speak of the fact, or can agree with it.
    func discrepancy(_ claim: Claim, _ number: Int) -> Discrepancy? {
        let fact = facts[number]
        guard claim.isHeldTrue, Self.names(of: claim).contains(fact.claim.attribute), isWhole(claim, fact),
            isTimely(claim, fact), subjects[number].isSubject(of: claim, events),
            let held = values.reading(of: fact, for: claim), let kind = values.difference(claim, held),
            !values.tolerates(claim, held)
        else { return nil }
        var reference = fact.claim
        reference.value = held
        return Discrepancy(
            id: Fingerprint.of(kind: kind, rule: ReferenceFact.rule, claims: [claim, reference]), kind: kind,
            relation: .contradiction, severity: Discrepancy.Relation.contradiction.severity, status: .new,
            rule: ReferenceFact.rule, subject: claim.subject.kind == .topic ? reference.subject : claim.subject,
            attribute: claim.attribute, message: Message.of(claim, against: reference), claims: [claim, reference])
    }

    // MARK: Gates

    /// A fact is told of the whole; a part that its own name tells is none.
    private func isWhole(_ claim: Claim, _ fact: ReferenceFact) -> Bool {
        claim.scope.allSatisfy { part in
            fact.names.contains { PlaceName.key($0).split(separator: " ").contains(Substring(PlaceName.key(part))) }
        }
    }

    private func isTimely(_ claim: Claim, _ fact: ReferenceFact) -> Bool {
        Self.days(of: claim).map(fact.holds) ?? true
    }

    /// The days that a claim speaks of: those told for its figure, else those of the report. When an event took place is
    /// not when its figures were counted.
    private static func days(of claim: Claim) -> DayInterval? {
        let isFigure = claim.value.quantity != nil && claim.subject.kind != .event && claim.attribute != "age"
        return (isFigure ? claim.time?.days : nil) ?? claim.asOf ?? claim.published
    }

    /// The conditions under which a claim is compared with a fact, in the order of those of two claims.
    func gates(_ claim: Claim, _ number: Int) -> [Gate] {
        let fact = facts[number]
        let held = values.reading(of: fact, for: claim)
        let (told, shown) = (claim.value, held ?? fact.claim.value)
        let areQuantities = told.quantity != nil && shown.quantity != nil
        var gates = [
            Gate(
                name: "told as true", holds: claim.isHeldTrue, first: claim.modality.rawValue, second: "held for true"),
            Gate(
                name: "subject", holds: subjects[number].isSubject(of: claim, events), first: claim.subject.text,
                second: fact.names.joined(separator: ", ")),
            Gate(
                name: "attribute", holds: Self.names(of: claim).contains(fact.claim.attribute),
                first: claim.attribute, second: fact.claim.attribute),
            Gate(
                name: areQuantities ? "unit" : "sort of value", holds: held != nil,
                first: areQuantities ? told.quantity?.unit ?? "a number" : told.sort,
                second: areQuantities ? shown.quantity?.unit ?? "a number" : shown.sort),
            Gate(
                name: "scope", holds: isWhole(claim, fact),
                first: claim.scope.isEmpty ? "the whole" : claim.scope.joined(separator: ", "), second: "the whole"),
            Gate(
                name: "time", holds: isTimely(claim, fact),
                first: Self.days(of: claim)?.description ?? "any time", second: fact.period),
            Gate(
                name: Gate.valuesDiffer, holds: held.map { values.difference(claim, $0) != nil } ?? true,
                first: told.reading, second: shown.reading),
        ]
        if let tolerance = values.quantities.tolerance.tolerances[claim.attribute] {
            gates.append(.tolerance(tolerance, claim.value, shown, holds: !values.tolerates(claim, shown)))
        }
        return gates
    }
}
