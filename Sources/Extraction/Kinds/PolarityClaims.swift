import Documents
import Language
import Values

/// Claims that something did or did not happen: those of opposite rules ("accepted" and "turned down"), what a clause denies,
/// and what names are plainly said to have done, so that a denial elsewhere has its counterpart.
struct PolarityClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader
    private let frames: ValueFrameFinder

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
        frames = ValueFrameFinder(reading: reading)
    }

    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        for token in reading.analysis.tokens.indices where reading.syntax.isParsed(token) {
            guard let saying = saying(token), let standing = clauses.standing(of: token),
                let draft = draft(token, saying, standing)
            else { continue }
            drafts.append(draft)
        }
        return drafts
    }

    /// What a predicate says, whoever says it.
    private struct Saying {
        var rule: Int?
        var isYes: Bool
        /// The particle or preposition that belongs to the predicate.
        var companion: Int?
    }

    private func draft(_ token: Int, _ saying: Saying, _ standing: ClauseReader.Standing) -> Draft? {
        let isState = saying.rule.map { reading.index.rules.opposites[$0].isState } ?? false
        let patient = isState ? frames.subject(of: token) : nil
        if isState, patient == nil || reading.part(patient ?? 0) == .pronoun { return nil }
        let holder = patient ?? holder(of: token, saying, standing)
        let isNamed = holder.map { reading.names.index(at: $0) != nil } ?? false
        guard saying.rule != nil || standing.isNegated || isNamed && isPlain(token) else { return nil }
        let objects = patient.map { [$0] } ?? objects(of: token, saying)
        let terms = reading.terms(objects.flatMap(clauses.phrase))
        guard !terms.isEmpty, saying.rule != nil || holder != nil else { return nil }
        let holds = saying.isYes != standing.isNegated
        let words = words(of: token, saying, standing)
        let rule = saying.rule.map { reading.index.rules.opposites[$0] }
        var tokens = words
        for object in objects { tokens = tokens.union(extent(object)) }
        return Draft(
            rule: rule?.id ?? "open.polarity", attribute: rule?.attribute ?? reading.lowerLemma(token),
            value: ClaimValue(text: reading.string(tokens), figure: reading.string(words), content: .polarity(holds)),
            tokens: tokens, subject: holder.flatMap(clauses.thing).map(SubjectReference.known) ?? .passage,
            isOpen: rule == nil, terms: terms, modality: .asserted, time: clauses.time(ofClause: token))
    }

    // MARK: The predicate

    private func saying(_ token: Int) -> Saying? {
        switch reading.part(token) {
        case .verb: break
        case .adjective: guard reading.syntax.dependent(of: token, .copula) != nil else { return nil }
        default: return nil
        }
        for evocation in reading.index.facts.opposites[reading.lemmas[token]] ?? []
        where isTold(of: reading.index.facts.opposedObjects[evocation.rule], token) {
            guard let companion = evocation.companion else {
                guard reading.syntax.dependent(of: token, .verbParticle) == nil,
                    reading.index.rules.opposites[evocation.rule].isState ? isState(token) : hasObject(token)
                else { continue }
                return Saying(rule: evocation.rule, isYes: evocation.isYes)
            }
            if let word = self.companion(companion, of: token) {
                // "found not guilty": the word beside the verb is denied, not the verb.
                let isDenied = word > token + 1 && reading.analysis.tokens[word - 1].hash == Self.not
                return Saying(rule: evocation.rule, isYes: evocation.isYes != isDenied, companion: word)
            }
        }
        guard reading.part(token) == .verb, !isSpeech(token), !reading.isLemma(token, reading.index.facts.denials),
            !reading.isLemma(token, Self.light)
        else { return nil }
        return Saying(isYes: true, companion: reading.syntax.dependent(of: token, .verbParticle))
    }

    private static let not = FoldedForm("not").hash

    /// "is mandatory", "is required": what is, not what somebody does.
    private func isState(_ token: Int) -> Bool {
        reading.syntax.dependent(of: token, .object) == nil
            && reading.syntax.dependents(of: token).contains { dependent in
                let relation = reading.relation(dependent)
                return (relation == .copula || relation == .passiveAuxiliary)
                    && reading.features(dependent).contains(.present)
            }
    }

    /// What it is done to is one of some nouns; empty for any.
    private func isTold(of nouns: FormSet, _ token: Int) -> Bool {
        nouns.isEmpty
            || reading.syntax.dependents(of: token).contains { dependent in
                let relation = reading.relation(dependent)
                return (relation == .object || relation == .passiveSubject) && reading.isLemma(dependent, nouns)
            }
    }

    /// "refused the offer", not "refused to sign", whose sense lies in the other verb.
    private func hasObject(_ token: Int) -> Bool {
        reading.syntax.dependents(of: token).contains { dependent in
            switch reading.relation(dependent) {
            case .object, .passiveSubject: true
            // "accepted on Sunday the offer": what comes late is easily taken for an adverbial.
            case .oblique: frames.preposition(of: dependent) == nil && !clauses.isTime(dependent)
            default: false
            }
        }
    }

    /// The particle of a verb, or the preposition of one of its obliques.
    private func companion(_ hash: UInt64, of token: Int) -> Int? {
        for dependent in reading.syntax.dependents(of: token) {
            if reading.analysis.tokens[dependent].hash == hash { return dependent }
            if reading.relation(dependent) == .oblique, let preposition = frames.preposition(of: dependent),
                reading.analysis.tokens[preposition].hash == hash
            {
                return preposition
            }
        }
        return nil
    }

    private func isSpeech(_ token: Int) -> Bool {
        reading.flags(token).contains(.speech)
    }

    /// Verbs that tell too little for their denial to mean one thing.
    private static let light = FormSet(
        "be have do get make go come know think want need seem appear like mean feel see give take keep let".split(
            separator: " "
        ).map { FoldedForm(String($0)).hash })

    /// A finite clause about something past or present.
    private func isPlain(_ token: Int) -> Bool {
        let features = reading.features(token)
        return features.contains(.finite) || reading.syntax.dependent(of: token, .auxiliary) != nil
            || reading.syntax.dependent(of: token, .passiveAuxiliary) != nil
    }

    // MARK: Who and what

    private func isPassive(_ token: Int) -> Bool {
        reading.syntax.dependent(of: token, .passiveAuxiliary) != nil
            || reading.syntax.dependent(of: token, .passiveSubject) != nil
    }

    /// Who does it: the subject, or the agent of a passive.
    private func holder(of token: Int, _ saying: Saying, _ standing: ClauseReader.Standing) -> Int? {
        if isPassive(token), !isPrepositional(saying) { return reading.syntax.dependent(of: token, .agent) }
        let subject = frames.subject(of: token) ?? frames.subject(of: standing.top)
        return subject
    }

    /// "closed to cyclists": what stands after the preposition is the object, and the subject is who it is told of.
    private func isPrepositional(_ saying: Saying) -> Bool {
        saying.companion.map { reading.relation($0) == .caseMarker } ?? false
    }

    private func objects(of token: Int, _ saying: Saying) -> [Int] {
        reading.syntax.dependents(of: token).filter { dependent in
            switch reading.relation(dependent) {
            case .object, .openComplement: true
            case .passiveSubject: !isPrepositional(saying)
            case .oblique: !clauses.isTime(dependent)
            default: false
            }
        }
    }

    /// The words that say yes or no: "declined to rule out".
    private func words(of token: Int, _ saying: Saying, _ standing: ClauseReader.Standing) -> TokenSpan {
        let last = max(token, saying.companion.map { $0 - token <= 2 ? $0 : token } ?? token)
        let first = min(token, standing.first)
        return TokenSpan(last - first <= 8 ? first : token, last + 1)
    }

    private func extent(_ object: Int) -> TokenSpan {
        let phrase = clauses.phrase(object)
        return TokenSpan(phrase.first ?? object, (phrase.last ?? object) + 1)
    }
}
