import Language
public import Values

/// All rules in force, as their files give them.
public struct RuleSet: Sendable {
    /// One for each rule file, in the order in which they were read.
    public var topics: [RuleTopic] = []
    public var attributes: [AttributeRule] = []
    public var events: [EventRule] = []
    public var measures: [MeasureRule] = []
    /// Word lists by class; verbs and nouns in their base form.
    public var wordClasses: [WordClass: [String]] = [:]
    /// Past and participle of verbs that are not formed with -ed, by base form.
    public var irregularVerbs: [String: (past: String, participle: String)] = [:]
    public var irregularPlurals: [String: String] = [:]
    public var units = UnitTable()
    /// Words for the fields of offices, those that mean one field together: foreign, external.
    public var portfolios: [[String]] = []
    /// Offices of which a body has one each and somebody holds one, by all their names: chief executive, managing director.
    public var offices: [[String]] = []
    /// What people live by, one trade to a list: nurse, midwife.
    public var trades: [[String]] = []
    /// What the pages of one publisher that goes by such a word belong to: handbook, documentation.
    public var referenceWorks: [String] = []
    /// Nouns and verbs by which reports tell of one thing: carriage, coach.
    public var synonyms: [[String]] = []
    /// Given names, each with the short forms that stand for it: Christopher, Chris.
    public var nicknames: [[String]] = []
    /// Tells which figures of two documents are counterparts; the last file that has one counts.
    public var counterparts: CounterpartModel?
    /// Steps in the life of things, by which dates of two documents are compared.
    public var steps: [StepRule] = []
    /// Nouns for so many things that two documents may mean two of them.
    public var vagueThings: [String] = []
    public var opposites: [OppositeRule] = []
    public var places: [PlaceRule] = []
    public var facts = FactTables()
    public var checks = CheckRules()

    public init() {}

    /// The written forms of a verb's base form.
    func verbForms(_ base: String) -> [(String, Inflection.Forms)] {
        Inflection.verb(base, irregular: irregularVerbs[base])
    }

    func nounForms(_ base: String) -> [(String, Inflection.Forms)] {
        Inflection.noun(base, irregularPlural: irregularPlurals[base])
    }
}

/// A class of words that rules refer to.
public enum WordClass: String, CaseIterable, Sendable {
    /// Nouns that count people: people, civilian, soldier.
    case person
    /// Those of them that say nothing but "people": people, person, victim.
    case anyone
    /// Nouns for kinds of places: province, city, hall.
    case place
    /// Nouns for what is wider than the town that it is named after: district, county.
    case division
    /// Verbs by which a source speaks: say, report, count.
    case speech
    /// Verbs by which a measure has its value: rise, reach, stand.
    case measuring
    /// Words that weaken an assertion: reportedly, feared.
    case hedge
    /// Adjectives of place: southern, central, neighbouring.
    case region
    /// Verbs by which somebody in charge lets a thing be done: approve, authorise.
    case consent
    /// Nouns for a person that tell no more than age, sex or kinship: man, teenager, brother.
    case sort
    /// Verbs and nouns by which what follows is meant, and has not happened: try, plan, threat.
    case intention
    /// Nouns for people that tell of no office: mother, native, Mr.
    case unofficial
    /// Adjectives that say how, and not what, the holder of an office is: new, veteran.
    case quality
    /// Words that part somebody from who holds the office now and in full: former, acting, deputy.
    case standing
    /// Adjectives that take nothing away from what they stand with: total, latest, official.
    case plain

    /// Words of this class are verbs, nouns, or have one form.
    var partOfSpeech: PartOfSpeech {
        switch self {
        case .person, .anyone, .place, .division, .sort, .unofficial: .noun
        case .speech, .measuring, .consent, .intention: .verb
        case .hedge, .region, .plain, .quality, .standing: .fixed
        }
    }

    enum PartOfSpeech { case noun, verb, fixed }
}

/// A rule that reads one attribute of an event.
public struct AttributeRule: Sendable {
    /// As in `casualties.deaths`.
    public var id: String
    /// As in `deaths`.
    public var attribute: String
    /// One sentence for a reader.
    public var finds: String
    /// The id of the unit that the value counts, as in `person`.
    public var unit: String
    /// The figure changes while the event is fresh.
    public var evolves: Bool
    /// Days after the event from which on the figure is taken to be final.
    public var settlesAfter: Int
    /// A person told of without a number counts as one: "a man was killed".
    public var countsPersons: Bool
    public var frames: [Frame]
    /// Makes the rule's figures of those of another; nil where frames find them.
    public var outcome: OutcomeRule?
    public var tests: RuleTests

    public init(
        id: String, attribute: String, finds: String, unit: String, evolves: Bool, settlesAfter: Int,
        countsPersons: Bool = false, frames: [Frame], outcome: OutcomeRule? = nil, tests: RuleTests
    ) {
        self.id = id
        self.attribute = attribute
        self.finds = finds
        self.unit = unit
        self.evolves = evolves
        self.settlesAfter = settlesAfter
        self.countsPersons = countsPersons
        self.frames = frames
        self.outcome = outcome
        self.tests = tests
    }
}

/// One way in which an attribute is said: the words that evoke it and the role that holds the value.
public struct Frame: Sendable {
    /// Where the value stands.
    public enum Role: String, CaseIterable, Sendable {
        /// What is done something to: "killed 145", "145 were killed", "145 killed in".
        case patient
        /// Who does it: "145 people died", "145 lost their lives".
        case agent
        /// What a state is said of: "149 people dead", "43 are confirmed dead".
        case holder
        /// The value of a measure: "a death toll of 145", "the toll rose to 145".
        case measure
        /// What is counted is the noun itself: "145 deaths", "the lives of 145".
        case counted
        /// What the doing or happening that a noun names is done to: "the killing of three men", "Ana Ruiz's death".
        case undergoer
        /// How many a noun stands for by the word before it: "triple homicide".
        case multiple
        /// Groups of those that a noun stands for: "the dead included 12 children", "among the dead were two nurses".
        case members
    }

    public var role: Role
    public var verbs: [String] = []
    public var nouns: [String] = []
    public var adjectives: [String] = []
    /// For `agent` and `patient`: one of these words must follow the verb within its clause ("lost their lives").
    public var object: [String] = []
    /// A form of one of these words must come before ("claimed the lives of", "fatally shot"); an adverb may follow.
    public var with: [String] = []
    /// A number that is told so counts a part of the whole: "two are in critical condition".
    public var isPartial = false
    /// What is told is the least: whoever is taken to hospital is hurt, and others may be as well.
    public var isLeast = false
    /// None of these may stand within a few words: "suffered fatal injuries" is no injury.
    public var unless: [String] = []
}

/// A rule that finds events of one kind.
public struct EventRule: Sendable {
    /// As in `event.attack`.
    public var id: String
    /// As in `shooting`; the word for a reader.
    public var kind: String
    /// The wider kind that this is a sort of, as in `attack`; itself where there is none. Events of one family can be the
    /// same.
    public var family: String
    public var finds: String
    public var nouns: [String]
    public var verbs: [String]
    /// A plural noun tells of several events, each with its own figures: "shootings", "crashes".
    public var pluralIsSeveral: Bool
    /// Phrases with those words that are no such event: "heart attack".
    public var except: [String]
    public var tests: RuleTests
}

/// The examples of a rule, which are its tests.
public struct RuleTests: Sendable {
    public var examples: [RuleExample] = []
    /// Near misses: texts in which the rule must find nothing.
    public var not: [RuleExample] = []
    /// Texts that the rule should read, and does not yet.
    public var knownMisses: [RuleExample] = []

    public init() {}
}

/// A text and what a rule must find in it.
public struct RuleExample: Sendable {
    /// Without the brackets.
    public var text: String
    /// Byte range in `text` of what stood in brackets: the claim's or event's own words.
    public var expected: Range<Int>?
    /// The interval in mathematical notation, as in "(150, ∞)".
    public var value: String?
    public var scope: [String]
    /// The subject as a reader sees it.
    public var subject: String?
    /// Publication date for what is relative to it.
    public var published: String?
    public var file: String
    public var line: Int
}
