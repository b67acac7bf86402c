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

    /// As in `money.cost`.
    public var id: String
    public var attribute: String
    /// One sentence for a reader.
    public var finds: String
    public var sort: Sort
    /// Nouns that the quantity measures: "the [cost] of the bridge was £86,000".
    public var nouns: [String]
    /// Nouns that are counted: "27 [blocks]".
    public var counts: [String]
    public var verbs: [Verb]
    public var adjectives: [String]
    /// One of these words must stand in the clause.
    public var with: [String]
    /// None of these words may.
    public var without: [String]
    /// A story has one figure of it, as of turnout or attendance: two figures are about one thing without more ado.
    public var isOnce: Bool
    /// The figure changes from report to report.
    public var evolves: Bool
    /// Days after which it is taken to be final; 0 where it never is.
    public var settlesAfter: Int
    public var tests: RuleTests
}

extension MeasureRule {
    static let keys = [
        "id", "attribute", "finds", "value", "nouns", "counts", "verbs", "adjectives", "with", "without", "once",
        "evolves",
        "settles-after", "examples", "not", "known-misses",
    ]

    /// - Parameter id: read before; nil where something was wrong with it.
    init?(_ map: YAMLMapping, id: String?, tests: RuleTests) {
        guard let id, let attribute = map.required("attribute")?.string(), let finds = map.required("finds")?.string(),
            let value = map.required("value"), let word = value.string()
        else { return nil }
        guard let sort = Sort(word) else {
            value.reject("'\(word)' is no sort of quantity; write one of \(Sort.words.joined(separator: ", "))")
            return nil
        }
        self.id = id
        self.attribute = attribute
        self.finds = finds
        self.sort = sort
        nouns = map["nouns"]?.phrases() ?? []
        counts = map["counts"]?.phrases() ?? []
        verbs = (map["verbs"]?.phrases() ?? []).map(Verb.init)
        adjectives = map["adjectives"]?.phrases() ?? []
        with = map["with"]?.phrases() ?? []
        without = map["without"]?.phrases() ?? []
        isOnce = map["once"]?.bool() ?? false
        evolves = map["evolves"]?.bool() ?? false
        settlesAfter = map["settles-after"]?.integer() ?? 0
        self.tests = tests
        if nouns.isEmpty, counts.isEmpty, verbs.isEmpty, adjectives.isEmpty, sort != .age {
            map.required("finds")?.reject("a rule needs words that evoke it: nouns, counts, verbs or adjectives")
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
