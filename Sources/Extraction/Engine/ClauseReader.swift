import Documents
import Language
import Values

/// What a clause says, for facts that either hold or do not: whether the document tells them as true, who they are told of,
/// and what else they turn on.
struct ClauseReader {
    let reading: DocumentReading
    let antecedents: Antecedents
    /// For each token whether it stands inside quotation marks.
    private let isQuoted: [Bool]

    init(_ reading: DocumentReading) {
        self.reading = reading
        antecedents = Antecedents(reading)
        isQuoted = Self.quoted(reading.analysis)
    }

    /// True for words that are not the document's own.
    func isQuoted(_ token: Int) -> Bool { isQuoted[token] }

    /// How the document stands to a predicate.
    struct Standing {
        var isNegated: Bool
        /// The outermost word of denial: "[refused] to sign"; the predicate itself where there is none.
        var top: Int
        /// The first word that denies, or `top`.
        var first: Int
    }

    /// nil where the document does not tell the clause as a fact (questions, conditions, forecasts, speech of others), or
    /// tells it with words whose sense is open ("not only", "hardly").
    func standing(of predicate: Int) -> Standing? {
        guard !isQuoted[predicate], !isQuestion(predicate), let own = negations(at: predicate) else { return nil }
        var standing = Standing(isNegated: own.count % 2 == 1, top: predicate, first: first(own, predicate))
        for _ in 0..<3 {
            guard let above = denial(above: standing.top) else { break }
            guard let more = negations(at: above) else { return nil }
            standing.isNegated = standing.isNegated != (more.count % 2 == 0)
            standing.top = above
            standing.first = min(standing.first, first(more, above))
        }
        return isTold(standing.top) ? standing : nil
    }

    // MARK: Denial

    /// "[did] not sign": a negation begins with the auxiliary before it.
    private func first(_ negations: [Int], _ predicate: Int) -> Int {
        guard let first = negations.first else { return predicate }
        let auxiliary = reading.syntax.dependents(of: predicate).first { dependent in
            reading.relation(dependent) == .auxiliary || reading.relation(dependent) == .passiveAuxiliary
        }
        return min(first, predicate, auxiliary ?? predicate)
    }

    /// The words that negate a predicate or one of its arguments; nil where they leave the sense open.
    private func negations(at predicate: Int) -> [Int]? {
        var found: [Int] = []
        for dependent in reading.syntax.dependents(of: predicate) {
            let hash = reading.analysis.tokens[dependent].hash
            if Words.vague.contains(hash) { return nil }
            if Words.negators.contains(hash) {
                let next =
                    dependent + 1 < reading.analysis.tokens.count ? reading.analysis.tokens[dependent + 1].hash : 0
                if Words.openers.contains(next) { return nil }
                found.append(dependent)
            } else if Words.nobody.contains(hash), Self.arguments.contains(reading.relation(dependent)) {
                found.append(dependent)
            } else if Self.arguments.contains(reading.relation(dependent)), let no = determiner(of: dependent) {
                found.append(no)
            }
        }
        return found.sorted()
    }

    private static let arguments: RelationSet = [.nominalSubject, .passiveSubject, .object]

    /// "no", "zero" before a noun.
    private func determiner(of noun: Int) -> Int? {
        reading.syntax.dependents(of: noun).first { Words.none.contains(reading.analysis.tokens[$0].hash) }
    }

    /// The word of denial that a predicate is the complement of: "[refused] to sign", "[unable] to sign", "[has] yet to sign".
    private func denial(above predicate: Int) -> Int? {
        guard let head = reading.head(predicate) else { return nil }
        switch reading.relation(predicate) {
        case .openComplement, .clausalComplement, .oblique, .adverbialClause, .clausalModifier: break
        default: return nil
        }
        return reading.isLemma(head, reading.index.facts.denials) || hasYet(head) ? head : nil
    }

    /// "has yet to appear", "is yet to appear"
    private func hasYet(_ verb: Int) -> Bool {
        reading.syntax.dependents(of: verb).contains { dependent in
            reading.analysis.tokens[dependent].hash == Words.yet
                && reading.analysis.tokens[min(dependent + 1, reading.analysis.tokens.count - 1)].hash == Words.to
        }
    }

    // MARK: What is told

    private func isTold(_ predicate: Int) -> Bool {
        if reading.features(predicate).contains(.infinitive), !hasAuxiliary(predicate) { return false }
        var token = predicate
        for step in 0..<6 {
            for dependent in reading.syntax.dependents(of: token) where Self.modal.contains(reading.relation(dependent))
            {
                let flags = reading.flags(dependent)
                if !flags.isDisjoint(with: [.conditional, .possibility, .future]) { return false }
                if step > 0, flags.contains(.negation) { return false }
            }
            let relation = reading.relation(token)
            guard let above = reading.head(token), Self.carried.contains(relation) else { return true }
            if relation != .conjunct, relation != .adverbialClause,
                !reading.flags(above).isDisjoint(with: [.hedge, .future, .intention, .possibility, .negation])
            {
                return false
            }
            token = above
        }
        return true
    }

    /// "did not come" is no infinitive, "to have come" is one.
    private func hasAuxiliary(_ predicate: Int) -> Bool {
        reading.syntax.dependents(of: predicate).contains { dependent in
            reading.relation(dependent) == .auxiliary && !reading.features(dependent).contains(.infinitive)
        }
    }

    private static let modal: RelationSet = [.auxiliary, .passiveAuxiliary, .adverbialModifier, .marker]
    private static let carried: RelationSet = [
        .openComplement, .clausalComplement, .conjunct, .adverbialClause, .clausalSubject, .passiveClausalSubject,
        .object,
    ]

    private func isQuestion(_ token: Int) -> Bool {
        let sentence = reading.tokens(ofSentence: token)
        return reading.analysis.tokens[sentence.range].suffix(2).contains { $0.hash == Words.question }
    }

    /// Quotation marks open and close within their paragraph.
    private static func quoted(_ analysis: Analysis) -> [Bool] {
        var quoted = [Bool](repeating: false, count: analysis.tokens.count)
        var isOpen = false
        var block = -1
        for sentence in analysis.sentences {
            if sentence.block != block { isOpen = false }
            block = sentence.block
            for token in sentence.tokens.range {
                if analysis.tokens[token].hash == Words.quote {
                    isOpen.toggle()
                } else {
                    quoted[token] = isOpen
                }
            }
        }
        return quoted
    }

    private enum Words {
        static let negators = FoldedForm.hashes("not n't never nor")
        static let vague = FoldedForm.hashes("hardly barely scarcely rarely seldom almost nearly")
        static let openers = FoldedForm.hashes(
            "only just merely simply necessarily all every always entirely until unless")
        static let none = FoldedForm.hashes("no zero neither")
        static let nobody = FoldedForm.hashes("nobody nothing none")
        static let yet = FoldedForm("yet").hash
        static let to = FoldedForm("to").hash
        static let question = FoldedForm("?").hash
        static let quote = FoldedForm("\"").hash
    }
}

// MARK: - Who it is told of

extension ClauseReader {
    /// The thing that a noun phrase names or takes up, or describes with its modifiers; nil where nothing tells.
    func thing(_ head: Int) -> Subject? {
        if let name = antecedents.name(at: head), reading.names.all[name].form != .nationality { return named(name) }
        switch reading.part(head) {
        case .properNoun: return titled(reading.string(nameWords(around: head)))
        case .noun: break
        default: return nil
        }
        let noun = reading.lowerLemma(head)
        let modifiers = reading.syntax.dependents(of: head).filter { token in
            switch reading.relation(token) {
            case .adjectivalModifier, .compound: token < head
            default: false
            }
        }
        let text = (modifiers.map { reading.lowerLemma($0) } + [noun]).joined(separator: " ")
        return Subject(kind: .entity, text: text, key: "noun:" + text, entity: Entity(noun: noun))
    }

    /// What stands before "is" at the begin of a sentence, where it is written as a title: "I Kissed a Girl is a song".
    func title(before copula: Int) -> Subject? {
        let start = reading.tokens(ofSentence: copula).start
        var words: [Int] = []
        var depth = 0
        for token in start..<copula {
            switch reading.analysis.tokens[token].hash {
            case Self.open: depth += 1
            case Self.close: depth -= 1
            default: if depth == 0, reading.analysis.tokens[token].kind != .punctuation { words.append(token) }
            }
        }
        guard let first = words.first, let last = words.last, words.count <= 10, isCapital(first), isCapital(last),
            words.count > 1 || reading.part(first) != .pronoun && reading.part(first) != .determiner,
            words.allSatisfy({ isCapital($0) || reading.analysis.tokens[$0].span.count <= 4 })
        else { return nil }
        return titled(reading.string(TokenSpan(first, last + 1)))
    }

    /// What a noun phrase is about: the subject of a sentence that says what it is ("a website [based] in" is told of the site
    /// that is one), else itself.
    func holder(_ head: Int, _ frames: ValueFrameFinder) -> Subject? {
        var head = head
        if reading.relation(head) == .nominalModifier, let above = reading.head(head),
            reading.syntax.dependent(of: above, .copula) != nil
        {
            head = above
        }
        guard let copula = reading.syntax.dependent(of: head, .copula) else { return thing(head) }
        return frames.subject(of: head).flatMap(thing) ?? title(before: copula)
    }

    private func named(_ first: Int) -> Subject {
        let name = reading.names.all[first]
        let full = reading.string(name.span)
        return Subject(
            kind: .entity, text: full, key: "name:" + PlaceName.key(full),
            entity: Entity(
                name: full, type: name.type, noun: antecedents.noun(of: first), aliases: antecedents.aliases(of: first))
        )
    }

    /// What some words are the name of.
    func title(of words: TokenSpan) -> Subject { titled(reading.string(words)) }

    private func titled(_ name: String) -> Subject {
        Subject(kind: .entity, text: name, key: "name:" + PlaceName.key(name), entity: Entity(name: name))
    }

    private func nameWords(around head: Int) -> TokenSpan {
        let sentence = reading.tokens(ofSentence: head)
        var (start, end) = (head, head + 1)
        while start > sentence.start, isCapital(start - 1), reading.part(start - 1) == .properNoun { start -= 1 }
        while end < sentence.end, isCapital(end), reading.part(end) == .properNoun { end += 1 }
        // "F-35"
        while end + 1 < sentence.end, reading.analysis.tokens[end].hash == FrameWord.hyphen.hash,
            reading.analysis.tokens[end + 1].shape.contains(.hasDigit),
            (end...end + 1).allSatisfy({ !reading.analysis.tokens[$0].shape.contains(.spaceBefore) })
        {
            end += 2
        }
        return TokenSpan(start, end)
    }

    /// What a phrase is written as a name of, where no name is known: "Saltmarsh was founded", "Born to Row was released".
    func writtenName(at head: Int) -> Subject? {
        if reading.part(head) == .properNoun { return titled(reading.string(nameWords(around: head))) }
        let sentence = reading.analysis.sentences[Int(reading.sentenceOf[head])]
        let mark = reading.analysis.tokens[head]
        guard reading.analysis.document.blocks[sentence.block].kind != .headline, head > sentence.tokens.start,
            mark.shape.contains(.capitalized), mark.hash != Self.speaker,
            let verb = (head + 1..<sentence.tokens.end).first(where: isVerbal)
        else { return nil }
        return title(before: verb)
    }

    private func isVerbal(_ token: Int) -> Bool { reading.part(token) == .verb || reading.part(token) == .auxiliary }

    private static let speaker = FoldedForm("I").hash

    func isCapital(_ token: Int) -> Bool {
        !reading.analysis.tokens[token].shape.isDisjoint(with: [.capitalized, .hasDigit])
    }

    private static let open = FoldedForm("(").hash
    private static let close = FoldedForm(")").hash
}

// MARK: - What it turns on

extension ClauseReader {
    /// The tokens of a noun phrase without the clauses that hang on it, times left out.
    func phrase(_ head: Int) -> [Int] {
        var tokens: [Int] = []
        var pending = [head]
        while let next = pending.popLast() {
            if !isTime(next) { tokens.append(next) }
            for dependent in reading.syntax.dependents(of: next)
            where belongs(dependent) && !(isTime(next) && reading.relation(dependent) == .caseMarker) {
                pending.append(dependent)
            }
        }
        return tokens.sorted()
    }

    private func belongs(_ token: Int) -> Bool {
        switch reading.relation(token) {
        case .clausalSubject, .passiveClausalSubject, .clausalComplement, .adverbialClause, .adverbialRelativeClause,
            .relativeClause, .parataxis, .clausalModifier, .punctuation:
            false
        case .conjunct: reading.part(token) != .verb
        default: true
        }
    }

    func isTime(_ token: Int) -> Bool { time(at: token) != nil }

    /// The time expression that covers a token.
    func time(at token: Int) -> TimeExpression? {
        let times = reading.mentions.times
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle].tokens.end <= token { low = middle + 1 } else { high = middle }
        }
        return low < times.count && times[low].tokens.start <= token ? times[low] : nil
    }

    /// When a clause says that it holds: the first of its times that the calendar knows.
    func time(ofClause predicate: Int) -> ClaimTime? {
        for dependent in reading.syntax.dependents(of: predicate) {
            let token = reading.analysis.tokens[dependent].kind == .punctuation ? predicate : dependent
            if let time = time(at: token), let days = time.interval {
                return ClaimTime(text: reading.string(time.tokens), days: days)
            }
        }
        return timeBeforeWhen(ofClause: predicate)
    }

    /// "in 2021, when she won her first term"
    private func timeBeforeWhen(ofClause predicate: Int) -> ClaimTime? {
        guard let when = reading.syntax.dependents(of: predicate).first(where: { reading.hash($0) == Self.when }) else {
            return nil
        }
        let isComma = reading.part(when - 1) == .punctuation
        guard let time = time(at: when - (isComma ? 2 : 1)), let days = time.interval else { return nil }
        return ClaimTime(text: reading.string(time.tokens), days: days)
    }

    private static let when = FoldedForm("when").hash
}
