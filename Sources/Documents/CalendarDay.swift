/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public var number: Int

    public init(number: Int) { self.number = number }

    /// The day of a civil date; nil when the month or the day of the month does not exist.
    ///
    /// Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...CalendarDay.daysIn(month: month, year: year)).contains(day),
            (-9999...9999).contains(year)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month (1...12) and day of the month (1...31).
    public var civil: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// Reads `YYYY-MM-DD`; nil for anything else.
    public init?(iso text: String) {
        guard text.utf8.count == 10, let days = DayInterval(iso: text), days.days == 1 else { return nil }
        self = days.first
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    public static func daysIn(month: Int, year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
    public static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number + days) }
    public static func - (a: CalendarDay, b: CalendarDay) -> Int { a.number - b.number }
}

extension CalendarDay: CustomStringConvertible, Codable {
    /// ISO 8601, as in 2024-03-22.
    public var description: String {
        let (year, month, day) = civil
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(year < 0 ? "-" : "")\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let interval = DayInterval(iso: text), interval.first == interval.last else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no day (expected YYYY-MM-DD)"))
        }
        self = interval.first
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A closed interval of days: a day, a month, a year or any other stretch of the calendar.
public struct DayInterval: Hashable, Sendable, Codable {
    public var first: CalendarDay
    public var last: CalendarDay

    /// - Precondition: `first <= last`.
    public init(_ first: CalendarDay, _ last: CalendarDay) {
        precondition(first <= last)
        self.first = first
        self.last = last
    }

    public init(_ day: CalendarDay) { self.init(day, day) }

    public static func year(_ year: Int) -> DayInterval? {
        guard let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31)
        else { return nil }
        return DayInterval(first, last)
    }

    public static func month(_ month: Int, of year: Int) -> DayInterval? {
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
        return DayInterval(first, first + (CalendarDay.daysIn(month: month, year: year) - 1))
    }

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a date-time that begins with the last; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let day = text.utf8.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
        let parts = day.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        var numbers: [Int] = []
        guard (1...3).contains(parts.count), parts.count == 3 || day.count == text.utf8.count else { return nil }
        for (part, width) in zip(parts, widths) {
            guard part.count == width, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        let interval: DayInterval?
        switch numbers.count {
        case 1: interval = .year(numbers[0])
        case 2: interval = .month(numbers[1], of: numbers[0])
        default:
            interval = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]).map { DayInterval($0) }
        }
        guard let interval else { return nil }
        self = interval
    }

    public var days: Int { last - first + 1 }
    public func overlaps(_ other: DayInterval) -> Bool { first <= other.last && other.first <= last }
    public func contains(_ other: DayInterval) -> Bool { first <= other.first && other.last <= last }
    public func intersection(_ other: DayInterval) -> DayInterval? {
        overlaps(other) ? DayInterval(max(first, other.first), min(last, other.last)) : nil
    }
}

extension DayInterval: CustomStringConvertible {
    /// The shortest ISO form: `2024`, `2024-03`, `2024-03-22`, or `2024-03-22/2024-03-29`.
    public var description: String {
        if first == last { return first.description }
        let (year, month, _) = first.civil
        if self == DayInterval.year(year) { return String(first.description.prefix(4)) }
        if self == DayInterval.month(month, of: year) { return String(first.description.prefix(7)) }
        return "\(first)/\(last)"
    }
}
