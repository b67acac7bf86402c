import Documents
import Language
import Values

/// Claims of what a thing is: a film or a song, Swiss or French, a musician or not.
struct KindClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader
    private let frames: ValueFrameFinder

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
        frames = ValueFrameFinder(reading: reading)
    }

    func drafts() -> [Draft] { reading.analysis.tokens.indices.flatMap(drafts) }

    private func drafts(_ token: Int) -> [Draft] {
        guard reading.syntax.isParsed(token), let copula = reading.syntax.dependent(of: token, .copula),
            let standing = clauses.standing(of: token), let subject = subject(of: token, copula)
        else { return [] }
        guard token > copula else { return inverted(copula, token, subject, standing) }
        return drafts(token, copula, subject, standing)
    }

    /// "Lost is a series": a title of one word that is read as the predicate.
    private func inverted(
        _ copula: Int, _ token: Int, _ subject: Subject, _ standing: ClauseReader.Standing
    ) -> [Draft] {
        let noun = reading.syntax.dependents(of: token).first { dependent in
            dependent > copula && reading.part(dependent) == .noun && reading.relation(dependent) == .object
        }
        return noun.map { drafts($0, copula, subject, standing) } ?? []
    }

    private func drafts(
        _ token: Int, _ copula: Int, _ subject: Subject, _ standing: ClauseReader.Standing
    ) -> [Draft] {
        let isAdjective = reading.part(token) == .adjective
        guard isAdjective || isPredicateNoun(token) else { return [] }
        if isAdjective {
            return standing.isNegated ? [] : nationality([token], copula, subject).map { [$0] } ?? []
        }
        let nouns = [token] + conjuncts(of: token)
        var drafts = isIndefinite(token) ? nouns.compactMap { membership($0, copula, subject, standing) } : []
        if !standing.isNegated {
            if let draft = nationality(nouns, copula, subject) { drafts.append(draft) }
            if let draft = sort(nouns, copula, subject) { drafts.append(draft) }
            if isIndefinite(token), let draft = year(token, copula, subject) { drafts.append(draft) }
        }
        return drafts
    }

    /// A name: what a definite description is, the text takes for known.
    private func subject(of token: Int, _ copula: Int) -> Subject? {
        if let title = clauses.title(before: copula) { return title }
        guard let head = frames.subject(of: token), let subject = clauses.thing(head), subject.entity?.name != nil
        else {
            return nil
        }
        return subject
    }

    private func isPredicateNoun(_ token: Int) -> Bool {
        guard reading.part(token) == .noun || reading.names.name(at: token)?.form == .nationality else { return false }
        return reading.syntax.dependent(of: token, .caseMarker) == nil
    }

    /// "is a …", "are …"
    private func isIndefinite(_ token: Int) -> Bool {
        guard let determiner = reading.syntax.dependent(of: token, .determiner) else {
            return reading.features(token).contains(.plural)
        }
        return Self.articles.contains(reading.analysis.tokens[determiner].hash)
    }

    private static let articles = FoldedForm.hashes("a an")

    private func conjuncts(of token: Int) -> [Int] {
        reading.syntax.dependents(of: token).filter {
            reading.relation($0) == .conjunct && reading.part($0) == .noun
        }
    }

    // MARK: Membership

    /// "is a musician", "is not a musician"
    private func membership(
        _ noun: Int, _ copula: Int, _ subject: Subject, _ standing: ClauseReader.Standing
    ) -> Draft? {
        let modifiers = modifiers(of: noun, after: copula)
        guard reading.part(noun) == .noun, !reading.isLemma(noun, Self.vague) else { return nil }
        let phrase = TokenSpan(modifiers.first ?? noun, noun + 1)
        let words = standing.isNegated ? TokenSpan(min(copula, standing.first), phrase.end) : phrase
        return Draft(
            rule: "kind.membership", attribute: reading.lowerLemma(noun),
            value: ClaimValue(
                text: reading.string(words), figure: reading.string(words), content: .polarity(!standing.isNegated)),
            tokens: words, subject: .known(subject), isOpen: true,
            terms: reading.terms(modifiers + [noun]), modality: .asserted)
    }

    /// "is a member of": what it is, the words after it tell.
    private static let vague = FoldedForm.hashes("one member part kind sort type form name")

    /// The words before a noun that tell what sort it is.
    private func modifiers(of noun: Int, after copula: Int) -> [Int] {
        reading.syntax.dependents(of: noun).filter { token in
            guard token > copula, token < noun else { return false }
            switch reading.relation(token) {
            case .adjectivalModifier, .compound: return true
            default: return false
            }
        }
    }

    // MARK: Nationality

    private func nationality(_ nouns: [Int], _ copula: Int, _ subject: Subject) -> Draft? {
        var countries: [String] = []
        var first: Int?
        let last = nouns[0]
        // A question has its noun before the verb.
        guard copula < last else { return nil }
        for token in copula + 1..<last + 1 {
            guard let name = reading.names.name(at: token), name.form == .nationality, name.span.start == token,
                name.type == .place || token == last, let country = name.country, modifies(name, last)
            else { continue }
            first = first ?? token
            if !countries.contains(country) { countries.append(country) }
        }
        guard let first else { return nil }
        let tokens = TokenSpan(first, last + 1)
        return Draft(
            rule: "kind.nationality", attribute: "nationality",
            value: ClaimValue(
                text: reading.string(tokens), figure: reading.string(tokens),
                content: .set(members: countries, isOpen: false)),
            tokens: tokens, subject: .known(subject), terms: [], modality: .asserted)
    }

    /// An adjective of the noun itself, not "Canadian-born".
    private func modifies(_ name: Name, _ noun: Int) -> Bool {
        let next = name.span.end
        guard name.span.start != noun else { return true }
        if next + 1 < reading.analysis.tokens.count, !reading.analysis.tokens[next].shape.contains(.spaceBefore),
            reading.isLemma(next + 1, Self.born)
        {
            return false
        }
        return true
    }

    private static let born = FoldedForm.hashes("born bear speaking speak based base")

    // MARK: Year

    /// "is a 1930 comedy in three acts by …": the year of a work goes with its sort, as a title may have been used again, and
    /// with the names of those who made it.
    private func year(_ noun: Int, _ copula: Int, _ subject: Subject) -> Draft? {
        guard reading.part(noun) == .noun, noun > copula + 2,
            let time = reading.times(in: TokenSpan(copula + 2, noun)).first, time.tokens.start == copula + 2,
            time.kind == .date, time.grain == .year, !time.isRelative, !time.isOpen,
            let value = ClaimValue(time, text: reading.string(time.tokens))
        else { return nil }
        let makers = (noun + 1..<reading.tokens(ofSentence: noun).end).filter { reading.names.index(at: $0) != nil }
        return Draft(
            rule: "kind.year", attribute: "year", value: value, tokens: TokenSpan(time.tokens.start, noun + 1),
            subject: .known(subject), scope: [reading.lowerLemma(noun)], isOpen: true,
            terms: reading.terms(makers), modality: .asserted)
    }

    // MARK: Sort

    /// A film, a song, a person, …
    private func sort(_ nouns: [Int], _ copula: Int, _ subject: Subject) -> Draft? {
        for noun in nouns {
            guard let thing = thing(noun, copula) else { continue }
            let modifiers = modifiers(of: noun, after: copula)
            let tokens = TokenSpan(modifiers.first ?? noun, noun + 1)
            return Draft(
                rule: "kind.sort", attribute: "kind",
                value: ClaimValue(
                    text: reading.string(tokens), figure: reading.string(tokens),
                    content: .words(reading.index.rules.facts.things[thing].name)),
                tokens: tokens, subject: .known(subject), terms: reading.terms(modifiers), modality: .asserted)
        }
        return nil
    }

    private func thing(_ noun: Int, _ copula: Int) -> Int? {
        (reading.index.facts.things[reading.lemmas[noun]] ?? []).first { evocation in
            guard let companion = evocation.companion else { return true }
            return modifiers(of: noun, after: copula).contains {
                reading.lemmas[$0] == companion || reading.analysis.tokens[$0].hash == companion
            }
        }?.rule
    }
}
