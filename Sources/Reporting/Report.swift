public import Documents
public import Reconciliation

/// What one run found: immutable, complete, and the same for the same input whatever renders it.
public struct Report: Sendable {
    /// Name and version of the program, as in "crosscheck 0.1.0".
    public let generator: String
    public let documents: [ReportDocument]
    /// The worst first; a total order.
    public let discrepancies: [Discrepancy]
    public let coverage: Coverage
    /// Set where the run was held against accepted discrepancies.
    public let baseline: BaselineSummary?
    /// Findings that an ignore leaves out, in the order of the findings.
    public let ignored: [IgnoredDiscrepancy]
    /// How many are left out, by reason; a report that was read back knows no more of them.
    public let ignoredCounts: [(reason: IgnoreReason, count: Int)]
    /// What whoever runs the check is to be told beside the report: ignores that ended, cover nothing or cannot be read.
    /// Each names its place.
    public let remarks: [String]

    public init(
        generator: String, documents: [ReportDocument], discrepancies: [Discrepancy], coverage: Coverage,
        baseline: BaselineSummary? = nil, ignored: [IgnoredDiscrepancy] = [],
        ignoredCounts: [(reason: IgnoreReason, count: Int)]? = nil, remarks: [String] = []
    ) {
        self.generator = generator
        self.documents = documents
        self.discrepancies = discrepancies
        self.coverage = coverage
        self.baseline = baseline
        self.ignored = ignored
        self.ignoredCounts = ignoredCounts ?? ignored.counts
        self.remarks = remarks
    }
}

extension Report {
    /// "2 ignored (update 1, accepted 1)"; nil where none are.
    public var ignoredLine: String? {
        let reasons = ignoredCounts.map { "\($0.reason.rawValue) \($0.count)" }.joined(separator: ", ")
        let count = ignoredCounts.reduce(0) { $0 + $1.count }
        return count == 0 ? nil : "\(count) ignored (\(reasons))"
    }
}

/// How a run stands to what was accepted before.
public struct BaselineSummary: Sendable, Hashable {
    /// An accepted discrepancy that is no more.
    public struct Resolved: Sendable, Hashable {
        public var id: String
        public var rule: String
        public var subject: String
        public var attribute: String

        public init(id: String, rule: String, subject: String, attribute: String) {
            self.id = id
            self.rule = rule
            self.subject = subject
            self.attribute = attribute
        }
    }

    /// What the run was held against.
    public enum Origin: String, Sendable, CaseIterable {
        /// A file of what was accepted.
        case file
        /// The documents of a revision: what is known was there then, and nobody has accepted it.
        case revision
    }

    /// The baseline's file, or the revision that the run was compared with.
    public var path: String
    public var origin: Origin
    public var new: Int
    public var known: Int
    public var resolved: [Resolved]

    public init(path: String, origin: Origin = .file, new: Int, known: Int, resolved: [Resolved]) {
        self.path = path
        self.origin = origin
        self.new = new
        self.known = known
        self.resolved = resolved
    }

    /// "new since accepted.jsonl: 1 new, 12 known, 0 stale"
    public var line: String { "new since \(path): \(new) new, \(known) known, \(resolved.count) stale" }
}

/// A document as a report lists it.
public struct ReportDocument: Sendable, Hashable {
    /// The document's id, by which claims name it.
    public let document: String
    public let path: String
    public let metadata: Metadata
    public let words: Int
    public let claims: Int
    public let sentences: Int
    /// Numbers seen in its prose, of whatever sort.
    public let numbers: Int
    public let comments: [EditorComment]

    public init(
        document: String, path: String, metadata: Metadata, words: Int, claims: Int, sentences: Int = 0,
        numbers: Int = 0, comments: [EditorComment] = []
    ) {
        self.document = document
        self.path = path
        self.metadata = metadata
        self.words = words
        self.claims = claims
        self.sentences = sentences
        self.numbers = numbers
        self.comments = comments
    }
}

/// What was read, what was passed over and why, and what became of the numbers.
public struct Coverage: Sendable, Hashable {
    public struct Skipped: Sendable, Hashable {
        public var path: String
        public var reason: String

        public init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }
    }

    /// A reader's remark on a document, as on broken markup.
    public struct Note: Sendable, Hashable {
        public var path: String
        public var line: Int?
        public var message: String

        public init(path: String, line: Int?, message: String) {
            self.path = path
            self.line = line
            self.message = message
        }
    }

    public var documents: Int
    public var skipped: [Skipped]
    public var notes: [Note]
    public var sentences: Int
    /// Numbers seen in prose, of whatever sort.
    public var numbers: Int
    public var claims: Int
    /// Numbers that became no claim, by reason in alphabetical order.
    public var leftAside: [(reason: String, count: Int)] {
        leftAsideCounts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
    private var leftAsideCounts: [String: Int]

    /// - Parameter count: numbers that became no claim; nothing happens where it is 0.
    public mutating func addLeftAside(_ count: Int, reason: String) {
        if count > 0 { leftAsideCounts[reason, default: 0] += count }
    }

    public init(
        documents: Int, skipped: [Skipped], notes: [Note], sentences: Int, numbers: Int, claims: Int,
        leftAside: [String: Int]
    ) {
        self.documents = documents
        self.skipped = skipped
        self.notes = notes
        self.sentences = sentences
        self.numbers = numbers
        self.claims = claims
        leftAsideCounts = leftAside.filter { $0.value > 0 }
    }
}
