public import ArgumentParser
public import Crosscheck

extension SubjectFormat: ExpressibleByArgument {}

struct Subjects: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what documents speak of, each subject with all claims made about it.")

    @Argument(help: "Documents and folders; - is standard input.")
    var paths = ["."]

    @Option(help: "The format of the list; jsonl is one subject a line.")
    var format = SubjectFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let report = try Checker(rules: rules.folders).subjects(paths)
        try output.write(report, with: format.reporter)
        if format == .jsonl { try Diagnostics.tell(bytes: CoverageReporter().bytes(of: report.coverage)) }
    }
}
