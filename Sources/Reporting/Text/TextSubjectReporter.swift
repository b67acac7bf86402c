import Extraction

/// The subjects for people: the figures of one event side by side, attribute by attribute.
public struct TextSubjectReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ report: SubjectReport, to sink: inout some OutputSink) throws {
        var page = TextPage(layout)
        let sources = DocumentSources(report.documents)
        for subject in report.subjects {
            page.subject(subject, sources: sources)
            page.blankLine()
            try page.drain(to: &sink)
        }
        if report.subjects.isEmpty {
            page.paragraph("No subjects.")
            page.blankLine()
        }
        page.coverage(report.coverage, findings: nil)
        try page.drain(to: &sink)
    }
}

extension TextPage {
    fileprivate mutating func subject(_ listed: ListedSubject, sources: DocumentSources) {
        let documents = Self.count(listed.documents.count, "document")
        let main = listed.isMain ? ", main" : ""
        paragraph("\(listed.subject.text) (\(listed.subject.kind.rawValue)\(main), \(documents))", hanging: 2, .bold)
        var attributes: [String] = []
        for listed in listed.claims where !attributes.contains(listed.claim.attribute) {
            attributes.append(listed.claim.attribute)
        }
        for attribute in attributes {
            paragraph(attribute, indent: 1)
            claims(listed.claims.map(\.claim).filter { $0.attribute == attribute }) { [sources.line(for: $0)] }
        }
    }
}
