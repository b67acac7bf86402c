import Documents
import Language
import Values

/// What must come first against what comes after: a death before a birth, an end before its begin.
struct OrderCheck: Check {
    static let sort = CheckRule.Sort.order

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] { lives() + stretches() }

    private func lives() -> [CheckFinding] {
        Lives(text.claims).whole.compactMap { life in
            let (born, died) = (text.claims[life.born], text.claims[life.died])
            guard let birth = born.value.time?.days, let death = died.value.time?.days, death.last < birth.first else {
                return nil
            }
            return CheckFinding(
                sort: Self.sort, kind: "date",
                message: "\(born.subject.text) died in \(died.value.text), before the birth in \(born.value.text).",
                parts: [.claim(life.died), .claim(life.born)])
        }
    }

    /// "from 1998 to 1989"
    private func stretches() -> [CheckFinding] {
        let times = text.reading.mentions.times
        return times.indices.dropLast().compactMap { place in
            let (first, second) = (times[place], times[place + 1])
            guard first.sentence == second.sentence, second.tokens.start == first.tokens.end + 1,
                text.isWord(.to, first.tokens.end), text.isWord(.from, first.tokens.start - 1),
                isPlain(first), isPlain(second), let begin = first.interval, let end = second.interval,
                end.last < begin.first, isStretch(first)
            else { return nil }
            return CheckFinding(
                sort: Self.sort, kind: "date",
                message: "\(text.reading.string(first.tokens)) is after \(text.reading.string(second.tokens)): "
                    + "a stretch of time ends after its begin.",
                parts: [(first, begin, "begin"), (second, end, "end")].map { time, days, name in
                    .words(
                        Draft(
                            Self.sort, attribute: name, time.tokens, ClaimMoment(days: days, grain: time.grain),
                            in: text))
                })
        }
    }

    /// The year is told with it.
    private func isPlain(_ time: TimeExpression) -> Bool {
        time.kind == .date && !time.isRelative && !time.isOpen && !time.timex.hasPrefix("X")
    }

    /// Something is there from one to the other: a date can also be moved from one to the other.
    private func isStretch(_ time: TimeExpression) -> Bool {
        guard let predicate = text.reading.predicate(of: text.reading.head(of: time.tokens)) else { return false }
        return text.end(of: .lasting, at: predicate) != nil
    }
}
