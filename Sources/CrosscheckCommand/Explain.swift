public import ArgumentParser
public import Crosscheck

extension RuleExplanationFormat: ExpressibleByArgument {}

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a rule: what it finds, by which words, and what it passes over.")

    @Argument(help: "The id of a rule, as in casualties.deaths.")
    var rule: String

    @Option(help: "The format of the explanation.")
    var format = RuleExplanationFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.write(RuleBook(rules: rules.folders).rule(rule), with: format.reporter)
    }
}
