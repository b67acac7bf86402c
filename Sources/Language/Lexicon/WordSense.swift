/// The classes into which WordNet's lexicographers sorted the senses of nouns, verbs, adjectives and adverbs.
public enum WordSense: String, CaseIterable, Sendable {
    case adjective = "adj.all"
    case pertainym = "adj.pert"
    case adverb = "adv.all"
    case top = "noun.Tops"
    case act = "noun.act"
    case animal = "noun.animal"
    case artifact = "noun.artifact"
    case attribute = "noun.attribute"
    case body = "noun.body"
    case cognition = "noun.cognition"
    case communication = "noun.communication"
    case event = "noun.event"
    case feeling = "noun.feeling"
    case food = "noun.food"
    case group = "noun.group"
    case location = "noun.location"
    case motive = "noun.motive"
    case object = "noun.object"
    case person = "noun.person"
    case phenomenon = "noun.phenomenon"
    case plant = "noun.plant"
    case possession = "noun.possession"
    case process = "noun.process"
    case quantity = "noun.quantity"
    case relation = "noun.relation"
    case shape = "noun.shape"
    case state = "noun.state"
    case substance = "noun.substance"
    case time = "noun.time"
    case bodyVerb = "verb.body"
    case change = "verb.change"
    case thinking = "verb.cognition"
    case speaking = "verb.communication"
    case competition = "verb.competition"
    case consumption = "verb.consumption"
    case contact = "verb.contact"
    case creation = "verb.creation"
    case emotion = "verb.emotion"
    case motion = "verb.motion"
    case perception = "verb.perception"
    case transfer = "verb.possession"
    case social = "verb.social"
    case stative = "verb.stative"
    case weather = "verb.weather"
    case participial = "adj.ppl"
}

/// A set of word senses.
public struct WordSenses: OptionSet, Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// - Parameter code: the place of the sense in `WordSense.allCases`.
    package init(code: Int) { rawValue = 1 << UInt64(code) }
    public init(_ sense: WordSense) { self.init(code: WordSense.allCases.firstIndex(of: sense) ?? 0) }
    public init(_ senses: [WordSense]) { self = senses.reduce(into: []) { $0.formUnion(Self($1)) } }
}

/// Which form of its lemma a word is.
public enum WordForm: UInt8, CaseIterable, Sendable {
    case singular
    case plural
    case properName
    case base
    case thirdPerson
    case past
    case participle
    case gerund
    case adjective
    case comparative
    case superlative
    case adverb

    /// The part of speech whose form it is.
    public var part: PartOfSpeech {
        switch self {
        case .singular, .plural: .noun
        case .properName: .properNoun
        case .base, .thirdPerson, .past, .participle, .gerund: .verb
        case .adjective, .comparative, .superlative: .adjective
        case .adverb: .adverb
        }
    }
}
