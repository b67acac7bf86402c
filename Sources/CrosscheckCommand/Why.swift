public import ArgumentParser
public import Crosscheck

extension WhyFormat: ExpressibleByArgument {}

struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell why two claims are reported as a discrepancy, or are not.",
        discussion: """
            Shows each gate that two claims must pass to be compared, whether it holds, and what it saw in each.

            A claim is named by its id, as 'crosscheck claims' lists it for the same documents, or by its place. Where a \
            line holds several claims, those that rules name are taken first, then figures, then those of one attribute; \
            FILE:LINE:COLUMN names one.
            """)

    @Argument(help: ArgumentHelp("A claim: c12, FILE:LINE or FILE:LINE:COLUMN.", valueName: "a"))
    var first: String

    @Argument(help: ArgumentHelp("Another claim.", valueName: "b"))
    var second: String

    @Argument(help: "The documents, and folders of them, that are compared; - is standard input.")
    var paths = ["."]

    @Option(help: "The format of the answer.")
    var format = WhyFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var messages: MessageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let monitor = messages.monitor(output.layout.plain)
        defer { monitor.end() }
        let report = try Checker(rules: rules.folders, observer: monitor).why(first, second, in: paths)
        monitor.note(.began(.report))
        try output.write(report, with: format.reporter)
    }
}
