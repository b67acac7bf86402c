import Documents
import FoundationEssentials
import Language
import Values

/// Shares of one whole against 100 per cent: "45 per cent said yes, 40 per cent no and 25 per cent did not know".
struct ShareCheck: Check {
    static let sort = CheckRule.Sort.shares

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        let lists = FigureLists(text: text)
        return text.analysis.sentences.indices.flatMap { number in
            lists.lists(ofSentence: number).compactMap { finding($0, number) }
        }
    }

    private func finding(_ list: Range<Int>, _ number: Int) -> CheckFinding? {
        let quantities = list.map { text.quantities[$0] }
        let sentence = text.sentence(number)
        guard quantities[0].kind == .percentage, !text.has(.open, .former, .comparison, in: sentence.range),
            quantities.allSatisfy({ text.isTold($0.tokens) })
        else { return nil }
        let figures = quantities.compactMap { Figure($0, in: text) }
        guard figures.count == quantities.count, let first = figures.first else { return nil }
        let sum = figures.dropFirst().reduce(first.range) { $0 + $1.range }
        let isWhole = tellsRest(quantities)
        let isMore = (sum.lower ?? 0) > 100 && figures.count > 2 && text.has(.residual, in: sentence.range)
        guard isMore || isWhole && !sum.contains(100) else { return nil }
        let made = FigureStyle(like: first).written(figures.reduce(0) { $0 + $1.value })
        return CheckFinding(
            Self.sort,
            message: FigureStyle.joined(figures.map(\.text)) + " make \(made) of one whole, not 100.",
            of: quantities, in: text)
    }

    /// "the remaining 25 per cent"
    private func tellsRest(_ quantities: [Quantity]) -> Bool {
        quantities.last.map(text.isRest) ?? false
    }
}
