import Documents
import FoundationEssentials
import Language

// Parts of the calendar: Q3 2024, the third quarter of 2024, spring 2024, the 19th century, FY2024, the last week of July

extension ValueScanner {
    func quarterPart(_ tokens: Range<Int>, year: Int?, quarter: Int) -> TimePart? {
        monthsPart(tokens, year: year, first: quarter * 3 - 2, count: 3, timex: "Q\(quarter)", .quarter)
    }

    func halfPart(_ tokens: Range<Int>, year: Int?, half: Int) -> TimePart? {
        monthsPart(tokens, year: year, first: half * 6 - 5, count: 6, timex: "H\(half)", .quarter)
    }

    private func monthsPart(
        _ tokens: Range<Int>, year: Int?, first: Int, count: Int, timex: String, _ grain: TimeExpression.Grain
    ) -> TimePart? {
        var part = TimePart(tokens: tokens, grain: grain)
        part.year = year
        part.timex = (year.map { Timex.padded($0, 4) } ?? "XXXX") + "-" + timex
        let resolved = year ?? nearestYear(month: first + 1, day: nil)
        part.days = resolved.flatMap { year in
            DayInterval.month(first, of: year).flatMap { from in
                let last = first + count - 1
                return DayInterval.month((last - 1) % 12 + 1, of: year + (last - 1) / 12).map {
                    DayInterval(from.first, $0.last)
                }
            }
        }
        return part
    }

    /// "Q3 2024", "Q3", "2017 q1", "the third quarter of 2024", "first half of the year", "next year's first quarter"
    func quarter(at place: Int) -> TimePart? {
        if let (quarter, isHalf) = shortQuarter(place) {
            let (year, end) = yearOfPeriod(place + 1)
            return period(place..<end, year, quarter, isHalf)
        }
        if let year = yearNumber(place), let (quarter, isHalf) = shortQuarter(place + 1) {
            return period(place..<place + 2, year, quarter, isHalf)
        }
        var first = place
        var ownYear: Int?
        if let (year, end) = relativeYear(place), key(end) == .s {
            ownYear = year
            first = end + 1
        }
        if key(first) == .the { first += 1 }
        guard let (number, isHalf, last) = wordedQuarter(first) else { return nil }
        let (year, end) = ownYear.map { ($0, last) } ?? yearOfPeriod(last)
        if isHalf, year == nil { return nil }
        return period(place..<end, year, number, isHalf)
    }

    /// "third quarter", "fourth-quarter", "second half", "third fiscal quarter"
    private func wordedQuarter(_ place: Int) -> (number: Int, isHalf: Bool, end: Int)? {
        let number: Int
        var end: Int
        if let (position, after) = ordinal(at: place) {
            (number, end) = (position, after)
        } else if key(place) == .last || key(place) == .final {
            (number, end) = (0, place + 1)
        } else {
            return nil
        }
        if key(end) == .fiscal || isInnerHyphen(end) { end += 1 }
        if key(end) == .quarter, number <= 4 {
            if number == 0, key(end + 1) != .of { return nil }
            return (number == 0 ? 4 : number, false, end + 1)
        }
        guard key(end) == .half, number <= 2 else { return nil }
        return (number == 0 ? 2 : number, true, end + 1)
    }

    private func period(_ tokens: Range<Int>, _ year: Int?, _ number: Int, _ isHalf: Bool) -> TimePart? {
        isHalf ? halfPart(tokens, year: year, half: number) : quarterPart(tokens, year: year, quarter: number)
    }

    /// "Q3", "H1"
    private func shortQuarter(_ token: Int) -> (number: Int, isHalf: Bool)? {
        let bytes = bytes(token)
        guard bytes.count == 2, isWord(token), (0x31...0x34).contains(bytes[1]) else { return nil }
        switch bytes[0] | 0x20 {
        case UInt8(ascii: "q"): return (Int(bytes[1]) - 0x30, false)
        case UInt8(ascii: "h"): return bytes[1] < 0x33 ? (Int(bytes[1]) - 0x30, true) : nil
        default: return nil
        }
    }

    /// The year behind a part of it: "2024", "of 2024", "of the year", "of last year", "FY24".
    func yearOfPeriod(_ end: Int) -> (Int?, Int) {
        var place = end
        if key(place) == .of || key(place) == .in || isMark(",", place) { place += 1 }
        if key(place) == .fiscal || key(place) == .calendar { place += 1 }
        if let year = yearNumber(place) { return (year, place + 1) }
        if let (year, after) = relativeYear(place) { return (year, after) }
        if key(place) == .the, case .unit(.year) = timeWord(place + 1), key(end) == .of {
            return (reference?.civil.year, place + 2)
        }
        return (nil, end)
    }

    // MARK: Fiscal years, centuries, seasons

    /// "FY2024", "fiscal 2021", "fiscal year 2021", "financial year": as a year, as its months are the company's own.
    func fiscalYear(at place: Int) -> TimePart? {
        let bytes = bytes(place)
        if bytes.count == 4 || bytes.count == 6, bytes[0] | 0x20 == UInt8(ascii: "f"),
            bytes[1] | 0x20 == UInt8(ascii: "y"),
            bytes.dropFirst(2).allSatisfy({ $0 &- 0x30 < 10 })
        {
            let digits = bytes.dropFirst(2).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
            return fiscal(place..<place + 1, digits < 100 ? 2000 + digits : digits)
        }
        guard key(place) == .fiscal || key(place) == .fy else { return nil }
        var next = place + 1
        if case .unit(.year) = timeWord(next) { next += 1 }
        return yearNumber(next).flatMap { fiscal(place..<next + 1, $0) }
    }

    private func fiscal(_ tokens: Range<Int>, _ year: Int) -> TimePart? {
        var part = datePart(tokens, year: year, month: nil, day: nil)
        part.timex = "FY" + Timex.padded(year, 4)
        return part
    }

    /// "the 19th century", "the late twentieth century"
    func century(at place: Int) -> TimePart? {
        guard let (number, after) = ordinal(at: place), (1...21).contains(number) else { return nil }
        let end = isInnerHyphen(after) ? after + 1 : after
        guard case .unit(.century) = timeWord(end), let first = DayInterval.year(number * 100 - 99),
            let last = DayInterval.year(number * 100)
        else { return nil }
        var part = TimePart(tokens: place..<end + 1, grain: .century)
        part.timex = Timex.padded(number - 1)
        part.days = DayInterval(first.first, last.last)
        return part
    }

    /// "spring 2024", "this summer", "the summer of 1969", "last winter", "in autumn"
    func season(at place: Int) -> TimePart? {
        guard case .season(let season) = timeWord(place) else { return nil }
        let (year, end) = yearOfPeriod(place + 1)
        if let year { return seasonPart(place..<end, season, year) }
        let now = reference?.civil.year
        switch key(place - 1) {
        case .this: return seasonPart(place - 1..<place + 1, season, now)
        case .last: return now.flatMap { seasonPart(place - 1..<place + 1, season, lastYear(of: season, $0)) }
        case .next, .coming: return now.flatMap { seasonPart(place - 1..<place + 1, season, $0 + 1) }
        case .in, .`the`:
            guard key(place - 1) == .in || key(place - 2) == .in else { return nil }
            return seasonPart(place..<place + 1, season, nil)
        default: return nil
        }
    }

    private func lastYear(of season: Season, _ now: Int) -> Int {
        guard let month = reference?.civil.month else { return now - 1 }
        return month > season.firstMonth + 2 ? now : now - 1
    }

    private func seasonPart(_ tokens: Range<Int>, _ season: Season, _ year: Int?) -> TimePart? {
        monthsPart(tokens, year: year, first: season.firstMonth, count: 3, timex: season.rawValue, .season)
    }

    // MARK: Parts of a stretch

    /// "early March", "mid-2019", "late July", "the end of the year", "the beginning of March", "end of month"
    func shadedPart(at place: Int) -> TimePart? {
        var next = place
        switch key(place) {
        case .early, .late, .mid: next = isInnerHyphen(place + 1) ? place + 2 : place + 1
        case .end, .start, .beginning, .middle, .rest, .remainder, .remaining:
            guard key(place + 1) == .of else { return nil }
            next = place + 2
        default: return nil
        }
        if key(next) == .the, key(place) != .early { next += 1 }
        guard var part = datePartAfterShade(next), part.grain > .day else { return nil }
        part.tokens = place..<part.tokens.upperBound
        part.days = part.days.map { shaded($0, key(place)) }
        if key(place) == .rest || key(place) == .remainder || key(place) == .remaining, let reference,
            let days = part.days,
            days.first <= reference, reference <= days.last
        {
            part.days = DayInterval(reference, days.last)
        }
        return part
    }

    private func datePartAfterShade(_ place: Int) -> TimePart? {
        if let part = namedDate(at: place) ?? relativeUnit(at: place) ?? yearPart(at: place) ?? season(at: place)
            ?? century(at: place)
        {
            return part
        }
        if let year = yearNumber(place) { return datePart(place..<place + 1, year: year, month: nil, day: nil) }
        guard case .unit(let unit) = timeWord(place), let reference, let days = shifted(reference, unit, by: 0),
            key(place + 1) != .of
        else { return nil }
        return calendarUnit(place..<place + 1, unit, days)
    }

    /// The first or last half of a stretch; the middle third of it.
    private func shaded(_ days: DayInterval, _ shade: KeyWord) -> DayInterval {
        let length = days.days
        switch shade {
        case .early, .start, .beginning: return DayInterval(days.first, days.first + ((length + 1) / 2 - 1))
        case .late, .end: return DayInterval(days.first + length / 2, days.last)
        case .mid, .middle: return DayInterval(days.first + length / 3, days.first + (length - 1 - length / 3))
        default: return days
        }
    }

    /// "the last week of July", "first week of 2019", "the week of 3 March", "the 15th day of next month", "week 23"
    func partOfMonth(at place: Int) -> TimePart? {
        let first = place
        var place = place
        if key(place) == .the { place += 1 }
        if let part = numberedWeek(place, from: first) ?? weekStarting(place, from: first) { return part }
        let index: Int
        if key(place) == .last || key(place) == .final {
            index = -1
            place += 1
        } else if let (position, end) = ordinal(at: place) {
            index = position
            place = end
        } else {
            return nil
        }
        guard case .unit(let unit) = timeWord(place), unit == .week || unit == .day || key(place) == .weekend,
            key(place + 1) == .of
        else { return nil }
        let next = place + 2
        if let whole = wholeOf(next) {
            return unit == .day ? dayOf(whole, index, first) : weekOf(whole, index, first)
        }
        return nil
    }

    /// The month or year behind "of": "July", "2019", "last month", "the month".
    private func wholeOf(_ place: Int) -> TimePart? {
        if let part = namedDate(at: place) ?? relativeUnit(at: place) ?? yearPart(at: place), part.grain > .week {
            return part
        }
        guard key(place) == .the, case .unit(let unit) = timeWord(place + 1), unit == .month || unit == .year,
            let reference, let days = shifted(reference, unit, by: 0)
        else { return nil }
        return calendarUnit(place..<place + 2, unit, days)
    }

    private func dayOf(_ whole: TimePart, _ index: Int, _ first: Int) -> TimePart? {
        guard let days = whole.days, whole.grain == .month else { return nil }
        let day = index < 0 ? days.last : days.first + (index - 1)
        guard day <= days.last else { return nil }
        var part = datePart(first..<whole.tokens.upperBound, year: whole.year, month: whole.month, day: nil)
        let civil = day.civil
        part.days = DayInterval(day)
        part.grain = .day
        part.timex =
            whole.isRelative ? day.description : Timex.date(year: whole.year, month: civil.month, day: civil.day)
        return part
    }

    /// The first week is that of the first Thursday, as ISO 8601 numbers them; the last that of the last Thursday.
    private func weekOf(_ whole: TimePart, _ index: Int, _ first: Int) -> TimePart? {
        guard let days = whole.days else { return nil }
        let thursday =
            index < 0
            ? days.last + -((days.last.weekday + 3) % 7)
            : days.first + ((4 - days.first.weekday + 7) % 7 + 7 * (index - 1))
        guard days.first <= thursday, thursday <= days.last else { return nil }
        var part = TimePart(tokens: first..<whole.tokens.upperBound, grain: .week)
        let monday = thursday + -3
        part.days = DayInterval(monday, monday + 6)
        part.timex = Timex.week(monday)
        return part
    }

    /// "week 23"
    private func numberedWeek(_ place: Int, from first: Int) -> TimePart? {
        guard case .unit(.week) = timeWord(place), let number = plainDigits(place + 1), (1...53).contains(number.value),
            number.count <= 2, let year = reference?.civil.year, !isCounted(place + 2),
            let january = CalendarDay(year: year, month: 1, day: 4)
        else { return nil }
        var part = TimePart(tokens: place..<place + 2, grain: .week)
        let monday = january + (1 - january.weekday + 7 * (number.value - 1))
        part.days = DayInterval(monday, monday + 6)
        part.timex = Timex.week(monday)
        return part
    }

    /// "the week starting on 4 February", "the week ending 19 March", "the week of 3 March"
    private func weekStarting(_ place: Int, from first: Int) -> TimePart? {
        guard case .unit(.week) = timeWord(place) else { return nil }
        let isEnd = key(place + 1) == .ending || key(place + 1) == .ended
        guard isEnd || key(place + 1) == .starting || key(place + 1) == .beginning || key(place + 1) == .of else {
            return nil
        }
        let next = key(place + 2) == .on ? place + 3 : place + 2
        guard let date = namedDate(at: next) ?? compactDate(at: next), let days = date.days, days.days == 1 else {
            return nil
        }
        var part = date
        part.tokens = first..<date.tokens.upperBound
        part.grain = .week
        part.days = isEnd ? DayInterval(days.first + -6, days.first) : DayInterval(days.first, days.first + 6)
        return part
    }
}
