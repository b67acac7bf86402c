import StrictYAML

/// A check of figures and dates that one document tells together: what it compares, and the examples that show it.
public struct CheckRule: Sendable {
    /// What is held against what.
    public enum Sort: String, CaseIterable, Sendable {
        /// Parts against their total.
        case sum
        /// Shares of one whole against 100 per cent.
        case shares
        /// A percentage of change against the two figures.
        case change
        /// "n of N" against the percentage.
        case fraction
        /// A majority against the votes of both sides.
        case majority
        /// A price for each against the price for all.
        case price
        /// A count against the list that follows.
        case list
        /// A figure of the headline against the text.
        case headline
        /// Million against billion.
        case scale
        /// The same quantity in two units.
        case conversion
        /// A weekday against its date.
        case weekday
        /// An age against birth and death.
        case age
        /// "years ago" and anniversaries against the date.
        case anniversary
        /// A length of time against its begin and end.
        case duration
        /// What must come first against what comes after.
        case order

        /// As in `check.sum`.
        public var id: String { "check." + rawValue }
    }

    public var sort: Sort
    /// One sentence for a reader.
    public var finds: String
    public var tests: RuleTests

    public var id: String { sort.id }
}

/// Words by which checks know what belongs together.
public enum CheckWord: String, CaseIterable, Sendable {
    /// After a total: "470 in all".
    case totalAfter = "total-after"
    /// Before a total: "a total of 470".
    case totalBefore = "total-before"
    /// What follows is a part of the list alone: "including".
    case open
    /// The figure goes on from an earlier one: "since", "bringing".
    case running
    /// What is left of a whole: "the remaining".
    case rest
    /// Before what is left when a part is taken from a whole: "leaving 40".
    case remainder
    /// Answers that leave no other: "undecided".
    case residual
    case rise, fall
    /// Words between two figures that are compared: "compared with".
    case comparison
    /// Words that tell of another time: "previous", "last year".
    case former
    case majority
    /// Nouns for how far two figures lie apart: "gap".
    case gap
    /// What a price is held against in per cent: "a premium of".
    case premium
    /// Words before a price that another one is held against: "against", "over".
    case baseline
    /// For one of many: "each".
    case each
    /// Nouns for a sum of money that parts make up: sales.
    case takings
    /// Verbs by which a part has its share of such a sum: "bring in".
    case contribution
    case anniversary
    /// "nearly", "more than": the number that follows is none to rely on.
    case vague
    /// Verbs for what takes as long as its begin and end tell: last, run.
    case lasting
}

extension CheckRule {
    static let keys = ["id", "finds", "examples", "not", "known-misses"]

    /// - Parameter id: read before; nil where something was wrong with it.
    init?(_ map: YAMLMapping, id: String?, tests: RuleTests) {
        guard let id, let finds = map.required("finds")?.string() else { return nil }
        guard let sort = Sort.allCases.first(where: { $0.id == id }) else {
            let names = Sort.allCases.map(\.id)
            map["id"]?.reject("there is no check '\(id)'; \(Suggestion.phrase(for: id, among: names))")
            return nil
        }
        self.init(sort: sort, finds: finds, tests: tests)
    }
}

/// The checks in force and their words.
public struct CheckRules: Sendable {
    public var rules: [CheckRule] = []
    /// Words and phrases, in base form or as written.
    public var words: [CheckWord: [String]] = [:]

    public init() {}

    static let keys = ["checks", "check-words"]

    /// Adds the words of a file.
    mutating func addWords(_ map: YAMLMapping) {
        for entry in map["check-words"]?.entries() ?? [] {
            guard let word = entry.key.choice(CheckWord.self) else { continue }
            words[word, default: []] += entry.value.phrases()
        }
    }
}
