import Documents
import Extraction
import Language
import Values

/// What aligning looks at of a claim, made once. It holds numbers alone, as it is read for each pair of claims.
struct ClaimProfile {
    /// Number of its document in the run.
    var document: Int32
    /// Number of the text of its sentence: copies of one text have one.
    var sentence: Int32
    /// Its document holds it for true.
    var isAsserted: Bool
    var isOpen: Bool
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
        document: -1, sentence: -1, isAsserted: false, isOpen: false, isOnce: false, needsSubject: false,
        isOwned: false, countsPeople: false, terms: .empty, scope: .empty, names: .empty, nouns: .empty,
        event: -1, time: nil, value: -1, valueClass: -1)
}

/// Makes profiles: numbers the words of all claims.
struct ClaimProfiler {
    /// The words, names and scopes of the profiles.
    private(set) var lists = WordLists()
    /// In how many claims each word stands.
    private(set) var frequency: [Int32] = []
    private var words: [String: Int32] = [:]
    /// The number of each word as it is written, which is that of its first synonym.
    private var written: [String: Int32] = [:]
    private var attributes: [String: [Int32]] = [:]
    private var entities: [Entity: (names: WordLists.List, nouns: WordLists.List)] = [:]
    private var documents: [String: Int32] = [:]
    private var sentences: [String: Int32] = [:]
    private var classes: [ValueClass: Int32] = [:]

    private struct ValueClass: Hashable {
        var value: Int32
        var names: WordLists.List
        var scope: WordLists.List
        var nouns: WordLists.List
        var event: Int32
        var time: DayInterval?
        var asOf: DayInterval?
    }

    /// The ids of rules for attributes of which a story has one figure.
    let once: Set<String>
    /// Nouns that count people.
    let people: Set<String>

    /// The first of its synonyms for each word that has some.
    let synonyms: [String: String]
    /// The ids of rules for figures that are nothing without whose they are.
    let owned: Set<String>
    let forms: NameForms

    init(
        once: Set<String>, owned: Set<String>, people: Set<String>, synonyms: [String: String], forms: NameForms
    ) {
        self.once = once
        self.owned = owned
        self.forms = forms
        self.people = people
        self.synonyms = synonyms
    }

    /// - Parameter value: the number of its value.
    mutating func profile(_ claim: Claim, value: Int32, event: Int) -> ClaimProfile {
        let terms = terms(of: claim)
        for term in lists[terms] { frequency[Int(term)] += 1 }
        let (names, nouns) = claim.subject.entity.map { namesAndNouns(of: $0) } ?? (.empty, .empty)
        let scope = lists.list(of: claim.scope.map { $0.lowercased() }.map { number(of: $0) })
        let time = claim.attribute == "age" ? nil : claim.time?.days
        let valueClass = ValueClass(
            value: value, names: names, scope: scope, nouns: nouns, event: Int32(event), time: time, asOf: claim.asOf)
        return ClaimProfile(
            document: documents.number(of: claim.document), sentence: sentences.number(of: claim.sentence),
            isAsserted: claim.modality == .asserted || claim.modality == .hedged, isOpen: claim.isOpen,
            isOnce: once.contains(claim.rule), needsSubject: claim.value.time != nil || claim.attribute == "age",
            isOwned: owned.contains(claim.rule), countsPeople: claim.isOpen && people.contains(claim.attribute),
            terms: terms, scope: scope, names: names, nouns: nouns, event: Int32(event), time: time, value: value,
            valueClass: classes.number(of: valueClass))
    }

    /// Those of its clause that are not those of its attribute.
    private mutating func terms(of claim: Claim) -> WordLists.List {
        let own = words(of: claim.attribute)
        return lists.list(of: claim.terms.map { common($0) }.filter { !own.contains($0) })
    }

    private mutating func words(of attribute: String) -> [Int32] {
        if let known = attributes[attribute] { return known }
        let own = attribute.split(separator: " ").map { common(String($0)) }
        attributes[attribute] = own
        return own
    }

    private mutating func namesAndNouns(of entity: Entity) -> (names: WordLists.List, nouns: WordLists.List) {
        if let known = entities[entity] { return known }
        let names = lists.list(of: forms.keys(of: entity).map { number(of: $0) })
        let nouns = lists.list(of: Self.nouns(of: entity).filter { !people.contains($0) }.map { common($0) })
        entities[entity] = (names, nouns)
        return (names, nouns)
    }

    private mutating func common(_ word: String) -> Int32 {
        if let known = written[word] { return known }
        let number = number(of: synonyms[word] ?? word)
        written[word] = number
        return number
    }

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
