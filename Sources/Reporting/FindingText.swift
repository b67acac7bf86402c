import Documents
import Extraction
import Reconciliation

// A discrepancy in the words of the formats that have one place and one message for it.

extension Discrepancy {
    /// The claim that stands for the discrepancy where only one place can be named.
    var primary: Claim { claims[0] }

    var others: ArraySlice<Claim> { claims.dropFirst() }

    /// As much of the id as a reader needs.
    var shortID: String { String(id.prefix(8)) }

    /// The message, behind its subject where it does not name it.
    var sentence: String {
        message.contains(subject.text) ? message : "\(subject.text), \(attribute): \(message)"
    }
}

extension DocumentSources {
    /// The sentence, and where the other claims stand.
    func sentence(_ discrepancy: Discrepancy) -> String {
        let others = discrepancy.others.map { "\(place(of: $0)) (\($0.value.text))" }
        return "\(discrepancy.sentence) See also \(others.joined(separator: ", "))"
    }

    /// Each claim in a line: its value, its words, and where they stand.
    func details(_ discrepancy: Discrepancy) -> [String] {
        discrepancy.claims.map { "\($0.value.text): “\($0.quote)”, \(line(for: $0))" }
    }

    /// The findings by the file of the primary claim, the files in the order in which they come up.
    /// - Parameter paths: files that come first, whether they have findings or not.
    func byPath(_ findings: [Finding], after paths: [String] = []) -> [(path: String, found: [Finding])] {
        var groups: [(path: String, found: [Finding])] = []
        var indices: [String: Int] = [:]
        func index(of path: String) -> Int {
            if let index = indices[path] { return index }
            indices[path] = groups.count
            groups.append((path, []))
            return groups.count - 1
        }
        for path in paths { _ = index(of: path) }
        for finding in findings { groups[index(of: path(of: finding.discrepancy.primary))].found.append(finding) }
        return groups
    }
}
