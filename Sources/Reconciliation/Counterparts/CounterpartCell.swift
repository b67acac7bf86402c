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
        var likeness: Double
    }

    let profiles: [CounterpartProfile]
    private let quantities: QuantityComparison
    /// Claims whose figures are nothing without whose they are.
    private let owned: Set<Int>
    private(set) var pairs: [Pair] = []

    /// - Parameters:
    ///   - owned: claims whose figures are nothing without whose they are.
    ///   - score: of the likeness of two figures.
    init(
        _ profiles: [CounterpartProfile], owned: Set<Int>, quantities: QuantityComparison,
        score: (CounterpartProfile, CounterpartProfile) -> Double
    ) {
        self.profiles = profiles
        self.owned = owned
        self.quantities = quantities
        for first in profiles.indices {
            for second in profiles.indices.dropFirst(first + 1) {
                guard areComparable(profiles[first], profiles[second]) else { continue }
                pairs.append(
                    Pair(
                        first: first, second: second, agrees: agree(profiles[first], profiles[second]),
                        likeness: score(profiles[first], profiles[second])))
            }
        }
    }

    /// Figures of two documents, of which names or times do not say that they are of two things.
    private func areComparable(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Bool {
        guard a.document != b.document, a.text != b.text, mayBeOne(a, b) else { return false }
        return a.unit == b.unit || a.isCount && b.isCount || a.isDuration && b.isDuration
            || quantities.areComparable(a.quantity, b.quantity)
    }

    /// Under one attribute, names and times keep figures apart; an age or a vote is nothing without whose it is.
    private func mayBeOne(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Bool {
        guard a.hasAttribute(of: b) else { return true }
        guard !a.hasOtherName(than: b), !a.hasOtherTime(than: b) else { return false }
        guard a.sort == .age || owned.contains(a.claim) else { return true }
        return ClaimProfile.share(a.name, b.name) || a.noun >= 0 && a.noun == b.noun
    }

    private func agree(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Bool {
        if a.isCount || quantities.areComparable(a.quantity, b.quantity) {
            return quantities.agree(a.quantity, b.quantity)
        }
        let (more, less) = (1 + Self.leeway, 1 - Self.leeway)
        return a.range.lowerBound * less <= b.range.upperBound * more
            && b.range.lowerBound * less <= a.range.upperBound * more
    }

    /// By how much of it a month may be longer or shorter than another.
    private static let leeway = 0.03

    /// Both give one figure of at least two digits that tell: documents of one story that do so mostly mean one thing.
    func isSame(_ pair: Pair) -> Bool {
        let (a, b) = (profiles[pair.first], profiles[pair.second])
        return pair.agrees && a.digits.count > 1 && a.digits == b.digits && a.unit == b.unit
    }
}
