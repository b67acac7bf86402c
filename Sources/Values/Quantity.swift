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
        case percentagePoints = "percentage-points"
        /// A number of units: 30 km.
        case measure
        /// "71 hours", "a four-year quest".
        case duration
        /// "17-year-old", "aged 52", "Josef Okundaye, 52,".
        case age
        /// A part of a whole: "one in six", "7 out of 10", "two-thirds".
        case ratio
        /// "three times as many", "twofold".
        case multiple
    }

    /// What the words around a number say of where the true figure lies.
    public enum Bound: String, Sendable, CaseIterable {
        case atLeast, moreThan, atMost, lessThan
        /// "nearly", "almost": the figure is just not reached.
        case nearly
    }

    /// From the hedge to the unit.
    public var span: ByteSpan
    /// The same in tokens.
    public var tokens: TokenSpan
    /// Number and unit without the hedges.
    public var figure: TokenSpan
    /// The numeral alone, with its multiplier; both numerals of a range.
    public var number: TokenSpan
    /// The written magnitude; nil for a range and for a vague number ("dozens").
    public var value: Decimal?
    /// The ends of a range or of a bound alone; nil for a plain figure.
    public var bounds: Interval?
    public var bound: Bound?
    /// "about", "around", "nearly", …
    public var approximate: Bool
    /// What the author said: 145 is [145, 145], "over 150" (150, ∞), "1.2 million" [1150000, 1250000), "about 15,000"
    /// [14500, 15500].
    public var interval: Interval
    /// Half a unit of the last written place: 50,000 for "1.2 million", 0.5 for 145.
    public var precision: Decimal
    /// nil for a bare count.
    public var unit: Unit?
    /// What the unit is told for each of: "year" of "$5 million a year", "head" of "$30 a head".
    public var per: TokenSpan?
    public var kind: Kind
    /// The noun phrase that is counted: "15,000 [Soviet soldiers]".
    public var noun: TokenSpan?
    /// Written in digits, not in words.
    public var isDigits: Bool
    /// Index of the sentence in the analysis.
    public var sentence: Int
}

/// A place in an order: "first", "21st", "ranked fifth", "the deadliest in 20 years".
public struct Rank: Sendable {
    public enum Form: String, Sendable, CaseIterable {
        /// "the third meeting", "21st"
        case ordinal
        /// "No. 5"
        case number
        /// "ranked fifth", "in third place"
        case place
        /// "the largest", "second-largest", "the most expensive"
        case superlative
    }

    public var span: ByteSpan
    public var tokens: TokenSpan
    public var form: Form
    /// 1 is the first; -1 the last.
    public var position: Int
    /// The superlative word: "largest".
    public var superlative: TokenSpan?
    /// What is ranked: "[meeting]", "largest [city]".
    public var noun: TokenSpan?
    /// Among what: "in 20 years", "of the war", "in Canada".
    public var scope: TokenSpan?
    public var sentence: Int
}

/// The score of a game: "3–2".
public struct Score: Sendable {
    public var span: ByteSpan
    public var tokens: TokenSpan
    public var first: Int
    public var second: Int
    public var sentence: Int
}

/// Why a number is no quantity.
public enum LeftAside: String, Sendable, CaseIterable {
    case dateOrTime = "date-or-time"
    case identifier, pronoun, rank, score
    case phone = "phone-number"
    case version
    /// Digits in a form that stands for no number, or for more than can be held exactly.
    case unreadable
}

/// All quantities and times of a document, in text order, and the numbers that are neither.
public struct Mentions: Sendable {
    public var quantities: [Quantity] = []
    public var times: [TimeExpression] = []
    public var ranks: [Rank] = []
    public var scores: [Score] = []
    /// Numbers that are no quantity, by the raw value of `LeftAside`.
    public var leftAside: [String: Int] = [:]

    /// Numbers of whatever sort.
    public var numbers: Int { quantities.count + leftAside.values.reduce(0, +) }
}
