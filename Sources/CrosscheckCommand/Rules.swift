public import ArgumentParser
public import Crosscheck

extension RuleFormat: ExpressibleByArgument {}
extension RuleTestFormat: ExpressibleByArgument {}

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the rules in force, or run their examples.",
        discussion: """
            The rules are those that come with the program, those of --rules, and those that the crosscheck.yaml of the \
            current folder adds.
            """,
        subcommands: [ListRules.self, TestRules.self], defaultSubcommand: ListRules.self)
}

struct ListRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules: id, topic, and what each finds.")

    @Option(help: "The format of the list; markdown is a page with all examples.")
    var format = RuleFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.write(RuleBook(rules: rules.folders).report, with: format.reporter)
    }
}

struct TestRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the examples that the rules carry.",
        discussion: """
            Each example runs as it stands, after a sentence with an emoji, after line breaks of two bytes, with no-break \
            spaces, and with curly quotes. A known miss that is found fails as well.

            Exit status: 0 all as the rules say, 1 not all, 2 the job could not be done.
            """)

    @Option(help: "The format of the result.")
    var format = RuleTestFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let report = try RuleBook(rules: rules.folders).test()
        try output.write(report, with: format.reporter)
        if !report.failures.isEmpty { throw ExitCode.findings }
    }
}
