import Documents
import Extraction
import Foundation
import Language
import Reporting
import Testing

struct ClaimLineTests {
    private func line(_ claim: Claim, of document: ReportDocument = Sample.documents[0]) throws -> Data {
        var bytes: [UInt8] = []
        try bytes.writeJSONLines([ClaimLine(ListedClaim(claim, blocks: ["b1", "b2"]), of: document)])
        return Data(bytes.dropLast())
    }

    /// Written again, a line that was read is the same: nothing is lost.
    private func expectRoundTrip(_ claim: Claim, of document: ReportDocument = Sample.documents[0]) throws -> ClaimLine
    {
        let written = try line(claim, of: document)
        let read = try ClaimLine(json: written)
        var again: [UInt8] = []
        try again.writeJSONLines([read])
        #expect(String(decoding: again.dropLast(), as: UTF8.self) == String(decoding: written, as: UTF8.self))
        return read
    }

    @Test(arguments: SampleValues.all)
    func keepsValues(value: ClaimValue) throws {
        var claim = Sample.claims[0]
        claim.value = value
        #expect(try expectRoundTrip(claim).listed.claim.value == value)
    }

    @Test func keepsWhatComparingNeeds() throws {
        var claim = Sample.claims[0]
        claim.scope = ["children", "per year"]
        claim.isOpen = true
        claim.isMain = false
        claim.terms = ["die", "fire"]
        claim.about = ["tarn", "ana ruiz"]
        claim.asOf = DayInterval(iso: "2025-07-01")
        claim.published = DayInterval(CalendarDay(number: 20_000), CalendarDay(number: 20_010))
        claim.conflicts = [
            Conflict(rule: "check.sum", kind: "arithmetic", message: "1 and 2 are not 4.", others: [ByteSpan(3, 9)])
        ]
        let read = try expectRoundTrip(claim).listed
        #expect(read.blocks == ["b1", "b2"])
        #expect(read.claim.scope == claim.scope)
        #expect(read.claim.isOpen)
        #expect(!read.claim.isMain)
        #expect(read.claim.terms == claim.terms)
        #expect(read.claim.about == claim.about)
        #expect(read.claim.asOf == claim.asOf)
        #expect(read.claim.published == claim.published)
        #expect(read.claim.conflicts == claim.conflicts)
        #expect(read.claim.time == claim.time)
        #expect(read.claim.position == claim.position)
        #expect(read.claim.span == claim.span)
        #expect(read.claim.attribution == "the ministry")
    }

    @Test(arguments: [
        Subject(
            kind: .event, text: "fire, Tarn", key: "k",
            event: Event(
                kind: "fire", places: ["Tarn"], names: ["Lomar"], people: ["Ana Ruiz"],
                time: DayInterval(iso: "2024-03"))),
        Subject(kind: .event, text: "fire", key: "k", event: Event(kind: "fire")),
        Subject(
            kind: .entity, text: "Ana Ruiz", key: "k",
            entity: Entity(name: "Ana Ruiz", type: .person, noun: "mayor", aliases: ["Ruiz", "A. R."])),
        Subject(kind: .entity, text: "bridge", key: "k", entity: Entity(noun: "bridge")),
        Subject(kind: .topic, text: "rates", key: "topic:rates"),
    ])
    func keepsSubjects(subject: Subject) throws {
        var claim = Sample.claims[0]
        claim.subject = subject
        let document = ReportDocument(
            document: "a.txt", path: "a.txt", metadata: Metadata(), words: 1, claims: 1, sentences: 2, numbers: 3)
        let read = try expectRoundTrip(claim, of: document)
        #expect(read.listed.claim.subject == subject)
        #expect(read.document.numbers == 3)
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws {
        var claim = Sample.claims[1]
        claim.quote = NastyText.all[index].text
        claim.scope = [claim.quote]
        _ = try expectRoundTrip(claim)
    }

    /// - Parameter replaced: what stands in a good line, and what takes its place.
    @Test(arguments: [
        ("{", "", "not valid JSON"),
        (#""id":"c1","#, "", "the key 'id' is missing"),
        (#""column":11"#, #""column":"11""#, "'column': expected a whole number"),
        (#""column":11"#, #""column":0"#, "'line' and 'column' count from 1"),
        (#""start":10"#, #""start":-1"#, "'start' and 'end' are -1 and 30, which is no stretch of a text"),
        (#""start":10"#, #""start":31"#, "'start' and 'end' are 31 and 30, which is no stretch of a text"),
        (
            #""sentenceEnd":30"#, #""sentenceEnd":4294967296"#,
            "'sentenceStart' and 'sentenceEnd' are 10 and 4294967296, which is no stretch of a text"
        ),
        (
            #""modality":"asserted""#, #""modality":"sure""#,
            "'modality' is 'sure'; expected one of asserted, hedged, denied, hypothetical, forecast, quoted"
        ),
        (#""lower":"150""#, #""lower":"many""#, "'value.lower' is 'many'; expected decimal digits, as in 145 or 0.5"),
        (#""lower":"150""#, #""lower":"1e999""#, "'value.lower' is '1e999'; expected decimal digits, as in 145 or 0.5"),
        (
            #""lower":"150""#, #""lower":"150","upper":"149""#,
            "'value' is an interval that holds no number"
        ),
        (#""open":"lower""#, #""open":"left""#, "'value.open' is 'left'; expected lower, upper or both"),
        (#""kind":"quantity""#, #""kind":"size""#, "'value.kind' has a value that is not known"),
        (#""kind":"quantity","#, "", "the key 'value.kind' is missing"),
        (#""kind":"quantity""#, #""kind":"rank""#, "the key 'value.position' is missing"),
        (#""kind":"quantity""#, #""kind":"time","grain":"day","weekday":8"#, "'value.weekday' is 8, not from 1 to 7"),
        (
            #""kind":"quantity""#, #""kind":"time","grain":"day","from":"2024-05-09""#,
            "'value.from' and 'value.to' go together"
        ),
        (
            #""kind":"quantity""#, #""kind":"time","grain":"day","clock":{"from":"10:00","to":"09:00"}"#,
            "'value.clock' runs from '10:00' to '09:00'; expected times as 09:40"
        ),
        (
            #""published":"2025-07-03""#, #""published":"July""#,
            "'documentInfo.published' is 'July'; expected days as in 2025, 2025-07, 2025-07-03 or first/last"
        ),
        (
            #""from":"2025-05-01""#, #""from":"2025-06-01""#,
            "'time' is '2025-06-01/2025-05-31'; expected days as in 2025, 2025-07, 2025-07-03 or first/last"
        ),
        (#""type":"event""#, #""type":"idea""#, "'subject.type' is 'idea'; expected one of event, entity, topic"),
        (#""blocks":["b1","b2"]"#, #""blocks":"b1""#, "'blocks': expected a list"),
    ])
    func tellsWhatIsWrong(good: String, bad: String, expected: String) throws {
        let text = String(decoding: try line(Sample.claims[0]), as: UTF8.self)
        let range = try #require(text.range(of: good))
        let broken = text.replacingCharacters(in: range, with: bad)
        let problem = #expect(throws: ClaimLineProblem.self) { try ClaimLine(json: Data(broken.utf8)) }
        #expect(problem?.description == expected)
    }
}
