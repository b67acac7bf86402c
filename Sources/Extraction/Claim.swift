public import Documents
public import Values

/// One assertion in a document: a subject, an attribute of it, and the value given for it, with the words that carry it.
///
/// A claim holds all that comparing and reporting it need, so that claims can be made in one place and compared in another.
public struct Claim: Sendable {
    /// `c1`, `c2`, … in the order of the run's documents and of their text.
    public var id: String
    /// The id of its document.
    public var document: String
    public var subject: Subject
    /// What is said of the subject, as in `deaths`.
    public var attribute: String
    public var value: ClaimValue
    /// What narrows the claim to a part of its subject, as in "Soviet soldiers"; empty for the whole.
    public var scope: [String]
    /// Who says so, in the document's words.
    public var attribution: String?
    public var modality: Modality
    /// The time that the claim holds for, where the text gives one.
    public var time: ClaimTime?
    /// The claim's own words.
    public var span: ByteSpan
    /// The sentence around them.
    public var sentenceSpan: ByteSpan
    /// Text of `span`, white space collapsed.
    public var quote: String
    /// Text of `sentenceSpan`, white space collapsed.
    public var sentence: String
    /// Place of `span` in the document's file.
    public var position: SourceMap.Position
    /// Id of the rule that made it, as in `casualties.deaths`.
    public var rule: String
    /// Which rules made it from which words, outermost first.
    public var derivation: Derivation
    /// The claim is about the event that the document is about.
    public var isMain: Bool
    /// The days for which a figure that changes was given: told in the text, else the document's publication.
    public var asOf: DayInterval?
    /// When the document was published.
    public var published: DayInterval?

    public init(
        id: String, document: String, subject: Subject, attribute: String, value: ClaimValue, scope: [String],
        attribution: String?, modality: Modality, time: ClaimTime?, span: ByteSpan, sentenceSpan: ByteSpan,
        quote: String, sentence: String, position: SourceMap.Position, rule: String, derivation: Derivation,
        isMain: Bool, asOf: DayInterval? = nil, published: DayInterval? = nil
    ) {
        self.id = id
        self.document = document
        self.subject = subject
        self.attribute = attribute
        self.value = value
        self.scope = scope
        self.attribution = attribution
        self.modality = modality
        self.time = time
        self.span = span
        self.sentenceSpan = sentenceSpan
        self.quote = quote
        self.sentence = sentence
        self.position = position
        self.rule = rule
        self.derivation = derivation
        self.isMain = isMain
        self.asOf = asOf
        self.published = published
    }
}

/// How the document stands to the claim.
public enum Modality: String, Sendable, CaseIterable, Codable {
    case asserted, hedged, denied, hypothetical, forecast, quoted
}

/// What a claim is about.
public struct Subject: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case event, entity, topic
    }

    public var kind: Kind
    /// For a reader, as in "attack, Crocus City Hall, Moscow, March 2024".
    public var text: String
    /// Equal for claims whose subjects were found to be one; holds neither value nor polarity.
    public var key: String
    /// Set for events alone.
    public var event: Event?

    public init(kind: Kind, text: String, key: String, event: Event? = nil) {
        self.kind = kind
        self.text = text
        self.key = key
        self.event = event
    }
}

/// What a document says of an event, as far as telling it from other events goes.
public struct Event: Hashable, Sendable {
    /// The id of the event kind in the rules, as in `attack`.
    public var kind: String
    /// Names of places, the nearest to the event first, as in "Crocus City Hall", "Moscow".
    public var places: [String]
    /// Other places that the opening of a document names which is about the event: what else tells it from others.
    public var names: [String]
    /// When it happened, at the grain written.
    public var time: DayInterval?

    public init(kind: String, places: [String] = [], names: [String] = [], time: DayInterval? = nil) {
        self.kind = kind
        self.places = places
        self.names = names
        self.time = time
    }
}

/// The value of a claim, with what its author left open.
public struct ClaimValue: Hashable, Sendable {
    /// As written, as in "over 150 people".
    public var text: String
    /// The figure alone, as in "over 150".
    public var figure: String
    /// What the author said as an interval: [145, 145], (150, ∞), …
    public var interval: Interval
    /// What was written as a bound ("at least", "more than"); nil for a plain figure.
    public var bound: Bound?
    /// "about", "around", "nearly", …
    public var isApproximate: Bool
    /// The id of the unit, as in `person`, `km`, `USD`; nil for a bare number.
    public var unit: String?

    public enum Bound: String, Sendable, CaseIterable, Codable {
        case atLeast = "at-least"
        case moreThan = "more-than"
        case atMost = "at-most"
        case lessThan = "less-than"
    }

    /// - Parameter figure: the same as `text` where nothing is given.
    public init(
        text: String, figure: String? = nil, interval: Interval, bound: Bound? = nil, isApproximate: Bool = false,
        unit: String? = nil
    ) {
        self.text = text
        self.figure = figure ?? text
        self.interval = interval
        self.bound = bound
        self.isApproximate = isApproximate
        self.unit = unit
    }
}

/// A time in a claim: the words and the days they stand for.
public struct ClaimTime: Hashable, Sendable {
    public var text: String
    public var days: DayInterval

    public init(text: String, days: DayInterval) {
        self.text = text
        self.days = days
    }
}

/// The tree of rules that made a claim.
public struct Derivation: Hashable, Sendable {
    /// A rule's id, or the stage's name for what no rule made ("quantity", "event").
    public var rule: String
    public var span: ByteSpan
    /// What was read there, as in "[145, 145] person".
    public var reading: String
    public var children: [Derivation]

    public init(rule: String, span: ByteSpan, reading: String, children: [Derivation] = []) {
        self.rule = rule
        self.span = span
        self.reading = reading
        self.children = children
    }
}
