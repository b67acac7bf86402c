import Extraction

/// The documents of some claims as numbers, in the order in which they first come up.
struct ClaimDocuments {
    private(set) var ids: [String] = []
    /// Index of the first claim of each document.
    private(set) var firstClaims: [Int] = []
    /// The number of the document of each claim.
    private(set) var numbers: [Int32] = []

    init(_ claims: [Claim]) {
        var known: [String: Int32] = [:]
        numbers.reserveCapacity(claims.count)
        for index in claims.indices {
            // Claims of one document mostly follow each other.
            if let last = numbers.last, ids[Int(last)] == claims[index].document {
                numbers.append(last)
                continue
            }
            let number = known.number(of: claims[index].document)
            if Int(number) == ids.count {
                ids.append(claims[index].document)
                firstClaims.append(index)
            }
            numbers.append(number)
        }
    }
}
