import ArgumentParser
import Crosscheck

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Turn a report that was exported as XML into any other format.",
        discussion: """
            Reads what 'crosscheck check --format xml' or 'crosscheck reconcile --format xml' wrote, and writes it as if \
            it had been asked for this format in the first place. The documents need not be there.

            Exit status: 0 the report is written, whatever it tells; 2 the job could not be done.
            """)

    @Argument(help: "A discrepancy report (XML); - is standard input.")
    var file: String

    @OptionGroup var quiet: QuietOption
    @OptionGroup var output: ReportOutputOptions

    func run() throws { try output.write(ReportFile(path: file).read(), quiet) }
}
