import Documents
import FoundationEssentials
import Language
import Values

/// Figures or dates of one document that do not go together.
struct CheckFinding {
    var sort: CheckRule.Sort
    /// What differs, a raw value of the kinds of discrepancy.
    var kind: String
    /// One English sentence.
    var message: String
    /// What takes part, two at the least; the first is the one that an editor would look at first.
    var parts: [CheckPart]
}

extension CheckFinding {
    /// Figures that do not come out, the one that an editor would look at first before the others.
    init(_ sort: CheckRule.Sort, message: String, of figures: [Quantity], in text: CheckText) {
        self.init(
            sort: sort, kind: "arithmetic", message: message, parts: figures.map { .words(Draft(sort, $0, in: text)) })
    }
}

extension CheckFinding {
    /// Parts that do not make their whole.
    /// - Parameters:
    ///   - places: digits behind the point of the sum, at the most.
    ///   - quantities: the whole before its parts.
    init(
        _ sort: CheckRule.Sort, parts: [Figure], make whole: Figure, places: Int = 1, of quantities: [Quantity],
        in text: CheckText
    ) {
        let made = FigureStyle(like: whole).written(parts.reduce(0) { $0 + $1.value }, places: places)
        self.init(
            sort, message: FigureStyle.joined(parts.map(\.text)) + " make \(made), not \(whole.text).",
            of: quantities, in: text)
    }
}

/// One figure or date that takes part in a check.
enum CheckPart {
    /// A claim that a rule made, by its index.
    case claim(Int)
    /// Words that become a claim, unless a rule has made one of them.
    case words(Draft)
}

/// Compares what a document tells in several places, or in several ways.
protocol Check {
    static var sort: CheckRule.Sort { get }
    init(_ text: CheckText)
    /// In text order.
    func findings() -> [CheckFinding]
}

/// All checks, and running those of them that the rules have.
enum Checks {
    static var all: [any Check.Type] {
        [
            SumCheck.self, RestCheck.self, TotalCheck.self, TakingsCheck.self, ShareCheck.self, ChangeCheck.self,
            DifferenceCheck.self, PremiumCheck.self, FractionCheck.self, RemainderCheck.self, AgeAtEventCheck.self,
            MajorityCheck.self, PriceCheck.self, ListCheck.self, HeadlineCheck.self, ScaleCheck.self,
            ConversionCheck.self, RateCheck.self, WeekdayCheck.self, AgeCheck.self, AnniversaryCheck.self,
            DurationCheck.self,
            OrderCheck.self,
        ]
    }

    /// What does not come out in a document.
    /// - Parameter claims: what the rules have made of it.
    static func findings(in reading: DocumentReading, claims: [Claim]) -> [CheckFinding] {
        let text = CheckText(reading: reading, claims: claims)
        return all.filter { reading.index.checks.sorts.contains($0.sort) }.flatMap { $0.init(text).findings() }
    }
}

extension Draft {
    /// A figure that takes part in a check.
    init(_ sort: CheckRule.Sort, _ quantity: Quantity, in text: CheckText) {
        let words = quantity.noun.map { quantity.tokens.union($0) } ?? quantity.tokens
        self.init(
            rule: sort.id, attribute: text.noun(of: quantity) ?? quantity.kind.rawValue,
            value: ClaimValue(
                text: text.reading.string(words), figure: text.reading.string(quantity.tokens),
                interval: quantity.interval, bound: quantity.bound.flatMap(ClaimQuantity.Bound.init),
                isApproximate: quantity.approximate, unit: quantity.unit?.id, precision: quantity.precision),
            tokens: words, subject: .passage)
    }

    /// A date or a part of one that takes part in a check.
    init(_ sort: CheckRule.Sort, attribute: String, _ tokens: TokenSpan, _ moment: ClaimMoment, in text: CheckText) {
        self.init(
            rule: sort.id, attribute: attribute,
            value: ClaimValue(text: text.reading.string(tokens), content: .time(moment)), tokens: tokens,
            subject: .passage)
    }
}
