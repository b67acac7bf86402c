import Crosscheck
import Foundation
import TestSupport
import Testing

@testable import Reconciliation

/// The sets of documents beside the package, each of one story, read as one archive.
struct StoryTests {
    private static let cases = BuiltProgram.package.appending(path: "../shared/cases").standardizedFileURL.path
    private static let isThere = FileManager.default.fileExists(atPath: cases)

    private static func folder(_ document: String) -> String {
        String(document.dropFirst(cases.count + 1).prefix { $0 != "/" })
    }

    @Test(.enabled(if: isThere, "the sets of documents beside the package are not there"))
    func storiesOfAnArchiveStayApart() throws {
        let claims = try Checker().claims([Self.cases]).claims.map(\.claim)
        let storyOf = StoryGrouping(claims).storyOf
        var folders: [Int: Set<String>] = [:]
        for (document, story) in storyOf { folders[story, default: []].insert(Self.folder(document)) }
        #expect(folders.values.allSatisfy { $0.count == 1 })
        // A set whose documents share too few names falls apart; most must not.
        #expect(folders.count < storyOf.count * 2 / 3, "\(folders.count) stories of \(storyOf.count) documents")
    }
}
