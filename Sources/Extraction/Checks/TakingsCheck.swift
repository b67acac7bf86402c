import Documents
import FoundationEssentials
import Language
import Values

/// What each of several parts brought in against the sales that were told before: "Beer brought in £7.2m, cider £3.1m and
/// crisps £1.4m" after "sales of £10.2m".
struct TakingsCheck: Check {
    static let sort = CheckRule.Sort.sum

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        let lists = FigureLists(text: text)
        return text.analysis.sentences.indices.flatMap { number in
            lists.lists(ofSentence: number).compactMap { parts in
                parts.count > 2 && tellsParts(parts, number) ? finding(parts, number) : nil
            }
        }
    }

    /// One verb says it of all; nothing says that there are more or that it was at another time.
    private func tellsParts(_ parts: Range<Int>, _ number: Int) -> Bool {
        let sentence = text.sentence(number)
        let first = text.quantities[parts.lowerBound]
        return text.has(.contribution, in: sentence.start..<first.tokens.start)
            && !text.has(.open, .former, .comparison, in: sentence.range)
            && text.reading.times(in: sentence).isEmpty
            && parts.allSatisfy { text.quantities[$0].kind == .money && text.isTold(text.quantities[$0].tokens) }
    }

    private func finding(_ parts: Range<Int>, _ number: Int) -> CheckFinding? {
        let quantities = parts.map { text.quantities[$0] }
        let figures = quantities.compactMap { Figure($0, in: text) }
        guard figures.count == quantities.count, let first = figures.first,
            let (claim, total) = total(before: number, like: quantities[0]),
            let whole = text.claims[claim].value.quantity?.interval, let most = whole.upper, whole.lower != nil
        else { return nil }
        let sum = figures.dropFirst().reduce(first.range) { $0 + $1.range }
        // Parts that make up less may not be all; what is more than half as much again is another sum.
        guard let least = sum.lower, least > most, least < most * 3 / 2, figures.allSatisfy({ $0.value < most }) else {
            return nil
        }
        let made = FigureStyle(like: total).written(figures.reduce(0) { $0 + $1.value }, places: 2)
        return CheckFinding(
            sort: Self.sort, kind: "arithmetic",
            message: FigureStyle.joined(figures.map(\.text))
                + " make \(made), more than the \(text.claims[claim].attribute) of \(total.text).",
            parts: [.claim(claim)] + quantities.map { .words(Draft(Self.sort, $0, in: text)) })
    }

    /// The sum of money that the sentences before told last of sales or the like.
    private func total(before number: Int, like part: Quantity) -> (claim: Int, Figure)? {
        let start = text.analysis.bytes(of: text.sentence(number)).start
        let earliest = text.analysis.bytes(of: text.sentence(max(0, number - Self.reach))).start
        let found = text.claims(in: earliest..<start).last { index in
            let claim = text.claims[index]
            return claim.scope.isEmpty && claim.value.quantity?.unit == part.unit?.id && claim.modality == .asserted
                && isTakings(claim)
        }
        guard let found, let figure = figure(of: text.claims[found]) else { return nil }
        return (found, figure)
    }

    /// Sentences between a total and its parts.
    private static let reach = 6

    private func isTakings(_ claim: Claim) -> Bool {
        guard let words = text.reading.index.rules.checks.words[.takings] else { return false }
        return words.contains(claim.attribute) || words.contains { claim.terms.contains($0) }
    }

    /// The quantity that a claim was made of.
    private func figure(of claim: Claim) -> Figure? {
        text.quantities(of: claim).last { $0.interval == claim.value.quantity?.interval }
            .flatMap { Figure($0, in: text) }
    }
}
