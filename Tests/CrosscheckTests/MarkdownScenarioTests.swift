import Crosscheck
import Extraction
import Foundation
import Reconciliation
import TestSupport
import Testing

/// A few small documents and what checking them against each other must find.
///
/// Scenarios stand in the Markdown files of `Tests/Scenarios`, each under a heading of the second level: the documents as
/// fenced blocks whose info string is the file's name, then a list with one finding an item,
/// `severity kind relation: "value" (file), …`, or `nothing`. "not yet:" before it marks a known gap.
struct MarkdownScenario: CustomTestStringConvertible {
    struct Finding {
        /// "error quantity contradiction"
        var label: String
        /// Words of a value with the document that gives it.
        var values: [(words: String, document: String)]
        var isKnownGap: Bool
    }

    var testDescription: String
    var documents: [(name: String, text: String)] = []
    var findings: [Finding] = []
    /// A known gap: more is found than should be.
    var isNoisy = false

    static let all: [MarkdownScenario] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Scenarios").path()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasSuffix(".md") }.flatMap { name in
            let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
            return read(text, file: name)
        }
    }()

    private static func read(_ text: String, file: String) -> [MarkdownScenario] {
        var scenarios: [MarkdownScenario] = []
        var fence: (marks: Substring, name: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let marks = line.prefix { $0 == "`" }
            if let open = fence {
                if marks == open.marks, line.count == marks.count {
                    scenarios[scenarios.count - 1].documents.append(
                        (open.name, open.lines.joined(separator: "\n") + "\n"))
                    fence = nil
                } else {
                    fence?.lines.append(line)
                }
            } else if line.hasPrefix("## ") {
                scenarios.append(MarkdownScenario(testDescription: "\(file): \(line.dropFirst(3))"))
            } else if marks.count >= 3 {
                fence = (marks, String(line.dropFirst(marks.count)), [])
            } else if line == "- not yet: nothing" {
                scenarios[scenarios.count - 1].isNoisy = true
            } else if line.hasPrefix("- "), line != "- nothing" {
                scenarios[scenarios.count - 1].findings.append(finding(line.dropFirst(2)))
            }
        }
        return scenarios
    }

    private static func finding(_ item: Substring) -> Finding {
        let gap = "not yet: "
        let isKnownGap = item.hasPrefix(gap)
        let words = (isKnownGap ? item.dropFirst(gap.count) : item).split(separator: ":", maxSplits: 1)
        let values = words[1].split(separator: ", ").map { value in
            let parts = value.split(separator: "\"")
            let document = parts[parts.count - 1].trimmingCharacters(in: CharacterSet(charactersIn: " ()"))
            return (String(parts[parts.count - 2]), document)
        }
        return Finding(label: String(words[0]), values: values, isKnownGap: isKnownGap)
    }
}

struct MarkdownScenarioTests {
    private static let checker = Result { () throws(RunFailure) in try Checker() }

    @Test(arguments: MarkdownScenario.all)
    func findsThisAndNoMore(scenario: MarkdownScenario) throws {
        #expect(!scenario.documents.isEmpty)
        let workspace = try Workspace()
        for (name, text) in scenario.documents { try workspace.write(Array(text.utf8), to: name) }
        let found = try Self.checker.get().check([workspace.folder.path]).discrepancies
        for wanted in scenario.findings {
            let isThere = found.contains { matches($0, wanted) }
            if wanted.isKnownGap {
                withKnownIssue { #expect(isThere) }
            } else {
                #expect(isThere, "\(wanted.label) \(wanted.values)")
            }
        }
        // An excerpt is read beside the only other document.
        for finding in found
        where Set(finding.claims.map(\.document)).count > 1 && !finding.claims.contains(where: isOfExcerpt) {
            #expect(shareBlocks(finding.claims), "the claims of \(finding.message) fall into several parts")
        }
        let more = found.filter { finding in !scenario.findings.contains { matches(finding, $0) } }
        let told = Comment(rawValue: more.map { "\(label($0)): \($0.message)" }.joined(separator: "\n"))
        if scenario.isNoisy {
            withKnownIssue { #expect(more.isEmpty, told) }
        } else {
            #expect(more.isEmpty, told)
        }
    }

    private func isOfExcerpt(_ claim: Claim) -> Bool { claim.about.contains { $0.hasPrefix("^") } }

    /// Blocks that have keys in common bring the claims together, however the others are parted.
    private func shareBlocks(_ claims: [Claim]) -> Bool {
        let blocks = claims.map { Set(Reconciler.blocks(of: $0)) }
        var together = blocks.first ?? []
        var apart = blocks[...]
        while let next = apart.firstIndex(where: { !$0.isDisjoint(with: together) }) {
            together.formUnion(apart.remove(at: next))
        }
        return apart.isEmpty
    }

    private func label(_ found: Discrepancy) -> String {
        "\(found.severity.rawValue) \(found.kind.rawValue) \(found.relation.rawValue)"
    }

    private func matches(_ found: Discrepancy, _ wanted: MarkdownScenario.Finding) -> Bool {
        label(found) == wanted.label
            && wanted.values.allSatisfy { words, document in
                found.claims.contains { $0.document.hasSuffix(document) && $0.value.text.contains(words) }
            }
    }
}
