import Language

/// The words that evoke facts, by the hashes of their lemmas. A class, as is each index: it is read for each token.
final class FactIndex: Sendable {
    /// A verb, adjective or noun with the word that must go with it.
    struct Evocation: Sendable {
        var rule: Int
        /// The particle or preposition; the word before a noun.
        var companion: UInt64?
        /// A particle that stands before the preposition of a place: "pick [up] at".
        var particle: UInt64?
        /// What an opposite rule says with it.
        var isYes = true
    }

    let opposites: FormTable<[Evocation]>
    /// For each opposite rule the nouns that it is told of; empty for any.
    let opposedObjects: [FormSet]
    /// Verbs by which a place is told; each has its preposition.
    let places: FormTable<[Evocation]>
    let placeNouns: FormTable<Int>
    /// The rule for what "is in" a place.
    let copularPlace: Int?
    let denials: FormSet
    let things: FormTable<[Evocation]>

    init(_ rules: RuleSet) {
        var opposites: [UInt64: [Evocation]] = [:]
        var places: [UInt64: [Evocation]] = [:]
        var placeNouns: [UInt64: Int] = [:]
        var things: [UInt64: [Evocation]] = [:]
        denials = FormSet(rules.facts.denials.map { FoldedForm($0).hash })
        let opposedObjects = rules.opposites.map { FormSet($0.objects.map { FoldedForm($0).hash }) }
        copularPlace = rules.places.firstIndex(where: \.isCopular)
        for (rule, opposite) in rules.opposites.enumerated() {
            for phrase in opposite.yes { Self.add(phrase, rule, to: &opposites) }
            for phrase in opposite.no { Self.add(phrase, rule, isYes: false, to: &opposites) }
        }
        for (rule, place) in rules.places.enumerated() {
            for phrase in place.verbs + place.objects { Self.add(phrase, rule, to: &places) }
            for noun in place.nouns { placeNouns[FoldedForm(noun).hash] = rule }
        }
        for (rule, thing) in rules.facts.things.enumerated() {
            for phrase in thing.nouns {
                let words = phrase.split(separator: " ").map { FoldedForm(String($0)).hash }
                guard let last = words.last else { continue }
                things[last, default: []].append(Evocation(rule: rule, companion: words.count > 1 ? words[0] : nil))
            }
        }
        // What needs two words comes before what needs one, and what is told of some nouns before what is told of any.
        func rank(_ evocation: Evocation) -> Int {
            (evocation.companion == nil ? 2 : 0) + (opposedObjects[evocation.rule].isEmpty ? 1 : 0)
        }
        for (key, evocations) in opposites {
            opposites[key] = evocations.enumerated().sorted {
                (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
            }.map(\.element)
        }
        for key in things.keys { things[key]?.sort { $0.companion != nil && $1.companion == nil } }
        self.opposedObjects = opposedObjects
        self.opposites = FormTable(opposites)
        self.places = FormTable(places)
        self.placeNouns = FormTable(placeNouns)
        self.things = FormTable(things)
    }

    private static func add(
        _ phrase: String, _ rule: Int, isYes: Bool = true, to table: inout [UInt64: [Evocation]]
    ) {
        let words = phrase.split(separator: " ").map { FoldedForm(String($0)).hash }
        table[words[0], default: []].append(
            Evocation(
                rule: rule, companion: words.count > 1 ? words[words.count - 1] : nil,
                particle: words.count > 2 ? words[1] : nil, isYes: isYes))
    }
}
