import Extraction

/// Where the rules of a run come from: those of the program, and folders that are added to them.
struct RuleSource: Sendable {
    /// nil for the folder that belongs to the running program.
    let base: String?
    let added: [AddedRules]

    init(base: String?, added: [String]) {
        self.base = base
        self.added = added.map { AddedRules(path: $0) }
    }

    /// - Parameter more: what configurations add.
    /// - Throws: `RunFailure` with every problem of every file.
    func load(_ more: [AddedRules] = []) throws(RunFailure) -> RuleSet {
        try RuleFolder.load(base, adding: added + more)
    }
}
