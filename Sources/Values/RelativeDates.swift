import Documents
import FoundationEssentials
import Language

// Dates told by their distance: "last month", "on Thursday", "two days later", "nearly four years ago", "in two weeks"

extension ValueScanner {
    /// The day, week, month, … that lies `count` units from a day's.
    func shifted(_ day: CalendarDay, _ unit: TimeUnit, by count: Int) -> DayInterval? {
        guard abs(count) < 100_000 else { return nil }
        let (year, month, _) = day.civil
        switch unit {
        case .day, .night: return DayInterval(day + count)
        case .week, .fortnight:
            let monday = day + (1 - day.weekday + (unit == .week ? 7 : 14) * count)
            return DayInterval(monday, monday + 6)
        case .month:
            let months = year * 12 + month - 1 + count
            return months >= 0 ? .month(months % 12 + 1, of: months / 12) : nil
        case .quarter:
            let quarters = year * 4 + (month - 1) / 3 + count
            guard quarters >= 0, let from = DayInterval.month(quarters % 4 * 3 + 1, of: quarters / 4),
                let to = DayInterval.month(quarters % 4 * 3 + 3, of: quarters / 4)
            else { return nil }
            return DayInterval(from.first, to.last)
        case .year: return .year(year + count)
        case .decade: return years((year / 10 + count) * 10, 10)
        case .century: return years((year / 100 + count) * 100 + 1, 100)
        case .millennium, .second, .minute, .hour: return nil
        }
    }

    private func years(_ first: Int, _ count: Int) -> DayInterval? {
        DayInterval.year(first).flatMap { from in
            DayInterval.year(first + count - 1).map { DayInterval(from.first, $0.last) }
        }
    }

    /// The same day `count` units on; the last of the month where it has no such day.
    func moved(_ day: CalendarDay, _ unit: TimeUnit, by count: Int) -> CalendarDay? {
        guard abs(count) < 1_000_000 else { return nil }
        guard let months = unit.months else {
            return unit.isOfClock ? day + count * unit.seconds / 86_400 : day + count * (unit.seconds / 86_400)
        }
        let (year, month, number) = day.civil
        let total = year * 12 + month - 1 + count * months
        guard total >= 0 else { return nil }
        let last = CalendarDay.daysIn(month: total % 12 + 1, year: total / 12)
        return CalendarDay(year: total / 12, month: total % 12 + 1, day: min(number, last))
    }

    /// A whole unit of the calendar as a part.
    func calendarUnit(_ tokens: Range<Int>, _ unit: TimeUnit, _ days: DayInterval) -> TimePart {
        var part = TimePart(tokens: tokens, grain: Self.grain(unit))
        part.days = days
        part.isRelative = true
        let (year, month, day) = days.first.civil
        switch unit {
        case .week, .fortnight: part.timex = Timex.week(days.first)
        case .month: part.timex = Timex.date(year: year, month: month, day: nil)
        case .quarter: part.timex = Timex.padded(year, 4) + "-Q\((month + 2) / 3)"
        case .year: part.timex = Timex.padded(year, 4)
        case .decade: part.timex = Timex.padded(year / 10, 3)
        case .century, .millennium: part.timex = Timex.padded(year / 100)
        case .day, .night, .second, .minute, .hour: part.timex = Timex.date(year: year, month: month, day: day)
        }
        if unit == .month || unit == .day { part.month = month }
        part.year = year
        return part
    }

    static func grain(_ unit: TimeUnit) -> TimeExpression.Grain {
        switch unit {
        case .second: .second
        case .minute: .minute
        case .hour: .hour
        case .day, .night: .day
        case .week, .fortnight: .week
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        case .decade: .decade
        case .century, .millennium: .century
        }
    }

    private func dayPart(_ tokens: Range<Int>, _ day: CalendarDay) -> TimePart {
        calendarUnit(tokens, .day, DayInterval(day))
    }

    // MARK: Days

    /// "today", "yesterday", "tomorrow", "tonight", "now", "the day after tomorrow", "the same day"
    func relativeDay(at place: Int) -> TimePart? {
        var first = place
        var shift = 0
        var word = place
        let start = key(place) == .the ? place + 1 : place
        if case .unit(.day) = timeWord(start) {
            switch (key(start + 1), key(start + 2)) {
            case (.after, .tomorrow): (shift, word) = (1, start + 2)
            case (.before, .yesterday): (shift, word) = (-1, start + 2)
            default: return nil
            }
            first = place
        }
        switch key(word) {
        case .today: break
        case .yesterday: shift -= 1
        case .tomorrow: shift += 1
        case .tonight, .tonite: break
        case .now where isNowHere(word): break
        default: return nil
        }
        if key(word) == .now, key(word - 1) == .right { first = word - 1 }
        guard let reference else {
            var part = TimePart(tokens: first..<word + 1, grain: .day)
            part.timex = key(word) == .now ? "PRESENT_REF" : "XXXX-XX-XX"
            part.isRelative = true
            return part
        }
        var part = dayPart(first..<word + 1, reference + shift)
        if key(word) == .now { part.timex = "PRESENT_REF" }
        if key(word) == .tonight || key(word) == .tonite { part.dayPart = .night }
        return part
    }

    /// "now" as a time, not as "now that" or "until now has".
    private func isNowHere(_ token: Int) -> Bool {
        key(token - 1) == .right || key(token - 1) == .and || key(token - 1) == .from || key(token - 1) == .between
            || key(token - 1) == .until
            || isMark(".", token + 1) || !contains(token + 1) || isMark(",", token + 1) && !contains(token + 2)
            || key(token + 1) == .and || key(token + 1) == .until
    }

    /// "the next day", "the following day", "the day before", "that day", "the same day": from the last date told.
    func dayFromLast(at place: Int) -> TimePart? {
        guard key(place) == .the || key(place) == .that else { return nil }
        let anchor = lastDate ?? reference.map { DayInterval($0) }
        guard let anchor else { return nil }
        if case .unit(let unit) = timeWord(place + 1), unit == .day || unit == .week || unit == .month || unit == .year
        {
            switch key(place + 2) {
            case .before, .earlier: return unitFrom(anchor.first, unit, -1, place..<place + 3, isEnd: place + 3)
            case .after, .later: return unitFrom(anchor.last, unit, 1, place..<place + 3, isEnd: place + 3)
            default: return nil
            }
        }
        guard key(place) == .the, case .unit(let unit) = timeWord(place + 2), unit != .quarter else { return nil }
        switch key(place + 1) {
        case .next, .following: return unitFrom(anchor.last, unit, 1, place..<place + 3, isEnd: nil)
        case .previous: return unitFrom(anchor.first, unit, -1, place..<place + 3, isEnd: nil)
        case .same: return unitFrom(anchor.first, unit, 0, place..<place + 3, isEnd: nil)
        default: return nil
        }
    }

    private func unitFrom(_ day: CalendarDay, _ unit: TimeUnit, _ count: Int, _ tokens: Range<Int>, isEnd: Int?)
        -> TimePart?
    {
        // "the day before the vote" hangs on something that is no date.
        if let end = isEnd, contains(end), isWord(end), !traits(end).contains(.closesNoun) || key(end) == .the {
            return nil
        }
        return shifted(day, unit, by: count).map { calendarUnit(tokens, unit, $0) }
    }

    /// "the day", "the month", "the year" of the document, as in "for the day", "in the year", "of the month".
    func currentUnit(at place: Int) -> TimePart? {
        guard key(place) == .the, case .unit(let unit) = timeWord(place + 1),
            [.day, .week, .month, .year].contains(unit),
            let reference, key(place - 1) == .forWord || key(place - 1) == .of || key(place - 1) == .in,
            !contains(place + 2) || isMark(".", place + 2), let days = shifted(reference, unit, by: 0)
        else { return nil }
        return calendarUnit(place..<place + 2, unit, days)
    }

    /// "the 18th", "on the 21st": a day of the document's month or the one before.
    func bareDay(at place: Int) -> TimePart? {
        guard key(place) == .the, isOrdinalDigits(place + 1), let day = dayNumber(place + 1), key(place - 1) == .on,
            !isWord(place + 2) || traits(place + 2).contains(.closesNoun)
        else { return nil }
        return openDay(place..<place + 2, day)
    }

    private func openDay(_ tokens: Range<Int>, _ day: Int) -> TimePart {
        var part = TimePart(tokens: tokens, grain: .day)
        part.day = day
        part.timex = "XXXX-XX-" + Timex.padded(day)
        guard let reference else { return part }
        let (year, month, today) = reference.civil
        let months = year * 12 + month - 1 - (day > today ? 1 : 0)
        part.days = CalendarDay(year: months / 12, month: months % 12 + 1, day: day).map { DayInterval($0) }
        return part
    }

    // MARK: Weekdays

    /// "on Thursday", "last Monday", "next Monday", "this past Wednesday", "Tuesday of last week", "Monday 21"
    func weekdayPart(at place: Int) -> TimePart? {
        var first = place
        var word = place
        var step: KeyWord?
        while word < place + 3, weekday(word) == nil {
            switch key(word) {
            case .next, .last, .this, .past, .previous, .following, .coming, .upcoming: step = key(word)
            default: return nil
            }
            word += 1
        }
        guard let day = weekday(word), word == place || step != nil else { return nil }
        if let part = weekdayInWeek(place, word, day) { return part }
        var end = word + 1
        var number: Int?
        if step == nil { (number, end) = dayBeside(word) }
        guard let reference else {
            var part = TimePart(tokens: first..<end, grain: .day)
            part.weekday = day
            part.timex = "XXXX-WXX-\(day)"
            return part
        }
        if step == .this, key(place + 1) == .coming || key(place + 1) == .upcoming { step = .coming }
        if step == .this, key(place + 1) == .past || key(place + 1) == .last { step = .past }
        first = place
        let back = ((reference.weekday - day) % 7 + 7) % 7
        var part = dayPart(first..<end, reference + -back)
        part.weekday = day
        switch step {
        case .next, .following: part = dayPart(first..<end, monday(of: reference) + (7 + day - 1))
        case .last: part = dayPart(first..<end, reference + -(back == 0 ? 7 : back))
        case .previous: part = dayPart(first..<end, monday(of: reference) + (day - 8))
        case .this: part = dayPart(first..<end, monday(of: reference) + (day - 1))
        case .coming, .upcoming: part = dayPart(first..<end, reference + (7 - back))
        case .past: part = dayPart(first..<end, reference + -(back == 0 ? 7 : back))
        default:
            part.isRelative = false
            part.timex = "XXXX-WXX-\(day)"
            part.days = number.map { numbered(day, $0, reference) } ?? part.days
        }
        part.weekday = day
        return part
    }

    private func monday(of day: CalendarDay) -> CalendarDay { day + (1 - day.weekday) }

    /// "Monday 21", "Tue 13th", "Tuesday the eleventh"
    private func dayBeside(_ word: Int) -> (Int?, Int) {
        if key(word + 1) == .the, let (day, end) = dayOfMonth(word + 2),
            isOrdinalDigits(word + 2) || !isNumber(word + 2)
        {
            return (day, end)
        }
        guard let day = dayNumber(word + 1), !isMark(":", word + 2), !isCounted(word + 2) || isOrdinalDigits(word + 1),
            !isWord(word + 2) || traits(word + 2).contains(.closesNoun), !isDash(word + 2)
        else { return (nil, word + 1) }
        return (day, word + 2)
    }

    /// The month nearest to the document's in which a day of this number falls on this weekday; where it does in none of the
    /// four next to it, the number decides and the weekday is wrong.
    private func numbered(_ weekday: Int, _ day: Int, _ reference: CalendarDay) -> DayInterval? {
        let (year, month, _) = reference.civil
        let near = [0, -1, 1, -2, 2].compactMap { shift -> CalendarDay? in
            let months = year * 12 + month - 1 + shift
            return CalendarDay(year: months / 12, month: months % 12 + 1, day: day)
        }
        return (near.first { $0.weekday == weekday } ?? near.first).map { DayInterval($0) }
    }

    /// "Tuesday of last week", "next week on Tuesday", "next week Mon", "this week Monday"
    private func weekdayInWeek(_ first: Int, _ word: Int, _ day: Int) -> TimePart? {
        guard let reference, first == word, key(word + 1) == .of, let step = stepWord(key(word + 2)),
            case .unit(.week) = timeWord(word + 3)
        else { return nil }
        var part = dayPart(first..<word + 4, monday(of: reference) + (7 * step + day - 1))
        part.weekday = day
        return part
    }

    /// "next week Wednesday", "next week on Tuesday"
    func weekThenDay(at place: Int) -> TimePart? {
        guard let reference, let step = stepWord(key(place)), case .unit(.week) = timeWord(place + 1) else {
            return nil
        }
        let word = key(place + 2) == .on ? place + 3 : place + 2
        guard let day = weekday(word) else { return nil }
        var part = dayPart(place..<word + 1, monday(of: reference) + (7 * step + day - 1))
        part.weekday = day
        return part
    }

    private func stepWord(_ key: KeyWord) -> Int? {
        switch key {
        case .last, .previous, .past: -1
        case .this, .current: 0
        case .next, .following, .coming: 1
        default: nil
        }
    }

    // MARK: Units

    /// "last month", "this year", "next week", "earlier this week", "later this year", "this time last year", "the past week"
    func relativeUnit(at place: Int) -> TimePart? {
        var place = place
        let first = place
        let shade = key(place)
        if shade == .earlier || shade == .later || shade == .early || shade == .late { place += 1 }
        if place > first, key(place) == .in, key(place + 1) == .the, case .unit(let unit) = timeWord(place + 2),
            let reference,
            let days = shifted(reference, unit, by: 0)
        {
            return halved(calendarUnit(first..<place + 3, unit, days), shade)
        }
        guard let step = stepWord(key(place)), let reference else { return nil }
        var word = place + 1
        if key(word) == .calendar || key(word) == .fiscal { word += 1 }
        if key(word) == .weekend { return weekend(first..<word + 1, step, reference) }
        if case .month(let month, _) = timeWord(word), place == first {
            return monthOf(first..<word + 1, key(place), month, reference)
        }
        guard case .unit(let unit) = timeWord(word), let days = shifted(reference, unit, by: step), unit != .night,
            !isPlural(word)
        else {
            return nil
        }
        return halved(calendarUnit(first..<word + 1, unit, days), shade)
    }

    private func halved(_ part: TimePart, _ shade: KeyWord) -> TimePart {
        guard let reference, let days = part.days, days.days > 1 else { return part }
        var part = part
        switch shade {
        case .earlier: part.days = DayInterval(days.first, max(days.first, min(days.last, reference)))
        case .later: part.days = DayInterval(min(days.last, max(days.first, reference)), days.last)
        default: break
        }
        return part
    }

    private func weekend(_ tokens: Range<Int>, _ step: Int, _ reference: CalendarDay) -> TimePart {
        let saturday = monday(of: reference) + (5 + 7 * step)
        var part = calendarUnit(tokens, .week, DayInterval(saturday, saturday + 1))
        part.timex = Timex.week(saturday + -5) + "-WE"
        return part
    }

    /// "last March", "next May", "this August"
    private func monthOf(_ tokens: Range<Int>, _ word: KeyWord, _ month: Int, _ reference: CalendarDay) -> TimePart? {
        let (year, now, _) = reference.civil
        let named: Int
        switch word {
        case .last, .past, .previous: named = month < now ? year : year - 1
        case .next, .coming, .following: named = month > now ? year : year + 1
        default: named = year
        }
        var part = datePart(tokens, year: named, month: month, day: nil)
        part.isRelative = true
        return part
    }

    /// "the last three months", "the past two years", "the next few days", "last 24 hours"
    func countedUnits(at place: Int) -> TimePart? {
        let first = place
        let word = key(place) == .the ? place + 1 : place
        let isBack = key(word) == .last || key(word) == .past || key(word) == .previous
        guard isBack || key(word) == .next || key(word) == .coming || key(word) == .following, let reference,
            let length = length(at: word + 1, isCounted: true)
        else { return nil }
        var end = reference
        for step in length.steps {
            guard let day = moved(end, step.unit, by: isBack ? -step.count : step.count) else { return nil }
            end = day
        }
        var part = TimePart(tokens: (key(first) == .the ? word : first)..<length.tokens.upperBound, grain: length.grain)
        part.isRelative = true
        if length.grain < .day {
            part.days = DayInterval(min(end, reference), max(end, reference))
        } else {
            part.days =
                isBack
                ? DayInterval(min(end, reference), reference)
                : DayInterval(reference + 1, max(end, reference + 1))
        }
        part.timex = part.days.map { Timex.range($0.first.description, $0.last.description) } ?? ""
        return part
    }

    /// "two days ago", "nearly four years ago", "a week later", "3 minutes from now", "in two weeks"
    func distance(at place: Int) -> TimePart? {
        let isIn = key(place) == .in
        guard let length = length(at: isIn ? place + 1 : place, isCounted: false) else { return nil }
        let end = length.tokens.upperBound
        var last = end
        var sign = 1
        var anchor = reference
        switch key(end) {
        case .ago where !isIn: (sign, last) = (-1, end + 1)
        // Without a date told before, only hours and minutes are counted from the document's own.
        case .later where !isIn: (anchor, last) = (lastDate?.last ?? (length.grain < .day ? reference : nil), end + 1)
        case .earlier where !isIn:
            (anchor, sign, last) = (lastDate?.first ?? (length.grain < .day ? reference : nil), -1, end + 1)
        case .hence where !isIn: last = end + 1
        case .from where !isIn && (key(end + 1) == .now || key(end + 1) == .today): last = end + 2
        default:
            guard isIn, isFutureIn(place, end) else { return nil }
        }
        // "Two days later" says nothing of a day where only a month or a year was told before.
        let isFromLast = key(end) == .later || key(end) == .earlier
        let isVague = isFromLast && (lastDate?.days ?? 1) > 1 && length.steps.contains { $0.unit.months == nil }
        guard let anchor, !isVague else {
            var part = TimePart(tokens: place..<last, grain: length.grain)
            part.timex = sign < 0 ? "PAST_REF" : "FUTURE_REF"
            part.isRelative = true
            return part
        }
        return moved(anchor, by: length, sign, place..<last, isRounded: isFromLast || sign < 0)
    }

    /// A date told to the unit it is counted in: "four years ago" is a year.
    /// - Parameter isRounded: false for "in two months", which is told from a day.
    private func moved(
        _ anchor: CalendarDay, by length: TimeLength, _ sign: Int, _ tokens: Range<Int>, isRounded: Bool
    ) -> TimePart? {
        var day = anchor
        for step in length.steps {
            guard let next = moved(day, step.unit, by: sign * step.count) else { return nil }
            day = next
        }
        guard let unit = length.steps.last?.unit else { return nil }
        var part = dayPart(tokens, day)
        part.isRelative = true
        if unit.isOfClock {
            part.grain = length.grain
            return part
        }
        // Counted in years, a date is known to the year; in months, to the month.
        if isRounded, unit.months != nil, let days = shifted(day, unit.months == 1 ? .month : .year, by: 0) {
            part = calendarUnit(tokens, unit.months == 1 ? .month : .year, days)
        } else if sign < 0, unit == .week {
            part.days = DayInterval(day + -3, day + 3)
        }
        return part
    }

    /// "in two weeks" is told of the future; "in two days the army took" of a length. Only a clause that ends there is one.
    private func isFutureIn(_ place: Int, _ end: Int) -> Bool {
        for token in stride(from: place - 1, through: max(range.lowerBound, place - 12), by: -1) {
            switch key(token) {
            case .will, .would: return true
            case .was, .were, .had: return false
            default: break
            }
            if WordLists.isPast(bytes(token)) { return false }
        }
        if (end..<end + 5).contains(where: { key($0) == .will || key($0) == .would }) { return true }
        return !contains(end) || !isWord(end) || key(end) == .and || key(end) == .or
    }
}
