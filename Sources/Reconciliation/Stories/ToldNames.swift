import Extraction
import Language

/// Which names that one document turns on another one tells in passing: a blog's title may be of a "mystery flash", and the
/// report's of the Pellan meteorite, of which the blog speaks once.
struct ToldNames {
    /// For each document the names that it turns on, as words.
    private var names: [[[String]]]
    /// For each document the words that it writes as those of names.
    private var told: [Set<String>]

    /// - Parameter isWidespread: names that many have tell nothing.
    init(_ claims: [Claim], _ documents: ClaimDocuments, isWidespread: (String) -> Bool) {
        names = documents.firstClaims.map { index in
            claims[index].about.filter { name in !"~^@=".contains(name.prefix(1)) && !isWidespread(name) }
                .map { StoryKeys.words(of: $0) }.filter { !$0.isEmpty }
        }
        told = Array(repeating: [], count: documents.ids.count)
        var small: Set<String> = []
        for index in claims.indices {
            let words = claims[index].sentence.split { !$0.isLetter }
            for (place, word) in words.enumerated() {
                let key = Spelling.unaccented(word.lowercased())
                if word.first?.isLowercase ?? true {
                    small.insert(key)
                } else if place > 0 {
                    told[Int(documents.numbers[index])].insert(key)
                }
            }
        }
        // What is written in small letters as well, as "the league", is no name of its own.
        for document in told.indices { told[document].subtract(small) }
    }

    /// How many names one of two documents turns on and the other tells.
    func count(_ a: Int, _ b: Int) -> Int {
        let found = [(a, b), (b, a)].flatMap { own, other in names[own].filter { told[other].isSuperset(of: $0) } }
        return Set(found).count
    }
}
