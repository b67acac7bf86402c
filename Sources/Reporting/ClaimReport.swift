public import Extraction

/// The claims of a run's documents.
public struct ClaimReport: Sendable {
    /// Name and version of the program, as in "crosscheck 0.1.0".
    public let generator: String
    public let documents: [ReportDocument]
    /// In document order.
    public let claims: [ListedClaim]
    public let coverage: Coverage

    public init(generator: String, documents: [ReportDocument], claims: [ListedClaim], coverage: Coverage) {
        self.generator = generator
        self.documents = documents
        self.claims = claims
        self.coverage = coverage
    }
}

/// A claim on its own, with what is needed to compare it elsewhere.
public struct ListedClaim: Sendable {
    public let claim: Claim
    /// Keys by which claims can be parted so that every comparable pair shares a part.
    public let blocks: [String]

    public init(_ claim: Claim, blocks: [String]) {
        self.claim = claim
        self.blocks = blocks
    }
}

/// What a run's documents speak of.
public struct SubjectReport: Sendable {
    /// Name and version of the program, as in "crosscheck 0.1.0".
    public let generator: String
    public let documents: [ReportDocument]
    /// In the order in which they come up.
    public let subjects: [ListedSubject]
    public let coverage: Coverage

    public init(generator: String, documents: [ReportDocument], subjects: [ListedSubject], coverage: Coverage) {
        self.generator = generator
        self.documents = documents
        self.subjects = subjects
        self.coverage = coverage
    }
}

/// A subject and all claims made about it, in one document or in several.
public struct ListedSubject: Sendable {
    public let subject: Subject
    /// Some document is about it.
    public let isMain: Bool
    /// The ids of the documents that speak of it, in document order, whether they make claims about it or not.
    public let documents: [String]
    /// In document order.
    public let claims: [ListedClaim]

    public init(subject: Subject, isMain: Bool, documents: [String], claims: [ListedClaim]) {
        self.subject = subject
        self.isMain = isMain
        self.documents = documents
        self.claims = claims
    }

}
