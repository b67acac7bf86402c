public import ArgumentParser
public import Crosscheck
import FoundationEssentials
import Glibc

extension Inspection.Layer: ExpressibleByArgument {}

struct Inspect: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, conllu
    }

    static let configuration = CommandConfiguration(
        abstract: "Show what one stage makes of a text.",
        discussion: """
            With --lines the input is JSON lines, each an object with "text" and, where dates matter, "published" \
            (YYYY, YYYY-MM or YYYY-MM-DD); the output is one JSON value a line.
            """)

    @Argument(help: "A document; - is standard input.")
    var file: String

    @Option(help: "The stage whose result is shown.")
    var layer: Inspection.Layer

    @Option(help: "The format of the output (default: text, with --lines json).")
    var format: Format?

    @Flag(help: "Read many short texts as JSON lines.")
    var lines = false

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        if lines, let format, format != .json {
            throw ValidationError("--lines writes JSON; leave out '--format \(format.rawValue)'")
        }
        if format == .conllu, layer != .syntax {
            throw ValidationError("--format conllu shows trees, which only '--layer syntax' has")
        }
    }

    func run() throws {
        let inspector = try Inspector(layer: layer, rules: rules.folders)
        var output = try Output(path: nil)
        if lines {
            try inspectLines(inspector, to: &output)
        } else {
            let inspection = try inspector.inspect(path: file)
            switch format ?? .text {
            case .text: for line in inspection.lines { try output.write(line + "\n") }
            case .json: try output.writeJSON(inspection)
            case .conllu: try output.write(inspection.conllu ?? "")
            }
        }
        try output.finish()
    }

    /// One short text of `--lines`.
    private struct ShortText: Decodable {
        var text: String
        var published: String?
    }

    /// Puts the file in the place of standard input, so that both are read line by line in one way.
    private func readFromStandardInput() throws(RunFailure) {
        if file == "-" { return }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0, dup2(descriptor, STDIN_FILENO) >= 0 else {
            throw RunFailure(["\(file): cannot be read (\(String(cString: strerror(errno))))"])
        }
        close(descriptor)
    }

    private func inspectLines(_ inspector: Inspector, to output: inout Output) throws {
        let decoder = JSONDecoder()
        try readFromStandardInput()
        var number = 0
        while let line = readLine() {
            number += 1
            if line.isEmpty { continue }
            guard let short = try? decoder.decode(ShortText.self, from: Data(line.utf8)) else {
                throw RunFailure(["\(file):\(number): expected a JSON object with a \"text\""])
            }
            let published = short.published.flatMap { DayInterval(iso: $0) }
            if let text = short.published, published == nil {
                throw RunFailure([
                    "\(file):\(number): expected \"published\" as in 2025-07-03, 2025-07 or 2025, found '\(text)'"
                ])
            }
            let inspection = inspector.inspect(text: short.text, published: published)
            try output.writeJSONLines(CollectionOfOne(inspection))
        }
    }
}
