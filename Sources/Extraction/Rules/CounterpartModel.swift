import Glibc
import StrictYAML

/// Weighs what two figures of two documents have in common: whether both tell of one thing, and whether one is then wrong.
///
/// Two logistic regressions, one upon the other. The first knows the words alone and says how alike what is told is; it
/// learned from figures that documents have in common. The second knows by how much the figures differ, and how alike the
/// other figures of both documents are; it learned from figures that readers marked.
public struct CounterpartModel: Sendable, Equatable {
    /// What is looked at to tell how alike that is which is told with two figures. Where nothing else is said, 1 or 0.
    public enum Likeness: String, CaseIterable, Sendable {
        /// The cosine of their sentences, clauses and quotes: 0 … 1.
        case sentences, clauses, quotes
        /// How rare the words are that the sentences share, in units of five rare words: 0 … 4.
        case rareWords = "rare-words"
        /// How many words the clauses and the quotes share: 0 … 4.
        case clauseWords = "clause-words"
        case quoteWords = "quote-words"
        /// Both have one attribute; and from a rule; exactly one is from a rule; they have two attributes from rules; the
        /// attributes share a word.
        case attribute, rule
        case oneRule = "one-rule"
        case twoRules = "two-rules"
        case attributeWord = "attribute-word"
        /// Both count one thing; two things; what one counts stands in the other's sentence.
        case counted
        case otherCounted = "other-counted"
        case countedTold = "counted-told"
        /// The subjects share a word of their names; have names that share none; share a noun; one's name, or noun, stands
        /// in the other's sentence.
        case name
        case otherName = "other-name"
        case noun
        case nameTold = "name-told"
        case nounTold = "noun-told"
        /// How many of the two are narrowed by words that the other's sentence has not: 0 … 2; both are narrowed alike.
        case scope
        case scopeAlike = "scope-alike"
        /// They are told for times that do not meet.
        case otherTime = "other-time"
        /// How many are forecasts: 0 … 2.
        case forecast
        /// One alone is told by a source.
        case oneSource = "one-source"
        case count, duration, share, measure
    }

    /// What is looked at to tell whether two figures that differ are of one thing. Where nothing else is said, 1 or 0.
    public enum Opposition: String, CaseIterable, Sendable {
        /// How alike what is told is: the score of the first regression, and the likelihood.
        case likeness, likely
        /// The score of the most alike figures that agree: the greater and the less of both documents, and its likelihood.
        case agreement
        case agreementLess = "agreement-less"
        case agreementLikely = "agreement-likely"
        /// How many of the two have a figure that agrees and is as alike as the other: 0 … 2.
        case matched
        /// Each is the most alike in the other's document; by how much more than the next, both together: -6 … 10.
        case mutual, margin
        /// Neighbouring digits have changed places: in figures of two digits that tell; of three and more.
        case swappedTwo = "swapped-two"
        case swappedMany = "swapped-many"
        /// How many times one is the other, as a natural logarithm: 0 … 4; less than twice; less than twelve times.
        case ratio, near, slip
        /// How many figures of the sort the documents have, as natural logarithms; each has but one.
        case crowd, only
        /// In how many further documents a figure that is alike agrees with either: 0 … 2.
        case corroborated
        /// How many of the two are forecasts, are bounds, are told by a source, count three things or fewer: 0 … 2.
        case forecast, bound, attributed, small
        /// The documents appeared on two days.
        case otherDay = "other-day"
        /// Both have one attribute from a rule.
        case rule
        case count, duration, share, measure, age
    }

    /// A weight for each feature, in the order of its kind's cases.
    public struct Weights: Sendable, Equatable {
        public var bias: Double
        public var values: [Double]

        public init(bias: Double, values: [Double]) {
            self.bias = bias
            self.values = values
        }

        /// The logarithm of the odds.
        public func score(_ features: [Double]) -> Double {
            var sum = bias
            for index in features.indices { sum += values[index] * features[index] }
            return sum
        }

        public func likelihood(_ features: [Double]) -> Double { CounterpartModel.likelihood(score(features)) }
    }

    public var likeness: Weights
    public var opposition: Weights
    /// From this likelihood on two figures are reported: 0 … 1.
    public var threshold: Double

    public init(likeness: Weights, opposition: Weights, threshold: Double) {
        self.likeness = likeness
        self.opposition = opposition
        self.threshold = threshold
    }

    /// Of a score, 0 … 1.
    public static func likelihood(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
}

extension CounterpartModel {
    static let keys = ["threshold", "likeness", "opposition"]

    /// nil where the entry is not whole; every problem is noted at its place.
    init?(_ map: YAMLMapping) {
        let likeness = map.required("likeness").flatMap { Weights($0, Likeness.allCases.map(\.rawValue)) }
        let opposition = map.required("opposition").flatMap { Weights($0, Opposition.allCases.map(\.rawValue)) }
        guard let threshold = map.required("threshold")?.number(), let likeness, let opposition else { return nil }
        self.init(likeness: likeness, opposition: opposition, threshold: threshold)
    }
}

extension CounterpartModel.Weights {
    fileprivate init?(_ value: YAMLValue, _ features: [String]) {
        let map = value.mapping(keys: ["bias", "weights"])
        let bias = map.required("bias")?.number()
        let weights = map.required("weights")?.mapping(keys: features)
        let values = features.compactMap { weights?.required($0)?.number() }
        guard let bias, values.count == features.count else { return nil }
        self.init(bias: bias, values: values)
    }
}
