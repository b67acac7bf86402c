/// Values on one line: where each lies, in shares of the line's length from 0 to 1, and the ticks of its scale.
struct ValueLine: Equatable {
    /// What the line measures.
    enum Measure: Sendable {
        case number
        /// Days since 1970-01-01.
        case day
        /// Minutes from midnight.
        case clock
    }

    /// What one claim says.
    struct Extent: Equatable, Sendable {
        /// nil where there is no end.
        var lower, upper: Double?
        var lowerOpen = false
        var upperOpen = false
    }

    enum End: Equatable, Sendable {
        /// The value itself is meant.
        case closed
        /// Only what lies beyond it is meant.
        case open
        /// The line's edge, and all that would follow.
        case unbounded
    }

    struct Mark: Equatable, Sendable {
        var start, end: Double
        var startEnd, endEnd: End

        var isPoint: Bool { start == end }
    }

    struct Tick: Equatable, Sendable {
        var position: Double
        var label: String
    }

    /// In the order of the extents.
    let marks: [Mark]
    let ticks: [Tick]

    /// nil where there is nothing to compare: fewer than two extents, no ends, or all of them the same.
    init?(_ extents: [Extent], measure: Measure) {
        let ends = extents.flatMap { [$0.lower, $0.upper].compactMap { $0 } }.filter(\.isFinite)
        guard let least = ends.min(), let most = ends.max(), extents.contains(where: { $0 != extents[0] }) else {
            return nil
        }
        let isUnbounded = extents.contains { $0.lower == nil || $0.upper == nil }
        let room = Self.room(from: least, to: most, isUnbounded: isUnbounded)
        let domain = (least - room)...(most + room)
        guard domain.lowerBound.isFinite, domain.upperBound.isFinite, domain.lowerBound < domain.upperBound else {
            return nil
        }
        marks = extents.map { Self.mark($0, in: domain) }
        ticks = LineTicks.ticks(in: domain, measure: measure).map {
            Tick(position: Self.share($0.value, in: domain), label: $0.label)
        }
    }

    /// What is left free at each side; arrows need more of it.
    private static func room(from least: Double, to most: Double, isUnbounded: Bool) -> Double {
        let span = most - least
        return span > 0 ? span * (isUnbounded ? 0.25 : 0.12) : max(abs(least) * 0.1, 1)
    }

    private static func mark(_ extent: Extent, in domain: ClosedRange<Double>) -> Mark {
        Mark(
            start: extent.lower.map { share($0, in: domain) } ?? 0,
            end: extent.upper.map { share($0, in: domain) } ?? 1,
            startEnd: extent.lower == nil ? .unbounded : extent.lowerOpen ? .open : .closed,
            endEnd: extent.upper == nil ? .unbounded : extent.upperOpen ? .open : .closed)
    }

    private static func share(_ value: Double, in domain: ClosedRange<Double>) -> Double {
        let length = domain.upperBound - domain.lowerBound
        return length.isFinite ? min(max((value - domain.lowerBound) / length, 0), 1) : 0.5
    }
}
