import Documents
import Extraction

/// What a fact is told of, ready to be looked for in claims.
struct ReferenceSubject {
    /// The keys of its names and aliases.
    private let keys: Set<String>
    private let phrases: [Phrase]

    /// One name, cut into words.
    private struct Phrase {
        var words: [String]
        /// A description without capitals: "the free plan".
        var isDescription: Bool
        var name: FactSubject
    }

    init(_ names: [String]) {
        keys = Set(names.map(PlaceName.key))
        phrases = names.map { name in
            let key = PlaceName.key(name)
            let subject = Subject(kind: .entity, text: name, key: "name:" + key, entity: Entity(name: name))
            return Phrase(
                words: Self.words(key), isDescription: !name.contains(where: \.isUppercase), name: FactSubject(subject))
        }
    }

    /// True where a claim is about it: by name or alias, by the name of an event, or by the words that stand for the subject.
    func isSubject(of claim: Claim, _ events: EventWords) -> Bool {
        if claim.attribute == "name" { return isNamed(claim) }
        switch claim.subject.kind {
        case .entity: return isEntity(claim)
        case .event:
            guard let event = claim.subject.event else { return false }
            return phrases.contains { events.name(event, isMain: claim.isMain, by: $0.words) }
        // Where no phrase of its clause is the subject, all words of the name must stand there.
        case .topic: return phrases.contains { $0.words.allSatisfy(claim.terms.contains) }
        }
    }

    private func isEntity(_ claim: Claim) -> Bool {
        guard let entity = claim.subject.entity, let name = entity.name else { return isDescribed(claim) }
        if ([name] + entity.aliases).contains(where: { keys.contains(PlaceName.key($0)) }) { return true }
        let own = FactSubject(claim.subject)
        return entity.isPerson && own.name.count > 1
            && phrases.contains { $0.name.name.count > 1 && $0.name.match(own) == .same }
    }

    /// "the free plan" by its words; "the bridge" for a Mill Bridge that the document turns on.
    private func isDescribed(_ claim: Claim) -> Bool {
        guard let noun = claim.subject.entity?.noun else { return false }
        if keys.contains(where: { claim.subject.key == "noun:" + $0 }) { return true }
        return phrases.contains { phrase in
            guard phrase.words.last == noun else { return false }
            return phrase.isDescription
                ? phrase.words.dropLast().allSatisfy(claim.terms.contains)
                : claim.about.prefix(Self.leading).contains(phrase.words.joined(separator: " "))
        }
    }

    /// Names by which a document is known.
    private static let leading = 3

    /// A name is one of the fact's, or a misspelling of the person's.
    private func isNamed(_ claim: Claim) -> Bool {
        guard case .name(let name) = claim.value.content else { return false }
        if keys.contains(PlaceName.key(name)) { return true }
        let words = NameComparison.words(name)
        return claim.subject.entity?.isPerson == true && words.count > 1
            && keys.contains { NameComparison.areOnePerson(words, NameComparison.words($0)) }
    }

    private static func words(_ key: String) -> [String] {
        key.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

/// The words by which events are called, by the kinds of event that go together.
struct EventWords {
    /// The wider kind of each kind of event.
    private let families: [String: String]
    private let words: [String: Set<String>]
    private let all: Set<String>

    init(_ rules: [EventRule]) {
        families = Dictionary(rules.map { ($0.kind, $0.family) }, uniquingKeysWith: { first, _ in first })
        var words: [String: Set<String>] = [:]
        for rule in rules {
            words[rule.family, default: []].formUnion(
                (rule.nouns + [rule.kind]).flatMap { $0.split(separator: " ").map { $0.lowercased() } })
        }
        self.words = words
        all = words.values.reduce(into: []) { $0.formUnion($1) }
    }

    /// True where a name such as "2024 Crocus City Hall attack" tells kind and place of an event, and nothing else.
    func name(_ event: Event, isMain: Bool, by phrase: [String]) -> Bool {
        let kinds = families[event.kind].map { words[$0] ?? [] } ?? all
        let names = event.places + (isMain ? event.names + event.people : [])
        let own = Set(names.flatMap { PlaceName.key($0).split { !$0.isLetter && !$0.isNumber }.map(String.init) })
        var (isPlaced, hasKind) = (false, false)
        for word in phrase {
            if own.contains(word) {
                isPlaced = true
            } else if kinds.contains(word) {
                hasKind = true
            } else if !Self.small.contains(word), !isYear(word, of: event) {
                return false
            }
        }
        return isPlaced && hasKind
    }

    private func isYear(_ word: String, of event: Event) -> Bool {
        guard word.utf8.count == 4, let year = Int(word), let days = DayInterval.year(year) else { return false }
        return event.time?.overlaps(days) ?? false
    }

    private static let small: Set<String> = ["of", "in", "at", "on", "near", "the"]
}
