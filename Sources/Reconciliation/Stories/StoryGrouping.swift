import Documents
import Extraction
import Language

/// Groups documents that tell one story: those that turn on the same names, rare ones above all.
///
/// A name that comes up in many weeks tells little, whatever it names, and a story is held together by names that at least
/// half of its documents share, so that no passing name chains one story to the next.
///
/// Who hands over a handful of documents means them to be held against each other: one name of their own links two of them,
/// whenever they were written, and so does a word of a name with some nouns, where the word is no town's and no council's.
struct StoryGrouping {
    let documents: ClaimDocuments
    /// The story of each document, by its number.
    private let stories: [Int]
    /// The story of each document, by its id.
    let storyOf: [String: Int]

    /// - Parameters:
    ///   - forms: under which other forms names are known.
    ///   - gazetteer: tells names that many have from names of their own.
    init(_ claims: [Claim], forms: NameForms = NameForms(), gazetteer: Gazetteer? = nil) {
        documents = ClaimDocuments(claims)
        let told = StoryDocuments(claims, documents, forms, gazetteer)
        var merger = StoryMerger(told)
        for link in told.links() { merger.unite(link) }
        if told.mode.looksCloser, merger.isParted {
            let names = ToldNames(claims, documents) { gazetteer?.isWidespread($0) ?? false }
            for link in told.links(by: names) { merger.unite(link) }
        }
        stories = documents.ids.indices.map { merger.root($0) }
        storyOf = Dictionary(uniqueKeysWithValues: zip(documents.ids, stories))
    }

    /// How many stories the documents tell.
    var count: Int { Set(stories).count }

    /// The story of the document of a claim.
    /// - Parameter claim: its index.
    subscript(_ claim: Int) -> Int { stories[Int(documents.numbers[claim])] }
}

/// Joins documents to stories.
private struct StoryMerger {
    private let documents: StoryDocuments
    private var parent: [Int]
    private var size: [Int]
    /// For each root how many of its documents hold a name.
    private var counts: [[Int32: Int]]

    init(_ documents: StoryDocuments) {
        self.documents = documents
        parent = Array(0..<documents.count)
        size = [Int](repeating: 1, count: documents.count)
        counts = (0..<documents.count).map { document in
            Dictionary(uniqueKeysWithValues: documents.keys(of: document).map { ($0, 1) })
        }
    }

    /// Not all documents are one story.
    var isParted: Bool { parent.indices.contains { parent[$0] == $0 && $0 > 0 } }

    mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    mutating func unite(_ link: StoryDocuments.Link) {
        let (a, b) = (root(Int(link.first)), root(Int(link.second)))
        guard a != b, documents.mode.core.map({ sharedCore(a, b) >= min($0, Int(link.weight)) }) ?? true else { return }
        let (first, second) = (min(a, b), max(a, b))
        // The smaller table goes into the larger one, whichever stays.
        if counts[first].count < counts[second].count { counts.swapAt(first, second) }
        for (name, count) in counts[second] { counts[first][name, default: 0] += count }
        counts[second] = [:]
        size[first] += size[second]
        parent[second] = first
    }

    /// The weight of what at least half of the documents on both sides turn on.
    private func sharedCore(_ a: Int, _ b: Int) -> Int {
        let (few, many) = counts[a].count < counts[b].count ? (a, b) : (b, a)
        let core = counts[few].filter { name, count in
            count * 2 >= size[few] && (counts[many][name] ?? 0) * 2 >= size[many]
        }
        return documents.weight(ofShared: Array(core.keys))
    }
}
