import Language

/// The words of the checks, by the hashes of their tokens.
final class CheckIndex: Sendable {
    /// The checks in force.
    let sorts: Set<CheckRule.Sort>
    /// For each sort of word, by its number, its phrases by their first word, the longest first.
    private let phrases: [FormTable<[[UInt64]]>]

    /// The hashes of a token's form and lemma; zeros outside the text.
    typealias Hashes = (_ token: Int) -> (form: UInt64, lemma: UInt64)

    init(_ rules: CheckRules) {
        sorts = Set(rules.rules.map(\.sort))
        phrases = CheckWord.allCases.map { word in
            let hashed = (rules.words[word] ?? []).map { $0.split(separator: " ").map { FoldedForm(String($0)).hash } }
            return FormTable(Dictionary(grouping: hashed.sorted { $0.count > $1.count }) { $0.first ?? 0 })
        }
    }

    /// The end of the phrase of some sort that begins at a token; nil where none does.
    func end(of word: CheckWord, at token: Int, _ hashes: Hashes) -> Int? {
        let table = phrases[caseNumber(word)]
        let first = hashes(token)
        return end(of: table[first.form], at: token, hashes)
            ?? (first.form == first.lemma ? nil : end(of: table[first.lemma], at: token, hashes))
    }

    private func end(of phrases: [[UInt64]]?, at token: Int, _ hashes: Hashes) -> Int? {
        for phrase in phrases ?? [] where matches(phrase, at: token, hashes) { return token + phrase.count }
        return nil
    }

    private func matches(_ phrase: [UInt64], at token: Int, _ hashes: Hashes) -> Bool {
        phrase.indices.allSatisfy { place in
            let hash = hashes(token + place)
            return phrase[place] == hash.form || phrase[place] == hash.lemma
        }
    }
}
