/// Which claims of a cell are worth comparing, so that large cells stay linear.
struct Candidates {
    let profiles: [ClaimProfile]
    let words: WordLists
    /// In how many claims each word stands.
    let frequency: [Int32]

    /// Cells up to this size are compared pair by pair.
    static let smallCell = 96
    /// Claims that stand for all of their class.
    private static let representatives = 6
    /// Words by which a claim of a large cell looks for others, the rarest first.
    private static let rarest = 3
    /// Words that more claims share tell nothing.
    private static let crowd = 48

    /// Some claims for each class of equal values, in cell order; all of a small cell.
    func representatives(of cell: [Int]) -> [Int] {
        guard cell.count > Self.smallCell else { return cell }
        var counts: [Int32: Int] = [:]
        return cell.filter { claim in
            counts[profiles[claim].valueClass, default: 0] += 1
            return counts[profiles[claim].valueClass, default: 0] <= Self.representatives
        }
    }

    /// Calls `body` once with the places of each pair, the earlier claim first.
    func forEachPair(of claims: [Int], _ body: (Int, Int) -> Void) {
        guard claims.count > Self.smallCell else {
            for first in claims.indices {
                for second in (first + 1)..<max(first + 1, claims.count) { body(first, second) }
            }
            return
        }
        var byWord: [Int32: [Int]] = [:]
        /// For each place the last one that it was compared with.
        var lastPartner = [Int](repeating: -1, count: claims.count)
        for (place, claim) in claims.enumerated() {
            for word in rareWords(of: claim) {
                let others = byWord[word] ?? []
                for other in others where lastPartner[other] != place {
                    lastPartner[other] = place
                    body(other, place)
                }
                if others.count < Self.crowd { byWord[word, default: []].append(place) }
            }
        }
    }

    private func rareWords(of claim: Int) -> ArraySlice<Int32> {
        words[profiles[claim].terms].sorted { (frequency[Int($0)], $0) < (frequency[Int($1)], $1) }.prefix(Self.rarest)
    }
}
