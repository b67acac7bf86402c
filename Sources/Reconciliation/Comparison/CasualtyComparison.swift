import Documents
import Extraction
import FoundationEssentials
import Values

/// Compares the values of two comparable claims by their intervals.
struct CasualtyComparison {
    /// The figure changes while the event is fresh.
    let evolves: Bool
    /// Days after the event from which on the figure is taken to be final.
    let settlesAfter: Int
    /// The figure was made of another one of its document, which is compared itself.
    let isInferred: Bool
    let tolerance: ToleranceComparison

    func verdict(_ a: Claim, _ b: Claim) -> Verdict {
        guard let first = a.value.quantity, let second = b.value.quantity else { return .agree }
        if namesSome(first, of: second) || namesSome(second, of: first) { return .agree }
        if tolerance.allows(first, second, on: a.attribute) { return .agree }
        let changes = evolves && !(isSettled(a) && isSettled(b))
        if first.interval.intersects(second.interval) {
            return changes && isRunningCount(a, b) ? .differ(.quantity, .update) : .agree
        }
        let dated = a.asOf != nil && b.asOf != nil
        if changes, let first = a.asOf, let second = b.asOf, !first.overlaps(second) {
            return .differ(.quantity, .update)
        }
        return .differ(
            .quantity, RelationRule.haveOtherSources(a, b) ? .sourcesDiffer : .contradiction, isDated: dated || !changes
        )
    }

    /// "killed his daughter" says nothing against three dead: people told of without a number may be some of those counted.
    private func namesSome(_ some: ClaimQuantity, of all: ClaimQuantity) -> Bool {
        guard some.precision == 0, all.precision > 0, let named = some.interval.upper, let counted = all.interval.lower
        else { return false }
        return named <= counted
    }

    /// "At least 718" tells how many were counted so far; another count of the same figure is a newer or older stage. Figures
    /// with "more than" are rounded, and agree with whatever lies above.
    private func isRunningCount(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.value.quantity?.interval.lower, let second = b.value.quantity?.interval.lower,
            first != second
        else { return false }
        switch (a.value.quantity?.bound, b.value.quantity?.bound) {
        case (.atLeast, .atLeast): return true
        case (.atLeast, nil), (nil, .atLeast):
            guard let first = a.asOf, let second = b.asOf else { return false }
            return !first.overlaps(second)
        default: return false
        }
    }

    private func isSettled(_ claim: Claim) -> Bool {
        guard let event = claim.subject.event?.time, let asOf = claim.asOf else { return false }
        return asOf.first - event.last > settlesAfter
    }
}
