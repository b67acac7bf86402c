import Extraction
import Reconciliation
import Reporting
import StrictYAML

/// What configurations set for a run as a whole: a discrepancy spans documents, so all configurations of a run add up.
struct RunSettings: Sendable {
    private(set) var rules: [AddedRules] = []
    private(set) var facts: [FactFile] = []
    private(set) var ignores: [Ignore] = []
    private(set) var tolerances: [ToleranceSetting] = []
    private var severities: [SeveritySetting] = []

    var isEmpty: Bool {
        rules.isEmpty && facts.isEmpty && severities.isEmpty && tolerances.isEmpty && ignores.isEmpty
    }

    mutating func add(_ configuration: Configuration) {
        let folder = configuration.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        for entry in configuration.rules {
            let path = entry.folder.hasPrefix("/") || folder.isEmpty ? entry.folder : folder + "/" + entry.folder
            rules.append(AddedRules(path: path, place: entry.place))
        }
        facts += configuration.facts.map { FactFile($0, of: configuration) }
        severities += configuration.severities
        tolerances += configuration.tolerances
        ignores += configuration.ignores
    }

    /// The severities in force.
    /// - Throws: `RunFailure` where an entry names a rule by a slip, or two configurations contradict each other.
    func severityPolicy(rules: RuleSet) throws(RunFailure) -> (policy: SeverityPolicy, notes: [Coverage.Note]) {
        var policy = SeverityPolicy()
        var problems: [String] = []
        var notes: [Coverage.Note] = []
        var known: [String: SeveritySetting] = [:]
        for setting in severities.filter(\.isPattern) + severities.filter({ !$0.isPattern }) {
            if let other = known[setting.subject], other.level != setting.level {
                problems.append(
                    "\(setting.place): \(setting.subject) is '\(other.level.rawValue)' by \(other.place) already; "
                        + "one run has one severity for it")
            }
            known[setting.subject] = setting
            switch setting.target {
            case .all, .kind: break
            case .attribute(let name): notes += Self.note(name, of: setting, among: rules.attributeNames)
            case .rule(let id) where setting.isPattern:
                let pattern = TextPattern(id)
                let meant = rules.ids.filter { pattern.matches($0) }
                if meant.isEmpty {
                    problems.append("\(setting.place): no rule is meant by '\(id)'; check the spelling")
                }
                for id in meant { policy.set(setting.level, for: .rule(id), relation: setting.relation) }
            case .rule(let id):
                if let problem = Self.slip(id, of: setting, among: rules.ids) { problems.append(problem) }
            }
            policy.set(setting.level, for: setting.target, relation: setting.relation)
        }
        if !problems.isEmpty { throw RunFailure(problems) }
        return (policy, notes)
    }

    /// Some kinds of claims have no rule file, so that only what is nearly a known id is a slip.
    private static func slip(_ id: String, of setting: SeveritySetting, among ids: [String]) -> String? {
        slip(id, among: ids).map { "\(setting.place): there is no rule '\(id)'; did you mean '\($0)'?" }
    }

    /// An open claim may have any attribute: what looks like a slip is told, and held for what it says.
    private static func note(_ name: String, of setting: SeveritySetting, among names: [String]) -> [Coverage.Note] {
        slip(name, among: names).map {
            [.at(setting.place, "no rule gives the attribute '\(name)'; did you mean '\($0)'?")]
        } ?? []
    }

    /// What is meant by a name that is none.
    static func slip(_ name: String, among names: [String]) -> String? {
        names.contains(name) ? nil : Suggestion.nearest(to: name, among: names)
    }
}

extension Coverage.Note {
    /// - Parameter place: `file:line:column`
    static func at(_ place: String, _ message: String) -> Self {
        let parts = place.split(separator: ":")
        return Self(
            path: parts.dropLast(2).joined(separator: ":"), line: parts.dropLast().last.flatMap { Int($0) },
            message: message)
    }
}
