import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// What is said of files of facts that cannot be taken as they stand.
struct FactFileTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private static let height = "- {subject: Mount Everest, attribute: height, value: "
    private static let spoken = "cannot be read as a number or a date; write it as in prose, for example 'over 150'"

    @Test(arguments: [
        ("", ["1:1: holds no facts; list them, each with 'subject', 'attribute' and 'value'"]),
        ("facts: []", ["1:1: expected a list, found keys and values"]),
        (
            "- {subject: Tarn, atribute: height}",
            [
                "1:3: the key 'attribute' is missing", "1:3: the key 'value' is missing",
                "1:19: unknown key 'atribute'; did you mean 'attribute'?",
            ]
        ),
        (
            height + "very high}\n" + height + "8849}\n" + height + "8849 kg}",
            [
                "1:54: 'very high' cannot be read as a length; write it as in prose, for example '8.2 km'",
                "2:54: '8849' has no unit, and 'height' is a length; write it as in '8.2 km', or add 'unit'",
                "3:54: '8849 kg' cannot be read as a length; write it as in prose, for example '8.2 km'",
            ]
        ),
        (height + "8849, unit: miels}", ["1:66: unknown unit 'miels'; did you mean 'miles'?"]),
        (
            "- {subject: Tarn, attribute: founded, value: 31 February 1900}",
            [
                "1:46: '31 February 1900' cannot be read as a date; write it as in prose, for example '22 March 2024'"
            ]
        ),
        ("- {subject: Tarn, attribute: shops, value: many}", ["1:44: 'many' \(spoken)"]),
        (
            "- {subject: Tarn, attribute: shops, value: 3, as-of: lately, until: 2025-02-30}",
            [
                "1:54: expected a day, a month or a year, as in 2025-07-03, 2025-07 or 2025; found 'lately'",
                "1:69: expected a day, a month or a year, as in 2025-07-03, 2025-07 or 2025; found '2025-02-30'",
            ]
        ),
        (
            "- {subject: Tarn, attribute: shops, value: 3, as-of: 2025, until: 2024}",
            ["1:67: 'until' lies before 'as-of'; exchange or correct them"]
        ),
        (
            "- {subject: Tarn, attribute: shops, value: 3}\n- {subject: the tarn, attribute: Shops, value: 4}",
            [
                "2:3: the shops of 'the tarn' is held in line 1 already; keep one, or part them by 'as-of' and 'until'"
            ]
        ),
        (
            "- {subject: '', attribute: quotation, value: x}",
            [
                "1:13: expected a text, found nothing",
                "1:28: facts of 'quotation' cannot be compared with what documents say; facts have a number, a date, a "
                    + "place, a role, a name or a kind",
            ]
        ),
        (
            "- {subject: Tarn, attribute: kind, value: flim}\n- {subject: Ana, attribute: role, value: x, unit: m}",
            [
                "1:43: no rule knows the kind 'flim'; did you mean 'film'?",
                "2:51: 'role' is told in words, which have no unit; leave it out",
            ]
        ),
    ])
    func tellsEveryProblem(facts: String, expected: [String]) throws {
        let workspace = try Workspace(["crosscheck.yaml": "facts: facts.yaml", "facts.yaml": facts, "a.md": "Text."])
        let failure = #expect(throws: RunFailure.self) {
            try Self.checker.get().check([workspace.path("a.md")])
        }
        #expect(failure?.problems == expected.map { workspace.path("facts.yaml") + ":" + $0 })
    }

    @Test(arguments: [
        ("facts: [fact.yaml, '']", ["1:20: expected the path of a file of facts, found nothing"]),
        (
            "facts: fact.yaml\nseverities: {rules: {casualties.death: off}}",
            [
                "1:8: there is no file of facts 'FOLDER/fact.yaml'; did you mean 'facts.yaml'?",
                "2:40: there is no rule 'casualties.death'; did you mean 'casualties.deaths'?",
            ]
        ),
    ])
    func tellsFilesThatAreNotThere(configuration: String, expected: [String]) throws {
        let workspace = try Workspace(["crosscheck.yaml": configuration, "facts.yaml": "[]", "a.md": "Text."])
        let failure = #expect(throws: RunFailure.self) {
            try Self.checker.get().check([workspace.path("a.md")])
        }
        let place = workspace.path("crosscheck.yaml") + ":"
        #expect(failure?.problems == expected.map { place + $0.replacing("FOLDER", with: workspace.folder.path) })
    }

    @Test func tellsWhatLooksLikeASlip() throws {
        let workspace = try Workspace([
            "crosscheck.yaml": "facts: [facts.yaml, ./facts.yaml]",
            "facts.yaml": "- subject: Tarn\n  attribute: populaton\n  value: 4.1 million\n", "a.md": "Text.",
        ])
        let report = try Self.checker.get().check([workspace.path("a.md")])
        #expect(
            report.coverage.notes.map { "\($0.line ?? 0): \($0.message)" } == [
                "2: no rule gives the attribute 'populaton'; did you mean 'population'?"
            ])
        #expect(report.documents.map(\.claims) == [0, 1])
    }
}
