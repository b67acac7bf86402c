import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

struct InspectorTests {
    /// Layers that need no trained model.
    private static let layers: [Inspection.Layer] = [.tokens, .quantities, .times, .events, .claims]
    private static let trained: [Inspection.Layer] = [.syntax, .names]
    private static let hasModel = FileManager.default.fileExists(
        atPath: BuiltProgram.package.path + "/rules/language/english.model")

    /// What every row with a place holds.
    private struct Row: Decodable {
        var start, end: Int
        var text, quote: String?
    }

    @Test(arguments: layers)
    func showsWhatItFinds(layer: Inspection.Layer) throws { try expectQuotes(layer) }

    @Test(.enabled(if: hasModel, "rules/language/english.model is not there"), arguments: trained)
    func showsWhatTheModelFinds(layer: Inspection.Layer) throws { try expectQuotes(layer) }

    /// Each row quotes the bytes that it points to.
    private func expectQuotes(_ layer: Inspection.Layer) throws {
        let text = "Ünruhe: over 150 people were killed in Tarn on 22 March 2024, said “Dr. No” — 👍 12 km away."
        let inspection = try Inspector(layer: layer).inspect(text: text, published: .year(2024))
        #expect(!inspection.lines.isEmpty)
        var bytes: [UInt8] = []
        try bytes.writeJSON(inspection)
        if layer == .events { return }
        let rows = try JSONDecoder().decode([Row].self, from: Data(bytes))
        #expect(rows.count == inspection.lines.count)
        for row in rows {
            let words = String(decoding: Array(text.utf8)[row.start..<row.end], as: UTF8.self)
            #expect(words == row.quote ?? row.text)
        }
    }

    /// The layers of the language stage leave nothing out: menus, lists and bylines can be looked at too.
    @Test func showsEveryTokenOfAFile() throws {
        let text = "By Ann Lee\n\nShare this article\n\n- one item\n- another\n\nFive ships left Tarn.\n\n* * *\n"
        let workspace = try Workspace(["a.txt": text])
        let inspection = try Inspector(layer: .tokens).inspect(path: workspace.path("a.txt"))
        let tokens = inspection.lines.compactMap { $0.split(separator: "\t").last }
        #expect(tokens.joined() == text.filter { !$0.isWhitespace })
    }

    @Test(.enabled(if: hasModel, "rules/language/english.model is not there"))
    func writesTrees() throws {
        let inspection = try Inspector(layer: .syntax).inspect(text: "They don't know.", published: nil)
        let conllu = try #require(inspection.conllu)
        #expect(conllu.contains("# text = They don't know.\n1\tThey\tthey\tPRON\t"))
        #expect(conllu.contains("\n2-3\tdon't\t"))
        #expect(inspection.lines.count == 5)
        #expect(try Inspector(layer: .tokens).inspect(text: "They know.", published: nil).conllu == nil)
    }

    @Test func tellsWhatTheModelLacks() throws {
        let workspace = try Workspace([
            "rules/a.yml": "topic: x\n", "rules/language/english.lexicon": "no lexicon",
        ])
        let folder = workspace.path("rules")
        #expect(throws: RunFailure.self) { try Inspector(layer: .syntax, ruleFolder: folder) }
    }
}
