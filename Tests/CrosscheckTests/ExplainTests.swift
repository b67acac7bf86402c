import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// How the findings of real documents came about.
struct ExplainTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private func explain(_ folder: URL) throws -> FindingExplanation {
        let checker = try Self.checker.get()
        let id = try #require(try checker.check([folder.path]).discrepancies.first).id
        return try checker.explain(String(id.prefix(8)), in: [folder.path])
    }

    @Test func tellsRulesWordsAndGates() throws {
        let workspace = try Workspace([
            "a.md": "The explosion in Tarn on 3 March 2024 killed over 50 people.\n",
            "b.md": "The explosion in Tarn on 3 March 2024 claimed 43 lives.\n",
        ])
        let explanation = try explain(workspace.folder)
        #expect(explanation.check == nil)
        let derivations = explanation.discrepancy.claims.map(\.derivation)
        #expect(derivations.map(\.rule) == ["casualties.deaths", "casualties.deaths"])
        #expect(
            derivations.map { $0.children.map(\.reading) } == [
                ["(50, ∞) person", "killed"], ["[43, 43] person", "lives"],
            ])
        #expect(explanation.steps.map { $0.comparability.gates.allSatisfy(\.holds) } == [true])
    }

    /// Figures that no rule of casualties reads say how they were read as well.
    @Test func tellsTheIntervalOfAnyFigure() throws {
        let workspace = try Workspace([
            "a.md": "Halden Bridge is about 1.2 km long.\n", "b.md": "Halden Bridge is 320 metres long.\n",
        ])
        let children = try explain(workspace.folder).discrepancy.claims.map { $0.derivation.children }
        #expect(children.map { $0.map(\.rule) } == [["quantity"], ["quantity"]])
        #expect(children.last?.first?.reading == "[320, 320] m")
    }

    /// A claim is held against the one from which it differs, be that another than the primary one.
    @Test func holdsAClaimAgainstTheOneThatItDiffersFrom() throws {
        let workspace = try Workspace([
            "a.md": "The explosion in Tarn on 3 March 2024 killed over 40 people.\n",
            "b.md": "The explosion in Tarn on 3 March 2024 killed 34 people.\n",
            "c.md": "The explosion in Tarn on 3 March 2024 killed 43 people.\n",
        ])
        let explanation = try explain(workspace.folder)
        #expect(explanation.discrepancy.claims.count == 3)
        #expect(explanation.steps.map { $0.comparability.gates.allSatisfy(\.holds) } == [true, true])
    }

    /// A check of one document is named instead of gates that nobody asked.
    @Test func namesTheCheckOfOneDocument() throws {
        let workspace = try Workspace(["a.md": "Sales at Tarn Mill rose 14 per cent, from £240m to £264m.\n"])
        let explanation = try explain(workspace.folder)
        #expect(explanation.check == explanation.discrepancy.rule)
        #expect(explanation.steps.isEmpty)
    }

    @Test func tellsHowAClaimStandsToAFact() throws {
        let workspace = try Workspace([
            "crosscheck.yaml": "facts: facts.yaml\n", "a.md": "Mount Sarn is 812 metres high.\n",
            "facts.yaml": "- {subject: Mount Sarn, attribute: height, value: 821 m}\n",
        ])
        let explanation = try explain(workspace.folder)
        #expect(explanation.steps.count == 1)
        #expect(explanation.steps.first?.comparability.gates.allSatisfy(\.holds) == true)
    }
}
