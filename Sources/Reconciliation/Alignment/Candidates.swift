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

    /// Calls `body` once with each pair, the earlier claim first.
    func forEachPair(of claims: [Int], _ body: (Int, Int) -> Void) {
        guard claims.count > Self.smallCell else {
            for (place, first) in claims.enumerated() {
                for second in claims[(place + 1)...] { body(first, second) }
            }
            return
        }
        var byWord: [Int32: [Int]] = [:]
        for claim in claims {
            var seen: Set<Int> = []
            for word in rareWords(of: claim) {
                for other in byWord[word] ?? [] where seen.insert(other).inserted { body(other, claim) }
                if byWord[word, default: []].count < Self.crowd { byWord[word, default: []].append(claim) }
            }
        }
    }

    private func rareWords(of claim: Int) -> ArraySlice<Int32> {
        words[profiles[claim].terms].sorted { (frequency[Int($0)], $0) < (frequency[Int($1)], $1) }.prefix(Self.rarest)
    }
}
