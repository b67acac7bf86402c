import Documents
import StrictYAML

extension Configuration {
    /// Reads a configuration strictly.
    /// - Throws: `YAMLProblems` with every problem of the file.
    init(_ text: String, path: String) throws(YAMLProblems) {
        self.init(path: path)
        let reader = YAMLReader()
        if let root = reader.read(text, file: path) {
            let map = root.mapping(keys: ConfigurationKey.file.map(\.name))
            content = Dictionary(
                ConfigurationKey.file.compactMap { key in map[key.name].map { (key.name, Setting($0)) } },
                uniquingKeysWith: { first, _ in first })
            if let entry = map["include"] { selection.include = FileSelection.entries(entry) }
            if let entry = map["exclude"] { selection.exclude = FileSelection.entries(entry) }
            for entry in map["sources"]?.list() ?? [] { addSource(entry) }
            for entry in map["rules"]?.elements() ?? [] { addRules(entry) }
            for entry in map["facts"]?.elements() ?? [] { addFacts(entry) }
            if let entry = map["languages"] { languages = LanguageSelection(entry) }
            if let entry = map["tolerances"] { tolerances = ToleranceSetting.settings(entry) }
            if let entry = map["severities"] { severities = SeveritySetting.settings(entry) }
            for entry in map["ignores"]?.list() ?? [] {
                if let ignore = Ignore.entry(entry, folder: folder) { ignores.append(ignore) }
            }
        }
        try reader.finish()
    }

    private mutating func addRules(_ value: YAMLValue) {
        guard let folder = value.string() else { return }
        if folder.isEmpty { value.reject("expected the path of a folder of rules, found nothing") }
        rules.append(RuleEntry(folder: folder, place: value.fullPlace))
    }

    private mutating func addFacts(_ value: YAMLValue) {
        guard let file = value.string() else { return }
        if file.isEmpty { value.reject("expected the path of a file of facts, found nothing") }
        facts.append(FactEntry(file: file, place: value.fullPlace))
    }

    private mutating func addSource(_ value: YAMLValue) {
        let map = value.mapping(keys: ConfigurationKey.source.map(\.name))
        guard let file = map.required("file"), let pattern = FileSelection.pattern(file) else { return }
        if let first = sources.first(where: { $0.pattern.text == pattern.text }) {
            file.reject(
                "'\(pattern.text)' has an entry in line \(first.line) already; put all that is known of it there")
        }
        let metadata = Metadata(
            title: map["title"]?.string(), publisher: map["publisher"]?.string(),
            published: map["published"].flatMap(Self.days), language: map["language"]?.string(),
            status: map["status"]?.string())
        sources.append(Source(pattern: pattern, metadata: metadata, line: file.line))
    }

    private static func days(_ value: YAMLValue) -> DayInterval? {
        guard let text = value.string() else { return nil }
        if let days = DayInterval(iso: text) { return days }
        value.reject("expected a day, a month or a year, as in 2025-07-03, 2025-07 or 2025; found '\(text)'")
        return nil
    }
}
