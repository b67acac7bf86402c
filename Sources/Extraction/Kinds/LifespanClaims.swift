import Documents
import Language
import Values

/// Dates of birth and death in brackets after a person's name: "(born 26 June 1980)", "(1809–1871)".
struct LifespanClaims: ClaimFinder {
    private let reading: DocumentReading

    init(_ clauses: ClauseReader) { reading = clauses.reading }

    func drafts() -> [Draft] { reading.mentions.times.flatMap(drafts) }

    private func drafts(_ time: TimeExpression) -> [Draft] {
        guard time.kind == .date, let days = time.interval, let opening = opening(before: time.tokens.start),
            let person = person(before: opening)
        else { return [] }
        if let dash = dash(in: time.tokens) {
            return [
                draft("born", TokenSpan(time.tokens.start, dash), whole(days.first, time.grain), time.grain, person),
                draft("died", TokenSpan(dash + 1, time.tokens.end), whole(days.last, time.grain), time.grain, person),
            ]
        }
        return isBirth(opening..<time.tokens.start) ? [draft("born", time.tokens, days, time.grain, person)] : []
    }

    private func draft(
        _ attribute: String, _ tokens: TokenSpan, _ days: DayInterval, _ grain: TimeExpression.Grain, _ person: Name
    ) -> Draft {
        let weekday = days.days == 1 ? days.first.weekday : nil
        return Draft(
            rule: "lifespan", attribute: attribute,
            value: ClaimValue(
                text: reading.string(tokens),
                content: .time(ClaimMoment(days: days, weekday: weekday, grain: grain))),
            tokens: tokens, subject: .phrase(reading.head(of: person.span)), terms: [])
    }

    // MARK: Where it stands

    /// The bracket that opens before a token and is not closed.
    private func opening(before token: Int) -> Int? {
        let sentence = reading.tokens(ofSentence: token)
        var place = token - 1
        while place >= sentence.start, place >= token - Self.reach {
            if byte(place) == UInt8(ascii: ")") { return nil }
            if byte(place) == UInt8(ascii: "(") { return place }
            place -= 1
        }
        return nil
    }

    /// Tokens within which a bracket with a pronunciation and a birth name stays.
    private static let reach = 30

    /// The person whose name ends before a bracket, or before a phrase between commas that stands there.
    private func person(before opening: Int) -> Name? {
        var end = opening - 1
        if byte(end) == UInt8(ascii: ",") {
            end -= 1
            while end > opening - Self.reach, end > 0, byte(end) != UInt8(ascii: ",") { end -= 1 }
            end -= 1
        }
        guard end >= reading.tokens(ofSentence: opening).start, let name = reading.names.name(at: end),
            name.type == .person
        else { return nil }
        return name
    }

    /// "born 1980", "b. 1980", "born Anna Bell; 4 May 1980"
    private func isBirth(_ tokens: Range<Int>) -> Bool {
        tokens.contains { token in Self.birth.contains(reading.analysis.tokens[token].hash) }
    }

    private static let birth = FoldedForm.hashes("born b. b")

    private func dash(in tokens: TokenSpan) -> Int? {
        tokens.range.dropFirst().dropLast().first { token in
            // A hyphen, an en or em dash, or a minus sign; dates with hyphens have two.
            let span = reading.analysis.tokens[token].span
            let text = reading.analysis.document.text
            let isHyphen = span.count == 1 && text[span.start] == UInt8(ascii: "-")
            return isHyphen
                || span.count == 3 && text[span.start] == 0xE2 && [0x80, 0x88].contains(text[span.start + 1])
        }
    }

    private func byte(_ token: Int) -> UInt8 {
        guard reading.analysis.tokens.indices.contains(token) else { return 0 }
        return reading.analysis.document.text[Int(reading.analysis.tokens[token].start)]
    }

    /// The day, or the month or year that it lies in.
    private func whole(_ day: CalendarDay, _ grain: TimeExpression.Grain) -> DayInterval {
        let (year, month, _) = day.civil
        let whole: DayInterval? =
            switch grain {
            case .year: .year(year)
            case .month: .month(month, of: year)
            default: nil
            }
        return whole ?? DayInterval(day)
    }
}
