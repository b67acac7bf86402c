/// A point in time as news formats write it: ISO 8601 in its long or short form (`2025-07-03T10:00:00+02:00`,
/// `20250703T100000Z`), or as mail does (`Thu, 03 Jul 2025 10:00:00 GMT`, RFC 822 and its successors).
struct Timestamp: Hashable, Sendable {
    /// The day where it was written, or the month or year where no more is told.
    var days: DayInterval
    /// Seconds since 1970-01-01T00:00:00Z. A time without a zone counts as UTC, a day without a time as its beginning.
    var seconds: Int

    /// Nil where the text is none.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let time: Int
        if let (days, end) = Self.isoDay(bytes) {
            self.days = days
            time = end
        } else if let date = WrittenDate.first(in: text), let interval = date.interval {
            days = interval
            time = date.range.upperBound
        } else {
            return nil
        }
        seconds = days.first.number * 86_400 + (Self.secondOfDay(bytes, from: time) ?? 0)
    }

    /// A day, month or year at the beginning and the index after it.
    private static func isoDay(_ text: [UInt8]) -> (DayInterval, end: Int)? {
        let digits = text.prefix { $0.isDigit }.count
        if digits == 8,
            let day = CalendarDay(
                year: number(text, 0..<4), month: number(text, 4..<6), day: number(text, 6..<8))
        {
            return (DayInterval(day), 8)
        }
        let end = text.firstIndex { $0 == UInt8(ascii: "T") || $0.isWhitespace } ?? text.count
        // A zone after a day, as XML Schema allows, is left aside.
        let date = text[..<min(end, 10)]
        return DayInterval(iso: String(decoding: date, as: UTF8.self)).map { ($0, end) }
    }

    /// The time of day from an index on, in seconds of UTC; nil where none stands there.
    private static func secondOfDay(_ text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < text.count, !text[index].isDigit { index += 1 }
        var parts: [Int] = []
        while parts.count < 3, index + 2 <= text.count, text[index].isDigit, text[index + 1].isDigit {
            parts.append(number(text, index..<index + 2))
            index += 2
            if index + 1 < text.count, text[index] == UInt8(ascii: ":"), text[index + 1].isDigit { index += 1 }
        }
        guard parts.count >= 2, parts[0] < 25, parts[1] < 60 else { return nil }
        let second = parts.count > 2 ? parts[2] : 0
        if index < text.count, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") {
            index += 1
            while index < text.count, text[index].isDigit { index += 1 }
        }
        return parts[0] * 3600 + parts[1] * 60 + second - offset(text, from: index)
    }

    /// The zones of North America that RFC 822 names, in hours from UTC.
    private static let zones = ["EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7]

    /// Seconds that the zone is ahead of UTC.
    private static func offset(_ text: [UInt8], from start: Int) -> Int {
        let zone = text[start...].drop { $0.isWhitespace }
        guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return (zones[String(decoding: zone.prefix(3), as: UTF8.self)] ?? 0) * 3600
        }
        let digits = zone.dropFirst().prefix { $0.isDigit || $0 == UInt8(ascii: ":") }.filter(\.isDigit)
        guard digits.count == 4 || digits.count == 2 else { return 0 }
        let hours = number(digits, 0..<2)
        let minutes = digits.count == 4 ? number(digits, 2..<4) : 0
        return (sign == UInt8(ascii: "+") ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func number(_ text: [UInt8], _ range: Range<Int>) -> Int {
        text[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
}
