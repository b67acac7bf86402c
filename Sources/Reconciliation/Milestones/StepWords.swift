import Extraction

/// Which steps in the life of things words tell, and which of those happen again.
struct StepWords {
    private var byAttribute: [String: Set<Int>] = [:]
    private var byWord: [String: Set<Int>] = [:]
    private let recurring: Set<Int>
    private let happenings: Set<Int>
    private let own: Set<Int>

    init(_ steps: [StepRule]) {
        recurring = Set(steps.indices.filter { steps[$0].recurs })
        happenings = Set(steps.indices.filter { steps[$0].happens })
        own = Set(steps.indices.filter { steps[$0].isOwn || steps[$0].happens })
        for (number, step) in steps.enumerated() {
            for attribute in step.attributes { byAttribute[attribute, default: []].insert(number) }
            for word in step.words { byWord[word, default: []].insert(number) }
        }
    }

    var isEmpty: Bool { byAttribute.isEmpty && byWord.isEmpty }

    /// The steps that a date is of; none for a date of anything else.
    func steps(of claim: Claim) -> Set<Int> {
        guard claim.isOpen else { return byAttribute[claim.attribute] ?? [] }
        if let own = byWord[claim.attribute] { return own }
        let verb = claim.attribute.prefix { $0 != " " }
        return byWord[String(verb)] ?? []
    }

    /// A word tells a step, and nothing of the thing that takes it.
    func isStep(_ word: String) -> Bool { byWord[word] != nil }

    /// Each of the steps happens again.
    func recur(_ steps: Set<Int>) -> Bool { steps.isSubset(of: recurring) }

    /// One of the steps is of the happening itself, whoever it befalls.
    func happen(_ steps: Set<Int>) -> Bool { !steps.isDisjoint(with: happenings) }

    /// Whoever takes one of the steps takes it alone: nothing needs to be told besides.
    func areOwn(_ steps: Set<Int>) -> Bool { !steps.isDisjoint(with: own) }
}
