import Documents
import Language

/// Claims of who holds which office, title or role: "Foreign Minister Irina Kolt", "Irina Kolt, the defence minister,",
/// "Irina Kolt is the defence minister", "She is a midwife", "As chairman she has".
struct RoleClaims: ClaimFinder {
    private let reading: DocumentReading
    private let fullNames: FullNames
    private let phrases: RolePhrases
    private let places: RolePlaces
    private let antecedents: Antecedents

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        fullNames = FullNames(reading: reading)
        phrases = RolePhrases(reading: reading)
        places = RolePlaces(reading: reading, phrases: phrases)
        antecedents = clauses.antecedents
    }

    func drafts() -> [Draft] {
        var known: Set<String> = []
        let named = reading.nameMentions.filter { $0.type == .person }.flatMap { name in
            roles(beside: name.span).map { role, isOwnVoice in draft(role, of: name, isOwnVoice: isOwnVoice) }
        }
        return (named + takenUp()).filter { known.insert($0.value.text + "\u{1F}" + $0.subject.text).inserted }
    }

    // MARK: Pronouns

    /// The person whom a pronoun takes up, or the name that the sentence before has alone, whatever it was taken for.
    private func person(takenUpBy token: Int) -> Name? {
        let sentence = Int(reading.sentenceOf[token])
        let before = sentence > 0 ? reading.analysis.sentences[sentence - 1] : nil
        if reading.part(token) == .pronoun, let before, before.block == reading.analysis.sentences[sentence].block {
            let names = before.tokens.range.compactMap { reading.names.name(at: $0) }
            if let first = names.first, first.span.count == 2, first.form == .name, first.country == nil,
                names.allSatisfy({ $0.span == first.span })
            {
                return first
            }
        }
        guard let index = antecedents.name(at: token), reading.names.all[index].type == .person else { return nil }
        return reading.names.all[index]
    }

    /// "She is a midwife", "As chairman she has …"
    private func takenUp() -> [Draft] {
        reading.analysis.sentences.flatMap { sentence -> [Draft] in
            guard sentence.tokens.count > 0, reading.syntax.isParsed(sentence.tokens.start) else { return [] }
            let predicates = sentence.tokens.range.filter { reading.part($0) == .pronoun }.compactMap { pronoun in
                predicate(of: pronoun).map { (role: $0, holder: pronoun) }
            }
            let opening = places.opening(ofSentence: sentence.tokens).map { [$0] } ?? []
            return (predicates + opening).compactMap { role, holder in takenUp(role, by: holder) }
        }
    }

    private func takenUp(_ role: Int, by holder: Int) -> Draft? {
        guard let phrase = phrases.phrase(endingAt: role), let name = person(takenUpBy: holder) else { return nil }
        let full = fullNames.text(of: name)
        let mention = NameMention(
            span: TokenSpan(holder, holder + 1), type: .person, full: full, isFull: name.form == .name)
        return draft(phrase, of: mention, isOwnVoice: false)
    }

    private func draft(_ role: RolePhrase, of name: NameMention, isOwnVoice: Bool) -> Draft {
        Draft(
            rule: "role", attribute: "role", value: ClaimValue(text: role.text, content: .words(role.text)),
            tokens: role.tokens.union(name.span), subject: .known(name.subject),
            scope: role.standing, terms: reading.terms(role.tokens.range) + bodies(of: role),
            modality: isOwnVoice ? .asserted : nil, isOwnVoice: isOwnVoice)
    }

    /// The names beside a role of where it is held: "Dunmore's chief executive", "the chairman of Dunmore".
    private func bodies(of role: RolePhrase) -> [String] {
        let sentence = reading.tokens(ofSentence: role.tokens.start)
        let before = role.tokens.start - 2
        var names: [Name] = []
        if before >= sentence.start, reading.analysis.tokens[before + 1].shape.contains(.clitic),
            let name = reading.names.name(at: before)
        {
            names.append(name)
        }
        let behind = (role.tokens.end..<min(sentence.end, role.tokens.end + 3)).prefix {
            reading.names.index(at: $0) != nil || [.adposition, .determiner].contains(reading.part($0))
        }
        if behind.count > 1, let name = behind.lazy.compactMap({ reading.names.name(at: $0) }).first {
            names.append(name)
        }
        return names.map { "@" + PlaceName.key(fullNames.text(of: $0)) }
    }

    /// The roles that stand beside a name, which nobody is quoted with, and the one that its sentence tells.
    private func roles(beside span: TokenSpan) -> [(role: RolePhrase, isOwnVoice: Bool)] {
        let head = reading.head(of: span)
        let beside =
            [title(before: span), twin(before: span, head)].compactMap { $0 } + appositions(head)
            + [places.explanation(after: span), places.introduction(before: span)].compactMap { $0 }
        let words = beside.map { ($0, true) } + (predicate(of: head).map { [($0, false)] } ?? [])
        return words.filter { !span.range.contains($0.0) }.compactMap { token, isOwnVoice in
            phrases.phrase(endingAt: token).map { ($0, isOwnVoice) }
        }
    }

    /// "Foreign Minister Irina Kolt", "the captain Josef Okundaye"
    private func title(before span: TokenSpan) -> Int? {
        let token = span.start - 1
        guard token >= reading.tokens(ofSentence: span.start).start,
            reading.analysis.tokens[token].kind == .word
        else { return nil }
        return token
    }

    /// "The president, Osric Dane, spoke": two subjects of one verb with a comma between them are one.
    private func twin(before span: TokenSpan, _ head: Int) -> Int? {
        let noun = span.start - 2
        guard noun >= reading.tokens(ofSentence: span.start).start,
            reading.analysis.tokens[noun + 1].hash == Self.comma, let verb = reading.head(noun),
            verb == reading.head(head), Self.subjects.contains(reading.relation(noun)),
            reading.relation(noun) == reading.relation(head)
        else { return nil }
        return noun
    }

    private static let comma = FoldedForm(",").hash
    private static let subjects: RelationSet = [.nominalSubject, .passiveSubject]

    /// The noun that a name stands beside, or that stands beside it.
    private func appositions(_ head: Int) -> [Int] {
        var nouns = reading.syntax.dependents(of: head).filter { reading.relation($0) == .apposition }
        if reading.relation(head) == .apposition, let noun = reading.head(head) { nouns.append(noun) }
        return nouns
    }

    /// "Irina Kolt is the defence minister": what somebody was may be over.
    private func predicate(of head: Int) -> Int? {
        guard reading.relation(head) == .nominalSubject, let noun = reading.head(head), reading.part(noun) == .noun,
            let copula = reading.syntax.dependent(of: noun, .copula), reading.features(copula).contains(.present),
            !reading.syntax.dependents(of: noun).contains(where: { reading.relation($0) == .auxiliary })
        else { return nil }
        return noun
    }
}

/// The words of an office or role.
struct RolePhrase {
    /// In lower case, without article, owner and standing: "defence minister".
    var text: String
    var tokens: TokenSpan
    /// What parts the holder from who holds it now, or in full: "former", "acting", "deputy".
    var standing: [String]
}

/// Reads the nouns by which people are called for what they do.
struct RolePhrases {
    let reading: DocumentReading

    /// The role whose last word is a token; nil where that is no noun for people.
    func phrase(endingAt head: Int) -> RolePhrase? {
        guard isPersonNoun(head) else { return nil }
        let sentence = reading.tokens(ofSentence: head)
        var start = head
        while start > sentence.start, isModifier(start - 1) { start -= 1 }
        var standing: [String] = []
        for token in start..<head where reading.flags(token).contains(.standing) { standing.append(word(token)) }
        let words = (start..<head).filter {
            reading.analysis.tokens[$0].kind == .word && reading.flags($0).isDisjoint(with: [.standing, .quality])
        }.map(word)
        return RolePhrase(
            text: (words + [reading.lowerLemma(head)]).joined(separator: " "),
            tokens: TokenSpan(start, head + 1), standing: standing)
    }

    private func word(_ token: Int) -> String { reading.analysis.string(token).lowercased() }

    private func isPersonNoun(_ token: Int) -> Bool {
        // "chief executive" may be read as two adjectives.
        guard [.noun, .properNoun, .adjective].contains(reading.part(token)),
            !reading.features(token).contains(.plural),
            reading.names.name(at: token).map({ isTitle(token, of: $0) }) ?? true
        else { return false }
        guard reading.flags(token).isDisjoint(with: [.anyone, .sort, .unofficial]) else { return false }
        if reading.index.officeWords.contains(reading.lemmas[token]) { return true }
        let lexicon = reading.english.lexicon
        guard
            let first = lexicon.firstReading(
                hash: reading.analysis.tokens[token].hash,
                where: {
                    $0.form == .singular
                })
        else { return false }
        return lexicon.mainSense(first.entry) == .person
    }

    /// A title may have been taken for the first word of the name.
    private func isTitle(_ token: Int, of name: Name) -> Bool { name.type == .person && token < name.span.end - 1 }

    /// "Karsovian" before an office: a people that a list has, or a word with a capital that no dictionary has.
    private func isOfPeople(_ token: Int) -> Bool {
        let (hash, shape) = (reading.analysis.tokens[token].hash, reading.analysis.tokens[token].shape)
        return reading.english.names.gazetteer.isOfCountry(hash)
            || shape.contains(.capitalized) && reading.english.lexicon.readings(hash: hash).isEmpty
    }

    /// Nouns and adjectives right before; names are owners.
    private func isModifier(_ token: Int) -> Bool {
        guard reading.analysis.tokens[token].kind == .word, !reading.analysis.tokens[token].shape.contains(.clitic)
        else { return false }
        switch reading.part(token) {
        case .noun, .adjective, .properNoun:
            let name = reading.names.name(at: token)
            let isOwn = name == nil || name?.span.range.contains(token + 1) == true
            return isOwn && !isOfPeople(token) && !reading.analysis.tokens[token + 1].shape.contains(.clitic)
        case .verb where isNounLike(token): return true
        default: return reading.flags(token).contains(.standing)
        }
    }

    /// "managing director", "finance director": the first word taken for a verb, behind an article, a comma, "by" or "and".
    private func isNounLike(_ token: Int) -> Bool {
        let readings = reading.english.lexicon.readings(hash: reading.analysis.tokens[token].hash)
        guard reading.features(token).contains(.gerund) || readings.contains(where: { $0.form == .singular }) else {
            return false
        }
        let isFirst = token == reading.tokens(ofSentence: token).start
        return isFirst || [.determiner, .coordinator, .punctuation, .adposition].contains(reading.part(token - 1))
    }
}
