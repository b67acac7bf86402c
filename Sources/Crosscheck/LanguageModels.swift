import FoundationEssentials
import Language
import StrictYAML

extension English {
    /// The trained model of English, its lexicon and the names known by sight: the files of `language` in the rules.
    ///
    /// - Parameter ruleFolder: nil for that of the running program.
    init(ruleFolder: String?) throws(RunFailure) {
        let folder = try RuleFolder.path(ruleFolder) + "/language"
        do {
            try self.init(folder: folder)
        } catch let error as ModelError {
            throw RunFailure([error.description])
        } catch let problems as YAMLProblems {
            throw RunFailure(problems.problems.map(\.description))
        } catch {
            throw RunFailure(["\(folder): cannot be read; check that it is there and its permissions"])
        }
    }
}

extension Gazetteer {
    /// The names known by sight alone.
    ///
    /// - Parameter ruleFolder: nil for that of the running program.
    init(ruleFolder: String?) throws(RunFailure) {
        let path = try RuleFolder.path(ruleFolder) + "/language/names.yml"
        let text = try RuleFolder.text(of: path)
        do {
            try self.init(yaml: text, file: path)
        } catch {
            throw RunFailure(error.problems.map(\.description))
        }
    }
}
