import Documents
import Language
import Values

/// Claims of where something is, happened or was brought, by the rules for places.
struct PlaceClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader
    private let frames: ValueFrameFinder
    private let chains: PlaceChains
    private let biographee: Biographee?

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
        frames = ValueFrameFinder(reading: reading)
        chains = PlaceChains(reading)
        biographee = reading.biographee
    }

    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        for token in reading.analysis.tokens.indices where reading.syntax.isParsed(token) {
            // Most words are none of this, and an empty draft is as large as any.
            if let evocations = reading.index.facts.places[reading.lemmas[token]],
                let draft = verbDraft(token, evocations)
            {
                drafts.append(draft)
            } else if let copula = reading.syntax.dependent(of: token, .copula) {
                if let draft = nounDraft(token, copula) ?? copularDraft(token, copula) { drafts.append(draft) }
            }
        }
        return drafts
    }

    // MARK: By verbs

    /// "flown to Lipnik", "born in Leith", "came from a tower atop the ice rink"
    private func verbDraft(_ verb: Int, _ evocations: [FactIndex.Evocation]) -> Draft? {
        for evocation in evocations {
            guard isVerb(verb), hasParticle(evocation.particle, verb),
                let phrase = oblique(of: verb, with: evocation.companion),
                let standing = clauses.standing(of: verb), !standing.isNegated
            else { continue }
            let rule = reading.index.rules.places[evocation.rule]
            let isOrigin = !rule.nouns.isEmpty
            guard let place = chains.place(of: phrase) ?? (isOrigin ? chains.placeAfter(phrase) : nil) else { continue }
            // "She left Lisbon": the place is the object.
            let moved = opened(by: verb) ?? (evocation.companion == nil ? frames.subject(of: verb) : moved(by: verb))
            var terms = moved.map(clauses.phrase) ?? []
            if isOrigin { terms += clauses.phrase(phrase).filter { $0 < place.tokens.start } }
            return draft(
                rule, place, tokens: TokenSpan(verb, place.tokens.end), subject: moved,
                terms: reading.terms(terms) + numbers(before: verb), time: clauses.time(ofClause: verb),
                isFragment: isFragment(verb))
        }
        return nil
    }

    /// "picked him [up] at"
    private func hasParticle(_ particle: UInt64?, _ verb: Int) -> Bool {
        particle == nil
            || reading.syntax.dependents(of: verb).contains { reading.analysis.tokens[$0].hash == particle }
    }

    /// "Born in Leith, the daughter of a cooper, [she] …": whom a participle that opens its sentence is told of.
    private func opened(by verb: Int) -> Int? {
        let sentence = reading.tokens(ofSentence: verb)
        guard verb == sentence.start, isParticiple(verb) else { return nil }
        return (verb + 2..<max(sentence.end, verb + 2)).first { token in
            guard reading.analysis.tokens[token - 1].hash == Self.comma else { return false }
            return Self.persons.contains(reading.analysis.tokens[token].hash)
                || reading.part(token) == .properNoun && Self.subjects.contains(reading.relation(token))
        }
    }

    /// A sentence that names nobody else, as works of reference write: "Born in Leith, the daughter of a cooper."
    private func isFragment(_ verb: Int) -> Bool {
        verb == reading.tokens(ofSentence: verb).start && isParticiple(verb) && opened(by: verb) == nil
    }

    private func isParticiple(_ verb: Int) -> Bool {
        reading.features(verb).contains(.participle) || reading.features(verb).contains(.past)
    }

    private static let comma = FoldedForm(",").hash
    private static let persons = FoldedForm.hashes("he she")
    private static let subjects: RelationSet = [.nominalSubject, .passiveSubject]

    private func isVerb(_ token: Int) -> Bool { reading.part(token) == .verb || reading.part(token) == .adjective }

    /// The phrase with a preposition that stands after a verb in its clause; the object where there is to be none.
    private func oblique(of verb: Int, with preposition: UInt64?) -> Int? {
        guard preposition != nil else { return frames.object(of: verb).flatMap { $0 > verb ? $0 : nil } }
        return reading.syntax.dependents(of: verb).first { dependent in
            guard dependent > verb, reading.relation(dependent) == .oblique || reading.relation(dependent) == .object,
                let word = frames.preposition(of: dependent)
            else { return false }
            return reading.analysis.tokens[word].hash == preposition && !clauses.isTime(dependent)
        }
    }

    /// What is brought: the object, or the subject of a passive; else the subject.
    private func moved(by verb: Int) -> Int? {
        if let patient = reading.syntax.dependent(of: verb, .passiveSubject)
            ?? reading.syntax.dependent(of: verb, .object), frames.preposition(of: patient) == nil
        {
            return reading.features(patient).contains(.relative) ? frames.subject(of: verb) : patient
        }
        return frames.subject(of: verb)
    }

    /// How many were brought, as a term: a number in the same clause before the verb.
    private func numbers(before verb: Int) -> [String] {
        let start = max(reading.tokens(ofSentence: verb).start, verb - 9)
        let found = reading.mentions.quantities.last { quantity in
            quantity.tokens.start >= start && quantity.tokens.end <= verb && quantity.kind == .cardinal
                && !(quantity.tokens.end..<verb).contains { reading.part($0) == .punctuation }
        }
        guard let value = found?.value else { return [] }
        return ["number \(value)"]
    }

    // MARK: By nouns

    /// "A tower on the Corliss Hotel is the source."
    private func nounDraft(_ noun: Int, _ copula: Int) -> Draft? {
        guard let index = reading.index.facts.placeNouns[reading.lemmas[noun]], let subject = frames.subject(of: noun),
            let standing = clauses.standing(of: noun), !standing.isNegated, subject < copula,
            let place = chains.placeAfter(subject), place.tokens.end <= copula
        else { return nil }
        let thing = clauses.phrase(subject).filter { $0 <= subject }
        return draft(
            reading.index.rules.places[index], place, tokens: TokenSpan(thing.first ?? subject, noun + 1), subject: nil,
            terms: reading.terms(thing), time: nil)
    }

    // MARK: By "is in"

    /// "Valencia is in Spain", "Prescott is a city in Arizona"
    private func copularDraft(_ token: Int, _ copula: Int) -> Draft? {
        guard let index = reading.index.facts.copularPlace, let holder = frames.subject(of: token),
            let subject = clauses.thing(holder), subject.entity?.name != nil
        else { return nil }
        let phrase: Int?
        if let preposition = frames.preposition(of: token) {
            phrase = isIn(preposition) ? token : nil
        } else {
            phrase = spot(token)
        }
        guard let phrase, let place = chains.place(of: phrase), let standing = clauses.standing(of: token),
            !standing.isNegated
        else { return nil }
        return draft(
            reading.index.rules.places[index], place, tokens: TokenSpan(copula, place.tokens.end), subject: holder,
            terms: [], time: nil)
    }

    /// What a place is said to lie in: "the capital of Aragon and a city in [Spain]".
    private func spot(_ noun: Int) -> Int? {
        let nouns = [noun] + reading.syntax.dependents(of: noun).filter { reading.relation($0) == .conjunct }
        for noun in nouns where isSpot(noun) {
            let phrase = reading.syntax.dependents(of: noun).first { dependent in
                reading.relation(dependent) == .nominalModifier && dependent > noun
                    && frames.preposition(of: dependent).map(isIn) ?? false
            }
            if let phrase { return phrase }
        }
        return nil
    }

    private func isIn(_ token: Int) -> Bool { reading.analysis.tokens[token].hash == Self.inWord }
    private static let inWord = FoldedForm("in").hash

    /// A noun for a place: "city", "country".
    private func isSpot(_ noun: Int) -> Bool {
        reading.flags(noun).contains(.place)
    }

    // MARK: The claim

    private func draft(
        _ rule: PlaceRule, _ place: PlaceChains.Place, tokens: TokenSpan, subject: Int?, terms: [String],
        time: ClaimTime?, isFragment: Bool = false
    ) -> Draft {
        let told = isFragment ? biographee?.subject : nil
        return Draft(
            rule: rule.id, attribute: rule.attribute,
            value: ClaimValue(
                text: reading.string(tokens), figure: reading.string(place.tokens),
                content: .place(name: place.chain.joined(separator: ", "), direction: nil)),
            tokens: tokens,
            subject: (told ?? subject.flatMap { clauses.holder($0, frames) }).map(SubjectReference.known) ?? .passage,
            terms: terms, modality: .asserted, time: time)
    }
}
