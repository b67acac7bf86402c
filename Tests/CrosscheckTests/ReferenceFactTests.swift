import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// What documents say against what the house holds for true.
struct ReferenceFactTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    /// A fact, what a document says, and what comes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        /// The keys of the fact, in one line.
        var fact: String
        var text: String
        /// As in "quantity: 8,611 m"; nil for silence.
        var expected: String?
        var published: String
        var testDescription: String { "\(fact): \(text)" }

        init(_ fact: String, _ text: String, _ expected: String?, published: String = "2025-05-01") {
            self.fact = fact
            self.text = text
            self.expected = expected
            self.published = published
        }
    }

    private static let everest = "subject: Mount Everest, attribute: height, value: 8849 m"
    private static let lighthouse = "subject: Amber Lighthouse, attribute: height, value: "
    private static let attack = "subject: Crocus City Hall attack, attribute: deaths, value: "
    private static let kolt = "subject: Irina Kolt, attribute: "
    private static let bridge = "subject: Mill Bridge, attribute: opened, value: "

    private func workspace(_ fact: String, _ text: String, published: String) throws -> Workspace {
        try Workspace([
            "crosscheck.yaml": "facts: facts.yaml\n", "facts.yaml": "- {\(fact)}\n",
            "a.md": "---\npublished: \(published)\n---\n\(text)\n",
        ])
    }

    @Test(arguments: [
        // Units, bounds, rounding.
        Row(everest, "Mount Everest is 8,611 metres high.", "quantity: 8,611 metres"),
        Row(everest, "Mount Everest is 8,849 metres high.", nil),
        Row(everest, "Mount Everest is 8.8 km high.", nil),
        Row(everest, "Mount Everest is about 29,000 feet high.", nil),
        Row(everest, "Mount Everest is 28,251 feet high.", "quantity: 28,251 feet"),
        Row(everest, "Mount Everest is over 9,000 metres high.", "quantity: over 9,000 metres"),
        Row(everest, "Mount Everest is over 8,000 metres high.", nil),
        Row(lighthouse + "at least 45 m", "The Amber Lighthouse is 40 metres tall.", "quantity: 40 metres"),
        Row(lighthouse + "at least 45 m", "The Amber Lighthouse is 50 metres tall.", nil),
        Row(lighthouse + "45, unit: m", "The Amber Lighthouse is 40 metres tall.", "quantity: 40 metres"),
        Row(lighthouse + "1974, unit: m", "The Amber Lighthouse is 40 metres tall.", "quantity: 40 metres"),
        Row(
            "subject: Aldwell Ltd, attribute: revenue, value: 3.4bn, unit: £", "Aldwell Ltd had revenue of £4.4bn.",
            "quantity: £4.4bn"),
        Row("subject: Aldwell Ltd, attribute: revenue, value: £3.4bn", "Aldwell Ltd had revenue of $4.4bn.", nil),
        Row(
            "subject: Corliss Hotel, attribute: rooms, value: 1974", "The Corliss Hotel has 2,400 rooms.",
            "quantity: 2,400"),
        Row("subject: Corliss Hotel, attribute: rooms, value: 2400", "The Corliss Hotel has 2,400 rooms.", nil),
        // Other things, attributes and parts.
        Row(everest, "Mount Torrin is 8,611 metres high.", nil),
        Row(everest, "Mount Everest is 8,611 metres wide.", nil),
        Row(attack + "145", "The Crocus City Hall attack in March 2024 killed 133 people.", "quantity: 133"),
        Row(attack + "145", "The Crocus City Hall attack in March 2024 killed 133 soldiers.", nil),
        Row(attack + "145", "The Lomar City Hall attack in March 2024 killed 133 people.", nil),
        Row(attack + "145", "The Crocus City Hall fire in March 2024 killed 133 people.", nil),
        Row(attack + "over 140", "The Crocus City Hall attack in March 2024 killed 145 people.", nil),
        Row(
            "subject: 2023 Crocus City Hall attack, attribute: deaths, value: 145",
            "The Crocus City Hall attack in March 2024 killed 133 people.", nil),
        Row(
            "subject: the night ferry, attribute: cabins, value: 400", "The night ferry has 500 cabins.",
            "quantity: 500"),
        Row("subject: the day ferry, attribute: cabins, value: 400", "The night ferry has 500 cabins.", nil),
        // Dates.
        Row(bridge + "3 June 1850", "The Mill Bridge opened on 3 June 1851.", "date: 3 June 1851"),
        Row(bridge + "June 1850", "The Mill Bridge opened on 3 June 1850.", nil),
        Row(bridge + "3 June 1850", "The Mill Bridge opened in 1850.", nil),
        Row(bridge + "1850", "The Mill Bridge opened in 1851.", "date: 1851"),
        Row(kolt + "born, value: 3 May 1970", "Irina Kolt was born in Tarn on 3 March 1970.", "date: 3 March 1970"),
        // Names, aliases, places, roles, kinds.
        Row(everest + ", aliases: [Sagarmatha]", "Sagarmatha is 8,611 metres high.", "quantity: 8,611 metres"),
        Row(everest, "Sagarmatha is 8,611 metres high.", nil),
        Row(kolt + "birthplace, value: Lomar", "Irina Kolt was born in Tarn.", "place: Tarn"),
        Row(kolt + "birthplace, value: Tarn", "Irina Kolt was born in Tarn.", nil),
        Row(
            kolt + "role, value: foreign minister", "Irina Kolt, the defence minister, spoke.",
            "role: defence minister"),
        Row(kolt + "role, value: foreign minister", "Irina Kolt, the former defence minister, spoke.", nil),
        Row(kolt + "role, value: foreign minister", "Irina Kolt, the foreign minister, spoke.", nil),
        Row(
            "subject: Hibatullah Akhundzada, attribute: name, value: Hibatullah Akhundzada",
            "Hibbatullah Akhundzada spoke in Tarn.", "name: Hibbatullah Akhundzada"),
        Row("subject: Kyiv, attribute: name, value: Kyiv, aliases: Kiev", "Snow fell in Kiev.", "name: Kiev"),
        Row("subject: Kyiv, attribute: name, value: Kyiv, aliases: Kiev", "Snow fell in Kyiv.", nil),
        Row("subject: Saltmarsh, attribute: kind, value: river", "Saltmarsh is a novel.", "role: novel"),
        Row("subject: Saltmarsh, attribute: kind, value: book", "Saltmarsh is a novel.", nil),
        // What holds for a time.
        Row(everest + ", as-of: 2020-12", "Mount Everest is 8,611 metres high.", nil, published: "2019-05-01"),
        Row(
            everest + ", as-of: 2020-12", "Mount Everest is 8,611 metres high.", "quantity: 8,611 metres",
            published: "2020-12-01"),
        Row(everest + ", until: 2024", "Mount Everest is 8,611 metres high.", nil),
        Row(everest + ", until: 2025", "Mount Everest is 8,611 metres high.", "quantity: 8,611 metres"),
        Row(
            attack + "145, as-of: 2024-05-01", "The Crocus City Hall attack in March 2024 killed 133 people.", nil,
            published: "2024-03-23"),
        // What no document holds for true.
        Row(everest, "Officials denied that Mount Everest is 8,611 metres high.", nil),
        Row(everest, "Mount Everest is not 8,611 m high.", nil),
        Row(lighthouse + "45 m", "The Amber Lighthouse will be 40 metres tall.", nil),
        Row(lighthouse + "45 m", "The Amber Lighthouse could be 40 metres tall.", nil),
        Row(lighthouse + "45 m", "If the Amber Lighthouse is 40 metres tall, it will fall.", nil),
    ])
    func findsWhatCannotAgree(row: Row) throws {
        let workspace = try workspace(row.fact, row.text, published: row.published)
        let report = try Self.checker.get().check([workspace.path("a.md")])
        let found = report.discrepancies.map { "\($0.kind.rawValue): \($0.claims[0].value.figure)" }
        #expect(found == [row.expected].compactMap { $0 })
        #expect(report.documents.map(\.path) == [workspace.path("a.md"), workspace.path("facts.yaml")])
    }

    @Test func citesTheFact() throws {
        let workspace = try Workspace([
            "crosscheck.yaml": "facts: [house/facts.yaml]\n",
            "house/facts.yaml": """
            # Mountains
            - subject: Mount Everest
              attribute: height
              value: 8,849 m   # as measured
              source: Survey 2020

            """,
            "a.md": "Mount Everest is 8,611 metres high. It is 8,611 metres high.\n",
            "b.md": "Mount Everest is 8,848 metres high.\n",
        ])
        let paths = [workspace.path("a.md"), workspace.path("b.md")]
        let report = try Self.checker.get().check(paths)
        let found = report.discrepancies.filter { $0.rule == "reference" }
        let facts = workspace.path("house/facts.yaml")
        #expect(
            found.map(\.message)
                == ["8,611", "8,848"].map {
                    "Height (Mount Everest): 8,849 m in \(facts) (Survey 2020), but this document says \($0) metres."
                })
        #expect(found.map { $0.claims.map(\.document) } == [[paths[0], paths[0], facts], [paths[1], facts]])
        let fact = try #require(found.first?.claims.last)
        #expect(fact.quote == "value: 8,849 m # as measured")
        #expect(fact.sentence.hasPrefix("- subject: Mount Everest attribute: height value: 8,849 m"))
        #expect("\(fact.position.line):\(fact.position.column)" == "4:3")
        #expect(fact.attribution == "Survey 2020")
        #expect(found.allSatisfy { $0.relation == .contradiction && $0.severity == .error && $0.kind == .quantity })
    }

    @Test func goesWithSeveritiesBaselinesAndClaimFiles() throws {
        let workspace = try workspace(Self.everest, "Mount Everest is 8,611 metres high.", published: "2025-05-01")
        let paths = [workspace.path("a.md")]
        let report = try Self.checker.get().check(paths)
        let lines = try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims(paths))
        try workspace.write(lines, to: "claims.jsonl")
        let joined = try ClaimChecker().check([workspace.path("claims.jsonl")])
        #expect(joined.discrepancies.map(\.id) == report.discrepancies.map(\.id))
        #expect(joined.documents.map(\.path) == report.documents.map(\.path))

        let file = BaselineFile(path: workspace.path("accepted.jsonl"))
        let entries = file.entries(of: report)
        #expect(entries.map { $0.claims.map(\.document) } == [["a.md", "facts.yaml"]])
        let comparison = file.compare(report, with: Baseline(entries))
        #expect(comparison.statuses == [.known])
        #expect(comparison.stale.isEmpty)

        let settings = "facts: facts.yaml\nseverities: {rules: {reference: notice}}\n"
        try workspace.write(Array(settings.utf8), to: "crosscheck.yaml")
        #expect(try Self.checker.get().check(paths).discrepancies.map(\.severity) == [.notice])
    }

    @Test(arguments: [
        ("a.md:4", "facts.yaml:1", nil, "Reported together as quantity, contradiction ["),
        ("facts.yaml:1", "a.md:4", nil, "Reported together as quantity, contradiction ["),
        ("a.md:5", "f1", "attribute", "Not comparable, because of attribute: width against height."),
        ("a.md:6", "f1", "subject", "Not comparable, because of subject: Mount Torrin against Mount Everest."),
        ("a.md:7", "f1", "values differ", "They can be compared, and agree: some value fits both."),
        ("a.md:4", "f2", "time", "Not comparable, because of time: 2025-05-01 against until 2019-12-31."),
        ("f1", "f2", nil, "Both are facts, which are not compared with each other."),
    ])
    func tellsWhy(first: String, second: String, shut: String?, outcome: String) throws {
        let workspace = try Workspace([
            "crosscheck.yaml": "facts: facts.yaml\n",
            "facts.yaml": """
            - {subject: Mount Everest, attribute: height, value: 8849 m, as-of: 2020}
            - {subject: Mount Everest, attribute: height, value: 8848 m, until: 2019}

            """,
            "a.md": """
            ---
            published: 2025-05-01
            ---
            Mount Everest is 8,611 metres high.
            Mount Everest is 8,611 metres wide.
            Mount Torrin is 8,611 metres high.
            Mount Everest is 8,849 metres high.

            """,
        ])
        func place(_ text: String) -> String { text.contains(":") ? workspace.path(text) : text }
        let report = try Self.checker.get().why(place(first), place(second), in: [workspace.path("a.md")])
        #expect(report.comparability.gates.first { !$0.holds }?.name == shut)
        #expect(report.comparability.outcome.hasPrefix(outcome), "\(report.comparability.outcome)")
    }
}
