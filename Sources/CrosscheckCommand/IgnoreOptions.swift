import ArgumentParser
import Crosscheck
import Glibc

/// What all commands that leave out ignored findings have in common.
struct IgnoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take this day for today, as in 2025-07-03: ignores with an earlier last day do not hold.",
            valueName: "day", visibility: .hidden))
    var today: String?

    /// The day of the option, else of the clock.
    /// - Throws: `ValidationError` where the option gives no day.
    func day() throws -> CalendarDay? {
        guard let today else { return Self.clock }
        guard let day = CalendarDay(iso: today) else {
            throw ValidationError("The value '\(today)' is no day for '--today'; write it as in 2025-07-03.")
        }
        return day
    }

    private static var clock: CalendarDay? {
        var now = time(nil)
        var local = tm()
        guard localtime_r(&now, &local) != nil else { return nil }
        return CalendarDay(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    }
}
