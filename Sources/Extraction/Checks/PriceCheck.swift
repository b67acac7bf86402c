import Documents
import FoundationEssentials
import Language
import Values

/// A price for each against the price for all: "40 tickets at £9 each, £400 in all".
struct PriceCheck: Check {
    static let sort = CheckRule.Sort.price

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] { text.analysis.sentences.indices.compactMap(finding) }

    /// A sentence with a number of things, a price for each, and a total, and no other figure.
    private func finding(_ number: Int) -> CheckFinding? {
        let all = Array(text.reading.quantities(in: text.sentence(number)))
        let money = all.filter { $0.kind == .money }
        let counts = all.filter { $0.kind == .cardinal && $0.noun != nil }
        guard all.count == 3, money.count == 2, counts.count == 1, money[0].unit?.id == money[1].unit?.id,
            let each = money.first(where: isEach), let total = money.first(where: { $0.tokens != each.tokens }),
            isTotal(total, number), all.allSatisfy({ text.isTold($0.tokens) }),
            !text.has(.open, .former, .comparison, in: text.sentence(number).range)
        else { return nil }
        let quantities = [total, each, counts[0]]
        let figures = quantities.compactMap { Figure($0, in: text) }
        guard figures.count == 3, figures[0].value > figures[1].value,
            let product = figures[1].range.times(figures[2].range), !product.intersects(figures[0].range)
        else { return nil }
        let made = FigureStyle(like: figures[0]).written(figures[1].value * figures[2].value, places: 2)
        return CheckFinding(
            Self.sort,
            message: "\(figures[2].text) at \(figures[1].text) each make \(made), not \(figures[0].text).",
            of: quantities, in: text)
    }

    /// "£9 each", "£9 a head"
    private func isEach(_ quantity: Quantity) -> Bool {
        (quantity.tokens.start - 2..<quantity.tokens.end + 1).contains { text.end(of: .each, at: $0) != nil }
    }

    /// "£400 in all", "a total of £400"
    private func isTotal(_ quantity: Quantity, _ number: Int) -> Bool {
        text.end(of: .totalAfter, at: quantity.tokens.end) != nil
            || (max(0, quantity.tokens.start - 4)..<quantity.tokens.start).contains {
                text.end(of: .totalBefore, at: $0) == quantity.tokens.start
            }
    }
}
