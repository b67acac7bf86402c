import Crosscheck
import Extraction
import Foundation
import Testing

/// What a reader finds of figures and dates in the sample documents, against what the program lists.
struct SeedClaimTests {
    /// One claim as a reader would state it; of an event the kind alone, as other tests hold its place and time.
    struct Entry: Decodable, Hashable {
        var document: String
        var subject: String
        var attribute: String
        var value: String
        var scope: [String]
    }

    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func entries() throws -> Set<Entry> {
        let file = package.appending(path: "Tests/ScenarioData/seeds-claims.json")
        let entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
        return Set(
            entries.map { entry in
                var entry = entry
                entry.subject = Self.kind(entry.subject)
                return entry
            })
    }

    /// "attack" of "attack, Crocus City Hall, Moscow, March 2024"
    private static func kind(_ subject: String) -> String {
        String(subject.split(separator: ",").first ?? "")
    }

    /// The claims of the program whose value is a quantity or a time.
    private static func found() throws -> [Entry] {
        let seeds = package.appending(path: "seeds").path
        return try Checker().claims([seeds]).claims.map(\.claim).filter {
            $0.value.quantity != nil || $0.value.time != nil
        }.map {
            Entry(
                document: String($0.document.split(separator: "/").last ?? ""), subject: kind($0.subject.text),
                attribute: $0.attribute, value: $0.value.text, scope: $0.scope)
        }
    }

    /// The floors are what the program reaches; they rise with it.
    @Test func findsWhatAReaderFinds() throws {
        let wanted = try Self.entries()
        let found = try Self.found()
        let right = Set(found).intersection(wanted)
        let missed = wanted.subtracting(found).map { "\($0)" }.sorted().joined(separator: "\n")
        #expect(Double(right.count) >= 0.94 * Double(wanted.count), "missed:\n\(missed)")
        let wrong = found.filter { !wanted.contains($0) }.map { "\($0)" }.joined(separator: "\n")
        #expect(Double(found.filter(wanted.contains).count) >= 0.95 * Double(found.count), "wrong:\n\(wrong)")
    }
}
