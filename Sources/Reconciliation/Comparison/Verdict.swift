import Extraction

/// How two claims about one subject and attribute stand to each other.
enum Verdict: Hashable {
    case agree
    /// - Parameter isDated: without dates nobody can tell a newer figure from a wrong one.
    case differ(Discrepancy.Kind, Discrepancy.Relation, isDated: Bool = true)
    /// For a reader, as in "one is a part of the other".
    case notComparable(String)
}

/// Compares claims whose values are no numbers, one file for each kind of value.
enum WordComparison {
    static func verdict(_ a: Claim, _ b: Claim) -> Verdict {
        switch (a.value.content, b.value.content) {
        default: .agree
        }
    }
}
