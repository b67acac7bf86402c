import Extraction
import Values

/// Compares the values of claims with those of facts, each sort as it is compared between documents.
struct ReferenceValues {
    let quantities: QuantityComparison
    let relations: RelationRule
    let facts: FactComparison
    let roles: RoleComparison

    /// The reading of a fact's value that is of a claim's sort and unit; nil where there is none.
    func reading(of fact: ReferenceFact, for claim: Claim) -> ClaimValue? {
        fact.readings.lazy.compactMap { adapted($0, to: claim) }.first
    }

    private func adapted(_ value: ClaimValue, to claim: Claim) -> ClaimValue? {
        switch (claim.value.content, value.content) {
        case (.quantity(let told), .quantity(var held)):
            held.unit = held.unit ?? assumed(told, claim)
            guard quantities.areComparable(told, held) else { return nil }
            return ClaimValue(text: value.text, figure: value.figure, content: .quantity(held))
        case (.time, .time), (.place(_, nil), .place), (.name, .name), (.words, .words): return value
        default: return nil
        }
    }

    /// What is counted may stay unsaid, and the years of an age.
    private func assumed(_ told: ClaimQuantity, _ claim: Claim) -> String? {
        guard let unit = told.unit else { return nil }
        return quantities.units[unit] == nil || claim.attribute == "age" ? unit : nil
    }

    /// The figures lie no farther apart than figures of the attribute may.
    func tolerates(_ claim: Claim, _ held: ClaimValue) -> Bool {
        guard let told = claim.value.quantity, let held = held.quantity else { return false }
        return quantities.tolerance.allows(told, held, on: claim.attribute)
    }

    /// What differs, whatever is tolerated; nil where both can hold, or nobody can tell.
    func difference(_ claim: Claim, _ held: ClaimValue) -> Discrepancy.Kind? {
        switch (claim.value.content, held.content) {
        case (.quantity(let told), .quantity(let held)):
            quantities.agree(told, held) ? nil : relations.kind(of: claim, told)
        case (.time(let told), .time(let held)): TimeComparison.difference(told, held)
        case (.place(let told, nil), .place(let held, nil)): facts.places.exclude(told, held) ? .place : nil
        case (.name(let told), .name(let held)): isShortForm(told, of: held) ? nil : .name
        case (.words(let told), .words(let held)): exclude(told, held, claim) ? .role : nil
        default: nil
        }
    }

    private func exclude(_ told: String, _ held: String, _ claim: Claim) -> Bool {
        claim.attribute == "role"
            ? roles.exclude(told, held) : facts.kinds.exclude(told, held, isMoreAlike: false)
    }

    /// All words of the one, but for titles and particles, are words of the other.
    private func isShortForm(_ told: String, of held: String) -> Bool {
        let words = NameComparison.words(held)
        return NameComparison.words(told).allSatisfy { word in words.contains { Spelling.isSame($0, word) } }
    }
}
