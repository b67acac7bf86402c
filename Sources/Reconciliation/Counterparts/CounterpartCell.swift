import Extraction

/// The figures of one sort that the documents of a story tell, with how alike each two of different documents are.
struct CounterpartCell {
    /// Two comparable figures of two documents.
    struct Pair {
        /// Places in `profiles`.
        var first: Int
        var second: Int
        /// Some number fits both.
        var agrees: Bool
        /// The score of their likeness.
        var likeness = 0.0
    }

    let profiles: [CounterpartProfile]
    private let figures: [CounterpartFigure]
    private(set) var pairs: [Pair] = []

    /// Two figures differ.
    /// - Parameter wanted: the claims whose figures are looked at.
    func hasDifference(amongst wanted: [Bool]) -> Bool {
        pairs.contains { !$0.agrees && wanted[profiles[$0.first].claim] && wanted[profiles[$0.second].claim] }
    }

    init(_ profiles: [CounterpartProfile], figures: inout CounterpartFigures, lists: WordLists) {
        self.profiles = profiles
        for first in profiles.indices {
            let a = profiles[first]
            for second in (first + 1)..<max(first + 1, profiles.count) {
                let b = profiles[second]
                guard a.document != b.document, a.text != b.text, Self.mayBeOne(a, b, lists),
                    figures.areComparable(a, b)
                else { continue }
                pairs.append(Pair(first: first, second: second, agrees: figures.agree(a, b)))
            }
        }
        self.figures = figures.all
    }

    /// - Parameter score: of the likeness of two figures.
    mutating func setLikeness(_ score: (CounterpartProfile, CounterpartProfile) -> Double) {
        for place in pairs.indices {
            pairs[place].likeness = score(profiles[pairs[place].first], profiles[pairs[place].second])
        }
    }

    /// Under one attribute, names, times and what is still to come keep figures apart; an age or a vote is nothing without
    /// whose it is.
    private static func mayBeOne(_ a: CounterpartProfile, _ b: CounterpartProfile, _ lists: WordLists) -> Bool {
        guard a.hasAttribute(of: b) else { return true }
        guard !lists.areOthers(a.name, b.name), !a.hasOtherTime(than: b), a.isForecast == b.isForecast else {
            return false
        }
        guard a.sort == .age || a.isOwned else { return true }
        let isOneName = lists.contains(a.name, allOf: b.name) || lists.contains(b.name, allOf: a.name)
        guard isOneName else { return false }
        // "A man of 24" and "a man of 22" are two men.
        return lists.share(a.name, b.name) || a.sort != .age && a.noun >= 0 && a.noun == b.noun
    }

    /// The figure of a profile of the cell.
    func figure(_ profile: CounterpartProfile) -> CounterpartFigure { figures[Int(profile.figure)] }

    /// One figure in two units, or a round bound of the other: "4,380 metres" and "more than 14,000 feet".
    func isConverted(_ pair: Pair) -> Bool {
        let (a, b) = (profiles[pair.first], profiles[pair.second])
        guard a.sort == .measure, a.unit != b.unit else { return false }
        let ratio = figure(a).range.lowerBound / figure(b).range.lowerBound
        return (1 - Self.roundness...1 + Self.roundness).contains(ratio)
    }

    /// By how much of it a figure that was converted may have been rounded.
    private static let roundness = 0.04

    /// Two neighbours of at least three digits have changed places.
    func hasSwappedDigits(_ pair: Pair) -> Bool {
        let (a, b) = (figure(profiles[pair.first]), figure(profiles[pair.second]))
        let ratio = a.range.lowerBound / b.range.lowerBound
        return a.digits.count > 2 && (0.1...10).contains(ratio)
            && QuantityComparison.areTransposed(a.digits, b.digits)
    }

    /// Both give one figure in one unit, as "60 km" is of one digit that tells.
    func isRepeated(_ pair: Pair) -> Bool {
        let (a, b) = (profiles[pair.first], profiles[pair.second])
        return pair.agrees && a.unit == b.unit && !figure(a).digits.isEmpty && figure(a).digits == figure(b).digits
    }

    /// Both give one figure of at least two digits that tell: documents of one story that do so mostly mean one thing.
    func isSame(_ pair: Pair) -> Bool {
        guard pair.agrees else { return false }
        let (a, b) = (profiles[pair.first], profiles[pair.second])
        let digits = figure(a).digits
        return digits.count > 1 && a.unit == b.unit && digits == figure(b).digits
    }
}
