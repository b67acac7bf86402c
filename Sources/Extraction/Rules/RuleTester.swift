import Documents
public import Language
import Values

/// Runs the examples that rules carry.
public struct RuleTester: Sendable {
    /// How one example went.
    public struct Outcome: Sendable, CustomStringConvertible {
        public enum Expectation: String, Sendable, CaseIterable { case example, not, knownMiss = "known-miss" }

        public var rule: String
        public var expectation: Expectation
        public var example: RuleExample
        /// What is wrong, for a reader; nil where the example went as expected.
        public var failure: String?

        public var description: String {
            "\(rule) \(expectation.rawValue) (\(example.file):\(example.line)): \(example.text)"
        }
    }

    private let rules: RuleSet
    private let analyzer: Analyzer
    private let recognizer: ValueRecognizer
    private let extractor: Extractor

    public init(rules: RuleSet, english: English) {
        self.rules = rules
        let vocabulary = Vocabulary(rules.vocabularyWords + ValueRecognizer.vocabularyWords(units: rules.units))
        analyzer = Analyzer(vocabulary: vocabulary)
        recognizer = ValueRecognizer(vocabulary: vocabulary, units: rules.units)
        extractor = Extractor(rules: rules, vocabulary: vocabulary, english: english)
    }

    /// All examples of all rules, in rule order.
    /// - Parameter perturb: changes each text in a way that must change nothing; the expected words move with it.
    public func run(perturb: Perturbation = .none) -> [Outcome] {
        let claims =
            rules.attributes.map { ($0.id, $0.tests) } + rules.measures.map { ($0.id, $0.tests) }
            + rules.opposites.map { ($0.id, $0.tests) } + rules.places.map { ($0.id, $0.tests) }
        let found = claims.flatMap { id, tests in
            outcomes(id, tests, perturb) { self.claimFailure(id, $0, $1) }
        }
        let events = rules.events.flatMap { rule in
            outcomes(rule.id, rule.tests, perturb) { self.eventFailure(rule, $0, $1) }
        }
        let checks = rules.checks.rules.flatMap { rule in
            outcomes(rule.id, rule.tests, perturb) { self.checkFailure(rule.id, $0, $1) }
        }
        return found + events + checks
    }

    private func outcomes(
        _ rule: String, _ tests: RuleTests, _ perturb: Perturbation,
        failure: (RuleExample, _ isExample: Bool) -> String?
    ) -> [Outcome] {
        func outcome(_ expectation: Outcome.Expectation, _ example: RuleExample) -> Outcome {
            let example = perturb.apply(to: example)
            return Outcome(
                rule: rule, expectation: expectation, example: example, failure: failure(example, expectation != .not))
        }
        return tests.examples.map { outcome(.example, $0) } + tests.not.map { outcome(.not, $0) }
            + tests.knownMisses.map { outcome(.knownMiss, $0) }
    }

    /// What a rule finds in a text, as claims of a document of one paragraph, with a headline where a blank line parts it.
    private func extraction(of example: RuleExample) -> Extraction {
        let bytes = Array(example.text.utf8)
        let document = Document(
            id: "example", path: example.file,
            metadata: Metadata(published: example.published.flatMap { DayInterval(iso: $0) }), text: bytes,
            blocks: blocks(of: example.text), sourceMap: SourceMap(segments: [], file: bytes))
        let analysis = analyzer.analyze(document)
        return extractor.extract(from: analysis, mentions: recognizer.mentions(in: analysis))
    }

    private func blocks(of text: String) -> [Block] {
        let end = text.utf8.count
        guard let blank = text.firstRange(of: "\n\n") else { return [Block(.paragraph, ByteSpan(0, end))] }
        let headline = text.utf8.distance(from: text.startIndex, to: blank.lowerBound)
        return [Block(.headline, ByteSpan(0, headline)), Block(.paragraph, ByteSpan(headline + 2, end))]
    }

    private func claimFailure(_ rule: String, _ example: RuleExample, _ isExample: Bool) -> String? {
        let claims = extraction(of: example).claims.filter { $0.rule == rule }
        guard isExample else {
            return claims.first.map { "found '\($0.quote)', but must find nothing" }
        }
        guard claims.count == 1, let claim = claims.first, let expected = example.expected else {
            return "found \(claims.count) claims (\(claims.map(\.quote).joined(separator: "; "))), expected one"
        }
        let wanted = String(decoding: Array(example.text.utf8)[expected], as: UTF8.self)
        if claim.span.range != expected { return "found '\(claim.quote)', expected '\(wanted)'" }
        if let value = example.value, claim.value.reading != value {
            return "read \(claim.value.reading), expected \(value)"
        }
        if claim.scope != example.scope { return "scope \(claim.scope), expected \(example.scope)" }
        if let subject = example.subject, claim.subject.text != subject {
            return "subject '\(claim.subject.text)', expected '\(subject)'"
        }
        return nil
    }

    /// A check marks the claim that carries the conflict, whose words hold those in brackets; its message is the value.
    private func checkFailure(_ rule: String, _ example: RuleExample, _ isExample: Bool) -> String? {
        let found = extraction(of: example).claims.flatMap { claim in
            claim.conflicts.filter { $0.rule == rule && !$0.others.isEmpty }.map { (claim, $0) }
        }
        guard isExample else { return found.first.map { "found '\($0.1.message)', but must find nothing" } }
        guard found.count == 1, let (claim, conflict) = found.first, let expected = example.expected else {
            return "found \(found.count) conflicts, expected one"
        }
        let wanted = String(decoding: Array(example.text.utf8)[expected], as: UTF8.self)
        guard claim.span.range.contains(expected) else { return "found '\(claim.quote)', expected '\(wanted)'" }
        // The message quotes the text, in which spaces and apostrophes may have been changed.
        let message = conflict.message.replacing("’", with: "'").replacing("\u{A0}", with: " ")
        if let value = example.value, message != value { return "said '\(conflict.message)', expected '\(value)'" }
        return nil
    }

    private func eventFailure(_ rule: EventRule, _ example: RuleExample, _ isExample: Bool) -> String? {
        let events = extraction(of: example).events.filter { $0.event?.kind == rule.kind }
        guard isExample else { return events.first.map { "found '\($0.text)', but must find nothing" } }
        guard events.count == 1, let event = events.first else { return "found \(events.count) events, expected one" }
        if let subject = example.subject, event.text != subject {
            return "found '\(event.text)', expected '\(subject)'"
        }
        return nil
    }
}

/// Changes to a text that must not change what a rule finds in it.
public enum Perturbation: String, CaseIterable, Sendable {
    case none
    /// An emoji and a combining mark in a sentence before.
    case emojiBefore
    /// Line breaks of two bytes in a sentence before.
    case carriageReturns
    /// A no-break space for each space.
    case noBreakSpaces
    /// Curly apostrophes.
    case curlyQuotes

    func apply(to example: RuleExample) -> RuleExample {
        guard let expected = example.expected else { return replacing(example, expected: nil) }
        let bytes = Array(example.text.utf8)
        let before = transform(String(decoding: bytes[..<expected.lowerBound], as: UTF8.self))
        let inside = transform(String(decoding: bytes[expected], as: UTF8.self))
        let start = prefix.utf8.count + before.utf8.count
        return replacing(example, expected: start..<start + inside.utf8.count)
    }

    private func replacing(_ example: RuleExample, expected: Range<Int>?) -> RuleExample {
        var copy = example
        copy.text = prefix + transform(example.text)
        copy.expected = expected
        return copy
    }

    private var prefix: String {
        switch self {
        case .none, .noBreakSpaces, .curlyQuotes: ""
        case .emojiBefore: "👩🏽‍🚒 The cafe\u{301} was shut. "
        case .carriageReturns: "It was late.\r\nIt rained. "
        }
    }

    private func transform(_ text: String) -> String {
        switch self {
        case .none, .emojiBefore, .carriageReturns: text
        case .noBreakSpaces: String(text.map { $0 == " " ? "\u{A0}" : $0 })
        case .curlyQuotes: String(text.map { $0 == "'" ? "’" : $0 })
        }
    }
}
