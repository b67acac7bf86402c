import Documents
import Language
import Values

/// A weekday against its date: "Tuesday, May 10, 2023" was a Wednesday.
struct WeekdayCheck: Check {
    static let sort = CheckRule.Sort.weekday

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] { text.reading.mentions.times.compactMap(finding) }

    private func finding(_ time: TimeExpression) -> CheckFinding? {
        guard time.kind == .date || time.kind == .time, !time.isRelative, let told = time.weekday,
            let days = time.interval, days.days == 1, days.first.weekday != told, isSure(time, days.first, told),
            let (weekday, date) = parts(of: time)
        else { return nil }
        let right = Self.names[days.first.weekday - 1]
        return CheckFinding(
            sort: Self.sort, kind: "weekday",
            message: "\(Self.written(days.first)) was a \(right), not a \(Self.names[told - 1]).",
            parts: [
                .words(
                    Draft(Self.sort, attribute: "weekday", weekday, ClaimMoment(weekday: told, grain: .day), in: text)),
                .words(
                    Draft(
                        Self.sort, attribute: "date", date,
                        ClaimMoment(days: days, weekday: days.first.weekday, grain: .day), in: text)),
            ])
    }

    /// A date whose year is told, or that lies so near to the publication that no other year can be meant. Older ones may be
    /// told by another calendar.
    private func isSure(_ time: TimeExpression, _ day: CalendarDay, _ told: Int) -> Bool {
        if day.civil.year < Self.firstYear { return false }
        if !time.timex.hasPrefix("X") { return true }
        guard let published = text.published, published.days == 1,
            !text.has(.former, in: text.sentence(time.sentence).range)
        else { return false }
        let (year, month, number) = day.civil
        let fitsOther = [year - 1, year + 1].contains {
            CalendarDay(year: $0, month: month, day: number)?.weekday == told
        }
        guard fitsOther else { return abs(day - published.first) <= Self.nearDays }
        // The entries of next year's calendar have no verb.
        return abs(day - published.first) <= Self.nearDays / 4 && hasVerb(time.sentence)
    }

    private func hasVerb(_ sentence: Int) -> Bool {
        text.sentence(sentence).range.contains { text.reading.features($0).contains(.finite) }
    }

    /// Greece was the last in Europe to count by the Gregorian calendar, from 1923 on.
    private static let firstYear = 1924
    private static let nearDays = 60

    /// The weekday's own word and the date's.
    private func parts(of time: TimeExpression) -> (weekday: TokenSpan, date: TokenSpan)? {
        guard let word = time.tokens.range.first(where: { Self.words.contains(text.analysis.tokens[$0].hash) }) else {
            return nil
        }
        var rest = word == time.tokens.start ? word + 1..<time.tokens.end : time.tokens.start..<word
        while let first = rest.first, text.isMark(",", first) || text.isMark(".", first) { rest = rest.dropFirst() }
        while let last = rest.last, !text.isKind(.number, last), !text.isKind(.word, last) { rest = rest.dropLast() }
        guard !rest.isEmpty else { return nil }
        return (TokenSpan(word, word + 1), TokenSpan(rest.lowerBound, rest.upperBound))
    }

    private static func written(_ day: CalendarDay) -> String {
        let (year, month, day) = day.civil
        return "\(day) \(months[month - 1]) \(year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let words = Set(
        (names.flatMap { [$0, String($0.prefix(3)), $0.prefix(3) + "."] } + [
            "Tues", "Thur", "Thurs", "Tues.", "Thurs.",
        ])
        .map { FoldedForm($0).hash })
}
