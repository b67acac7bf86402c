public import Documents
public import FoundationEssentials
public import Values

/// The value of a claim, with what its author left open.
public struct ClaimValue: Hashable, Sendable {
    /// As written, as in "over 150 people".
    public var text: String
    /// The value alone, as in "over 150".
    public var figure: String
    public var content: Content

    /// What sort of value it is, and what was said.
    public enum Content: Hashable, Sendable {
        /// A count, a sum of money, a measure, a share, a duration, an age.
        case quantity(ClaimQuantity)
        /// A date, a weekday, a time of day.
        case time(ClaimMoment)
        /// A place in an order: 1 is the first, -1 the last; with the lemma of the superlative ("large"), if any.
        case rank(position: Int, by: String?)
        /// A place by its name, with the direction in which the thing lies from it ("north-east"), if any.
        case place(name: String, direction: String?)
        /// The name of a person, an organisation or a thing, or the holder of a role.
        case name(String)
        /// Members in the order written; an open list may have more ("including").
        case set(members: [String], isOpen: Bool)
        /// True where it did, false where it did not.
        case polarity(Bool)
        /// A role or title, or the words of a quotation.
        case words(String)
    }

    /// - Parameter figure: the same as `text` where nothing is given.
    public init(text: String, figure: String? = nil, content: Content) {
        self.text = text
        self.figure = figure ?? text
        self.content = content
    }

    /// A quantity.
    public init(
        text: String, figure: String? = nil, interval: Interval, bound: ClaimQuantity.Bound? = nil,
        isApproximate: Bool = false, unit: String? = nil, precision: Decimal = 0
    ) {
        self.init(
            text: text, figure: figure,
            content: .quantity(
                ClaimQuantity(
                    interval: interval, bound: bound, isApproximate: isApproximate, unit: unit, precision: precision)))
    }

    /// The quantity, where it is one.
    public var quantity: ClaimQuantity? {
        if case .quantity(let quantity) = content { quantity } else { nil }
    }

    /// The time, where it is one.
    public var time: ClaimMoment? {
        if case .time(let time) = content { time } else { nil }
    }

    /// What was said in a form that is equal for equal values, as in `[145, 145]` or `2024-05-09`.
    public var reading: String {
        switch content {
        case .quantity(let quantity): quantity.interval.description
        case .time(let time): time.reading
        case .rank(let position, let word): ([String(position)] + [word].compactMap { $0 }).joined(separator: " ")
        case .place(let name, let direction): ([direction, name].compactMap { $0 }).joined(separator: " of ")
        case .name(let name): name
        case .set(let members, let isOpen): "{" + members.sorted().joined(separator: ", ") + (isOpen ? ", …}" : "}")
        case .polarity(let holds): holds ? "yes" : "no"
        case .words(let words): words
        }
    }

    /// The reading and what it is measured in, as in `[145, 145] person`.
    public var readingWithUnit: String {
        ([reading] + [quantity?.unit].compactMap { $0 }).joined(separator: " ")
    }
}

/// A number in a claim.
public struct ClaimQuantity: Hashable, Sendable {
    /// What the author said as an interval, in `unit`: [145, 145], (150, ∞), …
    public var interval: Interval
    /// What was written as a bound ("at least", "more than"); nil for a plain figure.
    public var bound: Bound?
    /// "about", "around", "nearly", …
    public var isApproximate: Bool
    /// The id of the unit, as in `person`, `km`, `USD`; nil for a bare number.
    public var unit: String?
    /// Half a unit of the last written place, in `unit`: 50,000 for "1.2 million", 0.5 for 145.
    public var precision: Decimal

    /// Of what tells most quantities apart: decimal numbers are long to hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(interval)
        hasher.combine(unit)
    }

    public enum Bound: String, Sendable, CaseIterable, Codable {
        case atLeast = "at-least"
        case moreThan = "more-than"
        case atMost = "at-most"
        case lessThan = "less-than"
    }

    public init(
        interval: Interval, bound: Bound? = nil, isApproximate: Bool = false, unit: String? = nil,
        precision: Decimal = 0
    ) {
        self.interval = interval
        self.bound = bound
        self.isApproximate = isApproximate
        self.unit = unit
        self.precision = precision
    }
}

/// A point or stretch of time in a claim.
public struct ClaimMoment: Hashable, Sendable {
    /// The days it stands for; nil where the text leaves them open.
    public var days: DayInterval?
    /// 1 (Monday) … 7, where a weekday is written or follows from a single day that is.
    public var weekday: Int?
    /// Minutes from midnight, first and last, where a time of day is told.
    public var clock: ClosedRange<Int>?
    /// How finely it is told.
    public var grain: TimeExpression.Grain
    /// 1 … 12 where a month is told, even of an unknown year.
    public var month: Int?
    /// "about", "shortly before", …
    public var isApproximate: Bool

    public init(
        days: DayInterval? = nil, weekday: Int? = nil, clock: ClosedRange<Int>? = nil, grain: TimeExpression.Grain,
        month: Int? = nil, isApproximate: Bool = false
    ) {
        self.days = days
        self.weekday = weekday
        self.clock = clock
        self.grain = grain
        self.month = month
        self.isApproximate = isApproximate
    }

    /// As in `2024-05-09`, `2024-05-01/2024-05-31`, `weekday 2`, `09:40`.
    public var reading: String {
        let parts = [
            days?.description, days == nil ? weekday.map { "weekday \($0)" } : nil,
            days == nil ? month.map { "month \($0)" } : nil,
            clock.map { Self.clock($0.lowerBound) + ($0.count > 1 ? "-" + Self.clock($0.upperBound) : "") },
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private static func clock(_ minutes: Int) -> String {
        let hour = minutes / 60
        let minute = minutes % 60
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
