import Documents
import Extraction

/// The claims for people, document by document.
public struct TextClaimReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ report: ClaimReport, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        let claims = Dictionary(grouping: report.claims.map(\.claim), by: \.document)
        for document in report.documents {
            guard let claims = claims[document.document] else { continue }
            page.document(document, claims: claims)
            page.blankLine()
            try page.drain(to: &sink)
        }
        if report.claims.isEmpty {
            page.paragraph("No claims.")
            page.blankLine()
        }
        page.coverage(report.coverage, findings: nil)
        try page.drain(to: &sink)
    }
}

extension TextPage {
    fileprivate mutating func document(_ document: ReportDocument, claims: [Claim]) {
        let origin = DocumentSources.origin(document)
        let heading = origin.isEmpty ? document.path : "\(document.path) (\(origin.joined(separator: ", ")))"
        paragraph("\(heading): \(Self.count(claims.count, "claim"))", hanging: 2, .bold)
        self.claims(claims) { claim in
            let place = "\(document.path):\(claim.position.line):\(claim.position.column)"
            return ["\(claim.attribute): \(claim.subject.text)", place]
        }
    }
}
