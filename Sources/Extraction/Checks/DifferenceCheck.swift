import Documents
import FoundationEssentials
import Language
import Values

/// How far two figures lie apart against the figures: "180 more than the old one, which had 460", "a gap of 75 feet".
struct DifferenceCheck: Check {
    static let sort = CheckRule.Sort.change

    private let text: CheckText
    private var compared: ComparedFigures { ComparedFigures(text: text) }

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { place in
            guard isDifference(place), let (one, other) = figures(apart: place) else { return nil }
            return finding(place, one, other)
        }
    }

    private func isDifference(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        return [.cardinal, .money, .measure].contains(quantity.kind) && quantity.value != nil && quantity.per == nil
            && quantity.bound == nil
    }

    // MARK: Which figures belong together

    private func figures(apart place: Int) -> (Int, Int)? {
        if isMoreThan(place) || isUpOn(place) { return compared(with: place) }
        return isGap(place) ? pair(before: place) : nil
    }

    /// "180 more than", "28 fewer than"
    private func isMoreThan(_ place: Int) -> Bool {
        let end = text.end(of: text.quantities[place])
        let word = text.isWord(Self.than, end) ? end - 1 : end
        return text.isWord(Self.than, word + 1) && isChange(word)
    }

    /// "down £287 on the £2,502", "up 30 from"
    private func isUpOn(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        let end = text.end(of: quantity)
        return isChange(quantity.tokens.start - 1) && (text.isWord(Self.on, end) || text.isWord(.from, end))
    }

    private func isChange(_ token: Int) -> Bool {
        text.end(of: .rise, at: token) != nil || text.end(of: .fall, at: token) != nil
    }

    private static let than = StaticWord("than")
    private static let on = StaticWord("on")

    /// "a gap of 75 feet", "his majority of 1,388"
    private func isGap(_ place: Int) -> Bool {
        compared.isAfter(.of, place) && text.end(of: .gap, at: text.quantities[place].tokens.start - 2) != nil
    }

    /// The figure told before, in the sentence or alone in the one before, and the one told behind.
    private func compared(with place: Int) -> (Int, Int)? {
        let quantity = text.quantities[place]
        let all = compared.figures(ofSentence: quantity.sentence, like: quantity)
        guard let behind = all.first(where: { $0 > place }), all.count(where: { $0 > place }) == 1,
            text.quantities[behind].tokens.start - text.end(of: quantity) <= Self.reach,
            !isJoined(text.end(of: quantity)..<text.quantities[behind].tokens.start)
        else { return nil }
        let own = all.filter { $0 < place }
        guard own.isEmpty else { return own.count == 1 ? (own[0], behind) : nil }
        let before = compared.before(quantity.sentence).map { compared.figures(ofSentence: $0, like: quantity) } ?? []
        return before.count == 1 ? (before[0], behind) : nil
    }

    /// "three more than last year, and six are on the way": what the difference is held against comes before the "and".
    private func isJoined(_ tokens: Range<Int>) -> Bool {
        tokens.contains { text.isMark(",", $0) && (text.isWord(.and, $0 + 1) || text.isWord(.but, $0 + 1)) }
    }

    /// Tokens between a difference and what it is held against, at the most.
    private static let reach = 16

    /// The only two figures of the sort before, in the sentence or in the one before.
    private func pair(before place: Int) -> (Int, Int)? {
        let quantity = text.quantities[place]
        let own = compared.figures(ofSentence: quantity.sentence, like: quantity).filter { $0 != place }
        guard own.allSatisfy({ $0 < place }) else { return nil }
        if own.count == 2 { return (own[0], own[1]) }
        guard own.isEmpty, let before = compared.before(quantity.sentence) else { return nil }
        let figures = compared.figures(ofSentence: before, like: quantity)
        return figures.count == 2 ? (figures[0], figures[1]) : nil
    }

    // MARK: Whether it comes out

    private func finding(_ place: Int, _ one: Int, _ other: Int) -> CheckFinding? {
        guard let (quantities, figures) = text.toldFigures(place, one, other), areOfOneThing(quantities),
            !quantities.dropFirst().contains(where: text.isOfWhole),
            figures[1].value > figures[0].value || figures[2].value > figures[0].value,
            !comesOut(place, figures[0])
        else { return nil }
        let made = FigureStyle(like: figures[0]).written((figures[1].value - figures[2].value).magnitude, places: 2)
        return CheckFinding(
            Self.sort, message: "\(figures[1].text) and \(figures[2].text) are \(made) apart, not \(figures[0].text).",
            of: quantities, in: text)
    }

    /// What all count is one thing; votes are of those who cast them.
    private func areOfOneThing(_ quantities: [Quantity]) -> Bool {
        Set(quantities.compactMap(text.noun).filter { $0 != "vote" }).count <= 1
    }

    /// Some two figures of the passage lie as far apart as told.
    private func comesOut(_ place: Int, _ difference: Figure) -> Bool {
        let quantity = text.quantities[place]
        return compared.hasPair(in: compared.passage(around: quantity.sentence), like: quantity, besides: place) {
            one, other in one.minus(other)?.intersects(difference.range)
        }
    }
}
