import ArgumentParser
import Crosscheck

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

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report the discrepancies between and within documents.",
        discussion: """
            Exit status: 0 no new discrepancy as severe as --fail-on says, 1 some, 2 the job could not be done.
            """)

    @Argument(help: "Documents and folders; - is standard input.")
    var paths = ["."]

    @Option(help: "The least severity for which the exit status is 1.")
    var failOn = FailureThreshold.error

    @Option(help: ArgumentHelp("Only what this file has not accepted counts as new.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Only what was not found where this git revision and the current commit part counts as new.",
            valueName: "revision"))
    var since: String?

    @Flag(help: "Exit with 1 as well where the baseline has entries that are no more.")
    var failOnStale = false

    @Flag(help: "Check again whenever a document, configuration, rule or fact has changed, until Ctrl-C.")
    var watch = false

    @OptionGroup var ignores: IgnoreOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var messages: MessageOptions
    @OptionGroup var output: ReportOutputOptions

    func validate() throws {
        if baseline != nil, since != nil {
            throw ValidationError("--baseline and --since both say what is known; give one of them")
        }
        if watch, paths.contains("-") {
            throw ValidationError("--watch cannot see standard input change; name files and folders")
        }
    }

    func run() async throws {
        guard watch else { return try await check().raise() }
        let files = WatchedFiles(
            paths, rules: rules.folders, others: [baseline].compactMap { $0 }, ignored: output.outputs.map(\.path))
        try await Watcher(files: files, quiet: messages.quiet).run(check).raise()
    }

    /// Checks once, and writes the report.
    private func check() async throws -> ExitCode {
        let monitor = messages.monitor(output.layout.plain)
        defer { monitor.end() }
        let checker = try Checker(rules: rules.folders, observer: monitor)
        let report = try await compared(checker.check(paths, today: ignores.day()), by: checker)
        monitor.note(.began(.report))
        messages.quiet.tellRemarks(of: report)
        try output.write(report, messages.quiet)
        let fails = report.discrepancies.contains { $0.status == .new && failOn.isReached(by: $0.severity) }
        let isStale = failOnStale && report.baseline.map { !$0.resolved.isEmpty } ?? false
        return fails || isStale ? .findings : .success
    }

    /// The report held against the baseline or revision, where one is named.
    private func compared(_ report: Report, by checker: Checker) async throws -> Report {
        if let since {
            let revision = try await GitRevision(since)
            return try await revision.marked(report, of: paths) { (paths) throws(RunFailure) in try checker.check(paths)
            }
        }
        guard let baseline else { return report }
        let file = BaselineFile(path: baseline)
        let comparison = try file.compare(report, with: file.existing())
        for entry in comparison.stale { messages.quiet.tell("\(baseline): no more: \(entry.summary)") }
        return file.marked(report, by: comparison)
    }
}
