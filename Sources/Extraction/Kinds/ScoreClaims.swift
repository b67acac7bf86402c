import Documents
import Language
import Values

/// Claims of how a game or a vote ended: "Rovers beat United 3-1", "the match ended 2-2", "the bill passed 52-48".
struct ScoreClaims: ClaimFinder {
    private let reading: DocumentReading
    private let frames: ValueFrameFinder

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        frames = ValueFrameFinder(reading: reading)
    }

    func drafts() -> [Draft] { reading.mentions.scores.compactMap(draft) }

    private func draft(_ score: Score) -> Draft? {
        guard reading.syntax.isParsed(score.tokens.start), isOnly(score), let (word, holder) = told(score) else {
            return nil
        }
        return Draft(
            rule: "score", attribute: "score",
            value: ClaimValue(
                text: reading.string(score.tokens), content: .words("\(score.first)-\(score.second)")),
            tokens: score.tokens.union(TokenSpan(word, word + 1)),
            subject: holder.map(SubjectReference.phrase) ?? .passage)
    }

    /// "6-4, 7-5" are parts of one score.
    private func isOnly(_ score: Score) -> Bool {
        let others = reading.mentions.scores.filter { $0.sentence == score.sentence }
        return others.count == 1
    }

    /// The verb of ending, or the noun for a score, that goes before, and the head of what it is told of.
    private func told(_ score: Score) -> (word: Int, holder: Int?)? {
        let start = reading.tokens(ofSentence: score.tokens.start).start
        let near = max(start, score.tokens.start - Self.reach)..<score.tokens.start
        for token in near.reversed() {
            let lemma = reading.part(token) == .verb ? reading.verbLemma(token) : reading.lemmas[token]
            if reading.part(token) == .verb {
                return Self.verbs.contains(lemma) ? (token, frames.subject(of: token)) : nil
            }
            if Self.nouns.contains(lemma) { return (token, frames.owner(of: token, without: score.tokens)) }
        }
        return nil
    }

    /// How many tokens the word may stand before the score: "beat Lomar Athletic in the final 3-1".
    private static let reach = 9
    private static let verbs = FoldedForm.hashes(
        "beat defeat win lose draw end finish pass fail lead trail thrash tie vote")
    private static let nouns = FoldedForm.hashes("score result win victory defeat draw tie vote loss")
}
