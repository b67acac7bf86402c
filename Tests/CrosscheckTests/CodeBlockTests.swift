import Crosscheck
import Extraction
import Foundation
import Language
import TestSupport
import Testing

/// What stands in a block of code is no statement of the document's.
struct CodeBlockTests {
    private static let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rules")

    /// The texts of all examples of all rules.
    private static func texts() throws -> [String] {
        var reader = RuleReader()
        let files = try FileManager.default.contentsOfDirectory(atPath: rules.path()).filter { $0.hasSuffix(".yml") }
        for file in files.sorted() {
            reader.add(try String(contentsOf: rules.appending(path: file), encoding: .utf8), file: file)
        }
        let set = try reader.finish()
        let tests =
            set.attributes.map(\.tests) + set.measures.map(\.tests) + set.opposites.map(\.tests)
            + set.places.map(\.tests) + set.events.map(\.tests) + set.checks.rules.map(\.tests)
        return tests.flatMap { $0.examples + $0.not + $0.knownMisses }.map(\.text)
    }

    @Test(arguments: [("```text\n", "\n```"), ("~~~\n", "\n~~~"), ("> ```\n> ", "\n> ```")])
    func claimsNothingFromFences(open: String, close: String) throws {
        let lines = try Self.texts().map { $0.replacing("\n", with: " ") }
        #expect(lines.count > 300)
        let workspace = try Workspace([
            "code.md": lines.map { "See:\n\n\(open)\($0)\(close)\n" }.joined(separator: "\n")
        ])
        #expect(try Checker().claims([workspace.folder.path]).claims.map(\.claim.quote) == [])
    }

    @Test func claimsNothingFromIndentedCode() throws {
        let lines = try Self.texts().map { "    " + $0.replacing("\n", with: " ") }
        let workspace = try Workspace(["code.md": lines.map { "See:\n\n\($0)\n" }.joined(separator: "\n")])
        #expect(try Checker().claims([workspace.folder.path]).claims.map(\.claim.quote) == [])
    }
}
