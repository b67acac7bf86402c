import Documents
import Extraction
import Values

/// The English sentence of a discrepancy.
enum Message {
    /// "Deaths (attack, Crocus City Hall, Moscow, March 2024): 145, over 150 and 149 cannot all hold."
    /// - Parameter values: numbers of the values of the claims, equal for equal ones.
    static func of(
        _ relation: Discrepancy.Relation, subject: Subject, claims: [Claim], values: [Int32]
    ) -> String {
        if let kind = WordReconciler.Kind(rule: claims[0].rule) { return of(kind, claims) }
        let scope = narrowing(claims[0].scope)
        if let facts = fact(relation, claims) { return capitalized(facts.about) + ": " + facts.values }
        if let quotes = quotes(relation, claims) { return quotes }
        let what = capitalized(claims[0].attribute) + scope + " (\(subject.text)): "
        switch relation {
        case .contradiction:
            let figures = distinct(values).map { figure(claims[$0]) }
            return what + joined(figures) + cannotHold(figures.count)
        case .sourcesDiffer:
            return what + joined(claims.map { "\($0.value.figure) says \($0.attribution ?? $0.document)" }) + "."
        case .update:
            let figures = distinctInTime(values, claims).map { figure(claims[$0]) }
            return what + figures.joined(separator: ", then ") + "."
        case .variant: return what + "written as \(joined(distinct(values).map { figure(claims[$0]) }))."
        }
    }

    /// Figures that no attribute brings together, each in the words of its text: "took the money of 412 customers".
    private static func quotes(_ relation: Discrepancy.Relation, _ claims: [Claim]) -> String? {
        guard claims[0].value.quantity != nil, claims.contains(where: { $0.attribute != claims[0].attribute }),
            relation == .contradiction || relation == .sourcesDiffer
        else { return nil }
        let subject = claims.first { $0.subject.entity?.name != nil }.map { capitalized($0.subject.text) + ": " }
        var seen: Set<String> = []
        let told = claims.filter { seen.insert($0.value.reading).inserted }.map { "“\($0.quote)”" }
        return (subject ?? "") + opposed(told, relation)
    }

    /// "“yes” and “no” cannot both hold."
    private static func opposed(_ told: [String], _ relation: Discrepancy.Relation) -> String {
        relation == .sourcesDiffer
            ? joined(told) + ", as different sources say." : joined(told) + cannotHold(told.count)
    }

    private static func cannotHold(_ count: Int) -> String { " cannot \(count == 2 ? "both" : "all") hold." }

    /// " of children", " in Westmoor": what narrows an attribute, behind it.
    private static func narrowing(_ scope: [String]) -> String {
        guard let first = scope.first?.split(separator: " ").first else { return "" }
        return (prepositions.contains(String(first)) ? " " : " of ") + scope.joined(separator: ", ")
    }

    private static let prepositions: Set<String> = ["of", "in", "at", "per", "among", "before", "within"]

    /// "Height (Mount Everest): 8,849 m in facts.yaml (Survey 2020), but this document says 8,611 m."
    static func of(_ claim: Claim, against fact: Claim) -> String {
        let source = fact.attribution.map { " (\($0))" } ?? ""
        return
            "\(capitalized(fact.attribute)) (\(fact.subject.text)): \(fact.value.figure) in \(fact.document)\(source), "
            + "but this document says \(claim.value.figure)."
    }

    private static func of(_ kind: WordReconciler.Kind, _ claims: [Claim]) -> String {
        let values = distinctValues(claims)
        switch kind {
        case .name: return "The name is written \(joined(values))."
        case .role where claims[0].attribute != "role":
            let condition = claims[0].scope.isEmpty ? "" : " (\(claims[0].scope.joined(separator: ", ")))"
            return "The \(values[0]) has to \(claims[0].attribute)\(condition) in one, "
                + "the \(values.dropFirst().joined(separator: ", the ")) in another."
        case .role:
            let others = values.dropFirst().joined(separator: ", ")
            return "\(claims[0].subject.text) is \(values[0]) in one, \(others) in another: they cannot both hold."
        case .quotation:
            let speaker = claims.lazy.compactMap(\.attribution).first.map { " of " + $0 } ?? ""
            return "The words\(speaker) are quoted as \(joined(values.map { "“\($0)”" }))."
        case .set:
            return "The list is given as \(joined(values, by: "and as")); only some have \(joined(odd(claims)))."
        }
    }

    /// The members that not all lists have.
    private static func odd(_ claims: [Claim]) -> [String] {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for claim in claims {
            guard case .set(let members, _) = claim.value.content else { continue }
            for member in members {
                if counts[member] == nil { order.append(member) }
                counts[member, default: 0] += 1
            }
        }
        return order.filter { counts[$0] != claims.count }
    }

    /// Values that are words, as first written.
    private static func distinctValues(_ claims: [Claim]) -> [String] {
        var seen: Set<String> = []
        return claims.map(\.value.text).filter { seen.insert($0.lowercased()).inserted }
    }

    /// What did or did not happen, and places in an order, told in the words of the texts.
    private static func fact(_ relation: Discrepancy.Relation, _ claims: [Claim]) -> (about: String, values: String)? {
        switch claims[0].value.content {
        case .polarity, .rank: break
        case .set, .words: guard claims[0].rule.hasPrefix("kind.") else { return nil }
        case .quantity, .time, .place, .name: return nil
        }
        let subject = claims.first { $0.subject.entity?.name != nil } ?? claims[0]
        var seen: Set<String> = []
        let figures = claims.filter { seen.insert($0.value.reading).inserted }.map { "“\($0.value.figure)”" }
        return (subject.subject.text, opposed(figures, relation))
    }

    /// The first place of each value.
    private static func distinct(_ values: [Int32]) -> [Int] {
        var seen: Set<Int32> = []
        return values.indices.filter { seen.insert(values[$0]).inserted }
    }

    /// The place of the earliest claim of each value, the earliest of all first, of one day the least.
    private static func distinctInTime(_ values: [Int32], _ claims: [Claim]) -> [Int] {
        let days = claims.indices.map { claims[$0].asOf?.first.number ?? .min }
        var earliest: [Int32: Int] = [:]
        for (place, value) in values.enumerated() {
            if days[place] < earliest[value].map({ days[$0] }) ?? .max { earliest[value] = place }
        }
        return earliest.values.sorted { a, b in
            days[a] != days[b] ? days[a] < days[b] : (lower(claims[a]), a) < (lower(claims[b]), b)
        }
    }

    private static func lower(_ claim: Claim) -> Double {
        claim.value.quantity?.interval.lower.map { Double("\($0)") ?? 0 } ?? 0
    }

    /// As written, to stand inside a sentence.
    private static func figure(_ claim: Claim) -> String {
        let figure = claim.value.figure
        // "June 1866" keeps its capital inside a sentence.
        return claim.value.time == nil ? figure.prefix(1).lowercased() + figure.dropFirst() : figure
    }

    private static func joined(_ parts: [String], by word: String = "and") -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
