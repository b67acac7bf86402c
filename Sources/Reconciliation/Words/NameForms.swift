import Documents
import Extraction
import Language

/// The forms by which somebody or something goes besides the full name.
struct NameForms {
    /// The short forms of each given name, lower-cased.
    private let short: [Substring: [String]]

    /// - Parameter nicknames: given names, each with its short forms.
    init(_ nicknames: [[String]] = []) {
        short = Dictionary(
            nicknames.compactMap { names in
                names.first.map { (Substring($0.lowercased()), names.dropFirst().map { $0.lowercased() }) }
            },
            uniquingKeysWith: +)
    }

    /// "chris", "kit" for "christopher". Two short forms of one name stand for two persons, so none leads to another.
    func shortForms(of given: Substring) -> [String] { short[given] ?? [] }

    /// The keys of an entity's names. A person of three names or more goes by any one of the given names and the family
    /// name, with a given name in a short form too; a model goes by its designation.
    func keys(of entity: Entity) -> [String] {
        guard let name = entity.name else { return [] }
        let keys = ([name] + entity.aliases).map(PlaceName.key)
        guard entity.type == .person || Self.hasDigit(keys[0]) else { return keys }
        let words = keys[0].split(separator: " ")
        var others = Self.designation(in: words).map { [$0] } ?? []
        guard entity.type == .person, words.count > 1, let family = words.last else { return keys + others }
        for given in words.dropLast() {
            if words.count > 2 { others.append("\(given) \(family)") }
            others += shortForms(of: given).map { "\($0) \(family)" }
        }
        return keys + others
    }

    private static func hasDigit(_ name: String) -> Bool { name.utf8.contains { (0x30...0x39).contains($0) } }

    /// "f-35" in "lockheed martin f-35 lightning ii": the word of letters and digits, where other words stand by it.
    static func designation(in words: [Substring]) -> String? {
        guard words.count > 1, let name = words.first?.base, hasDigit(name) else { return nil }
        return words.first { $0.first?.isLetter ?? false && $0.contains { $0.isNumber } }.map(String.init)
    }
}
