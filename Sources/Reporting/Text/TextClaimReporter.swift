import Documents
import Extraction

/// The claims for people: a fact sheet for each document.
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
    /// A fact sheet: what is said of each subject, then what no rule has a name for.
    fileprivate mutating func document(_ document: ReportDocument, claims: [Claim]) {
        let origin = DocumentSources.origin(document)
        let heading = origin.isEmpty ? document.path : "\(document.path) (\(origin.joined(separator: ", ")))"
        paragraph("\(heading): \(Self.count(claims.count, "claim"))", hanging: 2, .bold)
        for (subject, claims) in Self.bySubject(claims.filter { !$0.isOpen }) {
            paragraph(subject, indent: 1, hanging: 2)
            facts(claims, indent: 3) { _ in nil }
        }
        let open = claims.filter(\.isOpen)
        guard !open.isEmpty else { return }
        paragraph("named by no rule:", indent: 1)
        facts(open, indent: 3) { $0.subject.text }
    }

    /// Attribute and value of each claim, and beside them the quote, its line, and what qualifies it.
    private mutating func facts(_ claims: [Claim], indent: Int, subject: (Claim) -> String?) {
        let labels = claims.map { "\($0.attribute): \($0.value.text)" }
        let column = column(for: labels)
        for (claim, label) in zip(claims, labels) {
            let place = "line \(claim.position.line)"
            labelled(
                label, (["“\(claim.quote)”"] + [subject(claim), place].compactMap { $0 }).joined(separator: ", "),
                indent: indent, column: column, .bold)
            for line in Self.qualifications(of: claim) {
                paragraph(line, indent: indent + column + 2, hanging: 2, .faint)
            }
        }
    }

    /// Subjects in the order in which they come up, each with its claims.
    private static func bySubject(_ claims: [Claim]) -> [(subject: String, claims: [Claim])] {
        var places: [String: Int] = [:]
        var subjects: [(subject: String, claims: [Claim])] = []
        for claim in claims {
            let place = places[claim.subject.key] ?? subjects.count
            places[claim.subject.key] = place
            if place == subjects.count { subjects.append((claim.subject.text, [])) }
            subjects[place].claims.append(claim)
        }
        return subjects
    }
}
