import Reconciliation
import Testing

struct SeverityPolicyTests {
    private struct Setting {
        var level: SeverityPolicy.Level
        var target: SeverityPolicy.Target
        var relation: Discrepancy.Relation?
    }

    /// The severities of contradiction, sources-differ, update and variant; `-` for off.
    private func severities(_ settings: [Setting]) -> String {
        var policy = SeverityPolicy()
        for setting in settings { policy.set(setting.level, for: setting.target, relation: setting.relation) }
        return Discrepancy.Relation.allCases.map { relation in
            policy.severity(kind: .quantity, relation: relation, attribute: "deaths", rule: "casualties.deaths")?
                .rawValue
                ?? "-"
        }.joined(separator: " ")
    }

    @Test func leavesTheRelationsAlone() { #expect(severities([]) == "error warning notice notice") }

    @Test func setsRelations() {
        #expect(
            severities([
                Setting(level: .notice, target: .all, relation: .contradiction),
                Setting(level: .off, target: .all, relation: .variant),
            ]) == "notice warning notice -")
    }

    /// A level without a relation is the most that a discrepancy may weigh.
    @Test(arguments: [
        (SeverityPolicy.Level.error, "error warning notice notice"), (.warning, "warning warning notice notice"),
        (.notice, "notice notice notice notice"), (.off, "- - - -"),
    ])
    func limits(level: SeverityPolicy.Level, expected: String) {
        for target in [.kind(.quantity), .attribute("deaths"), .rule("casualties.deaths")]
            as [SeverityPolicy.Target]
        {
            #expect(severities([Setting(level: level, target: target)]) == expected)
        }
    }

    @Test func leavesOthersAlone() {
        let others: [SeverityPolicy.Target] = [.kind(.date), .attribute("injured"), .rule("casualties.injured")]
        for target in others {
            #expect(severities([Setting(level: .off, target: target)]) == "error warning notice notice")
        }
    }

    /// The order in which settings are made changes nothing.
    @Test func prefersTheParticular() {
        let settings = [
            Setting(level: .off, target: .kind(.quantity)), Setting(level: .error, target: .rule("casualties.deaths")),
            Setting(level: .notice, target: .attribute("deaths")),
            Setting(level: .error, target: .attribute("deaths"), relation: .update),
        ]
        #expect(severities(settings) == "error warning notice notice")
        #expect(severities(Array(settings.dropFirst(2))) == "notice notice error notice")
        #expect(severities(settings.reversed()) == severities(settings))
    }
}
