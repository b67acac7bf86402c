import Documents
import FoundationEssentials
import Language
import Values

/// A premium against the price offered and the price before: "412p a share, a premium of 34 per cent to the last price of
/// 307.5p".
struct PremiumCheck: Check {
    static let sort = CheckRule.Sort.change

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { place in
            guard isPremium(place), let (offer, base) = prices(around: place) else { return nil }
            return finding(place, offer, base)
        }
    }

    // MARK: Which figures belong together

    /// "a premium of 34 per cent", "a 34% premium"
    private func isPremium(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        guard quantity.kind == .percentage else { return false }
        return text.end(of: .premium, at: quantity.tokens.end) != nil
            || text.isWord(.of, quantity.tokens.start - 1)
                && text.end(of: .premium, at: quantity.tokens.start - 2) != nil
    }

    /// The price before stands behind the premium, or second of two before it.
    private func prices(around place: Int) -> (offer: Int, base: Int)? {
        for (offer, base) in [(place - 1, place + 1), (place - 2, place - 1)] where arePrices(offer, base, place) {
            let first = text.quantities[base].tokens.start
            let start = base > place ? text.end(of: text.quantities[place]) : text.end(of: text.quantities[offer])
            guard first - start <= Self.reach else { continue }
            if text.first(.baseline, in: start..<first) != nil { return (offer, base) }
        }
        return nil
    }

    /// Tokens between a premium and the price that it is one to, at the most.
    private static let reach = 9

    private func arePrices(_ offer: Int, _ base: Int, _ place: Int) -> Bool {
        guard text.quantities.indices.contains(offer), text.quantities.indices.contains(base) else { return false }
        let (a, b) = (text.quantities[offer], text.quantities[base])
        return [a, b].allSatisfy { $0.kind == .money && $0.sentence == text.quantities[place].sentence }
            && a.unit?.id == b.unit?.id
    }

    // MARK: Whether it comes out

    private func finding(_ place: Int, _ offer: Int, _ base: Int) -> CheckFinding? {
        let quantities = [place, offer, base].map { text.quantities[$0] }
        guard let a = Figure(quantities[1], in: text), let b = Figure(quantities[2], in: text), b.value > 0,
            let range = a.range.percentMore(than: b.range),
            !range.intersects(Figure.percentage(quantities[0])), quantities.allSatisfy({ text.isTold($0.tokens) })
        else { return nil }
        let made = (a.value - b.value) / b.value * 100
        return CheckFinding(
            Self.sort,
            message: "\(a.text) is \(FigureStyle.digits(made.magnitude, places: 1)) per cent "
                + "\(made < 0 ? "below" : "above") \(b.text), not \(text.reading.string(quantities[0].tokens)).",
            of: quantities, in: text)
    }
}
