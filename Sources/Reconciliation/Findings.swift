import Extraction

/// The discrepancies that have been found so far, and which claims they tell of.
struct Findings {
    private var found: [(order: Int, discrepancy: Discrepancy)] = []
    /// By claim: a discrepancy tells of it.
    private(set) var isTold: [Bool]
    /// By claim: a discrepancy of days tells of it.
    private(set) var isDateTold: [Bool]

    init(claimCount: Int) {
        isTold = Array(repeating: false, count: claimCount)
        isDateTold = isTold
    }

    var discrepancies: [Discrepancy] { found.map(\.discrepancy) }

    /// - Parameter order: where it stands among those of its severity; nil for the place of its first claim.
    mutating func add(_ disagreement: Disagreement, _ discrepancy: Discrepancy, order: Int? = nil) {
        let isDate = disagreement.kind == .date || disagreement.kind == .weekday
        for claim in disagreement.members {
            isTold[claim] = true
            if isDate { isDateTold[claim] = true }
        }
        found.append((order ?? disagreement.members.min() ?? 0, discrepancy))
    }

    /// Adds what is told inside a document, or against what the house holds for true.
    mutating func add(_ discrepancies: [(order: Int, discrepancy: Discrepancy)]) { found += discrepancies }

    /// Those that are reported, the worst first, then in document order.
    func sorted(by severities: SeverityPolicy) -> [Discrepancy] {
        let reported = found.compactMap { found in
            severities.applied(to: found.discrepancy).map { (order: found.order, discrepancy: $0) }
        }
        // By index: a discrepancy is large, and sorting moves things about.
        return reported.indices.sorted { a, b in
            let (first, second) = (reported[a].discrepancy.severity, reported[b].discrepancy.severity)
            guard first == second else { return first > second }
            return reported[a].order != reported[b].order
                ? reported[a].order < reported[b].order : reported[a].discrepancy.id < reported[b].discrepancy.id
        }.map { reported[$0].discrepancy }
    }
}
