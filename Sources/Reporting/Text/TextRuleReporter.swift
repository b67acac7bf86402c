public import Extraction

/// The rules, each in a line: id, topic, and what it finds.
public struct TextRuleReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ report: RuleReport, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        let column = page.column(for: report.rules.map(\.id))
        for rule in report.rules {
            page.labelled(rule.id, "\(rule.topic): \(rule.finds)", indent: 0, column: column, .bold)
        }
        try page.drain(to: &sink)
    }
}

/// One rule: what it finds, by which words, its examples, and what it passes over.
public struct TextRuleExplanationReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ rule: RuleDescription, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        page.paragraph("\(rule.id) (\(rule.topic): \(rule.attribute))", hanging: 2, .bold)
        page.paragraph(rule.finds, hanging: 2)
        page.blankLine()
        page.paragraph("Words", .bold)
        for part in rule.parts {
            page.part(part, indent: 2)
            for narrowing in part.narrowing { page.part(narrowing, indent: 6) }
        }
        page.examples("Finds", rule.tests.examples)
        page.examples("Passes over", rule.tests.not)
        page.examples("Knowingly misses", rule.tests.knownMisses)
        try page.drain(to: &sink)
    }
}

extension TextPage {
    fileprivate mutating func part(_ part: RuleDescription.Part, indent: Int) {
        paragraph("\(part.label): \(part.words.joined(separator: ", "))", indent: indent, hanging: 2)
    }

    fileprivate mutating func examples(_ heading: String, _ examples: [RuleExample]) {
        guard !examples.isEmpty else { return }
        blankLine()
        paragraph(heading, .bold)
        for example in examples {
            paragraph(example.marked, indent: 2, hanging: 2)
            if !example.reading.isEmpty { paragraph(example.reading, indent: 6, hanging: 2, .faint) }
        }
    }
}

/// What did not go as a rule says, then how many examples there were.
public struct TextRuleTestReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ report: RuleTestReport, to sink: inout some OutputSink & ~Copyable) throws {
        var page = TextPage(layout)
        let failures = report.failures
        for (outcome, message) in failures {
            let example = outcome.example
            page.line(
                layout.styled("\(example.file):\(example.line)", .bold)
                    + ": \(outcome.rule), \(outcome.expectation.rawValue)")
            page.paragraph(message, indent: 2, hanging: 2, .red)
            page.paragraph(example.marked, indent: 2, hanging: 2)
        }
        if !failures.isEmpty { page.blankLine() }
        let counts = RuleTester.Outcome.Expectation.allCases.map { expectation in
            TextPage.count(
                report.outcomes.count { $0.expectation == expectation } / report.forms, expectation.noun)
        }
        page.line(
            "\(TextPage.count(report.rules, "rule")), \(counts.joined(separator: ", ")), each in "
                + "\(TextPage.count(report.forms, "form")): \(TextPage.count(failures.count, "failure"))")
        try page.drain(to: &sink)
    }
}

extension RuleTester.Outcome.Expectation {
    fileprivate var noun: String {
        switch self {
        case .example: "example"
        case .not: "counterexample"
        case .knownMiss: "known gap"
        }
    }
}
