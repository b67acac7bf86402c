import StrictYAML
public import Values

/// A rule that names what a quantity tells of its subject: the nouns, verbs and adjectives that evoke it, and what sort of
/// quantity it is.
public struct MeasureRule: Sendable {
    /// What sort of quantity a rule reads.
    public enum Sort: Hashable, Sendable {
        /// A bare number, of the nouns that the rule counts or of any.
        case count
        case age
        case date
        case unit(Dimension)

        init?(_ word: String) {
            switch word {
            case "count": self = .count
            case "age": self = .age
            case "date": self = .date
            case "duration": self = .unit(.time)
            default:
                guard let dimension = Dimension(rawValue: word) else { return nil }
                self = .unit(dimension)
            }
        }

        static let words = ["count", "age", "date", "duration"] + Dimension.allCases.map(\.rawValue)
    }

    /// A verb that evokes a rule, with the preposition that must stand before the quantity: "sell … for".
    public struct Verb: Hashable, Sendable {
        public var lemma: String
        /// nil where the quantity is the object.
        public var preposition: String?
    }

    /// Which part of the clause has the value.
    public enum SubjectRole: String, CaseIterable, Sendable {
        /// The owner of what is measured, else the one who does it: "its [cost]", "the club [owns] 12 boats".
        case holder
        /// What is done something to: "jailed [Vell] for five years", "sold [the mill] for £5m".
        case patient
        /// What it is for, or what is done something to with it: "a £5m offer for [the mill]", "to buy [the mill] in a £5m
        /// deal".
        case target
        /// What is measured: "[sales] rose 4 per cent".
        case measured
    }

    /// As in `money.cost`.
    public var id: String
    public var attribute: String
    /// One sentence for a reader.
    public var finds: String
    /// What sorts of quantity it reads.
    public var sorts: [Sort]
    /// Nouns that the quantity measures: "the [cost] of the bridge was £86,000".
    public var nouns: [String]
    /// Nouns that are counted: "27 [blocks]".
    public var counts: [String]
    public var verbs: [Verb]
    /// Verbs whose doers are counted: "4,000 people [attended]".
    public var doers: [String]
    public var adjectives: [String]
    /// One of these words must stand near.
    public var with: [String]
    /// None of these words may.
    public var without: [String]
    /// Whose value it is.
    public var subject: SubjectRole
    /// What may be is what is told: a limit, a right.
    public var permits: Bool
    /// A story has one figure of it, as of turnout or attendance: two figures are about one thing without more ado.
    public var isOnce: Bool
    /// The figure is nothing without whose it is, as votes are: two holders of it have two.
    public var isOwned: Bool
    /// The figure changes from report to report.
    public var evolves: Bool
    /// Days after which it is taken to be final; 0 where it never is.
    public var settlesAfter: Int
    public var tests: RuleTests
}

extension MeasureRule {
    static let keys = [
        "id", "attribute", "finds", "value", "nouns", "counts", "verbs", "doers", "adjectives", "with", "without",
        "subject",
        "permits", "once", "owned", "evolves", "settles-after", "examples", "not", "known-misses",
    ]

    /// - Parameter id: read before; nil where something was wrong with it.
    init?(_ map: YAMLMapping, id: String?, tests: RuleTests) {
        guard let id, let attribute = map.required("attribute")?.string(), let finds = map.required("finds")?.string(),
            let value = map.required("value")
        else { return nil }
        sorts = value.phrases().compactMap { word in
            if Sort(word) == nil {
                value.reject("unknown sort of quantity '\(word)'; \(Suggestion.phrase(for: word, among: Sort.words))")
            }
            return Sort(word)
        }
        self.id = id
        self.attribute = attribute
        self.finds = finds
        nouns = map["nouns"]?.phrases() ?? []
        counts = map["counts"]?.phrases() ?? []
        verbs = (map["verbs"]?.phrases() ?? []).map(Verb.init)
        doers = map["doers"]?.phrases() ?? []
        adjectives = map["adjectives"]?.phrases() ?? []
        with = map["with"]?.phrases() ?? []
        without = map["without"]?.phrases() ?? []
        subject = map["subject"]?.choice(SubjectRole.self) ?? .holder
        permits = map["permits"]?.bool() ?? false
        isOnce = map["once"]?.bool() ?? false
        isOwned = map["owned"]?.bool() ?? false
        evolves = map["evolves"]?.bool() ?? false
        settlesAfter = map["settles-after"]?.integer() ?? 0
        self.tests = tests
        if nouns.isEmpty, counts.isEmpty, verbs.isEmpty, doers.isEmpty, adjectives.isEmpty, sorts != [.age] {
            map.required("finds")?.reject("a rule needs words that evoke it: nouns, counts, verbs, doers or adjectives")
        }
    }
}

extension MeasureRule.Verb {
    /// - Parameter phrase: "cost", "sell for".
    init(_ phrase: String) {
        let words = phrase.split(separator: " ").map(String.init)
        lemma = words[0]
        preposition = words.count > 1 ? words[1] : nil
    }
}
