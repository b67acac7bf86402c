import Glibc

/// Tells how alike sentences are: words weigh more the fewer sentences have them (inverse document frequency).
struct WordWeigher {
    /// What two lists of words have in common.
    struct Overlap {
        var count = 0.0
        /// What the words weigh.
        var weight = 0.0
        /// The cosine of the two: 0 … 1.
        var likeness = 0.0
    }

    let lists: WordLists
    /// By the word's number.
    private let weights: [Double]
    /// By list: the squares of its words' weights together.
    private let squares: [Double]

    /// - Parameters:
    ///   - sentences: the words of each.
    ///   - count: how many words there are.
    init(_ lists: WordLists, sentences: some Collection<WordLists.List>, wordCount count: Int) {
        var frequency = [Double](repeating: 0, count: count)
        for sentence in sentences {
            for word in lists[sentence] { frequency[Int(word)] += 1 }
        }
        let all = Double(sentences.count)
        let weights = frequency.map { log((all + 1) / ($0 + 0.5)) }
        self.lists = lists
        self.weights = weights
        squares = lists.all.map { list in
            lists[list].reduce(0) { $0 + weights[Int($1)] * weights[Int($1)] }
        }
    }

    /// What the words weigh that both have, and how alike that makes them.
    func overlap(_ a: WordLists.List, _ b: WordLists.List) -> Overlap {
        var overlap = Overlap()
        var common = 0.0
        lists.forEachCommon(a, b) { word in
            let weight = weights[Int(word)]
            overlap.count += 1
            overlap.weight += weight
            common += weight * weight
        }
        if common > 0 { overlap.likeness = common / (squares[a.index] * squares[b.index]).squareRoot() }
        return overlap
    }
}
