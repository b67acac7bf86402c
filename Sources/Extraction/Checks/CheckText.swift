import Documents
import FoundationEssentials
import Language
import Values

/// What checks look at: a document, its claims, and the words that rules name.
struct CheckText {
    let reading: DocumentReading
    /// In text order.
    let claims: [Claim]

    var analysis: Analysis { reading.analysis }
    var quantities: [Quantity] { reading.mentions.quantities }
    var published: DayInterval? { analysis.document.metadata.published }

    func sentence(_ number: Int) -> TokenSpan { analysis.sentences[number].tokens }
    func block(_ sentence: Int) -> Block { analysis.document.blocks[analysis.sentences[sentence].block] }

    // MARK: Words

    /// The end of a word or phrase of some sort that begins at a token.
    func end(of word: CheckWord, at token: Int) -> Int? {
        reading.index.checks.end(of: word, at: token) { token in
            guard analysis.tokens.indices.contains(token) else { return (0, 0) }
            return (analysis.tokens[token].hash, reading.lemmas[token])
        }
    }

    func first(_ word: CheckWord, in tokens: Range<Int>) -> Int? {
        tokens.first { end(of: word, at: $0) != nil }
    }

    func has(_ words: CheckWord..., in tokens: Range<Int>) -> Bool {
        words.contains { first($0, in: tokens) != nil }
    }

    /// The list goes on, or what follows is a part of it: "among others", but "the others" are the rest.
    func leavesOpen(_ token: Int) -> Bool {
        end(of: .open, at: token) != nil && !(isWord(.the, token - 1) && end(of: .rest, at: token - 1) != nil)
    }

    func isWord(_ word: StaticWord, _ token: Int) -> Bool {
        reading.hash(token) == word.hash
    }

    func isKind(_ kind: Token.Kind, _ token: Int) -> Bool {
        analysis.tokens.indices.contains(token) && analysis.tokens[token].kind == kind
    }

    /// The first byte of a mark or sign, dashes of any kind as "-"; 0 for what is none.
    func mark(_ token: Int) -> UInt8 {
        guard isKind(.punctuation, token) || isKind(.symbol, token) else { return 0 }
        let span = analysis.tokens[token].span
        let text = analysis.document.text
        guard span.count == 3, text[span.start] == 0xE2, text[span.start + 1] == 0x80 else { return text[span.start] }
        return (0x90...0x95).contains(text[span.start + 2]) ? UInt8(ascii: "-") : 0
    }

    func isMark(_ mark: Unicode.Scalar, _ token: Int) -> Bool { self.mark(token) == UInt8(ascii: mark) }

    // MARK: Claims

    /// The indices of the claims that begin in a stretch of the document's bytes.
    func claims(in bytes: Range<Int>) -> Range<Int> {
        func first(from byte: Int) -> Int {
            var (low, high) = (0, claims.count)
            while low < high {
                let middle = (low + high) / 2
                if claims[middle].span.start < byte { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(from: bytes.lowerBound)..<first(from: bytes.upperBound)
    }

    /// The quantities that stand in a claim's words.
    func quantities(of claim: Claim) -> ArraySlice<Quantity> {
        func first(from byte: Int) -> Int {
            var (low, high) = (0, quantities.count)
            while low < high {
                let middle = (low + high) / 2
                if quantities[middle].span.start < byte { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return quantities[first(from: claim.span.start)..<first(from: claim.span.end)]
    }

    // MARK: Figures

    /// The lemma of the noun that a quantity counts.
    func noun(of quantity: Quantity) -> String? {
        quantity.noun.map { reading.lowerLemma(head(of: $0)) }
    }

    /// None of some figures counts other things than the rest, as far as their nouns tell.
    func countOne(_ quantities: [Quantity]) -> Bool { Set(quantities.compactMap(noun)).count <= 1 }

    /// The indices of the quantities of a sentence that are of the same sort and unit as another.
    func quantities(ofSentence number: Int, like other: Quantity) -> [Int] {
        reading.quantities(in: sentence(number)).indices.filter {
            quantities[$0].kind == other.kind && quantities[$0].unit?.id == other.unit?.id
        }
    }

    /// Some quantities and what each may stand for; nil where one is no single figure, or is not told.
    func toldFigures(_ places: Int...) -> (quantities: [Quantity], figures: [Figure])? {
        let quantities = places.map { self.quantities[$0] }
        let figures = quantities.compactMap { Figure($0, in: self) }
        guard figures.count == quantities.count, quantities.allSatisfy({ isTold($0.tokens) }) else { return nil }
        return (quantities, figures)
    }

    /// "the remaining £9m": what is left of a whole, by the words before it.
    func isRest(_ quantity: Quantity) -> Bool {
        let start = quantity.tokens.start
        return (start - Self.restReach..<start).contains { end(of: .rest, at: $0) == start }
    }

    /// Tokens of the words that tell what is left, at the most.
    static let restReach = 3

    /// The last word of a noun phrase.
    func head(of noun: TokenSpan) -> Int { noun.range.last { isKind(.word, $0) } ?? noun.start }

    /// A noun for somebody, or for anyone at all.
    func isPerson(_ token: Int) -> Bool {
        let flags = reading.flags(token)
        return !flags.isDisjoint(with: [.person, .anyone]) || reading.isPersonNoun(token)
    }

    /// "81 of the 150": a whole told with its part.
    func isOfWhole(_ quantity: Quantity) -> Bool {
        (max(0, quantity.tokens.start - 2)..<quantity.tokens.start).contains { isWord(.of, $0) }
    }

    /// The first token behind a quantity and the noun that it counts.
    func end(of quantity: Quantity) -> Int { max(quantity.tokens.end, quantity.noun?.end ?? 0) }

    /// The document tells it as a fact, with whatever reserve.
    func isTold(_ tokens: TokenSpan) -> Bool {
        let context = SentenceContext(
            analysis: analysis, index: reading.index, number: Int(reading.sentenceOf[tokens.start]), quantities: [],
            times: [])
        let predicate = reading.predicate(of: reading.head(of: tokens))
        switch Qualifiers(reading: reading, context: context).modality(of: tokens.range, trigger: predicate) {
        case .asserted, .hedged, .quoted: return true
        case .denied, .hypothetical, .forecast: return false
        }
    }
}

/// A word of the language's own, by its hash.
struct StaticWord: Sendable {
    let hash: UInt64
    init(_ word: String) { hash = FoldedForm(word).hash }

    static let from = StaticWord("from")
    static let to = StaticWord("to")
    static let of = StaticWord("of")
    static let or = StaticWord("or")
    static let and = StaticWord("and")
    static let by = StaticWord("by")
    static let the = StaticWord("the")
    static let all = StaticWord("all")
    static let but = StaticWord("but")
}
