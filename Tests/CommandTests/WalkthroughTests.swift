import Foundation
import TestSupport
import Testing

/// Follows docs/walkthroughs.md step by step, and runs the commands of docs/ci.md in a repository.
struct WalkthroughTests {
    private static func page(_ name: String) throws -> [Substring] {
        try String(contentsOf: BuiltProgram.package.appending(path: "docs/\(name)"), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func followsThePage() throws {
        let workspace = try Workspace()
        var file: String?
        var fence: Substring?
        var content: [Substring] = []
        var steps = 0
        for line in try Self.page("walkthroughs.md") {
            if let open = fence, line == "```" {
                fence = nil
                if open == "```text", let path = file {
                    try workspace.write(Array((content.joined(separator: "\n") + "\n").utf8), to: path)
                } else if open == "```console" {
                    steps += try run(content, in: workspace.folder)
                }
                content = []
            } else if fence != nil {
                content.append(line)
            } else if line.hasPrefix("```") {
                fence = line
            } else if line.hasPrefix("`"), line.hasSuffix("`:") {
                file = String(line.dropFirst().dropLast(2))
            }
        }
        #expect(steps >= 10)
    }

    /// Runs each command of a block and compares what it prints with the lines below it.
    /// - Returns: how many there were.
    private func run(_ lines: [Substring], in folder: URL) throws -> Int {
        var commands: [(command: Substring, output: String)] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                commands.append((line.dropFirst(2), ""))
            } else {
                commands[commands.count - 1].output += line + "\n"
            }
        }
        for (command, expected) in commands {
            let run = try BuiltProgram.shell("{ \(command); } 2>&1", in: folder)
            #expect(run.text == expected, Comment(rawValue: String(command)))
        }
        return commands.count
    }

    /// A job of the examples works where articles, a baseline and a main branch are there.
    @Test(arguments: try page("ci.md").compactMap(command))
    func runsInCI(command: String) throws {
        let workspace = try Workspace([
            "articles/a.md": "---\ndate: 2025-05-01\n---\nHalden Bridge is 340 metres long.\n",
            "articles/b.md": "---\ndate: 2025-05-02\n---\nHalden Bridge is 320 metres long.\n",
        ])
        let setUp = """
            git init -q -b main && git config user.email a@example.org && git config user.name A && \
            crosscheck baseline write articles 2>&1 && git add -A && git commit -qm first && \
            git update-ref refs/remotes/origin/main HEAD
            """
        let start = try BuiltProgram.shell(setUp, in: workspace.folder)
        #expect(start.status == 0, Comment(rawValue: start.errors))
        let known = try BuiltProgram.shell(command, in: workspace.folder)
        #expect(known.status == 0, Comment(rawValue: known.errors))
        try workspace.write(
            Array("---\ndate: 2025-05-03\n---\nHalden Bridge is 345 metres long.\n".utf8), to: "articles/c.md")
        let new = try BuiltProgram.shell(command, in: workspace.folder)
        #expect(new.status == 1, Comment(rawValue: new.errors))
    }

    private static func command(_ line: Substring) -> String? {
        guard !line.hasPrefix("    #"), !line.contains("`"), let start = line.range(of: "crosscheck check ")?.lowerBound
        else { return nil }
        return String(line[start...])
    }

    @Test(arguments: ["--since nowhere", "--since main --baseline b.jsonl"])
    func refuses(options: String) throws {
        let workspace = try Workspace(["a.txt": "Nothing.\n"])
        let run = try BuiltProgram.shell("git init -q -b main; crosscheck check a.txt \(options)", in: workspace.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("--since"))
    }

    @Test func explainsAFinding() throws {
        let workspace = try Workspace([
            "a.md": "Halden Bridge is 340 metres long.\n", "b.md": "Halden Bridge is 320 metres long.\n",
        ])
        let id = try BuiltProgram.shell(
            "crosscheck check . --format csv --fail-on never | tail -1 | cut -d, -f1 | tr -d '\\n'",
            in: workspace.folder
        ).text
        let text = try BuiltProgram.run(["explain", String(id.prefix(8)), "."], in: workspace.folder)
        #expect(text.status == 0 && text.text.contains("by measures.length"))
        let json = try BuiltProgram.run(["explain", id, ".", "--format", "json"], in: workspace.folder)
        #expect(json.text.contains("\"derivations\""))
        #expect(try BuiltProgram.run(["explain", "deadbeef", "."], in: workspace.folder).status == 2)
    }
}
