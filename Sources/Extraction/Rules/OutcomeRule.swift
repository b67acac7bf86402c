import StrictYAML

/// Tells of whom one rule counts what became of them: of the people shot, where they live, that they are injured.
public struct OutcomeRule: Sendable {
    /// The id of the rule whose figures are taken up.
    public var counted: String
    /// Words that tell of people who live: hospital, recover.
    public var lives: [String]
    /// Words that leave open whether somebody lives: critical.
    public var open: [String]
    /// Words that tell of a death: where a text has one of them, nobody knows by it how many live.
    public var dies: [String]

    /// What the rule looks for, for a reader.
    var parts: [RuleDescription.Part] {
        [
            RuleDescription.Part(label: "a figure of", words: [counted]),
            RuleDescription.Part(label: "the text tells that they live", words: lives),
            RuleDescription.Part(label: "of one person alone, it must not leave that open", words: open),
            RuleDescription.Part(label: "it must tell of no death", words: dies),
        ]
    }
}

extension OutcomeRule {
    static let keys = ["of", "lives", "open", "dies"]

    init?(_ map: YAMLMapping) {
        guard let counted = map.required("of")?.string(), let lives = map.required("lives")?.phrases(),
            let dies = map.required("dies")?.phrases()
        else { return nil }
        self.init(counted: counted, lives: lives, open: map["open"]?.phrases() ?? [], dies: dies)
    }
}
