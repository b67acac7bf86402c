/// One of the conditions that two claims must meet before their values are compared, or the comparison itself.
public struct Gate: Hashable, Sendable {
    /// For a reader, as in "scope".
    public var name: String
    public var holds: Bool
    /// What the gate looked at in each claim.
    public var first: String
    public var second: String

    public init(name: String, holds: Bool, first: String, second: String) {
        self.name = name
        self.holds = holds
        self.first = first
        self.second = second
    }
}

/// Why two claims are compared, or are not, and what came of it.
public struct Comparability: Hashable, Sendable {
    /// In the order in which they are looked at.
    public var gates: [Gate]
    /// One English sentence.
    public var outcome: String

    public init(gates: [Gate], outcome: String) {
        self.gates = gates
        self.outcome = outcome
    }
}
