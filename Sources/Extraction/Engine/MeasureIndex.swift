import Documents
import Language
import Values

/// The measure rules by the lemmas that evoke them.
struct MeasureIndex: Sendable {
    /// How a lemma evokes a rule.
    private struct Evocation: Sendable {
        var rule: Int
        var place: Place
        /// Lemmas of the words that must hang on the noun ("pension" of "pension deficit"), or of the preposition.
        var companions: [UInt64]
    }

    fileprivate enum Place { case measure, counted, verb, adjective }

    private let rules: [MeasureRule]
    private var evocations: [UInt64: [Evocation]] = [:]
    private var ages: [Int] = []
    private let with: [Set<UInt64>]
    private let without: [Set<UInt64>]

    init(_ rules: [MeasureRule]) {
        self.rules = rules
        with = rules.map { Set($0.with.map { FoldedForm($0).hash }) }
        without = rules.map { Set($0.without.map { FoldedForm($0).hash }) }
        for (index, rule) in rules.enumerated() {
            for noun in rule.nouns { add(index, .measure, noun) }
            for noun in rule.counts { add(index, .counted, noun) }
            for adjective in rule.adjectives { add(index, .adjective, adjective) }
            for verb in rule.verbs {
                evocations[FoldedForm(verb.lemma).hash, default: []].append(
                    Evocation(
                        rule: index, place: .verb,
                        companions: [verb.preposition].compactMap { $0 }.map { FoldedForm($0).hash }))
            }
            if rule.sort == .age, rule.nouns.isEmpty { ages.append(index) }
        }
    }

    private mutating func add(_ rule: Int, _ place: Place, _ phrase: String) {
        let words = phrase.split(separator: " ").map { FoldedForm(String($0)).hash }
        guard let last = words.last else { return }
        evocations[last, default: []].append(
            Evocation(rule: rule, place: place, companions: Array(words.dropLast())))
    }

    /// The rule that a frame evokes: the one with the most words, then the one that the noun evokes, then the first.
    func rule(for frame: ValueFrame, in reading: DocumentReading) -> Int? {
        let sort = frame.sort
        var best: (rank: (Int, Int, Int), rule: Int)?
        func consider(_ token: Int?, _ place: Place) {
            guard let token else { return }
            for evocation in evocations[reading.lemmas[token]] ?? [] where evocation.place == place {
                let rule = rules[evocation.rule]
                guard rule.sort == sort, holds(evocation, token, frame, reading),
                    contextAllows(evocation.rule, frame, reading)
                else { continue }
                let rank = (
                    evocation.companions.count + (with[evocation.rule].isEmpty ? 0 : 1), place.weight, -evocation.rule
                )
                if best.map({ $0.rank < rank }) ?? true { best = (rank, evocation.rule) }
            }
        }
        consider(frame.measure, .measure)
        consider(frame.counted, .counted)
        consider(frame.adjective, .adjective)
        if frame.role != .subject || sort == .date { consider(frame.predicate, .verb) }
        return best?.rule ?? (sort == .age ? ages.first : nil)
    }

    private func holds(_ evocation: Evocation, _ token: Int, _ frame: ValueFrame, _ reading: DocumentReading) -> Bool {
        if evocation.place == .verb {
            let preposition = frame.preposition.map { reading.analysis.tokens[$0].hash }
            let isDirect = frame.role == .object || frame.sort == .date
            return evocation.companions.isEmpty ? isDirect : evocation.companions.first == preposition
        }
        return evocation.companions.allSatisfy { lemma in
            reading.syntax.dependents(of: token).contains {
                reading.lemmas[$0] == lemma || reading.analysis.tokens[$0].hash == lemma
            }
        }
    }

    private func contextAllows(_ rule: Int, _ frame: ValueFrame, _ reading: DocumentReading) -> Bool {
        guard !with[rule].isEmpty || !without[rule].isEmpty else { return true }
        let sentence = reading.tokens(ofSentence: frame.extent.start).range
        func stands(_ words: Set<UInt64>) -> Bool {
            sentence.contains { words.contains(reading.lemmas[$0]) || words.contains(reading.analysis.tokens[$0].hash) }
        }
        return (with[rule].isEmpty || stands(with[rule])) && (without[rule].isEmpty || !stands(without[rule]))
    }
}

extension MeasureIndex.Place {
    fileprivate var weight: Int {
        switch self {
        case .measure: 3
        case .adjective: 2
        case .counted: 1
        case .verb: 0
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
