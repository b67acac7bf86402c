import Extraction

/// How two claims about one subject and attribute stand to each other.
enum Verdict: Hashable {
    case agree
    /// - Parameter isDated: without dates nobody can tell a newer figure from a wrong one.
    case differ(Discrepancy.Kind, Discrepancy.Relation, isDated: Bool = true)
}
