import Documents
import Extraction
import Reconciliation

/// What the page says of the documents that claims name.
struct HTMLDocuments {
    private let names: DocumentNames
    private let documents: [String: ReportDocument]

    init(_ documents: [ReportDocument]) {
        names = DocumentNames(documents)
        self.documents = Dictionary(documents.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(id: String) -> (anchor: String, document: ReportDocument)? {
        guard let document = documents[id], let anchor = names[id] else { return nil }
        return (anchor, document)
    }
}

/// A discrepancy as the template shows it.
struct HTMLFindingView {
    let anchor: String
    let number: Int
    let id, shortId, kind, relation, severity, status, rule: String
    let relationWords: String
    let subject, attribute, message: String
    /// The anchors of its documents, each once, with spaces between.
    let documents: String
    let line: HTMLLineView?
    let claims: [HTMLClaimView]

    init(_ discrepancy: Discrepancy, number: Int, documents: HTMLDocuments) {
        let anchor = "f\(number)"
        let letters = discrepancy.claims.indices.map(Self.letter)
        self.anchor = anchor
        self.number = number
        id = discrepancy.id
        shortId = String(discrepancy.id.prefix(8))
        kind = discrepancy.kind.rawValue
        relation = discrepancy.relation.rawValue
        relationWords = relation.replacing("-", with: " ")
        severity = discrepancy.severity.rawValue
        status = discrepancy.status.rawValue
        rule = discrepancy.rule
        subject = discrepancy.subject.text
        attribute = discrepancy.attribute
        message = discrepancy.message
        line = HTMLLineView(discrepancy.claims, letters: letters)
        claims = zip(discrepancy.claims, letters).map { claim, letter in
            HTMLClaimView(claim, anchor: anchor + letter.lowercased(), letter: letter, documents: documents)
        }
        var told: Set<String> = []
        self.documents = claims.compactMap(\.documentAnchor).filter { told.insert($0).inserted }
            .joined(separator: " ")
    }

    /// A … Z, AA, AB, …
    static func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }
}

/// A claim as the template shows it.
struct HTMLClaimView {
    let anchor, letter, value: String
    let sentence: MarkedSentence
    /// The rest of its paragraph.
    let preceding, following: String?
    let quality: HTMLClaimQuality
    let documentAnchor, title, origin, language: String?
    let path: String
    let lineNumber, column: Int

    init(_ claim: Claim, anchor: String, letter: String, documents: HTMLDocuments) {
        let source = documents[claim.document]
        self.anchor = anchor
        self.letter = letter
        value = claim.value.text
        sentence = MarkedSentence(claim)
        preceding = claim.surroundings.before.isEmpty ? nil : claim.surroundings.before
        following = claim.surroundings.after.isEmpty ? nil : claim.surroundings.after
        quality = HTMLClaimQuality(claim)
        documentAnchor = source?.anchor
        title = source?.document.metadata.title
        origin = source.map { DocumentSources.origin($0.document).joined(separator: ", ") }.flatMap {
            $0.isEmpty ? nil : $0
        }
        language = HTMLDocumentView.language(source?.document.metadata.language)
        path = source?.document.path ?? claim.document
        lineNumber = claim.position.line
        column = claim.position.column
    }
}

/// What narrows or weakens a claim.
struct HTMLClaimQuality {
    let attribution, scope, time, reading: String?
    let modality: String

    init(_ claim: Claim) {
        attribution = claim.attribution
        scope = claim.scope.isEmpty ? nil : claim.scope.joined(separator: ", ")
        modality = claim.modality.rawValue
        time = claim.time.map { "\($0.text) (\($0.days))" }
        reading = claim.value.time.flatMap { $0.days == nil || $0.reading == claim.value.text ? nil : $0.reading }
    }
}

/// Which claims of a document the findings show, and where on the page.
struct ClaimPlaces {
    struct Entry {
        var claim: Claim
        var uses: [Use]
    }

    /// A place on the page where a claim is shown.
    struct Use {
        let anchor, letter, message: String
        let number: Int
    }

    private var entries: [String: [String: Entry]] = [:]

    mutating func add(_ finding: HTMLFindingView, of discrepancy: Discrepancy) {
        for (claim, view) in zip(discrepancy.claims, finding.claims) {
            let use = Use(anchor: view.anchor, letter: view.letter, message: finding.message, number: finding.number)
            // One claim stands once in its document, however many findings show it.
            let key = "\(claim.span.start) \(claim.span.end) \(claim.value.text)"
            entries[claim.document, default: [:]][
                key, default: Entry(claim: claim, uses: [])
            ].uses.append(use)
        }
    }

    /// In the order of the document's text.
    func entries(of document: String) -> [Entry] {
        (entries[document] ?? [:]).sorted { ($0.value.claim.span, $0.key) < ($1.value.claim.span, $1.key) }.map(\.value)
    }
}
