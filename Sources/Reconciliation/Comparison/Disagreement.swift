/// Claims that cannot stand side by side, and how.
struct Disagreement {
    var kind: Discrepancy.Kind
    var relation: Discrepancy.Relation
    /// Indices of claims.
    var members: Set<Int>
    /// Whether the relation rests on dates or needs none.
    var isDated = true
}

extension [Disagreement] {
    /// Adds two claims that differ: to the disagreement of the kind and relation that has one of them, else as one of their own.
    mutating func add(_ first: Int, _ second: Int, _ kind: Discrepancy.Kind, _ relation: Discrepancy.Relation) {
        let known = firstIndex {
            $0.kind == kind && $0.relation == relation && ($0.members.contains(first) || $0.members.contains(second))
        }
        if let known {
            self[known].members.formUnion([first, second])
        } else {
            append(Disagreement(kind: kind, relation: relation, members: [first, second]))
        }
    }

    /// Adds one of two claims that agree wherever the other is a member.
    mutating func join(_ first: Int, _ second: Int) {
        for index in indices where self[index].members.contains(first) != self[index].members.contains(second) {
            self[index].members.formUnion([first, second])
        }
    }
}
