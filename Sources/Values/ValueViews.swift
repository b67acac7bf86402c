import Documents
import FoundationEssentials
public import Language

/// A quantity as `inspect` shows it; numbers are strings of decimal digits. The text is number and unit; what hedges beside them
/// say is told by `approximate`, `lower`, `upper` and `open`.
public struct QuantityView: Codable, Sendable {
    public var start: Int
    public var end: Int
    public var text: String
    public var value: String?
    public var lower: String?
    public var upper: String?
    public var open: String?
    public var approximate: Bool
    public var unit: String?
    public var dimension: String?

    public init(_ quantity: Quantity, in analysis: Analysis) {
        let figure = analysis.bytes(of: quantity.figure)
        start = figure.start
        end = figure.end
        text = analysis.document.string(figure)
        value = quantity.value?.description
        lower = quantity.bounds?.lower?.description
        upper = quantity.bounds?.upper?.description
        open = quantity.bounds.flatMap(\.openEnds)
        approximate = quantity.approximate
        unit = quantity.unit?.id
        dimension = quantity.unit?.dimension.rawValue ?? quantity.kind.rawValue
    }
}

/// A time as `inspect` shows it.
public struct TimeView: Codable, Sendable {
    public var start: Int
    public var end: Int
    public var text: String
    public var timex: String
    public var from: String?
    public var to: String?
    public var seconds: String?

    public init(_ time: TimeExpression, in analysis: Analysis) {
        start = time.span.start
        end = time.span.end
        text = analysis.document.string(time.span)
        timex = time.timex
        from = time.openStart ? nil : time.interval.map { Self.instant($0.first.description, time.clock?.lowerBound) }
        to = time.openEnd ? nil : time.interval.map { Self.instant($0.last.description, time.clock?.upperBound) }
        seconds = time.seconds?.description
    }

    private static func instant(_ day: String, _ minutes: Int?) -> String {
        minutes.map { day + Timex.clock($0, hasMinutes: true) } ?? day
    }
}

extension Interval {
    /// `lower`, `upper` or `both` where ends are open; nil where none is.
    public var openEnds: String? {
        switch (lowerOpen, upperOpen) {
        case (true, true): "both"
        case (true, false): "lower"
        case (false, true): "upper"
        case (false, false): nil
        }
    }
}
