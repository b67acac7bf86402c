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
    @OptionGroup var messages: MessageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let monitor = messages.monitor(output.layout.plain)
        defer { monitor.end() }
        let report = try Checker(rules: rules.folders, observer: monitor).subjects(paths)
        monitor.note(.began(.report))
        try output.write(report, with: format.reporter)
        if format == .jsonl { try messages.quiet.tell(report.coverage, layout: output.layout) }
    }
}
