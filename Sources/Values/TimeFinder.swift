import Documents
import FoundationEssentials
import Language

/// Finds dates, times of day and durations of one sentence, resolved against the document's date.
struct TimeFinder {
    static let closedWords = """
        today yesterday tomorrow last this next ago since until till by from in of during circa am pm a.m. p.m. noon midnight
        year-old old the and to late early nearly almost about around some half a an earlier later following previous same
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    let analysis: Analysis
    let index: ValueIndex
    let range: Range<Int>
    /// The first day of publication, against which relative dates are read.
    let reference: CalendarDay?
    private let reader: NumeralReader
    private(set) var times: [TimeExpression] = []

    init(analysis: Analysis, index: ValueIndex, range: Range<Int>) {
        self.analysis = analysis
        self.index = index
        self.range = range
        reference = analysis.document.metadata.published?.first
        reader = NumeralReader(analysis: analysis, index: index, range: range)
    }

    mutating func run() {
        var place = range.lowerBound
        while place < range.upperBound {
            place = step(at: place)
        }
    }

    private mutating func step(at place: Int) -> Int {
        let token = analysis.tokens[place]
        guard token.kind == .number || token.word != .unknown else { return place + 1 }
        return isoDate(place) ?? monthDate(place) ?? clockTime(place) ?? duration(place) ?? year(place)
            ?? weekday(place) ?? relativeDay(place) ?? relativeUnit(place) ?? place + 1
    }

    // MARK: Looking at tokens

    private func word(_ token: Int) -> ValueWord? {
        range.contains(token) ? index.word(analysis.tokens[token].word) : nil
    }

    private func isWord(_ form: String, _ token: Int) -> Bool { reader.isWord(form, token) }

    private func isAny(_ forms: [String], _ token: Int) -> Bool { forms.contains { isWord($0, token) } }

    private func text(_ token: Int) -> ArraySlice<UInt8> { analysis.document.text[analysis.tokens[token].span.range] }

    /// A number of digits alone, as its value and the count of its digits.
    private func digits(_ token: Int) -> (value: Int, count: Int)? {
        guard range.contains(token), analysis.tokens[token].kind == .number else { return nil }
        let bytes = text(token)
        guard bytes.count <= 4, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return (bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }, bytes.count)
    }

    private func yearNumber(_ token: Int) -> Int? {
        guard let number = digits(token), number.count == 4, (1000...2199).contains(number.value) else { return nil }
        return number.value
    }

    /// 1 … 31, also as 21st.
    private func dayNumber(_ token: Int) -> Int? {
        guard range.contains(token), analysis.tokens[token].kind == .number else { return nil }
        var bytes = text(token)
        if bytes.count > 2, ["st", "nd", "rd", "th"].contains(where: { bytes.suffix(2).elementsEqual($0.utf8) }) {
            bytes = bytes.dropLast(2)
        }
        guard bytes.count <= 2, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let value = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...31).contains(value) ? value : nil
    }

    // MARK: Making expressions

    /// Adds an expression and returns the token after it.
    private mutating func add(
        _ first: Int, _ end: Int, _ kind: TimeExpression.Kind, timex: String, days: DayInterval? = nil,
        seconds: Decimal? = nil
    ) -> Int {
        let tokens = TokenSpan(first, end)
        let open = kind == .date && isAny(["since", "until", "till", "by", "from", "after", "before"], first - 1)
        times.append(
            TimeExpression(
                span: analysis.bytes(of: tokens), tokens: tokens, kind: kind, timex: timex, interval: days,
                seconds: seconds, isOpen: open))
        return end
    }

    private mutating func addDays(_ first: Int, _ end: Int, _ days: DayInterval) -> Int {
        add(first, end, .date, timex: days.description, days: days)
    }
}

// MARK: - Dates

extension TimeFinder {
    private mutating func isoDate(_ place: Int) -> Int? {
        let token = analysis.tokens[place]
        guard token.kind == .number, token.end - token.start == 10,
            let days = DayInterval(iso: String(decoding: text(place), as: UTF8.self))
        else { return nil }
        return addDays(place, place + 1, days)
    }

    /// "22 March 2024", "March 22, 2024", "March 2024", "in March"; a weekday before goes with it.
    private mutating func monthDate(_ place: Int) -> Int? {
        var first = place
        var day: Int?
        var month = place
        if case .weekday? = word(month) {
            month += 1
            if isWord(",", month) { month += 1 }
        }
        if let number = dayNumber(month), isMonth(month + 1) || isWord("of", month + 1) && isMonth(month + 2) {
            day = number
            month += isMonth(month + 1) ? 1 : 2
        }
        guard isMonth(month), case .month(let number)? = word(month) else { return nil }
        if day == nil, month > place, !isMonthDay(month) { first = month }
        var end = month + 1
        if day == nil, let number = dayNumber(end), !isWord(":", end + 1) {
            day = number
            end += 1
        }
        var year: Int?
        let comma = isWord(",", end) ? 1 : 0
        if let written = yearNumber(end + comma), day != nil || comma == 0 {
            year = written
            end += comma + 1
        } else if isWord("this", end), isWord("year", end + 1) {
            year = reference?.civil.year
            end += 2
        } else if isWord("last", end), isWord("year", end + 1) {
            year = reference.map { $0.civil.year - 1 }
            end += 2
        }
        guard let year = year ?? nearestYear(month: number, day: day) else {
            return add(first, end, .date, timex: "XXXX-\(padded(number))" + (day.map { "-" + padded($0) } ?? ""))
        }
        let days = day.map { CalendarDay(year: year, month: number, day: $0).map { DayInterval($0) } }
        guard let days = days ?? .month(number, of: year) else { return nil }
        return addDays(first, end, days)
    }

    private func isMonth(_ token: Int) -> Bool {
        guard case .month? = word(token) else { return false }
        return analysis.tokens[token].shape.contains(.capitalized)
    }

    private func isMonthDay(_ month: Int) -> Bool { dayNumber(month + 1) != nil }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The year that puts a date nearest to the document's, the past twice as near as the future.
    private func nearestYear(month: Int, day: Int?) -> Int? {
        guard let reference else { return nil }
        let year = reference.civil.year
        func distance(_ year: Int) -> Int? {
            guard let date = CalendarDay(year: year, month: month, day: min(day ?? 15, 28)) else { return nil }
            return date <= reference ? reference - date : 2 * (date - reference)
        }
        return [year - 1, year, year + 1].min { (distance($0) ?? .max, $0) < (distance($1) ?? .max, $1) }
    }

    /// "2024", "1979-89", "1996 to 2001", "the 1990s"
    private mutating func year(_ place: Int) -> Int? {
        if let decade = decade(place) { return addDays(place, place + 1, decade) }
        guard let year = yearNumber(place), isYear(place, year) else { return nil }
        let dash = isAny(["-", "–"], place + 1) && !analysis.tokens[place + 1].shape.contains(.spaceBefore)
        let to = isWord("to", place + 1)
        if dash || to, let number = digits(place + 2), number.count == 4 || (dash && number.count == 2) {
            let last = number.count == 2 ? year / 100 * 100 + number.value : number.value
            if last > year, let first = DayInterval.year(year), let second = DayInterval.year(last) {
                return addDays(place, place + 3, DayInterval(first.first, second.last))
            }
        }
        guard let days = DayInterval.year(year) else { return nil }
        return addDays(place, place + 1, days)
    }

    /// A four-digit number of our times is a year unless it is money or bounded; an older one only where a word says so.
    private func isYear(_ place: Int, _ year: Int) -> Bool {
        if case .currency? = word(place - 1) { return false }
        if case .multiplier? = word(place + 1) { return false }
        if case .unitName? = word(place + 1) { return false }
        if case .percent? = word(place + 1) { return false }
        if isAny(["than", "least", "over", "about", "some", "around", "nearly"], place - 1) { return false }
        return (1900...2099).contains(year)
            || isAny(["in", "since", "of", "from", "by", "until", "circa", "during"], place - 1)
    }

    private func decade(_ place: Int) -> DayInterval? {
        let bytes = text(place)
        guard bytes.count == 5, bytes.last == UInt8(ascii: "s"),
            bytes.prefix(4).allSatisfy({ $0 &- 0x30 < 10 }), bytes[bytes.startIndex + 3] == UInt8(ascii: "0")
        else { return nil }
        let year = bytes.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard let first = DayInterval.year(year), let last = DayInterval.year(year + 9) else { return nil }
        return DayInterval(first.first, last.last)
    }
}

// MARK: - Relative dates

extension TimeFinder {
    /// "on Thursday": the last one up to the document's date; "next Thursday": the first one after it.
    private mutating func weekday(_ place: Int) -> Int? {
        guard case .weekday(let weekday)? = word(place), analysis.tokens[place].shape.contains(.capitalized) else {
            return nil
        }
        guard let reference else { return add(place, place + 1, .date, timex: "XXXX-WXX-\(weekday)") }
        let back = ((reference.weekday - weekday) % 7 + 7) % 7
        let isNext = isWord("next", place - 1)
        let isLast = isWord("last", place - 1) && back == 0
        return addDays(place, place + 1, DayInterval(reference + (isNext ? 7 - back : isLast ? -7 : -back)))
    }

    private mutating func relativeDay(_ place: Int) -> Int? {
        let offset = isWord("today", place) ? 0 : isWord("yesterday", place) ? -1 : isWord("tomorrow", place) ? 1 : nil
        guard let offset else { return nil }
        guard let reference else { return add(place, place + 1, .date, timex: "XXXX-XX-XX") }
        return addDays(place, place + 1, DayInterval(reference + offset))
    }

    /// "last month", "this year", "next week"
    private mutating func relativeUnit(_ place: Int) -> Int? {
        let step = isWord("last", place) ? -1 : isWord("this", place) ? 0 : isWord("next", place) ? 1 : nil
        guard let step, case .timeUnit(let unit)? = word(place + 1), let reference else { return nil }
        guard let days = Self.shifted(reference, unit, by: step) else { return nil }
        return addDays(place, place + 2, days)
    }

    /// The unit of the calendar that lies `count` units from a day's.
    private static func shifted(_ day: CalendarDay, _ unit: TimeUnit, by count: Int) -> DayInterval? {
        let (year, month, _) = day.civil
        switch unit {
        case .day: return DayInterval(day + count)
        case .week:
            let monday = day + (1 - day.weekday + 7 * count)
            return DayInterval(monday, monday + 6)
        case .month:
            let months = year * 12 + month - 1 + count
            return .month(months % 12 + 1, of: months / 12)
        case .year: return .year(year + count)
        case .decade, .century, .second, .minute, .hour: return nil
        }
    }
}

// MARK: - Times of day and durations

extension TimeFinder {
    /// "9.40pm", "6 a.m.", "14:20"
    private mutating func clockTime(_ place: Int) -> Int? {
        guard analysis.tokens[place].kind == .number else { return nil }
        let parts = text(place).split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        guard parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy { $0 &- 0x30 < 10 } }) else { return nil }
        let numbers = parts.map { part in part.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard let hour = numbers.first,
            hour < 25, numbers.count < 3 || numbers[2] < 60
        else { return nil }
        let minute = numbers.count > 1 ? numbers[1] : 0
        let isAfternoon = isAny(["pm", "p.m."], place + 1)
        if isAfternoon || isAny(["am", "a.m."], place + 1), hour <= 12, minute < 60 {
            let hours = hour % 12 + (isAfternoon ? 12 : 0)
            return add(place, place + 2, .time, timex: "T\(padded(hours)):\(padded(minute))")
        }
        guard text(place).contains(UInt8(ascii: ":")), minute < 60 else { return nil }
        return add(place, place + 1, .time, timex: "T\(padded(hour)):\(padded(minute))")
    }

    /// "71 hours", "a decade", "four-year", and "nearly four years ago" as a date.
    private mutating func duration(_ place: Int) -> Int? {
        var count: Decimal = 1
        var unitPlace = place + 1
        if let numeral = reader.numeral(at: place) {
            count = numeral.value
            unitPlace = numeral.tokens.upperBound
            if reader.isHyphen(unitPlace) { unitPlace += 1 }
        } else if !isAny(["a", "an"], place) {
            return nil
        }
        guard case .timeUnit(let unit)? = word(unitPlace) else { return nil }
        // "34-year-old" is an age.
        if reader.isHyphen(unitPlace + 1), isWord("old", unitPlace + 2) { return nil }
        let end = unitPlace + 1
        if isWord("ago", end), let reference, count < 10_000, let whole = Int(count.description),
            let days = Self.shifted(reference, unit, by: -whole)
        {
            return addDays(place, end + 1, days)
        }
        return add(
            place, end, .duration, timex: unit.timex(count.description), seconds: count * Decimal(unit.seconds))
    }
}
