import Documents
import FoundationEssentials

/// A date or a time of day as one stretch of words tells it, before it is joined with its neighbours.
struct TimePart {
    var tokens: Range<Int>
    var year: Int?
    var month: Int?
    var day: Int?
    var weekday: Int?
    /// Resolved days, where something resolves them.
    var days: DayInterval?
    /// TIMEX3 value of the date alone.
    var timex = ""
    var grain: TimeExpression.Grain
    var isRelative = false
    var clock: Clock?
    var dayPart: DayPart?
    /// True where the words tell a day or more, not only a time of day.
    var hasDate = true

    /// A time of day in minutes from midnight, as it was written.
    struct Clock {
        var first: Int
        var last: Int
        /// "pm" or "am" was written, or the hours cannot be those of a twelve-hour clock.
        var isCertain: Bool
        var hasMinutes: Bool
        var seconds: Int?
    }
}

/// Writes TIMEX3 values.
enum Timex {
    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// A date of which some parts may be open.
    static func date(year: Int?, month: Int?, day: Int?) -> String {
        let start = year.map { padded($0, 4) } ?? "XXXX"
        guard let day else { return month.map { start + "-" + padded($0) } ?? start }
        return start + "-" + (month.map { padded($0) } ?? "XX") + "-" + padded(day)
    }

    /// The ISO week of a Monday: `2018-W11`.
    static func week(_ monday: CalendarDay) -> String {
        let thursday = monday + 3
        let year = thursday.civil.year
        guard let first = CalendarDay(year: year, month: 1, day: 1) else { return "" }
        return padded(year, 4) + "-W" + padded((thursday - first) / 7 + 1)
    }

    /// `T08`, `T08:30`, `T08:30:15`
    static func clock(_ minutes: Int, hasMinutes: Bool, seconds: Int? = nil) -> String {
        let hour = "T" + padded(minutes / 60)
        guard hasMinutes || seconds != nil else { return hour }
        return hour + ":" + padded(minutes % 60) + (seconds.map { ":" + padded($0) } ?? "")
    }

    /// `P3D`, `PT1.5H`, `P10Y`
    static func duration(_ count: Decimal, _ unit: TimeUnit) -> String {
        duration((count * Decimal(unit.timex.factor)).description, unit)
    }

    static func duration(_ count: Int, _ unit: TimeUnit) -> String { duration(String(count * unit.timex.factor), unit) }

    private static func duration(_ count: String, _ unit: TimeUnit) -> String {
        (unit.isOfClock ? "PT" : "P") + count + unit.timex.letter
    }

    /// `2024-03-22/2024-03-29`
    static func range(_ first: String, _ last: String) -> String { first + "/" + last }
}
