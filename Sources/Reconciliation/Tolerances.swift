public import FoundationEssentials

/// How far two figures of one attribute may lie apart without being opposed.
public struct Tolerance: Hashable, Sendable {
    public enum Limit: Hashable, Sendable {
        /// A part of the larger figure, below 1.
        case share(Decimal)
        /// An amount; without a unit it is one of the figures' own, where that is the same.
        case amount(Decimal, unit: String?)
    }

    public var limit: Limit
    /// As it was written, for a reader: "5%".
    public var text: String

    public init(_ limit: Limit, text: String) {
        self.limit = limit
        self.text = text
    }
}

/// The tolerances of a run, by attribute. There are none but those that are set.
public struct Tolerances: Hashable, Sendable {
    private var byAttribute: [String: Tolerance] = [:]

    public init() {}

    public var isEmpty: Bool { byAttribute.isEmpty }

    /// Upper and lower case are one.
    public subscript(attribute: String) -> Tolerance? {
        get { byAttribute[attribute.lowercased()] }
        set { byAttribute[attribute.lowercased()] = newValue }
    }
}
