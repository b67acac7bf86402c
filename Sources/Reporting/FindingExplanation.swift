public import Reconciliation

/// How a discrepancy came about: its claims with the rules that made them, and how each stands to the primary one, or to
/// another from which it differs.
public struct FindingExplanation: Sendable {
    /// The gates between two claims.
    public struct Step: Sendable {
        /// Id of the primary claim, or of the one that the other was held against.
        public let first: String
        /// Id of the other.
        public let second: String
        public let comparability: Comparability

        public init(first: String, second: String, comparability: Comparability) {
            self.first = first
            self.second = second
            self.comparability = comparability
        }
    }

    /// Name and version of the program, as in "crosscheck 0.1.0".
    public let generator: String
    public let documents: [ReportDocument]
    public let discrepancy: Discrepancy
    /// The id of the check of one document that found it, which asks for no gates; nil where claims were compared.
    public let check: String?
    public let steps: [Step]

    public init(
        generator: String, documents: [ReportDocument], discrepancy: Discrepancy, check: String? = nil, steps: [Step]
    ) {
        self.generator = generator
        self.documents = documents
        self.discrepancy = discrepancy
        self.check = check
        self.steps = steps
    }
}

/// The formats of an explanation.
public enum FindingExplanationFormat: String, Sendable, CaseIterable {
    case text, json

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<FindingExplanation> {
        switch self {
        case .text: TextExplanationReporter(layout: layout)
        case .json: JSONExplanationReporter()
        }
    }
}
