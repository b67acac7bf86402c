import Documents
import Language
import Testing

struct SyntaxTests {
    /// An arc as "dependent relation head".
    private func arcs(_ text: String) throws -> Set<String> {
        let (analysis, syntax) = try Fixtures.parse(text)
        return Set(
            analysis.tokens.indices.map { token in
                let head = syntax.head(of: token).map { analysis.string($0) } ?? "-"
                return "\(analysis.string(token)) \(syntax.relations[token].rawValue) \(head)"
            })
    }

    @Test(arguments: [
        (
            "Gunmen killed 145 people in Moscow on Friday.",
            ["Gunmen nsubj killed", "people obj killed", "145 nummod people", "Moscow obl killed", "killed root -"]
        ),
        (
            "145 people were killed by gunmen.",
            ["people nsubj:pass killed", "were aux:pass killed", "gunmen obl:agent killed", "145 nummod people"]
        ),
        (
            "The attack, which killed 12 civilians, was claimed by the group.",
            ["which nsubj killed", "killed acl:relcl attack", "civilians obj killed", "attack nsubj:pass claimed"]
        ),
        (
            "The minister said that the death toll had risen to 40.",
            ["minister nsubj said", "toll nsubj risen", "death compound toll", "40 obl risen", "risen ccomp said"]
        ),
        (
            "Russia's foreign ministry recognised the government last year.",
            ["Russia nmod:poss ministry", "ministry nsubj recognised", "government obj recognised"]
        ),
        (
            "MOSCOW (Harbour Wire) - An ambassador handed over his letters.",
            ["ambassador nsubj handed", "handed root -", "MOSCOW parataxis handed"]
        ),
        (
            "The company cut its costs and hired 200 workers.",
            ["company nsubj cut", "costs obj cut", "hired conj cut", "workers obj hired", "200 nummod workers"]
        ),
    ])
    func parses(text: String, expected: [String]) throws {
        let found = try arcs(text)
        for arc in expected { #expect(found.contains(arc), "\(arc) in \(found.sorted())") }
    }

    @Test(arguments: [
        ("The lake plunges to 310 metres at its deepest point.", "lake", "plunges"),
        ("The herd numbers 340 animals.", "herd", "numbers"),
        ("The new stadium seats 42,000 spectators.", "stadium", "seats"),
        ("The church on the hill dates from 1741.", "church", "dates"),
        ("The museum houses 4,200 objects.", "museum", "houses"),
        ("The gift totals £2m.", "gift", "totals"),
    ])
    func findsTheVerbOfASentence(text: String, subject: String, verb: String) throws {
        let found = try arcs(text)
        #expect(found.isSuperset(of: ["\(subject) nsubj \(verb)", "\(verb) root -"]), "\(found.sorted())")
    }

    @Test(arguments: [
        ("Opening hours at the Halden Street store.", "hours"), ("Three bedrooms, two baths and a garden.", "baths"),
        ("The price of shares in the company.", "shares"), ("The church dates from 1741", "dates"),
    ])
    func leavesWhatIsNoSentenceWithoutAVerb(text: String, noun: String) throws {
        let (analysis, syntax) = try Fixtures.parse(text)
        let place = try #require(analysis.tokens.indices.first { analysis.string($0) == noun })
        #expect(syntax.tags[place].part == .noun)
    }

    /// What a parser remembers of one text saves work on the next, and changes nothing there.
    @Test func readsATextAlikeWhateverItReadBefore() throws {
        let texts = [
            "Gunmen killed 145 people in Moscow on Friday, and the attack was claimed by the group.",
            "The company cut its costs, hired 200 workers and said that the worst was over.",
            "Gunmen said that the group in Moscow cut its costs on Friday.",
        ]
        func trees(_ text: String, _ model: SyntaxModel) -> [String] {
            let analysis = Fixtures.analyzer.analyze(paragraph(text))
            let syntax = model.parse(analysis)
            return analysis.tokens.indices.map {
                "\(syntax.tags[$0]) \(syntax.heads[$0]) \(syntax.relations[$0])"
            }
        }
        let model = try English(folder: Fixtures.folder).syntax
        let first = texts.map { trees($0, model) }
        for (text, known) in zip(texts, first).reversed() { #expect(trees(text, model) == known) }
    }

    @Test(arguments: [
        ("They went to the mice's houses.", "they go to the mouse 's house ."),
        ("She has taken children there and didn't stop.", "she have take child there and do not stop ."),
        ("The better men were running and lying.", "the good man be run and lie ."),
        ("Kabul is larger than other cities.", "Kabul be large than other city ."),
    ])
    func givesLemmas(text: String, expected: String) throws {
        let (analysis, syntax) = try Fixtures.parse(text)
        let model = try Fixtures.english.get().syntax
        let lemmas = analysis.tokens.indices.map { model.lemma(of: $0, analysis, syntax) }
        #expect(lemmas.joined(separator: " ") == expected)
        for token in analysis.tokens.indices {
            #expect(model.lemmaHash(of: token, analysis, syntax) == FoldedForm(lemmas[token]).hash)
        }
    }

    @Test func tagsHeadlinesAndNames() throws {
        let (analysis, syntax) = try Fixtures.parse("Taliban Officials Meet Russian Envoy In Kabul")
        let tags = Dictionary(
            analysis.tokens.indices.map { (analysis.string($0), syntax.tags[$0].part) }, uniquingKeysWith: { a, _ in a }
        )
        #expect(tags["Kabul"] == .properNoun)
        #expect(tags["Russian"] == .adjective)
        #expect(tags["In"] == .adposition)
    }

    @Test func parsesOnlyWhatIsAsked() throws {
        let analysis = Fixtures.analyzer.analyze(paragraph("One came. Two left. Three stayed."))
        let syntax = try Fixtures.english.get().syntax.parse(analysis, sentences: [1])
        let parsed = analysis.sentences.indices.filter { syntax.isParsed(analysis.sentences[$0].tokens.start) }
        #expect(parsed == [1])
    }

    @Test func writesConllu() throws {
        let (analysis, syntax) = try Fixtures.parse("They don't know.")
        var output = ""
        ConlluWriter(model: try Fixtures.english.get().syntax).write(analysis, syntax, to: &output)
        let lines = output.split(separator: "\n").map(String.init)
        #expect(lines[3] == "1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_")
        #expect(lines[4] == "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_")
        #expect(lines[5].hasPrefix("2\tdo\tdo\tAUX\t"))
        #expect(lines[6].hasPrefix("3\tn't\tnot\tPART\t"))
        #expect(lines[7].hasSuffix("\troot\t_\tSpaceAfter=No"))
        #expect(output.hasSuffix("\n\n"))
    }

    @Test func dependentsAndSubtrees() throws {
        let (analysis, syntax) = try Fixtures.parse("The old mayor of Kabul resigned.")
        let mayor = try #require(analysis.tokens.indices.first { analysis.string($0) == "mayor" })
        #expect(analysis.string(syntax.subtree(of: mayor)) == "The old mayor of Kabul")
        #expect(syntax.dependents(of: mayor).map { analysis.string($0) } == ["The", "old", "Kabul"])
        #expect(syntax.dependent(of: mayor, .nominalModifier).map { analysis.string($0) } == "Kabul")
    }
}
