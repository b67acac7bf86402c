import Documents
import Extraction

/// Compares times on the calendar at the grain in which they were told.
enum TimeComparison {
    /// What differs between two times of one event; nil where they can be one.
    static func difference(_ a: ClaimMoment, _ b: ClaimMoment) -> Discrepancy.Kind? {
        if let first = a.days, let second = b.days {
            if first.overlaps(second) { return nil }
            let apart = max(second.first - first.last, first.first - second.last)
            let areDays = first.days == 1 && second.days == 1
            return areDays && apart < 7 && a.weekday != nil && b.weekday != nil ? .weekday : .date
        }
        if let first = a.weekday, let second = b.weekday { return first == second ? nil : .weekday }
        if let first = month(of: a), let second = month(of: b) { return first == second ? nil : .date }
        return nil
    }

    /// The month that is told, or in which all of the days lie.
    private static func month(of moment: ClaimMoment) -> Int? {
        guard moment.month == nil, let days = moment.days else { return moment.month }
        let (first, last) = (days.first.civil, days.last.civil)
        return (first.year, first.month) == (last.year, last.month) ? first.month : nil
    }
}
