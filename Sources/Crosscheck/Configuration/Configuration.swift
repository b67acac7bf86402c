import Documents

/// What a `crosscheck.yaml` says of the documents below its folder.
struct Configuration: Sendable {
    /// One entry under `sources`.
    struct Source: Sendable {
        var pattern: PathPattern
        var metadata: Metadata
        /// The line of the entry's `file`.
        var line: Int
    }

    /// One entry under `rules`.
    struct RuleEntry: Sendable {
        var folder: String
        /// `file:line:column`
        var place: String
    }

    /// One entry under `facts`.
    struct FactEntry: Sendable {
        /// As written: relative to the configuration's folder.
        var file: String
        /// `file:line:column`
        var place: String
    }

    /// The file's names, best first.
    static let fileNames = ["crosscheck.yaml", "crosscheck.yml"]

    /// The path by which messages name the file.
    var path: String
    var sources: [Source] = []
    /// Folders of rules that are added, as written: relative to the configuration's folder.
    var rules: [RuleEntry] = []
    var severities: [SeveritySetting] = []
    var tolerances: [ToleranceSetting] = []
    /// Files of what the house holds for true.
    var facts: [FactEntry] = []
    var ignores: [Ignore] = []
    var selection = FileSelection()
    var languages = LanguageSelection()
    /// What the file holds under each of its keys, to be shown.
    var content: [String: Setting] = [:]

    /// The folder that holds the file.
    var folder: AbsolutePath { AbsolutePath(path, from: .current).parent ?? .current }

    /// What is said of one document: an entry that names it wins over patterns, an earlier pattern over a later one.
    /// - Parameter path: names from the configuration's folder down.
    func metadata(of path: ArraySlice<String>) -> Metadata {
        let matching = sources.filter { $0.pattern.matches(path) }
        return (matching.filter(\.pattern.isLiteral) + matching.filter { !$0.pattern.isLiteral })
            .reduce(Metadata()) { $0.completed(by: $1.metadata) }
    }
}
