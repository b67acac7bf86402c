package import Extraction
import Values

/// Finds figures of two documents that tell of one thing in words that have no attribute in common, and differ.
///
/// Reports word one thing in many ways: "took £8.4m from 412 customers", "of the 421 people whom he defrauded". What makes
/// them counterparts is weighed: rare words in common, names, the figures themselves, and whether a likelier counterpart
/// stands elsewhere in either document.
package struct CounterpartFinder {
    let set: ClaimSet
    let quantities: QuantityComparison
    /// The ids of the checks, whose own claims are compared nowhere else.
    let checks: Set<String>
    /// The ids of rules for figures that are nothing without whose they are.
    let owned: Set<String>

    private var claims: [Claim] { self.set.claims }

    /// Stories with more figures of a sort are compared by attribute alone: each with each would take too long, and a figure
    /// in such a crowd has many that are like it.
    private static let crowd = 400

    /// What is less alike than this is never found to be one thing.
    private static let hopeless = -5.5

    /// Where neighbouring digits of three or more have changed places: hardly ever by chance among a handful of documents.
    private static let swapped = 0.05

    /// Two figures that differ, and how likely they are of one thing.
    private struct Found {
        var likelihood: Double
        var first: Int
        var second: Int
    }

    /// How many stories the documents tell.
    package var storyCount: Int { self.set.stories.count }

    /// The disagreements among the claims, the likeliest first.
    /// - Parameter mayBeTold: false for claims whose disagreements are found otherwise.
    func findings(
        by model: CounterpartModel, relations: RelationRule, mayBeTold: [Bool]
    ) -> [Disagreement] {
        var likely: [Found] = []
        forEachCell(model.likeness, amongst: mayBeTold) { cell, _, documents in
            let isHandful = documents <= StoryMode.mostInHandful
            let differing = cell.pairs.filter { pair in
                !pair.agrees && (pair.likeness >= Self.hopeless || isHandful && cell.hasSwappedDigits(pair))
            }
            guard !differing.isEmpty else { return }
            let features = OppositionFeatures(cell, documents: documents)
            for pair in differing {
                let (a, b) = (cell.profiles[pair.first], cell.profiles[pair.second])
                let (first, second) = (a.claim, b.claim)
                guard mayBeTold[first], mayBeTold[second],
                    a.sort != .age || !AgeComparison.hadBirthday(between: claims[first], and: claims[second]),
                    !quantities.tolerance.allows(
                        cell.figure(a).quantity, cell.figure(b).quantity, on: claims[first].attribute)
                else { continue }
                let likelihood = model.opposition.likelihood(features.features(pair))
                let isSwapped = isHandful && cell.hasSwappedDigits(pair)
                if likelihood >= (isSwapped ? min(Self.swapped, model.threshold) : model.threshold) {
                    likely.append(Found(likelihood: likelihood, first: first, second: second))
                }
            }
        }
        likely.sort { ($1.likelihood, $0.first, $0.second) < ($0.likelihood, $1.first, $1.second) }
        return disagreements(likely, relations)
    }

    /// Those of one kind and relation that share a claim are one.
    private func disagreements(_ likely: [Found], _ relations: RelationRule) -> [Disagreement] {
        var found: [Disagreement] = []
        for pair in likely {
            guard let quantity = claims[pair.first].value.quantity else { continue }
            let kind = relations.kind(of: claims[pair.first], quantity)
            found.add(
                pair.first, pair.second, kind, relations.relation(claims[pair.first], claims[pair.second]))
        }
        return found
    }

    /// How likely two figures that differ are of one thing: 0 … 1. nil for what the model does not compare.
    func likelihood(_ first: Int, _ second: Int, by model: CounterpartModel) -> Double? {
        var likelihood: Double?
        forEachCell(model.likeness, stories: [story(of: claims[first])]) { cell, _, documents in
            guard
                let pair = cell.pairs.first(where: { pair in
                    !pair.agrees
                        && [pair.first, pair.second].allSatisfy { [first, second].contains(cell.profiles[$0].claim) }
                })
            else { return }
            likelihood = model.opposition.likelihood(OppositionFeatures(cell, documents: documents).features(pair))
        }
        return likelihood
    }

    /// For each claim those of other documents that give the same figure of the same thing.
    /// Those of checks as well, of which a conflict may be.
    /// - Parameter wanted: the stories that are looked through.
    func corroborations(by model: CounterpartModel, stories wanted: Set<Int>) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        forEachCell(model.likeness, besides: [], stories: wanted) { cell, _, _ in
            for pair in cell.pairs {
                let figure = cell.profiles[pair.first]
                let isMeasure = figure.sort == .measure
                guard cell.isSame(pair) || isMeasure && (cell.isConverted(pair) || cell.isRepeated(pair)) else {
                    continue
                }
                let needed = isMeasure || cell.figure(figure).digits.count > 2 ? Self.hardlyAlike : Self.alike
                guard CounterpartModel.likelihood(pair.likeness) >= needed else { continue }
                let (first, second) = (cell.profiles[pair.first].claim, cell.profiles[pair.second].claim)
                found[first, default: []].append(second)
                found[second, default: []].append(first)
            }
        }
        return found
    }

    /// That one figure is given twice tells more than the words do, most of all where it has three digits or a unit.
    private static let alike = 0.1
    private static let hardlyAlike = 0.01

    /// Calls `body` with the figures of each sort of each story, and with how many documents the story has.
    /// - Parameters:
    ///   - left: the ids of rules whose claims are left out; nil for those of the checks.
    ///   - stories: those that are looked through; nil for all.
    ///   - wanted: only where two of these claims differ; nil for all.
    private func forEachCell(
        _ weights: CounterpartModel.Weights, besides left: Set<String>? = nil, stories: Set<Int>? = nil,
        amongst wanted: [Bool]? = nil,
        _ body: (_ cell: CounterpartCell, _ features: LikenessFeatures, _ documents: Int) -> Void
    ) {
        var likeness = [Double](repeating: 0, count: CounterpartModel.Likeness.allCases.count)
        var figures = CounterpartFigures(quantities)
        let sorts = CounterpartSorts(set.numbers, quantities)
        var profiler = CounterpartProfiler(set, sorts, owned: owned)
        for story in cells(sorts, besides: left ?? checks, of: stories) {
            // Where all say the same, there is nothing to read.
            guard wanted.map({ wanted in story.contains { haveSeveralValues($0, wanted) } }) ?? true else { continue }
            profiler.reset()
            let profiles = story.map { cell in cell.compactMap { profiler.profile($0, figures: &figures) } }
            guard profiler.documentCount > 1 else { continue }
            let cells = profiles.map { CounterpartCell($0, figures: &figures, lists: profiler.lists) }
                .filter { cell in wanted.map(cell.hasDifference) ?? true }
            guard !cells.isEmpty else { continue }
            let features = LikenessFeatures(weigher: profiler.weigher)
            for var cell in cells {
                cell.setLikeness { a, b in
                    features.fill(&likeness, a, b)
                    return weights.score(likeness)
                }
                body(cell, features, profiler.documentCount)
            }
        }
    }

    /// A sort of figures of a story.
    private struct CellKey: Hashable {
        var story: Int
        var sort: CounterpartProfile.Sort
        var dimension: Int32
    }

    /// The figures of each story with several documents, by what they measure, in their order.
    private func cells(
        _ sorts: CounterpartSorts, besides left: Set<String>, of stories: Set<Int>?
    ) -> [[[Int]]] {
        let isLeft = set.areOfRules(left.contains)
        let cells = claims.indices.grouped { index -> CellKey? in
            let story = set.stories[index]
            guard !isLeft[index], set.numbers.unit[index] >= 0, stories?.contains(story) ?? true else { return nil }
            return CellKey(story: story, sort: sorts[index], dimension: sorts.dimension(index))
        }
        return cells.filter { $0.members.count <= Self.crowd && areSeveral($0.members) }
            .grouped { $0.key.story }.map { $0.members.map(\.members) }
    }

    func story(of claim: Claim) -> Int { set.stories.storyOf[claim.document] ?? 0 }

    private func areSeveral(_ cell: [Int]) -> Bool {
        cell.contains { set.documents.numbers[$0] != set.documents.numbers[cell[0]] }
    }

    /// - Parameter wanted: the claims that are looked at.
    private func haveSeveralValues(_ cell: [Int], _ wanted: [Bool]) -> Bool {
        guard let first = cell.first(where: { wanted[$0] }) else { return false }
        return cell.contains { wanted[$0] && set.values[$0] != set.values[first] }
    }
}

// MARK: - Learning

extension CounterpartFinder {
    /// Two figures that a model can learn from.
    package struct Example {
        /// Indices of the claims.
        package var first: Int
        package var second: Int
        package var features: [Double]
        /// Some number fits both.
        package var agrees: Bool
        /// Both give one figure that tells.
        package var isSame: Bool
    }

    /// All pairs of figures, with the features of their likeness.
    package func likenessExamples() -> [Example] {
        var examples: [Example] = []
        let none = [Double](repeating: 0, count: CounterpartModel.Likeness.allCases.count)
        forEachCell(CounterpartModel.Weights(bias: 0, values: none)) { cell, features, _ in
            var values = none
            examples += cell.pairs.map { pair in
                features.fill(&values, cell.profiles[pair.first], cell.profiles[pair.second])
                return example(of: pair, in: cell, features: values)
            }
        }
        return examples
    }

    /// The pairs of figures that differ, with the features of their opposition.
    package func oppositionExamples(likeness: CounterpartModel.Weights) -> [Example] {
        var examples: [Example] = []
        forEachCell(likeness) { cell, _, documents in
            let features = OppositionFeatures(cell, documents: documents)
            examples += cell.pairs.filter { !$0.agrees }
                .map { example(of: $0, in: cell, features: features.features($0)) }
        }
        return examples
    }

    private func example(
        of pair: CounterpartCell.Pair, in cell: CounterpartCell, features: [Double]
    ) -> Example {
        Example(
            first: cell.profiles[pair.first].claim, second: cell.profiles[pair.second].claim, features: features,
            agrees: pair.agrees, isSame: cell.isSame(pair))
    }
}
