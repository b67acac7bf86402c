import Documents
import Language
import Testing

struct NameTests {
    /// The names of a text as "text/type", with "title|" before and the first mention or the country behind.
    private func names(_ text: String) throws -> [String] {
        let (analysis, syntax) = try Fixtures.parse(text)
        let names = try Fixtures.english.get().names.names(in: analysis, syntax)
        return names.all.map { name in
            let title = name.title.map { analysis.string($0) + "|" } ?? ""
            let first = analysis.string(names.all[name.first].span)
            let own = analysis.string(name.span)
            let link = name.country.map { "=" + $0 } ?? (first == own ? "" : "=" + first)
            return title + own + "/" + name.type.rawValue + link
        }
    }

    @Test(arguments: [
        (
            "Foreign Minister Amir Khan Muttaqi met the Russian ambassador in Kabul.",
            ["Foreign Minister|Amir Khan Muttaqi/person", "Russian/place=Russia", "Kabul/place"]
        ),
        (
            "Kian Sharifi is a writer. Sharifi lives in Prague.",
            ["Kian Sharifi/person", "Sharifi/person=Kian Sharifi", "Prague/place"]
        ),
        (
            "The U.S. and Britain spoke. The United States was late.",
            ["U.S./place=United States", "Britain/place=United Kingdom", "United States/place=United States"]
        ),
        (
            "Officials of the World Health Organization (WHO) came to Geneva. The WHO said so.",
            [
                "World Health Organization/organization", "WHO/organization=World Health Organization", "Geneva/place",
                "WHO/organization=World Health Organization",
            ]
        ),
    ])
    func finds(text: String, expected: [String]) throws {
        let found = try names(text)
        #expect(found == expected, "\(found)")
    }

    @Test(arguments: [
        "Dozens died in Damascus on Saturday.", "Talks were held at Geneva in March.", "He flew from Oslo to Rome.",
    ])
    func namesEndBeforePrepositions(text: String) throws {
        let (analysis, syntax) = try Fixtures.parse(text)
        for name in try Fixtures.english.get().names.names(in: analysis, syntax).all {
            let small = name.span.range.filter {
                analysis.tokens[$0].shape.intersection([.capitalized, .hasDigit]) == []
            }
            #expect(small.isEmpty, "\(analysis.string(name.span))")
        }
    }

    @Test func nounsTakeNamesUp() throws {
        let found = try names("The Russian Foreign Ministry sent a note on Monday. Later the ministry denied it.")
        #expect(found.contains { $0.hasPrefix("ministry/organization=") && $0.hasSuffix("Foreign Ministry") })
    }

    @Test func nameAtToken() throws {
        let (analysis, syntax) = try Fixtures.parse("Kian Sharifi lives in Prague.")
        let names = try Fixtures.english.get().names.names(in: analysis, syntax)
        #expect(names.name(at: 0) == names.name(at: 1))
        #expect(names.name(at: 2) == nil)
        #expect(names.name(at: 4)?.type == .place)
    }

    @Test func gazetteerTellsMistakes() {
        let yaml = "topic: names\ncountries:\n  Atlantis: { peple: Atlantean }\ncities: Rome\n"
        #expect(throws: (any Error).self) { try Gazetteer(yaml: yaml, file: "names.yml") }
    }
}
