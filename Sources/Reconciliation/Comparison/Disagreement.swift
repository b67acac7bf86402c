/// Claims that cannot stand side by side, and how.
struct Disagreement {
    var kind: Discrepancy.Kind
    var relation: Discrepancy.Relation
    /// Indices of claims.
    var members: Set<Int>
    /// Whether the relation rests on dates or needs none.
    var isDated = true
}
