public import Extraction

/// Two or more claims about one subject and attribute whose values do not go together.
public struct Discrepancy: Sendable {
    /// What differs.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case quantity, date, duration, age, arithmetic, place, name, role, set, rank, polarity, quotation, conversion
        case weekday
    }

    /// How the claims stand to each other.
    public enum Relation: String, Sendable, CaseIterable, Codable {
        /// They cannot both be true.
        case contradiction
        /// Each is attributed to another party.
        case sourcesDiffer = "sources-differ"
        /// A later report gives a newer figure for something that changes.
        case update
        /// Two names or spellings of one thing.
        case variant

        public var severity: Severity {
            switch self {
            case .contradiction: .error
            case .sourcesDiffer: .warning
            case .update, .variant: .notice
            }
        }
    }

    public enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
        case notice, warning, error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
        private var rank: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public enum Status: String, Sendable, CaseIterable, Codable {
        case new, known, resolved
    }

    /// The fingerprint: equal for the same disagreement in every run, whatever the lines, the wording or the order.
    public var id: String
    public var kind: Kind
    public var relation: Relation
    public var severity: Severity
    public var status: Status
    /// Id of the rule whose claims disagree.
    public var rule: String
    public var subject: Subject
    public var attribute: String
    /// One English sentence that names subject, attribute and values.
    public var message: String
    /// The primary claim, then the others in document order; two at the least.
    public var claims: [Claim]

    public init(
        id: String, kind: Kind, relation: Relation, severity: Severity, status: Status, rule: String,
        subject: Subject, attribute: String, message: String, claims: [Claim]
    ) {
        self.id = id
        self.kind = kind
        self.relation = relation
        self.severity = severity
        self.status = status
        self.rule = rule
        self.subject = subject
        self.attribute = attribute
        self.message = message
        self.claims = claims
    }

    /// The fingerprint that it would have if its documents had other names.
    public func fingerprint(naming name: (String) -> String) -> String { Fingerprint.of(self, naming: name) }
}
