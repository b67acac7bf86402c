import Language

/// The recogniser's tables compiled for the vocabulary of a run, indexed by word id.
struct ValueIndex: Sendable {
    private let words: [ValueWord?]
    /// Bound phrases by their last word, the longest first, as word ids.
    private let phrases: [[(words: [WordID], meaning: BoundPhrases.Meaning)]]
    /// Words that close a noun phrase.
    private let closing: [Bool]
    let vocabulary: Vocabulary

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        var words = [ValueWord?](repeating: nil, count: vocabulary.count + 1)
        for row in ValueWords.table { words[Int(vocabulary.id(row.form).rawValue)] = row.word }
        words[0] = nil
        self.words = words
        var phrases = [[(words: [WordID], meaning: BoundPhrases.Meaning)]](repeating: [], count: vocabulary.count + 1)
        for phrase in BoundPhrases.all {
            let ids = phrase.words.map { vocabulary.id($0) }
            guard let last = ids.last, last != .unknown else { continue }
            phrases[Int(last.rawValue)].append((ids, phrase.meaning))
        }
        self.phrases = phrases
        var closing = [Bool](repeating: false, count: vocabulary.count + 1)
        for word in QuantityFinder.closedWords { closing[Int(vocabulary.id(word).rawValue)] = true }
        closing[0] = false
        self.closing = closing
    }

    @inline(__always)
    func word(_ id: WordID) -> ValueWord? { words[Int(id.rawValue)] }

    func phrases(endingWith id: WordID) -> [(words: [WordID], meaning: BoundPhrases.Meaning)] {
        phrases[Int(id.rawValue)]
    }

    func closesNoun(_ id: WordID) -> Bool { closing[Int(id.rawValue)] }
}
