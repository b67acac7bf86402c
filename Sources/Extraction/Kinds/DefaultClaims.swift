import Documents
import Language
import Values

/// Claims of how something is set where nobody sets it: "encryption is off by default", "by default, hints are shown".
struct DefaultClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
    }

    func drafts() -> [Draft] {
        reading.analysis.tokens.indices.dropFirst().filter {
            reading.hash($0) == Self.default && reading.hash($0 - 1) == Self.by && reading.syntax.isParsed($0)
        }.compactMap(draft)
    }

    private func draft(_ word: Int) -> Draft? {
        let sentence = reading.tokens(ofSentence: word)
        guard let state = state(around: word, sentence), let isOn = Self.states[reading.hash(state)],
            let copula = copula(before: state, sentence), let thing = thing(before: copula, sentence),
            clauses.standing(of: reading.predicate(of: word) ?? word) != nil
        else { return nil }
        let isDenied = (copula + 1..<state).contains { Self.negators.contains(reading.hash($0)) }
        let tokens = TokenSpan(min(thing.start, word - 1), max(state, word) + 1)
        return Draft(
            rule: Claim.defaultRule, attribute: thing.words.joined(separator: " ") + " by default",
            value: ClaimValue(
                text: reading.string(tokens), figure: reading.string(TokenSpan(copula, state + 1)),
                content: .polarity(isOn != isDenied)),
            tokens: tokens, subject: .topic, terms: thing.words.sorted(), modality: .asserted)
    }

    /// "[off] by default"; "by default … is [off]".
    private func state(around word: Int, _ sentence: TokenSpan) -> Int? {
        if word - 2 > sentence.start, Self.states[reading.hash(word - 2)] != nil { return word - 2 }
        let behind = word + 1..<min(sentence.end, word + Self.reach)
        return behind.first { Self.states[reading.hash($0)] != nil && Self.copulas.contains(reading.hash($0 - 1)) }
    }

    private static let reach = 12

    /// "is", "is not", "is turned" before the state.
    private func copula(before state: Int, _ sentence: TokenSpan) -> Int? {
        (max(sentence.start, state - 3)..<state).last { Self.copulas.contains(reading.hash($0)) }
    }

    // MARK: What is set

    /// The words of the phrase before a copula, or for "this" of what the clause before it says is done.
    private func thing(before copula: Int, _ sentence: TokenSpan) -> (words: [String], start: Int)? {
        guard copula > sentence.start else { return nil }
        let last = copula - 1
        if Self.demonstratives.contains(reading.hash(last)) {
            let clause = (sentence.start..<last).reversed().first { reading.part($0) == .verb && isDone($0) }
            return clause.map { ([stem(reading.lemma($0))], last) }
        }
        guard reading.part(last) == .noun else { return nil }
        let words = clauses.phrase(last).filter { $0 <= last && [.noun, .adjective].contains(reading.part($0)) }
        guard let first = words.first else { return nil }
        return (words.map { stem(reading.lemma($0)) }, first)
    }

    /// "is encrypted": the passive of the clause that a demonstrative takes up.
    private func isDone(_ verb: Int) -> Bool { reading.syntax.dependent(of: verb, .passiveAuxiliary) != nil }

    /// What a verb and its noun share: encrypt for encryption.
    private func stem(_ lemma: String) -> String {
        let word = lemma.lowercased()
        let ending = Self.endings.first { word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + 4 }
        return ending.map { String(word.dropLast($0.count)) } ?? word
    }

    private static let `default` = FoldedForm("default").hash
    private static let by = FoldedForm("by").hash
    private static let copulas = FoldedForm.hashes("is are")
    private static let negators = FoldedForm.hashes("not n't never")
    private static let demonstratives = FoldedForm.hashes("this that it")
    private static let endings = ["ation", "ion", "ing", "ment"]
    private static let states: FormTable<Bool> = {
        let words: [(Bool, String)] = [
            (true, "on enabled active activated allowed shown visible"),
            (false, "off disabled inactive deactivated forbidden hidden invisible"),
        ]
        var states: [UInt64: Bool] = [:]
        for (isOn, words) in words {
            for word in words.split(separator: " ") { states[FoldedForm(String(word)).hash] = isOn }
        }
        return FormTable(states)
    }()
}

extension Claim {
    /// The id of the rule for settings.
    public static let defaultRule = "default"
}
