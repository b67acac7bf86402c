/// A half-open range of positions counted in `Unit`.
///
/// The unit is part of the type, so that a byte position is never taken for a token index. Positions are made once, by
/// the reader or the tokenizer, and only copied afterwards.
public struct Span<Unit>: Hashable, Sendable {
    private let lower: Int32
    private let upper: Int32

    /// - Precondition: `0 <= start <= end`, and both fit 32 bits (documents are limited to 2 GB when they are read).
    public init(_ start: Int, _ end: Int) {
        precondition(start >= 0 && start <= end)
        lower = Int32(start)
        upper = Int32(end)
    }

    public var start: Int { Int(lower) }
    /// One past the last position.
    public var end: Int { Int(upper) }
    public var range: Range<Int> { Int(lower)..<Int(upper) }
    public var count: Int { Int(upper - lower) }
    public var isEmpty: Bool { lower == upper }

    public func contains(_ other: Span) -> Bool { lower <= other.lower && other.upper <= upper }
    public func overlaps(_ other: Span) -> Bool { lower < other.upper && other.lower < upper }
    /// The smallest span that holds both.
    public func union(_ other: Span) -> Span {
        Span(Int(min(lower, other.lower)), Int(max(upper, other.upper)))
    }
}

extension Span: Comparable {
    public static func < (a: Span, b: Span) -> Bool { (a.lower, a.upper) < (b.lower, b.upper) }
}

extension Span: CustomStringConvertible {
    public var description: String { "\(lower)..<\(upper)" }
}

/// Counts UTF-8 bytes of a document's text.
public enum Bytes {}
/// A half-open range of UTF-8 bytes in a document's text.
public typealias ByteSpan = Span<Bytes>
