import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// What stands around a claim's sentence, for a reader.
struct SurroundingsTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private func surroundings(_ text: String) throws -> [Surroundings] {
        let workspace = try Workspace(["a.md": text])
        return try Self.checker.get().claims([workspace.path("a.md")]).claims.map(\.claim)
            .filter { $0.attribute == "length" }.map(\.surroundings)
    }

    private static let bridge = "Halden Bridge is 340 metres long."

    @Test(arguments: [
        (bridge, "", ""), ("It rained.\n\n\(bridge)\n\nIt snowed.", "", ""), ("# It rained\n\(bridge)", "", ""),
        ("It rained. \(bridge) It snowed.", "It rained.", "It snowed."),
        ("It rained\nin Tarn.  It poured.\n\(bridge)\n  It snowed.\n", "It rained in Tarn. It poured.", "It snowed."),
        ("It rained. \(bridge)", "It rained.", ""), ("\(bridge) Es schneite: 東京 “ja”.", "", "Es schneite: 東京 “ja”."),
    ])
    func stayInTheParagraph(text: String, before: String, after: String) throws {
        #expect(try surroundings(text) == [Surroundings(before: before, after: after)])
    }

    /// A long paragraph is cut between two words, a long word between two characters.
    @Test func areCut() throws {
        let words = String(repeating: "It rained on ships. ", count: 100)
        let cut = try #require(try surroundings("\(words)\(Self.bridge) \(words)").first)
        #expect(cut.before.hasPrefix("… ") && cut.before.hasSuffix(" It rained on ships."))
        #expect(cut.after.hasPrefix("It rained on ships. ") && cut.after.hasSuffix(" …"))
        let known: Set<Substring> = ["…", "It", "rained", "on", "ships."]
        for text in [cut.before, cut.after] {
            #expect((350...410).contains(text.utf8.count))
            #expect(known.isSuperset(of: text.split(separator: " ")))
        }
        let long = String(repeating: "東", count: 1_000) + "."
        let whole = try #require(try surroundings("\(long) \(Self.bridge) \(long)").first)
        #expect(!(whole.before + whole.after).contains("\u{FFFD}"))
        #expect((whole.before + whole.after).utf8.count < 820)
    }

    /// Claim files hold them.
    @Test func areInClaimFiles() throws {
        let workspace = try Workspace([
            "a.md": "It rained. \(Self.bridge) It snowed.\n", "b.md": "Halden Bridge is 320 metres long. It froze.\n",
        ])
        let checker = try Self.checker.get()
        let lines = try JSONLinesClaimReporter().bytes(of: checker.claims([workspace.folder.path]))
        try workspace.write(lines, to: "claims.jsonl")
        let direct = try checker.check([workspace.folder.path])
        let reconciled = try ClaimChecker().check([workspace.path("claims.jsonl")])
        let expected = [Surroundings(before: "It rained.", after: "It snowed."), Surroundings(after: "It froze.")]
        for report in [direct, reconciled] {
            #expect(report.discrepancies.flatMap(\.claims).map(\.surroundings) == expected)
        }
    }
}
