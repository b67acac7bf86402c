import Documents
import Extraction
import Reconciliation

/// How many findings share a word, and the fragment that filters for it.
struct HTMLCount {
    let name: String
    let value: String
    let count: Int
}

/// A field by which findings can be filtered, with what occurs of it.
struct HTMLFilter {
    let key, label: String
    let counts: [HTMLCount]

    /// By raw value, in the order of the cases; only what occurs.
    fileprivate init<Case: RawRepresentable<String> & CaseIterable & Equatable>(
        _ key: String, _ label: String, of findings: [Discrepancy], _ value: (Discrepancy) -> Case,
        order: [Case] = Array(Case.allCases)
    ) {
        self.init(
            key: key, label: label,
            counts: order.map { one in
                HTMLCount(
                    name: one.rawValue.replacing("-", with: " "), value: one.rawValue,
                    count: findings.count { value($0) == one })
            })
    }

    fileprivate init(key: String, label: String, counts: [HTMLCount]) {
        self.key = key
        self.label = label
        self.counts = counts.filter { $0.count > 0 }
    }
}

/// The page up to the first finding.
struct HTMLStartView {
    let generator, title, summary, style: String
    let baseline, revision: String?
    let hasFindings, hasResolved, hasIgnored: Bool
    /// How many documents take part in findings.
    let involved: String
    /// Shown in the header, by their counts.
    let counts: [HTMLFilter]
    /// Offered as controls.
    let filters: [HTMLFilter]

    init(_ report: Report) {
        let findings = report.discrepancies
        let severities = HTMLFilter(
            "severity", "Severity", of: findings, \.severity, order: Discrepancy.Severity.allCases.reversed())
        let relations = HTMLFilter("relation", "Relation", of: findings, \.relation)
        let kinds = HTMLFilter("kind", "Kind", of: findings, \.kind)
        let statuses = HTMLFilter("status", "Status", of: findings, \.status)
        let documents = Self.documents(report)
        generator = report.generator
        title = findings.isEmpty ? "No discrepancies" : TextPage.count(findings.count, "finding")
        summary = Self.summary(report)
        style = String(decoding: PackageResources.report_css, as: UTF8.self)
        baseline = report.baseline.flatMap { $0.origin == .file ? $0.line : nil }
        revision = report.baseline.flatMap { $0.origin == .revision ? $0.line : nil }
        hasFindings = !findings.isEmpty
        hasResolved = !(report.baseline?.resolved ?? []).isEmpty
        hasIgnored = !report.ignored.isEmpty
        involved = "\(documents.counts.count) of \(report.documents.count)"
        counts = [severities, relations, kinds, statuses]
        filters = counts + [documents]
    }

    private static func summary(_ report: Report) -> String {
        let coverage = report.coverage
        let read = [
            TextPage.count(coverage.documents, "document"), TextPage.count(coverage.sentences, "sentence"),
            TextPage.count(coverage.numbers, "number"), TextPage.count(coverage.claims, "claim"),
        ]
        return "Read: \(read.joined(separator: ", "))."
    }

    /// Each document with the findings that it takes part in, in the order of the report.
    private static func documents(_ report: Report) -> HTMLFilter {
        var counts: [String: Int] = [:]
        for finding in report.discrepancies {
            for document in Set(finding.claims.map(\.document)) { counts[document, default: 0] += 1 }
        }
        return HTMLFilter(
            key: "document", label: "Document",
            counts: report.documents.enumerated().map { index, document in
                HTMLCount(
                    name: document.metadata.title ?? document.path, value: "d\(index + 1)",
                    count: counts[document.document] ?? 0)
            })
    }
}

/// A document with the claims that findings show.
struct HTMLDocumentView {
    let anchor, name, path, size: String
    let findings: String
    let origin, language, status: String?
    let hasEntries: Bool
    let entries: [MarkedParagraph]

    init(_ document: ReportDocument, anchor: String, entries: [ClaimPlaces.Entry]) {
        let origin = DocumentSources.origin(document)
        self.anchor = anchor
        name = document.metadata.title ?? document.path
        path = document.path
        self.origin = origin.isEmpty ? nil : origin.joined(separator: ", ")
        language = Self.language(document.metadata.language)
        status = document.metadata.status
        size = [TextPage.count(document.words, "word"), TextPage.count(document.claims, "claim")]
            .joined(separator: ", ")
        let numbers = Set(entries.flatMap { $0.uses.map(\.number) })
        findings = TextPage.count(numbers.count, "finding")
        hasEntries = !entries.isEmpty
        self.entries = MarkedParagraph.paragraphs(of: entries)
    }

    /// A language tag that may stand in an attribute; nil for what is none.
    static func language(_ tag: String?) -> String? {
        guard let tag, (2...35).contains(tag.utf8.count) else { return nil }
        return tag.utf8.allSatisfy { UInt8(ascii: "-") == $0 || isAlphanumeric($0) } ? tag : nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

/// The page from the last finding on.
struct HTMLEndView {
    struct Row {
        let name: String
        let count: Int
    }

    struct Skipped {
        let path, reason: String
    }

    struct Note {
        let place, message: String
    }

    struct Resolved {
        let rule, subject, attribute: String
    }

    /// A finding that an ignore leaves out.
    struct Ignored {
        struct Claim {
            let value, quote, place: String
        }

        let severity, message, reason, place: String
        let note: String?
        let claims: [Claim]

        init(_ ignored: IgnoredDiscrepancy, sources: DocumentSources) {
            severity = ignored.discrepancy.severity.rawValue
            message = ignored.discrepancy.sentence
            reason = ignored.reason.rawValue
            note = ignored.note
            place = ignored.place
            claims = ignored.discrepancy.claims.map {
                Claim(value: $0.value.text, quote: $0.quote, place: sources.place(of: $0))
            }
        }
    }

    let generator, script: String
    let hasResolved, hasIgnored, hasDocuments, hasOthers, hasSkipped, hasNotes: Bool
    let resolved: [Resolved]
    let isRevision: Bool
    let ignored: [Ignored]
    /// Those with claims in findings, and the others.
    let documents, others: [HTMLDocumentView]
    let coverage, leftAside: [Row]
    let hasLeftAside: Bool
    let skippedCount, notesCount, othersCount, ignoredCount: String
    let skipped: [Skipped]
    let notes: [Note]

    init(_ report: Report, places: ClaimPlaces) {
        let views = report.documents.enumerated().map { index, document in
            HTMLDocumentView(document, anchor: "d\(index + 1)", entries: places.entries(of: document.document))
        }
        let coverage = report.coverage
        generator = report.generator
        script = String(decoding: PackageResources.report_js, as: UTF8.self)
        resolved = (report.baseline?.resolved ?? []).map {
            Resolved(rule: $0.rule, subject: $0.subject, attribute: $0.attribute)
        }
        isRevision = report.baseline?.origin == .revision
        let sources = DocumentSources(report.documents)
        ignored = report.ignored.map { Ignored($0, sources: sources) }
        hasIgnored = !ignored.isEmpty
        ignoredCount = TextPage.count(ignored.count, "finding")
        documents = views.filter(\.hasEntries)
        others = views.filter { !$0.hasEntries }
        self.coverage = [
            Row(name: "Documents read", count: coverage.documents),
            Row(name: "Files skipped", count: coverage.skipped.count),
            Row(name: "Sentences", count: coverage.sentences), Row(name: "Numbers", count: coverage.numbers),
            Row(name: "Claims", count: coverage.claims),
        ]
        leftAside = coverage.leftAside.map { Row(name: $0.reason.replacing("-", with: " "), count: $0.count) }
        skipped = coverage.skipped.map { Skipped(path: $0.path, reason: $0.reason) }
        notes = coverage.notes.map { note in
            Note(place: note.line.map { "\(note.path):\($0)" } ?? note.path, message: note.message)
        }
        hasResolved = !resolved.isEmpty
        hasDocuments = !views.isEmpty
        hasOthers = !others.isEmpty
        hasSkipped = !skipped.isEmpty
        hasNotes = !notes.isEmpty
        hasLeftAside = !leftAside.isEmpty
        othersCount = TextPage.count(others.count, "document")
        skippedCount = TextPage.count(skipped.count, "file")
        notesCount = TextPage.count(notes.count, "remark")
    }
}
