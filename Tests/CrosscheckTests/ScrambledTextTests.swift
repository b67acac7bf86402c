import Crosscheck
import Foundation
import TestSupport
import Testing

/// Text that nobody would write, and text that breaks off: the program reads all of it and stops at none.
struct ScrambledTextTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(arguments: [
        "We met Anna Bell,", "We met Anna Bell, ", "Dear Anna Bell,\n\nWe met Anna Bell,", "As chairman",
        "Its chairman,", "Of the 40", "In all,", "Paris, aged 12", "two villages:", "two villages :",
        "A premium of 4 per cent", "by default", "The other 12", "A majority of", "leaving", "He was 79", "died",
        "31 December", "£", "1,", "Anna Bell (",
    ])
    func readsTextThatBreaksOff(text: String) throws {
        let workspace = try Workspace(["a.txt": text])
        #expect(try Self.checker.get().check([workspace.folder.path]).documents.count == 1)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func readsWordsInAnyOrder(seed: UInt64) throws {
        var generator = SeededNumbers(state: seed)
        let words = try Self.words()
        let workspace = try Workspace()
        for number in 0..<Self.documents {
            let text = (0..<Self.pieces).map { _ in Self.piece(of: words, &generator) }.joined()
            try workspace.write(Array(text.utf8), to: "\(number).txt")
        }
        #expect(try Self.checker.get().check([workspace.folder.path]).documents.count == Self.documents)
    }

    private static let documents = 12
    private static let pieces = 40

    /// Some words in a row as the seeds have them, and a mark or phrase that opens or ends something.
    private static func piece(of words: [Substring], _ generator: inout SeededNumbers) -> String {
        let start = Int.random(in: 0..<words.count - 8, using: &generator)
        let count = Int.random(in: 1...8, using: &generator)
        return words[start..<start + count].joined(separator: " ") + (marks.randomElement(using: &generator) ?? "")
    }

    private static let marks = [
        " ", " ", ", ", ". ", ": ", "; ", " (", ") ", " - ", "’s ", " “", "” ", ",\n\n", "\n\n", ":\n- ", " of the 12 ",
        " £", " 3.5 ", " in all, ", ", aged 12", " by default ", "\n\nAs ", ", who ", " leaving ", " the other 4 ",
        ". He was 79",
    ]

    private static func words() throws -> [Substring] {
        let folder = package.appending(path: "seeds")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
        return try files.flatMap { try String(contentsOf: $0, encoding: .utf8).split(whereSeparator: \.isWhitespace) }
    }
}
