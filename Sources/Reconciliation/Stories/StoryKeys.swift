import Extraction

/// The words by which documents are linked to stories.
enum StoryKeys {
    /// Words of a name that tell it from others.
    static func words(of name: some StringProtocol) -> [String] {
        Spelling.unaccented(String(name)).utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
            .filter { $0.count > 3 }.map { String(Substring($0)) }
    }

    /// Keys of which two documents of one story share one: the words of what a document is about, or a name without such
    /// words.
    static func keys(of claim: Claim) -> Set<String> {
        var keys: Set<String> = []
        for name in claim.about where !name.hasPrefix("~") && !name.hasPrefix("^") {
            let name = name.hasPrefix("=") || name.hasPrefix("@") ? name.dropFirst() : name[...]
            let words = words(of: name)
            keys.formUnion(words.isEmpty ? [Spelling.unaccented(String(name))] : words)
            if let model = NameForms.designation(in: name.split(separator: " ")) { keys.insert(model) }
        }
        return keys
    }
}
