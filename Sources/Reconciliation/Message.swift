import Documents
import Extraction
import Values

/// The English sentence of a discrepancy.
enum Message {
    /// "Deaths (attack, Crocus City Hall, Moscow, March 2024): 145, over 150 and 149 cannot all hold."
    static func of(_ relation: Discrepancy.Relation, subject: Subject, claims: [Claim]) -> String {
        if let kind = WordReconciler.Kind(rule: claims[0].rule) { return of(kind, claims) }
        let scope = narrowing(claims[0].scope)
        if let facts = fact(relation, claims) { return capitalized(facts.about) + ": " + facts.values }
        if let quotes = quotes(relation, claims) { return quotes }
        let what = capitalized(claims[0].attribute) + scope + " (\(subject.text)): "
        switch relation {
        case .contradiction:
            let figures = distinctFigures(claims)
            return what + joined(figures) + cannotHold(figures.count)
        case .sourcesDiffer:
            return what + joined(claims.map { "\($0.value.figure) says \($0.attribution ?? $0.document)" }) + "."
        case .update:
            let keys = claims.map { (day: $0.asOf?.first ?? .init(number: .min), lower: lower($0)) }
            let order = claims.indices.sorted { a, b in
                (keys[a].day, keys[a].lower, a) < (keys[b].day, keys[b].lower, b)
            }
            return what + distinctFigures(order.map { claims[$0] }).joined(separator: ", then ") + "."
        case .variant: return what + "written as \(joined(distinctFigures(claims)))."
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

    private static func lower(_ claim: Claim) -> Double {
        claim.value.quantity?.interval.lower.map { Double("\($0)") ?? 0 } ?? 0
    }

    /// One figure for each value, as first written.
    private static func distinctFigures(_ claims: [Claim]) -> [String] {
        var seen: Set<ClaimValue.Content> = []
        return claims.filter { seen.insert($0.value.content).inserted }
            .map { claim in
                let figure = claim.value.figure
                // "June 1866" keeps its capital inside a sentence.
                return claim.value.time == nil ? figure.prefix(1).lowercased() + figure.dropFirst() : figure
            }
    }

    private static func joined(_ parts: [String], by word: String = "and") -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
