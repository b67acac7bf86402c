import Crosscheck
import Foundation
import TestSupport
import Testing

/// Every format of one run: what counts is the same in all of them, and an exported report becomes any of them.
struct FormatTests {
    private static func story(_ day: Int, _ text: String) -> String { "---\ndate: 2025-05-0\(day)\n---\n\(text)\n" }

    /// Known: the length of the bridge. Ignored: its cost by the configuration, the cars by a comment. New: the explosion
    /// and a fact. No more: the mill.
    private func archive() throws -> Workspace {
        let workspace = try Workspace([
            "news/a.md": Self.story(
                1, "Halden Bridge is 340 metres long. Halden Bridge cost £12m.\n\nTarn Mill is 20 metres tall."),
            "news/b.md": Self.story(
                2, "Halden Bridge is 320 metres long. Halden Bridge cost £15m.\n\nTarn Mill is 30 metres tall."),
        ])
        let start = """
            git init -q -b main && git config user.email a@example.org && git config user.name A && git add -A && \
            git commit -qm first && crosscheck baseline write news
            """
        let run = try BuiltProgram.shell(start, in: workspace.folder)
        try #require(run.status == 0, Comment(rawValue: run.errors))
        let changes = [
            "news/a.md": "Halden Bridge is 340 metres long. Halden Bridge cost £12m.\n\nTarn Mill is 20 metres tall.",
            "news/b.md": "Halden Bridge is 320 metres long. Halden Bridge cost £15m.\n\nTarn Mill is 20 metres tall.",
            "news/c.md": "The explosion in Tarn on 3 March 2024 killed 34 people.\n\nLake Sarn is 90 metres deep.",
            "news/d.md": "The explosion in Tarn on 3 March 2024 killed 43 people.\n\n"
                + "<!-- crosscheck: ignore depth: different thing, the other lake -->\nLake Sarn is 70 metres deep.",
            "news/e.md": "Mount Sarn is 812 metres high. It rained.",
        ]
        for (number, (path, text)) in changes.sorted(by: { $0.key < $1.key }).enumerated() {
            try workspace.write(Array(Self.story(number + 1, text).utf8), to: path)
        }
        let settings = """
            facts: facts.yaml
            ignores:
              - {attribute: cost, reason: accepted, note: "one with, one without the ramps"}
            """
        try workspace.write(Array(settings.utf8), to: "news/crosscheck.yaml")
        let facts = "- {subject: Mount Sarn, attribute: height, value: 821 m, source: the survey}\n"
        try workspace.write(Array(facts.utf8), to: "news/facts.yaml")
        return workspace
    }

    static let comparisons = ["", "--baseline crosscheck-baseline.jsonl", "--since main"]

    @Test(arguments: comparisons)
    func holdsWhatItShould(comparison: String) throws {
        let workspace = try archive()
        let run = try BuiltProgram.shell("crosscheck check news \(comparison) --format json", in: workspace.folder)
        #expect(run.status == 1)
        let report = try JSONDecoder().decode(JSONText.self, from: Data(run.output))
        let found = report["discrepancies"]?.items ?? []
        let statuses = Dictionary(found.map { ($0["attribute"]?.text, $0["status"]?.text) }) { first, _ in first }
        #expect(statuses == ["length": comparison.isEmpty ? "new" : "known", "deaths": "new", "height": "new"])
        let ignored = (report["ignored"]?.items ?? []).map { $0["reason"]?.text }
        #expect(ignored.sorted { ($0 ?? "") < ($1 ?? "") } == ["accepted", "different thing"])
        #expect(report["baseline"]?["resolved"]?.items.count == (comparison.isEmpty ? nil : 1))
        let origin = comparison.contains("baseline") ? "file" : comparison.contains("since") ? "revision" : nil
        #expect(report["baseline"]?["origin"]?.text == origin)
    }

    /// The exported report becomes what each format was at once.
    @Test(arguments: comparisons)
    func losesNothing(comparison: String) throws {
        let workspace = try archive()
        func files(_ ending: String) -> String {
            ReportFormat.allCases.map { "--output \($0.rawValue)=\($0.rawValue).\(ending)" }.joined(separator: " ")
        }
        let command = """
            crosscheck check news \(comparison) --fail-on never \(files("direct")) >&2 && \
            crosscheck report xml.direct \(files("read"))
            """
        let run = try BuiltProgram.shell(command, in: workspace.folder)
        #expect(run.status == 0, Comment(rawValue: run.errors))
        for format in ReportFormat.allCases {
            let direct = workspace.read(format.rawValue + ".direct") ?? ""
            let read = workspace.read(format.rawValue + ".read")
            #expect(!direct.isEmpty)
            #expect(read == direct, "\(format)")
        }
    }

    /// The exit status says the same whatever the format.
    @Test(arguments: ReportFormat.allCases)
    func endsAlike(format: ReportFormat) throws {
        let workspace = try archive()
        let check = "crosscheck check news --baseline crosscheck-baseline.jsonl --format \(format.rawValue)"
        for (options, status) in [("", 1), ("--fail-on never", 0), ("--fail-on never --fail-on-stale", 1)] {
            let run = try BuiltProgram.shell("\(check) \(options)", in: workspace.folder)
            #expect(run.status == Int32(status))
        }
    }

    /// Formats without a place for what is ignored tell of it beside the report.
    @Test(arguments: ReportFormat.allCases)
    func tellsOfWhatIsIgnored(format: ReportFormat) throws {
        let workspace = try archive()
        let run = try BuiltProgram.shell("crosscheck check news --format \(format.rawValue)", in: workspace.folder)
        #expect(run.errors.contains("2 ignored (different thing 1, accepted 1)\n") != format.tellsCoverage)
        let tells: Set<ReportFormat> = [.xml, .json, .sarif, .junit, .markdown, .html]
        #expect(run.text.contains("one with, one without the ramps") == tells.contains(format))
        #expect(run.text.contains("2 ignored (") == (format == .text || format == .markdown))
    }
}
