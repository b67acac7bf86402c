import Documents
import Language
import Values

/// Claims of whose consent is needed: "has to be approved by the finance controller", "get your team lead's approval". The
/// attribute is the verb, the value the role; a sum from which on the rule holds is its scope.
struct ConsentClaims: ClaimFinder {
    private let reading: DocumentReading

    init(_ clauses: ClauseReader) { reading = clauses.reading }

    func drafts() -> [Draft] {
        reading.analysis.tokens.indices.filter { token in
            guard reading.syntax.isParsed(token) else { return false }
            let part = reading.part(token)
            return part == .verb && isConsent(token) || part == .noun && isSought(token)
        }.compactMap { passive($0) ?? noun($0) }
    }

    /// "must be approved by the finance controller"
    private func passive(_ verb: Int) -> Draft? {
        guard reading.part(verb) == .verb, isConsent(verb),
            let agent = reading.syntax.dependent(of: verb, .agent) ?? byPhrase(verb),
            isDuty(verb), let role = role(endingAt: agent)
        else { return nil }
        return draft(reading.lowerLemma(verb), role, at: verb)
    }

    private func byPhrase(_ verb: Int) -> Int? {
        reading.syntax.dependents(of: verb).first { dependent in
            reading.relation(dependent) == .oblique
                && reading.syntax.dependents(of: dependent).contains { reading.analysis.tokens[$0].hash == Self.by }
        }
    }

    /// "your team lead's approval", "the approval of your team lead"
    private func noun(_ noun: Int) -> Draft? {
        guard reading.part(noun) == .noun, isSought(noun), let verb = consentVerb(of: noun) else { return nil }
        let holder =
            reading.syntax.dependent(of: noun, .possessive)
            ?? reading.syntax.dependents(of: noun).first { dependent in
                reading.relation(dependent) == .nominalModifier
                    && reading.syntax.dependents(of: dependent).contains {
                        Self.sources.contains(reading.analysis.tokens[$0].hash)
                    }
            }
        guard let holder, let role = role(endingAt: holder) else { return nil }
        return draft(verb, role, at: noun)
    }

    private func draft(_ verb: String, _ role: TokenSpan, at token: Int) -> Draft {
        let words = role.range.map { reading.analysis.string($0).lowercased() }.joined(separator: " ")
        let sentence = reading.tokens(ofSentence: token)
        let scope = conditions(in: sentence)
        return Draft(
            rule: "role", attribute: verb, value: ClaimValue(text: words, content: .words(words)),
            tokens: role.union(TokenSpan(token, token + 1)), subject: .passage, scope: scope,
            terms: reading.terms(sentence.range), modality: .asserted)
    }

    // MARK: Words

    private func isConsent(_ token: Int) -> Bool {
        reading.flags(token).contains(.consent)
    }

    /// The verb of consent that a noun is made from: "approval" of "approve".
    private func consentVerb(of noun: Int) -> String? {
        let lexicon = reading.english.lexicon
        guard let entry = lexicon.entry(reading.lowerLemma(noun), .noun) else { return nil }
        return lexicon.derivations(entry).map(lexicon.lemma).sorted().first { lemma in
            let id = reading.analysis.vocabulary.id(lemma)
            return reading.index.flags(id).contains(.consent) && lexicon.entry(lemma, .verb) != nil
        }
    }

    /// "must", "has to", "needs to be", "should": what only happened is no rule.
    private func isDuty(_ verb: Int) -> Bool {
        let clause = reading.tokens(ofSentence: verb).start..<verb
        return clause.suffix(6).contains { Self.duties.contains(reading.analysis.tokens[$0].hash) }
    }

    /// "get", "need", "requires": consent that is to be had, not one that was given.
    private func isSought(_ noun: Int) -> Bool {
        let sentence = reading.tokens(ofSentence: noun)
        return (sentence.start..<noun).suffix(7).contains { Self.seeking.contains(reading.lemmas[$0]) }
            && !(sentence.start..<noun).contains { reading.part($0) == .verb && reading.features($0).contains(.past) }
    }

    /// The nouns that end at a token, without article and owner.
    private func role(endingAt head: Int) -> TokenSpan? {
        guard reading.names.index(at: head) == nil else { return nil }
        switch reading.part(head) {
        case .pronoun, .determiner, .numeral: return nil
        default: break
        }
        let sentence = reading.tokens(ofSentence: head)
        var start = head
        while start > sentence.start, reading.analysis.tokens[start - 1].kind == .word, reading.part(start - 1) == .noun
        {
            start -= 1
        }
        return TokenSpan(start, head + 1)
    }

    /// Sums with a bound, in one form: "over 500 USD".
    private func conditions(in sentence: TokenSpan) -> [String] {
        reading.quantities(in: sentence).compactMap { quantity in
            guard let bound = quantity.bound.flatMap(ClaimQuantity.Bound.init),
                let value = quantity.interval.lower ?? quantity.interval.upper
            else { return nil }
            return "\(bound.words) \(value) \(quantity.unit?.id ?? "")"
        }
    }

    private static let by = FoldedForm("by").hash
    private static let sources = FoldedForm.hashes("of from by")
    private static let duties = FoldedForm.hashes("must to should shall needs need requires")
    private static let seeking = FoldedForm.hashes("get need require obtain have seek ask without subject await want")
}

extension ClaimQuantity.Bound {
    fileprivate var words: String {
        switch self {
        case .moreThan, .atLeast: "over"
        case .atMost, .lessThan: "up to"
        }
    }
}
