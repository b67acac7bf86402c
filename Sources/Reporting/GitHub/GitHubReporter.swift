import Documents
import Extraction
import Reconciliation

/// The new discrepancies as GitHub workflow commands, which become annotations: the worst first.
///
/// GitHub shows ten annotations of a level and drops the others without a word, so that the tenth tells how many there are.
public struct GitHubReporter: Reporter {
    private static let most = 10
    /// GitHub cuts a message at 4,096 UTF-16 units; this leaves room for what the tenth tells.
    private static let longest = 1_900

    public init() {}

    public func write(_ report: Report, to sink: inout some OutputSink & ~Copyable) throws {
        let sources = DocumentSources(report.documents)
        for severity in Discrepancy.Severity.allCases.reversed() {
            let found = report.discrepancies.filter { $0.status == .new && $0.severity == severity }
            for (index, discrepancy) in found.prefix(Self.most).enumerated() {
                let isLast = index == Self.most - 1
                let more = isLast ? found.count - Self.most : 0
                try sink.write(Self.command(discrepancy, sources: sources, more: more) + "\n")
            }
        }
    }

    private static func command(_ discrepancy: Discrepancy, sources: DocumentSources, more: Int) -> String {
        let place = discrepancy.primary.position
        let level = discrepancy.severity.rawValue
        let relation = discrepancy.relation.rawValue.replacing("-", with: " ")
        let title = DisplayText.clean("\(discrepancy.kind.rawValue), \(relation): \(discrepancy.rule)")
        let properties = [
            "file=" + property(XMLText.clean(sources.path(of: discrepancy.primary))), "line=\(place.line)",
            "col=\(place.column)", "title=" + property(DisplayText.shortened(title, to: 200)),
        ]
        var lines = ([discrepancy.sentence] + sources.details(discrepancy)).map(DisplayText.clean)
        lines = [DisplayText.shortened(lines.joined(separator: "\n"), to: longest)]
        if more > 0 { lines.append("And \(TextPage.count(more, "more \(level)")), which a full report names.") }
        return "::\(level) \(properties.joined(separator: ","))::" + data(lines.joined(separator: "\n"))
    }

    /// As the toolkit of GitHub Actions escapes the data of a command.
    private static func data(_ text: String) -> String { text.replacingScalars { escapes[$0] } }

    /// As the toolkit of GitHub Actions escapes a property of a command.
    private static func property(_ text: String) -> String {
        text.replacingScalars { escapes[$0] ?? propertyEscapes[$0] }
    }

    private static let escapes: [Unicode.Scalar: String] = ["%": "%25", "\r": "%0D", "\n": "%0A"]
    private static let propertyEscapes: [Unicode.Scalar: String] = [":": "%3A", ",": "%2C"]
}
