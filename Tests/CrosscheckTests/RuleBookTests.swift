import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

struct RuleBookTests {
    private static let book = Result { () throws(RunFailure) in try RuleBook() }

    @Test func describesEveryRule() throws {
        let report = try Self.book.get().report
        #expect(report.rules.count > 20)
        #expect(Set(report.rules.map(\.id)).count == report.rules.count)
        for rule in report.rules {
            #expect(!rule.topic.isEmpty, "\(rule.id)")
            #expect(!rule.finds.isEmpty, "\(rule.id)")
            #expect(!rule.tests.examples.isEmpty && !rule.tests.not.isEmpty, "\(rule.id)")
        }
        // A topic is told of in one piece.
        let topics = report.rules.map(\.topic)
        #expect(zip(topics, topics.dropFirst()).count { $0 != $1 } == Set(topics).count - 1)
    }

    @Test func explainsARule() throws {
        let rule = try Self.book.get().rule("casualties.deaths")
        let text = String(decoding: try TextRuleExplanationReporter().bytes(of: rule), as: UTF8.self)
        #expect(text.hasPrefix("casualties.deaths (casualties: deaths)\nHow many people an event killed.\n\nWords\n"))
        #expect(text.contains("\n  done to the number told, as in “killed 12”: kill, slay,"))
        #expect(text.contains("\n      only followed by: life\n"))
        #expect(text.contains("\n\nFinds\n  "))
        #expect(text.contains("\n\nPasses over\n  "))
    }

    @Test(arguments: [
        ("casualties.death", "did you mean 'casualties.deaths'?"), ("deaths", "did you mean 'casualties.deaths'?"),
        ("nonsense", "'crosscheck rules list' shows those that there are"),
    ])
    func saysWhatWasMeant(id: String, expected: String) throws {
        let failure = #expect(throws: RunFailure.self) { try Self.book.get().rule(id) }
        #expect(failure?.problems == ["there is no rule '\(id)'; \(expected)"])
    }

    /// `make docs` writes the page.
    @Test func isDocumented() throws {
        let page = try String(contentsOfFile: BuiltProgram.package.path + "/docs/rules.md", encoding: .utf8)
        let made = String(decoding: try MarkdownRuleReporter().bytes(of: Self.book.get().report), as: UTF8.self)
        #expect(page == made, "docs/rules.md is not what the rules say: run 'make docs'")
    }

    @Test func listsRulesAsJSON() throws {
        struct List: Decodable {
            struct Rule: Decodable {
                struct Example: Decodable { var text: String }
                var id, topic, attribute, finds: String
                var examples, knownMisses: [Example]
                var not: [String]
            }
            var rules: [Rule]
        }
        let report = try Self.book.get().report
        let list = try JSONDecoder().decode(List.self, from: Data(JSONRuleReporter().bytes(of: report)))
        #expect(list.rules.map(\.id) == report.rules.map(\.id))
        #expect(list.rules.allSatisfy { $0.examples.allSatisfy { $0.text.contains("[") && $0.text.contains("]") } })
    }
}
