import StrictYAML

/// A rule for what somebody either does or does not do: the verbs and adjectives that say yes, and those that say no.
public struct OppositeRule: Sendable {
    /// As in `polarity.acceptance`.
    public var id: String
    public var attribute: String
    /// One sentence for a reader.
    public var finds: String
    /// As in "accept", or with the particle or preposition that belongs to it: "agree to".
    public var yes: [String]
    public var no: [String]
    /// Nouns of which one must be what it is done to: objection, appeal. Empty for any.
    public var objects: [String]
    /// The words say how the thing itself is, not what somebody does to it: mandatory, optional.
    public var isState: Bool
    /// A story has one of what it is done to, so that the noun alone tells which.
    public var isOnce: Bool
    public var tests: RuleTests
}

/// A rule that tells where something is, happened or was brought.
public struct PlaceRule: Sendable {
    /// As in `place.birth`.
    public var id: String
    public var attribute: String
    /// One sentence for a reader.
    public var finds: String
    /// With the preposition before the place, and a particle before that: "fly to", "pick up at".
    public var verbs: [String]
    /// Verbs whose object is the place: "leave".
    public var objects: [String]
    /// Nouns whose place is told with their subject: "a tower on the Corliss Hotel is the [source]".
    public var nouns: [String]
    /// The place is also told by "is in".
    public var isCopular: Bool
    /// It does not change from story to story.
    public var isLasting: Bool
    /// It happens to somebody once in a story, whether or not a document tells when.
    public var isOnce: Bool
    public var tests: RuleTests
}

/// Nouns for one sort of thing: what is a film is no song.
public struct ThingRule: Sendable {
    /// As in `film`.
    public var name: String
    public var nouns: [String]
}

/// Tables by which facts are compared.
public struct FactTables: Sendable {
    /// Words after which the opposite of what follows holds: refuse, unable.
    public var denials: [String] = []
    public var things: [ThingRule] = []
    /// Sorts of which one thing can be several.
    public var compatibleThings: [[String]] = []
    /// Sorts of works that come by one title: two of them differ only where more is the same.
    public var works: [String] = []
    /// The countries that are parts of another, by its name.
    public var unions: [String: [String]] = [:]
    /// Pairs of superlatives that exclude each other, in base form: large and small.
    public var contraries: [[String]] = []
    /// Nouns for buildings and other places within a town: hotel, rink.
    public var sites: [String] = []
    public var continents: [String] = []

    public init() {}
}

extension OppositeRule {
    static let keys = [
        "id", "attribute", "finds", "yes", "no", "objects", "states", "once", "examples", "not",
        "known-misses",
    ]

    /// - Parameter id: read before; nil where something was wrong with it.
    init?(_ map: YAMLMapping, id: String?, tests: RuleTests) {
        guard let id, let attribute = map.required("attribute")?.string(), let finds = map.required("finds")?.string(),
            let yes = map.required("yes")?.phrases()
        else { return nil }
        self.init(
            id: id, attribute: attribute, finds: finds, yes: yes, no: map["no"]?.phrases() ?? [],
            objects: map["objects"]?.phrases() ?? [], isState: map["states"]?.bool() ?? false,
            isOnce: map["once"]?.bool() ?? false, tests: tests)
    }
}

extension PlaceRule {
    static let keys = [
        "id", "attribute", "finds", "verbs", "objects", "nouns", "copular", "lasting", "once", "examples", "not",
        "known-misses",
    ]

    /// - Parameter id: read before; nil where something was wrong with it.
    init?(_ map: YAMLMapping, id: String?, tests: RuleTests) {
        guard let id, let attribute = map.required("attribute")?.string(), let finds = map.required("finds")?.string(),
            let verbs = map.required("verbs")
        else { return nil }
        self.init(
            id: id, attribute: attribute, finds: finds, verbs: verbs.phrases(),
            objects: map["objects"]?.phrases() ?? [], nouns: map["nouns"]?.phrases() ?? [],
            isCopular: map["copular"]?.bool() ?? false, isLasting: map["lasting"]?.bool() ?? false,
            isOnce: map["once"]?.bool() ?? false, tests: tests)
        for verb in self.verbs where !verb.contains(" ") {
            verbs.reject("'\(verb)' needs the preposition before the place, as in '\(verb) in'")
        }
    }
}

extension FactTables {
    static let keys = [
        "denials", "things", "compatible-things", "works", "unions", "contraries", "sites", "continents",
    ]

    /// Adds what a file has of them.
    mutating func add(_ map: YAMLMapping) {
        denials += map["denials"]?.phrases() ?? []
        for (key, value) in map["things"]?.entries() ?? [] {
            if let name = key.string() { things.append(ThingRule(name: name, nouns: value.phrases())) }
        }
        compatibleThings += (map["compatible-things"]?.list() ?? []).map { $0.phrases() }
        works += map["works"]?.phrases() ?? []
        for (key, value) in map["unions"]?.entries() ?? [] {
            if let name = key.string() { unions[name, default: []] += value.phrases() }
        }
        contraries += (map["contraries"]?.list() ?? []).map { $0.phrases() }
        sites += map["sites"]?.phrases() ?? []
        continents += map["continents"]?.phrases() ?? []
    }
}
