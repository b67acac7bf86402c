import Extraction

/// Tells whether a denial and an assertion are about one thing.
enum PolarityComparison {
    typealias Fact = (claim: Claim, profile: FactProfile)

    /// - Parameter isOnce: a story has one of what it is told of, which its noun alone tells.
    static func areOne(yes: Fact, no: Fact, _ match: SubjectMatch, isOnce: Bool) -> Bool {
        let shared = yes.profile.sharedTerms(no.profile).count
        guard shared > 0 else { return false }
        // Who denies a thing denies it of every sort; who affirms it of one sort may deny it of another.
        if yes.claim.isOpen || no.claim.isOpen {
            return shared == no.profile.terms.count && (match == .same || shared >= 2)
        }
        let least = min(yes.profile.terms.count, no.profile.terms.count)
        let isMost = shared * 5 >= least * 3
        return isMost && (shared >= 2 || (match == .same || isOnce) && least == 1)
    }
}
