import Documents
import Language
import Values

/// All that the stages before know of one document, with the rules that read it. Indices are token indices of the analysis.
struct DocumentReading {
    let analysis: Analysis
    let mentions: Mentions
    let syntax: Syntax
    let names: Names
    let english: English
    let index: RuleIndex
    /// `FoldedForm` hashes of the lemmas; 0 for a token whose sentence was not parsed.
    let lemmas: [UInt64]
    /// The sentence of each token.
    let sentenceOf: [Int32]

    init(analysis: Analysis, mentions: Mentions, english: English, index: RuleIndex) {
        self.analysis = analysis
        self.mentions = mentions
        self.english = english
        self.index = index
        let syntax = english.syntax.parse(analysis)
        self.syntax = syntax
        names = english.names.names(in: analysis, syntax)
        lemmas = analysis.tokens.indices.map { token in
            syntax.isParsed(token) ? english.syntax.lemmaHash(of: token, analysis, syntax) : 0
        }
        var sentenceOf = [Int32](repeating: 0, count: analysis.tokens.count)
        for (number, sentence) in analysis.sentences.enumerated() {
            for token in sentence.tokens.range { sentenceOf[token] = Int32(number) }
        }
        self.sentenceOf = sentenceOf
    }

    // MARK: Looking at tokens

    func part(_ token: Int) -> PartOfSpeech { syntax.tags[token].part }
    func features(_ token: Int) -> GrammaticalFeatures { syntax.tags[token].features }
    func relation(_ token: Int) -> Relation { syntax.relations[token] }
    func head(_ token: Int) -> Int? { syntax.head(of: token) }
    func string(_ span: TokenSpan) -> String { analysis.string(span).collapsingWhitespace }
    func lemma(_ token: Int) -> String { english.syntax.lemma(of: token, analysis, syntax) }

    /// The hash of the lemma that a word has as a verb, also where it was tagged as another part of speech.
    func verbLemma(_ token: Int) -> UInt64 {
        guard part(token) != .verb else { return lemmas[token] }
        let readings = english.lexicon.readings(hash: analysis.tokens[token].hash)
        let verb = readings.first { $0.form.part == .verb }
        return verb.map { FoldedForm(english.lexicon.lemma($0.entry)).hash } ?? lemmas[token]
    }

    func tokens(ofSentence token: Int) -> TokenSpan { analysis.sentences[Int(sentenceOf[token])].tokens }
    func isLemma(_ token: Int, _ hashes: Set<UInt64>) -> Bool { hashes.contains(lemmas[token]) }

    /// The place among the times of the first that begins at a token or behind it.
    func firstTime(from token: Int) -> Int {
        var (low, high) = (0, mentions.times.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions.times[middle].tokens.start < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The token belongs to a quantity's number or unit.
    func isValue(_ token: Int) -> Bool {
        var (low, high) = (0, mentions.quantities.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions.quantities[middle].tokens.end <= token { low = middle + 1 } else { high = middle }
        }
        return low < mentions.quantities.count && mentions.quantities[low].tokens.start <= token
    }

    /// The noun, verb or adjective that a phrase hangs on: the first of its tokens whose head lies outside.
    func head(of span: TokenSpan) -> Int {
        span.range.first { token in
            guard let head = head(token) else { return true }
            return !span.range.contains(head)
        } ?? span.start
    }

    /// The nearest verb, or predicate with a copula, that a token hangs on; itself where it is one.
    func predicate(of token: Int) -> Int? {
        var token = token
        while true {
            if isPredicate(token) { return token }
            guard let above = syntax.head(of: token) else { return nil }
            token = above
        }
    }

    func isPredicate(_ token: Int) -> Bool {
        part(token) == .verb || syntax.dependent(of: token, .copula) != nil
    }

    /// The tokens of a clause: what hangs on a predicate without clauses of their own.
    func clause(of predicate: Int) -> [Int] {
        var tokens: [Int] = []
        var pending = [predicate]
        while let next = pending.popLast() {
            tokens.append(next)
            for dependent in syntax.dependents(of: next) where !Self.clausal.contains(relation(dependent)) {
                pending.append(dependent)
            }
        }
        return tokens.sorted()
    }

    /// Relations by which another clause hangs on a word.
    private static let clausal: Set<Relation> = [
        .clausalSubject, .passiveClausalSubject, .clausalComplement, .adverbialClause, .adverbialRelativeClause,
        .relativeClause, .parataxis,
    ]

    /// The lemmas of the content words among some tokens, sorted, each once.
    func terms(_ tokens: some Sequence<Int>) -> [String] {
        var terms: Set<String> = []
        for token in tokens where isContent(token) { terms.insert(lemma(token).lowercased()) }
        return terms.sorted()
    }

    private func isContent(_ token: Int) -> Bool {
        switch part(token) {
        case .noun, .properNoun, .adjective: true
        case .verb: relation(token) != .auxiliary
        default: false
        }
    }
}

// MARK: - What the document is about

extension DocumentReading {
    /// The keys of the names that the document turns on: those of the headline first, then by how often they come up.
    /// - Returns: at most twelve.
    func about() -> [String] {
        var counts: [Int: Int] = [:]
        for name in names.all where name.form != .nationality {
            let isHeadline =
                analysis.document.blocks[analysis.sentences[Int(sentenceOf[name.span.start])].block].kind == .headline
            counts[name.first, default: 0] += isHeadline ? 3 : 1
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var keys: [String] = []
        for (name, _) in ranked {
            let key = PlaceName.key(analysis.string(names.all[name].span))
            if !keys.contains(key) { keys.append(key) }
            if keys.count == 12 { break }
        }
        return keys
    }
}
