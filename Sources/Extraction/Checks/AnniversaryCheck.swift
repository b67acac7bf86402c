import Documents
import FoundationEssentials
import Language
import Values

/// "years ago" and anniversaries against the date that is told with them: "in 1990, 30 years ago" in a text of 2024.
struct AnniversaryCheck: Check {
    static let sort = CheckRule.Sort.anniversary

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] { ago() + anniversaries() }

    // MARK: Years ago

    private func ago() -> [CheckFinding] {
        guard let published = text.published, published.days <= 366 else { return [] }
        let times = text.reading.mentions.times
        return times.indices.compactMap { place in
            guard times[place].isRelative, times[place].grain == .year, let told = times[place].interval,
                let date = neighbour(of: place)
            else { return nil }
            return ago(times[place], told, date, published)
        }
    }

    /// The year that stands directly beside, with a comma or a bracket between.
    private func neighbour(of place: Int) -> TimeExpression? {
        let times = text.reading.mentions.times
        let time = times[place]
        for other in [place - 1, place + 1] where times.indices.contains(other) {
            let date = times[other]
            guard date.sentence == time.sentence, isYear(date) else { continue }
            let gap = min(date.tokens.end, time.tokens.end)..<max(date.tokens.start, time.tokens.start)
            guard (1...3).contains(gap.count), gap.contains(where: { text.isMark(",", $0) || text.isMark("(", $0) }),
                gap.allSatisfy({ text.isMark(",", $0) || text.isMark("(", $0) || text.isWord(Self.in, $0) })
            else { continue }
            return date
        }
        return nil
    }

    private static let `in` = StaticWord("in")

    private func isYear(_ time: TimeExpression) -> Bool {
        time.kind == .date && !time.isRelative && !time.isOpen && !time.timex.hasPrefix("X") && time.grain <= .year
    }

    private func ago(
        _ time: TimeExpression, _ told: DayInterval, _ date: TimeExpression, _ published: DayInterval
    ) -> CheckFinding? {
        guard let days = date.interval, told.last < published.first else { return nil }
        let year = published.first.civil.year
        let distance = year - told.first.civil.year
        let actual = year - days.first.civil.year
        let isVague = (time.tokens.start - 2..<time.tokens.start + 2).contains { text.end(of: .vague, at: $0) != nil }
        guard abs(distance - actual) > Self.slack(distance, isVague: isVague) else { return nil }
        return CheckFinding(
            sort: Self.sort, kind: "date",
            message: "\(text.reading.string(date.tokens)) was \(actual) years before \(year), not \(distance).",
            parts: [(time, told), (date, days)].map { time, days in
                .words(
                    Draft(
                        Self.sort, attribute: "date", time.tokens, ClaimMoment(days: days, grain: time.grain), in: text)
                )
            })
    }

    /// Years by which a distance may be off: one, as years are not over; more where it is round or told loosely.
    private static func slack(_ distance: Int, isVague: Bool) -> Int {
        let round = distance % 100 == 0 ? 10 : distance % 10 == 0 ? 2 : 1
        return isVague ? max(round, distance / 10 + 1) : round
    }

    // MARK: Anniversaries

    private func anniversaries() -> [CheckFinding] {
        guard let published = text.published else { return [] }
        return text.reading.mentions.ranks.compactMap { rank in
            guard rank.form == .ordinal, rank.position > 1,
                let noun = (rank.tokens.end..<rank.tokens.end + 2).first(where: {
                    text.end(of: .anniversary, at: $0) != nil
                }), text.isWord(.of, noun + 1)
            else { return nil }
            return anniversary(rank, noun, published)
        }
    }

    /// "the 50th anniversary of the 1974 fire": the only time of its sentence.
    private func anniversary(_ rank: Rank, _ noun: Int, _ published: DayInterval) -> CheckFinding? {
        let sentence = text.sentence(rank.sentence)
        let times = Array(text.reading.times(in: sentence))
        guard times.count == 1, let date = times.first, isYear(date), (noun + 1..<noun + 8).contains(date.tokens.start),
            let days = date.interval
        else { return nil }
        let due = days.first.civil.year + rank.position
        let years = published.first.civil.year - 1...published.last.civil.year + 1
        guard !years.contains(due) else { return nil }
        let words = TokenSpan(rank.tokens.start, noun + 1)
        let draft = Draft(
            rule: Self.sort.id, attribute: "anniversary",
            value: ClaimValue(
                text: text.reading.string(words), interval: Interval(exactly: Decimal(rank.position)), unit: "year"),
            tokens: words, subject: .passage)
        return CheckFinding(
            sort: Self.sort, kind: "date",
            message: "The \(text.reading.string(words)) of \(text.reading.string(date.tokens)) falls in \(due).",
            parts: [
                .words(draft),
                .words(
                    Draft(
                        Self.sort, attribute: "date", date.tokens, ClaimMoment(days: days, grain: date.grain), in: text)
                ),
            ])
    }
}
