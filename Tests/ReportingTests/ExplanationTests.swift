import Extraction
import Foundation
import Reconciliation
import TestSupport
import Testing

@testable import Reporting

/// How a finding came about, in words and for programs.
struct ExplanationTests {
    private static func explanation(check: String? = nil) -> FindingExplanation {
        var discrepancy = Sample.discrepancy()
        discrepancy.claims[0].derivation.children = [
            Derivation(
                rule: "quantity", span: discrepancy.claims[0].span, reading: "(150, ∞) person",
                children: [Derivation(rule: "bound", span: discrepancy.claims[0].span, reading: "over")])
        ]
        discrepancy.claims[0].asOf = discrepancy.claims[0].time?.days
        let gates = [
            Gate(name: "scope", holds: false, first: "the whole", second: "the district"),
            Gate(name: "values differ", holds: true, first: "(150, ∞)", second: "[145, 145]"),
        ]
        return FindingExplanation(
            generator: "crosscheck 1.2.3", documents: Sample.documents, discrepancy: discrepancy, check: check,
            steps: check == nil
                ? [
                    FindingExplanation.Step(
                        first: "c1", second: "c2", comparability: Comparability(gates: gates, outcome: "Reported."))
                ] : [])
    }

    @Test func tellsInWords() throws {
        let bytes = try TextExplanationReporter().bytes(of: Self.explanation())
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                error: quantity, contradiction [0123456789abcdef0123456789abcdef]
                Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.

                c1  deaths: over 150 people, read as (150, ∞) person
                    “In Tarn: Over 150 people died.”
                    Harbour Wire, 2025-07-03, news/a.txt:3:11
                    about: fire, Tarn, May 2025
                    time: May 2025 (2025-05)
                    as of: 2025-05
                    according to: the ministry
                    asserted
                    by casualties.deaths: deaths
                      by quantity: (150, ∞) person
                        by bound: over

                c2  deaths: 145 people, read as [145, 145] person
                    “In Tarn: killing 145 people.”
                    news/b.md:3:11
                    about: fire, Tarn, May 2025
                    of: the district
                    hedged
                    by casualties.deaths: deaths

                c1 and c2
                scope          no: the whole | the district
                values differ  yes: (150, ∞) | [145, 145]
                Reported.

                """)
    }

    @Test func namesTheCheckOfOneDocument() throws {
        let text = String(
            decoding: try TextExplanationReporter().bytes(of: Self.explanation(check: "check.sum")), as: UTF8.self)
        #expect(text.replacing("\n", with: " ").hasSuffix("'crosscheck explain check.sum' tells more. "))
        #expect(!text.contains("c1 and c2"))
    }

    @Test func tellsPrograms() throws {
        let bytes = try JSONExplanationReporter().bytes(of: Self.explanation(check: "check.sum"))
        let read = try JSONDecoder().decode(JSONText.self, from: Data(bytes))
        #expect(read["check"]?.text == "check.sum")
        #expect(read["comparisons"]?.items.isEmpty == true)
        let derivations = read["derivations"]?.items ?? []
        #expect(derivations.map { $0["claim"]?.text } == ["c1", "c2"])
        #expect(derivations.map { $0["subject"]?["text"]?.text } == ["fire, Tarn, May 2025", "fire, Tarn, May 2025"])
        #expect(derivations.map { $0["asOf"]?.text } == ["2025-05", nil])
        let child = derivations.first?["derivation"]?["children"]?.items.first
        #expect(child?["reading"]?.text == "(150, ∞) person")
        #expect(child?["children"]?.items.first?["rule"]?.text == "bound")
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws {
        let report = NastyText.report(NastyText.all[index].text).report
        let explanation = FindingExplanation(
            generator: report.generator, documents: report.documents, discrepancy: report.discrepancies[0], steps: [])
        let text = String(decoding: try TextExplanationReporter().bytes(of: explanation), as: UTF8.self)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        _ = try JSONDecoder().decode(
            JSONText.self, from: Data(try JSONExplanationReporter().bytes(of: explanation)))
    }
}
