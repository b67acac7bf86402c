public import StrictYAML
import Values

/// Reads rule files into a `RuleSet`, strictly.
public struct RuleReader {
    private let reader = YAMLReader()
    private var rules = RuleSet()
    private var places: [String: String] = [:]

    public init() {}

    /// Reads one file's text.
    public mutating func add(_ text: String, file: String) {
        guard let root = reader.read(text, file: file) else { return }
        let map = root.mapping(
            keys: [
                "topic", "about", "attributes", "measures", "events", "vocabulary", "irregular", "portfolios",
                "offices", "trades", "synonyms", "nicknames", "reference-works", "counterparts", "steps",
                "vague-things",
                "opposites", "places",
            ]
                + UnitTable.keys + FactTables.keys + CheckRules.keys)
        if let topic = map.required("topic")?.string() {
            rules.topics.append(RuleTopic(name: topic, about: map["about"]?.string(), file: file))
        }
        for value in map["attributes"]?.list() ?? [] { addAttribute(value) }
        for value in map["measures"]?.list() ?? [] { addMeasure(value) }
        for value in map["events"]?.list() ?? [] { addEvent(value) }
        for entry in map["vocabulary"]?.entries() ?? [] { addWords(entry.key, entry.value) }
        for entry in map["irregular"]?.entries() ?? [] { addIrregular(entry.key, entry.value) }
        rules.referenceWorks += map["reference-works"]?.phrases() ?? []
        rules.synonyms += (map["synonyms"]?.list() ?? []).map { $0.phrases() }
        rules.nicknames += (map["nicknames"]?.list() ?? []).map { $0.phrases() }
        if let model = map["counterparts"].flatMap({ CounterpartModel($0.mapping(keys: CounterpartModel.keys)) }) {
            rules.counterparts = model
        }
        rules.steps += (map["steps"]?.list() ?? []).compactMap { StepRule($0.mapping(keys: StepRule.keys)) }
        rules.vagueThings += map["vague-things"]?.phrases() ?? []
        rules.portfolios += (map["portfolios"]?.list() ?? []).map { $0.phrases() }
        rules.offices += (map["offices"]?.list() ?? []).map { $0.phrases() }
        rules.trades += (map["trades"]?.list() ?? []).map { $0.phrases() }
        for value in map["opposites"]?.list() ?? [] { addOpposite(value) }
        for value in map["places"]?.list() ?? [] { addPlace(value) }
        rules.units.add(map)
        rules.facts.add(map)
        for value in map["checks"]?.list() ?? [] { addCheck(value) }
        rules.checks.addWords(map)
    }

    /// The rules of all files added.
    /// - Throws: `YAMLProblems` with every problem of every file.
    public func finish() throws(YAMLProblems) -> RuleSet {
        try reader.finish()
        return rules
    }
}

// MARK: - Rules

extension RuleReader {
    private mutating func addAttribute(_ value: YAMLValue) {
        let map = value.mapping(keys: [
            "id", "attribute", "finds", "unit", "evolves", "settles-after", "counts-persons", "frames", "outcome",
            "examples", "not", "known-misses",
        ])
        guard let id = identifier(map.required("id")), let attribute = map.required("attribute")?.string(),
            let finds = map.required("finds")?.string(), let unit = map.required("unit")?.string()
        else { return }
        let outcome = map["outcome"].flatMap(outcome)
        let frames = outcome == nil ? map.required("frames") : map["frames"]
        rules.attributes.append(
            AttributeRule(
                id: id, attribute: attribute, finds: finds, unit: unit, evolves: map["evolves"]?.bool() ?? false,
                settlesAfter: map["settles-after"]?.integer() ?? 0,
                countsPersons: map["counts-persons"]?.bool() ?? false,
                frames: (frames?.list() ?? []).compactMap(frame), outcome: outcome,
                tests: tests(map, needsValue: true)))
    }

    private func outcome(_ value: YAMLValue) -> OutcomeRule? {
        let outcome = OutcomeRule(value.mapping(keys: OutcomeRule.keys))
        if let counted = outcome?.counted, !rules.attributes.contains(where: { $0.id == counted }) {
            value.reject("the rule '\(counted)', whose figures are taken up, must stand before this one")
            return nil
        }
        return outcome
    }

    private func frame(_ value: YAMLValue) -> Frame? {
        let map = value.mapping(keys: [
            "role", "verbs", "nouns", "adjectives", "object", "with", "partial", "at-least", "unless",
        ])
        guard let role = map.required("role")?.choice(Frame.Role.self) else { return nil }
        let frame = Frame(
            role: role, verbs: map["verbs"]?.phrases() ?? [], nouns: map["nouns"]?.phrases() ?? [],
            adjectives: map["adjectives"]?.phrases() ?? [], object: map["object"]?.phrases() ?? [],
            with: map["with"]?.phrases() ?? [], isPartial: map["partial"]?.bool() ?? false,
            isLeast: map["at-least"]?.bool() ?? false,
            unless: map["unless"]?.phrases() ?? [])
        if frame.verbs.isEmpty, frame.nouns.isEmpty, frame.adjectives.isEmpty {
            value.reject("a frame needs words that evoke it: verbs, nouns or adjectives")
        }
        return frame
    }

    private mutating func addMeasure(_ value: YAMLValue) {
        let map = value.mapping(keys: MeasureRule.keys)
        let id = identifier(map.required("id"))
        if let rule = MeasureRule(map, id: id, tests: tests(map, needsValue: true)) { rules.measures.append(rule) }
    }

    private mutating func addOpposite(_ value: YAMLValue) {
        let map = value.mapping(keys: OppositeRule.keys)
        let id = identifier(map.required("id"))
        if let rule = OppositeRule(map, id: id, tests: tests(map, needsValue: true)) { rules.opposites.append(rule) }
    }

    private mutating func addPlace(_ value: YAMLValue) {
        let map = value.mapping(keys: PlaceRule.keys)
        let id = identifier(map.required("id"))
        if let rule = PlaceRule(map, id: id, tests: tests(map, needsValue: true)) { rules.places.append(rule) }
    }

    private mutating func addCheck(_ value: YAMLValue) {
        let map = value.mapping(keys: CheckRule.keys)
        let id = identifier(map.required("id"))
        if let rule = CheckRule(map, id: id, tests: tests(map, needsValue: true)) { rules.checks.rules.append(rule) }
    }

    private mutating func addEvent(_ value: YAMLValue) {
        let map = value.mapping(keys: [
            "id", "kind", "sort-of", "finds", "nouns", "verbs", "plural-is-several", "except", "examples", "not",
            "known-misses",
        ])
        guard let id = identifier(map.required("id")), let kind = map.required("kind")?.string(),
            let finds = map.required("finds")?.string()
        else { return }
        rules.events.append(
            EventRule(
                id: id, kind: kind, family: map["sort-of"]?.string() ?? kind, finds: finds,
                nouns: map["nouns"]?.phrases() ?? [], verbs: map["verbs"]?.phrases() ?? [],
                pluralIsSeveral: map["plural-is-several"]?.bool() ?? false,
                except: map["except"]?.phrases() ?? [],
                tests: tests(map, needsValue: false)))
    }

    /// Notes where an id stands the second time.
    private mutating func identifier(_ value: YAMLValue?) -> String? {
        guard let value, let id = value.string() else { return nil }
        if let first = places[id] {
            value.reject("the id '\(id)' is taken by \(first); every rule needs its own")
            return nil
        }
        places[id] = "\(value.place)"
        return id
    }

    private mutating func addWords(_ key: YAMLValue, _ value: YAMLValue) {
        guard let wordClass = key.choice(WordClass.self) else { return }
        rules.wordClasses[wordClass, default: []] += value.phrases()
    }

    private mutating func addIrregular(_ key: YAMLValue, _ value: YAMLValue) {
        guard let base = key.string() else { return }
        let forms = value.words()
        switch forms.count {
        case 1: rules.irregularPlurals[base] = forms[0]
        case 2: rules.irregularVerbs[base] = (forms[0], forms[1])
        default: value.reject("expected a plural, or the past and the participle, of '\(base)'")
        }
    }
}

// MARK: - Examples

extension RuleReader {
    private func tests(_ map: YAMLMapping, needsValue: Bool) -> RuleTests {
        var tests = RuleTests()
        tests.examples = (map.required("examples")?.list() ?? []).compactMap { example($0, needsValue: needsValue) }
        tests.not = (map.required("not")?.list() ?? []).compactMap(counterexample)
        tests.knownMisses = (map["known-misses"]?.list() ?? []).compactMap { example($0, needsValue: needsValue) }
        for key in ["examples", "not"] {
            if let value = map[key], value.list().isEmpty {
                value.reject("a rule needs at least one entry under '\(key)'")
            }
        }
        return tests
    }

    private func example(_ value: YAMLValue, needsValue: Bool) -> RuleExample? {
        let map = value.mapping(keys: ["text", "value", "scope", "subject", "published"])
        guard let textValue = map.required("text"), let marked = textValue.string() else { return nil }
        let bytes = Array(marked.utf8)
        guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), let close = bytes.lastIndex(of: UInt8(ascii: "]")),
            open < close
        else {
            textValue.reject("an example marks in [brackets] the words that the rule must find")
            return nil
        }
        let expected = needsValue ? map.required("value")?.string() : map["value"]?.string()
        // What is found may stand in several places: it reaches from the first to the last.
        let found = bytes[(open + 1)..<close].filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
        let text = bytes[..<open] + found + bytes[(close + 1)...]
        return RuleExample(
            text: String(decoding: text, as: UTF8.self), expected: open..<(open + found.count), value: expected,
            scope: map["scope"]?.phrases() ?? [], subject: map["subject"]?.string(),
            published: map["published"]?.string(), file: value.fileName, line: value.line)
    }

    private func counterexample(_ value: YAMLValue) -> RuleExample? {
        guard value.isMapping else {
            return value.string().map {
                RuleExample(text: $0, scope: [], file: value.fileName, line: value.line)
            }
        }
        let map = value.mapping(keys: ["text", "published"])
        return map.required("text")?.string().map {
            RuleExample(
                text: $0, scope: [], published: map["published"]?.string(), file: value.fileName, line: value.line)
        }
    }
}
