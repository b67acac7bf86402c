import FoundationEssentials
import Language
import StrictYAML

/// The trained model of English, its lexicon and the names known by sight: the files of `rules/language`.
struct LanguageModels: Sendable {
    let syntax: SyntaxModel
    let names: NameFinder

    /// - Parameter ruleFolder: nil for that of the running program.
    init(ruleFolder: String?) throws(RunFailure) {
        let folder = try RuleFolder.path(ruleFolder) + "/language"
        do {
            let lexicon = try Lexicon(path: folder + "/english.lexicon")
            syntax = try SyntaxModel(path: folder + "/english.model", lexicon: lexicon)
        } catch {
            throw RunFailure([error.description])
        }
        let path = folder + "/names.yml"
        let text = try RuleFolder.text(of: path)
        do {
            names = NameFinder(model: syntax, gazetteer: try Gazetteer(yaml: text, file: path))
        } catch {
            throw RunFailure(error.problems.map(\.description))
        }
    }
}
