import Extraction

/// Compares what things are.
struct KindComparison {
    private let compatible: [Set<String>]
    private let works: Set<String>
    private let unions: [String: [String]]

    init(_ tables: FactTables) {
        compatible = tables.compatibleThings.map(Set.init)
        works = Set(tables.works)
        unions = tables.unions
    }

    /// True where a thing of one sort is none of the other.
    /// - Parameter isMoreAlike: what is said of both sorts has more in common than the name.
    func exclude(_ a: String, _ b: String, isMoreAlike: Bool) -> Bool {
        guard a != b, !compatible.contains(where: { $0.contains(a) && $0.contains(b) }) else { return false }
        return isMoreAlike || !(works.contains(a) && works.contains(b))
    }

    /// True where no country is in both lists, or part of one in the other.
    func areForeign(_ a: [String], _ b: [String]) -> Bool {
        !a.contains { first in b.contains { areOne(first, $0) } }
    }

    private func areOne(_ a: String, _ b: String) -> Bool {
        a == b || unions[a]?.contains(b) ?? false || unions[b]?.contains(a) ?? false
    }
}
