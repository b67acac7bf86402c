import Language

/// Finds in the dependency tree who fills a role of a verb, an adjective or a noun: the same in active, passive, participle,
/// relative clause, coordination and headline.
struct RoleFinder {
    let reading: DocumentReading
    let context: SentenceContext

    /// The heads of the noun phrases that may fill a role of the words that end with `token`, the likeliest first.
    /// - Parameter canBePassive: the word may be a participle that lacks its auxiliary, as in a headline.
    func fillers(_ role: Frame.Role, of token: Int, canBePassive: Bool) -> [Int] {
        switch role {
        case .patient: patients(token, canBePassive: canBePassive)
        case .agent: agents(token)
        case .holder: holders(token)
        case .undergoer: undergoers(token)
        case .counted, .measure, .multiple, .members: []
        }
    }

    // MARK: Verbs

    /// "killed 145", "145 were killed", "145 killed in", "the 145 who were killed".
    private func patients(_ verb: Int, canBePassive: Bool) -> [Int] {
        guard reading.part(verb) == .verb || reading.part(verb) == .adjective else { return [] }
        let group = coordinated(verb)
        let hasAuxiliary = reading.syntax.dependent(of: verb, .passiveAuxiliary) != nil
        if isPassive(verb), canBePassive || hasAuxiliary || group.count > 1, let subject = own(.passiveSubject, group) {
            return [antecedent(subject, of: verb)]
        }
        if let object = own(.object, group) ?? laterObject(verb), object < verb || follows(object, verb) {
            guard reading.isReflexive(object), let subject = own(.nominalSubject, group) else { return [object] }
            return [antecedent(subject, of: verb)]
        }
        if isPassive(verb), canBePassive || reading.syntax.dependent(of: verb, .passiveAuxiliary) != nil,
            let noun = modified(verb)
        {
            return [noun]
        }
        if isPassive(verb), let finding = reading.head(verb), reading.isLemma(finding, Self.findings),
            reading.relation(verb) == .openComplement || reading.relation(verb) == .clausalComplement
        {
            return state(of: finding)
        }
        if reading.relation(verb) == .adverbialClause, let above = reading.head(verb), reading.part(above) == .verb,
            let being = reading.syntax.dependent(of: verb, .passiveAuxiliary), context.isWord("being", being)
        {
            return own(.passiveSubject, [above]).map { [antecedent($0, of: above)] } ?? agents(above)
        }
        // "145 killed in attack": a headline leaves out the auxiliary.
        guard canBePassive, !hasAgentOrAuxiliary(verb), let subject = own(.nominalSubject, group) else { return [] }
        return [antecedent(subject, of: verb)]
    }

    /// "was found shot", "left him injured"
    private static let findings = FoldedForm.hashes("find leave discover")

    /// "145 people died", "the 145 who died", "145 people are known to have died".
    private func agents(_ verb: Int) -> [Int] {
        let group = coordinated(verb)
        if let subject = own(.nominalSubject, group) ?? own(.passiveSubject, group) {
            return [antecedent(subject, of: verb)]
        }
        if reading.relation(verb) == .openComplement, let above = reading.head(verb) {
            if let object = reading.syntax.dependent(of: above, .object) { return [object] }
            return agents(above)
        }
        if reading.relation(verb) == .adverbialClause, let above = reading.head(verb), reading.part(above) == .verb,
            reading.syntax.dependent(of: verb, .marker) == nil
        {
            return agents(above)
        }
        return modified(verb).map { [$0] } ?? []
    }

    /// A verb, and the verbs before it that it shares its subject with: "was shot and killed".
    private func coordinated(_ verb: Int) -> [Int] {
        var group = [verb]
        while reading.relation(group[group.count - 1]) == .conjunct, let above = reading.head(group[group.count - 1]),
            group.count < 4, reading.part(above) == .verb || reading.part(above) == .noun,
            sharesSubject(group[group.count - 1], with: above)
        {
            group.append(above)
        }
        return group
    }

    /// "were shot and later died", but not "one was killed and several wounded".
    private func sharesSubject(_ second: Int, with first: Int) -> Bool {
        guard first < second else { return false }
        return (first + 1..<second).reversed().prefix { reading.part($0) != .coordinator && !context.isClauseMark($0) }
            .allSatisfy { token in
                switch reading.part(token) {
                case .adverb, .auxiliary, .particle, .punctuation: true
                default: false
                }
            }
    }

    /// The dependent with a relation of the first verb that has one; a subject of its own ends the group.
    private func own(_ relation: Relation, _ group: [Int]) -> Int? {
        for (place, verb) in group.enumerated() {
            if let found = reading.syntax.dependent(of: verb, relation) {
                // Two objects in one group belong each to its verb; a subject is shared.
                if relation == .object, place > 0, found < group[0] { return nil }
                return found
            }
            let subjects: [Relation] = [.nominalSubject, .passiveSubject, .clausalSubject]
            if subjects.contains(where: { reading.syntax.dependent(of: verb, $0) != nil }) { return nil }
        }
        return nil
    }

    /// "shot and killed three": the object stands with the last verb.
    private func laterObject(_ verb: Int) -> Int? {
        guard !isPassive(verb) else { return nil }
        for dependent in reading.syntax.dependents(of: verb)
        where reading.relation(dependent) == .conjunct && reading.part(dependent) == .verb {
            let isNext = (verb + 1..<dependent).allSatisfy { reading.part($0) == .coordinator }
            if isNext, let object = reading.syntax.dependent(of: dependent, .object) { return object }
        }
        return nil
    }

    /// An object follows its verb without a comma: "Man shot, four others hurt" says nothing of four shot.
    private func follows(_ object: Int, _ verb: Int) -> Bool {
        !context.isClauseMark(verb + 1) || context.mark(verb + 1) == UInt8(ascii: "\"")
    }

    private func isPassive(_ verb: Int) -> Bool {
        let features = reading.features(verb)
        return features.contains(.passive) || features.isSuperset(of: [.past, .participle])
            || reading.syntax.dependent(of: verb, .passiveAuxiliary) != nil
    }

    /// "The gunmen killed by police", "have killed": no headline without its auxiliary.
    private func hasAgentOrAuxiliary(_ verb: Int) -> Bool {
        reading.syntax.dependent(of: verb, .auxiliary) != nil
    }

    /// The noun that a participle or a relative clause modifies.
    private func modified(_ verb: Int) -> Int? {
        var verb = verb
        while reading.relation(verb) == .conjunct, let above = reading.head(verb), reading.part(above) == .verb {
            verb = above
        }
        switch reading.relation(verb) {
        case .clausalModifier, .relativeClause: return reading.head(verb)
        default: return nil
        }
    }

    /// What "who" or "that" stands for: the noun of its relative clause.
    private func antecedent(_ subject: Int, of verb: Int) -> Int {
        guard reading.features(subject).contains(.relative) || reading.isRelativePronoun(subject) else {
            return subject
        }
        return modified(verb) ?? subject
    }

    // MARK: Adjectives and nouns

    /// "149 people dead", "43 people are confirmed dead", "145 dead", "the dead man", "a woman in critical condition".
    private func holders(_ token: Int) -> [Int] {
        // "that injured a child": a verb with an object says how it is with the object.
        if reading.syntax.dependent(of: token, .object) != nil { return [] }
        if let subject = reading.syntax.dependent(of: token, .nominalSubject)
            ?? reading.syntax.dependent(of: token, .passiveSubject)
        {
            // "Two dead, daughter in hospital": another clause.
            return subject < token || !context.isClauseMark(token + 1) ? [antecedent(subject, of: token)] : []
        }
        guard let above = reading.head(token) else { return [] }
        switch reading.relation(token) {
        case .adjectivalModifier, .clausalModifier, .relativeClause: return [above]
        case .nominalModifier: return isState(token) ? [above] + carried(to: above) : []
        case .oblique: return isState(token) ? state(of: above) : []
        case .openComplement, .clausalComplement: return state(of: above)
        case .conjunct where reading.part(above) == .adjective || reading.part(above) == .verb:
            return sharesSubject(token, with: above) ? holders(above) : []
        default: return []
        }
    }

    /// "a boy was taken to hospital with": whom a verb brings to a place.
    private func carried(to place: Int) -> [Int] {
        guard reading.relation(place) == .oblique, let verb = reading.head(place), reading.part(verb) == .verb else {
            return []
        }
        return own(.passiveSubject, [verb]).map { [antecedent($0, of: verb)] } ?? []
    }

    /// "in critical condition", "with minor injuries"
    private func isState(_ noun: Int) -> Bool {
        guard let marker = reading.syntax.dependent(of: noun, .caseMarker) else { return false }
        return context.isWord("in", marker) || context.isWord("with", marker)
    }

    /// Whom a verb says to be in a state: "found dead", "left two dead", "remains in critical condition".
    private func state(of verb: Int) -> [Int] {
        let group = coordinated(verb)
        if let subject = own(.passiveSubject, group) { return [antecedent(subject, of: verb)] }
        if let object = reading.syntax.dependent(of: verb, .object) { return [object] }
        if isPassive(verb), let noun = modified(verb) { return [noun] }
        return agents(verb)
    }

    /// "the killing of three men", "Ana Ruiz's death", "the death of a man".
    private func undergoers(_ noun: Int) -> [Int] {
        guard reading.part(noun) == .noun || reading.part(noun) == .verb || reading.part(noun) == .properNoun else {
            return []
        }
        var found: [Int] = []
        for dependent in reading.syntax.dependents(of: noun) {
            switch reading.relation(dependent) {
            case .possessive: found.append(dependent)
            case .nominalModifier, .oblique:
                if let marker = reading.syntax.dependent(of: dependent, .caseMarker), context.isWord("of", marker) {
                    found.insert(dependent, at: 0)
                }
            default: continue
            }
        }
        return found
    }
}

extension DocumentReading {
    func isReflexive(_ token: Int) -> Bool { Self.reflexives.contains(analysis.tokens[token].hash) }
    func isRelativePronoun(_ token: Int) -> Bool { Self.relatives.contains(analysis.tokens[token].hash) }

    private static let reflexives = FoldedForm.hashes("himself herself themselves itself self")
    private static let relatives = FoldedForm.hashes("who that which whom")
}
