import StrictYAML

/// A step in the life of a person, a firm, a work or a happening, and the words by which texts tell it.
public struct StepRule: Sendable {
    /// As in `founding`.
    public var name: String
    /// Attributes of the rules that read dates of it, as in `founded`.
    public var attributes: [String]
    /// Verbs, with the particle that belongs to them ("set up"), and nouns.
    public var words: [String]
    /// It happens again: two dates of it far apart are those of two happenings.
    public var recurs: Bool
    /// It is something that happens, to whomever: the murder of the six is the attack on the convoy.
    public var happens: Bool
    /// Whoever takes it takes it alone: who resigned on two days cannot have resigned from two things unsaid. Of other steps
    /// the words must share what is bought, joined or written.
    public var isOwn: Bool
}

extension StepRule {
    static let keys = ["name", "attributes", "words", "recurs", "happens", "own"]

    init?(_ map: YAMLMapping) {
        guard let name = map.required("name")?.string() else { return nil }
        self.init(
            name: name, attributes: map["attributes"]?.phrases() ?? [], words: map["words"]?.phrases() ?? [],
            recurs: map["recurs"]?.bool() ?? false, happens: map["happens"]?.bool() ?? false,
            isOwn: map["own"]?.bool() ?? false)
        if attributes.isEmpty, words.isEmpty {
            map.required("name")?.reject("a step needs attributes or words that tell it")
        }
    }
}
