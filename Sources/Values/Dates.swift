import Documents
import FoundationEssentials
import Language

// Dates of the calendar: 22 March 2024, March 22, 2024-03-22, 22/3/2024, March 2024, 2024, the 1990s

extension ValueScanner {
    // MARK: Pieces

    /// The month of a name that is used as one: with a capital, or where the name is nothing else.
    func month(_ token: Int) -> Int? {
        guard case .month(let month, let isPlain) = timeWord(token),
            isPlain || isCapitalized(token) || isBesideDay(token)
        else { return nil }
        return month
    }

    /// "5 may", "may 5", "of aug"
    private func isBesideDay(_ token: Int) -> Bool {
        let isShort = bytes(token).count < 5 && key(token - 1) == .of
        return dayNumber(token - 1) != nil && !isGlued(token) || dayNumber(token + 1) != nil && !isMark("(", token + 1)
            || isShort
            || dayNumber(token - 2) != nil && key(token - 1) == .of || isInnerHyphen(token - 1)
            || key(token - 1) == .last || key(token - 1) == .this || key(token - 1) == .next || key(token - 1) == .since
            || key(token - 1) == .in && isCapitalized(token) || isMark("/", token - 1) || key(token - 1) == .mid
            || key(token - 1) == .after || key(token - 1) == .in && bytes(token).count == 3
    }

    func weekday(_ token: Int) -> Int? {
        guard case .weekday(let day, let isPlain) = timeWord(token),
            isPlain || isCapitalized(token) || isAfterWeek(token)
        else { return nil }
        return day
    }

    private func isAfterWeek(_ token: Int) -> Bool {
        if case .unit(.week) = timeWord(token - 1) { return true }
        return dayNumber(token + 1) != nil && !isCapitalized(token) && month(token + 1) != nil
    }

    /// 1 … 31, also as 21st.
    func dayNumber(_ token: Int) -> Int? {
        guard isNumber(token), currency(endingAt: token - 1) == nil else { return nil }
        let all = bytes(token)
        let digits = isOrdinalDigits(token) ? all.dropLast(2) : all[...]
        guard digits.count <= 2, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        return (1...31).contains(value) ? value : nil
    }

    /// A day in digits or as an ordinal in words: "22nd", "twenty-second".
    func dayOfMonth(_ token: Int) -> (day: Int, end: Int)? {
        if let day = dayNumber(token) { return (day, token + 1) }
        guard let (day, end) = ordinal(at: token), (1...31).contains(day) else { return nil }
        return (day, end)
    }

    func yearNumber(_ token: Int) -> Int? {
        guard let number = plainDigits(token), number.count == 4, (1000...2199).contains(number.value) else {
            return nil
        }
        return number.value
    }

    // MARK: Making parts

    /// A date of which the year may be open: then the interval is that of the nearest year.
    func datePart(_ tokens: Range<Int>, year: Int?, month: Int?, day: Int?, weekday: Int? = nil) -> TimePart {
        var part = TimePart(tokens: tokens, grain: day != nil ? .day : month != nil ? .month : .year)
        (part.year, part.month, part.day, part.weekday) = (year, month, day, weekday)
        part.timex = Timex.date(year: year, month: month, day: day)
        part.days = days(year: year, month: month, day: day)
        return part
    }

    func days(year: Int?, month: Int?, day: Int?) -> DayInterval? {
        guard let month else { return year.flatMap { DayInterval.year($0) } }
        guard let year = year ?? nearestYear(month: month, day: day) else { return nil }
        guard let day else { return .month(month, of: year) }
        return CalendarDay(year: year, month: month, day: day).map { DayInterval($0) }
    }

    /// The year that puts a date nearest to the document's, the past twice as near as the future; a 29 February in a year
    /// that has one.
    func nearestYear(month: Int, day: Int?) -> Int? {
        guard let reference else { return nil }
        let year = reference.civil.year
        func distance(_ year: Int) -> Int {
            guard let date = CalendarDay(year: year, month: month, day: day ?? 15) else { return .max }
            return date <= reference ? reference - date : 2 * (date - reference)
        }
        let near = (year - 4...year + 4).min { (distance($0), $0) < (distance($1), $1) }
        return near.flatMap { distance($0) == .max ? nil : $0 }
    }

    // MARK: Named months

    /// "22 March 2024", "the 22nd of March", "March 22, 2024", "Mar. 2024", "Friday, 22 March", "in March", "May/22"
    func namedDate(at place: Int) -> TimePart? {
        var place = place
        let first = place
        var weekdayFound: Int?
        if let day = weekday(place) {
            weekdayFound = day
            place += 1
            if isMark(",", place) { place += 1 }
        }
        let afterWeekday = place
        var day: Int?
        if key(place) == .the { place += 1 }
        if let (number, end) = dayOfMonth(place), let monthPlace = monthAfterDay(end) {
            day = number
            place = monthPlace
        } else if place > afterWeekday {
            place = afterWeekday
        }
        guard let month = month(place) else { return nil }
        if day == nil, place != first, weekdayFound != nil, dayOfMonth(place + 1) == nil { return nil }
        var end = place + 1
        if day == nil { (day, end) = dayAfterMonth(end) }
        guard day != nil || isMonthHere(place, from: first) else { return nil }
        let (year, last) = yearAfterDate(end, hasDay: day != nil)
        if day != nil, weekdayFound == nil, let (named, after) = weekdayBehind(last) {
            return datePart(first..<after, year: year, month: month, day: day, weekday: named)
        }
        return datePart(first..<last, year: year, month: month, day: day, weekday: weekdayFound)
    }

    /// "22 March 2024, a Friday", "22 March (Friday)"
    private func weekdayBehind(_ end: Int) -> (Int, Int)? {
        if isMark("(", end), let day = weekday(end + 1), isMark(")", end + 2) { return (day, end + 3) }
        if isMark(",", end), key(end + 1) == .a, let day = weekday(end + 2) { return (day, end + 3) }
        return nil
    }

    /// The month behind a day: "22 March", "22nd of March", "22-March", "third day of March".
    private func monthAfterDay(_ end: Int) -> Int? {
        var place = end
        if key(place) == .day { place += 1 }
        if key(place) == .of {
            place += 1
        } else if isInnerHyphen(place) || isMark("/", place) && isGlued(place) {
            place += 1
        }
        return month(place) != nil ? place : nil
    }

    private func dayAfterMonth(_ end: Int) -> (Int?, Int) {
        var place = end
        if key(place) == .the || isMark("/", place) && isGlued(place) { place += 1 }
        if isInnerHyphen(place), plainDigits(place + 1)?.count ?? 9 <= 2 { place += 1 }
        guard let (number, after) = dayOfMonth(place), !isMark(":", after) else { return (nil, end) }
        if isNumber(place), isDigitsFollowedByScale(after) || isMark("%", after) { return (nil, end) }
        return (number, after)
    }

    private func isDigitsFollowedByScale(_ token: Int) -> Bool {
        switch numberWord(token) {
        case .scale, .hundred, .group: true
        default: false
        }
    }

    /// A month without a day: not the verbs "may" and "march", nor a name.
    private func isMonthHere(_ place: Int, from first: Int) -> Bool {
        guard case .month(_, let isPlain) = timeWord(place) else { return false }
        if yearAfterDate(place + 1, hasDay: false).0 != nil { return true }
        switch key(place - 1) {
        case .in, .since, .until, .till, .by, .of, .last, .next, .this, .from, .to, .early, .late, .mid, .during,
            .through, .after, .before, .between, .previous, .following, .coming, .and, .forWord, .the, .past, .around:
            return true
        default: break
        }
        if isDash(place - 1), month(place - 2) != nil { return true }
        if isDash(place + 1), case .month = timeWord(place + 2) { return true }
        return isPlain && isCapitalized(place) && !(isCapitalized(place + 1) && isWord(place + 1))
            && !(isCapitalized(place - 1) && place - 1 > range.lowerBound)
    }

    /// The year behind a day or month: "2024", ", 2024", "of 2024", "this year", "last year".
    func yearAfterDate(_ end: Int, hasDay: Bool) -> (Int?, Int) {
        var place = end
        if isMark(",", place) { place += 1 }
        if key(place) == .of || key(place) == .in { place += 1 }
        if isInnerHyphen(place) || isMark("/", place) && isGlued(place) { place += 1 }
        if let year = yearNumber(place), hasDay || place == end || !isMark(",", end) || !isWord(place + 1) {
            return (year, place + 1)
        }
        if let (year, after) = relativeYear(place) { return (year, after) }
        return (nil, end)
    }

    /// "this year", "last year", "next year", "the previous year"
    func relativeYear(_ place: Int) -> (Int, Int)? {
        guard case .unit(.year) = timeWord(place + 1), let year = reference?.civil.year else { return nil }
        switch key(place) {
        case .this: return (year, place + 2)
        case .last: return (year - 1, place + 2)
        case .next: return (year + 1, place + 2)
        default: return nil
        }
    }
}

// MARK: - Years

extension ValueScanner {
    /// "2024", "1979–89", "the year 2008", "nineteen ninety-six"
    func yearPart(at place: Int) -> TimePart? {
        if let decade = decade(at: place) { return decade }
        if let year = yearNumber(place), isYear(place, year) {
            var part = datePart(place..<place + 1, year: year, month: nil, day: nil)
            if let last = lastYear(of: year, after: place + 1) {
                part = datePart(place..<place + 3, year: nil, month: nil, day: nil)
                part.days = DayInterval.year(year).flatMap { from in
                    DayInterval.year(last).map { DayInterval(from.first, $0.last) }
                }
                part.timex = Timex.range(Timex.padded(year, 4), Timex.padded(last, 4))
            }
            return part
        }
        return yearInWords(at: place)
    }

    /// The second year of "1979–89" and "2001-2005".
    private func lastYear(of first: Int, after end: Int) -> Int? {
        guard isDash(end), isGlued(end) == isGlued(end + 1), let digits = plainDigits(end + 1) else { return nil }
        let last = digits.count == 2 && isGlued(end) ? first / 100 * 100 + digits.value : digits.value
        return (digits.count == 4 || digits.count == 2) && last > first && last < 2200 && !isGluedAfter(end + 1)
            ? last : nil
    }

    private func isGluedAfter(_ token: Int) -> Bool { isHyphen(token + 1) || isMark("/", token + 1) }

    /// A number of four digits is a year of our times unless it is money, measured, counted or bounded; an older one only
    /// where a word says so.
    private func isYear(_ place: Int, _ year: Int) -> Bool {
        if currency(endingAt: place - 1) != nil || unit(after: place + 1, isDigits: true) != nil { return false }
        switch numberWord(place + 1) {
        case .scale, .shortScale, .hundred: return false
        default: break
        }
        if isInnerHyphen(place - 1) && !isDate(before: place - 1) { return false }
        if case .unit(.year) = timeWord(place - 1), !isPlural(place - 1) { return true }
        if isInnerHyphen(place + 1), !isNumber(place + 2) { return !isCounted(place + 2) || year >= 1900 }
        let isNoun =
            isPluralNoun(place + 1)
            || isWord(place + 1) && !traits(place + 1).contains(.closesNoun) && !isCapitalized(place + 1)
                && isPluralNoun(place + 2)
        switch key(place - 1) {
        case .in, .since, .until, .till, .during, .circa: return true
        case .than: return key(place - 2) == .later || key(place - 2) == .earlier
        case .least, .over, .some, .nearly, .almost, .roughly, .approximately: return false
        case .about, .around: return !isNoun && (1900...2100).contains(year)
        case .and where key(place - 3) == .between && yearNumber(place - 2) != nil: return true
        case .of, .from, .by, .before, .after, .between, .to, .through, .and: if !isNoun { return true }
        case .early, .late, .mid, .fiscal, .fy, .the, .this: return (1500...2199).contains(year)
        default: break
        }
        guard (1900...2099).contains(year) else { return false }
        return !(isNoun && year % 100 == 0)
    }

    private func isDate(before token: Int) -> Bool { isNumber(token - 1) || month(token - 1) != nil }

    /// "1990s", "'90s", "the nineties"
    private func decade(at place: Int) -> TimePart? {
        let bytes = bytes(place)
        var year: Int?
        if bytes.count == 5 || bytes.count == 7, bytes.last == UInt8(ascii: "s"),
            bytes.prefix(4).allSatisfy({ $0 &- 0x30 < 10 }), bytes[3] == UInt8(ascii: "0")
        {
            year = bytes.prefix(4).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        } else if bytes.count >= 4, bytes.count <= 6, bytes.last == UInt8(ascii: "s"), !(bytes[0] &- 0x30 < 10) {
            let digits = bytes.dropLast().suffix(2)
            if digits.allSatisfy({ $0 &- 0x30 < 10 }), digits.last == UInt8(ascii: "0"), isNumber(place) {
                year = 1900 + digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
            }
        }
        guard let year, let first = DayInterval.year(year),
            let last = DayInterval.year(year + (year % 100 == 0 && year < 1900 ? 99 : 9))
        else {
            return nil
        }
        var part = TimePart(tokens: place..<place + 1, grain: .decade)
        part.timex = Timex.padded(year / 10, 3)
        part.days = DayInterval(first.first, last.last)
        return part
    }

    /// "nineteen ninety-six", "two thousand and fifteen" behind "in" or "since".
    private func yearInWords(at place: Int) -> TimePart? {
        guard key(place - 1) == .in || key(place - 1) == .since, traits(place).contains(.opensNumber), !isNumber(place),
            let (century, after) = smallNumber(place)
        else { return nil }
        if (16...20).contains(century), let (rest, end) = smallNumber(after), rest >= 10 {
            return datePart(place..<end, year: century * 100 + rest, month: nil, day: nil)
        }
        guard let numeral = numeral(at: place), let year = numeral.whole, (1900...2099).contains(year),
            !isCounted(numeral.tokens.upperBound)
        else { return nil }
        return datePart(numeral.tokens, year: year, month: nil, day: nil)
    }

    /// A number below a hundred in words.
    func smallNumber(_ place: Int) -> (value: Int, end: Int)? {
        switch numberWord(place) {
        case .ones(let value): return (value, place + 1)
        case .tens(let tens):
            let next = isInnerHyphen(place + 1) ? place + 2 : place + 1
            if case .ones(let ones) = numberWord(next), (1..<10).contains(ones) { return (tens + ones, next + 1) }
            return (tens, place + 1)
        default: return nil
        }
    }
}
