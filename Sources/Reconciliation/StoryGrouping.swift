import Extraction

/// Groups documents that tell one story: those that turn on the same names.
struct StoryGrouping {
    /// The story of each document, by its id.
    let storyOf: [String: Int]

    init(_ claims: [Claim]) {
        var about: [(document: String, names: [String])] = []
        for claim in claims where about.last?.document != claim.document {
            about.append((claim.document, claim.about))
        }
        var parent = Array(about.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index { index = parent[index] }
            return index
        }
        var documentsByName: [String: [Int]] = [:]
        for (index, document) in about.enumerated() {
            for name in document.names { documentsByName[name, default: []].append(index) }
        }
        for (index, document) in about.enumerated() {
            var shared: [Int: Int] = [:]
            for name in document.names {
                for other in documentsByName[name] ?? [] where other < index { shared[other, default: 0] += 1 }
            }
            for (other, count) in shared.sorted(by: { $0.key < $1.key })
            where count >= min(2, document.names.count, about[other].names.count) {
                let (first, second) = (root(other), root(index))
                if first != second { parent[max(first, second)] = min(first, second) }
            }
        }
        var storyOf: [String: Int] = [:]
        for (index, document) in about.enumerated() { storyOf[document.document] = root(index) }
        self.storyOf = storyOf
    }
}
