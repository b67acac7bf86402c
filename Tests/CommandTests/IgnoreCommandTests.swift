import Crosscheck
import Foundation
import TestSupport
import Testing

/// Ignored findings as a shell sees them.
struct IgnoreCommandTests {
    private func newsroom() throws -> Workspace {
        func story(_ deaths: Int) -> String { "The explosion in Tarn on 3 March 2024 killed \(deaths) people.\n" }
        return try Workspace([
            "news/a.md": "---\ndate: 2025-05-01\n---\n" + story(34),
            "news/b.md": "---\ndate: 2025-05-02\n---\n" + story(43),
            "news/crosscheck.yaml": "ignores:\n  - {attribute: deaths, reason: update, until: 2025-07-31}\n",
        ])
    }

    @Test(arguments: ["check news", "baseline write news", "claims news --format jsonl 2>&- | crosscheck reconcile"])
    func endsWithTheLastDay(command: String) throws {
        let ended =
            "news/crosscheck.yaml:2:5: this ignore ended on 2025-07-31; take it out, or give it a later last day\n"
        for (day, holds) in [("2025-07-31", true), ("2025-08-01", false)] {
            let workspace = try newsroom()
            let run = try BuiltProgram.shell("crosscheck \(command) --today \(day)", in: workspace.folder)
            #expect(run.status == (holds || command.hasPrefix("baseline") ? 0 : 1))
            #expect(run.errors.contains(ended) != holds)
            #expect(!run.text.contains(ended))
        }
    }

    /// The clock is asked where no day is given: the last day of the sample is long past.
    @Test func asksTheClock() throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.run(["check", "news"], in: workspace.folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("this ignore ended on 2025-07-31"))
    }

    @Test func countsWhatIsIgnored() throws {
        let workspace = try newsroom()
        func report(_ format: String) throws -> BuiltProgram.Run {
            try BuiltProgram.run(["check", "news", "--today", "2025-07-01", "--format", format], in: workspace.folder)
        }
        #expect(try report("text").text.contains("0 errors, 0 warnings, 0 notices, 1 ignored (update 1)"))
        let xml = try report("xml")
        #expect(xml.text.contains(#"<ignored reason="update" count="1"/>"#))
        #expect(SchemaValidator(schema: ReportSchema.bytes).problems(of: xml.output) == [])
        let json = try report("json").text.filter { !$0.isWhitespace }
        #expect(json.contains(#""ignored":[{"count":1,"reason":"update"}]"#))
    }

    @Test func refusesWhatIsNoDay() throws {
        let workspace = try newsroom()
        let run = try BuiltProgram.run(["check", "news", "--today", "July"], in: workspace.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("'July' is no day for '--today'"))
    }
}
