import FoundationEssentials

/// What one stage made of a text.
public struct Inspection: Encodable, Sendable {
    /// The stages that can be looked at.
    public enum Layer: String, Sendable, CaseIterable {
        case tokens, quantities, times, events, claims
    }

    /// In text order.
    let rows: [any InspectionRow]

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for row in rows { try container.encode(row) }
    }

    /// For people: a line for each thing found.
    public var lines: [String] { rows.map(\.line) }
}

/// One thing that a stage found.
protocol InspectionRow: Encodable, Sendable {
    /// For people.
    var line: String { get }
}
