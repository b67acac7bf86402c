import Language

/// The words of the checks, by the hashes of their tokens.
struct CheckIndex: Sendable {
    /// The checks in force.
    let sorts: Set<CheckRule.Sort>
    /// For each sort of word its phrases by their first word, the longest first.
    private let phrases: [CheckWord: [UInt64: [[UInt64]]]]

    /// The hashes of a token's form and lemma; zeros outside the text.
    typealias Hashes = (_ token: Int) -> (form: UInt64, lemma: UInt64)

    init(_ rules: CheckRules) {
        sorts = Set(rules.rules.map(\.sort))
        phrases = rules.words.mapValues { words in
            let hashed = words.map { $0.split(separator: " ").map { FoldedForm(String($0)).hash } }
            return Dictionary(grouping: hashed.sorted { $0.count > $1.count }) { $0.first ?? 0 }
        }
    }

    /// The end of the phrase of some sort that begins at a token; nil where none does.
    func end(of word: CheckWord, at token: Int, _ hashes: Hashes) -> Int? {
        guard let table = phrases[word] else { return nil }
        let first = hashes(token)
        for start in first.form == first.lemma ? [first.form] : [first.form, first.lemma] {
            for phrase in table[start] ?? [] where matches(phrase, at: token, hashes) { return token + phrase.count }
        }
        return nil
    }

    private func matches(_ phrase: [UInt64], at token: Int, _ hashes: Hashes) -> Bool {
        phrase.indices.allSatisfy { place in
            let hash = hashes(token + place)
            return phrase[place] == hash.form || phrase[place] == hash.lemma
        }
    }
}
