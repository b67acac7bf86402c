import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// What claims that were extracted in parts give when they are brought together.
struct ClaimCheckerTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }
    private static let claimChecker = Result { () throws(RunFailure) in try ClaimChecker() }

    /// The lines of the sample documents' claims, and the check of them all.
    private static let seeds = Result {
        let folder = [BuiltProgram.package.path + "/seeds"]
        let lines = try JSONLinesClaimReporter().bytes(of: checker.get().claims(folder))
        return (
            lines: String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init),
            report: try checker.get().check(folder)
        )
    }

    /// Claim lines parted into files by a number that is made of them.
    private func parts(_ lines: [String], _ count: Int, overlap: Int = 0) -> [[String]] {
        var parts = [[String]](repeating: [], count: count)
        for (index, line) in lines.enumerated() {
            let part = (index * 7 + line.utf8.count) % count
            parts[part].append(line)
            if overlap > 0, index % overlap == 0 { parts[(part + 1) % count].append(line) }
        }
        return parts
    }

    private func check(_ parts: [[String]]) throws -> Report {
        let workspace = try Workspace()
        var files: [String] = []
        for (index, part) in parts.enumerated() {
            try workspace.write(Array((part.joined(separator: "\n") + "\n").utf8), to: "\(index).jsonl")
            files.append(workspace.path("\(index).jsonl"))
        }
        return try Self.claimChecker.get().check(files)
    }

    private func bytes(_ discrepancies: [Discrepancy], of documents: [ReportDocument]) throws -> String {
        let report = Report(
            generator: "", documents: documents, discrepancies: discrepancies,
            coverage: Coverage(
                documents: 0, skipped: [], notes: [], sentences: 0, numbers: 0, claims: 0, leftAside: [:]))
        return String(decoding: try XMLReporter().bytes(of: report), as: UTF8.self)
    }

    @Test(arguments: [(1, 0), (2, 0), (5, 0), (3, 2), (1, 1)])
    func findsWhatARunFinds(count: Int, overlap: Int) throws {
        let (lines, whole) = try Self.seeds.get()
        let report = try check(parts(lines, count, overlap: overlap))
        #expect(!whole.discrepancies.isEmpty)
        #expect(try bytes(report.discrepancies, of: whole.documents) == bytes(whole.discrepancies, of: whole.documents))
        #expect(report.coverage.claims == lines.count)
    }

    @Test func dependsOnNoOrder() throws {
        let lines = try Self.seeds.get().lines
        let parts = parts(lines, 4, overlap: 3)
        let reports = try [
            check(parts), check(parts.reversed()), check(parts.map { $0.reversed() }), check(parts + parts),
            check([lines.reversed()]),
        ].map { try JSONReporter().bytes(of: $0) }
        #expect(Set(reports).count == 1)
    }

    /// Ids from different runs overlap; documents that are extracted one by one give the same.
    @Test func takesDocumentsThatWereReadAlone() throws {
        let (_, whole) = try Self.seeds.get()
        let parts = try Set(whole.documents.map(\.path)).sorted().map { path in
            String(decoding: try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims([path])), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        let report = try check(parts)
        #expect(try bytes(report.discrepancies, of: whole.documents) == bytes(whole.discrepancies, of: whole.documents))
        #expect(report.documents.map(\.document) == whole.documents.map(\.document))
        #expect(report.documents.map(\.claims) == whole.documents.map(\.claims))
    }

    @Test func keepsDocumentsWithOneIdApart() throws {
        let workspace = try Workspace([
            "a.md": "---\nid: s\n---\nThe fire in Tarn killed 34 people.\n",
            "b.md": "---\nid: s\n---\nThe fire in Tarn killed 43 people.\n",
        ])
        let whole = try Self.checker.get().claims([workspace.folder.path])
        let lines = try ["a.md", "b.md"].map { name in
            String(
                decoding: try JSONLinesClaimReporter().bytes(of: Self.checker.get().claims([workspace.path(name)])),
                as: UTF8.self
            ).split(separator: "\n").map(String.init)
        }
        let report = try check(lines.reversed())
        #expect(report.documents.map(\.document) == whole.documents.map(\.document))
        #expect(report.coverage.notes == whole.coverage.notes)
    }

    @Test func tellsEveryBadLine() throws {
        let line = try #require(Self.seeds.get().lines.first)
        let other = line.replacing(#""words":"#, with: #""words":1"#)
        let workspace = try Workspace(["a.jsonl": "\(line)\nnothing\n\n{}\n", "b.jsonl": "\(other)\n[]\n"])
        let failure = #expect(throws: RunFailure.self) {
            try Self.claimChecker.get().check(["b.jsonl", "a.jsonl", "c.jsonl"].map { workspace.path($0) })
        }
        let hint = "; write the file with 'crosscheck claims --format jsonl'"
        let document = "\(BuiltProgram.package.path)/seeds/doha-and-after.html"
        #expect(
            failure?.problems == [
                workspace.path("a.jsonl:2: not valid JSON\(hint)"),
                workspace.path("a.jsonl:4: the key 'id' is missing\(hint)"),
                workspace.path("b.jsonl:1: ")
                    + "the document '\(document)' is told of otherwise in \(workspace.path("a.jsonl:1")); make all claim "
                    + "files from the same documents and configuration",
                workspace.path("b.jsonl:2: expected an object\(hint)"),
                workspace.path("c.jsonl: cannot be read (No such file or directory); name a file that ")
                    + "'crosscheck claims --format jsonl' wrote",
            ])
    }
}
