import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// What a `crosscheck.yaml` sets for a whole run: more rules, other severities.
struct RunSettingsTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private static let articles: KeyValuePairs<String, String> = [
        "a.md": "---\npublished: 2025-05-01\n---\nThe explosion in Tarn on 3 March 2024 killed 34 people.\n",
        "b.md": "---\npublished: 2025-05-02\n---\nThe explosion in Tarn on 3 March 2024 killed 43 people.\n",
    ]

    private static let rules = """
        topic: house
        about: Our own words.
        attributes:
          - id: house.snowbound
            attribute: snowbound
            finds: How many people snow shut in.
            unit: person
            frames:
              - role: patient
                verbs: maroon
            examples:
              - text: "The snow [marooned 40 people] in Tarn."
                value: "[40, 40]"
            not:
              - "The 40 boats were marooned."
        """

    private func workspace(_ configuration: String) throws -> Workspace {
        let workspace = try Workspace(Self.articles)
        try workspace.write(Array(configuration.utf8), to: "crosscheck.yaml")
        return workspace
    }

    @Test(arguments: [
        ("", ["error"]), ("severities: {relations: {contradiction: warning}}", ["warning"]),
        ("severities: {kinds: {quantity: notice}}", ["notice"]),
        ("severities: {kinds: {quantity: {contradiction: off}}}", []),
        ("severities: {kinds: {quantity: {update: off}}}", ["error"]),
        ("severities: {attributes: {deaths: off}}", []),
        ("severities: {rules: {casualties.deaths: warning}}", ["warning"]),
        ("severities:\n  kinds: {quantity: off}\n  rules: {casualties.deaths: error}", ["error"]),
        ("severities: {rules: {casualties.*: notice}}", ["notice"]), ("severities: {rules: {'*': off}}", []),
        ("severities: {rules: {casualties.deaths: warning, casualties.*: off}}", ["warning"]),
    ])
    func setsSeverities(configuration: String, expected: [String]) throws {
        let workspace = try workspace(configuration)
        let paths = [workspace.folder.path]
        #expect(try Self.checker.get().check(paths).discrepancies.map(\.severity.rawValue) == expected)
        let lines = try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims(paths))
        try workspace.write(lines, to: "claims.jsonl")
        let report = try ClaimChecker().check([workspace.path("claims.jsonl")])
        #expect(report.discrepancies.map(\.severity.rawValue) == expected)
    }

    @Test(arguments: [
        (
            "severities: {kind: {}}",
            ["1:14: unknown key 'kind'; did you mean 'kinds'?"]
        ),
        (
            "severities:\n  kinds:\n    quanity: off\n  relations: {updates: warn}",
            [
                "3:5: unknown value 'quanity'; did you mean 'quantity'?",
                "4:15: unknown value 'updates'; did you mean 'update'?",
            ]
        ),
        (
            "severities:\n  attributes: {deaths: none}",
            ["2:24: unknown value 'none'; expected one of error, warning, notice, off"]
        ),
        (
            "severities:\n  rules: {casualties.death: off}",
            ["2:29: there is no rule 'casualties.death'; did you mean 'casualties.deaths'?"]
        ),
        (
            "severities: {rules: {casulties.*: off}}",
            ["1:35: no rule is meant by 'casulties.*'; check the spelling"]
        ),
        ("rules: {a: b}", ["1:8: expected a list, found keys and values"]),
        ("rules: nowhere", ["1:8: there is no folder 'FOLDER/nowhere' with rules; check the spelling"]),
        ("rules: ''", ["1:8: expected the path of a folder of rules, found nothing"]),
    ])
    func tellsWhatIsWrong(configuration: String, expected: [String]) throws {
        let workspace = try workspace(configuration)
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        #expect(
            failure?.problems
                == expected.map {
                    workspace.path("crosscheck.yaml:") + $0.replacing("FOLDER", with: workspace.folder.path)
                })
    }

    @Test func notesWhatLooksLikeASlip() throws {
        let workspace = try workspace("severities:\n  attributes: {death: off, bridge: off}")
        let report = try Self.checker.get().check([workspace.folder.path])
        #expect(report.discrepancies.count == 1)
        #expect(
            report.coverage.notes == [
                Coverage.Note(
                    path: workspace.path("crosscheck.yaml"), line: 2,
                    message: "no rule gives the attribute 'death'; did you mean 'deaths'?")
            ])
    }

    @Test func rejectsTwoSeveritiesForOneThing() throws {
        let workspace = try Workspace([
            "a/crosscheck.yaml": "severities: {kinds: {date: off}}", "a/a.txt": "One.",
            "b/crosscheck.yaml": "severities: {kinds: {date: notice}}", "b/b.txt": "Two.",
            "c/crosscheck.yaml": "severities: {kinds: {date: off}}", "c/c.txt": "Three.",
        ])
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        #expect(
            failure?.problems.first
                == "\(workspace.path("b/crosscheck.yaml")):1:28: the kind 'date' is 'off' by "
                + "\(workspace.path("a/crosscheck.yaml")):1:28 already; one run has one severity for it")
        #expect(try Self.checker.get().check([workspace.path("a"), workspace.path("c")]).discrepancies.isEmpty)
    }

    @Test func addsRules() throws {
        let workspace = try Workspace([
            "house/rules.yml": Self.rules, "news/crosscheck.yaml": "rules: ../house",
            "news/a.txt": "The snow marooned 40 people in Tarn.",
            "other/a.txt": "The snow marooned 40 people in Tarn.",
        ])
        func attributes(_ checker: Checker, _ folder: String) throws -> [String] {
            try checker.claims([workspace.path(folder)]).claims.map(\.claim.attribute).filter { $0 == "snowbound" }
        }
        let checker = try Self.checker.get()
        #expect(try attributes(checker, "news") == ["snowbound"])
        #expect(try attributes(checker, "other") == [])
        #expect(try attributes(Checker(rules: [workspace.path("house")]), "other") == ["snowbound"])
        // Named twice, they are read once.
        #expect(try attributes(Checker(rules: [workspace.path("house")]), "news") == ["snowbound"])
    }

    @Test func rejectsAnIdThatIsTaken() throws {
        let taken = Self.rules.replacing("house.snowbound", with: "casualties.deaths")
        let workspace = try Workspace(["house/rules.yml": taken, "house/more.yml": "topic: more\natributes: []\n"])
        let failure = #expect(throws: RunFailure.self) { try Checker(rules: [workspace.path("house")]) }
        let problems = try #require(failure).problems
        #expect(problems.count == 2)
        #expect(
            problems[0] == workspace.path("house/more.yml")
                + ":2:1: unknown key 'atributes'; did you mean 'attributes'?")
        #expect(
            problems[1].hasPrefix(workspace.path("house/rules.yml") + ":4:9: the id 'casualties.deaths' is taken by "))
    }

    @Test func goesOnReadingToTellAll() throws {
        let workspace = try Workspace(["crosscheck.yaml": "rules: nowhere", "a.md": "---\ntitle: [\n---\nText.\n"])
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        #expect(failure?.problems.count == 2)
    }
}
