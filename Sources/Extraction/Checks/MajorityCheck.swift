import Documents
import FoundationEssentials
import Language
import Values

/// A majority against the votes of both sides: "by 14,206 votes to 13,318, a majority of 888", "Kell won 14,206 votes and Reeve
/// 13,318, a majority of 888".
struct MajorityCheck: Check {
    static let sort = CheckRule.Sort.majority

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { place in
            guard isMajority(place), let (most, fewest) = votes(before: place) else { return nil }
            return finding(place, most, fewest)
        }
    }

    // MARK: Which figures belong together

    /// "a majority of 888", "an 888-vote majority"
    private func isMajority(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        guard isCount(place) else { return false }
        let start = quantity.tokens.start
        if text.isWord(.of, start - 1), text.end(of: .majority, at: start - 2) != nil { return true }
        let end = text.end(of: quantity)
        return (quantity.tokens.end..<end + 1).contains { text.end(of: .majority, at: $0) != nil }
    }

    private func isCount(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        guard quantity.kind == .cardinal, quantity.value != nil else { return false }
        guard let noun = text.noun(of: quantity) else { return true }
        return noun == "vote" || text.end(of: .majority, at: text.head(of: quantity.noun ?? quantity.tokens)) != nil
    }

    /// "by 14,206 votes to 13,318" or "14,206 votes and Reeve 13,318" directly before.
    private func votes(before place: Int) -> (Int, Int)? {
        let (most, fewest) = (place - 2, place - 1)
        guard most >= 0, isCount(most), isCount(fewest) else { return nil }
        let (a, b) = (text.quantities[most], text.quantities[fewest])
        let majority = text.quantities[place]
        guard a.sentence == majority.sentence, b.sentence == majority.sentence,
            areOfOneVote(a, b),
            majority.tokens.start - b.tokens.end <= 9,
            !text.has(.former, .comparison, in: b.tokens.end..<majority.tokens.start),
            !(b.tokens.end..<majority.tokens.start).contains(where: { text.isWord(Self.against, $0) }),
            text.reading.times(in: TokenSpan(b.tokens.end, majority.tokens.start)).isEmpty
        else { return nil }
        return (most, fewest)
    }

    private func areOfOneVote(_ a: Quantity, _ b: Quantity) -> Bool {
        let gap = text.end(of: a)..<max(text.end(of: a), b.tokens.start)
        let isOfVotes = text.noun(of: a) == "vote" || text.noun(of: b) == "vote"
        if text.isWord(.to, b.tokens.start - 1) {
            return gap.count <= 4 && (isOfVotes || text.isWord(.by, a.tokens.start - 1))
        }
        return isOfVotes && gap.count <= Self.reach && gap.contains { text.isWord(.and, $0) }
    }

    /// Tokens between the votes of both sides, at the most.
    private static let reach = 8
    private static let against = StaticWord("against")

    // MARK: Whether it comes out

    private func finding(_ place: Int, _ most: Int, _ fewest: Int) -> CheckFinding? {
        guard let (quantities, figures) = text.toldFigures(place, most, fewest), figures[1].value > figures[2].value,
            let difference = figures[1].range.minus(figures[2].range), !difference.intersects(figures[0].range)
        else { return nil }
        let made = FigureStyle(like: figures[0]).written(figures[1].value - figures[2].value)
        return CheckFinding(
            Self.sort,
            message: "From \(figures[1].text) to \(figures[2].text) is a majority of \(made), not \(figures[0].text).",
            of: quantities, in: text)
    }
}
