import Documents
import FoundationEssentials
import Language
import Values

/// One quantity in two units: "2.1 metres (6ft 11in)".
struct ConversionCheck: Check {
    static let sort = CheckRule.Sort.conversion

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var place = 0
        while place < text.quantities.count {
            guard isFollowed(place), let first = measure(at: place) else {
                place += 1
                continue
            }
            if let second = measure(at: first.next), isGloss(second, of: first),
                let finding = finding(first, second)
            {
                findings.append(finding)
            }
            place = first.next
        }
        return findings
    }

    /// A quantity in one unit, or in a unit and its parts: "6ft 11in".
    private struct Measure {
        var tokens: TokenSpan
        var unit: Unit
        /// In the base unit.
        var value: Decimal
        /// Half of the last place written, in the base unit.
        var precision: Decimal
        /// The same where noughts at the end tell nothing.
        var roundness: Decimal
        /// A plain difference of temperatures has no zero of its own.
        var difference: Decimal
        /// The first quantity behind it.
        var next: Int
        var quantity: Int
    }

    // MARK: Reading

    /// A quantity comes soon enough to be of the same measure or to give it in another unit.
    private func isFollowed(_ place: Int) -> Bool {
        place + 1 < text.quantities.count
            && text.quantities[place + 1].tokens.start - text.quantities[place].tokens.end <= Self.widestGap
    }

    /// The most tokens before a measure in another unit.
    private static let widestGap = 3

    private func measure(at place: Int) -> Measure? {
        guard place < text.quantities.count, let unit = text.quantities[place].unit,
            let value = text.quantities[place].value, !Self.unconverted.contains(unit.dimension)
        else { return nil }
        let quantity = text.quantities[place]
        var measure = Measure(
            tokens: quantity.tokens, unit: unit, value: unit.inBase(value), precision: 0, roundness: 0,
            difference: value * unit.factor / unit.divisor, next: place + 1, quantity: place)
        set(&measure, quantity.precision, value, unit)
        extend(&measure)
        return measure
    }

    /// Dimensions in which a second figure is rarely the same in another unit.
    private static let unconverted: Set<Dimension> = [.time, .share, .percentagePoints, .multiple, .money, .angle]

    private func set(_ measure: inout Measure, _ precision: Decimal, _ value: Decimal, _ unit: Unit) {
        measure.precision = precision * unit.factor / unit.divisor
        let zeros = value.description.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        let isWhole = !value.description.utf8.contains(UInt8(ascii: "."))
        let round = Decimal(sign: .plus, exponent: zeros - 1, significand: 5) * unit.factor / unit.divisor
        let most = (value * unit.factor / unit.divisor).magnitude / 10
        let isRound = isWhole && value != 0 && unit.dimension != .temperature
        measure.roundness = isRound ? max(measure.precision, min(round, most)) : measure.precision
        if unit.id == Self.fahrenheit, value >= 200, isWhole,
            value.description.hasSuffix("0") || value.description.hasSuffix("5")
        {
            measure.roundness = Self.ovenStep / 2 * unit.factor / unit.divisor
        }
    }

    private static let fahrenheit = "°F"
    /// Ovens are marked in steps of 25 degrees.
    private static let ovenStep: Decimal = 25

    /// Adds the smaller unit that follows at once: "6ft 11in", "5 feet 10 inches", "9 stone 4 lb".
    private func extend(_ measure: inout Measure) {
        guard measure.next < text.quantities.count else { return }
        let second = text.quantities[measure.next]
        guard second.tokens.start == measure.tokens.end, let value = second.value,
            let (unit, end) = smallerUnit(second, than: measure.unit)
        else { return }
        measure.value += unit.inBase(value)
        measure.difference += unit.inBase(value)
        measure.tokens = TokenSpan(measure.tokens.start, end)
        measure.next += 1
        set(&measure, second.precision, value, unit)
        measure.roundness = measure.precision
    }

    /// "in" alone is a preposition, and a unit only behind feet.
    private func smallerUnit(_ quantity: Quantity, than unit: Unit) -> (Unit, end: Int)? {
        if let own = quantity.unit {
            return own.isComparable(to: unit) && own.factor < unit.factor ? (own, quantity.tokens.end) : nil
        }
        guard unit.id == "ft", text.isWord(Self.inch, quantity.tokens.end),
            let inch = text.reading.index.rules.units["in"]
        else { return nil }
        return (inch, quantity.tokens.end + 1)
    }

    private static let inch = StaticWord("in")

    /// "2.1 metres (6ft 11in)", "2.1 metres long (6ft 11in)", "100 miles, or 160 km,"
    private func isGloss(_ second: Measure, of first: Measure) -> Bool {
        guard first.unit.isComparable(to: second.unit), first.unit.id != second.unit.id,
            text.quantities[first.quantity].per == nil, text.quantities[second.quantity].per == nil,
            text.quantities[first.quantity].sentence == text.quantities[second.quantity].sentence
        else { return false }
        let gap = first.tokens.end..<max(first.tokens.end, second.tokens.start)
        guard let last = gap.last else { return false }
        if text.isWord(Self.is, last) { return gap.count == 3 && text.isWord(Self.which, last - 1) }
        if text.isWord(.or, last) {
            return gap.count == 2 && text.isMark(",", last - 1) && !text.isKind(.word, second.tokens.end)
        }
        return gap.count <= Self.widestGap && text.isMark("(", last) && text.isMark(")", second.tokens.end)
            && !gap.dropLast().contains { !text.isKind(.word, $0) }
    }

    private static let `is` = StaticWord("is")
    private static let which = StaticWord("which")

    // MARK: Whether it comes out

    private func finding(_ first: Measure, _ second: Measure) -> CheckFinding? {
        let isSame = agree(first, second, first.value, second.value)
        // Twenty degrees more in Celsius are 36 more in Fahrenheit.
        guard !isSame, !agree(first, second, first.difference, second.difference),
            !agree(imperial(first), imperial(second), imperial(first).value, imperial(second).value)
        else { return nil }
        let model = second.unit
        let made = (first.value * model.divisor / model.factor) - model.offset
        return CheckFinding(
            sort: Self.sort, kind: "conversion",
            message: "\(text.reading.string(first.tokens)) is \(FigureStyle.digits(made, places: made < 10 ? 2 : 1)) "
                + "\(model.id), not \(text.reading.string(second.tokens)).",
            parts: [first, second].map { .words(draft($0)) })
    }

    /// A plain gallon may be either of two; so may a pint.
    private func imperial(_ measure: Measure) -> Measure {
        guard let unit = text.reading.index.rules.units["imp-" + measure.unit.id] else { return measure }
        var other = measure
        let ratio = unit.factor / measure.unit.factor
        other.value *= ratio
        other.precision *= ratio
        other.roundness *= ratio
        return other
    }

    /// One of the two is the other, converted and rounded.
    private func agree(_ first: Measure, _ second: Measure, _ a: Decimal, _ b: Decimal) -> Bool {
        let slack = first.unit.dimension == .temperature ? 0 : max(a.magnitude, b.magnitude) / 100
        func range(_ value: Decimal, _ half: Decimal) -> Interval {
            Interval(lower: value - half - slack, upper: value + half + slack)
        }
        return range(a, first.precision).intersects(range(b, second.roundness))
            || range(a, first.roundness).intersects(range(b, second.precision))
    }

    private func draft(_ measure: Measure) -> Draft {
        var draft = Draft(Self.sort, text.quantities[measure.quantity], in: text)
        let value = (measure.value * measure.unit.divisor / measure.unit.factor) - measure.unit.offset
        draft.tokens = measure.tokens
        draft.attribute = measure.unit.dimension.rawValue
        draft.value = ClaimValue(
            text: text.reading.string(measure.tokens), interval: Interval(exactly: value), unit: measure.unit.id,
            precision: measure.precision)
        return draft
    }
}
