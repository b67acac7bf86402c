import Language

/// Trains the parser: greedy transitions with a dynamic oracle, so that it learns what to do after its own mistakes.
final class ParserTrainer {
    /// A sentence with its gold tree.
    struct Example {
        var document: Int
        var sentence: Int
        var tags: [UInt8]
        var heads: [Int]
        var labels: [Int]
    }

    let actions: [ParserAction]
    private let lexicon: LexiconStorage
    private let dictionary: TagDictionary
    private let documents: [Treebank.Document]
    private let examples: [Example]
    private let words = WordSymbols()
    private let state = ParserState()
    let counter = FeatureCounter()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: WeightTable.width)
    private let symbols: UnsafeMutablePointer<UInt64>
    private let evidence: [OwnedEvidence]
    private let leastCount: Int
    private let rootLabel: Int
    /// The label of each transition, and the transition of each kind and label.
    private let leftAction: [Int]
    private let rightAction: [Int]

    private final class OwnedEvidence {
        let value: CaseEvidence
        init(_ tokens: [Token]) { value = CaseEvidence(tokens) }
    }

    /// - Parameter tags: the predicted tags of the words, by document and sentence.
    init(
        documents: [Treebank.Document], tags: [[[UInt8]]], tagger: TaggerTrainer, lexicon: LexiconStorage,
        leastCount: Int
    ) {
        self.documents = documents
        self.lexicon = lexicon
        self.leastCount = leastCount
        dictionary = tagger.dictionary
        let root = Relation.allCases.firstIndex(of: .root) ?? 0
        rootLabel = root
        examples = documents.indices.flatMap { document in
            documents[document].sentences.indices.map { index in
                let words = documents[document].sentences[index].words
                return Example(
                    document: document, sentence: index, tags: tags[document][index], heads: words.map(\.head),
                    labels: words.map(\.label))
            }
        }
        actions = Self.actions(examples, root: root)
        var left = [Int](repeating: -1, count: Relation.allCases.count)
        var right = left
        for (index, action) in actions.enumerated() {
            switch action {
            case .shift: break
            case .left(let label): left[label] = index
            case .right(let label): right[label] = index
            }
        }
        (leftAction, rightAction) = (left, right)
        evidence = documents.map { OwnedEvidence($0.tokens) }
        symbols = .allocate(capacity: Mixing.table.count)
        symbols.initialize(from: Mixing.table, count: Mixing.table.count)
        countFeatures()
    }

    deinit {
        keys.deallocate()
        scores.deallocate()
        symbols.deallocate()
    }

    /// Shift and the most frequent pairs of direction and label, as many as a row has room for.
    private static func actions(_ examples: [Example], root: Int) -> [ParserAction] {
        var counts: [ParserAction: Int] = [:]
        for example in examples {
            for (child, head) in example.heads.enumerated() where example.labels[child] != root {
                let label = example.labels[child]
                counts[child < head ? .left(label) : .right(label), default: 0] += 1
            }
        }
        let frequent = counts.filter { $0.value >= 8 }
            .sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }
        return [.shift] + frequent.prefix(WeightTable.width - 1).map(\.key)
    }
}

// MARK: - The oracle

extension ParserTrainer {
    /// What each kind of transition loses of the gold tree.
    private struct Costs {
        var shift = Int.max
        var left = Int.max
        var right = Int.max
        /// The gold label of an arc that the transition would make rightly.
        var leftLabel: Int?
        var rightLabel: Int?

        var least: Int { min(shift, left, right) }
    }

    private func costs(_ gold: Example) -> Costs {
        var costs = Costs()
        let (next, depth) = (state.next, state.depth)
        let top = depth > 0 ? Int(state.stack[depth - 1]) : -1
        let below = depth > 1 ? Int(state.stack[depth - 2]) : -1
        var topInBuffer = 0
        var stackToNext = 0
        var nextHeadInStack = 0
        if depth > 0 { for word in next..<gold.heads.count where gold.heads[word] == top { topInBuffer += 1 } }
        if next < gold.heads.count {
            for place in 0..<depth {
                let word = Int(state.stack[place])
                if gold.heads[word] == next { stackToNext += 1 }
                if place < depth - 1, gold.heads[next] == word { nextHeadInStack += 1 }
            }
        }
        if state.canShift { costs.shift = stackToNext + nextHeadInStack }
        guard depth > 0 else { return costs }
        let head = gold.heads[top]
        if state.canLeft {
            costs.left = topInBuffer + (head == below || head > next ? 1 : 0)
            if head == next { costs.leftLabel = gold.labels[top] }
        }
        if state.canRight {
            costs.right = topInBuffer + (head >= next ? 1 : 0)
            if head == below { costs.rightLabel = gold.labels[top] }
        }
        return costs
    }

    /// True where a transition loses no more than the best one; a wrong label on a right arc is a loss.
    private func isOptimal(_ action: ParserAction, _ costs: Costs) -> Bool {
        switch action {
        case .shift: costs.shift == costs.least
        case .left(let label):
            costs.left == costs.least && (costs.leftLabel.map { $0 == label || leftAction[$0] < 0 } ?? true)
        case .right(let label):
            costs.right == costs.least && (costs.rightLabel.map { $0 == label || rightAction[$0] < 0 } ?? true)
        }
    }

    private func isAllowed(_ action: ParserAction) -> Bool {
        switch action {
        case .shift: state.canShift
        case .left: state.canLeft && state.next < state.count
        case .right: state.canRight
        }
    }

    private func apply(_ action: ParserAction) {
        switch action {
        case .shift: state.shift()
        case .left(let label): state.left(label)
        case .right(let label): state.right(label)
        }
    }
}

// MARK: - Training

extension ParserTrainer {
    private func load(_ example: Example) {
        let document = documents[example.document]
        document.text.withUnsafeBufferPointer { text in
            document.sentences[example.sentence].tokens.withUnsafeBufferPointer { tokens in
                words.load(
                    tokens, of: text, lexicon: lexicon, dictionary: dictionary,
                    evidence: evidence[example.document].value)
            }
        }
        for (index, tag) in example.tags.enumerated() { words.setTag(index, tag, symbols: symbols + 100) }
        state.reset(words.count)
    }

    /// Counts the features of the states on the way to the gold trees.
    private func countFeatures() {
        for example in examples {
            load(example)
            while state.advance(rootLabel: rootLabel) {
                counter.add(keys, ParserFeatures.write(words, state, table: symbols, keys))
                let costs = costs(example)
                if costs.left == costs.least {
                    state.left(costs.leftLabel ?? rootLabel)
                } else if costs.right == costs.least {
                    state.right(costs.rightLabel ?? rootLabel)
                } else {
                    state.shift()
                }
            }
        }
    }

    /// Trains one model and adds `share` of it to `total`.
    func train(
        epochs: Int, seed: UInt64, exploration: Double, share: Float, into total: inout [UInt64: [Float]],
        progress: (String) -> Void
    ) {
        var generator = SeededGenerator(seed: seed)
        let table = TrainingTable()
        var order = Array(examples.indices)
        for epoch in 1...epochs {
            order.shuffle(using: &generator)
            var (decisions, mistakes) = (0, 0)
            for index in order {
                let counts = train(examples[index], table, exploration, &generator)
                decisions += counts.decisions
                mistakes += counts.mistakes
            }
            progress("epoch \(epoch): \(mistakes) of \(decisions) decisions wrong, \(table.count) features")
        }
        table.average()
        table.accumulate(into: &total, share: share)
    }

    private func train(
        _ example: Example, _ table: TrainingTable, _ exploration: Double, _ generator: inout SeededGenerator
    ) -> (decisions: Int, mistakes: Int) {
        var (decisions, mistakes) = (0, 0)
        load(example)
        while state.advance(rootLabel: rootLabel) {
            let count = ParserFeatures.write(words, state, table: symbols, keys)
            table.score(keys, count, into: scores)
            let costs = costs(example)
            var (best, optimal) = (-1, -1)
            for (index, action) in actions.enumerated() where isAllowed(action) {
                if best < 0 || scores[index] > scores[best] { best = index }
                if (optimal < 0 || scores[index] > scores[optimal]), isOptimal(action, costs) { optimal = index }
            }
            decisions += 1
            table.advance()
            if optimal < 0 { optimal = best }
            if best != optimal {
                mistakes += 1
                table.update(keys, count, raise: optimal, lower: best) { counter.count($0) >= leastCount }
            }
            let explores = Double.random(in: 0..<1, using: &generator) < exploration
            apply(actions[explores ? best : optimal])
        }
        return (decisions, mistakes)
    }
}
