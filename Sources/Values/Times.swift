import Documents
import FoundationEssentials
import Language

// Times: the loop over a sentence's tokens, and how parts of dates and clock times join

extension ValueScanner {
    /// Finds the dates, times of day, durations and sets of the sentence.
    mutating func scanTimes() {
        var place = range.lowerBound
        var sign = place
        while place < range.upperBound {
            while sign < range.upperBound, sign < place || !isTimeSign(sign) { sign += 1 }
            let isNear = sign < min(place + Self.reach, range.upperBound)
            if isNear ? mayOpenTime(place) : mayBeYearInWords(place) {
                place = max(time(at: place) ?? place + 1, place + 1)
            } else {
                place += 1
            }
        }
    }

    /// How many words may stand before the first one that tells a time: "no later than the end of March".
    private static let reach = 8

    private func mayOpenTime(_ place: Int) -> Bool {
        let traits = traits(place)
        return tokens[place].kind == .number || traits.contains(.opensTime) || traits.contains(.opensNumber)
            || mayBeGlued(place)
    }

    /// "in nineteen ninety-six"
    private func mayBeYearInWords(_ place: Int) -> Bool {
        traits(place).contains(.opensNumber) && (key(place - 1) == .in || key(place - 1) == .since)
    }

    /// A word without which nothing is a time: a month, a unit, "today", a year's digits, digits with marks.
    private func isTimeSign(_ token: Int) -> Bool {
        if tokens[token].kind == .number {
            let bytes = bytes(token)
            if bytes.count == 4 { return true }
            for byte in bytes where byte &- 0x30 >= 10 && byte != UInt8(ascii: ",") { return true }
            return false
        }
        if traits(token).contains(.timeSign) || isGlued(token) && bytes(token).count == 1 && isNumber(token - 1) {
            return true
        }
        return shape(token).contains(.hasDigit) && mayBeGlued(token)
    }

    /// "Q3", "FY24", ">= 2019"
    private func mayBeGlued(_ token: Int) -> Bool {
        let kind = tokens[token].kind
        return kind == .word && shape(token).contains(.hasDigit) && isCapitalized(token) || isMark(">", token)
            || isMark("<", token)
            || kind == .word && shape(token).contains(.hasDigit) && bytes(token).count == 2
    }

    /// Reads the expression that begins at a token; returns where to go on.
    private mutating func time(at place: Int) -> Int? {
        if let end = set(at: place) ?? openTime(at: place) ?? boundedRange(at: place) ?? dayRange(at: place) {
            return end
        }
        if let part = part(at: place) {
            if let end = clockBetween(part) ?? rangeAfter(part) { return end }
            return add(part)
        }
        return duration(at: place)
    }

    // MARK: Parts

    /// A date with its time of day, or a time of day with its date.
    private func part(at place: Int) -> TimePart? {
        guard var part = date(at: place) ?? clockPart(at: place, .own) ?? bareClock(at: place) else { return nil }
        part = withDayPart(part)
        return part.hasDate ? withClock(part) : withDate(part)
    }

    /// A date of whatever form.
    private func date(at place: Int) -> TimePart? {
        if isNumber(place) {
            return compactDate(at: place) ?? namedDate(at: place) ?? spacedDate(at: place) ?? quarter(at: place)
                ?? century(at: place)
                ?? distance(at: place) ?? yearPart(at: place)
        }
        switch timeWord(place) {
        case .month: return compactDate(at: place) ?? namedDate(at: place)
        case .weekday: return namedDate(at: place) ?? weekdayAndDate(at: place) ?? weekdayPart(at: place)
        case .season: return season(at: place)
        case .none, .unit, .dayPart: break
        }
        return dateByWord(at: place)
    }

    private func dateByWord(at place: Int) -> TimePart? {
        if shape(place).contains(.hasDigit), let part = compactDate(at: place) { return part }
        if let part = weekThenDay(at: place) ?? weekdayPart(at: place) ?? relativeDay(at: place)
            ?? shadedPart(at: place)
        {
            return part
        }
        if let part = partOfMonth(at: place) ?? quarter(at: place) ?? fiscalYear(at: place) ?? century(at: place)
            ?? (key(place) == .the ? namedDate(at: place) ?? century(at: place + 1) : nil)
        {
            return part
        }
        if let part = relativeDayPart(at: place) ?? countedUnits(at: place) ?? relativeUnit(at: place) ?? dayFromLast(
            at: place)
            ?? distance(at: place) ?? bareDay(at: place) ?? currentUnit(at: place)
        {
            return part
        }
        if isWord(place), ordinal(at: place) != nil, let part = namedDate(at: place) { return part }
        if let part = seasonBehind(place) ?? weekendPart(at: place) { return part }
        return traits(place).contains(.opensNumber) ? yearPart(at: place) : nil
    }

    /// "this summer", "the summer of 1969"
    private func seasonBehind(_ place: Int) -> TimePart? {
        guard case .season = timeWord(place + 1) else { return nil }
        guard var part = season(at: place + 1) else { return nil }
        part.tokens = place..<part.tokens.upperBound
        return key(place) == .in ? nil : part
    }

    /// "at the weekend": like a bare weekday, the last that had begun.
    private func weekendPart(at place: Int) -> TimePart? {
        guard key(place) == .weekend, let reference else { return nil }
        let saturday = reference + -((reference.weekday + 1) % 7)
        var part = calendarUnit(place..<place + 1, .week, DayInterval(saturday, saturday + 1))
        part.timex = Timex.week(saturday + -5) + "-WE"
        return part
    }

    /// "2016 10 16"
    private func spacedDate(at place: Int) -> TimePart? {
        guard let year = yearNumber(place), let month = plainDigits(place + 1), let day = plainDigits(place + 2),
            month.count == 2, day.count == 2, let days = CalendarDay(year: year, month: month.value, day: day.value)
        else { return nil }
        _ = days
        return datePart(place..<place + 3, year: year, month: month.value, day: day.value)
    }

    /// "Friday 7/6", "Friday 2018-7-6"
    private func weekdayAndDate(at place: Int) -> TimePart? {
        guard let day = weekday(place) else { return nil }
        let next = isMark(",", place + 1) ? place + 2 : place + 1
        guard var part = weekdayFits(day, compactDate(at: next), at: next) else { return nil }
        part.tokens = place..<part.tokens.upperBound
        part.weekday = day
        return part
    }

    /// "Friday 7/6": of the two readings of an open date, the one that falls on the weekday.
    private func weekdayFits(_ weekday: Int, _ part: TimePart?, at place: Int) -> TimePart? {
        guard let part, part.days == nil, locale.isDayFirst == nil else { return part }
        let readings = [true, false].compactMap { isDayFirst in
            var other = self
            other.locale.isDayFirst = isDayFirst
            return other.compactDate(at: place)
        }
        let fitting = readings.filter { $0.days?.first.weekday == weekday }
        return fitting.count == 1 ? fitting.first : part
    }

    /// "five-thirty tomorrow evening", "between 3 and 8 yesterday": a bare time of day with a date behind it.
    private func bareClock(at place: Int) -> TimePart? {
        if let range = clockRange(at: place), !traits(place - 1).contains(.change) {
            let hasOwn = range.clock.map { $0.isCertain || $0.hasMinutes } ?? false
            let next = range.tokens.upperBound
            if hasOwn || dateBehind(next) != nil { return range }
        }
        guard !isNumber(place), let part = clockPart(at: place, .context), part.clock?.hasMinutes == true,
            dateBehind(part.tokens.upperBound) != nil
        else { return nil }
        return part
    }

    // MARK: Joining

    /// "tomorrow night", "Tuesday afternoon", "Sunday late evening"
    private func withDayPart(_ part: TimePart) -> TimePart {
        guard part.hasDate, part.grain == .day || part.days?.days == 1, part.dayPart == nil else { return part }
        var part = part
        let end = part.tokens.upperBound
        let word = key(end) == .late || key(end) == .early ? end + 1 : end
        guard let found = dayPart(word) else { return part }
        part.dayPart = found
        part.grain = .dayPart
        part.tokens = part.tokens.lowerBound..<word + 1
        return part
    }

    /// "tomorrow 8:00am", "Tuesday at 9.40pm", "Monday morning from 10am to 12pm"
    private func withClock(_ part: TimePart) -> TimePart {
        guard part.grain == .day || part.grain == .dayPart, part.clock == nil else { return part }
        var place = part.tokens.upperBound
        if let range = clockRange(at: place) ?? (isMark(",", place) ? clockRange(at: place + 1) : nil),
            range.clock?.isCertain == true || range.clock?.hasMinutes == true || part.dayPart != nil
                || !isCounted(range.tokens.upperBound)
        {
            return merged(part, range, part.tokens.lowerBound..<range.tokens.upperBound)
        }
        if isMark(",", place) || isInnerHyphen(place) { place += 1 }
        let isAt = key(place) == .at || key(place) == .around || key(place) == .about
        if isAt { place += 1 }
        guard
            let clock = clockPart(
                at: place, isAt && (part.weekday != nil || part.isRelative || part.dayPart != nil) ? .context : .own)
                ?? wordsClock(at: place)
        else { return part }
        return merged(part, clock, part.tokens.lowerBound..<clock.tokens.upperBound)
    }

    /// "march eighteenth nine thirty"
    private func wordsClock(at place: Int) -> TimePart? {
        guard let part = clockPart(at: place, .context), part.clock?.hasMinutes == true else { return nil }
        return part
    }

    /// "3pm today", "11:30 am on 22 March", "8am this morning"
    private func withDate(_ part: TimePart) -> TimePart {
        guard let date = dateBehind(part.tokens.upperBound) else { return part }
        let joined = merged(date, part, part.tokens.lowerBound..<date.tokens.upperBound)
        return withDayPart(joined)
    }

    private func dateBehind(_ end: Int) -> TimePart? {
        var place = end
        if key(place) == .on || isMark(",", place) { place += 1 }
        if key(place) == .the { place += 1 }
        guard contains(place), let date = date(at: place), date.grain == .day || date.grain == .dayPart else {
            return nil
        }
        return withDayPart(date)
    }

    private func merged(_ date: TimePart, _ clock: TimePart, _ tokens: Range<Int>) -> TimePart {
        var part = date
        part.tokens = tokens
        part.clock = clock.clock
        part.grain = clock.grain
        if let dayPart = date.dayPart, dayPart != .morning, let written = part.clock, written.first < 720,
            written.first > 0,
            !written.isCertain || written.last < 720, dayPart != .night || written.first >= 300
        {
            part.clock?.first += 720
            part.clock?.last += 720
        }
        return part
    }
}

// MARK: - Making expressions

extension ValueScanner {
    /// The TIMEX3 value of a part with its time of day.
    func timex(_ part: TimePart) -> String {
        let date = part.hasDate ? part.timex : ""
        if let clock = part.clock {
            let first = date + Timex.clock(clock.first, hasMinutes: clock.hasMinutes, seconds: clock.seconds)
            guard clock.last != clock.first else { return first }
            return Timex.range(first, date + Timex.clock(clock.last, hasMinutes: clock.hasMinutes))
        }
        return part.dayPart.map { date + "T" + $0.rawValue } ?? date
    }

    private mutating func add(_ part: TimePart) -> Int {
        var clock: ClosedRange<Int>?
        if let written = part.clock {
            clock = min(written.first, written.last)...max(written.first, written.last)
        }
        let isBelowDay = part.grain < .day && part.clock == nil && part.dayPart == nil
        return addTime(
            part.tokens, part.hasDate ? .date : .time, timex: timex(part), days: part.days, clock: clock,
            grain: part.grain, isRelative: part.isRelative, weekday: part.weekday,
            hides: !isBelowDay && !keepsNumber(part))
    }

    /// "the last three months" holds a length, whose number is a quantity.
    private func keepsNumber(_ part: TimePart) -> Bool {
        switch key(part.tokens.lowerBound) {
        case .last, .past, .next, .coming, .previous, .following: part.isRelative && part.timex.contains("/")
        default: false
        }
    }

    private mutating func addTime(
        _ tokens: Range<Int>, _ kind: TimeExpression.Kind, timex: String, days: DayInterval?,
        clock: ClosedRange<Int>? = nil, seconds: Decimal? = nil, grain: TimeExpression.Grain, isRelative: Bool = false,
        weekday: Int? = nil, openStart: Bool = false, openEnd: Bool = false, hides: Bool = true
    ) -> Int {
        mentions.times.append(
            TimeExpression(
                span: span(tokens), tokens: TokenSpan(tokens.lowerBound, tokens.upperBound), kind: kind, timex: timex,
                interval: days, clock: clock, seconds: seconds, grain: grain, isRelative: isRelative, weekday: weekday,
                openStart: openStart, openEnd: openEnd, sentence: sentence))
        if hides { timeRanges.append(tokens) }
        if let days, kind == .date { lastDate = days }
        return tokens.upperBound
    }

    private mutating func duration(at place: Int) -> Int? {
        var start = place
        var hedging = Hedging()
        guard let length = length(at: place, isCounted: false) ?? wholeUnit(at: place) else { return nil }
        let bound = hedges(before: place, &hedging)
        if hedging.bound == .moreThan || hedging.bound == .lessThan || hedging.bound == .atLeast, place - bound > 1 {
            start = bound
        }
        return addTime(
            start..<length.tokens.upperBound, .duration, timex: length.timex, days: nil, seconds: length.seconds,
            grain: length.grain, hides: false)
    }

    /// "every Monday", "each year", "every two weeks"
    private mutating func set(at place: Int) -> Int? {
        guard key(place) == .every || key(place) == .each else { return nil }
        if let day = weekday(place + 1) {
            return addTime(place..<place + 2, .set, timex: "XXXX-WXX-\(day)", days: nil, grain: .day, weekday: day)
        }
        if let month = month(place + 1) {
            return addTime(
                place..<place + 2, .set, timex: Timex.date(year: nil, month: month, day: nil), days: nil, grain: .month)
        }
        if case .unit(let unit) = timeWord(place + 1) {
            return addTime(
                place..<place + 2, .set, timex: Timex.duration(1, unit), days: nil, grain: Self.grain(unit))
        }
        guard let length = length(at: place + 1, isCounted: true) else { return nil }
        return addTime(
            place..<length.tokens.upperBound, .set, timex: length.timex, days: nil, grain: length.grain, hides: false)
    }
}

// MARK: - Ranges and open ends

extension ValueScanner {
    /// Words that leave one end of a time open, with what they do and where the time begins.
    private func opener(at place: Int) -> (start: Bool, end: Bool, next: Int, days: (DayInterval) -> DayInterval)? {
        switch key(place) {
        case .since: return (false, true, place + 1, { $0 })
        case .after where key(place + 1) != .a: return (false, true, place + 1, { $0 })
        case .until, .till, .by: return (true, false, place + 1, { $0 })
        case .before: return (true, false, place + 1, { $0 })
        case .later where key(place + 1) == .than: return (false, true, place + 2, { $0 })
        case .earlier where key(place + 1) == .than: return (true, false, place + 2, { $0 })
        case .no where key(place + 1) == .later && key(place + 2) == .than: return (true, false, place + 3, { $0 })
        case .no where key(place + 1) == .earlier && key(place + 2) == .than: return (false, true, place + 3, { $0 })
        case .as where key(place + 1) == .early && key(place + 2) == .as: return (false, true, place + 3, { $0 })
        case .starting, .beginning, .commencing:
            return (false, true, key(place + 1) == .on || key(place + 1) == .in ? place + 2 : place + 1, { $0 })
        default: break
        }
        if isMark(">", place) {
            return (false, true, isMark("=", place + 1) ? place + 2 : place + 1, { $0 })
        }
        return nil
    }

    /// "since 2007", "until June", "no later than 1 January", "by the end of the year"
    private mutating func openTime(at place: Int) -> Int? {
        guard let opener = opener(at: place) else { return nil }
        var next = opener.next
        if key(next) == .the, part(at: next) == nil { next += 1 }
        guard let part = part(at: next), part.hasDate, part.timex != "PRESENT_REF" else { return nil }
        // "by Monday" may be the one who did it; "before two days" is no date.
        if part.grain < .day, part.clock == nil, part.dayPart == nil { return nil }
        var clock: ClosedRange<Int>?
        if let written = part.clock { clock = min(written.first, written.last)...max(written.first, written.last) }
        return addTime(
            place..<part.tokens.upperBound, .date, timex: timex(part), days: part.days, clock: clock, grain: part.grain,
            isRelative: part.isRelative, weekday: part.weekday, openStart: opener.start, openEnd: opener.end)
    }

    /// "between 3 May and 12 June", "from 1979 to 1989", "from October"
    private mutating func boundedRange(at place: Int) -> Int? {
        let isBetween = key(place) == .between
        guard isBetween || key(place) == .from else { return nil }
        if let (first, last) = daysOfMonth(at: place + 1, isBetween: isBetween) { return addRange(place, first, last) }
        guard let first = part(at: place + 1) else { return nil }
        guard first.hasDate, let last = partBehind(first, isBetween: isBetween) else { return nil }
        return addRange(place, first, last)
    }

    /// "9 to 12 of June", "3 and 12 of Sept" behind "between", "12–14 March"
    private mutating func dayRange(at place: Int) -> Int? {
        guard isNumber(place), let (first, last) = daysOfMonth(at: place, isBetween: false) else { return nil }
        return addRange(place, first, last)
    }

    private func daysOfMonth(at place: Int, isBetween: Bool) -> (TimePart, TimePart)? {
        guard let (day, end) = dayOfMonth(place), isConnector(end, isBetween: isBetween) else { return nil }
        let next = key(end + 1) == .the ? end + 2 : end + 1
        guard let last = namedDate(at: next), last.day != nil, key(next) != .the || true, timeWordIsNotMonth(next)
        else {
            return nil
        }
        return (datePart(place..<end, year: last.year, month: last.month, day: day), last)
    }

    private func timeWordIsNotMonth(_ token: Int) -> Bool {
        if case .month = timeWord(token) { return false }
        if case .weekday = timeWord(token) { return false }
        return true
    }

    private func isConnector(_ token: Int, isBetween: Bool) -> Bool {
        if isBetween, key(token) == .and { return true }
        switch key(token) {
        case .to, .through, .thru, .until, .till: return true
        default: return isDash(token) && isGlued(token) == isGlued(token + 1)
        }
    }

    private func partBehind(_ first: TimePart, isBetween: Bool) -> TimePart? {
        let end = first.tokens.upperBound
        guard isConnector(end, isBetween: isBetween) else { return nil }
        // "November 19-20"
        if first.grain == .day, isDash(end), let day = dayNumber(end + 1), !(isHyphen(end + 2) || isMark("/", end + 2)),
            month(end + 2) == nil, !isCounted(end + 2), first.month != nil
        {
            let (year, last) = yearAfterDate(end + 2, hasDay: true)
            return datePart(end + 1..<last, year: year ?? first.year, month: first.month, day: day)
        }
        let next = key(end + 1) == .the && date(at: end + 1) == nil ? end + 2 : end + 1
        guard let last = part(at: next), last.hasDate, last.grain >= .day || first.grain < .day else { return nil }
        return last
    }

    /// "January 12, 2016 – January 22, 2016", "Jan–Feb 2017", "2019/aug/01 to today"
    private mutating func rangeAfter(_ first: TimePart) -> Int? {
        guard first.hasDate, let last = partBehind(first, isBetween: false) else { return nil }
        return addRange(first.tokens.lowerBound, first, last)
    }

    /// "tomorrow from 3 to 5" has been read; "between 2:00 tomorrow and 4:00" is left.
    private mutating func clockBetween(_ part: TimePart) -> Int? { nil }

    /// Adds the range of two dates; a year that is told for one holds for the other.
    private mutating func addRange(_ start: Int, _ first: TimePart, _ last: TimePart) -> Int? {
        var (first, last) = (first, last)
        shareYear(&first, &last)
        guard let from = first.days, let to = last.days else {
            return addTime(
                start..<last.tokens.upperBound, .date, timex: Timex.range(timex(first), timex(last)), days: nil,
                grain: last.grain)
        }
        guard from.first <= to.last else { return nil }
        return addTime(
            start..<last.tokens.upperBound, .date, timex: Timex.range(timex(first), timex(last)),
            days: DayInterval(from.first, to.last), grain: last.grain, isRelative: first.isRelative && last.isRelative)
    }

    private func shareYear(_ first: inout TimePart, _ last: inout TimePart) {
        guard let month = first.month, let lastMonth = last.month else { return }
        if first.year == nil, let year = last.year {
            first = datePart(first.tokens, year: month > lastMonth ? year - 1 : year, month: month, day: first.day)
        } else if last.year == nil, let year = first.year, !last.isRelative {
            last = datePart(last.tokens, year: month > lastMonth ? year + 1 : year, month: lastMonth, day: last.day)
        } else if first.year == nil, last.year == nil, let days = last.days {
            let year = days.first.civil.year
            let open = first.timex
            first = datePart(first.tokens, year: month > lastMonth ? year - 1 : year, month: month, day: first.day)
            first.timex = open
        }
    }
}
