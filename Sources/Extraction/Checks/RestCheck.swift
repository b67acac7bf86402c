import Documents
import FoundationEssentials
import Language
import Values

/// A whole against its parts, of which the last is what is left: "Of the 31 hurt, 20 were sent home and the other 14 stayed".
struct RestCheck: Check {
    static let sort = CheckRule.Sort.sum

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { whole in
            guard isWhole(whole), let parts = parts(of: whole) else { return nil }
            return finding(whole, parts)
        }
    }

    // MARK: Which figures belong together

    /// "Of the 31 people hurt," at the head of a sentence or clause.
    private func isWhole(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        let start = text.sentence(quantity.sentence).start
        var of = quantity.tokens.start - 1
        if of > start, text.reading.part(of) == .determiner || text.reading.relation(of) == .possessive { of -= 1 }
        return quantity.kind == .cardinal && text.isWord(.of, of)
            && (of == start || text.isMark(",", of - 1) || text.isMark(";", of - 1))
    }

    /// The counts of the same things behind the whole, up to what is left of it.
    private func parts(of whole: Int) -> [Int]? {
        let quantity = text.quantities[whole]
        let sentence = text.sentence(quantity.sentence)
        let behind = text.reading.quantities(in: TokenSpan(quantity.tokens.end, sentence.end)).indices
            .filter { text.quantities[$0].kind == .cardinal }
        // What counts other things may still be a part: "19 found buyers".
        guard let last = behind.firstIndex(where: isRest), last > 0,
            behind[...last].allSatisfy({ isPart($0, of: quantity) })
        else { return nil }
        let end = text.quantities[behind[last]].tokens.start - CheckText.restReach
        guard !text.has(.open, .running, .former, in: quantity.tokens.end..<max(quantity.tokens.end, end)) else {
            return nil
        }
        return Array(behind[...last])
    }

    private func isPart(_ place: Int, of whole: Quantity) -> Bool {
        let quantity = text.quantities[place]
        guard quantity.per == nil else { return false }
        guard let noun = quantity.noun.map(text.head), text.reading.part(noun) == .noun else { return true }
        return text.noun(of: quantity) == text.noun(of: whole)
    }

    /// "the other 14", "leaving 14"
    private func isRest(_ place: Int) -> Bool {
        let start = text.quantities[place].tokens.start
        return text.isRest(text.quantities[place])
            || (start - CheckText.restReach..<start).contains { token in
                text.end(of: .remainder, at: token).map { (start - 1...start).contains($0) } ?? false
            }
    }

    // MARK: Whether it comes out

    private func finding(_ whole: Int, _ parts: [Int]) -> CheckFinding? {
        let quantities = parts.map { text.quantities[$0] }
        guard let total = Figure(text.quantities[whole], in: text) else { return nil }
        let figures = quantities.compactMap { Figure($0, in: text, partOf: total) }
        guard figures.count == quantities.count,
            ([text.quantities[whole]] + quantities).allSatisfy({ text.isTold($0.tokens) }),
            let rest = figures.last, figures.count <= Self.most,
            !rest.range.makes(total.range, withSomeOf: figures.dropLast().map(\.range))
        else { return nil }
        return CheckFinding(
            Self.sort, parts: figures, make: total, of: [text.quantities[whole]] + quantities, in: text)
    }

    /// More parts are a table.
    private static let most = 8
}
