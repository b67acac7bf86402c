import Documents
import Language
import Values

/// Reads what qualifies a claim: who says so, and how firmly.
struct Qualifiers {
    let context: SentenceContext

    /// How the document stands to what the words in `claim` say, by the clause that they stand in.
    func modality(of claim: Range<Int>) -> Modality {
        var flags: WordFlags = []
        for token in clause(of: claim) { flags.formUnion(context.flags(token)) }
        if flags.contains(.negation) { return .denied }
        if flags.contains(.conditional) || flags.contains(.possibility) { return .hypothetical }
        if flags.contains(.future) { return .forecast }
        if isInsideQuotes(claim) { return .quoted }
        return flags.contains(.hedge) ? .hedged : .asserted
    }

    /// The tokens from the begin of the clause to the end of the claim.
    private func clause(of claim: Range<Int>) -> Range<Int> {
        context.clauseStart(of: claim.lowerBound)..<claim.upperBound
    }

    private func isInsideQuotes(_ claim: Range<Int>) -> Bool {
        var open = false
        for token in context.range.lowerBound..<claim.lowerBound where context.mark(token) == UInt8(ascii: "\"") {
            open.toggle()
        }
        guard open else { return false }
        return (claim.upperBound..<context.range.upperBound).contains { context.mark($0) == UInt8(ascii: "\"") }
    }

    /// The words that name the source: "according to the ministry", "the ministry said", "said Omar Obeid".
    /// - Parameter claim: its own words are no verbs of saying ("claimed the lives of").
    func attribution(of claim: Range<Int>) -> String? {
        for token in context.range where !claim.contains(token) {
            if context.isWord("according", token), context.isWord("to", token + 1) {
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
        guard end > context.range.lowerBound else { return nil }
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
