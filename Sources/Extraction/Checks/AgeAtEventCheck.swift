import Documents
import FoundationEssentials
import Language
import Values

/// An age in a year against the year of birth: born in 1948, and "24 when he won the title of 1967".
struct AgeAtEventCheck: Check {
    static let sort = CheckRule.Sort.age

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        let births = text.claims.indices.filter {
            text.claims[$0].attribute == "born" && text.claims[$0].modality == .asserted
        }
        // Who is told of in a text with two births is not looked into.
        guard births.count == 1, let born = births.first, let days = text.claims[born].value.time?.days,
            days.days <= Self.year
        else { return [] }
        return text.quantities.compactMap { finding($0, born, days) }
    }

    /// Days of a year, at the most.
    private static let year = 366

    private func finding(_ age: Quantity, _ born: Int, _ birth: DayInterval) -> CheckFinding? {
        guard isAtEvent(age), isOfBorn(age, text.claims[born]), let time = year(of: age), let days = time.interval,
            days.first.number > birth.last.number, text.isTold(age.tokens)
        else { return nil }
        let most = days.last.civil.year - birth.first.civil.year
        guard most <= Self.oldest,
            !age.interval.intersects(Interval(lower: Decimal(most - 1), upper: Decimal(most)))
        else { return nil }
        let date = Draft(
            Self.sort, attribute: "date", time.tokens, ClaimMoment(days: days, grain: time.grain), in: text)
        return CheckFinding(
            sort: Self.sort, kind: "age",
            message:
                "Who was born \(text.claims[born].value.text) was \(most - 1) or \(most) in \(days.first.civil.year), "
                + "not \(text.reading.string(age.tokens)).",
            parts: [.words(Draft(Self.sort, age, in: text)), .claim(born), .words(date)])
    }

    private static let oldest = 110

    /// Nobody else is told of in the sentence, and it is not about the death, whose age is checked by itself.
    private func isOfBorn(_ age: Quantity, _ birth: Claim) -> Bool {
        let words = text.sentence(age.sentence).range
        guard !words.contains(where: { text.reading.isLemma($0, Self.dying) }),
            !(words.lowerBound..<age.tokens.start).contains(where: {
                text.reading.part($0) == .noun && text.isPerson($0)
            })
        else { return false }
        let name = birth.subject.entity?.name.map(PlaceName.key)
        return text.reading.names.all.allSatisfy { other in
            other.type != .person || !words.contains(other.span.start)
                || PlaceName.key(text.reading.string(text.reading.names.all[other.first].span)) == name
        }
    }

    /// "was 24 when", "at the age of 24", "a boy of 14", "aged 24 when"
    private func isAtEvent(_ age: Quantity) -> Bool {
        guard age.unit == nil || age.unit?.id == "year", age.noun == nil, age.kind == .age || age.kind == .cardinal
        else {
            return false
        }
        let start = age.tokens.start
        return text.isWord(Self.when, age.tokens.end) && text.reading.isLemma(start - 1, Self.be)
            || text.isWord(.of, start - 1) && Self.marks.contains(text.reading.hash(start - 2))
    }

    private static let when = StaticWord("when")
    private static let dying = FoldedForm.hashes("die death")
    private static let be = FoldedForm.hashes("be")
    private static let marks = FoldedForm.hashes("age boy girl")

    /// The only date of the sentence, of a year that is over: "in 1967, when he was 24", "24 when he won in 1967".
    private func year(of quantity: Quantity) -> TimeExpression? {
        let sentence = text.sentence(quantity.sentence)
        let times = text.reading.times(in: sentence).filter { !$0.tokens.overlaps(quantity.tokens) }
        guard times.count == 1, let time = times.first, time.kind == .date, time.grain <= .year, !time.isRelative,
            !time.isOpen, !time.timex.hasPrefix("X")
        else { return nil }
        return time
    }
}
