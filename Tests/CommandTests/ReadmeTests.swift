import Foundation
import TestSupport
import Testing

/// Runs the commands that README shows and compares what it shows of their output.
struct ReadmeTests {
    /// A command of a `console` block, and the lines shown below it.
    struct Example: Sendable, CustomTestStringConvertible {
        var command: String
        var output: String

        var testDescription: String { command }
    }

    private static let readme =
        (try? String(contentsOf: BuiltProgram.package.appending(path: "README.md"), encoding: .utf8)) ?? ""

    /// The `crosscheck` commands of the `console` blocks. What builds or installs is not run by a test.
    private static let examples: [Example] = {
        var examples: [Example] = []
        var isConsole = false
        var isOurs = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isConsole = line == "```console"
                isOurs = false
            } else if isConsole, line.hasPrefix("$ ") {
                isOurs = line.hasPrefix("$ crosscheck ")
                if isOurs { examples.append(Example(command: String(line.dropFirst(2)), output: "")) }
            } else if isConsole, isOurs {
                examples[examples.count - 1].output += line + "\n"
            }
        }
        return examples
    }()

    /// The text block between the marks of the demo's output, without its fences.
    private static let demo: String = {
        let begin = "<!-- demo-output:begin -->\n```text\n"
        guard let start = readme.range(of: begin)?.upperBound,
            let end = readme.range(of: "```\n<!-- demo-output:end -->", range: start..<readme.endIndex)?.lowerBound
        else { return "" }
        return String(readme[start..<end])
    }()

    @Test func showsCommands() { #expect(Self.examples.count >= 3) }

    @Test(arguments: Self.examples)
    func runs(example: Example) throws {
        let run = try BuiltProgram.shell(example.command)
        #expect(run.status == 0 || run.status == 1, Comment(rawValue: run.errors))
        if !example.output.isEmpty { #expect(run.text == example.output) }
    }

    @Test(.enabled(if: !demo.isEmpty, "README shows no output of the demo yet"))
    func showsTheDemo() throws {
        #expect(try BuiltProgram.run(["check", "seeds"]).text == Self.demo)
    }
}
