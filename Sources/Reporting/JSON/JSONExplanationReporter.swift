import Documents
import Extraction
import Reconciliation

/// The discrepancy, the derivations of its claims and the gates as one JSON object.
public struct JSONExplanationReporter: Reporter {
    public init() {}

    public func write(_ explanation: FindingExplanation, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(
            ExplanationView(
                generator: explanation.generator, documents: explanation.documents.map(DocumentView.init),
                discrepancy: DiscrepancyView(explanation.discrepancy), check: explanation.check,
                derivations: explanation.discrepancy.claims.map {
                    ExplanationView.ClaimDerivation(
                        claim: $0.id, subject: SubjectTextView($0.subject), asOf: $0.asOf?.description,
                        derivation: DerivationView($0.derivation))
                },
                comparisons: explanation.steps.map { step in
                    ExplanationView.Comparison(
                        first: step.first, second: step.second,
                        gates: step.comparability.gates.map(GateView.init), outcome: step.comparability.outcome)
                }))
    }
}

private struct ExplanationView: Encodable {
    struct ClaimDerivation: Encodable {
        var claim: String
        var subject: SubjectTextView
        /// The days for which a figure that changes was given.
        var asOf: String?
        var derivation: DerivationView
    }

    struct Comparison: Encodable {
        var first, second: String
        var gates: [GateView]
        var outcome: String
    }

    var version = ReportSchema.version
    var generator: String
    var documents: [DocumentView]
    var discrepancy: DiscrepancyView
    var check: String?
    var derivations: [ClaimDerivation]
    var comparisons: [Comparison]
}

private struct DerivationView: Encodable {
    var rule, reading: String
    var start, end: Int
    var children: [DerivationView]

    init(_ derivation: Derivation) {
        rule = derivation.rule
        reading = derivation.reading
        start = derivation.span.start
        end = derivation.span.end
        children = derivation.children.map(DerivationView.init)
    }
}
