import StrictYAML

/// Which documents of a folder are read, by `include` and `exclude` of a configuration.
struct FileSelection: Sendable {
    struct Entry: Sendable {
        var pattern: PathPattern
        /// `file:line`
        var place: String
    }

    /// Empty where all are.
    var include: [Entry] = []
    var exclude: [Entry] = []

    /// Why a document is left out; nil where it is read.
    /// - Parameter path: names from the configuration's folder down.
    func reason(against path: ArraySlice<String>) -> String? {
        if let entry = exclude.first(where: { $0.pattern.covers(path) }) { return "excluded by \(entry.place)" }
        guard let first = include.first, !include.contains(where: { $0.pattern.covers(path) }) else { return nil }
        return "not included by \(first.place)"
    }

    /// Reads the entries of one key; what is wrong is noted with the reader.
    static func entries(_ value: YAMLValue) -> [Entry] {
        value.elements().compactMap { element in
            pattern(element).map { Entry(pattern: $0, place: element.place) }
        }
    }

    /// A path below the configuration's folder, with or without wildcards.
    static func pattern(_ value: YAMLValue) -> PathPattern? {
        guard let text = value.string() else { return nil }
        if text.isEmpty { value.reject("expected a path, found nothing") }
        if text.hasPrefix("/") || text.split(separator: "/").contains("..") {
            value.reject("'\(text)' leads out of this folder; put a configuration beside those files")
        }
        return PathPattern(text)
    }
}

extension PathPattern {
    /// Matches a path, or a folder that it lies in.
    func covers(_ path: ArraySlice<String>) -> Bool {
        path.indices.contains { matches(path[...$0]) }
    }
}
