import Documents
import Extraction
import Values

/// Tells what differs, and how claims that differ stand to each other.
struct RelationRule {
    /// The ids of rules whose figure changes from report to report.
    let evolving: Set<String>
    let units: UnitTable
    /// Past forms of verbs by which somebody sets a figure anew.
    private let decided: Set<String> = [
        "cut", "reduced", "lowered", "raised", "increased", "commuted", "extended", "shortened", "revised", "lifted",
        "trimmed",
    ]

    /// - Parameter quantity: the value of the claim.
    func kind(of claim: Claim, _ quantity: ClaimQuantity) -> Discrepancy.Kind {
        if claim.attribute == "age" { return .age }
        return quantity.unit.flatMap { units[$0] }?.dimension == .time ? .duration : .quantity
    }

    func relation(_ a: Claim, _ b: Claim) -> Discrepancy.Relation {
        if evolving.contains(a.rule), let first = a.asOf, let second = b.asOf, !first.overlaps(second) {
            return .update
        }
        if isChanged(a) != isChanged(b) || isLaterEdition(a, b) { return .update }
        return Self.haveOtherSources(a, b) ? .sourcesDiffer : .contradiction
    }

    /// "The fine was cut to £24,500": somebody has decided otherwise since.
    private func isChanged(_ claim: Claim) -> Bool {
        guard let figure = claim.sentence.firstRange(of: claim.value.figure) else { return false }
        let words = claim.sentence[..<figure.lowerBound].split { !$0.isLetter }.suffix(Self.reach).map {
            $0.lowercased()
        }
        return words.last == "to" && words.contains(where: decided.contains)
    }

    /// Words between a decision and its figure, at the most.
    private static let reach = 8

    /// What one publisher tells on two days, of something that no rule knows to last: a bulletin and the next.
    private func isLaterEdition(_ a: Claim, _ b: Claim) -> Bool {
        guard a.isOpen, b.isOpen, let first = a.published, let second = b.published, !first.overlaps(second),
            let publisher = Self.publisher(a)
        else { return false }
        return publisher == Self.publisher(b)
    }

    private static func publisher(_ claim: Claim) -> String? { claim.about.last { $0.hasPrefix("@") } }

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
