import Documents
import Extraction
import FoundationEssentials
import Testing
import Values

@testable import Reconciliation

struct StoryGroupingTests {
    /// A document in short: id, date, and the names that it turns on.
    struct Article: Sendable {
        var id: String
        var published: String?
        var names: [String]

        init(_ id: String, _ published: String?, _ names: String...) {
            self.id = id
            self.published = published
            self.names = names
        }

        var claim: Claim {
            let span = ByteSpan(0, 1)
            return Claim(
                id: id, document: id, subject: Subject(kind: .topic, text: "", key: ""), attribute: "cost",
                value: ClaimValue(text: "1", interval: Interval(exactly: 1)), scope: [], attribution: nil,
                modality: .asserted, time: nil, span: span, sentenceSpan: span, quote: "", sentence: "",
                position: SourceMap.Position(line: 1, column: 1), rule: "r",
                derivation: Derivation(rule: "r", span: span, reading: ""), isMain: false, about: names,
                published: published.flatMap { DayInterval(iso: $0) })
        }
    }

    /// "a b, c": the stories in the order of their first documents.
    static func stories(_ articles: [Article]) -> String {
        let storyOf = StoryGrouping(articles.map(\.claim)).storyOf
        var order: [Int] = []
        for article in articles {
            if let story = storyOf[article.id], !order.contains(story) { order.append(story) }
        }
        return order.map { story in articles.map(\.id).filter { storyOf[$0] == story }.joined(separator: " ") }
            .joined(separator: ", ")
    }

    @Test(arguments: [
        (
            "two names in common",
            [
                Article("a", "2024-05-02", "halden bridge", "ostrov"),
                Article("b", "2024-05-03", "ostrov", "halden bridge", "mira stone"),
            ], "a b"
        ),
        (
            "one name of two is not enough",
            [Article("a", "2024-05-02", "halden bridge", "ostrov"), Article("b", "2024-05-03", "ostrov", "lida fair")],
            "a, b"
        ),
        (
            "a document of one name shares all that it has",
            [Article("a", nil, "mira stone"), Article("b", nil, "mira stone", "ostrov")], "a b"
        ),
        ("no names, no story", [Article("a", nil), Article("b", nil)], "a, b"),
        (
            "one name does not chain two stories",
            [
                Article("a", "2024-05-02", "halden bridge", "ostrov"),
                Article("b", "2024-05-02", "ostrov", "halden bridge", "mira stone", "lida fair"),
                Article("c", "2024-05-03", "lida fair", "north dock"),
                Article("d", "2024-05-03", "lida fair", "north dock"),
            ], "a b, c d"
        ),
        (
            "years apart, a handful is meant to be compared",
            [
                Article("a", "2020-05-02", "halden bridge", "ostrov"),
                Article("b", "2024-05-03", "ostrov", "halden bridge"),
            ], "a b"
        ),
    ])
    func groups(title: String, articles: [Article], expected: String) {
        #expect(Self.stories(articles) == expected, "\(title)")
    }

    /// In an archive, two names years apart are not enough.
    @Test func yearsPartStories() {
        let others = (1...12).map { Article("w\($0)", "2022-05-02", "only place \($0)") }
        let apart = [
            Article("a", "2020-05-02", "halden bridge", "ostrov"),
            Article("b", "2024-05-03", "ostrov", "halden bridge"),
        ]
        #expect(Self.stories(apart + others).hasPrefix("a, b, "))
    }

    /// Names that come up in every week tell less than those of one week.
    @Test func commonNamesWeighLess() {
        var articles = (1...9).map { week in
            Article("w\(week)", "2024-0\(week)-10", "ostrov", "lida", "only week \(week)")
        }
        articles.append(Article("same week", "2024-03-11", "lida", "only week 3"))
        articles.append(Article("other", "2024-03-11", "ostrov", "lida", "north dock"))
        #expect(Self.stories(articles).contains("w3 same week"))
        #expect(Self.stories(articles).hasSuffix(", other"))
    }
}
