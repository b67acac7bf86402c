import Documents
import FoundationEssentials
import Reporting

/// The settings that are in force for the documents of a place.
public struct ConfigurationView: Sendable {
    /// YAML that says the same as the configuration and the options; comments tell where each value comes from.
    public let text: String
    /// What looks like a slip.
    public let notes: [Coverage.Note]

    /// - Parameters:
    ///   - path: a document or a folder.
    ///   - rules: folders of rules that an option adds.
    ///   - ruleFolder: as for a `Checker`.
    /// - Throws: `RunFailure` where there is no such place, or with every problem of the configuration.
    public init(for path: String, rules: [String] = [], ruleFolder: String? = nil) throws(RunFailure) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw RunFailure([DocumentError.missing(path: path).description])
        }
        var finder = ConfigurationFinder()
        let configuration = finder.configuration(at: path)
        if !finder.problems.isEmpty { throw RunFailure(finder.problems) }
        let settings = finder.settings
        let inForce = try RuleSource(base: ruleFolder, added: rules).load(settings.rules)
        let slips =
            try settings.severityPolicy(rules: inForce).notes + settings.toleranceTable(rules: inForce).notes
            + settings.checkIgnores(rules: inForce)
        notes = finder.notes + slips
        var lines = [Self.head(path, configuration)]
        for key in ConfigurationKey.file {
            var setting = key.standard
            if let own = configuration?.content[key.name] { setting = setting.overridden(by: own) }
            if key.name == "rules" {
                setting = setting.appending(rules.map { .value($0, origin: "option --rules") })
            }
            lines += setting.lines(key: key.name)
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func head(_ path: String, _ configuration: Configuration?) -> String {
        let name = DisplayText.clean(path)
        guard let configuration else {
            return
                "# In force for \(name): the defaults; there is no \(Configuration.fileNames[0]) in its folder or above."
        }
        return "# In force for \(name), by \(DisplayText.clean(configuration.path))."
    }
}
