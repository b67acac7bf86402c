import ArgumentParser
import Crosscheck

struct Reconcile: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report the discrepancies between claims that were extracted elsewhere.",
        discussion: """
            Reads claim files, as 'crosscheck claims --format jsonl' writes them: several, in any order, and from any \
            partition of the documents. A claim that stands in several files counts once. The documents themselves need \
            not be there.

            Exit status: 0 no new discrepancy as severe as --fail-on says, 1 some, 2 the job could not be done.
            """)

    @Argument(help: "Claim files (JSON lines); - is standard input.")
    var files = ["-"]

    @Option(help: "The least severity for which the exit status is 1.")
    var failOn = FailureThreshold.error

    @OptionGroup var ignores: IgnoreOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var messages: MessageOptions
    @OptionGroup var output: ReportOutputOptions

    func run() throws {
        let monitor = messages.monitor(output.layout.plain)
        defer { monitor.end() }
        let report = try ClaimChecker(rules: rules.folders, observer: monitor).check(files, today: ignores.day())
        monitor.note(.began(.report))
        messages.quiet.tellRemarks(of: report)
        try output.write(report, messages.quiet)
        let fails = report.discrepancies.contains { $0.status == .new && failOn.isReached(by: $0.severity) }
        if fails { throw ExitCode.findings }
    }
}
