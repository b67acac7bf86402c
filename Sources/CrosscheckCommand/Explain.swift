public import ArgumentParser
public import Crosscheck

extension RuleExplanationFormat: ExpressibleByArgument {}

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a rule or a finding.",
        discussion: """
            Of a rule: what it finds, by which words, and what it passes over. Of a finding, by the id that a report shows: \
            its claims, the rules that made them, what was read, and the gates that let them be compared; give the documents \
            of the run that showed it.
            """)

    @Argument(help: "The id of a rule, as in casualties.deaths, or of a finding, as in 7f1fb768.")
    var id: String

    @Argument(help: "For a finding: the documents, and folders of them; - is standard input.")
    var paths = ["."]

    @Option(help: "The format of the explanation.")
    var format = RuleExplanationFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var messages: MessageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let monitor = messages.monitor(output.layout.plain)
        defer { monitor.end() }
        guard isFinding else { return try output.write(RuleBook(rules: rules.folders).rule(id), with: format.reporter) }
        let explanation = try Checker(rules: rules.folders, observer: monitor).explain(id, in: paths)
        monitor.note(.began(.report))
        let format = FindingExplanationFormat(rawValue: format.rawValue) ?? .text
        try output.write(explanation, with: format.reporter)
    }

    /// Ids of findings are digests; those of rules have a point between topic and name.
    private var isFinding: Bool { id.count >= 4 && id.allSatisfy(\.isHexDigit) }
}
