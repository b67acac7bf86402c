import FoundationEssentials
import Reporting
import Testing

struct JSONReporterTests {
    private func render<Content>(_ content: Content, _ reporter: some Reporter<Content>) throws -> String {
        String(decoding: try reporter.bytes(of: content), as: UTF8.self)
    }

    @Test func writesTheReport() throws {
        let text = try render(Sample.report, JSONReporter())
        #expect(
            text.hasPrefix(
                """
                {
                  "coverage" : {
                    "claims" : 2,
                    "documents" : 2,
                    "leftAside" : [
                      {
                        "count" : 1,
                        "reason" : "no-rule"
                      },
                """))
        #expect(
            text.contains(
                """
                      "attribute" : "deaths",
                      "claims" : [
                        {
                          "attribution" : "the ministry",
                          "column" : 11,
                          "document" : "a.txt",
                          "end" : 30,
                          "id" : "c1",
                          "line" : 3,
                          "modality" : "asserted",
                          "quote" : "Over 150 people died",
                          "sentence" : "In Tarn: Over 150 people died.",
                          "sentenceEnd" : 30,
                          "sentenceStart" : 10,
                          "start" : 10,
                          "time" : {
                            "from" : "2025-05-01",
                            "text" : "May 2025",
                            "to" : "2025-05-31"
                          },
                          "value" : {
                            "kind" : "quantity",
                            "lower" : "150",
                            "open" : "lower",
                            "text" : "over 150 people",
                            "unit" : "person"
                          }
                        },
                """))
        #expect(
            text.hasSuffix(
                """
                  "generator" : "crosscheck 1.2.3",
                  "version" : "1"
                }

                """))
    }

    @Test func writesClaimLines() throws {
        #expect(
            try render(Sample.claimReport, JSONLinesClaimReporter()) == """
                {"attribute":"deaths","attribution":"the ministry","blocks":["deaths|place:tarn"],"column":11,\
                "document":"a.txt","documentInfo":{"language":"en","numbers":0,"path":"news/a.txt",\
                "published":"2025-07-03","publisher":"Harbour Wire","sentences":0,"status":"corrected",\
                "title":"Ferry & quay","words":120},"end":30,"id":"c1","line":3,"main":true,"modality":"asserted",\
                "quote":"Over 150 people died","rule":"casualties.deaths","sentence":"In Tarn: Over 150 people died.",\
                "sentenceEnd":30,"sentenceStart":10,"start":10,"subject":{"key":"fire|tarn|2025-05","text":"fire, Tarn, May 2025","type":"event"},\
                "time":{"from":"2025-05-01","text":"May 2025","to":"2025-05-31"},\
                "value":{"kind":"quantity","lower":"150","open":"lower","text":"over 150 people","unit":"person"}}
                {"attribute":"deaths","blocks":["deaths|place:tarn"],"column":11,"document":"b",\
                "documentInfo":{"numbers":0,"path":"news/b.md","sentences":0,"words":80},"end":28,"id":"c2","line":3,"main":true,"modality":"hedged","quote":"killing 145 people","rule":"casualties.deaths",\
                "scope":["the district"],"sentence":"In Tarn: killing 145 people.","sentenceEnd":28,\
                "sentenceStart":10,"start":10,\
                "subject":{"key":"fire|tarn|2025-05","text":"fire, Tarn, May 2025","type":"event"},\
                "value":{"kind":"quantity","lower":"145","text":"145 people","unit":"person","upper":"145"}}

                """)
    }

    @Test func writesSubjectLines() throws {
        let text = try render(Sample.subjectReport, JSONLinesSubjectReporter())
        #expect(
            text.hasSuffix(
                """
                "documents":["a.txt","b"],"main":true,\
                "subject":{"key":"fire|tarn|2025-05","text":"fire, Tarn, May 2025","type":"event"}}

                """))
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test func tellsHowItStandsToTheBaseline() throws {
        let resolved = BaselineSummary.Resolved(id: "1", rule: "r", subject: "fire, Tarn", attribute: "deaths")
        let report = Report(
            generator: "", documents: [], discrepancies: [], coverage: Sample.emptyReport.coverage,
            baseline: BaselineSummary(path: "accepted.jsonl", new: 0, known: 2, resolved: [resolved]))
        #expect(
            try render(report, JSONReporter()).hasPrefix(
                """
                {
                  "baseline" : {
                    "known" : 2,
                    "new" : 0,
                    "origin" : "file",
                    "path" : "accepted.jsonl",
                    "resolved" : [
                      {
                        "attribute" : "deaths",
                        "id" : "1",
                        "rule" : "r",
                        "subject" : "fire, Tarn"
                      }
                    ]
                  },
                """))
        #expect(try !render(Sample.report, JSONReporter()).contains("\"baseline\""))
    }

    /// What is said of nothing is still JSON.
    @Test func writesAnEmptyReport() throws {
        struct Empty: Decodable, Equatable {
            var version: String
            var documents, discrepancies: [[String: String]]
        }
        let bytes = try JSONReporter().bytes(of: Sample.emptyReport)
        #expect(
            try JSONDecoder().decode(Empty.self, from: Data(bytes))
                == Empty(version: "1", documents: [], discrepancies: []))
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws {
        struct Line: Decodable {
            var quote: String
        }
        let text = NastyText.all[index].text
        let bytes = try JSONLinesClaimReporter().bytes(of: NastyText.report(text).claims)
        #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
        let line = try JSONDecoder().decode(Line.self, from: Data(bytes))
        #expect(Array(line.quote.unicodeScalars) == Array(text.unicodeScalars))
    }
}
