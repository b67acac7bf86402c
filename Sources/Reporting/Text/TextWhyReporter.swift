import Extraction
import Reconciliation

/// Both claims, what each gate saw, and what came of it.
public struct TextWhyReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ report: WhyReport, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        let sources = DocumentSources(report.documents)
        let labels = report.claims.map(\.claim.id)
        for claim in report.claims.map(\.claim) {
            page.labelled(
                claim.id, "\(claim.attribute): \(claim.value.text)", indent: 0, column: page.column(for: labels), .bold)
            for line in ["“\(claim.quote)”", claim.subject.text, sources.line(for: claim)] {
                page.paragraph(line, indent: page.column(for: labels) + 2, hanging: 2)
            }
        }
        page.blankLine()
        page.gates(report.comparability.gates)
        page.blankLine()
        page.paragraph(report.comparability.outcome, hanging: 2, .bold)
        try page.drain(to: &sink)
    }
}

extension TextPage {
    /// A line for each gate.
    mutating func gates(_ gates: [Gate]) {
        let column = column(for: gates.map(\.name))
        for gate in gates {
            let verdict = gate.holds ? "yes" : "no"
            labelled(
                gate.name, "\(verdict): \(gate.first) | \(gate.second)", indent: 0, column: column,
                gate.holds ? .green : .yellow)
        }
    }
}
