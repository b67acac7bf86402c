import Documents
import Language
import Values

/// Claims of how many times somebody has won something: "their third Shield", "won the Cup for the fifth time".
struct TitleClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader
    private let frames: ValueFrameFinder

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
        frames = ValueFrameFinder(reading: reading)
    }

    func drafts() -> [Draft] {
        reading.mentions.ranks.compactMap { rank in
            guard rank.form == .ordinal, reading.syntax.isParsed(rank.tokens.start) else { return nil }
            return timesDraft(rank) ?? ownedDraft(rank)
        }
    }

    // MARK: "for the fourth time"

    private func timesDraft(_ rank: Rank) -> Draft? {
        let (start, time) = (rank.tokens.start - 2, rank.tokens.end)
        let sentence = reading.tokens(ofSentence: rank.tokens.start)
        guard start > sentence.start, time < sentence.end, reading.isWord(time, Self.time),
            reading.isWord(start, Self.for),
            !isNarrowed(after: time), let verb = verb(before: start, Self.winning),
            let prize = reading.syntax.dependent(of: verb, .object), prize > verb, prize < start,
            reading.isLemma(prize, Self.prizes), clauses.standing(of: verb)?.isNegated == false
        else { return nil }
        let holder = beneficiary(between: prize, and: start) ?? frames.subject(of: verb).flatMap(clauses.thing)
        return draft(rank, prize: prize, tokens: TokenSpan(verb, time + 1), holder: holder)
    }

    /// "won the Shield for [Lindrum]"
    private func beneficiary(between prize: Int, and end: Int) -> Subject? {
        guard prize + 2 < end + 1, reading.isWord(prize + 1, Self.for), reading.part(prize + 2) == .properNoun else {
            return nil
        }
        return clauses.title(of: TokenSpan(prize + 2, end))
    }

    // MARK: "their third Shield"

    private func ownedDraft(_ rank: Rank) -> Draft? {
        let sentence = reading.tokens(ofSentence: rank.tokens.start)
        let owner = rank.tokens.start - 1
        let words = (rank.tokens.end..<min(sentence.end, rank.tokens.end + 5)).prefix {
            [.noun, .properNoun, .adjective].contains(reading.part($0))
        }
        guard owner >= sentence.start, reading.isWord(owner, Self.owners), let prize = words.last,
            reading.isLemma(prize, Self.prizes), !isNarrowed(after: prize), !words.contains(where: isRow),
            let verb = verb(before: owner, Self.awarding),
            clauses.standing(of: verb)?.isNegated != true
        else { return nil }
        let receiver = reading.syntax.dependent(of: verb, .indirectObject) ?? receiver(between: verb, and: owner)
        let holder = receiver ?? (reading.isLemma(verb, Self.winning) ? frames.subject(of: verb) : nil)
        return draft(
            rank, prize: prize, tokens: TokenSpan(owner, prize + 1), holder: holder.flatMap(clauses.thing))
    }

    /// "gave [Lindrum] their third"
    private func receiver(between verb: Int, and owner: Int) -> Int? {
        guard reading.isLemma(verb, Self.giving), owner > verb + 1 else { return nil }
        return (verb + 1..<owner).last { [.noun, .properNoun].contains(reading.part($0)) }
    }

    // MARK: Parts

    private func draft(_ rank: Rank, prize: Int, tokens: TokenSpan, holder: Subject?) -> Draft {
        Draft(
            rule: "rank.title", attribute: "titles",
            value: ClaimValue(
                text: reading.string(tokens), figure: reading.string(rank.tokens),
                content: .rank(position: rank.position, by: nil)),
            tokens: tokens, subject: holder.map(SubjectReference.known) ?? .passage,
            terms: Set(reading.terms(clauses.phrase(prize).filter { $0 <= prize && !rank.tokens.range.contains($0) }))
                .union(["win"]).sorted(),
            modality: .asserted)
    }

    /// The nearest of some verbs before a token in its sentence, with no other clause between.
    private func verb(before token: Int, _ verbs: FormSet) -> Int? {
        let start = max(reading.tokens(ofSentence: token).start, token - Self.reach)
        let found = (start..<token).last { reading.part($0) == .verb }
        return found.flatMap { reading.isLemma($0, verbs) ? $0 : nil }
    }

    private static let reach = 12

    /// "in four years", "in a row", "this season": not all that there were.
    private func isNarrowed(after token: Int) -> Bool {
        let end = reading.tokens(ofSentence: token).end
        return token + 1 < end && (reading.isWord(token + 1, Self.narrowing) || isRow(token + 1))
    }

    private func isRow(_ token: Int) -> Bool { reading.isWord(token, Self.rows) }

    private static let time = FoldedForm.hashes("time")
    private static let `for` = FoldedForm.hashes("the for")
    private static let owners = FoldedForm.hashes("their its his her our my 's")
    private static let narrowing = FoldedForm.hashes("in since under of this at on within as")
    private static let rows = FoldedForm.hashes("running successive consecutive straight back")
    private static let winningVerbs = "win lift take claim retain regain capture earn secure collect clinch land bag"
    private static let winning = FoldedForm.hashes(winningVerbs)
    private static let givingVerbs = "give hand bring deliver earn secure win"
    private static let giving = FoldedForm.hashes(givingVerbs)
    private static let awarding = FoldedForm.hashes(winningVerbs + " " + givingVerbs)
    private static let prizes = FoldedForm.hashes(
        """
        title championship crown trophy cup shield medal gold silver bronze plate bowl vase prize award league pennant oscar
        flag belt jersey rosette
        """)
}
