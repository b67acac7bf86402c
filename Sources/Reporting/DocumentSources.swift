import Documents
import Extraction

/// What is known of the documents that claims name.
struct DocumentSources {
    private let documents: [String: ReportDocument]

    init(_ documents: [ReportDocument]) {
        self.documents = Dictionary(documents.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The document of a claim; nil where the report does not list it.
    func document(of claim: Claim) -> ReportDocument? { documents[claim.document] }

    /// Where the document of a claim lies; its id where the report does not list it.
    func path(of claim: Claim) -> String { documents[claim.document]?.path ?? claim.document }

    /// `seeds/moscow.txt:61:12`
    func place(of claim: Claim) -> String { "\(path(of: claim)):\(claim.position.line):\(claim.position.column)" }

    /// Publisher, date and place: `Harbour Wire, 2025-07-03, seeds/moscow.txt:61:12`.
    func line(for claim: Claim) -> String {
        ((documents[claim.document].map(Self.origin) ?? []) + [place(of: claim)]).joined(separator: ", ")
    }

    /// Publisher and date, as far as they are known.
    static func origin(_ document: ReportDocument) -> [String] {
        [document.metadata.publisher, document.metadata.published?.description].compactMap { $0 }
    }
}
