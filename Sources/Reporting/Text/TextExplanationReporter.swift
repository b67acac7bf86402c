import Extraction
import Reconciliation

/// The message, then each claim with its interval and the rules that made it, then the gates between them.
public struct TextExplanationReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ explanation: FindingExplanation, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        let found = explanation.discrepancy
        page.paragraph(
            "\(found.severity.rawValue): \(found.kind.rawValue), \(found.relation.rawValue) [\(found.id)]", .bold)
        page.paragraph(found.message)
        let sources = DocumentSources(explanation.documents)
        let column = page.column(for: found.claims.map(\.id))
        for claim in found.claims {
            page.blankLine()
            page.labelled(
                claim.id, "\(claim.attribute): \(claim.value.text), read as \(claim.value.reading)", indent: 0,
                column: column, .bold)
            for line in ["“\(claim.sentence)”", sources.line(for: claim)] + Self.tree(claim.derivation) {
                page.paragraph(line, indent: column + 2, hanging: 2)
            }
        }
        for step in explanation.steps {
            page.blankLine()
            page.paragraph("\(step.first) and \(step.second)", .bold)
            page.gates(step.comparability.gates)
            page.paragraph(step.comparability.outcome, hanging: 2)
        }
        try page.drain(to: &sink)
    }

    /// "by casualties.deaths: …", what a rule used two columns further in.
    private static func tree(_ derivation: Derivation, depth: Int = 0) -> [String] {
        let line = String(repeating: "  ", count: depth) + "by \(derivation.rule): \(derivation.reading)"
        return [line] + derivation.children.flatMap { tree($0, depth: depth + 1) }
    }
}
