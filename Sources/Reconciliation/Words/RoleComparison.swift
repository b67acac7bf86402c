import Documents
import Extraction

/// Finds roles that one person cannot hold at one time, and consent that two rules want of two people.
struct RoleComparison {
    let claims: [Claim]
    /// The field of each word that names one.
    private let fields: [String: Int]

    /// - Parameter portfolios: words for fields of offices, those of one field together.
    init(claims: [Claim], portfolios: [[String]]) {
        self.claims = claims
        var fields: [String: Int] = [:]
        for (field, words) in portfolios.enumerated() {
            for word in words { fields[word.lowercased()] = field }
        }
        self.fields = fields
    }

    /// Days between two reports after which somebody may have changed office.
    private static let tenure = 90

    /// - Parameter story: the role claims of one story.
    func findings(in story: [Int]) -> [Disagreement] {
        var cells: [String: [Int]] = [:]
        for index in story where claims[index].modality == .asserted {
            cells[key(claims[index]), default: []].append(index)
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

    // MARK: Offices

    /// The offices of a person, by their last word and field.
    private func offices(in cell: [Int]) -> [Disagreement] {
        var offices: [Office: [Int]] = [:]
        for index in cell where claims[index].scope.isEmpty {
            guard case .words(let role) = claims[index].value.content, let office = office(role) else { continue }
            offices[office, default: []].append(index)
        }
        return pairs(offices.values.sorted { $0[0] < $1[0] }) { first, second in
            guard case .words(let a) = claims[first].value.content, case .words(let b) = claims[second].value.content
            else { return false }
            return exclude(a, b)
        }
    }

    /// Offices of one noun in two fields, as of the defence and the health minister.
    func exclude(_ first: String, _ second: String) -> Bool {
        guard let a = office(first), let b = office(second) else { return false }
        return a.noun == b.noun && a.fields.isDisjoint(with: b.fields)
    }

    private struct Office: Hashable {
        var noun: String
        var fields: Set<Int>
    }

    /// nil for a role that tells no field: "the minister" is any.
    private func office(_ role: String) -> Office? {
        let words = role.split(separator: " ").map(String.init)
        let known = Set(words.dropLast().compactMap { fields[$0] })
        guard let noun = words.last, !known.isEmpty else { return nil }
        return Office(noun: noun, fields: known)
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
