import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

struct CheckerTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private static let articles: KeyValuePairs<String, String> = [
        "a.md": "---\npublished: 2025-05-01\n---\nThe explosion in Tarn on 3 March 2024 killed 34 people.\n",
        "b.md": "---\npublished: 2025-05-02\n---\nThe explosion in Tarn on 3 March 2024 killed 43 people.\n",
        "c.txt": "Nothing was said of any explosion.\n",
    ]

    @Test func findsADiscrepancy() throws {
        let workspace = try Workspace(Self.articles)
        let report = try Self.checker.get().check([workspace.folder.path])
        #expect(report.documents.map(\.path) == ["a.md", "b.md", "c.txt"].map { workspace.path($0) })
        #expect(report.discrepancies.map(\.relation) == [.contradiction])
        #expect(report.discrepancies.flatMap(\.claims).map(\.value.text) == ["34 people", "43 people"])
        #expect(report.coverage.documents == 3)
        #expect(report.coverage.claims == report.documents.reduce(0) { $0 + $1.claims })
        #expect(report.coverage.sentences == 3)
        #expect(report.documents.map(\.words) == [11, 11, 6])
    }

    @Test func givesTheSameForAnyOrderOfPaths() throws {
        let workspace = try Workspace(Self.articles)
        let paths = ["a.md", "b.md", "c.txt"].map { workspace.path($0) }
        let reports = try [paths, paths.reversed(), [workspace.folder.path], paths + paths].map { paths in
            try JSONReporter().bytes(of: Self.checker.get().check(paths))
        }
        #expect(Set(reports).count == 1)
    }

    @Test func handsOverTheClaimsOfEachDocument() throws {
        let workspace = try Workspace(Self.articles)
        let checker = try Self.checker.get()
        var streamed: [UInt8] = []
        var documents: [String] = []
        let coverage = try checker.forEachDocument([workspace.folder.path]) { document, claims in
            documents.append(document.path)
            try streamed.writeJSONLines(claims.map { ClaimLine($0, of: document) })
        }
        let report = try checker.claims([workspace.folder.path])
        #expect(documents == report.documents.map(\.path))
        #expect(try streamed == JSONLinesClaimReporter().bytes(of: report))
        #expect(coverage == report.coverage)
        #expect(report.claims.map(\.claim.id) == report.claims.indices.map { "c\($0 + 1)" })
    }

    @Test func groupsBySubject() throws {
        let workspace = try Workspace(Self.articles)
        let report = try Self.checker.get().subjects([workspace.folder.path])
        let deaths = report.subjects.map {
            $0.claims.map(\.claim).filter { $0.attribute == "deaths" }.map(\.value.text)
        }
        #expect(deaths.filter { !$0.isEmpty } == [["34 people", "43 people"]])
        #expect(report.subjects.first?.documents == ["a.md", "b.md"].map { workspace.path($0) })
    }

    @Test func tellsAllThatCannotBeRead() throws {
        let workspace = try Workspace([
            "crosscheck.yaml": "sorces: []", "a.md": "---\ntitle: [\n---\nText.\n", "b.md": "Fine.\n",
            "empty/x.png": "",
        ])
        try workspace.write([0x50, 0x4B, 0, 1, 2, 3], to: "c.txt")
        let failure = #expect(throws: RunFailure.self) {
            try Self.checker.get().check([
                workspace.path("a.md"), workspace.path("b.md"), workspace.path("c.txt"), workspace.path("d.txt"),
                workspace.path("empty"),
            ])
        }
        let problems = try #require(failure).problems
        for (name, words) in [
            ("a.md:3:1: ", "not valid YAML"), ("c.txt: ", "not a text"), ("d.txt: ", "no such file"),
            ("empty: ", "holds no documents"), ("crosscheck.yaml:1:1: ", "did you mean 'sources'"),
        ] {
            #expect(
                problems.contains { $0.hasPrefix(workspace.path(name)) && $0.contains(words) },
                Comment(rawValue: name + words))
        }
        #expect(problems.count == 5)
    }

    @Test func keepsDocumentsWithOneIdApart() throws {
        let workspace = try Workspace([
            "a.md": "---\nid: story-1\n---\nOne.\n", "b.md": "---\nid: story-1\n---\nTwo.\n",
        ])
        let report = try Self.checker.get().check([workspace.folder.path])
        #expect(report.documents.map(\.document) == ["story-1", workspace.path("b.md")])
        #expect(
            report.coverage.notes.map(\.message) == [
                "its id 'story-1' is that of \(workspace.path("a.md")) already; it goes by its path"
            ])
    }

    @Test func ordersDiscrepanciesByWeight() throws {
        let report = try Self.checker.get().check([BuiltProgram.package.path + "/seeds"])
        #expect(report.discrepancies.map(\.severity) == report.discrepancies.map(\.severity).sorted(by: >))
        #expect(Set(report.discrepancies.map(\.id)).count == report.discrepancies.count)
    }
}
