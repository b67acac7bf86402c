import Documents
import Extraction
import FoundationEssentials
import Language
import Testing
import Values

@testable import Reconciliation

struct StoryGroupingTests {
    /// A document in short: id, date, and the names that it turns on.
    struct Article: Sendable {
        var id: String
        var published: String?
        var names: [String]
        var sentence = ""

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
                modality: .asserted, time: nil, span: span, sentenceSpan: span, quote: "", sentence: sentence,
                position: SourceMap.Position(line: 1, column: 1), rule: "r",
                derivation: Derivation(rule: "r", span: span, reading: ""), isMain: false, about: names,
                published: published.flatMap { DayInterval(iso: $0) })
        }
    }

    private static let gazetteer = try? Gazetteer(
        yaml: """
            topic: names
            countries: { France: { people: French } }
            cities: Paris
            regions: Provence
            peoples: Basque
            languages: Latin
            given-names: Kit, Lucia
            titles: Dr
            organizations: Council
            places: Street
            events: Election
            currencies: euro
            months: May
            weekdays: Monday
            """, file: "names.yml")

    /// "a b, c": the stories in the order of their first documents.
    static func stories(_ articles: [Article]) -> String {
        let storyOf = StoryGrouping(articles.map(\.claim), gazetteer: gazetteer).storyOf
        var order: [Int] = []
        for article in articles {
            if let story = storyOf[article.id], !order.contains(story) { order.append(story) }
        }
        return order.map { story in articles.map(\.id).filter { storyOf[$0] == story }.joined(separator: " ") }
            .joined(separator: ", ")
    }

    /// "a b" where a name that the one turns on, told in a sentence of the other, makes one story of them.
    @Test(arguments: [
        ("A flash was seen over Pellan.", "a b"),
        ("A flash was seen over the hills.", "a, b"),
        ("Pellan saw a flash.", "a, b"),
        ("Every pellan needs a Pellan.", "a, b"),
        ("A flash was seen over Paris.", "a, b"),
    ])
    func readsNamesToldInPassing(sentence: String, expected: String) {
        var other = Article("b", nil, "mira stone", "~stone")
        other.sentence = sentence
        #expect(Self.stories([Article("a", nil, "pellan", "paris", "~stone"), other]) == expected)
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
            "a town's name is not enough",
            [Article("a", "2024-05-02", "halden bridge", "paris"), Article("b", "2024-05-03", "paris", "lida fair")],
            "a, b"
        ),
        (
            "a council's word is not enough, whatever nouns stand by it",
            [
                Article("a", nil, "ostrov council", "~budget", "~road"),
                Article("b", nil, "lida council", "~budget", "~road"),
            ], "a, b"
        ),
        (
            "one name of its own is enough for a handful, and links it in a chain",
            [
                Article("a", "2024-05-02", "halden bridge", "mira stone"),
                Article("b", "2024-05-03", "ostrov", "mira stone"), Article("c", "2024-05-03", "ostrov", "lida fair"),
            ], "a b c"
        ),
        (
            "accents make no other name",
            [Article("a", nil, "lucía arrendo", "ostrov"), Article("b", nil, "lucia arrendo", "north dock")], "a b"
        ),
        (
            "a publisher that the other names",
            [
                Article("a", nil, "kit marrable", "~repair", "@marrowby homes"),
                Article("b", nil, "marrowby homes", "~paint"),
            ], "a b"
        ),
        (
            "one publisher and two nouns, no name",
            [
                Article("a", nil, "~router", "~network", "@hallmere networks"),
                Article("b", nil, "~network", "~router", "@hallmere networks support"),
            ], "a b"
        ),
        (
            "one publisher alone",
            [Article("a", nil, "mira stone", "@morning wire"), Article("b", nil, "lida fair", "@morning wire")], "a, b"
        ),
        (
            "a document of one name shares all that it has",
            [Article("a", nil, "mira stone"), Article("b", nil, "mira stone", "ostrov")], "a b"
        ),
        ("no names, no story", [Article("a", nil), Article("b", nil)], "a, b"),
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

    /// In an archive, one name neither links two documents nor chains two stories.
    @Test func namesDoNotChainStoriesOfAnArchive() {
        let others = (1...12).map { Article("w\($0)", "2022-05-02", "only place \($0)") }
        let stories = [
            Article("a", "2024-05-02", "halden bridge", "ostrov"),
            Article("b", "2024-05-02", "ostrov", "halden bridge", "mira stone", "lida fair"),
            Article("c", "2024-05-03", "lida fair", "north dock"),
            Article("d", "2024-05-03", "lida fair", "north dock"),
            Article("e", "2024-05-02", "ostrov", "east mill"),
        ]
        #expect(Self.stories(stories + others).hasPrefix("a b, c d, e, "))
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
        articles += (1...3).map { Article("x\($0)", "2024-03-11", "far place \($0)") }
        articles.append(Article("same week", "2024-03-11", "lida", "only week 3"))
        articles.append(Article("other", "2024-03-11", "ostrov", "lida", "north dock"))
        #expect(Self.stories(articles).contains("w3 same week"))
        #expect(Self.stories(articles).hasSuffix(", other"))
    }
}
