import Reconciliation
import Reporting

extension ConfigurationKey {
    /// The keys of the file, in the order in which they are shown.
    static let file = [
        ConfigurationKey(
            "include",
            "The documents of this folder that are read: paths with * and ? for any part of a name and ** for any folders, "
                + "or folders. A file that the command line names is read whatever these say.",
            .oneOrList(.text), standard: .list([.standard("**")], origin: Setting.standardOrigin),
            example: """
                  - news
                  - archive/**/*.md
                """),
        ConfigurationKey(
            "exclude", "The documents of this folder that are not read, though they are included.", .oneOrList(.text),
            example: """
                  - drafts
                  - "**/*.tmp.md"
                """),
        ConfigurationKey(
            "sources", "What documents do not say of themselves. An entry that names a file wins over patterns.",
            .list(.keys(source)),
            example: """
                  - file: embassies.txt
                    title: Embassy by embassy
                    publisher: Plover Daily
                    published: 2025-07-21
                  - file: wire/**/*.txt
                    publisher: Harbour Wire
                """),
        ConfigurationKey(
            "languages",
            "The languages of which documents are read: tags, of which en covers en-GB. A document of which nobody tells the "
                + "language is read.",
            .oneOrList(.text),
            standard: .list([], origin: Setting.standardOrigin + ": all languages"), example: "  - en"),
        ConfigurationKey(
            "rules", "Folders of rules that are added to the built-in ones.", .oneOrList(.text),
            standard: .list([], origin: Setting.standardOrigin + ": the built-in rules alone"),
            example: "  - house-rules"),
        ConfigurationKey(
            "severities",
            "How much findings weigh; off leaves them out. A rule counts before an attribute, an attribute before a kind.",
            .keys(severities),
            standard: .map([("relations", standardSeverities)], origin: Setting.standardOrigin),
            example: """
                  relations:
                    sources-differ: notice
                  kinds:
                    weekday: warning
                    quantity: {update: off}
                  attributes:
                    attendance: off
                  rules:
                    casualties.*: warning
                    casualties.injured: error
                """),
        ConfigurationKey(
            "tolerances",
            "How far two figures of an attribute may lie apart without being opposed: a share of the larger one, or an amount.",
            .map(names: nil, .text), standard: .map([], origin: Setting.standardOrigin),
            example: """
                  attendance: 10%
                  length: 50 cm
                """),
        ConfigurationKey(
            "facts", "Files of what the house holds for true.", .oneOrList(.text), example: "  - facts.yaml"),
        ConfigurationKey(
            "ignores", "Findings that were looked at and are left out of the report.", .list(.keys(ignore)),
            example: """
                  - subject: "*Crocus City Hall*"
                    attribute: deaths
                    document: archive/**
                    reason: update
                    note: The toll rose in the days after the attack.
                    until: 2026-12-31
                  - id: 0123abcd
                    reason: different thing
                """),
    ]

    static let source = [
        ConfigurationKey(
            "file", "The document, from this folder; * and ? stand for any part of a name, ** for any folders.", .text,
            isRequired: true),
        ConfigurationKey("title", "The document's title.", .text),
        ConfigurationKey("publisher", "Who published it.", .text),
        ConfigurationKey("published", "The day, month or year of publication.", .days),
        ConfigurationKey("language", "A language tag, as in en-GB.", .text),
        ConfigurationKey("status", "The state that the source gives it, as in corrected.", .text),
    ]

    static let ignore = [
        ConfigurationKey(
            "id", "The finding's id as the report shows it, or its first 8 or more digits.", .fingerprint),
        ConfigurationKey("subject", "The finding's subject; * stands for any words.", .text),
        ConfigurationKey("attribute", "The finding's attribute, as in deaths; * stands for any words.", .text),
        ConfigurationKey(
            "document",
            "Only the claims of these documents: a path from this folder with * and **, or a document's id.",
            .text),
        ConfigurationKey("rule", "The finding's rule, as in casualties.deaths or casualties.*.", .text),
        ConfigurationKey("kind", "What differs.", .choice(Discrepancy.Kind.allCases.map(\.rawValue))),
        ConfigurationKey(
            "reason", "Why it is left out.", .choice(IgnoreReason.allCases.map(\.rawValue)), isRequired: true),
        ConfigurationKey("note", "Your own words on it.", .text),
        ConfigurationKey("until", "The last day on which the entry holds.", .day),
    ]

    static let severities = [
        ConfigurationKey("relations", "By the relation of the claims.", byRelation),
        ConfigurationKey(
            "kinds", "By what differs: the most that findings may weigh, or a level for each relation.",
            .map(names: Discrepancy.Kind.allCases.map(\.rawValue), .either(level, byRelation))),
        ConfigurationKey(
            "attributes", "By attribute: the most that findings may weigh, or a level for each relation.",
            .map(names: nil, .either(level, byRelation))),
        ConfigurationKey(
            "rules",
            "By the id of a rule, or by a pattern as in casualties.*: the most that findings may weigh, or a level for each "
                + "relation.",
            .map(names: nil, .either(level, byRelation))),
    ]

    private static let standardSeverities = Setting.map(
        Discrepancy.Relation.allCases.map { ($0.rawValue, .standard($0.severity.rawValue)) },
        origin: Setting.standardOrigin)

    private static let level = Shape.choice(SeverityPolicy.Level.allCases.map(\.rawValue))
    private static let byRelation = Shape.map(names: Discrepancy.Relation.allCases.map(\.rawValue), level)
}
