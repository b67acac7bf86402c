import Documents
import FoundationEssentials
import Language
import Values

/// A total in a sentence of its own against the figures of the sentences before: "Count 1 concerns £28,000. Count 2 concerns
/// £9,000. In all you took £39,000."
struct TotalCheck: Check {
    static let sort = CheckRule.Sort.sum

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.analysis.sentences.indices.compactMap { number in
            total(of: number).flatMap { finding($0, parts(before: number, like: text.quantities[$0])) }
        }
    }

    // MARK: Which figures belong together

    /// The only figure of a sentence that opens with "in all" or the like.
    private func total(of number: Int) -> Int? {
        let sentence = text.sentence(number)
        let figures = text.reading.quantities(in: sentence).indices
        guard text.end(of: .totalAfter, at: sentence.start) != nil, figures.count == 1, let total = figures.first,
            text.quantities[total].kind == .money || text.quantities[total].kind == .cardinal,
            !text.has(.running, .former, .open, in: sentence.range)
        else { return nil }
        return total
    }

    /// The figures of the same unit in the sentences before, the nearest first, as long as each has one alone.
    private func parts(before number: Int, like total: Quantity) -> [Int] {
        var parts: [Int] = []
        for sentence in (0..<number).reversed().prefix(Self.reach) {
            let figures = text.quantities(ofSentence: sentence, like: total)
            guard figures.count == 1,
                text.countOne([total] + (parts + figures).map { text.quantities[$0] })
            else { break }
            parts.append(figures[0])
        }
        return parts
    }

    /// Sentences between a total and the first of its parts, at the most.
    private static let reach = 8

    // MARK: Whether it comes out

    /// Which of the figures are meant is not told: that some of them nearly make the total tells it.
    private func finding(_ total: Int, _ parts: [Int]) -> CheckFinding? {
        guard let whole = Figure(text.quantities[total], in: text), text.isTold(text.quantities[total].tokens) else {
            return nil
        }
        let figures = parts.map { Figure(text.quantities[$0], in: text, partOf: whole) }
        var near: Int?
        var sum = Interval(exactly: 0)
        var value: Decimal = 0
        for (place, figure) in figures.enumerated() {
            guard let figure, figure.value < whole.value, text.isTold(text.quantities[parts[place]].tokens) else {
                break
            }
            sum = sum + figure.range
            value += figure.value
            if sum.intersects(whole.range) { return nil }
            if place > 0, near == nil, (value - whole.value).magnitude * Self.nearness <= whole.value {
                near = place + 1
            }
        }
        guard let near else { return nil }
        let used = parts.prefix(near).reversed()
        return CheckFinding(
            Self.sort, parts: figures.prefix(near).reversed().compactMap { $0 }, make: whole, places: 2,
            of: ([total] + used).map { text.quantities[$0] }, in: text)
    }

    /// What is off by more than this part of the total is another sum.
    private static let nearness: Decimal = 10
}
