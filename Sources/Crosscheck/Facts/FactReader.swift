import Documents
import Extraction
import Reconciliation
import Reporting
import StrictYAML

/// Reads the facts of a file strictly.
struct FactReader {
    private static let keys = ["subject", "attribute", "value", "unit", "as-of", "until", "source", "aliases"]

    private let attributes: FactAttributes
    private let values: FactValueReader

    init(rules: RuleSet) {
        attributes = FactAttributes(rules)
        values = FactValueReader(units: rules.units)
    }

    /// What a file holds, and remarks on it.
    struct Content {
        var facts: [ReferenceFact] = []
        var notes: [Coverage.Note] = []
    }

    /// - Throws: `YAMLProblems` with every problem of the file.
    func read(_ text: String, file: String) throws(YAMLProblems) -> Content {
        let reader = YAMLReader()
        let lines = FactLines(text)
        var content = Content()
        let entries = reader.read(text, file: file)?.list() ?? []
        if entries.isEmpty, reader.problems.isEmpty {
            throw YAMLProblems([
                YAMLProblem(
                    file: file, line: 1, column: 1,
                    message: "holds no facts; list them, each with 'subject', 'attribute' and 'value'")
            ])
        }
        for (number, entry) in entries.enumerated() {
            let end = number + 1 < entries.count ? entries[number + 1].line : nil
            guard let fact = fact(entry, lines.passage(from: entry.line, to: end), &content.notes) else { continue }
            rejectRepetition(of: fact, at: entry, among: content.facts)
            content.facts.append(fact)
        }
        try reader.finish()
        return content
    }

    /// nil where something is wrong with it; all of that is noted.
    private func fact(_ entry: YAMLValue, _ passage: FactPassage, _ notes: inout [Coverage.Note]) -> ReferenceFact? {
        let map = entry.mapping(keys: Self.keys)
        let subject = map.required("subject").flatMap(Self.text)
        let attribute = map.required("attribute").flatMap(Self.text)?.lowercased()
        let sort = map["attribute"].flatMap { value in attribute.flatMap { attributes.sort(of: $0, at: value) } }
        let value = map.required("value")
        let readings = value.flatMap { value in
            sort.flatMap { values.readings(of: value, unit: map["unit"], as: $0, attribute: attribute ?? "") }
        }
        let first = map["as-of"].flatMap(Self.days)
        let last = map["until"].flatMap(Self.days)
        if let first, let last, last.last < first.first {
            map["until"]?.reject("'until' lies before 'as-of'; exchange or correct them")
        }
        let aliases = map["aliases"]?.phrases() ?? []
        let source = map["source"].flatMap(Self.text)
        guard let subject, let attribute, let value, let readings else { return nil }
        if let note = attributes.note(on: attribute, at: map["attribute"] ?? entry) { notes.append(note) }
        let quoted = passage.line(value.line)
        let days = first.map { DayInterval($0.first, max($0.last, last?.last ?? $0.last)) }
        let claim = Claim(
            id: "", document: entry.fileName,
            subject: Subject(
                kind: .entity, text: subject, key: "name:" + PlaceName.key(subject),
                entity: Entity(name: subject, aliases: aliases)),
            attribute: attribute, value: readings[0], scope: [], attribution: source, modality: .asserted,
            time: days.map {
                ClaimTime(text: [first, last].compactMap { $0?.description }.joined(separator: " to "), days: $0)
            },
            span: quoted.span, sentenceSpan: passage.span, quote: quoted.text, sentence: passage.text,
            position: quoted.position, rule: ReferenceFact.rule,
            derivation: Derivation(rule: ReferenceFact.rule, span: quoted.span, reading: readings[0].reading),
            isMain: false, asOf: first)
        return ReferenceFact(
            names: [subject] + aliases, readings: readings, first: first?.first, last: last?.last, claim: claim)
    }

    /// Two values for one thing at one time cannot both be held for true.
    private func rejectRepetition(of fact: ReferenceFact, at entry: YAMLValue, among known: [ReferenceFact]) {
        let other = known.first { other in
            other.claim.attribute == fact.claim.attribute && PlaceName.share(other.names, fact.names)
                && (other.last.flatMap { last in fact.first.map { $0 <= last } } ?? true)
                && (fact.last.flatMap { last in other.first.map { $0 <= last } } ?? true)
        }
        guard let other else { return }
        entry.reject(
            "the \(fact.claim.attribute) of '\(fact.names[0])' is held in line \(other.claim.position.line) already; "
                + "keep one, or part them by 'as-of' and 'until'")
    }

    private static func text(_ value: YAMLValue) -> String? {
        guard let text = value.string()?.collapsingWhitespace else { return nil }
        if !text.isEmpty { return text }
        value.reject("expected a text, found nothing")
        return nil
    }

    private static func days(_ value: YAMLValue) -> DayInterval? {
        guard let text = value.string() else { return nil }
        if let days = DayInterval(iso: text) { return days }
        value.reject("expected a day, a month or a year, as in 2025-07-03, 2025-07 or 2025; found '\(text)'")
        return nil
    }
}
