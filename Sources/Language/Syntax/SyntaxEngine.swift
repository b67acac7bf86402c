import Documents

/// The working memory of a tagger and parser, used for one sentence after the other.
final class SyntaxEngine {
    private let model: SyntaxModel
    private let words = WordSymbols()
    private let state = ParserState()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let scratch = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.scratchSize)
    private let scores = UnsafeMutablePointer<Int16>.allocate(capacity: WeightTable.width)
    private let table = UnsafeMutablePointer<UInt64>.allocate(capacity: 1024)
    private let tagger: WeightTable
    private let parser: WeightTable
    private let lexicon: LexiconStorage
    private let tagCount: Int
    private let rootLabel = Relation.allCases.firstIndex(of: .root) ?? 0
    /// Of each transition: 0 shift, 1 left, 2 right; and its label.
    private let kinds: [UInt8]
    private let labels: [Int]

    init(_ model: SyntaxModel) {
        self.model = model
        tagger = model.tagger
        parser = model.parser
        lexicon = model.lexicon
        tagCount = model.tags.count
        table.initialize(from: Mixing.table, count: 1024)
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
        scratch.deallocate()
        table.deallocate()
    }

    func load(
        _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, _ evidence: borrowing CaseEvidence
    ) {
        words.load(tokens, of: text, lexicon: lexicon, dictionary: model.dictionary, evidence: evidence)
    }

    func tag() {
        let symbols = table + 100
        for index in 0..<words.count {
            var best = words.fixedTag[index]
            if best == 255 {
                let count = TaggerFeatures.write(words, index, keys)
                tagger.score(keys, count, scratch: scratch, into: scores)
                best = 0
                for code in 1..<tagCount where scores[code] > scores[Int(best)] {
                    best = UInt8(truncatingIfNeeded: code)
                }
            }
            words.setTag(index, best, symbols: symbols)
        }
    }

    func parse() {
        state.reset(words.count)
        while !state.isFinished {
            let (left, right, shift) = (state.canLeft, state.canRight, state.canShift)
            if state.next == state.count, !right {
                state.left(rootLabel)
            } else if !left, !right {
                state.shift()
            } else {
                let count = ParserFeatures.write(words, state, table: table, keys)
                parser.score(keys, count, scratch: scratch, into: scores)
                apply(best(shift: shift, left: left, right: right))
            }
        }
    }

    /// Makes each word a root.
    func leaveUnparsed() {
        state.reset(words.count)
        while !state.isFinished {
            state.shift()
            state.makeRoot(rootLabel)
        }
    }

    /// The allowed transition with the highest score.
    private func best(shift: Bool, left: Bool, right: Bool) -> Int {
        var best = -1
        var score = Int16.min
        kinds.withUnsafeBufferPointer { kinds in
            for action in 0..<kinds.count where scores[action] > score || best < 0 {
                let kind = kinds[action]
                if kind == 0 ? shift : kind == 1 ? left : right {
                    best = action
                    score = scores[action]
                }
            }
        }
        return best
    }

    private func apply(_ action: Int) {
        switch kinds[action] {
        case 0: state.shift()
        case 1: state.left(labels[action])
        default: state.right(labels[action])
        }
    }

    /// Copies the tree of the sentence to its place among the tokens of the document.
    func write(to syntax: inout Syntax, _ span: TokenSpan) {
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
