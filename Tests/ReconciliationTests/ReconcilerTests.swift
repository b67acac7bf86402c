import Documents
import Extraction
import FoundationEssentials
import Reconciliation
import Testing
import Values

/// A claim in short: document, published, figure, and what differs from the usual attack in Lomar of March 2024.
struct Telling: Sendable {
    var document: String
    var published: String?
    var interval: Interval
    var bound: ClaimQuantity.Bound?
    var kind = "attack"
    var places = ["Lomar"]
    var time: String? = "2024-03"
    var scope: [String] = []
    var attribution: String?
    var modality = Modality.asserted
    var sentence: String?
    var isMain = false

    init(_ document: String, _ published: String?, _ lower: Int, upTo upper: Int? = nil) {
        self.document = document
        self.published = published
        interval = Interval(lower: Decimal(lower), upper: Decimal(upper ?? lower))
    }

    func with(_ change: (inout Telling) -> Void) -> Telling {
        var copy = self
        change(&copy)
        return copy
    }

    static func atLeast(_ document: String, _ published: String?, _ lower: Int) -> Telling {
        Telling(document, published, lower).with {
            $0.interval = Interval(lower: Decimal(lower), upper: nil)
            $0.bound = .atLeast
        }
    }

    static func moreThan(_ document: String, _ published: String?, _ lower: Int) -> Telling {
        Telling(document, published, lower).with {
            $0.interval = Interval(lower: Decimal(lower), upper: nil, lowerOpen: true)
            $0.bound = .moreThan
        }
    }

    func claim(_ number: Int) -> Claim {
        let event = Event(kind: kind, places: places, time: time.flatMap { DayInterval(iso: $0) })
        let days = published.flatMap { DayInterval(iso: $0) }
        let span = ByteSpan(0, 1)
        return Claim(
            id: "c\(number)", document: document,
            subject: Subject(kind: .event, text: event.title(), key: event.key, event: event), attribute: "deaths",
            value: ClaimValue(text: "\(interval)", interval: interval, bound: bound, unit: "person"), scope: scope,
            attribution: attribution, modality: modality, time: nil, span: span, sentenceSpan: span, quote: "q",
            sentence: sentence ?? "\(document) \(number)", position: SourceMap.Position(line: 1, column: 1),
            rule: "casualties.deaths", derivation: Derivation(rule: "r", span: span, reading: ""), isMain: isMain,
            asOf: days, published: days)
    }
}

struct ReconcilerTests {
    /// One rule: deaths, which change for 30 days after the event.
    static let reconciler: Reconciler = {
        var rules = RuleSet()
        rules.attributes = [
            AttributeRule(
                id: "casualties.deaths", attribute: "deaths", finds: "", unit: "person", evolves: true,
                settlesAfter: 30, frames: [], tests: RuleTests())
        ]
        return Reconciler(rules: rules)
    }()

    /// "error contradiction a b", for each discrepancy.
    private func findings(_ tellings: [Telling]) -> [String] {
        let claims = tellings.enumerated().map { $0.element.claim($0.offset + 1) }
        return Self.reconciler.reconcile(claims).discrepancies.map { found in
            ([found.severity.rawValue, found.relation.rawValue] + found.claims.map(\.document)).joined(separator: " ")
        }
    }

    @Test(arguments: [
        (
            "settled figures contradict", [Telling("a", "2025-08", 145), Telling("b", "2025-07-03", 149)],
            ["error contradiction a b"]
        ),
        (
            "one finding holds all claims",
            [Telling("a", "2025-08", 145), Telling("b", "2025-07-03", 149), .moreThan("c", "2025-08-01", 150)],
            ["error contradiction a b c"]
        ),
        ("a bound agrees with what lies above", [Telling("a", "2025-08", 153), .moreThan("b", "2025-07", 150)], []),
        (
            "a rounded figure agrees with the exact one",
            [Telling("a", "2025-08", 14_500, upTo: 15_500), Telling("b", "2025-08", 15_080)], []
        ),
        (
            "a fresh figure is updated", [Telling("a", "2024-03-10", 15), Telling("b", "2024-03-12", 17)],
            ["notice update a b"]
        ),
        ("also downward", [Telling("a", "2024-03-10", 51), Telling("b", "2024-03-12", 24)], ["notice update a b"]),
        (
            "on one day it is a contradiction", [Telling("a", "2024-03-10", 34), Telling("b", "2024-03-10", 43)],
            ["error contradiction a b"]
        ),
        (
            "two running counts of one day", [.atLeast("a", "2024-03-10", 718), .atLeast("b", "2024-03-10", 940)],
            ["notice update a b"]
        ),
        ("without dates no error", [Telling("a", nil, 34), Telling("b", nil, 43)], ["warning contradiction a b"]),
        (
            "each its own source",
            [
                Telling("a", "2025-08", 300).with { $0.attribution = "the government" },
                Telling("b", "2025-08", 41).with { $0.attribution = "the rebels" },
            ], ["warning sources-differ a b"]
        ),
        (
            "one source gives two figures",
            [
                Telling("a", "2025-08", 300).with { $0.attribution = "the health ministry" },
                Telling("b", "2025-08", 41).with { $0.attribution = "Ministry of Health" },
            ], ["error contradiction a b"]
        ),
        ("stages told in one document", [Telling("a", "2025-08", 19), Telling("a", "2025-08", 34)], []),
        (
            "copies of one text",
            [
                Telling("a", "2025-08", 19).with { $0.sentence = "s" },
                Telling("b", "2025-08", 34).with { $0.sentence = "s" },
            ], []
        ),
        (
            "another place", [Telling("a", "2025-08", 19), Telling("b", "2025-08", 34).with { $0.places = ["Tarn"] }],
            []
        ),
        ("another month", [Telling("a", "2025-08", 19), Telling("b", "2025-08", 34).with { $0.time = "2024-05" }], []),
        ("another kind", [Telling("a", "2025-08", 19), Telling("b", "2025-08", 34).with { $0.kind = "flood" }], []),
        (
            "an incident may be of any kind",
            [Telling("a", "2025-08", 19), Telling("b", "2025-08", 34).with { $0.kind = "incident" }],
            ["error contradiction a b"]
        ),
        (
            "a part of the toll",
            [Telling("a", "2025-08", 19), Telling("b", "2025-08", 4).with { $0.scope = ["children"] }],
            []
        ),
        (
            "what comes on top",
            [Telling("a", "2025-08", 19), Telling("b", "2025-08", 4).with { $0.scope = ["further"] }],
            []
        ),
        (
            "what is only feared",
            [Telling("a", "2025-08", 19), Telling("b", "2025-08", 90).with { $0.modality = .hypothetical }], []
        ),
        (
            "an undated background event is not guessed at",
            [Telling("a", "2025-08", 19), Telling("b", "2025-08", 90).with { $0.time = nil }], []
        ),
        (
            "an undated event that the document is about happened of late",
            [
                Telling("a", "2024-03-10", 19).with {
                    $0.time = nil; $0.isMain = true
                },
                Telling("b", "2024-03-10", 90).with {
                    $0.time = nil; $0.isMain = true
                },
            ], ["error contradiction a b"]
        ),
        (
            "two events of one document stay apart",
            [
                Telling("a", "2025-08", 19), Telling("b", "2025-08", 19),
                Telling("b", "2025-08", 90).with { $0.places = ["Lomar", "Tarn"] },
            ], []
        ),
    ])
    func compares(title: String, tellings: [Telling], expected: [String]) {
        #expect(findings(tellings) == expected, "\(title)")
    }

    @Test func theFingerprintKnowsNoLineNoWordingAndNoOrder() throws {
        let first = Telling("a", "2025-08", 145)
        let second = Telling("b", "2025-08", 149)
        let ids = [[first, second], [second, first], [first.with { $0.sentence = "reworded" }, second]].map {
            tellings in
            Self.reconciler.reconcile(tellings.enumerated().map { $0.element.claim($0.offset) }).discrepancies.map(\.id)
        }
        #expect(ids[0].count == 1)
        #expect(Set(ids).count == 1)
        let other = Self.reconciler.reconcile([first.claim(1), Telling("b", "2025-08", 150).claim(2)]).discrepancies
        #expect(try #require(other.first).id != ids[0][0])
    }
}
