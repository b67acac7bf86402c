import Documents
import FoundationEssentials
import Language
import Values

/// Sums of money with the same in another currency, against each other: "£50m ($65m)" and "£20m ($16m)" are of two rates.
struct RateCheck: Check {
    static let sort = CheckRule.Sort.conversion

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    /// A sum with its gloss, as indices of quantities, and how much of the second currency one of the first is.
    private struct Conversion {
        var sum: Int
        var gloss: Int
        var rate: Interval
    }

    func findings() -> [CheckFinding] {
        let conversions = text.quantities.indices.dropFirst().compactMap { conversion(of: $0 - 1, as: $0) }
        return conversions.indices.compactMap { place in
            // The one that differs from all others; of two, the later.
            let others = conversions.indices.filter {
                $0 != place && isOfOneRate(conversions[$0], conversions[place]) != nil
            }
            guard let first = others.first, others.count > 1 || first < place,
                others.allSatisfy({ isOfOneRate(conversions[$0], conversions[place]) == false }),
                others.dropFirst().allSatisfy({ isOfOneRate(conversions[$0], conversions[first]) == true })
            else { return nil }
            return finding(conversions[place], conversions[first])
        }
    }

    /// "£50m ($65m)"
    private func conversion(of sum: Int, as gloss: Int) -> Conversion? {
        let (a, b) = (text.quantities[sum], text.quantities[gloss])
        guard a.kind == .money, b.kind == .money, a.unit?.id != b.unit?.id, b.tokens.start == text.end(of: a) + 1,
            text.isMark("(", b.tokens.start - 1), text.isMark(")", b.tokens.end),
            let first = Figure(a, in: text), let second = Figure(b, in: text), first.value > 0,
            let rate = second.range.over(first.range)
        else { return nil }
        return Conversion(sum: sum, gloss: gloss, rate: rate)
    }

    /// nil for other currencies.
    private func isOfOneRate(_ a: Conversion, _ b: Conversion) -> Bool? {
        guard text.quantities[a.sum].unit?.id == text.quantities[b.sum].unit?.id,
            text.quantities[a.gloss].unit?.id == text.quantities[b.gloss].unit?.id, let least = a.rate.lower,
            let most = a.rate.upper
        else { return nil }
        return Interval(lower: least * (1 - Self.leeway), upper: most * (1 + Self.leeway)).intersects(b.rate)
    }

    /// Rates move while a matter is reported.
    private static let leeway = Decimal(sign: .plus, exponent: -2, significand: 15)

    private func finding(_ odd: Conversion, _ other: Conversion) -> CheckFinding? {
        let quantities = [odd.sum, odd.gloss, other.sum, other.gloss].map { text.quantities[$0] }
        let words = quantities.map { text.reading.string($0.tokens) }
        return CheckFinding(
            sort: Self.sort, kind: "conversion",
            message: "\(words[0]) is not \(words[1]) where \(words[2]) is \(words[3]).",
            parts: quantities.map { .words(Draft(Self.sort, $0, in: text)) })
    }
}
