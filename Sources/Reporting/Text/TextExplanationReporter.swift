import Extraction
import Reconciliation

/// The message, then each claim with what was read of it and the rules that made it, then the gates between them, or the
/// check that found it.
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
                claim.id, "\(claim.attribute): \(claim.value.text), read as \(claim.value.readingWithUnit)", indent: 0,
                column: column, .bold)
            for line in ["“\(claim.sentence)”", sources.line(for: claim)] + Self.qualities(claim) {
                page.paragraph(line, indent: column + 2, hanging: 2)
            }
            for (depth, line) in Self.tree(claim.derivation) {
                page.paragraph(line, indent: column + 2 + 2 * depth, hanging: 2)
            }
        }
        if let check = explanation.check {
            page.blankLine()
            page.paragraph(
                "Found by \(check), which holds what one document says against itself: no gates are asked for. "
                    + "'crosscheck explain \(check)' tells more.")
        }
        for step in explanation.steps {
            page.blankLine()
            page.paragraph("\(step.first) and \(step.second)", .bold)
            page.gates(step.comparability.gates)
            page.paragraph(step.comparability.outcome, hanging: 2)
        }
        try page.drain(to: &sink)
    }

    /// What comparing looks at besides the value.
    private static func qualities(_ claim: Claim) -> [String] {
        var lines = ["about: \(claim.subject.text)"]
        if let time = claim.time { lines.append("time: \(time.text) (\(time.days))") }
        if let asOf = claim.asOf { lines.append("as of: \(asOf)") }
        if let attribution = claim.attribution { lines.append("according to: \(attribution)") }
        if !claim.scope.isEmpty { lines.append("of: \(claim.scope.joined(separator: ", "))") }
        return lines + [claim.modality.rawValue]
    }

    /// "by casualties.deaths: …", what a rule used one level further in.
    private static func tree(_ derivation: Derivation, depth: Int = 0) -> [(depth: Int, line: String)] {
        [(depth, "by \(derivation.rule): \(derivation.reading)")]
            + derivation.children.flatMap { tree($0, depth: depth + 1) }
    }
}
