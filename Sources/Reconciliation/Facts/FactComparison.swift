import Documents
import Extraction
import Language

/// Tells whether two facts of one group exclude each other.
struct FactComparison {
    let places: PlaceComparison
    let kinds: KindComparison
    private let ranks: RankComparison
    /// The ids of rules for what a story has one of.
    private let once: Set<String>
    /// The ids of rules for what happens once, whenever a text says that it did.
    private let timeless: Set<String>

    init(_ rules: RuleSet, gazetteer: Gazetteer?) {
        places = PlaceComparison(rules.facts, gazetteer: gazetteer)
        kinds = KindComparison(rules.facts)
        ranks = RankComparison(rules.facts)
        once = Set(rules.opposites.filter(\.isOnce).map(\.id)).union([Claim.defaultRule])
        timeless = Set(rules.places.filter { $0.isOnce || $0.isLasting }.map(\.id))
    }

    /// What differs; nil where both can hold, or nobody can tell.
    func difference(_ a: (claim: Claim, profile: FactProfile), _ b: (claim: Claim, profile: FactProfile))
        -> Discrepancy.Kind?
    {
        if case .time(let first) = a.claim.value.content, case .time(let second) = b.claim.value.content {
            return mayBeOneThing(a.profile, b.profile) ? TimeComparison.difference(first, second) : nil
        }
        let match = a.profile.subject.match(b.profile.subject)
        guard match != .different, mayBeOneTime(a.claim, b.claim) else { return nil }
        switch (a.claim.value.content, b.claim.value.content) {
        case (.place(let first, nil), .place(let second, nil)):
            let isOne = arePlacesOfOne(a.profile, b.profile, match) || turnsOnOne(a, b)
            return isOne && places.exclude(first, second) ? .place : nil
        case (.place(let first, let one?), .place(let second, let other?)):
            let isOne = PlaceComparison.shareAnchor(first, second) && !a.profile.sharedTerms(b.profile).isEmpty
            return isOne && PlaceComparison.areApart(one, other) ? .place : nil
        case (.rank, .rank): return ranks.exclude(a, b, match) ? .rank : nil
        case (.polarity(let first), .polarity(let second)):
            guard first != second else { return nil }
            let isOnce = once.contains(a.claim.rule)
            return PolarityComparison.areOne(yes: first ? a : b, no: first ? b : a, match, isOnce: isOnce)
                ? .polarity : nil
        case (.set(let first, _), .set(let second, _)):
            return match == .same && kinds.areForeign(first, second) ? .role : nil
        case (.words(let first), .words(let second)):
            let isMoreAlike = !a.profile.sharedTerms(b.profile).isEmpty
            return match == .same && kinds.exclude(first, second, isMoreAlike: isMoreAlike) ? .role : nil
        default: return nil
        }
    }

    /// What a story has one date of is told of it by many nouns; two names are two things.
    private func mayBeOneThing(_ a: FactProfile, _ b: FactProfile) -> Bool {
        a.subject.name.isEmpty || b.subject.name.isEmpty || a.subject.match(b.subject) == .same
    }

    /// One subject; or as many of the same, where a document does not tell who.
    private func arePlacesOfOne(_ a: FactProfile, _ b: FactProfile, _ match: SubjectMatch) -> Bool {
        match == .same && !(a.subject.name.isEmpty && b.subject.name.isEmpty && a.sharedTerms(b).isEmpty)
            || !a.sharedTerms(b).isEmpty && match == .open
    }

    /// What happens to somebody once, where one text tells it of "him" and turns on whom the other names.
    private func turnsOnOne(_ a: (claim: Claim, profile: FactProfile), _ b: (claim: Claim, profile: FactProfile))
        -> Bool
    {
        guard timeless.contains(a.claim.rule), a.claim.subject.kind == .topic || b.claim.subject.kind == .topic else {
            return false
        }
        let (untold, told) = a.claim.subject.kind == .topic ? (a.claim, b.profile) : (b.claim, a.profile)
        guard let family = told.subject.name.last else { return false }
        return untold.about.prefix(Self.foremost).contains { $0.split(separator: " ").last == family }
    }

    /// Names that a document turns on most.
    private static let foremost = 4

    /// Times that the claims are told for must meet; a time that one claim alone has must be near the other's publication.
    private func mayBeOneTime(_ a: Claim, _ b: Claim) -> Bool {
        switch (a.time?.days, b.time?.days) {
        case (let first?, let second?): first.overlaps(second)
        case (let days?, nil): timeless.contains(a.rule) || isNear(days, b.published)
        case (nil, let days?): timeless.contains(a.rule) || isNear(days, a.published)
        case (nil, nil): true
        }
    }

    private func isNear(_ days: DayInterval, _ published: DayInterval?) -> Bool {
        guard let published else { return true }
        return days.overlaps(DayInterval(published.first + -Self.slack, published.last + Self.slack))
    }

    /// Days before and after publication that a report without a date is about.
    private static let slack = 21
}
