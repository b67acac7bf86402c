import Extraction

/// Learns a model from marked sets, and measures what models find in sets that they did not learn from.
struct CounterpartTrainer {
    /// What comes of reporting all pairs down to a likelihood.
    struct Point: CustomStringConvertible {
        var alarms: Int
        var found: Int
        var threshold: Double

        var description: String {
            "\(alarms) alarms, \(found) found, down to \(CounterpartTrainer.rounded(threshold))"
        }
    }

    /// A pair by a model that had not seen its set.
    struct Scored {
        var set: Int
        var pair: MarkedPair
        var likelihood: Double
    }

    /// A claim or a discrepancy of a set.
    private struct Entry: Hashable {
        var set: Int
        var index: Int
    }

    private static let folds = 10
    private static let mostAlarms = 20

    let sets: [MarkedFigures]
    /// On large weights: of likeness, of which there are many examples, and of opposition.
    let penalties: (likeness: Double, opposition: Double)
    private let likenessExamples: [[LogisticRegression.Example]]

    init(_ sets: [MarkedFigures], penalties: (likeness: Double, opposition: Double)) {
        self.sets = sets
        self.penalties = penalties
        likenessExamples = sets.map { $0.likenessExamples() }
    }

    /// What the sets hold, for a reader, with those whose documents are not all compared with one another.
    var summary: String {
        let examples = likenessExamples.joined()
        let parted = sets.filter { $0.storyCount > 1 }.map { "\n  \($0.storyCount) stories: \($0.path)" }
        return
            "\(sets.count) sets, \(examples.count) pairs of figures, \(examples.count(where: \.isMarked)) of one thing"
            + parted.joined()
    }

    /// A model that learned from all sets. What opposition learns from was told by a likeness that had not seen its set.
    func model(threshold: Double) -> CounterpartModel {
        CounterpartModel(
            likeness: likeness(of: Array(sets.indices)),
            opposition: opposition(of: pairs().joined().map(\.example)), threshold: threshold)
    }

    /// The likeliest pairs that are not marked, for a reader.
    func likeliestAlarms(_ scored: [Scored]) -> [String] {
        scored.filter { $0.pair.discrepancies.isEmpty }.prefix(Self.mostAlarms * 2).map {
            "\(Self.rounded($0.likelihood)) \(sets[$0.set].path)\n" + sets[$0.set].text(of: $0.pair)
        }
    }

    /// All pairs by models that had not seen their sets, the likeliest first.
    func scored() -> [Scored] {
        let pairs = pairs()
        var scored: [Scored] = []
        for fold in 0..<Self.folds {
            let weights = opposition(of: others(fold).flatMap { pairs[$0].map(\.example) })
            for set in sets.indices where set % Self.folds == fold {
                scored += pairs[set].map {
                    Scored(set: set, pair: $0, likelihood: weights.likelihood($0.example.features))
                }
            }
        }
        return scored.sorted { $0.likelihood > $1.likelihood }
    }

    private func others(_ fold: Int) -> [Int] { sets.indices.filter { $0 % Self.folds != fold } }

    private func likeness(of learned: [Int]) -> CounterpartModel.Weights {
        LogisticRegression(learned.flatMap { likenessExamples[$0] }, penalty: penalties.likeness).weights
    }

    private func opposition(of examples: [LogisticRegression.Example]) -> CounterpartModel.Weights {
        LogisticRegression(examples, penalty: penalties.opposition).weights
    }

    /// Of each set, by a likeness that learned from the others.
    private func pairs() -> [[MarkedPair]] {
        var pairs = [[MarkedPair]](repeating: [], count: sets.count)
        for fold in 0..<Self.folds {
            let weights = likeness(of: others(fold))
            for set in sets.indices where set % Self.folds == fold {
                pairs[set] = sets[set].oppositionPairs(likeness: weights)
            }
        }
        return pairs
    }

    private static func rounded(_ likelihood: Double) -> Double { (likelihood * 1000).rounded() / 1000 }

    /// The last point of each number of alarms, from the likeliest pair on. A pair that shares a claim with a likelier one
    /// is reported with it.
    static func curve(_ scored: [Scored]) -> [Point] {
        var found: Set<Entry> = []
        var told: Set<Entry> = []
        var points: [Point] = []
        var alarms = 0
        for entry in scored {
            let ends = [entry.pair.first, entry.pair.second].map { Entry(set: entry.set, index: $0) }
            if !entry.pair.discrepancies.isEmpty {
                found.formUnion(entry.pair.discrepancies.map { Entry(set: entry.set, index: $0) })
            } else if told.isDisjoint(with: ends) {
                alarms += 1
            }
            told.formUnion(ends)
            if alarms > mostAlarms { break }
            if points.last?.alarms == alarms { points.removeLast() }
            points.append(Point(alarms: alarms, found: found.count, threshold: entry.likelihood))
        }
        return points
    }
}
