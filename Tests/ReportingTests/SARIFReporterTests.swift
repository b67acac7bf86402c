import Foundation
import Reconciliation
import TestSupport
import Testing

@testable import Reporting

struct SARIFReporterTests {
    private typealias Object = [String: Any]

    private func run(of report: Report) throws -> Object {
        let bytes = Data(try SARIFReporter().bytes(of: report))
        #expect(SARIFSchema.problems(of: try JSONDecoder().decode(JSONText.self, from: bytes)) == [])
        let log = try #require(try JSONSerialization.jsonObject(with: bytes) as? Object)
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
        let runs = try #require(log["runs"] as? [Object])
        #expect(runs.count == 1)
        return runs[0]
    }

    private func report(
        _ discrepancies: [Discrepancy] = [Sample.discrepancy()], documents: [ReportDocument] = Sample.documents,
        baseline: BaselineSummary? = nil
    ) -> Report {
        Report(
            generator: "crosscheck 1.2.3", documents: documents, discrepancies: discrepancies,
            coverage: Sample.coverage, baseline: baseline)
    }

    @Test func writesAResult() throws {
        let text = String(decoding: try SARIFReporter().bytes(of: Sample.report), as: UTF8.self)
        #expect(
            text.contains(
                #"""
                          "level" : "error",
                          "locations" : [
                            {
                              "message" : {
                                "text" : "over 150 people: “Over 150 people died”"
                              },
                              "physicalLocation" : {
                                "artifactLocation" : {
                                  "index" : 0,
                                  "uri" : "news/a.txt",
                                  "uriBaseId" : "%SRCROOT%"
                                },
                                "region" : {
                                  "startColumn" : 11,
                                  "startLine" : 3
                                }
                              },
                              "properties" : {
                                "textEnd" : 30,
                                "textStart" : 10
                              }
                            }
                          ],
                          "message" : {
                            "text" : "Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold. See also [news/b.md:3](1) (145 people)."
                          },
                          "partialFingerprints" : {
                            "crosscheck/v1" : "0123456789abcdef0123456789abcdef"
                          },
                """#))
        let driver = try #require((try run(of: Sample.report)["tool"] as? Object)?["driver"] as? Object)
        #expect(driver["name"] as? String == "crosscheck")
        #expect(driver["version"] as? String == "1.2.3")
    }

    @Test func marksWhatIsKnown() throws {
        let baseline = BaselineSummary(path: "accepted.jsonl", new: 1, known: 1, resolved: [])
        let discrepancies = [Sample.discrepancy(), Sample.discrepancy(.notice, status: .known)]
        let results = try #require(try run(of: report(discrepancies, baseline: baseline))["results"] as? [Object])
        #expect(results.map { $0["baselineState"] as? String } == ["new", "unchanged"])
        #expect(results.map { $0["level"] as? String } == ["error", "note"])
        #expect(results[0]["suppressions"] == nil)
        let suppression = try #require((results[1]["suppressions"] as? [Object])?.first)
        #expect(suppression["kind"] as? String == "external")
        #expect(suppression["status"] as? String == "accepted")
        #expect(suppression["justification"] as? String == "known in accepted.jsonl")
    }

    /// What a revision had, nobody has accepted.
    @Test func tellsARevisionFromABaseline() throws {
        let run = try run(of: Sample.since)
        let results = try #require(run["results"] as? [Object])
        #expect(results.map { $0["baselineState"] as? String } == ["new", "unchanged", "new", "unchanged"])
        #expect(results.map { ($0["suppressions"] as? [Object])?.count } == [nil, nil, 1, 1])
        let invocation = try #require((run["invocations"] as? [Object])?.first)
        let baseline = try #require((invocation["properties"] as? Object)?["baseline"] as? Object)
        #expect(baseline["origin"] as? String == "revision")
        #expect((baseline["resolved"] as? [Object])?.count == 1)
    }

    /// What an ignore leaves out and what is no more is a result all the same.
    @Test func dropsNothing() throws {
        let results = try #require(try run(of: Sample.held)["results"] as? [Object])
        #expect(
            results.map { $0["baselineState"] as? String } == ["new", "unchanged", "new", "unchanged", "absent"])
        let suppressions = results.map { $0["suppressions"] as? [Object] ?? [] }
        #expect(
            suppressions.map { $0.map { $0["kind"] as? String } } == [
                [], ["external"], ["external"], ["inSource", "external"], ["external"],
            ])
        #expect(suppressions.joined().allSatisfy { $0["status"] as? String == "accepted" })
        #expect(
            suppressions.map { $0.first?["justification"] as? String } == [
                nil, "known in accepted & known.jsonl", "update: the count of <Monday> (news/crosscheck.yaml:2:5)",
                "different scope (news/b.md:1:1)", "known in accepted & known.jsonl",
            ])
        let absent = try #require(results.last)
        #expect(
            (absent["message"] as? Object)?["text"] as? String == "No more, though accepted: deaths (fire, <Tarn>).")
        let locations = try #require(absent["locations"] as? [Object])
        let place = (locations.first?["physicalLocation"] as? Object)?["artifactLocation"] as? Object
        #expect(place?["uri"] as? String == "accepted%20%26%20known.jsonl")
    }

    /// GitHub takes 25,000 results in a run, and runs of one file under different names alone.
    @Test func partsWhatIsTooMuchForARun() throws {
        let discrepancies = (0..<30).map { number in
            var discrepancy = Sample.discrepancy()
            discrepancy.id = "\(number)"
            return discrepancy
        }
        #expect(SARIFReporter().mostResults == 25_000)
        let bytes = Data(try SARIFReporter(mostResults: 25).bytes(of: report(discrepancies)))
        let log = try JSONDecoder().decode(JSONText.self, from: bytes)
        #expect(SARIFSchema.problems(of: log) == [])
        let runs = log["runs"]?.items ?? []
        #expect(runs.map { $0["results"]?.items.count } == [25, 5])
        #expect(runs.map { $0["automationDetails"]?["id"]?.text } == ["crosscheck-1/", "crosscheck-2/"])
        #expect(runs.map { $0["invocations"]?.items.count } == [1, 0])
    }

    /// Without a baseline nothing is new or old.
    @Test func saysNothingOfABaselineThatIsNone() throws {
        let results = try #require(try run(of: Sample.report)["results"] as? [Object])
        #expect(results[0]["baselineState"] == nil)
    }

    @Test(arguments: [
        ("news/a b.txt", "news/a%20b.txt", true),
        ("a%20b:c?d#e.md", "a%20b%3Ac%3Fd%23e.md".replacing("a%20b", with: "a%2520b"), true),
        ("Zürich/東.md", "Z%C3%BCrich/%E6%9D%B1.md", true), ("../x.md", "../x.md", true),
        ("/home/a/x.md", "file:///home/a/x.md", false),
    ])
    func encodesPaths(path: String, uri: String, isRelative: Bool) {
        let location = SARIFText.location(path)
        #expect(location.uri == uri)
        #expect((location.uriBaseId != nil) == isRelative)
    }

    @Test func keepsLinksApartFromText() {
        #expect(SARIFText.link(#"a[1]\b{2}"#, to: 3) == #"[a\[1\]\\b{{2}}](3)"#)
        #expect(SARIFText.plain("see [this](1) {0}") == "see [this] (1) {{0}}")
    }

    /// Several documents of one page are one file.
    @Test func namesEachFileOnce() throws {
        let documents =
            Sample.documents + [
                ReportDocument(
                    document: "b2", path: "news/b.md", metadata: Sample.documents[0].metadata, words: 1, claims: 0)
            ]
        let artifacts = try #require(try run(of: report(documents: documents))["artifacts"] as? [Object])
        #expect(artifacts.map { ($0["location"] as? Object)?["uri"] as? String } == ["news/a.txt", "news/b.md"])
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws {
        try expectValid(NastyText.report(NastyText.all[index].text).report)
    }

    @Test(arguments: 1...40)
    func takesRandomText(seed: Int) throws {
        try expectValid(NastyText.report(NastyText.random(UInt64(seed))).report)
    }

    @Test func isValidWhateverThereIs() throws {
        try expectValid(Sample.report)
        try expectValid(Sample.emptyReport)
        try expectValid(Sample.held)
        try expectValid(Sample.since)
        try expectValid(report(documents: []))
        try expectValid(
            report(
                [Sample.discrepancy(status: .known), Sample.discrepancy(.warning)],
                baseline: BaselineSummary(path: "b", new: 1, known: 1, resolved: [])))
    }

    /// The constraints of the standard's schema on what is used of it, and those that only its text states: indices lie in
    /// their arrays, links name related locations, addresses are URI references.
    private func expectValid(_ report: Report) throws {
        let run = try run(of: report)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
        #expect((driver["name"] as? String)?.isEmpty == false)
        let rules = try #require(driver["rules"] as? [Object])
        for rule in rules {
            for key in ["shortDescription", "fullDescription", "help"] {
                #expect(((rule[key] as? Object)?["text"] as? String)?.isEmpty == false)
            }
        }
        #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
        let artifacts = try #require(run["artifacts"] as? [Object])
        let uris = try artifacts.map { try uri(of: try #require($0["location"] as? Object)) }
        #expect(Set(uris).count == uris.count)
        let invocation = try #require((run["invocations"] as? [Object])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
        for notification in try #require(invocation["toolExecutionNotifications"] as? [Object]) {
            #expect((notification["message"] as? Object)?["text"] is String)
            for location in try #require(notification["locations"] as? [Object]) { try expectValid(location, uris) }
        }
        let results = try #require(run["results"] as? [Object])
        let absent = report.baseline?.origin == .file ? report.baseline?.resolved.count ?? 0 : 0
        #expect(results.count == report.discrepancies.count + report.ignored.count + absent)
        #expect(Set(results.map { $0["baselineState"] is String }).count <= 1)
        for result in results { try expectValid(result: result, rules: rules, uris) }
    }

    private func expectValid(result: Object, rules: [Object], _ uris: [String]) throws {
        let index = try #require(result["ruleIndex"] as? Int)
        try #require(rules.indices.contains(index))
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
        #expect([nil, "new", "unchanged", "updated", "absent"].contains(result["baselineState"] as? String))
        let related = result["relatedLocations"] as? [Object] ?? []
        #expect(related.isEmpty == (result["baselineState"] as? String == "absent"))
        let locations = try #require(result["locations"] as? [Object])
        #expect(locations.count == 1)
        for location in locations + related { try expectValid(location, uris) }
        let ids = related.compactMap { $0["id"] as? Int }
        #expect(ids == related.indices.map { $0 + 1 })
        let message = try #require((result["message"] as? Object)?["text"] as? String)
        let links = message.matches(of: /\]\((\d+)\)/).compactMap { Int($0.output.1) }
        #expect(links == ids)
        let fingerprints = try #require(result["partialFingerprints"] as? [String: String])
        #expect(fingerprints["crosscheck/v1"]?.isEmpty == false)
    }

    private func expectValid(_ location: Object, _ uris: [String]) throws {
        let physical = try #require(location["physicalLocation"] as? Object)
        let artifact = try #require(physical["artifactLocation"] as? Object)
        let uri = try uri(of: artifact)
        if let index = artifact["index"] as? Int {
            try #require(uris.indices.contains(index))
            #expect(uris[index] == uri)
        }
        guard let region = physical["region"] as? Object else { return }
        #expect((region["startLine"] as? Int).map { $0 >= 1 } == true)
        #expect(region["startColumn"] as? Int ?? 1 >= 1)
    }

    private func uri(of artifact: Object) throws -> String {
        let uri = try #require(artifact["uri"] as? String)
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%".unicodeScalars)
        #expect(uri.replacing("file://", with: "").unicodeScalars.allSatisfy(allowed.contains))
        #expect(uri.matches(of: /%(?![0-9A-F]{2})/).isEmpty)
        return uri
    }
}
