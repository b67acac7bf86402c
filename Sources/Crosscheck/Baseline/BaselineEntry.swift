import FoundationEssentials

/// A discrepancy that was accepted: one line of a baseline file.
///
/// It holds what tells the discrepancy from others and what a reader needs to see what was accepted; no line number, no date
/// and no version, so that a file changes only where what is accepted does.
public struct BaselineEntry: Codable, Hashable, Sendable {
    /// One claim of the discrepancy.
    public struct Member: Codable, Hashable, Sendable {
        /// The document's id, else its path from the baseline's folder.
        public var document: String
        /// As in `[145, 145] person`.
        public var value: String
        /// The begin of the claim's words, for a reader.
        public var quote: String
        /// Digest of the sentence, white space collapsed: finds the claim again when its document was renamed.
        public var sentence: String
    }

    /// Digest of rule, attribute and the members' documents and values.
    public var id: String
    public var kind: String
    public var relation: String
    public var rule: String
    public var attribute: String
    /// For a reader.
    public var subject: String
    /// Two or more, in the order of document and value.
    public var claims: [Member]

    /// One line of JSON, keys in alphabetical order, without its end.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and arrays of them can always be encoded.
        guard let data = try? encoder.encode(self) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// One line for a reader.
    public var summary: String {
        let values = claims.map { "\($0.document): \($0.quote)" }.joined(separator: " | ")
        return "\(id.prefix(12)) \(kind) \(relation), \(attribute) (\(subject)): \(values)"
    }
}

extension BaselineEntry {
    /// The claims that this entry has accepted too: the same value in the same document, or in the same sentence of a
    /// document that has another name now.
    func common(with other: BaselineEntry) -> [Member] {
        guard rule == other.rule, attribute == other.attribute, kind == other.kind else { return [] }
        return claims.filter { mine in
            other.claims.contains { theirs in
                mine.value == theirs.value && (mine.document == theirs.document || mine.sentence == theirs.sentence)
            }
        }
    }
}
