import Documents
import FoundationEssentials

/// Round values for the scale of a line, few enough that their labels fit side by side on a phone.
enum LineTicks {
    static func ticks(
        in domain: ClosedRange<Double>, measure: ValueLine.Measure
    ) -> [(value: Double, label: String)] {
        switch measure {
        case .number: numbers(in: domain)
        case .day: days(in: domain)
        case .clock: clock(in: domain)
        }
    }

    // MARK: Numbers

    /// Multiples of 1, 2 or 5 times a power of ten.
    private static func numbers(in domain: ClosedRange<Double>) -> [(value: Double, label: String)] {
        let span = domain.upperBound - domain.lowerBound
        let size = max(abs(domain.lowerBound), abs(domain.upperBound))
        // Beyond these, the digits of a floating-point number do not carry a tick, nor those of a decimal its label.
        guard span > size * 1e-12, span > 1e-100, size < 1e100 else { return [] }
        var exponent = Int(exponentOfTen(span)) - 2
        while true {
            for factor in [1, 2, 5] {
                let unit = power(ofTen: exponent) * Double(factor)
                let first = (domain.lowerBound / unit).rounded(.up)
                let last = (domain.upperBound / unit).rounded(.down)
                if last - first > 7 { continue }
                let labels = first > last ? [] : (Int(first)...Int(last)).map { label($0 * factor, exponent) }
                let longest = labels.map(\.utf8.count).max() ?? 0
                if labels.count <= (longest <= 4 ? 6 : longest <= 7 ? 4 : longest <= 13 ? 3 : 2) {
                    return zip(Int(first)..., labels).map { (Double($0) * unit, $1) }
                }
            }
            exponent += 1
        }
    }

    private static func exponentOfTen(_ number: Double) -> Double {
        var exponent = 0.0
        var rest = number
        while rest >= 10 {
            rest /= 10
            exponent += 1
        }
        while rest < 1 {
            rest *= 10
            exponent -= 1
        }
        return exponent
    }

    private static func power(ofTen exponent: Int) -> Double {
        Double(Decimal(sign: .plus, exponent: exponent, significand: 1).description) ?? 1
    }

    private static func label(_ significand: Int, _ exponent: Int) -> String {
        grouped(Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand)).description)
    }

    /// Digits in groups of three before the point, from five digits on, so that years stay as they are.
    static func grouped(_ digits: String) -> String {
        let whole = digits.prefix { $0 != "." }
        let count = whole.count { $0.isNumber }
        guard count > 4 else { return digits }
        var text = ""
        for (index, digit) in whole.enumerated() {
            let left = whole.count - index
            if left % 3 == 0, left < count { text += "," }
            text.append(digit)
        }
        return text + digits.dropFirst(whole.count)
    }

    // MARK: Days

    private static let mostDates = 3

    /// Days, first days of months, or first days of years.
    private static func days(in domain: ClosedRange<Double>) -> [(value: Double, label: String)] {
        let first = CalendarDay(number: Int(domain.lowerBound.rounded(.up)))
        let last = CalendarDay(number: Int(domain.upperBound.rounded(.down)))
        guard first <= last else { return [] }
        for step in [1, 2, 3, 4, 5, 7, 10, 14] where (last - first) / step < mostDates {
            return stride(from: first.number, through: last.number, by: step).map {
                (Double($0), CalendarDay(number: $0).description)
            }
        }
        let months = (first.civil.year * 12 + first.civil.month - 1)...(last.civil.year * 12 + last.civil.month - 1)
        for step in [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000] {
            let ticks = starts(of: months, step: step).filter { first <= $0.first && $0.first <= last }
            if !ticks.isEmpty, ticks.count <= (step < 12 ? mostDates : 5) {
                return ticks.map { (Double($0.first.number), $0.description) }
            }
        }
        return []
    }

    /// Every so many months, the month that begins there, or the year for whole years.
    private static func starts(of months: ClosedRange<Int>, step: Int) -> [DayInterval] {
        let begin = Int((Double(months.lowerBound) / Double(step)).rounded(.down)) * step
        return stride(from: begin, through: months.upperBound, by: step).compactMap { month in
            let year = Int((Double(month) / 12).rounded(.down))
            return step % 12 == 0 ? .year(year) : .month(month - year * 12 + 1, of: year)
        }
    }

    // MARK: Times of day

    private static func clock(in domain: ClosedRange<Double>) -> [(value: Double, label: String)] {
        for step in [1.0, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440] {
            let first = max(0, (domain.lowerBound / step).rounded(.up) * step)
            if (domain.upperBound - first) / step < 5 {
                return stride(from: first, through: domain.upperBound, by: step).map { ($0, ClockTime.text(Int($0))) }
            }
        }
        return []
    }
}
