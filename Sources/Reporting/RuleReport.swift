public import Extraction

/// The rules in force.
public struct RuleReport: Sendable {
    /// Those of the rule files, also of files without rules of their own.
    public let topics: [RuleTopic]
    /// By topic.
    public let rules: [RuleDescription]

    public init(topics: [RuleTopic], rules: [RuleDescription]) {
        self.topics = topics
        self.rules = rules
    }
}

/// How the examples of the rules went.
public struct RuleTestReport: Sendable {
    public let rules: Int
    /// In how many forms each text was run.
    public let forms: Int
    /// Of all examples, near misses and known misses, each in every form.
    public let outcomes: [RuleTester.Outcome]

    public init(rules: Int, forms: Int, outcomes: [RuleTester.Outcome]) {
        self.rules = rules
        self.forms = max(1, forms)
        self.outcomes = outcomes
    }

    /// What is not as its rule says: a known miss that is found now belongs among the examples.
    public var failures: [(outcome: RuleTester.Outcome, message: String)] {
        outcomes.compactMap { outcome in
            switch outcome.expectation {
            case .example, .not: outcome.failure.map { (outcome, $0) }
            case .knownMiss:
                outcome.failure == nil ? (outcome, "is found now: move it to the rule's examples") : nil
            }
        }
    }
}

/// The formats of a list of rules.
public enum RuleFormat: String, Sendable, CaseIterable {
    case text, json, markdown

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<RuleReport> {
        switch self {
        case .text: TextRuleReporter(layout: layout)
        case .json: JSONRuleReporter()
        case .markdown: MarkdownRuleReporter()
        }
    }
}

/// The formats of an explanation of one rule.
public enum RuleExplanationFormat: String, Sendable, CaseIterable {
    case text, json

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<RuleDescription> {
        switch self {
        case .text: TextRuleExplanationReporter(layout: layout)
        case .json: JSONRuleExplanationReporter()
        }
    }
}

/// The formats of a run of the rules' examples.
public enum RuleTestFormat: String, Sendable, CaseIterable {
    case text, json

    /// - Parameter layout: width and colour, for the text format.
    public func reporter(layout: TextLayout) -> any Reporter<RuleTestReport> {
        switch self {
        case .text: TextRuleTestReporter(layout: layout)
        case .json: JSONRuleTestReporter()
        }
    }
}

extension RuleExample {
    /// The text in three parts: before the words that the rule must find, those words, and what follows; the whole text as
    /// the first part where it must find nothing.
    var parts: (before: String, found: String, after: String) {
        guard let expected else { return (text, "", "") }
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return (part(0..<expected.lowerBound), part(expected), part(expected.upperBound..<bytes.count))
    }

    /// The text as rule files write it, with brackets around what must be found.
    var marked: String {
        let (before, found, after) = parts
        return found.isEmpty ? text : "\(before)[\(found)]\(after)"
    }

    /// What must be read there, for a reader: value, scope and subject as far as the rule file gives them.
    var reading: String { [value, qualification].compactMap { $0 }.joined(separator: " ") }

    /// Scope and subject.
    var qualification: String? {
        let parts = [scope.isEmpty ? nil : "of " + scope.joined(separator: ", "), subject.map { "“\($0)”" }]
        let told = parts.compactMap { $0 }
        return told.isEmpty ? nil : told.joined(separator: " ")
    }
}
