import FoundationEssentials
import Language

/// What the recogniser knows of one word.
struct WordEntry: Sendable {
    var key: KeyWord = .other
    var number: NumberWord = .none
    var time: TimeWord = .none
    var traits: Traits = []
    /// Indices into `ValueLexicon.unitForms`.
    var unitFirst: Int32 = 0
    var unitEnd: Int32 = 0

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16
        /// A number may begin here.
        static let opensNumber = Traits(rawValue: 1 << 0)
        /// A time may begin here.
        static let opensTime = Traits(rawValue: 1 << 1)
        /// No counted noun phrase holds this word.
        static let closesNoun = Traits(rawValue: 1 << 2)
        /// A plural that does not end in -s.
        static let plural = Traits(rawValue: 1 << 3)
        /// Last word of a hedge before a number.
        static let hedge = Traits(rawValue: 1 << 4)
        /// First word of a hedge after a number.
        static let hedgeAfter = Traits(rawValue: 1 << 5)
        /// Makes a sentence worth reading.
        static let trigger = Traits(rawValue: 1 << 6)
        /// A noun that "no" counts as zero: "no casualties".
        static let countable = Traits(rawValue: 1 << 7)
        /// "largest", "deadliest"
        static let superlative = Traits(rawValue: 1 << 8)
        /// What a number of people may be said to be, without a noun: "145 dead".
        static let state = Traits(rawValue: 1 << 9)
        /// Nothing is a time without such a word.
        static let timeSign = Traits(rawValue: 1 << 11)
        /// Says that what is told next has changed by or to a figure: "rose", "up".
        static let change = Traits(rawValue: 1 << 10)
    }
}

/// The recogniser's tables compiled for the vocabulary of a run, indexed by word id.
struct ValueLexicon: Sendable {
    /// A unit's tokens after the first, and whether letters count as written.
    struct UnitForm: Sendable {
        var words: [WordID]
        var symbol: [UInt8]?
        var unit: Int
    }

    struct HedgePhrase: Sendable {
        /// The words in order.
        var words: [WordID]
        var meaning: Hedges.Meaning
    }

    let entries: [WordEntry]
    let unitForms: [UnitForm]
    let units: [Unit]
    /// By the last word, the longest first.
    let hedgesBefore: [WordID: [HedgePhrase]]
    /// By the first word, the longest first.
    let hedgesAfter: [WordID: [HedgePhrase]]
    let unitIndex: [String: Int]

    init(vocabulary: Vocabulary, table: UnitTable) {
        var entries = [WordEntry](repeating: WordEntry(), count: vocabulary.count + 1)
        func change(_ form: String, _ body: (inout WordEntry) -> Void) {
            let id = Int(vocabulary.id(form).rawValue)
            if id > 0 { body(&entries[id]) }
        }
        for key in KeyWord.allCases where key != .other { change(key.rawValue) { $0.key = key } }
        for row in NumberWords.table { change(row.form) { $0.number = row.word } }
        for row in TimeWords.table { change(row.form) { $0.time = row.word } }
        for (trait, words) in WordLists.traits {
            for word in words { change(word) { $0.traits.insert(trait) } }
        }
        hedgesBefore = Self.phrases(Hedges.before, vocabulary, by: { $0.last })
        hedgesAfter = Self.phrases(Hedges.after, vocabulary, by: { $0.first })
        for id in hedgesBefore.keys { entries[Int(id.rawValue)].traits.insert(.hedge) }
        for id in hedgesAfter.keys { entries[Int(id.rawValue)].traits.insert(.hedgeAfter) }
        unitForms = Self.addUnits(table, vocabulary, to: &entries)
        units = table.units
        unitIndex = Dictionary(uniqueKeysWithValues: table.units.enumerated().map { ($1.id, $0) })
        self.entries = entries.map(Self.opening)
    }

    private static func phrases(
        _ phrases: [Hedges.Phrase], _ vocabulary: Vocabulary, by end: ([WordID]) -> WordID?
    ) -> [WordID: [HedgePhrase]] {
        var table: [WordID: [HedgePhrase]] = [:]
        for phrase in phrases {
            let ids = phrase.words.map { vocabulary.id($0) }
            guard let key = end(ids), !ids.contains(.unknown) else { continue }
            table[key, default: []].append(HedgePhrase(words: ids, meaning: phrase.meaning))
        }
        return table.mapValues { phrases in
            phrases.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
                .map(\.element)
        }
    }

    /// Sorts the forms of units by their first word and notes the place of each word's forms, the longest first.
    private static func addUnits(_ table: UnitTable, _ vocabulary: Vocabulary, to entries: inout [WordEntry])
        -> [UnitForm]
    {
        var rows: [(first: Int, form: UnitForm)] = []
        for form in table.forms {
            let ids = form.tokens.map { vocabulary.id($0) }
            guard let first = ids.first, !ids.contains(.unknown) else { continue }
            rows.append(
                (
                    Int(first.rawValue),
                    UnitForm(
                        words: Array(ids.dropFirst()), symbol: form.isSymbol ? Array(form.tokens.joined().utf8) : nil,
                        unit: form.unit)
                ))
        }
        // Of forms of one length the symbol comes first, as its letters must be as written.
        let order = rows.enumerated().sorted { a, b in
            let left = (a.element.first, -a.element.form.words.count, a.element.form.symbol == nil ? 1 : 0, a.offset)
            let right = (b.element.first, -b.element.form.words.count, b.element.form.symbol == nil ? 1 : 0, b.offset)
            return left < right
        }
        for (place, row) in order.enumerated() {
            let first = row.element.first
            if entries[first].unitEnd == 0 { entries[first].unitFirst = Int32(place) }
            entries[first].unitEnd = Int32(place + 1)
        }
        return order.map(\.element.form)
    }

    /// Marks where numbers and times may begin.
    private static func opening(_ entry: WordEntry) -> WordEntry {
        var entry = entry
        switch entry.number {
        case .none, .shortScale: break
        case .ones, .tens, .hundred, .scale, .group, .ordinal, .denominator, .half, .vague:
            entry.traits.insert([.opensNumber, .trigger])
        }
        switch entry.time {
        case .none: break
        case .month, .weekday, .season, .dayPart: entry.traits.insert([.opensTime, .trigger])
        case .unit(.week): entry.traits.insert([.opensTime, .trigger])
        case .unit: entry.traits.insert(.trigger)
        }
        if case .none = entry.time {} else { entry.traits.insert(.timeSign) }
        if WordLists.timeSigns.contains(entry.key) { entry.traits.insert(.timeSign) }
        if WordLists.timeOpeners.contains(entry.key) { entry.traits.insert(.opensTime) }
        if WordLists.timeTriggers.contains(entry.key) { entry.traits.insert([.opensTime, .trigger]) }
        if WordLists.numberOpeners.contains(entry.key) { entry.traits.insert(.opensNumber) }
        if WordLists.numberTriggers.contains(entry.key) { entry.traits.insert(.trigger) }
        return entry
    }
}
