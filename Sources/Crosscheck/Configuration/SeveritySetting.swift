import Reconciliation
import StrictYAML

/// One line of `severities` in a configuration.
struct SeveritySetting: Sendable {
    var level: SeverityPolicy.Level
    var target: SeverityPolicy.Target
    /// nil for the most that any discrepancy of the target may weigh.
    var relation: Discrepancy.Relation?
    /// `file:line:column` of the level.
    var place: String

    /// It is set for several rules, as in `casualties.*`.
    var isPattern: Bool {
        if case .rule(let id) = target { !TextPattern(id).isLiteral } else { false }
    }

    /// Reads the entries of `severities`; what is wrong is noted with the reader.
    static func settings(_ value: YAMLValue) -> [SeveritySetting] {
        let map = value.mapping(keys: ConfigurationKey.severities.map(\.name))
        var settings: [SeveritySetting] = []
        if let relations = map["relations"] { settings += byRelation(relations, target: .all) }
        for (key, level) in map["kinds"]?.entries() ?? [] {
            guard let kind = key.choice(Discrepancy.Kind.self) else { continue }
            settings += levels(level, target: .kind(kind))
        }
        for (key, level) in map["attributes"]?.entries() ?? [] {
            if let name = key.string() { settings += levels(level, target: .attribute(name)) }
        }
        for (key, level) in map["rules"]?.entries() ?? [] {
            if let id = key.string() { settings += levels(level, target: .rule(id)) }
        }
        return settings
    }

    /// One level for all relations, or one for each.
    private static func levels(_ value: YAMLValue, target: SeverityPolicy.Target) -> [SeveritySetting] {
        if value.isMapping { return byRelation(value, target: target) }
        guard let level = value.choice(SeverityPolicy.Level.self) else { return [] }
        return [SeveritySetting(level: level, target: target, relation: nil, place: value.fullPlace)]
    }

    private static func byRelation(_ value: YAMLValue, target: SeverityPolicy.Target) -> [SeveritySetting] {
        value.entries().compactMap { key, level in
            guard let relation = key.choice(Discrepancy.Relation.self),
                let chosen = level.choice(SeverityPolicy.Level.self)
            else { return nil }
            return SeveritySetting(level: chosen, target: target, relation: relation, place: level.fullPlace)
        }
    }

    /// What the level is set for, for a reader: "the rule 'casualties.deaths', update".
    var subject: String {
        let name: String? =
            switch target {
            case .all: nil
            case .kind(let kind): "the kind '\(kind.rawValue)'"
            case .attribute(let name): "the attribute '\(name)'"
            case .rule(let id): "the rule '\(id)'"
            }
        return [name, relation.map { "the relation '\($0.rawValue)'" }].compactMap { $0 }.joined(separator: ", ")
    }
}
