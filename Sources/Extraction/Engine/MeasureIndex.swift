import Documents
import Language
import Values

/// The measure rules by the lemmas that evoke them.
final class MeasureIndex: Sendable {
    /// How a lemma evokes a rule.
    private struct Evocation: Sendable {
        var rule: Int
        /// Lemmas of the words that must stand by the noun ("pension" of "pension deficit"), or of the preposition.
        var companions: [UInt64]
    }

    enum Place: Int, CaseIterable { case measure, counted, verb, doer, adjective }

    private let rules: [MeasureRule]
    /// For each place.
    private let evocations: [FormTable<[Evocation]>]
    /// The first rule that reads any age, with nouns or without.
    let ageRule: Int?
    private let ages: [Int]
    /// For each rule the lemmas of its phrases: what they say narrows nothing.
    private let phraseWords: [FormSet]
    private let with: [FormSet]
    private let without: [FormSet]

    init(_ rules: [MeasureRule]) {
        self.rules = rules
        with = rules.map { FormSet($0.with.map { FoldedForm($0).hash }) }
        without = rules.map { FormSet($0.without.map { FoldedForm($0).hash }) }
        phraseWords = rules.map { rule in
            let words = (rule.nouns + rule.counts).flatMap { $0.split(separator: " ") }
            return FormSet(words.map { FoldedForm(String($0)).hash })
        }
        ageRule = rules.firstIndex { $0.sorts == [.age] }
        var evocations = Place.allCases.map { _ in [UInt64: [Evocation]]() }
        var ages: [Int] = []
        func add(_ rule: Int, _ place: Place, _ phrase: String) {
            let words = phrase.split(separator: " ").map { FoldedForm(String($0)).hash }
            guard let last = words.last else { return }
            evocations[place.rawValue][last, default: []].append(
                Evocation(rule: rule, companions: Array(words.dropLast())))
        }
        for (index, rule) in rules.enumerated() {
            for noun in rule.nouns { add(index, .measure, noun) }
            for noun in rule.counts { add(index, .counted, noun) }
            for adjective in rule.adjectives { add(index, .adjective, adjective) }
            for verb in rule.verbs {
                evocations[Place.verb.rawValue][FoldedForm(verb.lemma).hash, default: []].append(
                    Evocation(
                        rule: index,
                        companions: [verb.preposition].compactMap { $0 }.map { FoldedForm($0).hash }))
            }
            for verb in rule.doers { add(index, .doer, verb) }
            if rule.sorts == [.age], rule.nouns.isEmpty { ages.append(index) }
        }
        self.evocations = evocations.map { FormTable($0) }
        self.ages = ages
    }

    /// The lemmas of a rule's phrases.
    func words(_ rule: Int) -> FormSet { phraseWords[rule] }

    /// The rule that a frame evokes, and by which of its words: the one with the most words, then the one that the noun evokes, then the first.
    func rule(for frame: ValueFrame, in reading: DocumentReading) -> (rule: Int, place: Place)? {
        let sort = frame.sort
        var best: (rank: (Int, Int, Int), rule: Int, place: Place)?
        func consider(_ token: Int?, _ place: Place) {
            guard let token else { return }
            let evocations = evocations[place.rawValue]
            let lemma = reading.lemmas[token]
            consider(evocations[lemma], token, place)
            // A word that was tagged wrong has another lemma.
            let other =
                place == .verb || place == .doer ? reading.verbLemma(token) : reading.analysis.tokens[token].hash
            if other != lemma { consider(evocations[other], token, place) }
        }
        func consider(_ evoked: [Evocation]?, _ token: Int, _ place: Place) {
            for evocation in evoked ?? [] where rules[evocation.rule].sorts.contains(sort) {
                let rank = (
                    evocation.companions.count + (with[evocation.rule].isEmpty ? 0 : 1), place.weight, -evocation.rule
                )
                // What stands around is looked at last, as it takes longest.
                guard best.map({ $0.rank < rank }) ?? true, holds(evocation, place, token, frame, reading),
                    contextAllows(evocation.rule, frame, reading)
                else { continue }
                best = (rank, evocation.rule, place)
            }
        }
        consider(frame.measure, .measure)
        if frame.isPriced(in: reading) { consider(frame.anchor, .measure) }
        consider(frame.whole, .measure)
        consider(frame.counted, .counted)
        consider(frame.adjective, .adjective)
        if frame.adjective == nil, sort != .count { frame.neighbours(in: reading).forEach { consider($0, .adjective) } }
        consider(frame.predicate, frame.role == .subject && sort != .date ? .doer : .verb)
        if let best { return (best.rule, best.place) }
        return sort == .age ? ages.first.map { ($0, .measure) } : nil
    }

    private func holds(
        _ evocation: Evocation, _ place: Place, _ token: Int, _ frame: ValueFrame, _ reading: DocumentReading
    ) -> Bool {
        switch place {
        case .verb:
            let preposition = frame.preposition.map { reading.analysis.tokens[$0].hash }
            if let wanted = evocation.companions.first { return wanted == preposition }
            return frame.sort == .date
                ? !frame.isOpenEnded(preposition) : frame.role == .object || frame.role == .undergoer
        case .doer: return true
        case .measure, .counted, .adjective: break
        }
        return evocation.companions.allSatisfy { lemma in
            let sentence = reading.tokens(ofSentence: token)
            let near = max(sentence.start, token - 3)..<min(sentence.end, token + 6)
            return near.contains { reading.lemmas[$0] == lemma || reading.analysis.tokens[$0].hash == lemma }
        }
    }

    /// How many tokens off a word may stand that a rule asks for.
    private static let reach = 12

    private func contextAllows(_ rule: Int, _ frame: ValueFrame, _ reading: DocumentReading) -> Bool {
        guard !with[rule].isEmpty || !without[rule].isEmpty else { return true }
        let sentence = reading.tokens(ofSentence: frame.extent.start)
        let near =
            max(sentence.start, frame.extent.start - Self.reach)..<min(sentence.end, frame.extent.end + Self.reach)
        func stands(_ words: FormSet) -> Bool {
            near.contains { words.contains(reading.lemmas[$0]) || words.contains(reading.analysis.tokens[$0].hash) }
        }
        return (with[rule].isEmpty || stands(with[rule])) && (without[rule].isEmpty || !stands(without[rule]))
    }
}

extension ValueFrame {
    /// "300 metres [wide]", "[up] 4 per cent"
    fileprivate func neighbours(in reading: DocumentReading) -> [Int] {
        let sentence = reading.tokens(ofSentence: extent.start)
        return [extent.start - 1, extent.end].filter(sentence.range.contains)
    }

    /// "an approach at 310p", "a contract for £4m", not "a sentence in six minutes"
    fileprivate func isPriced(in reading: DocumentReading) -> Bool {
        guard let preposition else { return false }
        let hash = reading.analysis.tokens[preposition].hash
        return [FrameWord.at, .for, .to].contains { $0.hash == hash }
    }

    /// "since June" tells no day on which something was done.
    fileprivate func isOpenEnded(_ preposition: UInt64?) -> Bool {
        preposition == FrameWord.since.hash || preposition == FrameWord.until.hash
    }
}

extension MeasureIndex.Place {
    fileprivate var weight: Int {
        switch self {
        case .measure: 3
        case .adjective: 2
        case .counted: 1
        case .verb, .doer: 0
        }
    }
}

extension MeasureRule.Sort {
    init(_ quantity: Quantity) {
        if quantity.kind == .age {
            self = .age
        } else if let unit = quantity.unit {
            self = .unit(unit.dimension)
        } else {
            switch quantity.kind {
            case .percentage, .ratio: self = .unit(.share)
            case .multiple: self = .unit(.multiple)
            default: self = .count
            }
        }
    }
}
