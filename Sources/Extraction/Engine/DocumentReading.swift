import Documents
import Language
import Values

/// All that the stages before know of one document, with the rules that read it. Indices are token indices of the analysis.
///
/// A class, as each finder holds it: handing it on costs one reference instead of one for each array inside.
final class DocumentReading {
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
    /// Tokens of percentages, whose words tell nothing of what they are percentages of.
    private let isShare: [Bool]
    // Several claims are made of one clause, so what is told of a token is kept.
    private var lowerLemmas: [String?]
    private var clauses: [[Int]?]
    /// The places where names stand: several finders go through them.
    private(set) lazy var nameMentions = FullNames(reading: self).mentions()

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
        var isShare = [Bool](repeating: false, count: analysis.tokens.count)
        for quantity in mentions.quantities where quantity.kind == .percentage || quantity.kind == .percentagePoints {
            for token in quantity.tokens.range { isShare[token] = true }
        }
        self.isShare = isShare
        lowerLemmas = [String?](repeating: nil, count: analysis.tokens.count)
        clauses = [[Int]?](repeating: nil, count: analysis.tokens.count)
    }

    // MARK: Looking at tokens

    // A look beside a word may go beyond the text: what is there is no word, and hangs on none.

    private func isInText(_ token: Int) -> Bool { analysis.tokens.indices.contains(token) }
    func part(_ token: Int) -> PartOfSpeech { isInText(token) ? syntax.tags[token].part : .other }
    func features(_ token: Int) -> GrammaticalFeatures { isInText(token) ? syntax.tags[token].features : [] }
    func relation(_ token: Int) -> Relation { isInText(token) ? syntax.relations[token] : .unspecified }
    func head(_ token: Int) -> Int? { isInText(token) ? syntax.head(of: token) : nil }
    /// 0 beyond the text.
    func hash(_ token: Int) -> UInt64 { isInText(token) ? analysis.tokens[token].hash : 0 }
    /// What the word form of a token can be.
    func flags(_ token: Int) -> WordFlags { isInText(token) ? index.flags(analysis.tokens[token].word) : [] }
    func string(_ span: TokenSpan) -> String { analysis.string(span).collapsingWhitespace }
    func lemma(_ token: Int) -> String { english.syntax.lemma(of: token, analysis, syntax) }

    /// The lemma in small letters, a name's too.
    func lowerLemma(_ token: Int) -> String {
        if let known = lowerLemmas[token] { return known }
        let lemma = lemma(token).lowercased()
        lowerLemmas[token] = lemma
        return lemma
    }

    /// The hash of the lemma that a word has as a verb, also where it was tagged as another part of speech.
    func verbLemma(_ token: Int) -> UInt64 {
        guard part(token) != .verb else { return lemmas[token] }
        let readings = english.lexicon.readings(hash: analysis.tokens[token].hash)
        let verb = readings.first { $0.form.part == .verb }
        return verb.map { FoldedForm(english.lexicon.lemma($0.entry)).hash } ?? lemmas[token]
    }

    func tokens(ofSentence token: Int) -> TokenSpan { analysis.sentences[Int(sentenceOf[token])].tokens }
    func isWord(_ token: Int, _ hashes: FormSet) -> Bool { hashes.contains(hash(token)) }
    func isLemma(_ token: Int, _ hashes: FormSet) -> Bool { isInText(token) && hashes.contains(lemmas[token]) }

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
        if let known = clauses[predicate] { return known }
        let clause = findClause(of: predicate)
        clauses[predicate] = clause
        return clause
    }

    private func findClause(of predicate: Int) -> [Int] {
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
    private static let clausal: RelationSet = [
        .clausalSubject, .passiveClausalSubject, .clausalComplement, .adverbialClause, .adverbialRelativeClause,
        .relativeClause, .parataxis,
    ]

    /// A noun for one person: "man", "victim", "homeowner".
    func isPersonNoun(_ token: Int) -> Bool {
        if analysis.tokens[token].hash == Self.person { return true }
        return english.lexicon.firstReading(hash: analysis.tokens[token].hash) {
            $0.form == .singular || $0.form == .plural
        }
        .map { $0.form == .singular && english.lexicon.mainSense($0.entry) == .person } ?? false
    }

    /// The word for all of them is none in the lexicon.
    private static let person = FoldedForm("person").hash

    /// The lemmas of the content words among some tokens, without those of percentages ("per cent"), sorted, each once.
    func terms(_ tokens: some Sequence<Int>) -> [String] {
        var terms: [String] = []
        for token in tokens where isContent(token) && !isShare[token] { terms.append(lowerLemma(token)) }
        terms.sort()
        var unique: [String] = []
        for term in terms where term != unique.last { unique.append(term) }
        return unique
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
    /// What the document turns on: the keys of its names, those of the headline first, then by how often they come up; behind
    /// them its frequent nouns, marked with `~` where a dictionary has them, what the reference work is about that it is a page
    /// of, marked with `=`, or else its publisher, marked with `@`, and the pronoun or noun by which an excerpt takes up what it
    /// does not name, marked with `^`.
    /// - Returns: at most twelve names and sixteen nouns.
    func about() -> [String] {
        var counts: [Int: Int] = [:]
        for name in names.all where name.form != .nationality {
            counts[name.first, default: 0] += isHeadline(name.span.start) ? 3 : 1
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var keys: [String] = []
        for (name, _) in ranked {
            let key = PlaceName.key(analysis.string(names.all[name].span))
            if !keys.contains(key) { keys.append(key) }
            if keys.count == 12 { break }
        }
        return keys + frequentNouns() + [publication(), takenUp()].compactMap { $0 }
    }

    /// "it" or "film" where the first sentence begins with "It was" or "The film was", marked with `^`.
    private func takenUp() -> String? {
        guard let sentence = analysis.sentences.first, !isHeadline(sentence.tokens.start),
            let subject = sentence.tokens.range.first(where: { token in
                syntax.isParsed(token) && (relation(token) == .nominalSubject || relation(token) == .passiveSubject)
            })
        else { return nil }
        switch part(subject) {
        case .pronoun where Self.pronouns.contains(analysis.tokens[subject].hash):
            return "^" + analysis.string(subject).lowercased()
        case .noun where subject > sentence.tokens.start && analysis.tokens[subject - 1].hash == Self.article:
            return "^" + lowerLemma(subject)
        default: return nil
        }
    }

    private static let pronouns = FoldedForm.hashes("it he she they")
    private static let article = FoldedForm("the").hash

    /// "=tidemark" for a page of the "Tidemark documentation, version 4.2"; "@" and the publisher for what is no page of a
    /// handbook or documentation.
    private func publication() -> String? {
        guard let publisher = analysis.document.metadata.publisher?.collapsingWhitespace.lowercased(),
            let name = publisher.split(separator: ",").first
        else { return nil }
        let words = name.hasPrefix("the ") ? name.dropFirst(4) : name
        let work = index.rules.referenceWorks.filter { words.hasSuffix(" " + $0) }.max { $0.count < $1.count }
        return work.map { "=" + words.dropLast($0.count + 1) } ?? "@" + words
    }

    /// The nouns of the text, those of the headline counted twice, the most frequent first.
    private func frequentNouns() -> [String] {
        var counts: [UInt64: (count: Int, first: Int)] = [:]
        for token in analysis.tokens.indices where isTelling(token) {
            let weight = isHeadline(token) ? 2 : 1
            counts[lemmas[token], default: (0, token)].count += weight
        }
        let ranked = counts.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
        return ranked.prefix(16).map { noun in
            // What no dictionary has is a name: a drug, a product.
            let isKnown = !english.lexicon.readings(hash: analysis.tokens[noun.first].hash).isEmpty
            return (isKnown ? "~" : "") + lowerLemma(noun.first)
        }
    }

    /// A common noun that is neither a person's nor a time's.
    private func isTelling(_ token: Int) -> Bool {
        part(token) == .noun && analysis.tokens[token].kind == .word
            && analysis.tokens[token].end - analysis.tokens[token].start > 3
            && flags(token).isDisjoint(with: [.person, .anyone])
            && names.index(at: token) == nil
    }

    private func isHeadline(_ token: Int) -> Bool {
        analysis.document.blocks[analysis.sentences[Int(sentenceOf[token])].block].kind == .headline
    }

    /// The names of places, organizations and officials, the most frequent first.
    /// - Returns: at most twelve.
    func surroundings() -> [String] {
        var counts: [Int: Int] = [:]
        for name in names.all where name.form != .nationality && name.country == nil {
            counts[name.first, default: 0] += 1
        }
        var found: [String] = []
        for (name, _) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let first = names.all[name]
            if first.type == .person, first.title == nil || first.span.count == 1 { continue }
            let text = string(first.span)
            if !found.contains(where: { PlaceName.same($0, text) }) { found.append(text) }
            if found.count == 12 { break }
        }
        return found
    }

    /// The full names of people whom the document gives no title, the most frequent first.
    /// - Returns: at most eight.
    func people() -> [String] {
        var counts: [Int: Int] = [:]
        var titled: Set<Int> = []
        for name in names.all where name.type == .person && name.form != .nationality {
            counts[name.first, default: 0] += 1
            if name.title != nil { titled.insert(name.first) }
        }
        let ranked = counts.filter { !titled.contains($0.key) && names.all[$0.key].span.count > 1 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var people: [String] = []
        for (name, _) in ranked {
            let text = string(names.all[name].span)
            if !people.contains(where: { PlaceName.same($0, text) }) { people.append(text) }
            if people.count == 8 { break }
        }
        return people
    }
}

// MARK: - Values of a sentence

extension DocumentReading {
    func quantities(in span: TokenSpan) -> ArraySlice<Quantity> { Self.slice(mentions.quantities, in: span, \.tokens) }
    func times(in span: TokenSpan) -> ArraySlice<TimeExpression> { Self.slice(mentions.times, in: span, \.tokens) }

    /// Those of some elements in text order that begin in a span.
    private static func slice<Element>(
        _ elements: [Element], in span: TokenSpan, _ tokens: (Element) -> TokenSpan
    ) -> ArraySlice<Element> {
        func first(from token: Int) -> Int {
            var (low, high) = (0, elements.count)
            while low < high {
                let middle = (low + high) / 2
                if tokens(elements[middle]).start < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return elements[first(from: span.start)..<first(from: span.end)]
    }
}
