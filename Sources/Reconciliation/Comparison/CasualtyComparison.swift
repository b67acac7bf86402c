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

    /// How two figures stand to each other, whenever they were counted.
    enum Standing {
        /// Both can hold.
        case agree
        /// Some number fits both, but they are two stages of one count; or are, where they were counted on two days.
        case stages, stagesOfTwoDays
        case apart
    }

    func standing(_ a: CasualtyFigure, _ b: CasualtyFigure) -> Standing {
        guard let first = a.quantity, let second = b.quantity else { return .agree }
        if namesSome(first, of: second) || namesSome(second, of: first) { return .agree }
        if tolerance.allows(first, second, on: a.attribute) { return .agree }
        return first.interval.intersects(second.interval) ? standingOfCounts(first, second) : .apart
    }

    /// - Parameter standing: that of the figures.
    func verdict(_ a: CasualtyFigure, _ b: CasualtyFigure, _ standing: Standing) -> Verdict {
        guard standing != .agree else { return .agree }
        let changes = evolves && !(isSettled(a) && isSettled(b))
        let areOfTwoDays = a.asOf.flatMap { first in b.asOf.map { !first.overlaps($0) } } ?? false
        switch standing {
        case .agree: return .agree
        case .stages: return changes ? .differ(.quantity, .update) : .agree
        case .stagesOfTwoDays: return changes && areOfTwoDays ? .differ(.quantity, .update) : .agree
        case .apart:
            if changes, areOfTwoDays { return .differ(.quantity, .update) }
            let dated = a.asOf != nil && b.asOf != nil
            let haveOtherSources = RelationRule.areOtherSources(a.attribution, b.attribution)
            return .differ(
                .quantity, haveOtherSources ? .sourcesDiffer : .contradiction, isDated: dated || !changes)
        }
    }

    /// "killed his daughter" says nothing against three dead: people told of without a number may be some of those counted.
    private func namesSome(_ some: ClaimQuantity, of all: ClaimQuantity) -> Bool {
        guard some.precision == 0, all.precision > 0, let named = some.interval.upper, let counted = all.interval.lower
        else { return false }
        return named <= counted
    }

    /// "At least 718" tells how many were counted so far; another count of the same figure is a newer or older stage. Figures
    /// with "more than" are rounded, and agree with whatever lies above.
    private func standingOfCounts(_ a: ClaimQuantity, _ b: ClaimQuantity) -> Standing {
        guard let first = a.interval.lower, let second = b.interval.lower else { return .agree }
        switch (a.bound, b.bound) {
        case (.atLeast, .atLeast): return first != second ? .stages : .agree
        case (.atLeast, nil), (nil, .atLeast): return first != second ? .stagesOfTwoDays : .agree
        default: return .agree
        }
    }

    private func isSettled(_ figure: CasualtyFigure) -> Bool {
        guard let event = figure.event, let asOf = figure.asOf else { return false }
        return asOf.first - event.last > settlesAfter
    }
}

/// What comparing casualties looks at of a claim.
struct CasualtyFigure {
    var attribute: String
    var quantity: ClaimQuantity?
    var attribution: String?
    /// When it was counted.
    var asOf: DayInterval?
    /// When the event happened.
    var event: DayInterval?

    init(_ claim: Claim) {
        attribute = claim.attribute
        quantity = claim.value.quantity
        attribution = claim.attribution
        asOf = claim.asOf
        event = claim.subject.event?.time
    }
}
