import Extraction
import Foundation
import Testing

struct CounterpartModelTests {
    /// The shipped file.
    private static func text() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "rules/counterparts.yml"), encoding: .utf8)
    }

    private static func model(_ text: String) throws -> CounterpartModel? {
        var reader = RuleReader()
        reader.add(text, file: "counterparts.yml")
        return try reader.finish().counterparts
    }

    @Test func hasAWeightForEachFeature() throws {
        let model = try #require(try Self.model(try Self.text()))
        #expect(model.likeness.values.count == CounterpartModel.Likeness.allCases.count)
        #expect(model.opposition.values.count == CounterpartModel.Opposition.allCases.count)
        #expect((0.5..<1).contains(model.threshold))
    }

    /// What an editor would expect of any weights that were learnt.
    @Test(arguments: [
        (CounterpartModel.Opposition.likeness, true), (.swappedMany, true), (.swappedTwo, true), (.near, true),
        (.ratio, false), (.matched, false), (.forecast, false),
    ])
    func weighsAsAnEditorWould(feature: CounterpartModel.Opposition, speaksFor: Bool) throws {
        let model = try #require(try Self.model(try Self.text()))
        let place = try #require(CounterpartModel.Opposition.allCases.firstIndex(of: feature))
        #expect((model.opposition.values[place] > 0) == speaksFor)
    }

    @Test(arguments: [
        ("  threshold: ", "  threshhold: ", "unknown key 'threshhold'; did you mean 'threshold'?"),
        ("  threshold: ", "  # ", "the key 'threshold' is missing"),
        ("      sentences: ", "      # ", "the key 'sentences' is missing"),
        ("      swapped-many: ", "      swapped-many: about ", "expected a number, found 'about "),
    ])
    func tellsWhatIsWrong(of part: String, with replacement: String, expected: String) throws {
        let text = try Self.text()
        try #require(text.contains(part))
        let error = #expect(throws: (any Error).self) { try Self.model(text.replacing(part, with: replacement)) }
        #expect("\(String(describing: error))".contains(expected))
    }
}
