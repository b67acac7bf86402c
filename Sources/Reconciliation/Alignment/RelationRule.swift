import Documents
import Extraction
import Values

/// Tells what differs, and how claims that differ stand to each other.
struct RelationRule {
    /// The ids of rules whose figure changes from report to report.
    let evolving: Set<String>
    let units: UnitTable
    /// Past forms of verbs by which somebody sets a figure anew.
    private static let decided: Set<String> = [
        "cut", "reduced", "lowered", "raised", "increased", "commuted", "extended", "shortened", "revised", "lifted",
        "trimmed",
    ]

    /// - Parameter quantity: the value of the claim.
    func kind(of claim: Claim, _ quantity: ClaimQuantity) -> Discrepancy.Kind {
        kind(of: quantity, isAge: claim.attribute == "age")
    }

    func kind(of quantity: ClaimQuantity, isAge: Bool) -> Discrepancy.Kind {
        if isAge { return .age }
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
        guard let before = claim.sentence.text(before: claim.value.figure), Self.leadsTo(before) else { return false }
        return before.split { !$0.isLetter }.suffix(Self.reach).contains { Self.decided.contains($0.lowercased()) }
    }

    /// The last word is "to".
    private static func leadsTo(_ text: Substring) -> Bool {
        let last = text.reversed().drop { !$0.isLetter }.prefix { $0.isLetter }
        return String(last).lowercased() == "ot"
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
    static func haveOtherSources(_ a: Claim, _ b: Claim) -> Bool { areOtherSources(a.attribution, b.attribution) }

    /// Both are told, and are two parties.
    static func areOtherSources(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return false }
        return words(a).isDisjoint(with: words(b))
    }

    /// The words of a source's name that tell it from others.
    private static func words(_ source: String) -> Set<String> {
        Set(source.lowercased().split { !$0.isLetter }.map(String.init)).subtracting([
            "the", "a", "an", "of", "for", "s",
        ])
    }
}

extension String {
    /// What stands before the first place where another text does; nil where it stands nowhere.
    fileprivate func text(before other: String) -> Substring? {
        var (whole, part) = (self, other)
        let place = whole.withUTF8 { whole in
            part.withUTF8 { part in
                (0..<max(0, whole.count - part.count + 1)).first { whole[$0..<($0 + part.count)].elementsEqual(part) }
            }
        }
        return place.map { self[..<utf8.index(startIndex, offsetBy: $0)] }
    }
}
