import Documents
import Extraction
import Values

/// Tells what differs, and how claims that differ stand to each other.
struct RelationRule {
    /// The ids of rules whose figure changes from report to report.
    let evolving: Set<String>
    let units: UnitTable

    /// - Parameter quantity: the value of the claim.
    func kind(of claim: Claim, _ quantity: ClaimQuantity) -> Discrepancy.Kind {
        if claim.attribute == "age" { return .age }
        return quantity.unit.flatMap { units[$0] }?.dimension == .time ? .duration : .quantity
    }

    func relation(_ a: Claim, _ b: Claim) -> Discrepancy.Relation {
        if evolving.contains(a.rule), let first = a.asOf, let second = b.asOf, !first.overlaps(second) {
            return .update
        }
        return Self.haveOtherSources(a, b) ? .sourcesDiffer : .contradiction
    }

    /// Each is attributed, and to another party.
    static func haveOtherSources(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.attribution, let second = b.attribution else { return false }
        return words(first).isDisjoint(with: words(second))
    }

    /// The words of a source's name that tell it from others.
    private static func words(_ source: String) -> Set<String> {
        Set(source.lowercased().split { !$0.isLetter }.map(String.init)).subtracting([
            "the", "a", "an", "of", "for", "s",
        ])
    }
}
