import Extraction
import Reconciliation

/// The discrepancy report as Markdown, made to be a comment on a pull request: the new discrepancies with their claims side
/// by side, then what is known, what is no more, what is ignored, and what was read.
///
/// It fits into a comment of GitHub whatever was found, and says how much it leaves out.
public struct MarkdownReporter: Reporter {
    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        let new = report.discrepancies.filter { $0.status == .new }
        let known = report.discrepancies.filter { $0.status != .new }
        let findings = TextReporter.findings(report)
        var page = MarkdownPage()
        page.always("## Crosscheck: \(findings)\n")
        if report.discrepancies.isEmpty { page.always("\nNo discrepancies.\n") }
        page.list(new.map { "\n" + Self.section($0, sources: sources) }, noun: "discrepancy")
        page.folded(
            "\(known.count) known", known.map { "- \($0.severity.rawValue): \(Self.text($0.sentence, to: 300))\n" },
            noun: "discrepancy")
        let resolved = report.baseline?.resolved ?? []
        page.folded(
            "\(resolved.count) no more",
            resolved.map { "- \(Self.text("\($0.attribute), \($0.subject) (\($0.rule))", to: 300))\n" }, noun: "entry")
        page.folded(
            "\(report.ignored.count) ignored",
            report.ignored.map {
                "- \($0.discrepancy.severity.rawValue): \(Self.text($0.discrepancy.sentence, to: 300)) "
                    + "(\(Self.text($0.words, to: 300)))\n"
            }, noun: "discrepancy")
        let skipped = report.coverage.skipped
        page.folded(
            "\(skipped.count) skipped", skipped.map { "- \(Self.text("\($0.path): \($0.reason)", to: 300))\n" },
            noun: "file")
        page.always("\n" + Self.text(TextPage.summary(report.coverage, findings: nil), to: 2_000) + "\n")
        if let baseline = report.baseline { page.always("\n" + Self.text(baseline.line, to: 300) + "\n") }
        try sink.write(page.text)
    }

    private static func section(_ discrepancy: Discrepancy, sources: DocumentSources) -> String {
        let relation = discrepancy.relation.rawValue.replacing("-", with: " ")
        let rule = text(discrepancy.rule, to: 100)
        var lines = [
            "### \(discrepancy.severity.rawValue): \(text(discrepancy.sentence, to: 1_000))", "",
            "\(discrepancy.kind.rawValue), \(relation) (\(rule), \(discrepancy.shortID))", "",
            "| value | words | source |", "|---|---|---|",
        ]
        for claim in discrepancy.claims.prefix(20) {
            let details = [sources.line(for: claim)] + TextPage.qualifications(of: claim)
            lines.append(
                "| \(text(claim.value.text, to: 200)) | “\(text(claim.quote, to: 300))” | "
                    + "\(text(details.joined(separator: "; "), to: 400)) |")
        }
        let more = discrepancy.claims.count - 20
        if more > 0 { lines.append("| and \(TextPage.count(more, "more claim")) | | |") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ text: String, to limit: Int) -> String { MarkdownText.comment(text, to: limit) }
}

/// Text that stays within the size of a comment.
private struct MarkdownPage {
    /// GitHub takes 65,536 characters; the rest is for what is always said.
    private static let room = 56_000
    private(set) var text = ""

    mutating func always(_ block: String) { text += block }

    /// As many blocks as there is room for; how many more there are is said.
    mutating func list(_ blocks: [String], noun: String) {
        for (index, block) in blocks.enumerated() {
            guard text.utf16.count + block.utf16.count <= Self.room else {
                let count = blocks.count - index
                let plural = noun.hasSuffix("y") ? "\(noun.dropLast())ies" : "\(noun)s"
                text += "\nAnd \(count) more \(count == 1 ? noun : plural), which the other formats name.\n"
                return
            }
            text += block
        }
    }

    /// A list that a click opens; nothing where it is empty.
    mutating func folded(_ heading: String, _ items: [String], noun: String) {
        guard !items.isEmpty else { return }
        text += "\n<details><summary>\(heading)</summary>\n\n"
        list(items, noun: noun)
        text += "\n</details>\n"
    }
}
