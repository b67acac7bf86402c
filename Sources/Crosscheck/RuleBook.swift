public import Extraction
import Language
public import Reporting
import StrictYAML

/// The rules in force, to be read and tested.
public struct RuleBook: Sendable {
    private let ruleFolder: String?
    private let rules: RuleSet

    /// The rules of the program, those of further folders, and those that the configuration of the current folder adds.
    /// - Parameters:
    ///   - ruleFolder: as for a `Checker`.
    ///   - rules: folders of rules that are added.
    /// - Throws: `RunFailure` with every problem of the rules.
    public init(ruleFolder: String? = nil, rules: [String] = []) throws(RunFailure) {
        self.ruleFolder = ruleFolder
        var configurations = ConfigurationFinder()
        configurations.find(for: "-")
        if !configurations.problems.isEmpty { throw RunFailure(configurations.problems) }
        self.rules = try RuleSource(base: ruleFolder, added: rules).load(configurations.settings.rules)
    }

    public var report: RuleReport { RuleReport(topics: rules.topics, rules: rules.descriptions) }

    /// - Throws: `RunFailure` where there is no such rule.
    public func rule(_ id: String) throws(RunFailure) -> RuleDescription {
        if let rule = rules.descriptions.first(where: { $0.id == id }) { return rule }
        let ids = rules.descriptions.map(\.id)
        let near = ids.first { $0.hasSuffix("." + id) } ?? Suggestion.nearest(to: id, among: ids)
        throw RunFailure([
            "there is no rule '\(id)'; "
                + (near.map { "did you mean '\($0)'?" } ?? "'crosscheck rules list' shows those that there are")
        ])
    }

    /// Runs the examples of all rules, as they stand and in every form that must change nothing.
    /// - Throws: `RunFailure` where the model cannot be read.
    public func test() throws(RunFailure) -> RuleTestReport {
        let tester = RuleTester(rules: rules, english: try English(ruleFolder: ruleFolder))
        return RuleTestReport(
            rules: rules.ids.count, forms: Perturbation.allCases.count,
            outcomes: Perturbation.allCases.flatMap { tester.run(perturb: $0) })
    }
}
