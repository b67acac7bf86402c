import Documents
import Reconciliation
import Reporting
import StrictYAML

extension Ignore {
    /// Reads an entry of `ignores`; what is wrong is noted with the reader.
    /// - Parameter folder: the configuration's.
    /// - Returns: nil where the entry cannot hold.
    static func entry(_ value: YAMLValue, folder: AbsolutePath) -> Ignore? {
        let map = value.mapping(keys: ConfigurationKey.ignore.map(\.name))
        let entry = Entry(
            id: map["id"].flatMap(fingerprint), subject: map["subject"].flatMap(pattern),
            attribute: map["attribute"].flatMap(pattern),
            document: map["document"].flatMap(filled).map { PathPattern($0) }, rule: map["rule"].flatMap(pattern),
            kind: map["kind"]?.choice(Discrepancy.Kind.self), folder: folder)
        let selectors = ["id", "subject", "attribute", "document", "rule", "kind"]
        if value.isMapping, !selectors.contains(where: { map[$0] != nil }) {
            value.reject(
                "the entry does not say what to ignore; give one or more of \(selectors.joined(separator: ", "))")
        }
        let until = map["until"].flatMap(day)
        guard value.isMapping, let reason = map.required("reason")?.choice(IgnoreReason.self) else { return nil }
        return Ignore(
            cover: .entry(entry), reason: reason, note: map["note"]?.string(), until: until, place: value.fullPlace)
    }

    private static func filled(_ value: YAMLValue) -> String? {
        guard let text = value.string() else { return nil }
        if !text.isEmpty { return text }
        value.reject("expected a text, found nothing")
        return nil
    }

    private static func pattern(_ value: YAMLValue) -> TextPattern? { filled(value).map { TextPattern($0) } }

    private static func fingerprint(_ value: YAMLValue) -> String? {
        guard let text = value.string() else { return nil }
        let digits = text.lowercased()
        if (8...32).contains(digits.utf8.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) { return digits }
        value.reject(
            "expected the id of a finding, or its first 8 or more digits, as a report shows it; found '\(text)'")
        return nil
    }

    private static func day(_ value: YAMLValue) -> CalendarDay? {
        guard let text = value.string() else { return nil }
        if let day = CalendarDay(iso: text) { return day }
        value.reject("expected a day, as in 2025-07-03; found '\(text)'")
        return nil
    }
}

extension RunSettings {
    /// Holds the rules and attributes that ignores name against those that there are.
    /// - Returns: attributes that look like a slip: an open claim may have any.
    /// - Throws: `RunFailure` where an entry names a rule by a slip.
    func checkIgnores(rules: RuleSet) throws(RunFailure) -> [Coverage.Note] {
        var problems: [String] = []
        var notes: [Coverage.Note] = []
        for ignore in ignores {
            guard case .entry(let entry) = ignore.cover else { continue }
            if let rule = entry.rule, rule.isLiteral, let meant = Self.slip(rule.text, among: rules.ids) {
                problems.append("\(ignore.place): there is no rule '\(rule.text)'; did you mean '\(meant)'?")
            }
            if let name = entry.attribute, name.isLiteral, let meant = Self.slip(name.text, among: rules.attributeNames)
            {
                notes.append(
                    .at(ignore.place, "no rule gives the attribute '\(name.text)'; did you mean '\(meant)'?"))
            }
        }
        if !problems.isEmpty { throw RunFailure(problems) }
        return notes
    }
}
