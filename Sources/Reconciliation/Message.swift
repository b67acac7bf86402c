import Documents
import Extraction
import Values

/// The English sentence of a discrepancy.
enum Message {
    /// "Deaths (attack, Crocus City Hall, Moscow, March 2024): 145, over 150 and 149 cannot all hold."
    static func of(_ relation: Discrepancy.Relation, subject: Subject, claims: [Claim]) -> String {
        let scope = claims[0].scope.isEmpty ? "" : " of " + claims[0].scope.joined(separator: ", ")
        if let facts = fact(relation, claims) { return capitalized(facts.about) + ": " + facts.values }
        let what = capitalized(claims[0].attribute) + scope + " (\(subject.text)): "
        switch relation {
        case .contradiction:
            let figures = distinctFigures(claims)
            return what + "\(joined(figures)) cannot \(figures.count == 2 ? "both" : "all") hold."
        case .sourcesDiffer:
            return what + joined(claims.map { "\($0.value.figure) says \($0.attribution ?? $0.document)" }) + "."
        case .update:
            let dated = claims.enumerated().sorted { a, b in
                let first = a.element.asOf?.first ?? .init(number: .min)
                let second = b.element.asOf?.first ?? .init(number: .min)
                return (first, lower(a.element), a.offset) < (second, lower(b.element), b.offset)
            }.map(\.element)
            return what + distinctFigures(dated).joined(separator: ", then ") + "."
        case .variant: return what + "written as \(joined(distinctFigures(claims)))."
        }
    }

    /// What did or did not happen, and places in an order, told in the words of the texts.
    private static func fact(_ relation: Discrepancy.Relation, _ claims: [Claim]) -> (about: String, values: String)? {
        switch claims[0].value.content {
        case .polarity, .rank: break
        case .quantity, .time, .place, .name, .set, .words: return nil
        }
        let subject = claims.first { $0.subject.entity?.name != nil } ?? claims[0]
        let figures = distinctFigures(claims).map { "“\($0)”" }
        let end =
            relation == .sourcesDiffer
            ? ", as different sources say." : " cannot \(figures.count == 2 ? "both" : "all") hold."
        return (subject.subject.text, joined(figures) + end)
    }

    private static func lower(_ claim: Claim) -> Double {
        claim.value.quantity?.interval.lower.map { Double("\($0)") ?? 0 } ?? 0
    }

    /// One figure for each value, as first written.
    private static func distinctFigures(_ claims: [Claim]) -> [String] {
        var seen: Set<String> = []
        return claims.filter { seen.insert($0.value.reading).inserted }
            .map { $0.value.figure.prefix(1).lowercased() + $0.value.figure.dropFirst() }
    }

    private static func joined(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
