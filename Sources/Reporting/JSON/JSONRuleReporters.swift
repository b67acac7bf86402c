public import Extraction

/// The rules as one JSON object.
public struct JSONRuleReporter: Reporter {
    public init() {}

    public func write(_ report: RuleReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(RuleListView(rules: report.rules.map(RuleView.init)))
    }
}

/// One rule as a JSON object.
public struct JSONRuleExplanationReporter: Reporter {
    public init() {}

    public func write(_ rule: RuleDescription, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(RuleView(rule))
    }
}

/// How the examples went as one JSON object.
public struct JSONRuleTestReporter: Reporter {
    public init() {}

    public func write(_ report: RuleTestReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.writeJSON(
            RuleTestView(
                rules: report.rules, outcomes: report.outcomes.count,
                failures: report.failures.map { RuleTestView.Failure($0.outcome, $0.message) }))
    }
}

private struct RuleListView: Encodable {
    var version = ReportSchema.version
    var rules: [RuleView]
}

private struct RuleView: Encodable {
    struct Part: Encodable {
        var label: String
        var words: [String]
        var narrowing: [Part]?

        init(_ part: RuleDescription.Part) {
            label = part.label
            words = part.words
            narrowing = part.narrowing.isEmpty ? nil : part.narrowing.map(Part.init)
        }
    }

    struct Example: Encodable {
        /// With brackets around what must be found.
        var text: String
        var value, subject, published: String?
        var scope: [String]?

        init(_ example: RuleExample) {
            text = example.marked
            value = example.value
            subject = example.subject
            published = example.published
            scope = example.scope.isEmpty ? nil : example.scope
        }
    }

    var id, topic, attribute, finds: String
    var parts: [Part]
    var examples: [Example]
    var not: [String]
    var knownMisses: [Example]

    init(_ rule: RuleDescription) {
        id = rule.id
        topic = rule.topic
        attribute = rule.attribute
        finds = rule.finds
        parts = rule.parts.map(Part.init)
        examples = rule.tests.examples.map(Example.init)
        not = rule.tests.not.map(\.text)
        knownMisses = rule.tests.knownMisses.map(Example.init)
    }
}

private struct RuleTestView: Encodable {
    struct Failure: Encodable {
        var rule, expectation, file, text, message: String
        var line: Int

        init(_ outcome: RuleTester.Outcome, _ message: String) {
            rule = outcome.rule
            expectation = outcome.expectation.rawValue
            file = outcome.example.file
            line = outcome.example.line
            text = outcome.example.marked
            self.message = message
        }
    }

    var version = ReportSchema.version
    var rules, outcomes: Int
    var failures: [Failure]
}
