public import Documents
public import Language

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
    /// Set for entities alone.
    public var entity: Entity?

    public init(kind: Kind, text: String, key: String, event: Event? = nil, entity: Entity? = nil) {
        self.kind = kind
        self.text = text
        self.key = key
        self.event = event
        self.entity = entity
    }
}

/// What a document says of an event, as far as telling it from other events goes.
public struct Event: Hashable, Sendable {
    /// The id of the event kind in the rules, as in `attack`.
    public var kind: String
    /// Names of places, the nearest to the event first, as in "Crocus City Hall", "Moscow".
    public var places: [String]
    /// Other names of the document that is about the event, of places, organizations and officials: what else tells it from
    /// others.
    public var names: [String]
    /// Full names of the people without an office that a document about the event names: victims, suspects, relatives,
    /// witnesses.
    public var people: [String]
    /// When it happened, at the grain written.
    public var time: DayInterval?

    public init(
        kind: String, places: [String] = [], names: [String] = [], people: [String] = [], time: DayInterval? = nil
    ) {
        self.kind = kind
        self.places = places
        self.names = names
        self.people = people
        self.time = time
    }
}

/// A person, company, place or thing as one document speaks of it.
public struct Entity: Hashable, Sendable {
    /// The fullest name that the document gives; nil for what it only describes, as in "the bridge".
    public var name: String?
    /// What the name names; nil without a name.
    public var type: NameType?
    /// The lemma of the noun by which the document speaks of it, as in `bridge`; nil where it only names it.
    public var noun: String?
    /// Further names, short forms and acronyms of the same document.
    public var aliases: [String]

    public init(name: String? = nil, type: NameType? = nil, noun: String? = nil, aliases: [String] = []) {
        self.name = name
        self.type = type
        self.noun = noun
        self.aliases = aliases
    }
}

extension Entity {
    /// It bears the name of a person.
    public var isPerson: Bool { type == .person }
}
