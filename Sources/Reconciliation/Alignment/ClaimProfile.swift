import Documents
import Extraction
import Language
import Values

/// What aligning looks at of a claim, made once: words as numbers, its value ready to compare.
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
    /// The words of its clause but for those of its attribute, rising.
    var terms: [Int32]
    /// What narrows it, rising.
    var scope: [Int32]
    /// The names and aliases of its subject, rising; empty where the subject has no name.
    var names: [Int32]
    /// The nouns that can stand for its subject: its own, or the last words of its names; rising.
    var nouns: [Int32]
    /// The group of its event, or -1.
    var event: Int32
    /// The time that the value is told for.
    var time: DayInterval?
    /// Number of value, unit, scope, subject and event together: claims of one class differ in their words alone.
    var valueClass: Int32
}

extension ClaimProfile {
    /// That of a claim which is compared by its event alone.
    static let empty = ClaimProfile(
        document: -1, sentence: -1, isAsserted: false, isOpen: false, isOnce: false, needsSubject: false,
        isOwned: false, countsPeople: false, terms: [], scope: [], names: [], nouns: [], event: -1, time: nil,
        valueClass: -1)
}

/// Makes profiles: numbers the words of all claims.
struct ClaimProfiler {
    private var words: [String: Int32] = [:]
    private var documents: [String: Int32] = [:]
    private var sentences: [String: Int32] = [:]
    private var classes: [ValueClass: Int32] = [:]
    /// In how many claims each word stands.
    private(set) var frequency: [Int32] = []

    private struct ValueClass: Hashable {
        var content: ClaimValue.Content
        var names: [Int32]
        var scope: [Int32]
        var nouns: [Int32]
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

    mutating func profile(_ claim: Claim, event: Int) -> ClaimProfile {
        let own = claim.attribute.split(separator: " ").map { common(String($0)) }
        let terms = numbers(claim.terms.map(common).filter { !own.contains($0) })
        for term in terms { frequency[Int(term)] += 1 }
        let entity = claim.subject.entity
        let names = numbers(entity.map(forms.keys) ?? [])
        let scope = numbers(claim.scope.map { $0.lowercased() })
        let nouns = numbers((entity.map(Self.nouns) ?? []).filter { !people.contains($0) }.map(common))
        let valueClass = ValueClass(
            content: claim.value.content, names: names, scope: scope, nouns: nouns, event: Int32(event),
            time: claim.attribute == "age" ? nil : claim.time?.days,
            asOf: claim.asOf)
        return ClaimProfile(
            document: documents.number(of: claim.document),
            sentence: sentences.number(of: claim.sentence),
            isAsserted: claim.modality == .asserted || claim.modality == .hedged, isOpen: claim.isOpen,
            isOnce: once.contains(claim.rule), needsSubject: claim.value.time != nil || claim.attribute == "age",
            isOwned: owned.contains(claim.rule), countsPeople: claim.isOpen && people.contains(claim.attribute),
            terms: terms,
            scope: scope, names: names, nouns: nouns, event: Int32(event),
            time: claim.attribute == "age" ? nil : claim.time?.days,
            valueClass: classes.number(of: valueClass))
    }

    private func common(_ word: String) -> String { synonyms[word] ?? word }

    /// The noun of an entity, and the last word of the name of what is no person.
    private static func nouns(of entity: Entity) -> [String] {
        let named = entity.type == .person ? nil : entity.name.map(lastWord)
        return [entity.noun, named].compactMap { $0 }
    }

    /// "bridge" of "Mill Bridge"
    private static func lastWord(of name: String) -> String {
        PlaceName.key(name).split(separator: " ").last.map(String.init) ?? ""
    }

    /// The numbers of some words, rising, each once.
    private mutating func numbers(_ words: [String]) -> [Int32] {
        ClaimProfile.rising(words.map { number(of: $0) })
    }

    private mutating func number(of word: String) -> Int32 {
        let number = words.number(of: word)
        if Int(number) == frequency.count { frequency.append(0) }
        return number
    }
}

extension Dictionary where Value == Int32 {
    /// The number of a key: that which it has, or the next.
    mutating func number(of key: Key) -> Int32 {
        if let known = self[key] { return known }
        let next = Int32(count)
        self[key] = next
        return next
    }
}

extension ClaimProfile {
    /// Some numbers rising, each once.
    static func rising(_ numbers: [Int32]) -> [Int32] {
        var numbers = numbers.sorted()
        var last: Int32 = -1
        numbers.removeAll { number in
            defer { last = number }
            return number == last
        }
        return numbers
    }

    /// True where two rising lists have a number in common.
    static func share(_ a: [Int32], _ b: [Int32]) -> Bool {
        var found = false
        forEachCommon(a, b) { _ in found = true }
        return found
    }

    /// Calls `body` with each number that two rising lists have in common.
    @inline(__always)
    static func forEachCommon(_ a: [Int32], _ b: [Int32], _ body: (Int32) -> Void) {
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                body(a[i])
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
    }
}
