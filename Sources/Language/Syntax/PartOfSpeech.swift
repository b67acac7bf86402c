/// The universal parts of speech of Universal Dependencies 2; the raw values are its names.
public enum PartOfSpeech: String, CaseIterable, Sendable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinator = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}

/// What the tagger says of a word beyond its part of speech.
public struct GrammaticalFeatures: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let plural = Self(rawValue: 1 << 0)
    public static let past = Self(rawValue: 1 << 1)
    public static let present = Self(rawValue: 1 << 2)
    public static let finite = Self(rawValue: 1 << 3)
    public static let infinitive = Self(rawValue: 1 << 4)
    public static let participle = Self(rawValue: 1 << 5)
    public static let gerund = Self(rawValue: 1 << 6)
    /// A participle that is understood as passive: "the killed", "was killed".
    public static let passive = Self(rawValue: 1 << 7)
    public static let comparative = Self(rawValue: 1 << 8)
    public static let superlative = Self(rawValue: 1 << 9)
    public static let ordinal = Self(rawValue: 1 << 10)
    /// A relative pronoun or adverb.
    public static let relative = Self(rawValue: 1 << 11)
    /// A question word.
    public static let interrogative = Self(rawValue: 1 << 12)

    /// The features with the names that Universal Dependencies gives them, in the order in which it writes them.
    public static let names: [(feature: Self, name: String)] = [
        (.comparative, "Degree=Cmp"), (.superlative, "Degree=Sup"), (.ordinal, "NumType=Ord"),
        (.plural, "Number=Plur"), (.interrogative, "PronType=Int"), (.relative, "PronType=Rel"),
        (.past, "Tense=Past"), (.present, "Tense=Pres"), (.finite, "VerbForm=Fin"), (.gerund, "VerbForm=Ger"),
        (.infinitive, "VerbForm=Inf"), (.participle, "VerbForm=Part"), (.passive, "Voice=Pass"),
    ]

    /// The features that words of a part of speech can have.
    package static func possible(for part: PartOfSpeech) -> Self {
        switch part {
        case .noun, .properNoun: [.plural]
        case .verb, .auxiliary: [.past, .present, .finite, .infinitive, .participle, .gerund, .passive]
        case .adjective: [.comparative, .superlative, .ordinal]
        case .adverb: [.comparative, .superlative, .relative, .interrogative]
        case .pronoun: [.relative, .interrogative]
        case .adposition, .coordinator, .determiner, .interjection, .numeral, .particle, .punctuation,
            .subordinator, .symbol, .other:
            []
        }
    }
}

/// A part of speech with its features: what the tagger chooses for a word.
public struct Tag: Hashable, Sendable {
    public var part: PartOfSpeech
    public var features: GrammaticalFeatures

    public init(_ part: PartOfSpeech, _ features: GrammaticalFeatures = []) {
        self.part = part
        self.features = features
    }
}
