/// A date as a header line writes it: `3 October 2024`, `Oct. 3, 2024`, `Friday, 22 November 2024`, `March 2025`,
/// `2024-10-03`, `3.10.2024`, or `May 10` without a year.
///
/// Only what leaves no doubt is read: `3/10/2024` is one day in London and another in New York, and is no date here.
struct WrittenDate: Hashable {
    /// Nil where no year is written.
    var interval: DayInterval?
    /// Bytes of the line, the weekday before the date with them.
    var range: Range<Int>

    /// The first date of a line; a date with a year is preferred to one without.
    static func first(in line: String) -> WrittenDate? {
        let words = Word.split(line)
        var partial: WrittenDate?
        for index in words.indices {
            guard let date = date(words, at: index) else { continue }
            if date.interval != nil { return date }
            partial = partial ?? date
        }
        return partial
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// The index, from 0, of a name that a word writes in full or cuts to three letters or more ("Sept" and "Thurs" too).
    private static func index(of word: Word, in names: [String]) -> Int? {
        guard word.text.utf8.count >= 3, word.isCapitalized else { return nil }
        return names.firstIndex { $0.hasPrefix(word.text) }
    }

    private static func date(_ words: [Word], at index: Int) -> WrittenDate? {
        guard let (interval, used) = iso(words, at: index) ?? named(words, at: index) else { return nil }
        let hasWeekday = index > 0 && self.index(of: words[index - 1], in: weekdays) != nil
        let start = words[hasWeekday ? index - 1 : index].range.lowerBound
        return WrittenDate(interval: interval, range: start..<words[index + used - 1].range.upperBound)
    }

    /// `2024-10-03`, `2024/10/03` or `3.10.2024`.
    private static func iso(_ words: [Word], at index: Int) -> (DayInterval?, used: Int)? {
        guard index + 2 < words.count else { return nil }
        let (a, b, c) = (words[index], words[index + 1], words[index + 2])
        guard let first = a.number, let middle = b.number, let last = c.number, b.gap == c.gap else { return nil }
        let day: CalendarDay?
        if a.digits == 4, b.digits == 2, c.digits == 2, b.gap == "-" || b.gap == "/" {
            day = CalendarDay(year: first, month: middle, day: last)
        } else if c.digits == 4, b.gap == "." {
            day = CalendarDay(year: last, month: middle, day: first)
        } else {
            return nil
        }
        return day.map { (DayInterval($0), 3) }
    }

    /// A date whose month is a name.
    private static func named(_ words: [Word], at index: Int) -> (DayInterval?, used: Int)? {
        if let month = self.index(of: words[index], in: months) {
            if let day = day(words, at: index + 1) {
                return full(words, month: month + 1, day: day, used: 2, from: index)
            }
            // The day before it was none of this month's.
            let followsDay = index > 0 && words[index - 1].digits > 0 && words[index].gap == " "
            guard !followsDay, let year = year(words, at: index + 1) else { return nil }
            return (DayInterval.month(month + 1, of: year), 2)
        }
        guard let day = day(words, at: index), index + 1 < words.count else { return nil }
        guard let month = self.index(of: words[index + 1], in: months) else { return nil }
        return full(words, month: month + 1, day: day, used: 2, from: index)
    }

    private static func full(
        _ words: [Word], month: Int, day: Int, used: Int, from index: Int
    ) -> (DayInterval?, used: Int)? {
        guard let year = year(words, at: index + used) else {
            return day <= CalendarDay.daysIn(month: month, year: 2024) ? (nil, used) : nil
        }
        guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
        return (DayInterval(date), used + 1)
    }

    private static func day(_ words: [Word], at index: Int) -> Int? {
        guard index < words.count, words[index].digits <= 2, let number = words[index].number,
            (1...31).contains(number)
        else { return nil }
        return number
    }

    private static func year(_ words: [Word], at index: Int) -> Int? {
        guard index < words.count, words[index].digits == 4, let number = words[index].number,
            (1000...2999).contains(number), [" ", ", ", "., ", ". "].contains(words[index].gap)
        else { return nil }
        return number
    }
}
