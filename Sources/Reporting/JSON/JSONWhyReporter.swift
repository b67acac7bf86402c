import Reconciliation

/// Both claims, the gates and the outcome as one JSON object.
public struct JSONWhyReporter: Reporter {
    public init() {}

    public func write(_ report: WhyReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(
            WhyView(
                generator: report.generator, documents: report.documents.map(DocumentView.init), claims: report.claims,
                gates: report.comparability.gates.map(GateView.init), outcome: report.comparability.outcome))
    }
}

private struct WhyView: Encodable {
    var version = ReportSchema.version
    var generator: String
    var documents: [DocumentView]
    var claims: [ListedClaim]
    var gates: [GateView]
    var outcome: String
}

/// What a gate saw in two claims.
struct GateView: Encodable {
    var name: String
    var holds: Bool
    var first, second: String

    init(_ gate: Gate) {
        name = gate.name
        holds = gate.holds
        first = gate.first
        second = gate.second
    }
}
