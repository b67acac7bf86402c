import Crosscheck
import Foundation
import TestSupport
import Testing

/// What becomes of accepted discrepancies when documents change.
struct BaselineTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }
    private static let fire = "The fire in a hotel in Lomar on 3 March 2024 killed"
    private static let blast = "The explosion in Tarn on 9 June 2022 killed"

    /// Two documents that differ on one fire.
    private func workspace() throws -> Workspace {
        try Workspace([
            "news/a.md": "# Hotel fire\n\n\(Self.fire) 14 people.\n",
            "news/b.md": "# Hotel fire\n\n\(Self.fire) 41 people.\n",
        ])
    }

    private func compare(_ folder: URL, _ baseline: Baseline, _ paths: [String] = ["news"]) throws
        -> BaselineComparison
    {
        let report = try Self.checker.get().check(paths.map { folder.path + "/" + $0 })
        return file(folder).compare(report, with: baseline)
    }

    private func file(_ folder: URL) -> BaselineFile {
        BaselineFile(path: folder.path + "/accepted.jsonl")
    }

    private func accepted(_ folder: URL) throws -> Baseline {
        let baseline = Baseline(file(folder).entries(of: try Self.checker.get().check([folder.path + "/news"])))
        try #require(baseline.entries.count == 1)
        return baseline
    }

    @Test func knowsWhatWasAccepted() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.known])
        #expect(comparison.stale.isEmpty)
        #expect(baseline.entries[0].claims.map(\.document) == ["news/a.md", "news/b.md"])
        #expect(!baseline.text.contains(workspace.folder.path))
    }

    @Test(arguments: [
        "Ten lines\n\nmore on top.\n\n# Hotel fire\n\n\(fire) 41 people.\n",
        "# Hotel fire\n\nThe fire in a hotel in Lomar\non 3 March 2024\nkilled 41 people.\n",
        "# Hotel fire\n\nIt was put out. \(fire) 41 people. Nobody slept.\n",
    ])
    func survivesEditing(text: String) throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        try workspace.write(Array(text.utf8), to: "news/b.md")
        let statuses = try compare(workspace.folder, baseline).statuses
        #expect(statuses == [.known])
    }

    @Test func survivesRenaming() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        try FileManager.default.moveItem(atPath: workspace.path("news/b.md"), toPath: workspace.path("news/z.md"))
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.known])
        #expect(comparison.stale.isEmpty)
    }

    @Test func survivesAnotherFolder() throws {
        let first = try workspace()
        let baseline = try accepted(first.folder)
        let second = try workspace()
        let statuses = try compare(second.folder, baseline).statuses
        #expect(statuses == [.known])
    }

    @Test func countsAThirdValueAsNew() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        try workspace.write(Array("# Hotel fire\n\n\(Self.fire) 19 people.\n".utf8), to: "news/c.md")
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.new])
        #expect(comparison.stale.isEmpty)
    }

    @Test func tellsOneFixedAndOneAddedFromNothingChanged() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        try workspace.write(Array("# Hotel fire\n\n\(Self.fire) 14 people.\n".utf8), to: "news/b.md")
        try workspace.write(Array("# Explosion in Tarn\n\n\(Self.blast) 5 people.\n".utf8), to: "news/c.md")
        try workspace.write(Array("# Explosion in Tarn\n\n\(Self.blast) 6 people.\n".utf8), to: "news/d.md")
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.new])
        #expect(comparison.stale == baseline.entries)
    }

    @Test func saysNothingOfDocumentsThatWereNotRead() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        let stale = try compare(workspace.folder, baseline, ["news/a.md"]).stale
        #expect(stale.isEmpty)
    }

    @Test func tellsOfDocumentsThatAreGone() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        try FileManager.default.removeItem(atPath: workspace.path("news/b.md"))
        let stale = try compare(workspace.folder, baseline).stale
        #expect(stale == baseline.entries)
    }

    /// An id of its own names a document whatever its file is called.
    @Test func goesByTheDocumentsId() throws {
        let workspace = try Workspace([
            "news/a.md": "---\nid: first\n---\n# Hotel fire\n\n\(Self.fire) 14 people.\n",
            "news/b.md": "---\nid: second\n---\n# Hotel fire\n\n\(Self.fire) 41 people.\n",
        ])
        let baseline = try accepted(workspace.folder)
        #expect(baseline.entries[0].claims.map(\.document) == ["first", "second"])
        let moved =
            "---\nid: second\n---\n# Hotel fire\n\nLate on Sunday, a fire in a hotel in Lomar killed 41 people.\n"
        try FileManager.default.removeItem(atPath: workspace.path("news/b.md"))
        try workspace.write(Array(moved.utf8), to: "news/2024/z.md")
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.known])
        #expect(comparison.stale.isEmpty)
    }

    @Test func takesTheArgumentsInAnyOrder() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        for paths in [["news/b.md", "news/a.md"], ["news/b.md", "news"], ["news", "news/a.md"]] {
            let comparison = try compare(workspace.folder, baseline, paths)
            #expect(comparison.statuses == [.known])
            #expect(comparison.stale.isEmpty)
        }
    }

    /// The value of one document was put right, and another figure of the same event went wrong.
    @Test func tellsAnotherValueInTheSamePlace() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        try workspace.write(Array("# Hotel fire\n\n\(Self.fire) 44 people.\n".utf8), to: "news/b.md")
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.new])
        #expect(comparison.stale == baseline.entries)
    }

    /// With a third value accepted, the first two are known, and so are any two of the three.
    @Test func knowsAPartOfWhatWasAccepted() throws {
        let workspace = try workspace()
        try workspace.write(Array("# Hotel fire\n\n\(Self.fire) 19 people.\n".utf8), to: "news/c.md")
        let baseline = try accepted(workspace.folder)
        #expect(baseline.entries[0].claims.count == 3)
        try FileManager.default.removeItem(atPath: workspace.path("news/c.md"))
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [.known])
        #expect(comparison.stale.isEmpty)
    }

    /// What an ignore leaves out is there all the same: the entry is not stale.
    @Test func isNotStaleWhereItIsIgnored() throws {
        let workspace = try workspace()
        let baseline = try accepted(workspace.folder)
        let settings = "ignores:\n  - {attribute: deaths, reason: update}\n"
        try workspace.write(Array(settings.utf8), to: "news/crosscheck.yaml")
        let comparison = try compare(workspace.folder, baseline)
        #expect(comparison.statuses == [])
        #expect(comparison.stale.isEmpty)
    }

    /// One object a line, the same for the same documents, and nothing in it that changes where nothing else does.
    @Test func holdsWhatAReaderNeedsAlone() throws {
        let workspace = try workspace()
        let text = try accepted(workspace.folder).text
        #expect(text.hasSuffix("\n"))
        let line = try #require(text.split(separator: "\n").first)
        let entry = try JSONDecoder().decode(JSONText.self, from: Data(line.utf8))
        guard case .object(let members) = entry else { return #expect(Bool(false)) }
        #expect(members.keys.sorted() == ["attribute", "claims", "id", "kind", "relation", "rule", "subject"])
        guard case .object(let claim)? = members["claims"]?.items.first else { return #expect(Bool(false)) }
        #expect(claim.keys.sorted() == ["document", "quote", "sentence", "value"])
        #expect(claim["document"]?.text == "news/a.md")
        #expect(claim["value"]?.text == "[14, 14] person")
        #expect(claim["quote"]?.text?.contains("14 people") == true)
        #expect(!text.contains("\"line\"") && !text.contains(Version.generator))
    }

    @Test func mergesLineByLine() throws {
        let workspace = try workspace()
        let ours = try accepted(workspace.folder)
        for (name, count) in [("c", 5), ("d", 6)] {
            try workspace.write(
                Array("# Explosion in Tarn\n\n\(Self.blast) \(count) people.\n".utf8), to: "news/\(name).md")
        }
        let theirs = Baseline(
            file(workspace.folder).entries(of: try Self.checker.get().check([workspace.path("news")])))
        try workspace.write(Array((theirs.text + ours.text).utf8), to: "accepted.jsonl")
        let merged = try file(workspace.folder).read()
        #expect(merged?.text == theirs.text)
    }

    @Test func tellsNoBaselineFromAnEmptyOne() throws {
        let workspace = try workspace()
        let none = try file(workspace.folder).read()
        #expect(none == nil)
        try workspace.write([], to: "accepted.jsonl")
        let empty = try file(workspace.folder).read()
        #expect(empty?.entries.isEmpty == true)
    }

    @Test func namesTheLineThatIsNoEntry() throws {
        let workspace = try workspace()
        try workspace.write(Array("\n{\"id\":1}\n".utf8), to: "accepted.jsonl")
        let file = file(workspace.folder)
        let failure = #expect(throws: RunFailure.self) { _ = try file.read() }
        #expect(failure?.description.contains("accepted.jsonl:2: no entry of a baseline") == true)
    }
}
