import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// Versions of news items in the files of a run.
struct EditionTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private static func feed(_ items: (guid: String, day: Int?, text: String)...) -> String {
        let items = items.map { item in
            let date = item.day.map { "<pubDate>0\($0) Jul 2025 10:00 GMT</pubDate>" } ?? ""
            return "<item><guid>\(item.guid)</guid><title>Fire</title>\(date)"
                + "<description>\(item.text)</description></item>\n"
        }
        return "<rss><channel>\n\(items.joined())</channel></rss>"
    }

    private func read(_ files: KeyValuePairs<String, String>) throws -> (documents: [String], skipped: [String]) {
        let workspace = try Workspace(files)
        let report = try Self.checker.get().claims([workspace.folder.path])
        let folder = workspace.folder.path + "/"
        let skipped = report.coverage.skipped.map { "\($0.path): \($0.reason)".replacing(folder, with: "") }
        return (report.documents.map { "\($0.document) \($0.path)".replacing(folder, with: "") }, skipped)
    }

    @Test func countsTheLatest() throws {
        let (documents, skipped) = try read([
            "a.xml": Self.feed(("x", 1, "3 died in Tarn."), ("y", 1, "4 died in Lund.")),
            "b.rss": Self.feed(("x", 2, "5 died in Tarn.")),
            "c.rss": Self.feed(("x", 2, "5 died in Tarn.")),
        ])
        #expect(documents == ["y a.xml", "x b.rss"])
        #expect(skipped == ["a.xml:2: replaced by a later version in b.rss", "c.rss: the same version as in b.rss"])
    }

    @Test func keepsWhatItCannotOrder() throws {
        let (documents, skipped) = try read([
            "a.xml": Self.feed(("x", nil, "One."), ("x", nil, "Two."), ("x", nil, "Three."))
        ])
        #expect(documents == ["x a.xml", "a.xml a.xml", "a.xml:4#3 a.xml"])
        #expect(skipped.isEmpty)
    }

    @Test func aDeletedEntryIsNoEvidence() throws {
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:t='http://purl.org/atompub/tombstones/1.0'>"
        let (documents, skipped) = try read([
            "a.atom": "\(atom)<entry><id>x</id><updated>2025-07-01</updated><title>3 died.</title></entry></feed>",
            "b.atom": "\(atom)<t:deleted-entry ref='x' when='2025-07-02T00:00:00Z'/></feed>",
            "c.xml": "<project/>", "d.txt": "Text.",
        ])
        #expect(documents == ["d.txt d.txt"])
        #expect(
            skipped == [
                "a.atom: cancelled by its publisher with a later version in b.atom",
                "b.atom: cancelled by its publisher",
                "c.xml: XML of another kind, with the root element 'project'",
            ])
    }

    @Test func anInspectedFileMustBeADocument() throws {
        let workspace = try Workspace(["c.xml": "<project/>"])
        let failure = #expect(throws: RunFailure.self) {
            try Inspector(layer: .tokens).inspect(path: workspace.path("c.xml"))
        }
        #expect(failure?.problems.first?.contains("c.xml: not read: XML of another kind") == true)
    }
}
