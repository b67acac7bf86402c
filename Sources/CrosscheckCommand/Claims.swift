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
    @OptionGroup var output: OutputOptions

    func run() throws {
        let checker = try Checker(rules: rules.folders)
        guard format == .jsonl else {
            return try output.write(checker.claims(paths), with: format.reporter)
        }
        // Lines can be written as they come, so that no archive is too large.
        try output.write { output in
            let coverage = try checker.forEachDocument(paths) { document, claims in
                try output.writeJSONLines(claims.lazy.map { ClaimLine($0, of: document) })
            }
            try Diagnostics.tell(bytes: CoverageReporter().bytes(of: coverage))
        }
    }
}
