import Values

/// The topic that a rule file is about.
public struct RuleTopic: Hashable, Sendable {
    /// As in `casualties`.
    public var name: String
    /// One sentence for a reader.
    public var about: String?
    public var file: String
}

/// A rule as a reader wants to see it, of whatever kind.
public struct RuleDescription: Sendable {
    /// One part of what a rule looks for.
    public struct Part: Hashable, Sendable {
        /// For a reader, as in "the figure is what is done something to".
        public var label: String
        public var words: [String]
        /// What must stand near the words, or must not.
        public var narrowing: [Part] = []
    }

    public var id: String
    public var topic: String
    /// What the rule's claims tell, as in `deaths`; the kind of event for a rule that finds events.
    public var attribute: String
    /// One sentence.
    public var finds: String
    public var parts: [Part]
    public var tests: RuleTests
}

extension RuleSet {
    /// All rules by topic, in the order of their files.
    public var descriptions: [RuleDescription] {
        let all =
            attributes.map {
                describe($0.id, $0.attribute, $0.finds, $0.frames.map(\.part) + ($0.outcome?.parts ?? []), $0.tests)
            }
            + measures.map { describe($0.id, $0.attribute, $0.finds, $0.parts, $0.tests) }
            + opposites.map { describe($0.id, $0.attribute, $0.finds, $0.parts, $0.tests) }
            + places.map { describe($0.id, $0.attribute, $0.finds, $0.parts, $0.tests) }
            + events.map { describe($0.id, $0.kind, $0.finds, $0.parts, $0.tests) }
            + checks.rules.map { describe($0.id, $0.sort.rawValue, $0.finds, [], $0.tests) }
        var order: [String: Int] = [:]
        for topic in topics where order[topic.name] == nil { order[topic.name] = order.count }
        return all.enumerated().sorted { a, b in
            (order[a.element.topic] ?? .max, a.offset) < (order[b.element.topic] ?? .max, b.offset)
        }.map(\.element)
    }

    /// The ids of all rules.
    public var ids: [String] { descriptions.map(\.id) }

    /// The attributes that rules give.
    public var attributeNames: [String] {
        attributes.map(\.attribute) + measures.map(\.attribute) + opposites.map(\.attribute) + places.map(\.attribute)
    }

    private func describe(
        _ id: String, _ attribute: String, _ finds: String, _ parts: [RuleDescription.Part], _ tests: RuleTests
    ) -> RuleDescription {
        let file = tests.examples.first?.file
        return RuleDescription(
            id: id, topic: topics.first { $0.file == file }?.name ?? "", attribute: attribute, finds: finds,
            parts: parts.filter { !$0.words.isEmpty }, tests: tests)
    }
}

extension Frame {
    /// The words that evoke it, told by where the figure stands, and what narrows them.
    fileprivate var part: RuleDescription.Part {
        let narrowing = [
            RuleDescription.Part(label: "only followed by", words: object),
            RuleDescription.Part(label: "only near", words: with),
            RuleDescription.Part(label: "not near", words: unless),
        ]
        return RuleDescription.Part(
            label: isLeast ? "the least number, " + role.phrase : role.phrase, words: verbs + nouns + adjectives,
            narrowing: narrowing.filter { !$0.words.isEmpty })
    }
}

extension Frame.Role {
    fileprivate var phrase: String {
        switch self {
        case .patient: "done to the number told, as in “killed 12”"
        case .agent: "done by the number told, as in “12 died”"
        case .holder: "said of the number told, as in “12 dead”"
        case .measure: "a measure with its value, as in “a toll of 12”"
        case .counted: "the thing counted, as in “12 deaths”"
        case .undergoer: "a noun for what is done to the number told, as in “the killing of 12”"
        case .multiple: "a noun with a word for how many, as in “a double killing”"
        case .members: "a noun for those whose parts are told, as in “the dead included 12 children”"
        }
    }
}

extension MeasureRule {
    fileprivate var parts: [RuleDescription.Part] {
        [
            RuleDescription.Part(label: "the value is", words: sorts.map(\.phrase)),
            RuleDescription.Part(label: "measured", words: nouns),
            RuleDescription.Part(label: "counted", words: counts),
            RuleDescription.Part(label: "told by", words: verbs.map(\.phrase)),
            RuleDescription.Part(label: "done by those counted", words: doers),
            RuleDescription.Part(label: "beside", words: adjectives),
            RuleDescription.Part(label: "only near", words: with),
            RuleDescription.Part(label: "not near", words: without),
        ]
    }
}

extension MeasureRule.Verb {
    fileprivate var phrase: String { [lemma, preposition].compactMap { $0 }.joined(separator: " ") }
}

extension MeasureRule.Sort {
    fileprivate var phrase: String {
        switch self {
        case .count: "a number"
        case .age: "an age"
        case .date: "a date"
        case .unit(.time): "a duration"
        case .unit(let dimension): dimension.rawValue
        }
    }
}

extension OppositeRule {
    fileprivate var parts: [RuleDescription.Part] {
        [
            RuleDescription.Part(label: "yes", words: yes), RuleDescription.Part(label: "no", words: no),
            RuleDescription.Part(label: "only of", words: objects),
        ]
    }
}

extension PlaceRule {
    fileprivate var parts: [RuleDescription.Part] {
        [
            RuleDescription.Part(label: "told by", words: verbs + objects + (isCopular ? ["is in"] : [])),
            RuleDescription.Part(label: "told with the subject of", words: nouns),
        ]
    }
}

extension EventRule {
    fileprivate var parts: [RuleDescription.Part] {
        [
            RuleDescription.Part(label: "named by", words: nouns),
            RuleDescription.Part(label: "told by", words: verbs),
            RuleDescription.Part(label: "but not", words: except),
        ]
    }
}
