public import Reconciliation

/// Why two claims are compared, or are not.
public struct WhyReport: Sendable {
    /// Name and version of the program, as in "crosscheck 0.1.0".
    public let generator: String
    public let documents: [ReportDocument]
    /// The two.
    public let claims: [ListedClaim]
    public let comparability: Comparability

    public init(
        generator: String, documents: [ReportDocument], claims: [ListedClaim], comparability: Comparability
    ) {
        self.generator = generator
        self.documents = documents
        self.claims = claims
        self.comparability = comparability
    }
}

/// The formats of an answer to why.
public enum WhyFormat: String, Sendable, CaseIterable {
    case text, json

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<WhyReport> {
        switch self {
        case .text: TextWhyReporter(layout: layout)
        case .json: JSONWhyReporter()
        }
    }
}
