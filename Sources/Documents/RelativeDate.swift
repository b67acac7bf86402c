/// How long ago something was published, as a page tells it: `18 hours ago`, `2 days ago`, `yesterday`.
struct RelativeDate: Hashable {
    /// The earliest and the latest number of days before the page's day.
    var days: ClosedRange<Int>

    /// Reads a line that says this and nothing else.
    init?(line: String) {
        let words = Word.split(line).map(\.text)
        switch words {
        case ["just", "now"], ["today"]: days = 0...0
        case ["yesterday"]: days = 1...1
        default:
            guard words.count == 3, words[2] == "ago" else { return nil }
            let count = ["a", "an", "one"].contains(words[0]) ? 1 : Int(words[0])
            let singular = words[1].hasSuffix("s") ? String(words[1].dropLast()) : words[1]
            guard let count, (0...999).contains(count), let span = Self.span(count, singular) else { return nil }
            days = span
        }
    }

    /// The days on which something was published that a page of these days calls so old.
    func resolved(against page: DayInterval) -> DayInterval {
        DayInterval(page.first + -days.upperBound, page.last + -days.lowerBound)
    }

    private static func span(_ count: Int, _ unit: String) -> ClosedRange<Int>? {
        switch unit {
        case "second", "sec", "minute", "min", "m": 0...(count * 60 > 86_400 ? 1 : 0)
        case "hour", "hr", "h": count / 24...(count + 23) / 24
        case "day", "d": count...count
        case "week", "wk", "w": count * 7...count * 7 + 6
        case "month": count * 28...count * 31 + 30
        case "year", "yr": count * 365...count * 366 + 365
        default: nil
        }
    }
}
