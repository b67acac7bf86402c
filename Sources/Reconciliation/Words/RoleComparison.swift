import Documents
import Extraction

/// Finds roles that one person cannot hold at one time, and consent that two rules want of two people.
struct RoleComparison {
    let claims: [Claim]
    let tables: RoleTables

    /// Days between two reports after which somebody may have changed office.
    private static let tenure = 90

    /// - Parameter story: the role claims of one story.
    func findings(in story: [Int]) -> [Disagreement] {
        var cells: [String: [Int]] = [:]
        let asserted = story.filter { claims[$0].modality == .asserted }
        let families = families(of: Set(asserted.map { key(claims[$0]) }))
        for index in asserted {
            let key = key(claims[index])
            cells[families[key] ?? key, default: []].append(index)
        }
        return cells.values.sorted { $0[0] < $1[0] }.flatMap { cell in
            claims[cell[0]].attribute == "role" ? offices(in: cell) : consents(in: cell)
        }
    }

    /// Roles are compared for one person, consent for one act and condition.
    private func key(_ claim: Claim) -> String {
        guard claim.attribute == "role" else {
            return claim.attribute + "\u{1F}" + claim.scope.sorted().joined(separator: "\u{1F}")
        }
        return NameComparison.words(claim.subject.text).map { String(decoding: $0, as: UTF8.self) }.joined(
            separator: " ")
    }

    /// The full name of whom a story gives by the family name as well, where only one person has it.
    private func families(of names: Set<String>) -> [String: String] {
        var bearers: [String: [String]] = [:]
        for name in names where name.contains(" ") && !name.contains("\u{1F}") {
            bearers[String(name[(name.lastIndex(of: " ") ?? name.startIndex)...].dropFirst()), default: []].append(name)
        }
        return bearers.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    // MARK: Offices

    /// The roles of a person, those that mean one together.
    private func offices(in cell: [Int]) -> [Disagreement] {
        var offices: [Office: [Int]] = [:]
        for index in cell where claims[index].scope.isEmpty {
            guard case .words(let role) = claims[index].value.content, let office = office(role) else { continue }
            offices[office, default: []].append(index)
        }
        return pairs(offices.values.sorted { $0[0] < $1[0] }) { first, second in
            guard case .words(let a) = claims[first].value.content, case .words(let b) = claims[second].value.content
            else { return false }
            return exclude(a, b) && mayBeOfOneBody(claims[first], claims[second])
        }
    }

    /// Offices of one noun in two fields, as of the defence and the health minister; two offices that one body has; two trades.
    func exclude(_ first: String, _ second: String) -> Bool {
        guard let a = office(first), let b = office(second) else { return false }
        if let one = a.post, let other = b.post { return one != other }
        if let one = a.trade, let other = b.trade { return one != other }
        return a.noun == b.noun && !a.fields.isEmpty && !b.fields.isEmpty && a.fields.isDisjoint(with: b.fields)
    }

    /// The chairman of a club may be chief executive of a firm.
    private func mayBeOfOneBody(_ a: Claim, _ b: Claim) -> Bool {
        let (first, second) = (a.terms.filter { $0.hasPrefix("@") }, b.terms.filter { $0.hasPrefix("@") })
        return first.isEmpty || second.isEmpty || !Set(first).isDisjoint(with: second)
    }

    private struct Office: Hashable {
        var noun: Substring
        var fields: Set<Int>
        /// Its number among the offices of a body.
        var post: Int?
        /// Its number among the trades.
        var trade: Int?
    }

    /// nil for a role that tells too little: "the minister" is any.
    private func office(_ role: String) -> Office? {
        let words = role.split(separator: " ")
        guard let noun = words.last else { return nil }
        let known = Set(words.dropLast().compactMap { tables.fields[String($0)] })
        if let post = tables.office(words) { return Office(noun: "", fields: [], post: post) }
        if let trade = tables.trade(words) { return Office(noun: "", fields: [], trade: trade) }
        return known.isEmpty ? nil : Office(noun: noun, fields: known)
    }

    // MARK: Consent

    /// Who has to agree, where no word is shared: a "manager" may be the "line manager".
    private func consents(in cell: [Int]) -> [Disagreement] {
        guard !claims[cell[0]].scope.isEmpty else { return [] }
        var holders: [Set<String>: [Int]] = [:]
        for index in cell { holders[words(index), default: []].append(index) }
        return pairs(holders.values.sorted { $0[0] < $1[0] }) { words($0).isDisjoint(with: words($1)) }
    }

    private func words(_ claim: Int) -> Set<String> {
        Set(claims[claim].value.text.split(separator: " ").map(String.init))
    }

    // MARK: Pairs

    /// The classes of equal claims of which two exclude each other and no document tells both.
    private func pairs(_ classes: [[Int]], exclude: (Int, Int) -> Bool) -> [Disagreement] {
        var members: Set<Int> = []
        for (place, first) in classes.enumerated() {
            for second in classes[(place + 1)...] where exclude(first[0], second[0]) {
                let documents = Set(first.map { claims[$0].document })
                guard !second.contains(where: { documents.contains(claims[$0].document) }) else { continue }
                let near = second.filter { second in first.contains { areOfOneTime(claims[$0], claims[second]) } }
                guard !near.isEmpty else { continue }
                members.formUnion(first + near)
            }
        }
        guard let first = members.min() else { return [] }
        let others = members.filter { claims[$0].document != claims[first].document }
        let relation = others.contains { !RelationRule.haveOtherSources(claims[first], claims[$0]) }
        return [Disagreement(kind: .role, relation: relation ? .contradiction : .sourcesDiffer, members: members)]
    }

    /// Rules stay until they are changed; people change office.
    private func areOfOneTime(_ a: Claim, _ b: Claim) -> Bool {
        guard a.attribute == "role", let first = a.published, let second = b.published else { return true }
        return first.overlaps(DayInterval(second.first + -Self.tenure, second.last + Self.tenure))
    }
}
