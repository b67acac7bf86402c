import Documents
import Language

/// The person that an entry of a work of reference is about, by its headline: "ARKWELL, Edith Rose (1884–1961)".
struct Biographee {
    let name: String

    /// nil for any other headline.
    init?(_ headline: String) {
        guard let open = headline.firstIndex(of: "("), let close = headline[open...].firstIndex(of: ")"),
            Self.isLife(headline[headline.index(after: open)..<close])
        else { return nil }
        let parts = headline[..<open].split(separator: ",", omittingEmptySubsequences: false).map { part in
            part.split(whereSeparator: \.isWhitespace).map(Self.written)
        }
        let words = parts.reversed().flatMap { $0 }
        guard parts.count <= 2, (2...6).contains(words.count),
            words.allSatisfy({ $0.first?.isUppercase ?? false })
        else { return nil }
        name = words.joined(separator: " ")
    }

    /// "1884–1961"
    private static func isLife(_ text: Substring) -> Bool {
        let years = text.split { !$0.isNumber }
        return years.count == 2 && years.allSatisfy { $0.count == 4 } && text.count <= 12
    }

    /// A word in capitals as a name is written.
    private static func written(_ word: Substring) -> String {
        word.count > 2 && word.allSatisfy { $0.isUppercase || $0 == "-" }
            ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
    }

    var subject: Subject {
        Subject(
            kind: .entity, text: name, key: "name:" + PlaceName.key(name), entity: Entity(name: name, type: .person))
    }
}

extension DocumentReading {
    /// The person whom the document is an entry about.
    var biographee: Biographee? {
        guard let headline = analysis.document.blocks.first(where: { $0.kind == .headline }) else { return nil }
        return Biographee(analysis.document.string(headline.span))
    }
}
