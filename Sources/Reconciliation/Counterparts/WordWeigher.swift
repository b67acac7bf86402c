import Glibc

/// Tells how alike sentences are: words weigh more the fewer sentences have them (inverse document frequency).
struct WordWeigher {
    /// By the word's number.
    private let weights: [Double]

    /// - Parameters:
    ///   - sentences: the words of each, rising, each once.
    ///   - count: how many words there are.
    init(_ sentences: some Collection<[Int32]>, count: Int) {
        var frequency = [Double](repeating: 0, count: count)
        for sentence in sentences {
            for word in sentence { frequency[Int(word)] += 1 }
        }
        let all = Double(sentences.count)
        weights = frequency.map { log((all + 1) / ($0 + 0.5)) }
    }

    /// What the words weigh that both have.
    func common(_ a: [Int32], _ b: [Int32]) -> Double {
        var sum = 0.0
        ClaimProfile.forEachCommon(a, b) { sum += weights[Int($0)] }
        return sum
    }

    /// The cosine of two sets of words: 0 … 1.
    func likeness(_ a: [Int32], _ b: [Int32]) -> Double {
        var common = 0.0
        ClaimProfile.forEachCommon(a, b) { common += square($0) }
        guard common > 0 else { return 0 }
        return common / (a.reduce(0) { $0 + square($1) } * b.reduce(0) { $0 + square($1) }).squareRoot()
    }

    private func square(_ word: Int32) -> Double { weights[Int(word)] * weights[Int(word)] }
}
