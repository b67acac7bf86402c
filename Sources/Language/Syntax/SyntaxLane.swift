import Documents

/// The working memory of a tagger and parser, used for one sentence after the other: `begin`, then `place`, `find`
/// and `decide` in turn until it is finished.
final class SyntaxLane {
    private let model: SyntaxModel
    private let isParsing: Bool
    private let words = WordSymbols()
    private let state = ParserState()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let scores = UnsafeMutablePointer<Int16>.allocate(capacity: WeightTable.width)
    private let symbols = UnsafeMutablePointer<UInt64>.allocate(capacity: 1024)
    private var rows = WeightRows.allocate()
    private let tagger: WeightTable
    private let parser: WeightTable
    private let rootLabel = Relation.allCases.firstIndex(of: .root) ?? 0
    /// Of each transition: 0 shift, 1 left, 2 right; and its label.
    private let kinds: [UInt8]
    private let labels: [Int]

    private var span = TokenSpan(0, 0)
    private var isTagging = true
    /// The word that is tagged.
    private var index = 0
    private var keyCount = 0
    private(set) var isFinished = true

    init(_ model: SyntaxModel, isParsing: Bool) {
        self.model = model
        self.isParsing = isParsing
        tagger = model.tagger
        parser = model.parser
        symbols.initialize(from: Mixing.table, count: 1024)
        kinds = model.actions.map { action in
            switch action {
            case .shift: 0
            case .left: 1
            case .right: 2
            }
        }
        labels = model.actions.map { action in
            switch action {
            case .shift: 0
            case .left(let label), .right(let label): label
            }
        }
    }

    deinit {
        keys.deallocate()
        scores.deallocate()
        symbols.deallocate()
        rows.deallocate()
    }

    /// Takes up the tokens of a sentence.
    func begin(
        _ span: TokenSpan, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>,
        _ evidence: borrowing CaseEvidence
    ) {
        self.span = span
        words.load(
            UnsafeBufferPointer(rebasing: tokens[span.range]), of: text, lexicon: model.lexicon,
            dictionary: model.dictionary, evidence: evidence)
        isTagging = true
        isFinished = false
        index = 0
        goOn()
    }

    /// Finds where the weights for the next decision are noted.
    func place() {
        if isTagging { tagger.place(keys, keyCount, &rows) } else { parser.place(keys, keyCount, &rows) }
    }

    /// Finds the weights for the next decision.
    func find() {
        if isTagging { tagger.find(keys, &rows) } else { parser.find(keys, &rows) }
    }

    /// Takes the decision whose weights were found, and asks for those of the next.
    func decide() {
        if isTagging {
            tagger.sum(&rows, into: scores)
            words.setTag(index, bestTag(), symbols: symbols + 100)
            index += 1
        } else {
            parser.sum(&rows, into: scores)
            apply(bestAction())
        }
        goOn()
    }

    /// Goes on to the next decision that needs weights.
    private func goOn() {
        if isTagging, !goOnTagging() {
            isTagging = false
            state.reset(words.count)
        }
        guard !isTagging else { return }
        isFinished = isParsing ? !goOnParsing() : leaveUnparsed()
    }

    /// - Returns: false where all words are tagged.
    private func goOnTagging() -> Bool {
        while index < words.count {
            guard words.fixedTags[index] != 255 else {
                keyCount = TaggerFeatures.write(words, index, keys)
                tagger.request(keys, keyCount)
                return true
            }
            words.setTag(index, words.fixedTags[index], symbols: symbols + 100)
            index += 1
        }
        return false
    }

    /// - Returns: false where the tree is complete.
    private func goOnParsing() -> Bool {
        guard state.advance(rootLabel: rootLabel) else { return false }
        keyCount = ParserFeatures.write(words, state, table: symbols, keys)
        parser.request(keys, keyCount)
        return true
    }

    /// Makes each word a root.
    /// - Returns: true.
    private func leaveUnparsed() -> Bool {
        while !state.isFinished {
            state.shift()
            state.makeRoot(rootLabel)
        }
        return true
    }

    private func bestTag() -> UInt8 { UInt8(truncatingIfNeeded: model.tagChoice.best(scores, 0)) }

    /// The allowed transition with the highest score.
    private func bestAction() -> Int {
        let allowed = (state.canShift ? 1 : 0) | (state.canLeft ? 2 : 0) | (state.canRight ? 4 : 0)
        return model.actionChoice.best(scores, allowed)
    }

    private func apply(_ action: Int) {
        switch kinds[action] {
        case 0: state.shift()
        case 1: state.left(labels[action])
        default: state.right(labels[action])
        }
    }

    /// Copies the tree of the sentence to its place among the tokens of the document.
    func write(to syntax: inout Syntax) {
        let relations = Relation.allCases
        for index in 0..<words.count {
            let token = span.start + index
            syntax.tags[token] = model.tags[Int(words.tag[index])]
            let head = Int(state.heads[index])
            syntax.heads[token] = Int32(head == words.count ? token : span.start + head)
            syntax.relations[token] = relations[Int(state.labels[index])]
        }
    }
}
