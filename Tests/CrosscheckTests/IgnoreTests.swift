import FoundationEssentials
import StrictYAML
import TestSupport
import Testing

@testable import Crosscheck

/// What editors have looked at and leave out.
struct IgnoreTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private static func story(_ deaths: String, day: Int) -> String {
        "---\npublished: 2025-05-0\(day)\n---\n# Explosion\n\nThe explosion in Tarn on 3 March 2024 killed \(deaths) people.\n"
    }

    /// 34 and 43 contradict each other; "over 30" agrees with both.
    private func workspace(_ configuration: String) throws -> Workspace {
        try Workspace([
            "crosscheck.yaml": configuration, "a.md": Self.story("34", day: 1), "b.md": Self.story("43", day: 2),
            "old/c.md": Self.story("over 30", day: 3),
        ])
    }

    private func check(_ workspace: borrowing Workspace, today: String? = nil) throws -> Report {
        try Self.checker.get().check([workspace.folder.path], today: today.flatMap { CalendarDay(iso: $0) })
    }

    private func ignores(_ entry: String) -> String { "ignores:\n  - {\(entry)}\n" }

    @Test(arguments: [
        ("attribute: deaths, reason: accepted", true), ("attribute: DEATH*, reason: accepted", true),
        ("attribute: injured, reason: accepted", false), ("rule: casualties.deaths, reason: accepted", true),
        ("rule: casualties.*, reason: accepted", true), ("kind: quantity, reason: accepted", true),
        ("kind: date, reason: accepted", false), ("subject: '*tarn*', reason: accepted", true),
        ("subject: tarn, reason: accepted", false), ("document: a.md, reason: accepted", true),
        ("document: '*.md', reason: accepted", true), ("document: old/c.md, reason: accepted", false),
        ("document: '**', reason: accepted", true), ("document: x.md, reason: accepted", false),
        ("attribute: deaths, kind: date, reason: accepted", false),
        ("attribute: deaths, document: b.md, reason: accepted", true),
    ])
    func leavesOutWhatItCovers(entry: String, isCovered: Bool) throws {
        let workspace = try workspace(ignores(entry))
        let report = try check(workspace)
        #expect(report.discrepancies.isEmpty == isCovered)
        #expect(report.ignored.map(\.reason) == (isCovered ? [.accepted] : []))
        let lines = try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims([workspace.folder.path]))
        try workspace.write(lines, to: "claims.jsonl")
        let reconciled = try ClaimChecker().check([workspace.path("claims.jsonl")])
        #expect(reconciled.discrepancies.isEmpty == isCovered)
        #expect(reconciled.remarks == [])
    }

    @Test(arguments: [(8, true), (32, true), (0, false)])
    func goesByTheFingerprint(length: Int, isCovered: Bool) throws {
        let workspace = try workspace("")
        let id = try #require(try check(workspace).discrepancies.first).id
        let given = length > 0 ? String(id.prefix(length)).uppercased() : "0123456789"
        try workspace.write(Array(ignores("id: '\(given)', reason: update").utf8), to: "crosscheck.yaml")
        #expect(try check(workspace).discrepancies.isEmpty == isCovered)
    }

    /// The id that a run in the configuration's folder shows holds wherever a run is started.
    @Test func knowsTheFingerprintFromAnotherFolder() throws {
        let workspace = try workspace("")
        let report = try BuiltProgram.run(["check", ".", "--format", "json"], in: workspace.folder)
        let digits = try #require(report.text.firstMatch(of: /"id" ?: ?"([0-9a-f]{12})[0-9a-f]{20}"/)).1
        try workspace.write(Array(ignores("id: '\(digits)', reason: update").utf8), to: "crosscheck.yaml")
        #expect(try check(workspace).discrepancies.isEmpty)
        #expect(try BuiltProgram.run(["check", ".."], in: workspace.folder.appending(path: "old")).status == 0)
    }

    /// Where claims that nothing covers still differ, the finding stays as it is.
    @Test func keepsWhatStillDiffers() throws {
        let workspace = try workspace(ignores("document: old/d.md, reason: update"))
        try workspace.write(Array(Self.story("51", day: 4).utf8), to: "old/d.md")
        let report = try check(workspace)
        #expect(report.discrepancies.map { $0.claims.count } == [3])
        #expect(report.ignored.isEmpty)
        #expect(report.remarks == [])
    }

    @Test func holdsBelowItsFolder() throws {
        let workspace = try Workspace([
            "x/crosscheck.yaml": ignores("attribute: deaths, reason: accepted"), "x/c.md": "Nothing.\n",
            "a.md": Self.story("34", day: 1), "b.md": Self.story("43", day: 2),
        ])
        #expect(try check(workspace).discrepancies.count == 1)
    }

    // MARK: The last day

    @Test(arguments: [
        ("2025-07-31", nil, true), ("2025-07-31", "2025-07-30", true), ("2025-07-31", "2025-07-31", true),
        ("2025-07-31", "2025-08-01", false),
    ])
    func endsAfterItsLastDay(until: String, today: String?, holds: Bool) throws {
        let workspace = try workspace(ignores("attribute: deaths, reason: update, until: \(until)"))
        let report = try check(workspace, today: today)
        #expect(report.discrepancies.isEmpty == holds)
        let message = ":2:5: this ignore ended on 2025-07-31; take it out, or give it a later last day"
        #expect(report.remarks == (holds ? [] : [workspace.path("crosscheck.yaml") + message]))
    }

    // MARK: Comments

    private static let reasons: [(String, IgnoreReason, String?)] = [
        ("accepted", .accepted, nil), ("update", .update, nil), ("different scope", .differentScope, nil),
        ("Different thing, two blasts", .differentThing, "two blasts"), ("update: new toll", .update, "new toll"),
        ("updated since", .accepted, "updated since"), ("our own words", .accepted, "our own words"),
        ("accepted until 2025-07-31", .accepted, nil),
    ]

    @Test(arguments: reasons)
    func takesAReasonFromAComment(text: String, reason: IgnoreReason, note: String?) throws {
        let workspace = try workspace("")
        let comment = "<!-- crosscheck: ignore deaths: \(text) -->\n"
        try workspace.write(Array(Self.story("43", day: 2).replacing("The", with: comment + "The").utf8), to: "b.md")
        let report = try check(workspace, today: "2025-07-31")
        #expect(report.discrepancies.isEmpty)
        #expect(report.ignored.map(\.reason) == [reason])
        #expect(report.ignored.map(\.note) == [note])
        #expect(report.ignored.map(\.place) == [workspace.path("b.md") + ":6:1"])
        #expect(report.remarks == [])
    }

    @Test(arguments: [
        ("ignore all: accepted", nil), ("ignore injured, deaths: accepted", nil),
        ("ignore injured: accepted", "this ignore covers nothing that was found; take it out"),
        (
            "ignore deaths",
            "the comment gives no reason; write 'ignore deaths: accepted', or another of update, "
                + "different scope, different thing, accepted, or your own words"
        ),
        (
            "ignore deaths: until 2025-07-31",
            "the comment gives no reason; write 'ignore deaths: accepted', or another "
                + "of update, different scope, different thing, accepted, or your own words"
        ),
        ("ignore: accepted", "the comment names no attribute; write 'ignore deaths: …', or 'ignore all: …'"),
        ("ingore deaths: accepted", "unknown comment 'ingore'; did you mean 'ignore'?"),
        ("ignore deaths: accepted until July", "expected a day after 'until', as in 2025-07-03; found 'July'"),
        (
            "ignore deaths: accepted until 2025-07-30",
            "this ignore ended on 2025-07-30; take it out, or give it a later last day"
        ),
    ])
    func readsAComment(text: String, remark: String?) throws {
        let workspace = try workspace("")
        let comment = "<!-- crosscheck: \(text) -->\n# "
        try workspace.write(Array(Self.story("43", day: 2).replacing("# ", with: comment).utf8), to: "b.md")
        let report = try check(workspace, today: "2025-07-31")
        #expect(report.discrepancies.isEmpty == (remark == nil))
        #expect(report.remarks == (remark.map { [workspace.path("b.md") + ":4:1: " + $0] } ?? []))
    }

    @Test func coversTheBlockOfAComment() throws {
        let workspace = try workspace("")
        let text = Self.story("43", day: 2) + "\n<!-- crosscheck: ignore deaths: update -->\nOfficials spoke in Tarn.\n"
        try workspace.write(Array(text.utf8), to: "b.md")
        let report = try check(workspace)
        #expect(report.discrepancies.count == 1)
        #expect(report.remarks.count == 1)
    }

    /// A claim file carries the comments of its documents.
    @Test func holdsInClaimFiles() throws {
        let workspace = try workspace("")
        let comment = "<!-- crosscheck: ignore deaths: update -->\nThe"
        try workspace.write(Array(Self.story("43", day: 2).replacing("The", with: comment).utf8), to: "b.md")
        let lines = try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims([workspace.folder.path]))
        try workspace.write(lines, to: "claims.jsonl")
        let report = try ClaimChecker().check([workspace.path("claims.jsonl")])
        #expect(report.discrepancies.isEmpty)
        #expect(report.ignored.map(\.reason) == [.update])
    }

    /// What one document says against itself is left out where any of its claims is covered.
    @Test func coversAFindingInsideADocument() throws {
        let text = "It happened on Monday, 3 March 2024.\n"
        let workspace = try Workspace(["a.md": "# Tarn\n\n" + text])
        #expect(try check(workspace).discrepancies.count == 1)
        try workspace.write(Array("# Tarn\n\n<!-- crosscheck: ignore all: accepted -->\n\(text)".utf8), to: "a.md")
        #expect(try check(workspace).discrepancies.isEmpty)
    }

    // MARK: What covers nothing

    @Test func tellsWhatCoversNothing() throws {
        let workspace = try workspace(ignores("attribute: injured, reason: accepted"))
        let message = ":2:5: this ignore covers nothing that was found; take it out"
        #expect(try check(workspace).remarks == [workspace.path("crosscheck.yaml") + message])
        let part = try Self.checker.get().check([workspace.path("a.md"), workspace.path("b.md")])
        #expect(part.remarks == [])
        #expect(try Self.checker.get().check([workspace.path("old")]).remarks == [])
    }

    // MARK: Strict reading

    @Test(arguments: [
        ("ignores: []", []), ("ignores: deaths", ["1:10: expected a list, found 'deaths'"]),
        ("ignores:\n  - deaths", ["2:5: expected keys and values, found 'deaths'"]),
        (
            "ignores:\n  - {reason: accepted}",
            [
                "2:5: the entry does not say what to ignore; give one or more of id, subject, attribute, document, rule, kind"
            ]
        ),
        ("ignores:\n  - attribute: deaths", ["2:5: the key 'reason' is missing"]),
        (
            "ignores:\n  - {atribute: deaths, reason: acepted}",
            [
                "2:5: the entry does not say what to ignore; give one or more of id, subject, attribute, document, rule, kind",
                "2:6: unknown key 'atribute'; did you mean 'attribute'?",
                "2:32: unknown value 'acepted'; did you mean 'accepted'?",
            ]
        ),
        (
            "ignores:\n  - {id: 12345, attribute: '', reason: update, until: 2025-07, kind: quanity}",
            [
                "2:10: expected the id of a finding, or its first 8 or more digits, as a report shows it; found '12345'",
                "2:28: expected a text, found nothing", "2:55: expected a day, as in 2025-07-03; found '2025-07'",
                "2:70: unknown value 'quanity'; did you mean 'quantity'?",
            ]
        ),
    ])
    func tellsEveryProblem(text: String, expected: [String]) {
        var problems: [String] = []
        do throws(YAMLProblems) {
            _ = try Configuration(text, path: "c.yaml")
        } catch {
            problems = error.problems.map(\.description)
        }
        #expect(problems == expected.map { "c.yaml:" + $0 })
    }

    @Test func tellsSlips() throws {
        let slip = try workspace(ignores("rule: casualties.death, reason: accepted"))
        let failure = #expect(throws: RunFailure.self) { try check(slip) }
        let problem = ":2:5: there is no rule 'casualties.death'; did you mean 'casualties.deaths'?"
        #expect(failure?.problems == [slip.path("crosscheck.yaml") + problem])
        let report = try check(workspace(ignores("attribute: death, reason: accepted")))
        #expect(
            report.coverage.notes.map(\.message) == ["no rule gives the attribute 'death'; did you mean 'deaths'?"])
    }
}
