import Extraction

/// Compares the claims whose values are names or words, each kind in its own way.
struct WordReconciler {
    let claims: [Claim]
    let set: ClaimSet
    let roles: RoleTables

    /// The kinds of claim that are compared here and nowhere else, by the id of their rule.
    enum Kind: String, CaseIterable {
        case name, role, quotation, set

        /// nil for claims of other rules.
        init?(rule: String) { self.init(rawValue: rule) }

        /// Every two claims of the kind that are compared share one of these: what their documents are about, and for
        /// names how they sound.
        func blocks(of claim: Claim) -> [String] {
            let sounds = NameComparison.words(claim.value.text).map { Spelling.skeleton($0) }.joined(separator: [0x20])
            let own = self == .name ? ["name|=" + String(decoding: Array(sounds), as: UTF8.self)] : []
            let folder = Self.folder(of: claim).map { ["\(claim.attribute)|/\($0)"] } ?? []
            return (StoryKeys.keys(of: claim).map { rawValue + "|" + $0 } + own + folder).sorted()
        }

        /// The folder of the document of a claim that tells a house's rule.
        static func folder(of claim: Claim) -> Substring? {
            guard claim.rule == Self.role.rawValue, claim.attribute != Self.role.rawValue else { return nil }
            return claim.document.lastIndex(of: "/").map { claim.document[..<$0] } ?? ""
        }
    }

    /// A kind of claim in one story.
    private struct Cell: Hashable {
        var story: Int
        /// The folder of a house's rules.
        var folder: Substring?
        var kind: Kind
    }

    func findings() -> [Disagreement] {
        let kinds = set.numbers.rules.things.map { Kind(rule: $0) }
        return claims.indices.grouped { index in kinds[Int(set.numbers.rule[index])].map { cell(of: index, $0) } }
            .flatMap { findings($0.key.kind, in: $0.members) }
    }

    /// A story may be known by the very name that its documents spell in two ways; the rules of a house name nobody, and
    /// its pages lie in one folder.
    private func cell(of index: Int, _ kind: Kind) -> Cell {
        if kind == .name { return Cell(story: 0, folder: nil, kind: kind) }
        if let folder = Kind.folder(of: claims[index]) { return Cell(story: 0, folder: folder, kind: kind) }
        return Cell(story: set.stories[index], folder: nil, kind: kind)
    }

    private func findings(_ kind: Kind, in story: [Int]) -> [Disagreement] {
        switch kind {
        case .name: NameComparison(claims: claims, stories: set.stories).findings(in: story)
        case .role: RoleComparison(claims: claims, tables: roles).findings(in: story)
        case .quotation: QuotationComparison(claims: claims).findings(in: story)
        case .set: SetComparison(claims: claims).findings(in: story)
        }
    }
}
