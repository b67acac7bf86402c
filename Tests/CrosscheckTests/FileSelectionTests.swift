import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// Which documents of a folder are read.
struct FileSelectionTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private func workspace(_ configuration: String) throws -> Workspace {
        try Workspace([
            "crosscheck.yaml": configuration, "a.md": "A.\n", "news/b.md": "B.\n", "news/old/c.txt": "C.\n",
            "drafts/d.md": "D.\n",
        ])
    }

    @Test(arguments: [
        ("", "a.md drafts/d.md news/b.md news/old/c.txt"), ("include: []", "a.md drafts/d.md news/b.md news/old/c.txt"),
        ("include: news", "news/b.md news/old/c.txt"), ("include: ['*.md', news/]", "a.md news/b.md news/old/c.txt"),
        ("include: '**/*.txt'", "news/old/c.txt"), ("exclude: drafts", "a.md news/b.md news/old/c.txt"),
        ("exclude: ['**/*.md']", "news/old/c.txt"), ("{include: news, exclude: news/old}", "news/b.md"),
        ("exclude: 'drafts/**'", "a.md news/b.md news/old/c.txt"),
        ("exclude: ./news/old/?.txt", "a.md drafts/d.md news/b.md"),
        ("exclude: old", "a.md drafts/d.md news/b.md news/old/c.txt"),
    ])
    func readsWhatIsIncluded(configuration: String, expected: String) throws {
        let workspace = try workspace(configuration)
        let report = try Self.checker.get().check([workspace.folder.path])
        let names = report.documents.map { $0.path.dropFirst(workspace.folder.path.count + 1) }
        #expect(names.joined(separator: " ") == expected)
        #expect(report.coverage.documents + report.coverage.skipped.count == 4)
    }

    @Test func tellsWhatIsLeftOut() throws {
        let workspace = try workspace("include:\n  - news\n  - drafts\nexclude: [drafts]\n")
        let report = try Self.checker.get().check([workspace.folder.path])
        let file = workspace.path("crosscheck.yaml")
        #expect(
            report.coverage.skipped == [
                Coverage.Skipped(path: workspace.path("a.md"), reason: "not included by \(file):2"),
                Coverage.Skipped(path: workspace.path("drafts/d.md"), reason: "excluded by \(file):4"),
            ])
    }

    @Test func readsAFileThatIsNamed() throws {
        let workspace = try workspace("exclude: drafts\n")
        let paths = [workspace.path("drafts/d.md"), workspace.folder.path]
        #expect(try Self.checker.get().check(paths).coverage.documents == 4)
    }

    /// The configuration of the folder that is checked holds for folders with one of their own as well.
    @Test func asksTheFoldersBetween() throws {
        let workspace = try workspace("exclude: news/old\n")
        try workspace.write(Array("include: '*.md'\n".utf8), to: "news/crosscheck.yaml")
        try workspace.write(Array("B.\n".utf8), to: "news/e.txt")
        try workspace.write(Array("sorces: []\n".utf8), to: "news/old/crosscheck.yaml")
        let report = try Self.checker.get().check([workspace.folder.path])
        let names = report.documents.map { $0.path.dropFirst(workspace.folder.path.count + 1) }
        #expect(names == ["a.md", "drafts/d.md", "news/b.md"])
    }

    @Test func failsWhereNothingIsLeft() throws {
        let workspace = try workspace("include: nws\n")
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        let file = workspace.path("crosscheck.yaml")
        let problem =
            "no document is left to read: \(workspace.path("a.md")) is not included by \(file):1, and so are all others"
        #expect(failure?.problems == [problem])
    }

    @Test func rejectsPathsThatLeadOut() throws {
        let workspace = try workspace("include: ../a\nexclude: [/b, '', {}]\n")
        let failure = #expect(throws: RunFailure.self) { try Self.checker.get().check([workspace.folder.path]) }
        let advice = "leads out of this folder; put a configuration beside those files"
        #expect(
            failure?.problems
                == [
                    "1:10: '../a' \(advice)", "2:11: '/b' \(advice)", "2:15: expected a path, found nothing",
                    "2:19: expected a text, found keys and values",
                ].map { "\(workspace.path("crosscheck.yaml")):\($0)" })
    }
}
