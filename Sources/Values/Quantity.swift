public import Documents
public import FoundationEssentials
public import Language

/// A number in a text with what it counts or measures, and with what its author left open.
public struct Quantity: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A count, of the noun that follows or of something told before.
        case cardinal
        case money
        case percentage
        /// A number of units: 30 km.
        case measure
        /// "17-year-old", "aged 52", "Josef Okundaye, 52,".
        case age
    }

    /// What the words around a number say of where the true figure lies.
    public enum Bound: String, Sendable, CaseIterable {
        case atLeast, moreThan, atMost, lessThan
    }

    /// From the hedge to the unit.
    public var span: ByteSpan
    /// The same in tokens.
    public var tokens: TokenSpan
    /// The numeral alone, with its multiplier.
    public var number: TokenSpan
    /// The written magnitude; nil for a range.
    public var value: Decimal?
    /// The ends of a range or of a bound alone; nil for a plain figure.
    public var bounds: Interval?
    public var bound: Bound?
    /// "about", "around", "nearly", …
    public var approximate: Bool
    /// What the author said: 145 is [145, 145], "over 150" (150, ∞), "1.2 million" [1150000, 1250000), "about 15,000"
    /// [14500, 15500].
    public var interval: Interval
    /// The id of the unit, as in `USD`, `percent`, `km`; nil for a count.
    public var unit: String?
    public var kind: Kind
    /// The noun phrase that is counted: "15,000 [Soviet soldiers]".
    public var noun: TokenSpan?
}

/// A date, a stretch of time or a duration in a text.
public struct TimeExpression: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case date, duration, time, set
    }

    public var span: ByteSpan
    public var tokens: TokenSpan
    public var kind: Kind
    /// TIMEX3 value: `2024-03-22`, `2024-03`, `P10Y`, `T09:40`, `XXXX-WXX-6` where a day stays unresolved.
    public var timex: String
    /// First and last day; nil where the expression stays unresolved and for durations.
    public var interval: DayInterval?
    /// Length of a duration, a month as 30 and a year as 365 days.
    public var seconds: Decimal?
    /// "since 2007", "until June": one end is not told.
    public var isOpen: Bool
}

/// All quantities and times of a document, in text order, and the numbers that are neither.
public struct Mentions: Sendable {
    public var quantities: [Quantity]
    public var times: [TimeExpression]
    /// Numbers that are no quantity, by reason: `identifier`, `rank`, `score`, `clock-time`, …
    public var leftAside: [String: Int]

    /// Numbers of whatever sort.
    public var numbers: Int { quantities.count + leftAside.values.reduce(0, +) }
}
