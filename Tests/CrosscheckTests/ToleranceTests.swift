import Crosscheck
import Foundation
import TestSupport
import Testing

/// How far figures may lie apart, as a `crosscheck.yaml` sets it.
struct ToleranceTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private func newsroom(_ configuration: String) throws -> Workspace {
        try Workspace([
            "a.md": "---\npublished: 2025-05-01\n---\nHalden Bridge is 340 metres long.\n",
            "b.md": "---\npublished: 2025-05-02\n---\nHalden Bridge is 352 metres long.\n",
            "crosscheck.yaml": configuration,
        ])
    }

    @Test(arguments: [
        ("", 1), ("{length: 5%}", 0), ("{length: 3.5 %}", 0), ("{length: 3%}", 1), ("{length: 12 m}", 0),
        ("{length: 11.9 metres}", 1), ("{length: '1,200 cm'}", 0), ("{length: 0.1 km}", 0), ("{length: 12}", 0),
        ("{length: 11}", 1), ("{Length: 12}", 0), ("{length: 5 kg}", 1), ("{height: 50%}", 1),
    ])
    func letsFiguresPass(tolerances: String, expected: Int) throws {
        let workspace = try newsroom("tolerances: \(tolerances.isEmpty ? "{}" : tolerances)")
        let paths = [workspace.folder.path]
        #expect(try Self.checker.get().check(paths).discrepancies.count == expected)
        let lines = try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims(paths))
        try workspace.write(lines, to: "claims.jsonl")
        #expect(try ClaimChecker().check([workspace.path("claims.jsonl")]).discrepancies.count == expected)
    }

    /// Counts of people, whose events bring them together; a bound is compared by its end.
    @Test(arguments: [
        ("34 people", "43 people", "", 1), ("34 people", "43 people", "{deaths: 25%}", 0),
        ("34 people", "43 people", "{deaths: 20%}", 1), ("34 people", "43 people", "{deaths: 9}", 0),
        ("over 40 people", "36 people", "{deaths: 10%}", 0), ("over 40 people", "35 people", "{deaths: 10%}", 1),
        ("at least 40 people", "at least 60 people", "{deaths: 10%}", 1),
        ("at least 40 people", "at least 41 people", "{deaths: 10%}", 0),
    ])
    func letsCountsPass(first: String, second: String, tolerances: String, expected: Int) throws {
        let workspace = try Workspace([
            "a.md": "---\npublished: 2024-03-04\n---\nThe explosion in Tarn on 3 March 2024 killed \(first).\n",
            "b.md": "---\npublished: 2024-03-04\n---\nThe explosion in Tarn on 3 March 2024 killed \(second).\n",
            "crosscheck.yaml": "tolerances: \(tolerances.isEmpty ? "{}" : tolerances)",
        ])
        #expect(try Self.checker.get().check([workspace.folder.path]).discrepancies.count == expected)
    }

    @Test(arguments: [("5%", 0), ("3%", 2)])
    func holdsAgainstFactsToo(tolerance: String, expected: Int) throws {
        let workspace = try newsroom("{facts: facts.yml, tolerances: {length: \(tolerance)}}")
        try workspace.write(
            Array("- {subject: Halden Bridge, attribute: length, value: 340 m}\n".utf8), to: "facts.yml")
        #expect(try Self.checker.get().check([workspace.folder.path]).discrepancies.count == expected)
        let why = try Self.checker.get().why("f1", workspace.path("b.md:4"), in: [workspace.folder.path])
        #expect((why.comparability.gates.first { !$0.holds }?.name == "beyond tolerance") == (expected == 0))
    }

    @Test func namesTheGate() throws {
        let workspace = try newsroom("tolerances: {length: 5%}")
        let paths = [workspace.folder.path]
        let lengths = try Self.checker.get().claims(paths).claims.map(\.claim).filter { $0.attribute == "length" }
        let report = try Self.checker.get().why(lengths[0].id, lengths[1].id, in: paths)
        let gate = try #require(report.comparability.gates.last)
        #expect(report.comparability.gates.filter { !$0.holds } == [gate])
        #expect(gate.name == "beyond tolerance")
        #expect(gate.second.hasSuffix(", tolerance 5%"))
        #expect(
            report.comparability.outcome.hasPrefix("They can be compared, and differ by no more than is tolerated: "))
    }

    @Test(arguments: [
        ("much", "expected a share, as in 5%, or an amount, as in 200 or 2 km; found 'much'"),
        ("over 5 km", "expected a share, as in 5%, or an amount, as in 200 or 2 km; found 'over 5 km'"),
        ("0", "expected a share, as in 5%, or an amount, as in 200 or 2 km; found '0'"),
        ("100%", "expected a share above 0% and below 100%, found '100%'"),
        ("0%", "expected a share above 0% and below 100%, found '0%'"),
        ("5x%", "expected a share above 0% and below 100%, found '5x%'"),
        ("2 kilometrs", "unknown unit 'kilometrs'; did you mean 'kilomet"),
        ("2 zzyzx", "unknown unit 'zzyzx'; leave it out where the figures count things"),
        ("[5%]", "expected a text, found a list"),
    ])
    func tellsWhatIsWrong(tolerance: String, message: String) throws {
        let workspace = try newsroom("tolerances: {length: \(tolerance)}")
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        let problems = try #require(failure).problems
        #expect(problems.count == 1)
        #expect(problems[0].hasPrefix(workspace.path("crosscheck.yaml:1:22: \(message)")), "\(problems)")
    }

    @Test func notesWhatLooksLikeASlip() throws {
        let workspace = try newsroom("tolerances:\n  lenght: 5%\n")
        let notes = try Self.checker.get().check([workspace.folder.path]).coverage.notes
        #expect(notes.map(\.line) == [2])
        #expect(notes.map(\.message) == ["no rule gives the attribute 'lenght'; did you mean 'length'?"])
    }

    @Test func rejectsTwoForOneAttribute() throws {
        let workspace = try Workspace([
            "a/crosscheck.yaml": "tolerances: {length: 5%}", "a/a.txt": "One.",
            "b/crosscheck.yaml": "tolerances: {length: 6%}", "b/b.txt": "Two.",
        ])
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        #expect(failure?.problems.first?.hasSuffix("already; one run has one for it") == true)
    }

    // MARK: Languages

    @Test(arguments: [
        ("languages: en", ["de.md: its language, de-AT, is not among the languages of crosscheck.yaml:1"]),
        ("languages: [fr, DE]", ["en.md: its language, en-GB, is not among the languages of crosscheck.yaml:1"]),
        (
            "languages:\n  - en-US\n  - de",
            ["en.md: its language, en-GB, is not among the languages of crosscheck.yaml:2"]
        ),
        ("languages: [de, en-GB]", []), ("languages: []", []),
        (
            "languages: en\nsources: [{file: none.txt, language: fr}]",
            [
                "de.md: its language, de-AT, is not among the languages of crosscheck.yaml:1",
                "none.txt: its language, fr, is not among the languages of crosscheck.yaml:1",
            ]
        ),
    ])
    func skipsOtherLanguages(configuration: String, skipped: [String]) throws {
        let workspace = try Workspace([
            "de.md": "---\nlanguage: de-AT\n---\nEins.\n", "en.md": "---\nlanguage: en-GB\n---\nOne.\n",
            "none.txt": "One.\n", "crosscheck.yaml": configuration,
        ])
        let folder = workspace.folder.path + "/"
        let coverage = try Self.checker.get().check([workspace.folder.path]).coverage
        #expect(coverage.skipped.map { "\($0.path): \($0.reason)".replacing(folder, with: "") } == skipped)
        #expect(coverage.documents == 3 - skipped.count)
    }

    @Test(arguments: ["english", "e", "de_AT", "''", "'en-'"])
    func refusesWhatIsNoLanguage(tag: String) throws {
        let workspace = try newsroom("languages: \(tag)")
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        #expect(
            failure?.problems.first?.hasPrefix(
                workspace.path("crosscheck.yaml:1:12: expected a language tag, as in en or en-GB; found '")) == true)
    }
}
