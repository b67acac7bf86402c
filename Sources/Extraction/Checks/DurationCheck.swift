import Documents
import FoundationEssentials
import Language
import Values

/// A length of time against its begin and end: "lasted four years, from 1914 to 1919".
struct DurationCheck: Check {
    static let sort = CheckRule.Sort.duration

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { place in
            let quantity = text.quantities[place]
            guard quantity.kind == .duration, quantity.per == nil, let stretch = stretch(beside: quantity) else {
                return nil
            }
            return finding(quantity, stretch)
        }
    }

    // MARK: Which belong together

    /// The stretch of time in the same clause that the same verb of lasting has.
    private func stretch(beside quantity: Quantity) -> TimeExpression? {
        let sentence = text.sentence(quantity.sentence)
        let stretches = text.reading.times(in: sentence).filter {
            $0.kind == .date && !$0.isRelative && !$0.isOpen && $0.interval != nil && isStretch($0)
        }
        guard stretches.count == 1, let stretch = stretches.first, !stretch.tokens.overlaps(quantity.tokens) else {
            return nil
        }
        return isGloss(quantity, stretch) || areTold(quantity, stretch) ? stretch : nil
    }

    /// "from 1914 to 1918", "5 to 9 May"
    private func isStretch(_ time: TimeExpression) -> Bool {
        time.tokens.range.dropFirst().contains { text.isWord(.to, $0) || text.isWord(.and, $0) || text.isMark("-", $0) }
            && (text.isWord(.from, time.tokens.start) || text.isWord(Self.between, time.tokens.start))
    }

    private static let between = StaticWord("between")

    /// "from 5 to 9 May (four days)"
    private func isGloss(_ quantity: Quantity, _ stretch: TimeExpression) -> Bool {
        quantity.tokens.start == stretch.tokens.end + 1 && text.isMark("(", stretch.tokens.end)
            && text.isMark(")", quantity.tokens.end)
    }

    /// "lasted four years, from 1914 to 1918", "the four-day fair runs from 5 to 8 May"
    private func areTold(_ quantity: Quantity, _ stretch: TimeExpression) -> Bool {
        let reading = text.reading
        guard let predicate = reading.predicate(of: reading.head(of: stretch.tokens)),
            text.end(of: .lasting, at: predicate) != nil,
            reading.predicate(of: reading.head(of: quantity.tokens)) == predicate
        else { return false }
        let head = reading.head(of: quantity.tokens)
        if reading.head(head) == predicate {
            return reading.relation(head) == .object || reading.relation(head) == .unmarkedOblique
                || reading.relation(head) == .oblique && !isInside(quantity)
        }
        // "the four-day fair": part of the subject.
        guard let owner = reading.head(head), reading.head(owner) == predicate else { return false }
        return [.nominalSubject, .passiveSubject].contains(reading.relation(owner))
            && [.compound, .adjectivalModifier, .numericModifier, .unmarkedNominalModifier, .descriptor].contains(
                reading.relation(head))
    }

    /// "within four days", "after four days"
    private func isInside(_ quantity: Quantity) -> Bool {
        let before = quantity.tokens.start - 1
        return text.isKind(.word, before) && text.reading.part(before) == .adposition && !text.isWord(Self.for, before)
    }

    private static let `for` = StaticWord("for")

    // MARK: Whether it comes out

    private func finding(_ quantity: Quantity, _ stretch: TimeExpression) -> CheckFinding? {
        guard let days = stretch.interval, let unit = quantity.unit,
            let length = length(of: days, in: unit.id, stretch),
            let figure = Figure(quantity, in: text), text.isTold(quantity.tokens),
            !figure.range.intersects(Interval(lower: Decimal(length.lowerBound), upper: Decimal(length.upperBound)))
        else { return nil }
        let made = length.count == 1 ? "\(length.lowerBound)" : "\(length.lowerBound) to \(length.upperBound)"
        return CheckFinding(
            sort: Self.sort, kind: "duration",
            message: "\(text.reading.string(stretch.tokens)) is \(made) \(unit.id)s, not "
                + "\(text.reading.string(quantity.tokens)).",
            parts: [
                .words(Draft(Self.sort, quantity, in: text)),
                .words(
                    Draft(
                        Self.sort, attribute: "time", stretch.tokens, ClaimMoment(days: days, grain: stretch.grain),
                        in: text)),
            ])
    }

    /// How long a stretch can be said to be: the day, month or year of its end may count or not.
    private func length(of days: DayInterval, in unit: String, _ stretch: TimeExpression) -> ClosedRange<Int>? {
        let (from, to) = (days.first.civil, days.last.civil)
        switch unit {
        case "day" where stretch.grain == .day: return max(1, days.days - 1)...days.days
        case "week" where stretch.grain == .day: return max(0, (days.days - 1) / 7)...(days.days + 6) / 7
        case "month" where stretch.grain <= .month:
            let months = (to.year - from.year) * 12 + to.month - from.month
            return max(0, months - 1)...months + 1
        case "year": return max(0, to.year - from.year - 1)...to.year - from.year + 1
        default: return nil
        }
    }
}
