import Extraction
import Foundation
import Language
import Testing

/// The rules of the package's own `rules/` folder.
enum BuiltInRules {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rules")

    static func english() throws -> English { try English(folder: folder.appending(path: "language").path()) }

    static func load() throws -> RuleSet {
        var reader = RuleReader()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".yml") }
        for file in files.sorted() {
            reader.add(try String(contentsOf: folder.appending(path: file), encoding: .utf8), file: "rules/\(file)")
        }
        return try reader.finish()
    }
}

struct RuleExampleTests {
    static let outcomes = Result {
        let tester = RuleTester(
            rules: try BuiltInRules.load(), english: try BuiltInRules.english())
        return Perturbation.allCases.flatMap { perturbation in tester.run(perturb: perturbation) }
    }

    @Test(arguments: try outcomes.get())
    func goesAsTheRuleSays(outcome: RuleTester.Outcome) {
        switch outcome.expectation {
        case .example, .not: #expect(outcome.failure == nil, "\(outcome.example.file):\(outcome.example.line)")
        case .knownMiss: withKnownIssue { #expect(outcome.failure == nil) }
        }
    }
}
