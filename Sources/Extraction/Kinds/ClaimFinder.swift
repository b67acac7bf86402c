/// Finds the claims of one kind in a document.
protocol ClaimFinder {
    init(_ reading: DocumentReading)
    /// In text order.
    func drafts() -> [Draft]
}

/// All finders, in the order in which they are asked.
enum ClaimFinders {
    static var all: [any ClaimFinder.Type] {
        [
            ValueClaims.self, PlaceClaims.self, DirectionClaims.self, RankClaims.self, PolarityClaims.self,
            KindClaims.self,
        ]
    }

    static func drafts(of reading: DocumentReading) -> [Draft] { all.flatMap { $0.init(reading).drafts() } }
}
