import Extraction

/// Numbers of the values of some claims: equal for equal values, which are long to compare.
struct ValueNumbers {
    private let numbers: [Int32]

    init(_ claims: [Claim]) {
        var known: [ClaimValue.Content: Int32] = [:]
        numbers = claims.indices.map { known.number(of: claims[$0].value.content) }
    }

    /// - Parameter claim: its index.
    subscript(_ claim: Int) -> Int32 { numbers[claim] }
}

extension Dictionary where Value == Int32 {
    /// The number of a key: that which it has, or the next.
    mutating func number(of key: Key) -> Int32 {
        // In one search: to look for a key and then to add it would take two.
        func found(_ number: inout Int32) -> Int32 { number }
        let next = Int32(count)
        return found(&self[key, default: next])
    }
}
