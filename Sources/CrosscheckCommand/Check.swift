public import ArgumentParser
public import Crosscheck

extension ReportFormat: ExpressibleByArgument {}

/// The least severity that makes a run fail.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {
    case notice, warning, error, never

    func isReached(by severity: Discrepancy.Severity) -> Bool {
        switch self {
        case .notice: severity >= .notice
        case .warning: severity >= .warning
        case .error: severity >= .error
        case .never: false
        }
    }
}

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report the discrepancies between and within documents.",
        discussion: """
            Exit status: 0 no new discrepancy as severe as --fail-on says, 1 some, 2 the job could not be done.
            """)

    @Argument(help: "Documents and folders; - is standard input.")
    var paths = ["."]

    @Option(help: "The format of the report.")
    var format = ReportFormat.text

    @Option(help: "The least severity for which the exit status is 1.")
    var failOn = FailureThreshold.error

    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let report = try Checker(rules: rules.folders).check(paths)
        try output.write(report, with: format.reporter)
        let fails = report.discrepancies.contains { $0.status == .new && failOn.isReached(by: $0.severity) }
        if fails { throw ExitCode.findings }
    }
}
