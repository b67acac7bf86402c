import FoundationEssentials

/// What one stage made of a text.
public struct Inspection: Encodable, Sendable {
    /// The stages that can be looked at.
    public enum Layer: String, Sendable, CaseIterable {
        case tokens, syntax, names, quantities, times, events, claims
    }

    /// In text order.
    private var rows: [any InspectionRow]
    /// Trees in CoNLL-U; nil but for syntax.
    public private(set) var conllu: String?

    init(rows: [any InspectionRow] = [], conllu: String? = nil) {
        self.rows = rows
        self.conllu = conllu
    }

    mutating func append(_ other: Inspection) {
        rows += other.rows
        if let more = other.conllu { conllu = (conllu ?? "") + more }
    }

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
