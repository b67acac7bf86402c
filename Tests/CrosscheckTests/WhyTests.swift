import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

struct WhyTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private func newsroom() throws -> Workspace {
        try Workspace([
            "a.md": "---\npublished: 2025-05-01\n---\nThe explosion in Tarn on 3 March 2024 killed 34 people.\n",
            "b.md": """
            ---
            published: 2025-05-02
            ---
            The explosion in Tarn on 3 March 2024 killed 43 people.
            The explosion in Tarn on 3 March 2024 injured 34 people.
            The explosion in Lomar on 3 March 2023 killed 7 people.
            It may have killed 9 people in Lomar.

            """,
            "c.md":
                "---\npublished: 2025-05-03\n---\nThe explosion in Tarn on 3 March 2024 left over 30 people dead.\n",
        ])
    }

    /// - Parameter shut: the first gate that does not hold; nil where all do.
    @Test(arguments: [
        ("a.md:4", "b.md:4", nil, "Reported together as quantity, contradiction ["),
        ("a.md:4", "b.md:5", "attribute", "Not comparable, because of attribute: deaths against injured."),
        ("a.md:4", "b.md:6", "subject", "Not comparable, because of subject: explosion, Tarn, 3 March 2024 against "),
        ("a.md:4", "b.md:7", "told as true", "Not comparable, because of told as true: asserted against "),
        ("b.md:4", "b.md:6", "two sources", "Not comparable, because of two sources: "),
        ("a.md:4", "c.md:4", "values differ", "They can be compared, and agree: some value fits both."),
    ])
    func tellsTheGate(first: String, second: String, shut: String?, outcome: String) throws {
        let workspace = try newsroom()
        let report = try Self.checker.get().why(
            workspace.path(first), workspace.path(second), in: [workspace.folder.path])
        #expect(report.comparability.gates.first { !$0.holds }?.name == shut)
        #expect(report.comparability.outcome.hasPrefix(outcome), "\(report.comparability.outcome)")
        #expect(report.claims.count == 2)
    }

    @Test func tellsHowLikelyFiguresOfTwoAttributesAreOfOneThing() throws {
        let workspace = try Workspace([
            "a.md": "Alan Pryce took £6.2m from 582 clients of Pryce and Daughters, the court in Stonebeck heard.\n",
            "b.md": "Pryce and Daughters of Stonebeck had ruined 37 bakers, the court heard.\n",
        ])
        let claims = try Self.checker.get().claims([workspace.folder.path]).claims.map(\.claim)
        let clients = try #require(claims.first { $0.value.text == "582 clients" })
        let bakers = try #require(claims.first { $0.value.text == "37 bakers" })
        let outcome = try Self.checker.get().why(clients.id, bakers.id, in: [workspace.folder.path])
            .comparability.outcome
        #expect(outcome.hasPrefix("Not comparable, because of attribute: "))
        #expect(outcome.contains("By their words, the figures are of one thing with a likelihood of 0."))
        #expect(outcome.hasSuffix("; 0.65 is needed."))
    }

    @Test func takesIds() throws {
        let workspace = try newsroom()
        let paths = [workspace.folder.path]
        let deaths = try Self.checker.get().claims(paths).claims.map(\.claim).filter { $0.attribute == "deaths" }
        let report = try Self.checker.get().why(deaths[0].id, deaths[1].id, in: paths)
        #expect(report.claims.map(\.claim.value.text) == ["34 people", "43 people"])
        let text = String(decoding: try TextWhyReporter().bytes(of: report), as: UTF8.self)
        #expect(text.hasPrefix("\(deaths[0].id)  deaths: 34 people\n    “killed 34 people”\n"))
        #expect(text.contains("\nattribute      yes: deaths | deaths\n"))
        #expect(text.contains("\nvalues differ  yes: [34, 34] | [43, 43]\n"))
    }

    @Test(arguments: [
        ("c1", "c99", "there is no claim 'c99'; there are c1 to c"),
        ("c1", "c1", "'c1' and 'c1' are one claim (c1); name two"),
        ("c1", "FOLDER/a.md:1", "FOLDER/a.md:1: no claim begins in this line; these have: 4"),
        ("c1", "FOLDER/d.md:1", "'FOLDER/d.md' is not among the documents; did you mean 'FOLDER/a.md'?"),
        ("c1", "elsewhere:1", "'elsewhere' is not among the documents; name it, or its folder, after the two claims"),
    ])
    func tellsWhatIsMissing(first: String, second: String, expected: String) throws {
        let workspace = try newsroom()
        func here(_ text: String) -> String { text.replacing("FOLDER", with: workspace.folder.path) }
        let failure = #expect(throws: RunFailure.self) {
            try Self.checker.get().why(here(first), here(second), in: [workspace.folder.path])
        }
        #expect(failure?.problems.count == 1)
        #expect(failure?.problems.first?.hasPrefix(here(expected)) == true, "\(failure?.description ?? "")")
    }
}
