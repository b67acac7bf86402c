import Documents
import Extraction
import Language
import Values

/// What aligning looks at of a claim, made once. It holds numbers alone, as it is read for each pair of claims.
struct ClaimProfile {
    /// Number of its document in the run.
    var document: Int32
    /// Digest of the text of its sentence: copies of one text have one.
    var sentence: UInt64
    /// Its document holds it for true.
    var isAsserted: Bool
    var isOpen: Bool
    var isAge: Bool
    var isTime: Bool
    /// A story has one figure of this attribute.
    var isOnce: Bool
    /// Whose date, whose age: such claims are nothing without their subject.
    var needsSubject: Bool
    /// Whose votes: such claims are compared where they have one holder, named or not.
    var isOwned: Bool
    /// An open count of people, of whom every story has many groups.
    var countsPeople: Bool
    /// The words of its clause but for those of its attribute.
    var terms: WordLists.List
    /// What narrows it.
    var scope: WordLists.List
    /// The names and aliases of its subject; empty where the subject has no name.
    var names: WordLists.List
    /// The nouns that can stand for its subject: its own, or the last words of its names.
    var nouns: WordLists.List
    /// The group of its event, or -1.
    var event: Int32
    /// The time that the value is told for.
    var time: DayInterval?
    /// Number of its value: equal for equal ones.
    var value: Int32
    /// Number of value, unit, scope, subject and event together: claims of one class differ in their words alone.
    var valueClass: Int32
}

extension ClaimProfile {
    /// That of a claim which is compared by its event alone.
    static let empty = ClaimProfile(
        document: -1, sentence: 0, isAsserted: false, isOpen: false, isAge: false, isTime: false, isOnce: false,
        needsSubject: false,
        isOwned: false, countsPeople: false, terms: .empty, scope: .empty, names: .empty, nouns: .empty,
        event: -1, time: nil, value: -1, valueClass: -1)
}

/// Makes profiles: numbers the words of all claims.
struct ClaimProfiler {
    /// The words, names and scopes of the profiles.
    private(set) var lists = WordLists()
    /// In how many claims each word stands.
    private(set) var frequency: [Int32] = []

    private let claims: [Claim]
    private let set: ClaimSet
    private let forms: NameForms
    /// The first of its synonyms for each word that has some.
    private let synonyms: [String: String]
    /// By claim: a story has one figure of its attribute; the figure is nothing without whose it is.
    private let isOnce: [Bool]
    private let isOwned: [Bool]
    /// Nouns that count people.
    private let people: Set<String>

    private var words: [String: Int32] = [:]
    /// By the numbers of attributes, entities and terms.
    private var attributes: [Attribute?]
    private var entities: [(names: WordLists.List, nouns: WordLists.List)?]
    private var terms: [Int32]
    private var classes: [ValueClass: Int32] = [:]
    private var found: [Int32] = []

    private struct Attribute {
        var words: [Int32]
        var isAge: Bool
        var countsPeople: Bool
    }

    private struct ValueClass: Hashable {
        var value: Int32
        var names: WordLists.List
        var scope: WordLists.List
        var nouns: WordLists.List
        var event: Int32
        var time: DayInterval?
        var asOf: DayInterval?
    }

    /// - Parameters:
    ///   - once: the ids of rules for attributes of which a story has one figure.
    ///   - owned: those of rules for figures that are nothing without whose they are.
    ///   - people: nouns that count people.
    ///   - synonyms: the first of its synonyms for each word that has some.
    init(
        _ set: ClaimSet, once: Set<String>, owned: Set<String>, people: Set<String>, synonyms: [String: String],
        forms: NameForms
    ) {
        claims = set.claims
        self.set = set
        self.forms = forms
        self.people = people
        self.synonyms = synonyms
        isOnce = set.areOfRules(once.contains)
        isOwned = set.areOfRules(owned.contains)
        attributes = Array(repeating: nil, count: set.numbers.attributes.things.count)
        entities = Array(repeating: nil, count: set.numbers.entities.things.count)
        terms = Array(repeating: -1, count: set.numbers.terms.things.count)
    }

    /// - Parameter index: of a claim.
    mutating func profile(_ index: Int, event: Int) -> ClaimProfile {
        // By index: a claim is large, and a copy of each costs more than what is looked at.
        let attribute = attribute(of: index)
        let terms = terms(of: index, besides: attribute.words)
        let entity = set.numbers.entity[index]
        let (names, nouns) = entity < 0 ? (.empty, .empty) : namesAndNouns(of: Int(entity))
        let scope = claims[index].scope.isEmpty ? .empty : scope(of: claims[index].scope)
        let time = attribute.isAge ? nil : claims[index].time?.days
        let value = set.values[index]
        let valueClass = ValueClass(
            value: value, names: names, scope: scope, nouns: nouns, event: Int32(event), time: time,
            asOf: claims[index].asOf)
        let (modality, isOpen, isTime) = (claims[index].modality, claims[index].isOpen, claims[index].value.isTime)
        return ClaimProfile(
            document: set.documents.numbers[index], sentence: set.numbers.sentence[index],
            isAsserted: modality == .asserted || modality == .hedged, isOpen: isOpen, isAge: attribute.isAge,
            isTime: isTime, isOnce: isOnce[index], needsSubject: isTime || attribute.isAge,
            isOwned: isOwned[index], countsPeople: isOpen && attribute.countsPeople,
            terms: terms, scope: scope, names: names, nouns: nouns, event: Int32(event), time: time, value: value,
            valueClass: classes.number(of: valueClass))
    }

    /// The words of its clause that are not those of its attribute.
    private mutating func terms(of index: Int, besides own: [Int32]) -> WordLists.List {
        found.removeAll(keepingCapacity: true)
        for place in set.numbers.termsOf.range(index) {
            let term = Int(set.numbers.termsOf.numbers[place])
            if terms[term] < 0 { terms[term] = common(set.numbers.terms.things[term]) }
            if !own.contains(terms[term]) { found.append(terms[term]) }
        }
        let list = lists.newList(found)
        lists.forEach(list) { frequency[Int($0)] += 1 }
        return list
    }

    private mutating func attribute(of index: Int) -> Attribute {
        let number = Int(set.numbers.attribute[index])
        if let known = attributes[number] { return known }
        let name = set.numbers.attributes.things[number]
        let attribute = Attribute(
            words: name.split(separator: " ").map { common(String($0)) }, isAge: name == "age",
            countsPeople: people.contains(name))
        attributes[number] = attribute
        return attribute
    }

    private mutating func namesAndNouns(of number: Int) -> (names: WordLists.List, nouns: WordLists.List) {
        if let known = entities[number] { return known }
        let entity = set.numbers.entities.things[number]
        let names = lists.list(of: forms.keys(of: entity).map { self.number(of: $0) })
        let nouns = lists.list(of: Self.nouns(of: entity).filter { !people.contains($0) }.map { common($0) })
        entities[number] = (names, nouns)
        return (names, nouns)
    }

    private mutating func scope(of parts: [String]) -> WordLists.List {
        lists.list(of: parts.map { $0.lowercased() }.map { number(of: $0) })
    }

    private mutating func common(_ word: String) -> Int32 { number(of: synonyms[word] ?? word) }

    /// The noun of an entity, and the last word of the name of what is no person.
    private static func nouns(of entity: Entity) -> [String] {
        let named = entity.type == .person ? nil : entity.name.map(lastWord)
        return [entity.noun, named].compactMap { $0 }
    }

    /// "bridge" of "Mill Bridge"
    private static func lastWord(of name: String) -> String {
        PlaceName.key(name).split(separator: " ").last.map(String.init) ?? ""
    }

    private mutating func number(of word: String) -> Int32 {
        let number = words.number(of: word)
        if Int(number) == frequency.count { frequency.append(0) }
        return number
    }
}
