import Documents
import Extraction
import FoundationEssentials
import Reconciliation
import Values

// What the JSON formats hold, key for key. An absent optional is an absent key.

/// A whole report; one of the lists is there.
struct ReportView: Encodable {
    var version = ReportSchema.version
    var generator: String
    var documents: [DocumentView]
    var discrepancies: [DiscrepancyView]?
    var claims: [ListedClaim]?
    var subjects: [ListedSubjectView]?
    var coverage: CoverageView
    var baseline: BaselineView?
    var ignored: [IgnoredView]?
}

struct DocumentView: Encodable {
    var id, path: String
    var title, publisher, published, language, status: String?
    var words, claims: Int

    init(_ document: ReportDocument) {
        id = document.document
        path = document.path
        title = document.metadata.title
        publisher = document.metadata.publisher
        published = document.metadata.published?.description
        language = document.metadata.language
        status = document.metadata.status
        words = document.words
        claims = document.claims
    }
}

struct ClaimTimeView: Codable {
    var text, from, to: String

    init(_ time: ClaimTime) {
        text = time.text
        from = time.days.first.description
        to = time.days.last.description
    }

    func time() throws(ClaimLineProblem) -> ClaimTime {
        ClaimTime(text: text, days: try ReportDays.read(from + "/" + to, key: "time"))
    }
}

/// A check of one document that did not come out.
struct ConflictView: Codable {
    struct Place: Codable {
        var start, end: Int
    }

    var rule, kind, message: String
    var others: [Place]

    init(_ conflict: Conflict) {
        rule = conflict.rule
        kind = conflict.kind
        message = conflict.message
        others = conflict.others.map { Place(start: $0.start, end: $0.end) }
    }

    func conflict() throws(ClaimLineProblem) -> Conflict {
        var spans: [ByteSpan] = []
        for other in others { spans.append(try ReportSpan.read(other.start, other.end, keys: "places in 'conflicts'")) }
        return Conflict(rule: rule, kind: kind, message: message, others: spans)
    }
}

/// A claim as a discrepancy shows it.
struct ClaimView: Encodable {
    var id, document: String
    var value: ValueView
    var scope: [String]?
    var attribution: String?
    var modality: String
    var time: ClaimTimeView?
    var start, end, sentenceStart, sentenceEnd, line, column: Int
    var quote, sentence: String
    /// The rest of the paragraph.
    var before, after: String?

    init(_ claim: Claim) {
        id = claim.id
        document = claim.document
        value = ValueView(claim.value)
        scope = claim.scope.isEmpty ? nil : claim.scope
        attribution = claim.attribution
        modality = claim.modality.rawValue
        time = claim.time.map(ClaimTimeView.init)
        start = claim.span.start
        end = claim.span.end
        sentenceStart = claim.sentenceSpan.start
        sentenceEnd = claim.sentenceSpan.end
        line = claim.position.line
        column = claim.position.column
        quote = claim.quote
        sentence = claim.sentence
        let around = claim.surroundings
        before = around.before.isEmpty ? nil : around.before
        after = around.after.isEmpty ? nil : around.after
    }
}

extension ListedClaim: Encodable {
    private enum CodingKeys: CodingKey {
        case subject, attribute, rule, main, open, terms, about, conflicts, asOf, published, blocks
    }

    /// The JSON shape of a claim: what a discrepancy shows of it, and what comparing it needs.
    public func encode(to encoder: any Encoder) throws {
        try ClaimView(claim).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(SubjectView(claim.subject), forKey: .subject)
        try container.encode(claim.attribute, forKey: .attribute)
        try container.encode(claim.rule, forKey: .rule)
        try container.encode(claim.isMain, forKey: .main)
        try container.encodeIfPresent(claim.isOpen ? true : nil, forKey: .open)
        try container.encodeIfPresent(claim.terms.isEmpty ? nil : claim.terms, forKey: .terms)
        try container.encodeIfPresent(claim.about.isEmpty ? nil : claim.about, forKey: .about)
        let conflicts = claim.conflicts.map(ConflictView.init)
        try container.encodeIfPresent(conflicts.isEmpty ? nil : conflicts, forKey: .conflicts)
        try container.encodeIfPresent(claim.asOf?.description, forKey: .asOf)
        try container.encodeIfPresent(claim.published?.description, forKey: .published)
        try container.encode(blocks, forKey: .blocks)
    }
}

struct ListedSubjectView: Encodable {
    var subject: SubjectView
    var main: Bool
    var documents: [String]
    var claims: [ListedClaim]

    init(_ listed: ListedSubject) {
        subject = SubjectView(listed.subject)
        main = listed.isMain
        documents = listed.documents
        claims = listed.claims
    }
}

struct DiscrepancyView: Encodable {
    var id, kind, relation, severity, status, rule: String
    var subject: SubjectTextView
    var attribute, message: String
    var claims: [ClaimView]

    init(_ discrepancy: Discrepancy) {
        id = discrepancy.id
        kind = discrepancy.kind.rawValue
        relation = discrepancy.relation.rawValue
        severity = discrepancy.severity.rawValue
        status = discrepancy.status.rawValue
        rule = discrepancy.rule
        subject = SubjectTextView(discrepancy.subject)
        attribute = discrepancy.attribute
        message = discrepancy.message
        claims = discrepancy.claims.map(ClaimView.init)
    }
}

/// How a run stands to what was accepted before.
struct BaselineView: Encodable {
    struct Resolved: Encodable {
        var id, rule, subject, attribute: String
    }

    var path, origin: String
    var new, known: Int
    var resolved: [Resolved]

    init(_ baseline: BaselineSummary) {
        path = baseline.path
        origin = baseline.origin.rawValue
        new = baseline.new
        known = baseline.known
        resolved = baseline.resolved.map {
            Resolved(id: $0.id, rule: $0.rule, subject: $0.subject, attribute: $0.attribute)
        }
    }
}

/// A discrepancy that an ignore leaves out.
struct IgnoredView: Encodable {
    var reason, place: String
    var note: String?
    var inDocument: Bool
    var discrepancy: DiscrepancyView

    init(_ ignored: IgnoredDiscrepancy) {
        reason = ignored.reason.rawValue
        place = ignored.place
        note = ignored.note
        inDocument = ignored.isInDocument
        discrepancy = DiscrepancyView(ignored.discrepancy)
    }
}

struct CoverageView: Encodable {
    struct LeftAside: Encodable {
        var reason: String
        var count: Int
    }

    struct Skipped: Encodable {
        var path, reason: String
    }

    struct Note: Encodable {
        var path: String
        var line: Int?
        var message: String
    }

    var documents, sentences, numbers, claims: Int
    var leftAside: [LeftAside]
    var skipped: [Skipped]
    var notes: [Note]
    var ignored: [LeftAside]?

    init(_ coverage: Coverage, ignored: [(reason: IgnoreReason, count: Int)] = []) {
        documents = coverage.documents
        sentences = coverage.sentences
        numbers = coverage.numbers
        claims = coverage.claims
        leftAside = coverage.leftAside.map { LeftAside(reason: $0.reason, count: $0.count) }
        skipped = coverage.skipped.map { Skipped(path: $0.path, reason: $0.reason) }
        notes = coverage.notes.map { Note(path: $0.path, line: $0.line, message: $0.message) }
        self.ignored = ignored.isEmpty ? nil : ignored.map { LeftAside(reason: $0.reason.rawValue, count: $0.count) }
    }
}
