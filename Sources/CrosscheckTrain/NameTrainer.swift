import Language

/// Trains the name tagger on treebank documents that have entities.
final class NameTrainer {
    let table = TrainingTable()
    let counter = FeatureCounter()
    private let gazetteer: Gazetteer
    private let lexicon: LexiconStorage
    private let dictionary: TagDictionary
    private let words = WordSymbols()
    private let names = NameSymbols()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: WeightTable.width)

    init(tagger: TaggerTrainer, lexicon: LexiconStorage, gazetteer: Gazetteer) {
        dictionary = tagger.dictionary
        self.lexicon = lexicon
        self.gazetteer = gazetteer
    }

    deinit {
        keys.deallocate()
        scores.deallocate()
    }

    static func hasEntities(_ document: Treebank.Document) -> Bool {
        document.sentences.contains { $0.words.contains { $0.note.contains("Entity=") } }
    }

    /// - Parameter tags: predicted tags, by document and sentence.
    func train(_ documents: [Treebank.Document], tags: [[[Tag]]], epochs: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var order = documents.indices.filter { Self.hasEntities(documents[$0]) }
        let gold = documents.map { $0.sentences.map(GoldNames.labels) }
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            for index in order { train(documents[index], tags[index], gold[index], counts: epoch == 0) }
        }
        table.average()
    }

    private func train(_ document: Treebank.Document, _ tags: [[Tag]], _ gold: [[UInt8]], counts: Bool) {
        let evidence = CaseEvidence(document.tokens)
        names.startDocument()
        for (number, sentence) in document.sentences.enumerated() {
            load(sentence, document, evidence, tags[number])
            var labels = [UInt8](repeating: NameLabel.outside, count: sentence.words.count)
            for index in labels.indices {
                let previous = index > 0 ? labels[index - 1] : NameLabel.outside
                guard NameFeatures.isCandidate(sentence.tokens[index], previous) else { continue }
                let before = index > 1 ? labels[index - 2] : NameLabel.outside
                let count = NameFeatures.write(words, names, index, before, previous, keys)
                if counts { counter.add(keys, count) }
                labels[index] = decide(count, previous)
                let right = gold[number][index]
                if labels[index] != right {
                    table.update(keys, count, raise: Int(right), lower: Int(labels[index])) { _ in true }
                }
                table.advance()
                // What follows is learnt after the right label: half of a name is no place to go on from.
                labels[index] = right
                names.remember(sentence.tokens[index], labels[index])
            }
        }
    }

    private func decide(_ count: Int, _ previous: UInt8) -> UInt8 {
        table.score(keys, count, into: scores)
        var best = NameLabel.outside
        for label in 1..<UInt8(NameLabel.count)
        where NameLabel.canFollow(label, previous) && scores[Int(label)] > scores[Int(best)] {
            best = label
        }
        return best
    }

    private func load(
        _ sentence: Treebank.Sentence, _ document: Treebank.Document, _ evidence: borrowing CaseEvidence, _ tags: [Tag]
    ) {
        sentence.tokens.withUnsafeBufferPointer { tokens in
            document.text.withUnsafeBufferPointer { text in
                words.load(tokens, of: text, lexicon: lexicon, dictionary: dictionary, evidence: evidence)
            }
            names.load(tokens, gazetteer: gazetteer)
        }
        words.setTagSymbols(tags[...])
    }
}
