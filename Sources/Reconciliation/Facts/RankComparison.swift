import Extraction

/// Compares places in an order.
struct RankComparison {
    typealias Fact = (claim: Claim, profile: FactProfile)

    private let contraries: [[String]]

    init(_ tables: FactTables) { contraries = tables.contraries }

    /// True where one thing cannot have both places.
    func exclude(_ a: Fact, _ b: Fact, _ match: SubjectMatch) -> Bool {
        guard case .rank(let first, let one) = a.claim.value.content,
            case .rank(let second, let other) = b.claim.value.content
        else { return false }
        let areSeveral = a.claim.scope != b.claim.scope || !a.claim.scope.isEmpty
        if one == other {
            // Among several of a sort the largest may be any.
            guard !areSeveral, first != second, areAlike(a.profile, b.profile) else { return false }
            return match == .same || isOnly(a, b)
        }
        guard let one, let other, areContrary(one, other), first == second else { return false }
        return match != .different && haveOneScope(a.profile, b.profile)
            && (match == .same || a.profile.terms.count > 1)
    }

    private func areContrary(_ a: String, _ b: String) -> Bool {
        contraries.contains { $0.contains(a) && $0.contains(b) }
    }

    private func haveOneScope(_ a: FactProfile, _ b: FactProfile) -> Bool {
        let shared = a.sharedTerms(b).count
        return shared > 0 && shared == min(a.terms.count, b.terms.count)
    }

    /// Noun, sort and deed are the same but for the words by which one is told more fully.
    private func areAlike(_ a: FactProfile, _ b: FactProfile) -> Bool {
        let shared = a.sharedTerms(b).count
        let (least, most) = (min(a.terms.count, b.terms.count), max(a.terms.count, b.terms.count))
        return shared >= 2 && shared * 2 >= least && most - shared <= 3
    }

    /// Where a document does not say who has the rank, it must be about the one that has it in the other.
    private func isOnly(_ a: Fact, _ b: Fact) -> Bool {
        guard a.profile.subject.name.isEmpty || b.profile.subject.name.isEmpty else { return false }
        let name = (a.profile.subject.name.isEmpty ? b : a).profile.subject.name.joined(separator: " ")
        let other = a.profile.subject.name.isEmpty ? a.claim : b.claim
        return name.isEmpty
            || other.about.prefix(3).contains { $0 == name || $0.hasSuffix(" " + name) || name.hasPrefix($0) }
    }
}
