import Documents
import Extraction
import Language

/// Reads an excerpt as going on about what the other of two documents is about.
///
/// An excerpt speaks of "it" or "the film" from its first words on. Beside one document that names a film nobody would take
/// it for another one; among several nobody could tell.
enum Excerpts {
    /// The claims, those of an excerpt told of what the only other document begins with.
    static func read(_ claims: [Claim]) -> [Claim] {
        guard let (first, second) = twoDocuments(of: claims) else { return claims }
        return read(claims, second, after: first) ?? read(claims, first, after: second) ?? claims
    }

    /// nil for one document, and for three and more.
    private static func twoDocuments(of claims: [Claim]) -> (String, String)? {
        guard let first = claims.first?.document,
            let second = claims.first(where: { $0.document != first })?.document,
            claims.allSatisfy({ $0.document == first || $0.document == second })
        else { return nil }
        return (first, second)
    }

    private static func read(_ claims: [Claim], _ excerpt: String, after other: String) -> [Claim]? {
        guard let word = wordTakenUp(claims, excerpt), wordTakenUp(claims, other) == nil,
            let theme = theme(of: claims, other), let entity = theme.entity, fits(word, entity)
        else { return nil }
        let about = claims.first { $0.document == other }?.about ?? []
        return claims.map { claim in
            guard claim.document == excerpt else { return claim }
            var claim = claim
            claim.about = about + claim.about
            if isTold(claim, of: word) { claim.subject = theme }
            return claim
        }
    }

    /// "it", "film"
    private static func wordTakenUp(_ claims: [Claim], _ document: String) -> String? {
        let about = claims.first { $0.document == document }?.about ?? []
        return about.first { $0.hasPrefix("^") }.map { String($0.dropFirst()) }
    }

    /// The only thing with a name that the first sentence tells something of.
    private static func theme(of claims: [Claim], _ document: String) -> Subject? {
        let own = claims.filter { $0.document == document }
        guard let start = own.map(\.sentenceSpan.start).min() else { return nil }
        let named = own.filter {
            $0.sentenceSpan.start == start && $0.subject.entity?.name != nil
                && WordReconciler.Kind(rule: $0.rule) == nil
        }
        guard let theme = named.first?.subject, named.allSatisfy({ $0.subject.key == theme.key }) else { return nil }
        return theme
    }

    private static func fits(_ word: String, _ entity: Entity) -> Bool {
        switch word {
        case "he", "she": entity.type == .person
        case "they": true
        case "it": entity.type != .person
        default: entity.type != .person && (entity.noun == nil || entity.noun == word)
        }
    }

    private static let pronouns: Set<String> = ["it", "he", "she", "they"]

    /// Claims of no subject of their own, or of the noun.
    private static func isTold(_ claim: Claim, of word: String) -> Bool {
        if pronouns.contains(word) { return claim.subject.kind == .topic }
        guard let entity = claim.subject.entity else { return false }
        return entity.name == nil && entity.noun == word
    }
}
