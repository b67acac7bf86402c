import Language
import Values

/// What a word form can be, as bits.
struct WordFlags: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ word: FunctionWord) {
        rawValue = 1 << UInt32(FunctionWord.allCases.firstIndex(of: word) ?? 0)
    }

    init(_ wordClass: WordClass) {
        rawValue = 1 << UInt32(FunctionWord.allCases.count + (WordClass.allCases.firstIndex(of: wordClass) ?? 0))
    }

    static let copula = WordFlags(.copula)
    static let auxiliary = WordFlags(.auxiliary)
    static let negation = WordFlags(.negation)
    static let conditional = WordFlags(.conditional)
    static let possibility = WordFlags(.possibility)
    static let future = WordFlags(.future)
    static let preposition = WordFlags(.preposition)
    static let locative = WordFlags(.locative)
    static let determiner = WordFlags(.determiner)
    static let definite = WordFlags(.definite)
    static let pronoun = WordFlags(.pronoun)
    static let relative = WordFlags(.relative)
    static let conjunction = WordFlags(.conjunction)
    static let adverb = WordFlags(.adverb)
    static let increment = WordFlags(.increment)
    static let person = WordFlags(.person)
    static let anyone = WordFlags(.anyone)
    static let place = WordFlags(.place)
    static let division = WordFlags(.division)
    static let speech = WordFlags(.speech)
    static let measuring = WordFlags(.measuring)
    static let hedge = WordFlags(.hedge)
    static let region = WordFlags(.region)
    static let consent = WordFlags(.consent)
    static let sort = WordFlags(.sort)
    static let intention = WordFlags(.intention)
    static let unofficial = WordFlags(.unofficial)
    static let quality = WordFlags(.quality)
    static let standing = WordFlags(.standing)
    static let plain = WordFlags(.plain)
    /// A form of a verb that is no function word, as far as the rules know verbs.
    static let verb = WordFlags(rawValue: 1 << 31)
    /// Any closed-class word.
    static let function: WordFlags = [
        .auxiliary, .negation, .conditional, .possibility, .future, .preposition, .determiner, .pronoun, .relative,
        .conjunction, .adverb,
    ]
}

/// A word that may evoke a frame or an event.
struct Trigger: Sendable {
    enum Target: Sendable {
        case frame(rule: Int, frame: Int)
        case event(rule: Int)
        /// A phrase that is none of the things its last word may evoke.
        case nothing
    }

    var target: Target
    /// Which forms of verb or noun the word is; empty for an adjective.
    var forms: Inflection.Forms
    /// Words that must stand before it, in text order ("death" for "death toll").
    var before: [WordID]
}

/// The rules compiled for the vocabulary of a run: what each word is and what it evokes, indexed by word id.
///
/// A class, so that each sentence can hold it at the cost of one reference.
final class RuleIndex: Sendable {
    let rules: RuleSet
    let measures: MeasureIndex
    let facts: FactIndex
    let checks: CheckIndex
    /// For each attribute rule what it makes of the figures of another.
    let outcomes: [OutcomeWords?]
    /// Words that tell a step in the life of something.
    let stepWords: Set<String>
    /// The last words of offices, as hashes of their lemmas: "officer" of "chief executive officer".
    let officeWords: Set<UInt64>
    /// The ids of the units of money.
    let moneyUnits: Set<String>
    private let flags: [WordFlags]
    private let triggerRange: [Range<Int32>]
    private let allTriggers: [Trigger]
    /// Word ids of `object`, `with` and `unless` of each frame of each attribute rule.
    private let companions: [[(object: Set<WordID>, with: Set<WordID>, unless: Set<WordID>)]]

    init(rules: RuleSet, vocabulary: Vocabulary) {
        self.rules = rules
        measures = MeasureIndex(rules.measures)
        facts = FactIndex(rules)
        checks = CheckIndex(rules.checks)
        outcomes = rules.attributes.map { $0.outcome.map(OutcomeWords.init) }
        stepWords = Set(rules.steps.flatMap(\.words))
        officeWords = Set(
            rules.offices.joined().compactMap { $0.split(separator: " ").last }.map { FoldedForm(String($0)).hash })
        moneyUnits = Set(rules.units.units.filter { $0.dimension == .money }.map(\.id))
        var flags = [WordFlags](repeating: [], count: vocabulary.count + 1)
        for word in FunctionWord.allCases {
            for form in word.forms { flags[Int(vocabulary.id(form).rawValue)].insert(WordFlags(word)) }
        }
        for wordClass in WordClass.allCases {
            for form in rules.forms(of: wordClass) {
                flags[Int(vocabulary.id(form).rawValue)].insert(WordFlags(wordClass))
            }
        }
        for base in rules.irregularVerbs.keys.sorted() {
            for form in rules.verbForms(base) { flags[Int(vocabulary.id(form.0).rawValue)].insert(.verb) }
        }
        flags[0] = []
        self.flags = flags
        var byWord = [[Trigger]](repeating: [], count: vocabulary.count + 1)
        rules.forEachTrigger { phrase, forms, target in
            let words = phrase.split(separator: " ").map { vocabulary.id(String($0)) }
            guard let last = words.last, last != .unknown else { return }
            byWord[Int(last.rawValue)].append(
                Trigger(target: target, forms: forms, before: Array(words.dropLast())))
        }
        var ranges: [Range<Int32>] = []
        var all: [Trigger] = []
        for triggers in byWord {
            ranges.append(Int32(all.count)..<Int32(all.count + triggers.count))
            // The longest phrase first: "mass shooting" before "shooting".
            all += triggers.enumerated()
                .sorted { ($1.element.before.count, $0.offset) < ($0.element.before.count, $1.offset) }.map(\.element)
        }
        triggerRange = ranges
        allTriggers = all
        companions = rules.attributes.map { rule in
            rule.frames.map { frame in
                let object = frame.object.flatMap { rules.nounForms($0) }.map { vocabulary.id($0.0) }
                let with = frame.with.flatMap { rules.verbForms($0) + rules.nounForms($0) }.map { vocabulary.id($0.0) }
                let unless = frame.unless.flatMap { rules.verbForms($0) + rules.nounForms($0) }.map {
                    vocabulary.id($0.0)
                }
                return (
                    Set(object).subtracting([.unknown]), Set(with).subtracting([.unknown]),
                    Set(unless).subtracting([.unknown])
                )
            }
        }
    }

    @inline(__always)
    func flags(_ word: WordID) -> WordFlags { flags[Int(word.rawValue)] }

    func triggers(_ word: WordID) -> ArraySlice<Trigger> {
        let range = triggerRange[Int(word.rawValue)]
        return allTriggers[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    @inline(__always)
    func isTrigger(_ word: WordID) -> Bool { !triggerRange[Int(word.rawValue)].isEmpty }

    func object(rule: Int, frame: Int) -> Set<WordID> { companions[rule][frame].object }
    func with(rule: Int, frame: Int) -> Set<WordID> { companions[rule][frame].with }
    func unless(rule: Int, frame: Int) -> Set<WordID> { companions[rule][frame].unless }
}

extension RuleSet {
    /// Every word form that the rules know by sight, in a fixed order.
    public var vocabularyWords: [String] {
        var words = FunctionWord.allCases.flatMap(\.forms)
        for wordClass in WordClass.allCases { words += forms(of: wordClass) }
        words += irregularVerbs.keys.sorted().flatMap { verbForms($0) }.map(\.0)
        forEachTrigger { phrase, _, _ in words += phrase.split(separator: " ").map(String.init) }
        for frame in attributes.flatMap(\.frames) {
            words += frame.object.flatMap { nounForms($0) }.map(\.0)
            words += (frame.with + frame.unless).flatMap { verbForms($0) + nounForms($0) }.map(\.0)
        }
        return words
    }

    func forms(of wordClass: WordClass) -> [String] {
        let words = wordClasses[wordClass] ?? []
        switch wordClass.partOfSpeech {
        case .noun: return words.flatMap { nounForms($0) }.map(\.0)
        case .verb: return words.flatMap { verbForms($0) }.map(\.0)
        case .fixed: return words
        }
    }

    /// Calls `body` with each written form of each evoking word or phrase.
    func forEachTrigger(_ body: (_ phrase: String, _ forms: Inflection.Forms, _ target: Trigger.Target) -> Void) {
        for (rule, attribute) in attributes.enumerated() {
            for (number, frame) in attribute.frames.enumerated() {
                let target = Trigger.Target.frame(rule: rule, frame: number)
                for verb in frame.verbs { for form in verbForms(verb) { body(form.0, form.1, target) } }
                for noun in frame.nouns { for form in nounForms(noun) { body(form.0, form.1, target) } }
                for adjective in frame.adjectives { body(adjective, [], target) }
            }
        }
        for (rule, event) in events.enumerated() {
            for noun in event.nouns { for form in nounForms(noun) { body(form.0, form.1, .event(rule: rule)) } }
            for phrase in event.except { for form in nounForms(phrase) { body(form.0, form.1, .nothing) } }
            for verb in event.verbs { for form in verbForms(verb) { body(form.0, form.1, .event(rule: rule)) } }
        }
    }
}
