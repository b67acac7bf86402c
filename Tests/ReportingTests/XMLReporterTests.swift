import Extraction
import FoundationEssentials
import Reporting
import TestSupport
import Testing

@testable import Reporting

struct XMLReporterTests {
    private static let validator = SchemaValidator(schema: ReportSchema.bytes)

    private func render<Content>(_ content: Content, _ reporter: some Reporter<Content>) throws -> String {
        String(decoding: try reporter.bytes(of: content), as: UTF8.self)
    }

    @Test func writesTheReport() throws {
        #expect(
            try render(Sample.report, XMLReporter()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <discrepancyReport xmlns="urn:crosscheck:report:1" version="1" generator="crosscheck 1.2.3">
                  <documents>
                    <document id="d1" path="news/a.txt" key="a.txt" title="Ferry &amp; quay" publisher="Harbour Wire" \
                published="2025-07-03" language="en" status="corrected" words="120" claims="2"/>
                    <document id="d2" path="news/b.md" key="b" words="80" claims="1"/>
                  </documents>
                  <discrepancies>
                    <discrepancy id="0123456789abcdef0123456789abcdef" kind="quantity" relation="contradiction" \
                severity="error" status="new" rule="casualties.deaths">
                      <subject type="event">fire, Tarn, May 2025</subject>
                      <attribute>deaths</attribute>
                      <message>Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.</message>
                      <claim id="c1" document="d1" line="3" column="11" start="10" end="30" \
                sentenceStart="10" sentenceEnd="30" modality="asserted">
                        <value kind="quantity" lower="150" open="lower" unit="person">over 150 people</value>
                        <quote>Over 150 people died</quote>
                        <sentence>In Tarn: Over 150 people died.</sentence>
                        <attribution>the ministry</attribution>
                        <time from="2025-05-01" to="2025-05-31">May 2025</time>
                      </claim>
                      <claim id="c2" document="d2" line="3" column="11" start="10" end="28" \
                sentenceStart="10" sentenceEnd="28" modality="hedged">
                        <value kind="quantity" lower="145" upper="145" unit="person">145 people</value>
                        <quote>killing 145 people</quote>
                        <sentence>In Tarn: killing 145 people.</sentence>
                        <scope>the district</scope>
                      </claim>
                    </discrepancy>
                  </discrepancies>
                  <coverage documents="2" skipped="1" sentences="12" numbers="9" claims="2">
                    <leftAside reason="no-rule" count="1"/>
                    <leftAside reason="ordinal-or-id" count="6"/>
                    <skipped path="news/x.png" reason="no document by its extension"/>
                    <note path="news/a.txt" line="7">a tag is not closed</note>
                  </coverage>
                </discrepancyReport>

                """)
    }

    @Test func writesClaims() throws {
        let text = try render(Sample.claimReport, XMLClaimReporter())
        #expect(Self.validator.problems(of: Array(text.utf8)) == [])
        #expect(
            text.contains(
                """
                    <claim id="c2" document="d2" line="3" column="11" start="10" end="28" \
                sentenceStart="10" sentenceEnd="28" modality="hedged" \
                rule="casualties.deaths" main="true">
                      <subject type="event" key="fire|tarn|2025-05">fire, Tarn, May 2025</subject>
                      <attribute>deaths</attribute>
                      <value kind="quantity" lower="145" upper="145" unit="person">145 people</value>
                      <quote>killing 145 people</quote>
                      <sentence>In Tarn: killing 145 people.</sentence>
                      <scope>the district</scope>
                      <block>deaths|place:tarn</block>
                    </claim>

                """))
    }

    @Test(arguments: [Sample.report, Sample.emptyReport, Sample.held, Sample.since])
    func isValid(report: Report) throws {
        #expect(Self.validator.problems(of: try XMLReporter().bytes(of: report)) == [])
    }

    @Test(arguments: SampleValues.all)
    func showsEveryKindOfValue(value: ClaimValue) throws {
        var claims = Sample.claims
        claims[0].value = value
        let report = Report(
            generator: "x", documents: Sample.documents, discrepancies: [Sample.discrepancy(claims: claims)],
            coverage: Sample.coverage)
        let listed = ClaimReport(
            generator: "x", documents: Sample.documents, claims: claims.map { ListedClaim($0, blocks: []) },
            coverage: Sample.coverage)
        #expect(Self.validator.problems(of: try XMLReporter().bytes(of: report)) == [])
        #expect(Self.validator.problems(of: try XMLClaimReporter().bytes(of: listed)) == [])
    }

    @Test func tellsTheMembersOfASet() throws {
        var claims = Sample.claims
        claims[0].value = ClaimValue(text: "A, B & others", content: .set(members: ["A", "B & C"], isOpen: true))
        let report = Report(
            generator: "x", documents: Sample.documents, discrepancies: [Sample.discrepancy(claims: claims)],
            coverage: Sample.coverage)
        let text = try render(report, XMLReporter())
        #expect(text.contains(#"<value kind="set" openSet="true">A, B &amp; others</value>"#))
        #expect(
            text.contains(
                """
                        <time from="2025-05-01" to="2025-05-31">May 2025</time>
                        <member>A</member>
                        <member>B &amp; C</member>

                """))
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws {
        try expectFaithful(NastyText.all[index].text)
    }

    @Test(arguments: 1...60)
    func takesRandomText(seed: Int) throws {
        try expectFaithful(NastyText.random(UInt64(seed)))
    }

    /// The report is valid, and a reader gets back each text, but for what XML cannot hold.
    private func expectFaithful(_ text: String) throws {
        let (report, claims) = NastyText.report(text)
        let bytes = try XMLReporter().bytes(of: report)
        #expect(Self.validator.problems(of: bytes) == [])
        #expect(Self.validator.problems(of: try XMLClaimReporter().bytes(of: claims)) == [])
        let expected = XMLText.clean(text)
        let tree = try #require(XMLTree(bytes))
        // Bytes, since two ways to write an accent make equal strings.
        let read = tree.texts(of: "quote") + tree.values(of: "path", in: "document")
        #expect(read.map { Array($0.utf8) } == [[UInt8]](repeating: Array(expected.utf8), count: 5))
        #expect(expected.unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test func writesNoReferencesForLetters() throws {
        let text = try render(NastyText.report("naïve “Zürich” 東京").report, XMLReporter())
        #expect(text.contains(#"path="naïve “Zürich” 東京""#))
    }

    /// The schema is not so wide that everything passes.
    @Test(arguments: [
        (#"document="d2""#, #"document="d3""#), (#"id="d2""#, #"id="d1""#), (#"kind="quantity""#, #"kind="size""#),
        (#"lower="150""#, #"lower="many""#), ("<quote>", "<quotation>"), (#" rule="casualties.deaths""#, ""),
        (#"from="2025-05-01""#, #"from="May""#), (#"open="lower""#, #"open="left""#),
        (#"kind="quantity" lower"#, #"kind="size" lower"#),
        ("urn:crosscheck:report:1", "urn:crosscheck:report:2"), (#"version="1" generator"#, #"version="2" generator"#),
    ])
    func rejectsWhatIsWrong(right: String, wrong: String) throws {
        let text = try render(Sample.report, XMLReporter())
        let broken = text.replacing(right, with: wrong)
        #expect(broken != text)
        #expect(Self.validator.problems(of: Array(broken.utf8)) != [])
    }

    @Test(.enabled(if: BuiltProgram.find("xmllint") != nil, "xmllint is not installed (libxml2-utils)"))
    func isValidForXMLLint() throws {
        let workspace = try Workspace()
        try workspace.write(ReportSchema.bytes, to: "report.xsd")
        try workspace.write(try XMLReporter().bytes(of: Sample.held), to: "report.xml")
        try workspace.write(try XMLClaimReporter().bytes(of: Sample.claimReport), to: "claims.xml")
        let run = try BuiltProgram.shell(
            "xmllint --noout --schema report.xsd report.xml claims.xml", in: workspace.folder)
        #expect(run.status == 0, Comment(rawValue: run.errors))
    }
}
