import Documents
import Extraction
import FoundationEssentials
import Values

/// A value as the machine-readable formats hold it. An absent key means none.
struct ValueView: Codable {
    /// What sort of value it is.
    enum Kind: String, Codable, CaseIterable {
        case quantity, time, rank, place, name, set, polarity, words
    }

    /// A stretch of the day, as in 09:40.
    struct Clock: Codable {
        var from, to: String
    }

    var text: String
    /// The value alone, where `text` holds more.
    var figure: String?
    var kind: Kind
    // Quantities: decimal digits.
    var lower, upper, open, unit, precision, bound: String?
    /// Quantities and times: true, or absent.
    var approximate: Bool?
    // Times: first and last day, 1 (Monday) … 7, 1 … 12.
    var from, to: String?
    var weekday, month: Int?
    var clock: Clock?
    var grain: String?
    // Ranks: 1 is the first, -1 the last; the superlative.
    var position: Int?
    var by: String?
    // Places and names.
    var name, direction: String?
    // Sets: true where there may be more members.
    var members: [String]?
    var openSet: Bool?
    // Polarity.
    var holds: Bool?
    var words: String?

    init(text: String, figure: String?, kind: Kind) {
        self.text = text
        self.figure = figure
        self.kind = kind
    }

    init(_ value: ClaimValue) {
        self.init(
            text: value.text, figure: value.figure == value.text ? nil : value.figure, kind: Kind(value.content))
        switch value.content {
        case .quantity(let quantity): add(quantity)
        case .time(let moment): add(moment)
        case .rank(let position, let by):
            self.position = position
            self.by = by
        case .place(let name, let direction):
            self.name = name
            self.direction = direction
        case .name(let name): self.name = name
        case .set(let members, let isOpen):
            self.members = members
            openSet = isOpen
        case .polarity(let holds): self.holds = holds
        case .words(let words): self.words = words
        }
    }

    private mutating func add(_ quantity: ClaimQuantity) {
        lower = quantity.interval.lower?.description
        upper = quantity.interval.upper?.description
        open = quantity.interval.openEnds
        unit = quantity.unit
        precision = quantity.precision == 0 ? nil : quantity.precision.description
        bound = quantity.bound?.rawValue
        approximate = quantity.isApproximate ? true : nil
    }

    private mutating func add(_ moment: ClaimMoment) {
        from = moment.days?.first.description
        to = moment.days?.last.description
        weekday = moment.weekday
        month = moment.month
        clock = moment.clock.map { Clock(from: ClockTime.text($0.lowerBound), to: ClockTime.text($0.upperBound)) }
        grain = moment.grain.rawValue
        approximate = moment.isApproximate ? true : nil
    }
}

extension ValueView.Kind {
    init(_ content: ClaimValue.Content) {
        switch content {
        case .quantity: self = .quantity
        case .time: self = .time
        case .rank: self = .rank
        case .place: self = .place
        case .name: self = .name
        case .set: self = .set
        case .polarity: self = .polarity
        case .words: self = .words
        }
    }
}

// MARK: - Reading

extension ValueView {
    /// - Throws: `ClaimLineProblem` where the keys do not make a value of its kind.
    func value() throws(ClaimLineProblem) -> ClaimValue {
        ClaimValue(text: text, figure: figure, content: try content())
    }

    private func content() throws(ClaimLineProblem) -> ClaimValue.Content {
        switch kind {
        case .quantity: .quantity(try quantity())
        case .time: .time(try moment())
        case .rank: .rank(position: try Self.required(position, "position"), by: by)
        case .place: .place(name: try Self.required(name, "name"), direction: direction)
        case .name: .name(try Self.required(name, "name"))
        case .set: .set(members: try Self.required(members, "members"), isOpen: openSet ?? false)
        case .polarity: .polarity(try Self.required(holds, "holds"))
        case .words: .words(try Self.required(words, "words"))
        }
    }

    private func quantity() throws(ClaimLineProblem) -> ClaimQuantity {
        let ends = try Self.optional(open, "open", OpenEnds.init(rawValue:), "lower, upper or both")
        let interval = Interval(
            lower: try Self.decimal(lower, "lower"), upper: try Self.decimal(upper, "upper"),
            lowerOpen: ends == .lower || ends == .both, upperOpen: ends == .upper || ends == .both)
        if interval.isEmpty { throw ClaimLineProblem("'value' is an interval that holds no number") }
        let bounds = ClaimQuantity.Bound.allCases.map(\.rawValue).joined(separator: ", ")
        return ClaimQuantity(
            interval: interval,
            bound: try Self.optional(bound, "bound", ClaimQuantity.Bound.init(rawValue:), "one of \(bounds)"),
            isApproximate: approximate ?? false, unit: unit, precision: try Self.decimal(precision, "precision") ?? 0)
    }

    private enum OpenEnds: String { case lower, upper, both }

    private func moment() throws(ClaimLineProblem) -> ClaimMoment {
        var days: DayInterval?
        if let from, let to {
            days = try ReportDays.read(from + "/" + to, key: "value.from")
        } else if from != nil || to != nil {
            throw ClaimLineProblem("'value.from' and 'value.to' go together")
        }
        for (key, number, range) in [("weekday", weekday, 1...7), ("month", month, 1...12)] {
            if let number, !range.contains(number) {
                throw ClaimLineProblem(
                    "'value.\(key)' is \(number), not from \(range.lowerBound) to \(range.upperBound)")
            }
        }
        let grain = try Self.optional(
            try Self.required(grain, "grain"), "grain", TimeExpression.Grain.init(rawValue:),
            "one of " + TimeExpression.Grain.allCases.map(\.rawValue).joined(separator: ", "))
        return ClaimMoment(
            days: days, weekday: weekday, clock: try minutes(), grain: grain ?? .day, month: month,
            isApproximate: approximate ?? false)
    }

    private func minutes() throws(ClaimLineProblem) -> ClosedRange<Int>? {
        guard let clock else { return nil }
        guard let first = ClockTime.minutes(clock.from), let last = ClockTime.minutes(clock.to), first <= last else {
            throw ClaimLineProblem("'value.clock' runs from '\(clock.from)' to '\(clock.to)'; expected times as 09:40")
        }
        return first...last
    }

    private static func required<Value>(_ value: Value?, _ key: String) throws(ClaimLineProblem) -> Value {
        guard let value else { throw ClaimLineProblem("the key 'value.\(key)' is missing") }
        return value
    }

    private static func optional<Value>(
        _ text: String?, _ key: String, _ read: (String) -> Value?, _ expected: String
    ) throws(ClaimLineProblem) -> Value? {
        guard let text else { return nil }
        guard let value = read(text) else {
            throw ClaimLineProblem("'value.\(key)' is '\(text)'; expected \(expected)")
        }
        return value
    }

    private static func decimal(_ text: String?, _ key: String) throws(ClaimLineProblem) -> Decimal? {
        try optional(text, key, PlainDecimal.read, "decimal digits, as in 145 or 0.5")
    }
}

/// Decimal digits with a sign and a point where needed, as `Decimal` describes itself.
enum PlainDecimal {
    /// nil for anything else, and for more digits than a `Decimal` holds.
    static func read(_ text: String) -> Decimal? {
        // `Decimal(string:)` stops at the first byte that it does not know, and rounds; its description tells.
        guard let value = Decimal(string: text), value.description == text else { return nil }
        return value
    }
}

/// A time of day, as in 09:40.
enum ClockTime {
    /// - Parameter minutes: from midnight; a stretch that ends after the next midnight goes on past 24:00.
    static func text(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<100).contains(hour),
            (0..<60).contains(minute), self.text(hour * 60 + minute) == text
        else { return nil }
        return hour * 60 + minute
    }
}

/// Days as reports write them: 2025, 2025-07, 2025-07-03, 2025-07-03/2025-07-09.
enum ReportDays {
    /// - Throws: `ClaimLineProblem` that names the key.
    static func read(_ text: String, key: String) throws(ClaimLineProblem) -> DayInterval {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(days)
        if parts.count <= 2, let first = parts.first ?? nil, let last = parts.last ?? nil, first.first <= last.last {
            return DayInterval(first.first, last.last)
        }
        throw ClaimLineProblem("'\(key)' is '\(text)'; expected days as in 2025, 2025-07, 2025-07-03 or first/last")
    }

    private static func days(_ text: Substring) -> DayInterval? {
        guard text.first == "-" else { return DayInterval(iso: text) }
        // A year before the first.
        let parts = text.dropFirst().split(separator: "-").compactMap { Int($0) }
        switch parts.count {
        case 1: return .year(-parts[0])
        case 2: return .month(parts[1], of: -parts[0])
        case 3: return CalendarDay(year: -parts[0], month: parts[1], day: parts[2]).map { DayInterval($0) }
        default: return nil
        }
    }
}
