import Foundation
import TestSupport
import Testing

/// Baselines as a shell sees them.
struct BaselineCommandTests {
    private static func bridge(_ name: String, _ metres: Int) -> String { "\(name) Bridge is \(metres) metres long.\n" }

    private func archive() throws -> Workspace {
        try Workspace(["a.md": Self.bridge("Halden", 340), "b.md": Self.bridge("Halden", 320)])
    }

    private func run(_ command: String, _ workspace: borrowing Workspace) throws -> BuiltProgram.Run {
        try BuiltProgram.shell(command, in: workspace.folder)
    }

    private func write(_ text: String, to path: String, in workspace: borrowing Workspace) throws {
        try workspace.write(Array(text.utf8), to: path)
    }

    /// No baseline is an error that says what to do; an empty one accepts nothing.
    @Test func tellsNoBaselineFromAnEmptyOne() throws {
        let workspace = try archive()
        let none = try run("crosscheck check . --baseline accepted.jsonl", workspace)
        #expect(none.status == 2)
        #expect(none.errors.contains("accepted.jsonl: there is no such baseline; make one with"))
        try write("", to: "accepted.jsonl", in: workspace)
        let empty = try run("crosscheck check . --baseline accepted.jsonl", workspace)
        #expect(empty.status == 1)
        #expect(empty.text.hasSuffix("\nnew since accepted.jsonl: 1 new, 0 known, 0 stale\n"))
    }

    @Test func writesOnce() throws {
        let workspace = try archive()
        let written = try run(
            "crosscheck baseline write . && crosscheck check . --baseline crosscheck-baseline.jsonl", workspace)
        #expect(written.status == 0)
        #expect(written.text.hasSuffix("\nnew since crosscheck-baseline.jsonl: 0 new, 1 known, 0 stale\n"))
        let before = workspace.read("crosscheck-baseline.jsonl")
        let again = try run("crosscheck baseline write .", workspace)
        #expect(again.status == 2)
        #expect(workspace.read("crosscheck-baseline.jsonl") == before)
    }

    /// What is no more is told, and fails only where that is asked for.
    @Test(arguments: [("", 0), ("--fail-on-stale", 1), ("--fail-on-stale --fail-on never", 1)])
    func tellsWhatIsStale(options: String, status: Int) throws {
        let workspace = try archive()
        _ = try run("crosscheck baseline write .", workspace)
        try write(Self.bridge("Halden", 340), to: "b.md", in: workspace)
        let check = try run("crosscheck check . --baseline crosscheck-baseline.jsonl \(options)", workspace)
        #expect(check.status == Int32(status))
        #expect(check.errors.contains("crosscheck-baseline.jsonl: no more: "))
        #expect(check.text.hasSuffix("0 new, 0 known, 1 stale\n"))
        // A run on a part of the documents says nothing of the others.
        let part = try run("crosscheck check a.md --baseline crosscheck-baseline.jsonl \(options)", workspace)
        #expect(part.status == 0)
        #expect(part.errors == "")
    }

    /// Each entry that comes or goes is printed; an entry of documents that were not read stays.
    @Test func updates() throws {
        let workspace = try archive()
        try write(Self.bridge("Tarn", 20), to: "other/c.md", in: workspace)
        try write(Self.bridge("Tarn", 30), to: "other/d.md", in: workspace)
        _ = try run("crosscheck baseline write .", workspace)
        try write(Self.bridge("Halden", 340) + "\n" + Self.bridge("Sarn", 50), to: "a.md", in: workspace)
        try write(Self.bridge("Halden", 340) + "\n" + Self.bridge("Sarn", 60), to: "b.md", in: workspace)
        let update = try run("crosscheck baseline update a.md b.md", workspace)
        let lines = update.text.split(separator: "\n")
        #expect(lines.map { $0.prefix(2) } == ["- ", "+ "])
        #expect(lines.first?.contains("(Halden Bridge)") == true)
        #expect(lines.last?.contains("(Sarn Bridge)") == true)
        #expect(update.errors == "crosscheck-baseline.jsonl: 1 added, 1 removed\n")
        let shown = try run("crosscheck baseline show", workspace).text.split(separator: "\n")
        #expect(shown.count == 2)
        #expect(shown.contains { $0.contains("(Tarn Bridge)") })
        #expect(try run("crosscheck check . --baseline crosscheck-baseline.jsonl", workspace).status == 0)
        #expect(try run("crosscheck baseline update .", workspace).text == "")
    }

    @Test func prunes() throws {
        let workspace = try archive()
        _ = try run("crosscheck baseline write .", workspace)
        try write(Self.bridge("Halden", 340) + "\n" + Self.bridge("Sarn", 50), to: "a.md", in: workspace)
        try write(Self.bridge("Halden", 340) + "\n" + Self.bridge("Sarn", 60), to: "b.md", in: workspace)
        let prune = try run("crosscheck baseline prune .", workspace)
        #expect(prune.text.hasPrefix("- "))
        #expect(workspace.read("crosscheck-baseline.jsonl") == "")
    }

    /// Each branch accepts a finding of its own; a merge that takes the lines of both knows all of them.
    @Test func mergesTheBaselinesOfTwoBranches() throws {
        let workspace = try archive()
        let start = """
            git init -q -b main && git config user.email a@example.org && git config user.name A && \
            echo '*.jsonl merge=union' > .gitattributes && crosscheck baseline write . 2>&- && git add -A && \
            git commit -qm first
            """
        try #require(try run(start, workspace).status == 0)
        for (branch, name) in [("ours", "Sarn"), ("theirs", "Tarn")] {
            try #require(try run("git checkout -q -b \(branch) main", workspace).status == 0)
            try write(Self.bridge(name, 50), to: "\(branch)/a.md", in: workspace)
            try write(Self.bridge(name, 60), to: "\(branch)/b.md", in: workspace)
            let change = "crosscheck baseline update . 2>&- && git add -A && git commit -qm \(branch)"
            try #require(try run(change, workspace).text.hasPrefix("+ "))
        }
        let merge = try run("git merge -q --no-edit ours", workspace)
        try #require(merge.status == 0, Comment(rawValue: merge.text + merge.errors))
        let check = try run("crosscheck check . --baseline crosscheck-baseline.jsonl --fail-on-stale", workspace)
        #expect(check.status == 0)
        #expect(check.text.hasSuffix("\nnew since crosscheck-baseline.jsonl: 0 new, 3 known, 0 stale\n"))
        // Written anew, the file is what it is.
        let merged = workspace.read("crosscheck-baseline.jsonl")
        let whole = try run("rm crosscheck-baseline.jsonl && crosscheck baseline write . 2>&-", workspace)
        #expect(whole.status == 0)
        let lines = workspace.read("crosscheck-baseline.jsonl")?.split(separator: "\n")
        #expect(merged?.split(separator: "\n").sorted() == lines?.sorted())
    }

    @Test func isTheSameInAnotherFolder() throws {
        let first = try archive()
        _ = try run("crosscheck baseline write .", first)
        let second = try archive()
        let accepted = first.read("crosscheck-baseline.jsonl") ?? ""
        #expect(!accepted.isEmpty)
        try write(accepted, to: "crosscheck-baseline.jsonl", in: second)
        let command = "cd sub && crosscheck check .. --baseline ../crosscheck-baseline.jsonl"
        try second.makeFolder("sub")
        #expect(try run(command, second).status == 0)
    }
}
