import Documents
import Language
import Values

/// Reads what qualifies a claim: who says so, and how firmly.
struct Qualifiers {
    let reading: DocumentReading
    let context: SentenceContext

    /// How the document stands to what the words in `claim` say, by the clause that they stand in and the clauses above it.
    /// - Parameter trigger: the word that evoked the claim; the head of its words where nothing is given.
    func modality(of claim: Range<Int>, trigger: Int? = nil) -> Modality {
        let head = trigger ?? reading.head(of: TokenSpan(claim.lowerBound, claim.upperBound))
        var flags: WordFlags = []
        // The "May" of a date is no "may".
        for token in claim where reading.part(token) != .properNoun { flags.formUnion(context.flags(token)) }
        // "an attempted double murder", "is not 40 metres tall"
        flags.formUnion(context.flags(claim.lowerBound - 1).intersection([.intention, .negation]))
        flags.formUnion(flagsAbove(head))
        if flags.contains(.negation) { return .denied }
        if !flags.isDisjoint(with: [.conditional, .possibility, .intention]) { return .hypothetical }
        if flags.contains(.future) { return .forecast }
        if isInsideQuotes(claim) { return .quoted }
        return flags.contains(.hedge) ? .hedged : .asserted
    }

    /// What the words around a predicate and around those that it depends on are: auxiliaries, adverbs, markers, and the
    /// governing verbs themselves ("tried to kill", "could have been killed", "if three die").
    private func flagsAbove(_ token: Int) -> WordFlags {
        var flags: WordFlags = []
        var token = token
        for _ in 0..<6 {
            var own: WordFlags = []
            for dependent in reading.syntax.dependents(of: token) where Self.modal.contains(reading.relation(dependent))
            {
                own.formUnion(context.flags(dependent))
            }
            // "how one man could authorise 134 payments" says that he did.
            if own.contains(.possibility), asksHow(token) { own.remove(.possibility) }
            if isToCome(token) { own.insert(.future) }
            if own.contains(.conditional), isFutureInPast(token) { own = own.subtracting(.conditional).union(.future) }
            flags.formUnion(own)
            let relation = reading.relation(token)
            guard let above = reading.head(token), Self.carried.contains(relation) else { return flags }
            if relation == .clausalModifier, !reading.features(token).contains(.infinitive) { return flags }
            if relation != .conjunct {
                let own = context.flags(above).intersection([.hedge, .future, .intention, .possibility, .negation])
                // A participle or relative clause after the noun of an attempt is no attempt itself.
                if relation != .adverbialClause { flags.formUnion(own) }
            }
            token = above
        }
        return flags
    }

    /// "is to open 60 shops"; in a headline "Mill to open 60 shops".
    private func isToCome(_ predicate: Int) -> Bool {
        guard context.isWord("to", predicate - 1), reading.part(predicate) == .verb else { return false }
        if context.flags(predicate - 2).contains(.copula) { return true }
        let block = reading.analysis.document.blocks[reading.analysis.sentences[context.number].block]
        guard block.kind == .headline, context.range.contains(predicate - 2) else { return false }
        return reading.relation(predicate) == .root || reading.names.index(at: predicate - 2) != nil
    }

    /// "The mayor said that it would open in May" tells a plan.
    private func isFutureInPast(_ predicate: Int) -> Bool {
        guard reading.relation(predicate) == .clausalComplement, let above = reading.head(predicate) else {
            return false
        }
        let conditions = reading.syntax.dependents(of: predicate).filter { context.flags($0).contains(.conditional) }
        return context.flags(above).contains(.speech) && conditions.allSatisfy { context.isWord("would", $0) }
    }

    private func asksHow(_ predicate: Int) -> Bool {
        reading.syntax.dependents(of: predicate).contains { $0 < predicate && context.isWord("how", $0) }
    }

    /// Relations of the words that weaken or deny a predicate.
    private static let modal: RelationSet = [
        .auxiliary, .passiveAuxiliary, .adverbialModifier, .marker, .determiner, .adjectivalModifier, .copula,
    ]

    /// Relations by which a predicate stands under the modality of the one above.
    private static let carried: RelationSet = [
        .openComplement, .clausalComplement, .conjunct, .adverbialClause, .clausalModifier, .clausalSubject,
        .passiveClausalSubject, .object,
    ]

    private func isInsideQuotes(_ claim: Range<Int>) -> Bool {
        var open = false
        for token in context.range.lowerBound..<claim.lowerBound where context.mark(token) == UInt8(ascii: "\"") {
            open.toggle()
        }
        guard open else { return false }
        return (claim.upperBound..<context.range.upperBound).contains { context.mark($0) == UInt8(ascii: "\"") }
    }

    private static let according = FoldedForm("according").hash

    /// The words that name the source: "according to the ministry", "the ministry said", "said Omar Obeid".
    /// - Parameter claim: its own words are no verbs of saying ("claimed the lives of").
    func attribution(of claim: Range<Int>) -> String? {
        for token in context.range where !claim.contains(token) {
            if reading.hash(token) == Self.according, context.isWord("to", token + 1) {
                return phrase(from: token + 2)
            }
            guard context.flags(token).contains(.speech) else { continue }
            if let speaker = speaker(before: token) ?? phrase(from: token + 1, mustBeginWithName: true) {
                return speaker
            }
        }
        return nil
    }

    /// The noun phrase that ends before a verb of saying; a phrase in apposition between commas is passed over.
    private func speaker(before verb: Int) -> String? {
        var end = verb
        while context.range.contains(end - 1),
            context.isAdverb(end - 1) || context.flags(end - 1).contains(.auxiliary)
        {
            end -= 1
        }
        if context.mark(end - 1) == UInt8(ascii: ",") {
            let apposition = context.clauseStart(of: end - 2)
            guard apposition > context.range.lowerBound, end - apposition < 16 else { return nil }
            end = apposition - 1
        }
        guard context.range.contains(end - 1) else { return nil }
        let start = context.clauseStart(of: end - 1)
        guard start < end, end - start <= 14 else { return nil }
        return noun(start..<end)
    }

    /// The words from `start` to the next mark, verb or conjunction.
    private func phrase(from start: Int, mustBeginWithName: Bool = false) -> String? {
        guard context.range.contains(start), !mustBeginWithName || context.isCapitalized(start) else { return nil }
        var end = start
        while end < start + 14, context.range.contains(end), context.mark(end) == 0,
            context.flags(end).isDisjoint(with: [.auxiliary, .relative, .conjunction])
        {
            end += 1
        }
        return noun(start..<end)
    }

    private func noun(_ tokens: Range<Int>) -> String? {
        var tokens = tokens
        while let first = tokens.first, context.flags(first).contains(.conjunction) || context.isWord("that", first) {
            tokens = tokens.dropFirst()
        }
        let words = tokens.filter { context.analysis.tokens[$0].kind == .word }
        guard let first = tokens.first, !words.allSatisfy({ context.flags($0).contains(.pronoun) }) else { return nil }
        return context.analysis.string(TokenSpan(first, tokens.upperBound)).collapsingWhitespace
    }
}
