public import Documents
import Values

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
    /// What stands around the sentence, for a reader: nothing is compared by it.
    public var surroundings = Surroundings()
    /// Place of `span` in the document's file.
    public var position: SourceMap.Position
    /// Id of the rule that made it, as in `casualties.deaths`.
    public var rule: String
    /// Which rules made it from which words, outermost first.
    public var derivation: Derivation
    /// The claim is about the event that the document is about.
    public var isMain: Bool
    /// No rule named the attribute: subject, predicate and noun stand for it.
    public var isOpen: Bool
    /// What the value is told of: lemmas of the content words of its clause (predicate, other roles, modifiers), without
    /// the value, sorted, each once. Open claims are compared where these align.
    public var terms: [String]
    /// What the document is about: the keys of the names that it turns on, the most frequent first. Documents that share
    /// several tell one story; subjects without a name are compared only inside one.
    public var about: [String]
    /// What the claim contradicts inside its own document.
    public var conflicts: [Conflict] = []
    /// The days for which a figure that changes was given: told in the text, else the document's publication.
    public var asOf: DayInterval?
    /// When the document was published.
    public var published: DayInterval?

    public init(
        id: String, document: String, subject: Subject, attribute: String, value: ClaimValue, scope: [String],
        attribution: String?, modality: Modality, time: ClaimTime?, span: ByteSpan, sentenceSpan: ByteSpan,
        quote: String, sentence: String, position: SourceMap.Position, rule: String, derivation: Derivation,
        isMain: Bool, isOpen: Bool = false, terms: [String] = [], about: [String] = [], asOf: DayInterval? = nil,
        published: DayInterval? = nil
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
        self.isOpen = isOpen
        self.terms = terms
        self.about = about
        self.asOf = asOf
        self.published = published
    }
}

extension Claim {
    /// A date of which a story has one, whoever it is told of: when its building was begun, the day of its final.
    public var isDateOfStory: Bool { Self.isDateOfStory(rule: rule) }

    /// True of the ids of the rules that make such claims.
    public static func isDateOfStory(rule: String) -> Bool { rule.hasPrefix("story.") }

    /// The words of both overlap, and so do their values.
    func overlaps(_ other: Claim) -> Bool { span.overlaps(other.span) && value.text == other.value.text }
}

/// How the document stands to the claim.
public enum Modality: String, Sendable, CaseIterable, Codable {
    case asserted, hedged, denied, hypothetical, forecast, quoted
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

/// A check inside one document that did not come out: the claim that carries it does not go together with others there.
public struct Conflict: Hashable, Sendable {
    /// Id of the check, as in `check.sum`.
    public var rule: String
    /// What differs, a raw value of the kinds of discrepancy: `arithmetic`, `weekday`, `age`, `conversion`, …
    public var kind: String
    /// One English sentence that names the values and why they do not go together.
    public var message: String
    /// The other claims of the document that take part, by the places of their words; none for a claim that takes part in
    /// what another one carries.
    public var others: [ByteSpan]

    public init(rule: String, kind: String, message: String, others: [ByteSpan]) {
        self.rule = rule
        self.kind = kind
        self.message = message
        self.others = others
    }
}
