import Documents
import Extraction
import FoundationEssentials
import Values

extension TextPage {
    /// Claims side by side: the value of each, and beside it the quote and what else is to be said of it.
    mutating func claims(_ claims: [Claim], details: (Claim) -> [String]) {
        let column = column(for: claims.map(\.value.text))
        for claim in claims {
            labelled(claim.value.text, "“\(claim.quote)”", indent: 2, column: column, .bold)
            for line in details(claim) + Self.qualifications(of: claim) {
                paragraph(line, indent: 2 + column + 2, hanging: 2, .faint)
            }
        }
    }

    /// What narrows or weakens a claim, a line each.
    static func qualifications(of claim: Claim) -> [String] {
        var lines: [String] = []
        if let days = claim.value.time?.days, !claim.value.text.contains(String(days.first.civil.year)) {
            lines.append("read as: \(claim.value.reading)")
        }
        if let attribution = claim.attribution { lines.append("according to: \(attribution)") }
        if !claim.scope.isEmpty { lines.append("of: \(claim.scope.joined(separator: ", "))") }
        if claim.modality != .asserted { lines.append(claim.modality.rawValue) }
        return lines
    }

    /// The files passed over and the readers' remarks, then the summary line.
    mutating func coverage(_ coverage: Coverage, findings: String?) {
        let byReason = Dictionary(grouping: coverage.skipped, by: \.reason).sorted { $0.key < $1.key }
        for (reason, skipped) in byReason {
            paragraph("Skipped (\(reason)): \(Self.listed(skipped.map(\.path)))", hanging: 2)
        }
        for note in coverage.notes {
            let place = note.line.map { "\(note.path):\($0)" } ?? note.path
            paragraph("Note: \(place): \(note.message)", hanging: 2)
        }
        line(DisplayText.clean(Self.summary(coverage, findings: findings)))
    }

    /// As many as a reader may want to see; how many more there are is said.
    private static func listed(_ paths: [String]) -> String {
        let shown = paths.prefix(20).joined(separator: ", ")
        return paths.count > 20 ? "\(shown) and \(paths.count - 20) more, all named in the other formats" : shown
    }

    /// What was read, and what became of the numbers, in a line.
    static func summary(_ coverage: Coverage, findings: String?) -> String {
        var text = [
            count(coverage.documents, "document"), count(coverage.sentences, "sentence"),
            count(coverage.numbers, "number"), count(coverage.claims, "claim"),
        ].joined(separator: ", ")
        if let findings { text += ": \(findings)" }
        let leftAside = coverage.leftAside
        let total = leftAside.reduce(0) { $0 + $1.count }
        if total > 0 {
            let reasons = leftAside.map { "\($0.reason.replacing("-", with: " ")) \($0.count)" }
            text += "; \(count(total, "number")) left aside (\(reasons.joined(separator: ", ")))"
        }
        return text
    }

    /// "1 claim", "2 claims".
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
