import Documents
import Language

/// Finds the claims of one kind in a document.
protocol ClaimFinder {
    /// - Parameter clauses: of the document, made once for all finders.
    init(_ clauses: ClauseReader)
    /// In text order.
    func drafts() -> [Draft]
}

/// All finders, in the order in which they are asked.
enum ClaimFinders {
    static var all: [any ClaimFinder.Type] {
        [
            LifespanClaims.self, ValueClaims.self, NameClaims.self, RoleClaims.self, ConsentClaims.self,
            QuotationClaims.self, SetClaims.self,
            PlaceClaims.self, DirectionClaims.self, RankClaims.self, TitleClaims.self, PolarityClaims.self,
            DefaultClaims.self,
            KindClaims.self, ScoreClaims.self,
        ]
    }

    /// What all finders find. A time that one has read is no other's.
    static func drafts(by clauses: ClauseReader) -> [Draft] {
        var drafts: [Draft] = []
        var times: Set<Int> = []
        for finder in all {
            var found = finder.init(clauses).drafts()
            if !times.isEmpty { found.removeAll { $0.value.time != nil && !times.isDisjoint(with: $0.tokens.range) } }
            if finder == LifespanClaims.self {
                for draft in found where draft.value.time != nil { times.formUnion(draft.tokens.range) }
            }
            drafts += found
        }
        return drafts
    }
}
