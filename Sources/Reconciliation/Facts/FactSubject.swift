import Extraction

/// Whether two claims can be about one person, place or thing.
enum SubjectMatch: Hashable {
    /// One name, or the same description.
    case same
    /// At least one document does not tell.
    case open
    case different
}

/// What a fact is told of, ready to compare.
struct FactSubject: Hashable {
    /// The words of its name, lower-cased; empty without one.
    let name: [Substring]
    /// The key of its description without a name, as in "health minister"; nil where there is none.
    let description: String?

    init(_ subject: Subject) {
        let key = subject.key.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let text = key.count == 2 ? String(key[1]) : ""
        switch (subject.entity, key.first) {
        case (let entity?, _) where entity.name != nil:
            name = text.split { !$0.isLetter && !$0.isNumber }
            description = nil
        case (_, "noun"):
            name = []
            description = text
        default:
            name = []
            description = nil
        }
    }

    func match(_ other: FactSubject) -> SubjectMatch {
        if !name.isEmpty, !other.name.isEmpty { return names(other) }
        if let description, let theirs = other.description {
            if description == theirs { return .same }
            // "the bridge" may be "the old bridge"; "the health minister" is not "the finance minister".
            return description.hasSuffix(" " + theirs) || theirs.hasSuffix(" " + description) ? .open : .different
        }
        if let noun = description ?? other.description {
            guard let last = name.last ?? other.name.last else { return .open }
            return noun.hasSuffix(last) ? .same : .open
        }
        return .open
    }

    /// The shorter name's words come in the longer one in their order: "Anna Berg" and "Anna Maria Berg"; a given name may be
    /// shortened.
    private func names(_ other: FactSubject) -> SubjectMatch {
        let (short, long) = name.count <= other.name.count ? (name, other.name) : (other.name, name)
        var rest = long[...]
        for (number, word) in short.enumerated() {
            let isGiven = number == 0 && short.count > 1
            guard let place = rest.firstIndex(where: { $0 == word || isGiven && Self.isShort(word, of: $0) }) else {
                return .different
            }
            rest = rest[(place + 1)...]
        }
        return .same
    }

    /// "Tim" for "Timothy"
    private static func isShort(_ a: Substring, of b: Substring) -> Bool {
        a.count >= 3 && b.count > 3 && (b.hasPrefix(a) || a.hasPrefix(b))
    }
}
