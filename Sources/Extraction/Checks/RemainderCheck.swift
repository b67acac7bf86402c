import Documents
import FoundationEssentials
import Language
import Values

/// What is left of a whole that the sentences before tell: "The trust owns 58 cottages. Thirty-one are let. The other 29 are
/// empty.", "Wells give 73 per cent. The remaining 37 per cent …".
struct RemainderCheck: Check {
    static let sort = CheckRule.Sort.sum

    private let text: CheckText
    private var compared: ComparedFigures { ComparedFigures(text: text) }

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { rest in
            let quantity = text.quantities[rest]
            guard quantity.bound == nil else { return nil }
            if quantity.kind == .money { return isLeft(quantity) ? sum(rest) : nil }
            guard text.isRest(quantity) else { return nil }
            return quantity.kind == .percentage ? share(rest) : count(rest)
        }
    }

    // MARK: Shares

    /// Against the shares told before, in the sentence and in the one before it.
    private func share(_ rest: Int) -> CheckFinding? {
        let others = figures(before: rest)
        let quantities = ([rest] + others).map { text.quantities[$0] }
        guard (1...Self.most).contains(others.count), quantities.allSatisfy({ text.isTold($0.tokens) }),
            !others.contains(where: isChange), !tellsParts(around: text.quantities[rest].sentence),
            !Figure.percentage(text.quantities[rest])
                .makes(Interval(exactly: 100), withSomeOf: quantities.dropFirst().map(Figure.percentage))
        else { return nil }
        let values = quantities.compactMap(\.value)
        guard values.count == quantities.count else { return nil }
        let made = FigureStyle.digits(values.reduce(0, +), places: 1)
        let told = FigureStyle.joined((others + [rest]).map { text.reading.string(text.quantities[$0].tokens) })
        return CheckFinding(
            Self.sort, message: "\(told) make \(made) per cent of one whole, not 100.", of: quantities, in: text)
    }

    /// "half of what was left", "a third": shares told in words.
    private func tellsParts(around number: Int) -> Bool {
        ([number] + [compared.before(number)].compactMap { $0 }).contains { sentence in
            text.reading.quantities(in: text.sentence(sentence)).contains { $0.kind == .ratio }
        }
    }

    /// A rise or a fall in per cent is no share.
    private func isChange(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        return text.has(.rise, .fall, in: max(0, quantity.tokens.start - 4)..<quantity.tokens.end + 2)
    }

    // MARK: Sums of money

    /// "leaving £950,000 to be raised"
    private func isLeft(_ quantity: Quantity) -> Bool {
        text.end(of: .remainder, at: quantity.tokens.start - 1) == quantity.tokens.start
    }

    /// Against the only sum of the sentence before and the parts of it told before the rest.
    private func sum(_ rest: Int) -> CheckFinding? {
        let quantity = text.quantities[rest]
        let parts = compared.figures(ofSentence: quantity.sentence, like: quantity).filter { $0 < rest }
        let before = compared.before(quantity.sentence).map { compared.figures(ofSentence: $0, like: quantity) } ?? []
        guard !parts.isEmpty, parts.count <= Self.most, before.count == 1,
            !text.has(.open, .running, .former, in: text.sentence(quantity.sentence).range)
        else { return nil }
        return finding(whole: before[0], parts + [rest])
    }

    // MARK: Counts

    /// Against a whole and its part, one in each of the two sentences before or both in one.
    private func count(_ rest: Int) -> CheckFinding? {
        let quantity = text.quantities[rest]
        guard quantity.kind == .cardinal, opensSentence(quantity), let before = compared.before(quantity.sentence)
        else {
            return nil
        }
        let near = compared.figures(ofSentence: before, like: quantity)
        let far =
            near.count == 1 ? compared.before(before).map { compared.figures(ofSentence: $0, like: quantity) } : []
        let all = (far ?? []) + near
        guard all.count == 2, let noun = text.quantities[all[0]].noun.map(text.head), text.reading.part(noun) == .noun,
            text.countOne(all.map { text.quantities[$0] } + [quantity])
        else { return nil }
        return finding(whole: all[0], [all[1], rest])
    }

    /// "The other 29 are", "The remaining 29 are"
    private func opensSentence(_ quantity: Quantity) -> Bool {
        quantity.tokens.start - text.sentence(quantity.sentence).start <= CheckText.restReach
    }

    private func finding(whole: Int, _ parts: [Int]) -> CheckFinding? {
        let quantities = ([whole] + parts).map { text.quantities[$0] }
        let figures = quantities.compactMap { Figure($0, in: text) }
        guard figures.count == quantities.count, quantities.dropFirst().allSatisfy({ text.isTold($0.tokens) }),
            figures.dropFirst().allSatisfy({ $0.value < figures[0].value }), let last = quantities.last,
            !text.has(.open, .running, .former, in: quantities[1].tokens.end..<last.tokens.start - 1)
        else { return nil }
        let sum = figures.dropFirst(2).reduce(figures[1].range) { $0 + $1.range }
        guard !sum.intersects(figures[0].range) else { return nil }
        return CheckFinding(Self.sort, parts: Array(figures.dropFirst()), make: figures[0], of: quantities, in: text)
    }

    // MARK: Figures before

    private func figures(before rest: Int) -> [Int] {
        let quantity = text.quantities[rest]
        let before = compared.before(quantity.sentence).map { compared.figures(ofSentence: $0, like: quantity) } ?? []
        let own = compared.figures(ofSentence: quantity.sentence, like: quantity).filter { $0 < rest }
        return before + own
    }

    /// Shares that may stand before the rest, at the most.
    private static let most = 5
}
