import Crosscheck
import TestSupport
import Testing

struct WatchTests {
    private static let prompt = "\nWatching for changes; Ctrl-C ends.\n"

    private static func story(_ deaths: Int) -> [UInt8] {
        Array("The explosion in Tarn on 3 March 2024 killed \(deaths) people.\n".utf8)
    }

    /// Each step changes a file, and the next report is there without more ado.
    @Test(.timeLimit(.minutes(10)))
    func checksAgainWhenAFileChanges() throws {
        let workspace = try Workspace()
        try workspace.write(Self.story(34), to: "news/a.txt")
        let run = try BuiltProgram.start(
            ["check", "news", "--watch", "--output", "csv=news/findings.txt"], in: workspace.folder)
        #expect(run.read(upTo: Self.prompt).hasPrefix("No discrepancies.\n"))

        try workspace.write(Self.story(43), to: "news/b.txt")
        let new = run.read(upTo: Self.prompt)
        #expect(new.hasPrefix("Changed: news/b.txt\n\nwarning: quantity, contradiction ["))

        try workspace.write(Array("severities: {attributes: {deaths: none}}\n".utf8), to: "crosscheck.yaml")
        let broken = run.read(upTo: Self.prompt)
        #expect(broken.hasPrefix("Changed: crosscheck.yaml\n\ncrosscheck.yaml:1:35: unknown value 'none'; "))

        try workspace.write(Array("severities: {attributes: {deaths: notice}}\n".utf8), to: "crosscheck.yaml")
        #expect(run.read(upTo: Self.prompt).hasPrefix("Changed: crosscheck.yaml\n\nnotice: quantity, "))
        #expect(run.interrupt() == 0)
        #expect(run.read(upTo: Self.prompt) == "")
    }

    @Test func refusesStandardInput() throws {
        let run = try BuiltProgram.run(["check", "-", "--watch"])
        #expect(run.status == 2)
        #expect(run.errors.contains("--watch cannot see standard input change"))
    }

    // MARK: What counts as a change

    @Test(arguments: [
        ([1, 1, 1], [false, false, false]), ([2, 2, 2], [false, true, true]),
        ([2, 3, 4, 4], [false, false, false, true]),
        ([2, 1, 1], [false, false, false]),
    ])
    func waitsUntilFilesRest(states: [Int], isDue: [Bool]) {
        var detector = ChangeDetector(checked: 1)
        #expect(states.map { detector.isDue($0) } == isDue)
    }

    @Test(arguments: [
        ("news/a.txt", true), ("news/deep/new.md", true), ("crosscheck.yaml", true), ("news/crosscheck.yml", true),
        ("house/rules.yml", true), ("own/rules.yaml", true), ("facts.yaml", true), ("known.jsonl", true),
        ("news/report.xml", false), ("news/picture.png", false), ("elsewhere.txt", false),
    ])
    func seesWhatACheckReads(path: String, isSeen: Bool) throws {
        let workspace = try Workspace([
            "news/a.txt": "One.", "crosscheck.yaml": "{rules: house, facts: facts.yaml}", "house/rules.yml": "",
        ])
        let files = WatchedFiles(
            [workspace.path("news")], rules: [workspace.path("own")], others: [workspace.path("known.jsonl")],
            ignored: [workspace.path("news/report.xml")])
        let before = files.state
        #expect(files.state == before)
        try workspace.write(Array("{rules: house, facts: facts.yaml}  # More.\n".utf8), to: path)
        let changes = before.changes(to: files.state)
        #expect(isSeen ? changes.contains { $0.hasSuffix("/" + path) } : changes.isEmpty)
    }
}
