public import Extraction

extension Reconciler {
    /// Keys by which claims can be parted so that every comparable pair shares a part.
    public static func blocks(of claim: Claim) -> [String] {
        let conflicts = claim.conflicts.isEmpty ? [] : ["conflict|" + claim.document]
        return (comparable(claim) + conflicts).sorted()
    }

    private static func comparable(_ claim: Claim) -> [String] {
        if let kind = WordReconciler.Kind(rule: claim.rule) { return kind.blocks(of: claim) }
        if let blocks = FactAligner.blocks(of: claim) { return blocks }
        // Two documents of one story tell one figure or date by other attributes, of other subjects.
        let sort = claim.value.time == nil ? "figure|" : "date|"
        let keys = StoryKeys.keys(of: claim).map { sort + $0 }
        let own = claim.subject.event.map(EventGrouping.blockingKeys) ?? (keys.isEmpty ? [claim.subject.key] : [])
        return own.map { claim.attribute + "|" + $0 } + keys
    }
}
