import Documents
import Extraction
import FoundationEssentials
import Reconciliation
import Reporting
import Values

/// Reports to render.
enum Sample {
    static let documents = [
        ReportDocument(
            document: "a.txt", path: "news/a.txt",
            metadata: Metadata(
                title: "Ferry & quay", publisher: "Harbour Wire", published: DayInterval(iso: "2025-07-03"),
                language: "en", status: "corrected"),
            words: 120, claims: 2),
        ReportDocument(document: "b", path: "news/b.md", metadata: Metadata(), words: 80, claims: 1),
    ]

    static let subject = Subject(kind: .event, text: "fire, Tarn, May 2025", key: "fire|tarn|2025-05")

    static let claims = [
        claim(
            "c1", "a.txt", "over 150 people", Interval(lower: 150, upper: nil, lowerOpen: true),
            quote: "Over 150 people died", attribution: "the ministry", time: "2025-05"),
        claim(
            "c2", "b", "145 people", Interval(exactly: 145), quote: "killing 145 people", scope: ["the district"],
            modality: .hedged),
    ]

    static func claim(
        _ id: String, _ document: String, _ text: String, _ interval: Interval, quote: String,
        attribution: String? = nil, time: String? = nil, scope: [String] = [], modality: Modality = .asserted
    ) -> Claim {
        let span = ByteSpan(10, 10 + quote.utf8.count)
        return Claim(
            id: id, document: document, subject: subject, attribute: "deaths",
            value: ClaimValue(text: text, interval: interval, unit: "person"), scope: scope, attribution: attribution,
            modality: modality,
            time: time.flatMap { time in DayInterval(iso: time).map { ClaimTime(text: "May 2025", days: $0) } },
            span: span, sentenceSpan: span, quote: quote, sentence: "In Tarn: \(quote).",
            position: SourceMap.Position(line: 3, column: 11), rule: "casualties.deaths",
            derivation: Derivation(rule: "casualties.deaths", span: span, reading: "deaths"), isMain: true)
    }

    static func discrepancy(
        _ severity: Discrepancy.Severity = .error, claims: [Claim] = claims, status: Discrepancy.Status = .new
    ) -> Discrepancy {
        Discrepancy(
            id: "0123456789abcdef0123456789abcdef", kind: .quantity, relation: .contradiction, severity: severity,
            status: status, rule: "casualties.deaths", subject: subject, attribute: "deaths",
            message: "Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.", claims: claims)
    }

    static let coverage = Coverage(
        documents: 2, skipped: [Coverage.Skipped(path: "news/x.png", reason: "no document by its extension")],
        notes: [Coverage.Note(path: "news/a.txt", line: 7, message: "a tag is not closed")], sentences: 12, numbers: 9,
        claims: 2, leftAside: ["ordinal-or-id": 6, "no-rule": 1, "rank": 0])

    static let report = Report(
        generator: "crosscheck 1.2.3", documents: documents, discrepancies: [discrepancy()], coverage: coverage)

    /// Held against a baseline: new, known, no more, and left out by a configuration and by a comment.
    static let held = held(against: .file)

    /// The same, held against a revision.
    static let since = held(against: .revision)

    private static func held(against origin: BaselineSummary.Origin) -> Report {
        func numbered(_ number: Int, _ status: Discrepancy.Status) -> Discrepancy {
            var discrepancy = discrepancy(number == 1 ? .notice : .error, status: status)
            discrepancy.id = "\(number)123456789abcdef0123456789abcdef"
            discrepancy.claims[0].surroundings = Surroundings(before: "It burnt & burnt.", after: "Nobody slept …")
            return discrepancy
        }
        return Report(
            generator: "crosscheck 1.2.3", documents: documents,
            discrepancies: [numbered(0, .new), numbered(1, .known)],
            coverage: coverage,
            baseline: BaselineSummary(
                path: "accepted & known.jsonl", origin: origin, new: 1, known: 1,
                resolved: [BaselineSummary.Resolved(id: "12", rule: "r", subject: "fire, <Tarn>", attribute: "deaths")]),
            ignored: [
                IgnoredDiscrepancy(
                    discrepancy: numbered(2, .new), reason: .update, note: "the count of <Monday>",
                    place: "news/crosscheck.yaml:2:5", isInDocument: false),
                IgnoredDiscrepancy(
                    discrepancy: numbered(3, .known), reason: .differentScope, note: nil, place: "news/b.md:1:1",
                    isInDocument: true),
            ])
    }

    static let emptyReport = Report(
        generator: "crosscheck 1.2.3", documents: [], discrepancies: [],
        coverage: Coverage(
            documents: 0, skipped: [], notes: [], sentences: 0, numbers: 0, claims: 0, leftAside: [:]))

    static let listedClaims = claims.map { ListedClaim($0, blocks: ["deaths|place:tarn"]) }

    static let claimReport = ClaimReport(
        generator: "crosscheck 1.2.3", documents: documents, claims: listedClaims, coverage: coverage)

    static let subjectReport = SubjectReport(
        generator: "crosscheck 1.2.3", documents: documents,
        subjects: [
            ListedSubject(
                subject: subject, isMain: true, documents: documentIds(of: listedClaims), claims: listedClaims)
        ], coverage: coverage)

    private static func documentIds(of claims: [ListedClaim]) -> [String] {
        claims.map(\.claim.document).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
