/// Units of the calendar and the clock.
enum TimeUnit: String, Sendable, CaseIterable {
    case second, minute, hour, day, night, week, fortnight, month, quarter, year, decade, century, millennium

    /// The length in seconds, a month as 30 and a year as 365 days.
    var seconds: Int {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day, .night: 86_400
        case .week: 7 * 86_400
        case .fortnight: 14 * 86_400
        case .month: 30 * 86_400
        case .quarter: 90 * 86_400
        case .year: 365 * 86_400
        case .decade: 3650 * 86_400
        case .century: 36_500 * 86_400
        case .millennium: 365_000 * 86_400
        }
    }

    /// The length in whole months, for those that are.
    var months: Int? {
        switch self {
        case .second, .minute, .hour, .day, .night, .week, .fortnight: nil
        case .month: 1
        case .quarter: 3
        case .year: 12
        case .decade: 120
        case .century: 1200
        case .millennium: 12_000
        }
    }

    /// Written with the clock's "T" in an ISO 8601 duration.
    var isOfClock: Bool { self == .second || self == .minute || self == .hour }

    /// The letter of an ISO 8601 duration, and what one of this unit counts in it; TIMEX3 adds DE, CE and ML.
    var timex: (letter: String, factor: Int) {
        switch self {
        case .second: ("S", 1)
        case .minute: ("M", 1)
        case .hour: ("H", 1)
        case .day, .night: ("D", 1)
        case .week: ("W", 1)
        case .fortnight: ("W", 2)
        case .month: ("M", 1)
        case .quarter: ("M", 3)
        case .year: ("Y", 1)
        case .decade: ("DE", 1)
        case .century: ("CE", 1)
        case .millennium: ("ML", 1)
        }
    }
}

/// A part of a day as TIMEX3 writes it.
enum DayPart: String, Sendable, CaseIterable {
    case morning = "MO"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
}

/// A season as TIMEX3 writes it; first and last month as meteorologists of the northern hemisphere have it.
enum Season: String, Sendable, CaseIterable {
    case spring = "SP"
    case summer = "SU"
    case autumn = "FA"
    case winter = "WI"

    /// The first of its three months; winter begins in the year before the one it is named with where a month follows.
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
}

/// What a word says inside a date or time.
enum TimeWord: Sendable {
    case none
    /// 1 … 12; `isPlain` where the word is nothing but a month when it has a capital ("May", "March" and abbreviations are
    /// more).
    case month(Int, isPlain: Bool)
    /// 1 is Monday.
    case weekday(Int, isPlain: Bool)
    case unit(TimeUnit)
    case season(Season)
    case dayPart(DayPart)
}

/// The words that dates and times are written with.
enum TimeWords {
    static let months = words(
        "january february march april may june july august september october november december")
    static let weekdays = words("monday tuesday wednesday thursday friday saturday sunday")

    static let table: [(form: String, word: TimeWord)] = {
        var rows: [(String, TimeWord)] = []
        for (index, form) in months.enumerated() {
            let isPlain = !["march", "may"].contains(form)
            rows.append((form, .month(index + 1, isPlain: isPlain)))
        }
        for (form, month) in [
            ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9),
            ("oct", 10), ("nov", 11), ("dec", 12),
        ] {
            rows.append((form, .month(month, isPlain: false)))
            rows.append((form + ".", .month(month, isPlain: false)))
        }
        for (index, form) in weekdays.enumerated() { rows.append((form, .weekday(index + 1, isPlain: true))) }
        for (form, day) in [
            ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("thu", 4), ("thur", 4), ("thurs", 4), ("fri", 5),
            ("sat", 6), ("sun", 7),
        ] {
            rows.append((form, .weekday(day, isPlain: false)))
            rows.append((form + ".", .weekday(day, isPlain: false)))
        }
        for unit in TimeUnit.allCases {
            rows.append((unit.rawValue, .unit(unit)))
            let plural = unit == .century ? "centuries" : unit == .millennium ? "millennia" : unit.rawValue + "s"
            rows.append((plural, .unit(unit)))
        }
        for (form, unit) in [
            ("sec", TimeUnit.second), ("secs", .second), ("min", .minute), ("mins", .minute), ("min.", .minute),
            ("hr", .hour), ("hrs", .hour), ("yr", .year), ("yrs", .year), ("wk", .week), ("wks", .week),
        ] { rows.append((form, .unit(unit))) }
        rows += [
            ("spring", .season(.spring)), ("summer", .season(.summer)), ("autumn", .season(.autumn)),
            ("fall", .season(.autumn)), ("winter", .season(.winter)), ("morning", .dayPart(.morning)),
            ("afternoon", .dayPart(.afternoon)), ("evening", .dayPart(.evening)), ("midnight", .none),
        ]
        return rows
    }()

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
