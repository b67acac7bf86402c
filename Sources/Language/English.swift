import FoundationEssentials

/// Everything that the language stage needs to know of English, from one folder.
public struct English: Sendable {
    public let lexicon: Lexicon
    public let syntax: SyntaxModel
    public let names: NameFinder

    /// - Parameter folder: the folder with `english.lexicon`, `english.model` and `names.yml`: `language` in the rules.
    /// - Throws: `ModelError` for the first two, the problems of the YAML for the third, or why it cannot be read.
    public init(folder: String) throws {
        lexicon = try Lexicon(path: folder + "/english.lexicon")
        syntax = try SyntaxModel(path: folder + "/english.model", lexicon: lexicon)
        let path = folder + "/names.yml"
        let yaml = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        names = NameFinder(model: syntax, gazetteer: try Gazetteer(yaml: yaml, file: path))
    }
}
