import Foundation
import TestSupport
import Testing

/// What the built program says beside its report, and how the report looks where columns mean nothing.
struct MessageTests {
    private func newsroom() throws -> Workspace {
        func story(_ day: Int, _ deaths: Int) -> String {
            "---\ndate: 2025-05-0\(day)\n---\nThe explosion in Tarn on 3 March 2024 killed \(deaths) people.\n"
        }
        return try Workspace([
            "news/a.md": story(1, 34), "news/b.md": story(2, 43), "news/picture.png": "",
            "news/crosscheck.yaml": "ignores:\n  - {attribute: injured, reason: update}\n",
        ])
    }

    private static let claims = "claims news --format jsonl --output claims.jsonl"
    private static let baseline = "baseline write news --baseline known.jsonl"

    /// - Parameter preparation: a command that makes a file which the other reads.
    @Test(arguments: [
        ("", "check news --format csv"), (claims, "reconcile claims.jsonl --format csv"),
        ("", "claims news --format jsonl"), ("", "subjects news --format jsonl"),
        ("check news --format xml --output report.xml --fail-on never", "report report.xml --format csv"),
        (baseline, "baseline show --baseline known.jsonl"), ("", "baseline update news --baseline new.jsonl"),
        (baseline, "baseline prune news --baseline known.jsonl"), ("", baseline),
        (baseline, "check news --baseline known.jsonl --format csv"),
    ])
    func isQuiet(preparation: String, command: String) throws {
        let workspace = try newsroom()
        let other = try newsroom()
        func run(_ options: String, in folder: URL) throws -> BuiltProgram.Run {
            let prepare = preparation.isEmpty ? "" : "crosscheck \(preparation) --quiet && "
            return try BuiltProgram.shell("\(prepare)crosscheck \(command) \(options)", in: folder)
        }
        let usual = try run("", in: workspace.folder)
        #expect(!usual.errors.isEmpty)
        let quiet = try run("--quiet", in: other.folder)
        #expect(quiet.errors == "")
        #expect(quiet.output == usual.output)
        #expect(quiet.status == usual.status)
    }

    /// Entries of a baseline that are no more are remarks too; what cannot be done is none.
    @Test func tellsErrorsThoughQuiet() throws {
        let workspace = try newsroom()
        let stale = try BuiltProgram.shell(
            "crosscheck \(Self.baseline) -q && echo Nothing. > news/b.md && crosscheck check news --baseline known.jsonl --fail-on-stale -q",
            in: workspace.folder)
        #expect(stale.status == 1)
        #expect(stale.errors == "")
        let failed = try BuiltProgram.run(["check", "nowhere", "--quiet"], in: workspace.folder)
        #expect(failed.status == 2)
        #expect(failed.errors == "nowhere: no such file or folder; check the spelling\n")
    }

    @Test(arguments: [
        ("check news", "rules documents comparison report"), ("subjects news", "rules documents comparison report"),
        ("claims news", "rules documents report"), ("claims news --format jsonl", "rules documents"),
        ("why c1 c2 news", "rules documents comparison report"),
        ("baseline update news --baseline new.jsonl", "rules documents comparison"),
    ])
    func tellsWhatItDoes(command: String, stages: String) throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.shell("crosscheck \(command) -v", in: workspace.folder)
        #expect(!run.output.isEmpty)
        #expect(run.errors.contains("Configuration: news/crosscheck.yaml\nDocuments: 2 read, 1 skipped\n"))
        let times = run.errors.split(separator: "\n").first { $0.hasPrefix("Time: ") }
        let told = times?.dropFirst(6).split(separator: ", ").compactMap { $0.split(separator: " ").first }
        #expect(told?.joined(separator: " ") == stages)
    }

    @Test func tellsOfClaimFiles() throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.shell(
            "crosscheck \(Self.claims) -q && crosscheck reconcile claims.jsonl --verbose", in: workspace.folder)
        #expect(
            run.errors.hasPrefix("Configuration: news/crosscheck.yaml\nDocuments: 2 read, 0 skipped\nTime: rules "))
        let none = try BuiltProgram.run(["check", "-", "--verbose"], input: "Nothing.")
        #expect(none.errors.hasPrefix("Configuration: none found\nDocuments: 1 read, 0 skipped\nTime: "))
    }

    @Test(arguments: [
        ("check news --quiet --verbose", "--quiet and --verbose contradict each other; give one of them"),
        ("check news --plain --color always", "--plain has no colours; leave out '--color always'"),
    ])
    func refusesContradictions(arguments: String, message: String) throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.shell("crosscheck \(arguments)", in: workspace.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains(message))
    }

    // MARK: Plain

    @Test func readsWellAloud() throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.run(
            ["check", "news", "--plain"], in: workspace.folder, environment: ["FORCE_COLOR": "1", "COLUMNS": "40"])
        let lines = run.text.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("error: quantity, contradiction ["))
        let claims = lines.filter { $0.contains("people: “") }
        #expect(claims == ["34", "43"].map { "  \($0) people: “killed \($0) people”" })
        #expect(!run.text.contains("\u{1B}"))
    }

    /// No box, no arrow, no run of spaces, and no line that was broken.
    @Test(arguments: [
        "check seeds", "claims seeds", "rules list", "explain casualties.deaths",
    ])
    func hasNoColumns(command: String) throws {
        let run = try BuiltProgram.shell("crosscheck \(command) --plain")
        let glyphs = [0x1B...0x1B, 0x2190...0x21FF, 0x2500...0x25FF] as [ClosedRange<UInt32>]
        #expect(!run.text.unicodeScalars.contains { scalar in glyphs.contains { $0.contains(scalar.value) } })
        for line in run.text.split(separator: "\n") {
            #expect(!line.drop { $0 == " " }.contains("   "), "\(line)")
        }
    }

    // MARK: On a terminal

    @Test(.enabled(if: BuiltProgram.find("script") != nil, "script is not installed (bsdutils)"))
    func showsProgressOnATerminalAlone() throws {
        let story = String(repeating: "The explosion in Tarn on 3 March 2024 killed 34 people. ", count: 400)
        let workspace = try Workspace()
        for number in 1...3 { try workspace.write(Array(story.utf8), to: "news/\(number).txt") }
        func run(_ options: String) throws -> String {
            try BuiltProgram.shell(
                "script -qec 'crosscheck claims news \(options) > /dev/null' /dev/null", in: workspace.folder,
                environment: ["TERM": "xterm"]
            ).text
        }
        let shown = try run("")
        #expect(shown.contains(/\r\u{1B}\[K\d+ of 3 files, [0-9.]+ a (second|minute), .* left/))
        // Nothing of it stays.
        #expect(shown.hasSuffix("\r\u{1B}[K"))
        #expect(try run("--quiet") == "")
    }
}
