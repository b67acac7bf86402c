import ArgumentParser
import Crosscheck
import FoundationEssentials
import Glibc

extension Inspection.Layer: ExpressibleByArgument {}

struct Inspect: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Show what one stage makes of a text.",
        discussion: """
            With --lines the input is JSON lines, each an object with "text" and, where dates matter, "published" \
            (YYYY, YYYY-MM or YYYY-MM-DD); the output is one JSON value a line.
            """)

    @Argument(help: "A document; - is standard input.")
    var file: String

    @Option(help: "The stage.")
    var layer: Inspection.Layer

    @Option(help: "The format of the output (default: text, with --lines json).")
    var format: Format?

    @Flag(help: "Read many short texts as JSON lines.")
    var lines = false

    func validate() throws {
        if lines, format == .text { throw ValidationError("--lines writes JSON; leave out '--format text'") }
    }

    func run() throws {
        let checker = try Checker()
        var output = try Output(path: nil)
        if lines {
            try inspectLines(checker, to: &output)
        } else {
            let inspection = try checker.inspect(path: file, layer: layer)
            switch format ?? .text {
            case .text: for line in inspection.lines { try output.write(line + "\n") }
            case .json: try output.writeJSON(inspection)
            }
        }
        try output.finish()
    }

    /// One short text of `--lines`.
    private struct ShortText: Decodable {
        var text: String
        var published: String?
    }

    private func inspectLines(_ checker: Checker, to output: inout Output) throws {
        let decoder = JSONDecoder()
        if file != "-", freopen(file, "r", stdin) == nil {
            throw RunFailure(["\(file): cannot be read (\(String(cString: strerror(errno))))"])
        }
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
            let inspection = checker.inspect(text: short.text, published: published, layer: layer)
            try output.writeJSONLines(CollectionOfOne(inspection))
        }
    }
}
