import Extraction

/// The rules as a page of documentation: by topic, each with its words, examples, near misses and known gaps.
public struct MarkdownRuleReporter: Reporter {
    public init() {}

    public func write(_ report: RuleReport, to sink: inout some OutputSink & ~Copyable) throws {
        try sink.write(
            """
            # The rules

            What Crosscheck looks for, as the files in `rules/` say it. What an example marks in bold is what the rule
            finds there, with what it reads. This page is made by `make docs`.

            """)
        var topics: [String] = []
        for rule in report.rules {
            if topics.last != rule.topic {
                topics.append(rule.topic)
                let about = report.topics.first { $0.name == rule.topic }?.about
                try sink.write("\n## \(Self.escaped(rule.topic))\n" + (about.map { "\n\(Self.escaped($0))\n" } ?? ""))
            }
            try sink.write(Self.section(rule))
        }
    }

    private static func section(_ rule: RuleDescription) -> String {
        var lines = ["", "### `\(rule.id)`", "", escaped(rule.finds), ""]
        for part in rule.parts {
            lines.append("- " + words(part))
            lines += part.narrowing.map { "  - " + words($0) }
        }
        lines += list("Finds:", rule.tests.examples) + list("Passes over:", rule.tests.not)
        lines += list("Knowingly misses:", rule.tests.knownMisses)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func words(_ part: RuleDescription.Part) -> String {
        "\(escaped(part.label)): \(part.words.map(escaped).joined(separator: ", "))"
    }

    private static func list(_ heading: String, _ examples: [RuleExample]) -> [String] {
        examples.isEmpty ? [] : ["", heading, ""] + examples.map { "- " + item($0) }
    }

    private static func item(_ example: RuleExample) -> String {
        let (before, found, after) = example.parts
        let text = escaped(before) + (found.isEmpty ? "" : "**\(escaped(found))**") + escaped(after)
        let reading = [example.value.map { "`\($0)`" }, example.qualification.map(escaped)].compactMap { $0 }
        return reading.isEmpty ? text : "\(text) → \(reading.joined(separator: " "))"
    }

    /// Text that Markdown must take as it stands, on one line.
    private static func escaped(_ text: String) -> String {
        MarkdownText.escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
}
