import Documents
import Language
import Values

/// Claims of a place in an order: "the country's third-largest brewer", "the second woman to lead the party".
struct RankClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader
    private let frames: ValueFrameFinder

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
        frames = ValueFrameFinder(reading: reading)
    }

    func drafts() -> [Draft] { reading.mentions.ranks.compactMap(draft) }

    private func draft(_ rank: Rank) -> Draft? {
        guard reading.syntax.isParsed(rank.tokens.start), let noun = noun(of: rank) else { return nil }
        let deed = deed(of: noun)
        switch rank.form {
        case .superlative: break
        // "the third meeting" is no place in an order; "the third woman to lead the party" is.
        case .ordinal: guard deed != nil else { return nil }
        case .number, .place: return nil
        }
        guard isTold(noun) else { return nil }
        let by = rank.superlative.map { reading.lowerLemma(self.adjective($0)) }
        // "the third-largest of the bakers" is one, "the largest bakers" are some.
        let isOneOf = isOneOf(noun) && group(of: rank) != noun
        var tokens = rank.tokens.union(TokenSpan(noun, noun + 1))
        if let deed { tokens = tokens.union(TokenSpan(noun, (clauses.phrase(deed).last ?? deed) + 1)) }
        return Draft(
            rule: "rank", attribute: reading.lowerLemma(noun),
            value: ClaimValue(
                text: reading.string(tokens), figure: reading.string(rank.tokens),
                content: .rank(position: rank.position, by: by)),
            tokens: tokens, subject: subject(of: noun), scope: isOneOf ? ["one of"] : [],
            terms: terms(of: noun, deed, without: rank.tokens), modality: .asserted)
    }

    /// "largest" of "third-largest" and of "most expensive" the adjective.
    private func adjective(_ superlative: TokenSpan) -> Int { superlative.end - 1 }

    /// "the third-largest of the [bakers]"
    private func group(of rank: Rank) -> Int? {
        let of = rank.tokens.end
        guard of < reading.tokens(ofSentence: rank.tokens.start).end, frames.isWord(of, .of),
            let noun = reading.head(of), noun > of, reading.part(noun) == .noun
        else { return nil }
        return noun
    }

    /// The noun that is ranked.
    private func noun(of rank: Rank) -> Int? {
        if let group = group(of: rank) { return group }
        var token = rank.tokens.end - 1
        for _ in 0..<4 {
            if token >= rank.tokens.end, reading.part(token) == .noun { return token }
            guard let head = reading.head(token), head >= rank.tokens.start else { break }
            token = head
        }
        return rank.noun.map { reading.head(of: $0) }.flatMap { reading.part($0) == .noun ? $0 : nil }
    }

    /// "to lead the party", "who led the party"
    private func deed(of noun: Int) -> Int? {
        reading.syntax.dependents(of: noun).first { dependent in
            reading.relation(dependent) == .clausalModifier && reading.features(dependent).contains(.infinitive)
                || reading.relation(dependent) == .clausalModifier && hasInfinitive(dependent)
        }
    }

    /// "to have been commissioned"
    private func hasInfinitive(_ verb: Int) -> Bool {
        reading.syntax.dependents(of: verb).contains {
            reading.relation($0) == .auxiliary && reading.features($0).contains(.infinitive)
        }
    }

    /// "the second-largest brewer" is told of somebody whatever the clause around it says, "is the largest" with its clause.
    private func isTold(_ noun: Int) -> Bool {
        guard reading.isPredicate(noun) || reading.relation(noun) == .openComplement else {
            return !clauses.isQuoted(noun)
        }
        return clauses.standing(of: reading.predicate(of: noun) ?? noun)?.isNegated == false
    }

    /// "one of the largest"
    private func isOneOf(_ noun: Int) -> Bool { reading.features(noun).contains(.plural) }

    /// Who has the rank: the subject of a copula, what an apposition explains, or whom something made it.
    private func subject(of noun: Int) -> SubjectReference {
        var noun = noun
        // "is the capital and the third-largest city"
        if reading.relation(noun) == .conjunct, let first = reading.head(noun), reading.isPredicate(first) {
            noun = first
        }
        if let copula = reading.syntax.dependent(of: noun, .copula) {
            if let subject = frames.subject(of: noun).flatMap(clauses.thing) ?? clauses.title(before: copula) {
                return .known(subject)
            }
        }
        if reading.relation(noun) == .apposition, let head = reading.head(noun), let subject = clauses.thing(head) {
            return .known(subject)
        }
        if let apposition = reading.syntax.dependent(of: noun, .apposition), reading.names.index(at: apposition) != nil,
            let subject = clauses.thing(apposition)
        {
            return .known(subject)
        }
        guard reading.relation(noun) == .openComplement, let verb = reading.head(noun) else { return .passage }
        let holder = reading.syntax.dependent(of: verb, .object) ?? frames.subject(of: verb)
        return holder.flatMap(clauses.thing).map(SubjectReference.known) ?? .passage
    }

    /// What is ranked, among what, and for doing what.
    private func terms(of noun: Int, _ deed: Int?, without rank: TokenSpan) -> [String] {
        let words = clauses.phrase(noun) + (deed.map(clauses.phrase) ?? [])
        let isPredicate = reading.syntax.dependent(of: noun, .copula) != nil
        let subject = isPredicate ? frames.subject(of: noun).map(clauses.phrase) ?? [] : []
        return reading.terms(words.filter { !rank.range.contains($0) && !subject.contains($0) })
    }
}
