/// How severe each sort of discrepancy is: the relation decides, unless something else is set.
///
/// A level that is set for a relation holds exactly. A level that is set for a kind, an attribute or a rule as a whole is
/// the most that its discrepancies may weigh, so that an update stays a notice. The most particular one counts: a rule
/// before an attribute, an attribute before a kind.
public struct SeverityPolicy: Hashable, Sendable {
    /// A severity, or none: such a discrepancy is not reported.
    public enum Level: String, CaseIterable, Sendable {
        case error, warning, notice, off
    }

    /// What a level is set for.
    public enum Target: Hashable, Sendable {
        case all
        case kind(Discrepancy.Kind)
        case attribute(String)
        /// By the rule's id.
        case rule(String)
    }

    private struct Key: Hashable {
        var target: Target
        /// nil for all relations.
        var relation: Discrepancy.Relation?
    }

    private var levels: [Key: Level] = [:]

    /// The severities of the relations alone.
    public init() {}

    /// - Parameter relation: nil for the most that any may weigh.
    public mutating func set(_ level: Level, for target: Target, relation: Discrepancy.Relation?) {
        levels[Key(target: target, relation: relation)] = level
    }

    /// The severity of a discrepancy; nil where it is off.
    public func severity(
        kind: Discrepancy.Kind, relation: Discrepancy.Relation, attribute: String, rule: String
    ) -> Discrepancy.Severity? {
        let usual = levels[Key(target: .all, relation: relation)] ?? Level(relation.severity)
        var level = usual
        for target in [.kind(kind), .attribute(attribute), .rule(rule)] as [Target] {
            if let exact = levels[Key(target: target, relation: relation)] {
                level = exact
            } else if let most = levels[Key(target: target)] {
                level = most.weight < usual.weight ? most : usual
            }
        }
        return level.severity
    }

    /// The discrepancies with their severities, without those that are off. One that was found too uncertain for the
    /// severity of its relation stays below it.
    func applied(to discrepancy: Discrepancy) -> Discrepancy? {
        guard
            let severity = severity(
                kind: discrepancy.kind, relation: discrepancy.relation, attribute: discrepancy.attribute,
                rule: discrepancy.rule)
        else { return nil }
        var discrepancy = discrepancy
        let isUncertain = discrepancy.severity < discrepancy.relation.severity
        discrepancy.severity = isUncertain ? min(severity, discrepancy.severity) : severity
        return discrepancy
    }
}

extension SeverityPolicy.Level {
    fileprivate init(_ severity: Discrepancy.Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .notice: self = .notice
        }
    }

    fileprivate var severity: Discrepancy.Severity? {
        switch self {
        case .error: .error
        case .warning: .warning
        case .notice: .notice
        case .off: nil
        }
    }

    fileprivate var weight: Int {
        switch self {
        case .off: 0
        case .notice: 1
        case .warning: 2
        case .error: 3
        }
    }
}
