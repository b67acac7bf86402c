public import Documents
public import FoundationEssentials
public import Language

/// A date, a stretch of time, a duration or a time of day in a text.
public struct TimeExpression: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case date, duration, time
        /// Something that comes again: "every Monday".
        case set
    }

    /// How finely a time is told.
    public enum Grain: String, Sendable, CaseIterable, Comparable {
        case second, minute, hour, dayPart, day, week, month, quarter, season, year, decade, century

        public static func < (a: Grain, b: Grain) -> Bool { a.order < b.order }
        private var order: Int { Grain.allCases.firstIndex(of: self) ?? 0 }
    }

    public var span: ByteSpan
    public var tokens: TokenSpan
    public var kind: Kind
    /// TIMEX3 value: `2024-03-22`, `2024-03`, `P10Y`, `2024-03-22T09:40`. What the words leave open stays `X`
    /// (`XXXX-WXX-4` for a bare Thursday, `XXXX-03` for a March of no year), whatever `interval` takes it for.
    public var timex: String
    /// First and last day, resolved against the document's date; nil for what stays unresolved and for durations.
    public var interval: DayInterval?
    /// The time of day as minutes from midnight, first and last, where one is told.
    public var clock: ClosedRange<Int>?
    /// Length of a duration in seconds, a month as 30 and a year as 365 days.
    public var seconds: Decimal?
    public var grain: Grain
    /// Told by the distance from another date: "last month", "two days later".
    public var isRelative: Bool
    /// 1 (Monday) … 7, where a weekday is written with the date, true or false.
    public var weekday: Int?
    /// "until June": the start is not told.
    public var openStart: Bool
    /// "since 2007": the end is not told.
    public var openEnd: Bool
    /// Index of the sentence in the analysis.
    public var sentence: Int

    /// One end is not told.
    public var isOpen: Bool { openStart || openEnd }
}
