import Documents

/// Notes what checks have found with the claims that take part, and makes those that no rule has made.
struct CheckRecorder {
    private(set) var claims: [Claim]
    private var bySentence: [ByteSpan: [Int]]

    init(_ claims: [Claim]) {
        self.claims = claims
        bySentence = Dictionary(grouping: claims.indices) { claims[$0].sentenceSpan }
    }

    /// - Parameter make: the claim that a draft becomes.
    mutating func record(_ finding: CheckFinding, make: (Draft) -> Claim) {
        var places: [Int] = []
        for part in finding.parts {
            let place =
                switch part {
                case .claim(let index): index
                case .words(let draft): self.place(of: make(draft))
                }
            if !places.contains(place) { places.append(place) }
        }
        guard let primary = places.first, places.count > 1 else { return }
        var conflict = Conflict(rule: finding.sort.id, kind: finding.kind, message: finding.message, others: [])
        for other in places.dropFirst() { claims[other].conflicts.append(conflict) }
        conflict.others = places.dropFirst().map { claims[$0].span }
        claims[primary].conflicts.append(conflict)
    }

    /// Where the claim is, or the one that a rule has made of the same words.
    private mutating func place(of claim: Claim) -> Int {
        let known = bySentence[claim.sentenceSpan]?.first { index in
            claims[index].value.reading == claim.value.reading && claims[index].span.overlaps(claim.span)
                && claims[index].value.quantity?.unit == claim.value.quantity?.unit
        }
        if let known { return known }
        bySentence[claim.sentenceSpan, default: []].append(claims.count)
        claims.append(claim)
        return claims.count - 1
    }
}
