public import ArgumentParser
public import Crosscheck

extension ClaimFormat: ExpressibleByArgument {}

struct Claims: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the claims of documents, each with its value, quote and place.")

    @Argument(help: "Documents and folders; - is standard input.")
    var paths = ["."]

    @Option(help: "The format of the list; jsonl is one claim a line.")
    var format = ClaimFormat.text

    @OptionGroup var rules: RuleOptions
    @OptionGroup var messages: MessageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let isStreaming = format == .jsonl && output.output == nil
        let monitor = messages.monitor(output.layout.plain, isStreaming: isStreaming)
        defer { monitor.end() }
        let checker = try Checker(rules: rules.folders, observer: monitor)
        guard format == .jsonl else {
            let report = try checker.claims(paths)
            monitor.note(.began(.report))
            return try output.write(report, with: format.reporter)
        }
        // Lines can be written as they come, so that no archive is too large.
        try output.write { output in
            let coverage = try checker.forEachDocument(paths) { document, claims in
                try output.writeJSONLines(claims.lazy.map { ClaimLine($0, of: document) })
            }
            try messages.quiet.tell(coverage, layout: self.output.layout)
        }
    }
}
