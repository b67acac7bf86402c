import Language

/// Trains the tagger on sentences of a treebank.
final class TaggerTrainer {
    let tags: [Tag]
    let dictionary: TagDictionary
    let entries: [TagDictionary.Entry]
    let table = TrainingTable()
    let counter = FeatureCounter()
    private let codes: [Tag: UInt8]
    private let lexicon: LexiconStorage
    private let words = WordSymbols()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: WeightTable.width)
    private let symbols: [UInt64]

    /// A word's tags are trusted from this many occurrences on.
    private static let dictionaryCount = 3
    /// A word of this many occurrences that nearly always has one tag always gets it.
    private static let fixedCount = 30
    private static let fixedShare = 0.997

    /// - Parameter tags: the tag set; the dictionary is made from `documents`.
    init(tags: [Tag], documents: [Treebank.Document], lexicon: LexiconStorage) {
        self.tags = tags
        self.lexicon = lexicon
        codes = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt8($0)) })
        entries = Self.entries(documents, tags, codes)
        dictionary = TagDictionary(entries: entries)
        symbols = Mixing.table.map { $0 }
    }

    deinit {
        keys.deallocate()
        scores.deallocate()
    }

    /// The tags that occur often enough to be told apart; a rarer one loses its features.
    static func tagSet(_ documents: [Treebank.Document], least: Int = 40) -> [Tag] {
        var counts: [Tag: Int] = [:]
        for word in documents.flatMap(\.sentences).flatMap(\.words) { counts[word.tag, default: 0] += 1 }
        let frequent = counts.filter { $0.value >= least || $0.key.features.isEmpty }.keys
        let all = Set(frequent).union(PartOfSpeech.allCases.map { Tag($0) })
        return all.sorted { TagCoding.code($0) < TagCoding.code($1) }
    }

    func code(_ tag: Tag) -> UInt8 { codes[tag] ?? codes[Tag(tag.part)] ?? 0 }

    private static func entries(_ documents: [Treebank.Document], _ tags: [Tag], _ codes: [Tag: UInt8])
        -> [TagDictionary.Entry]
    {
        var counts: [UInt64: [Int]] = [:]
        for sentence in documents.flatMap(\.sentences) {
            for (word, token) in zip(sentence.words, sentence.tokens) {
                let code = Int(codes[word.tag] ?? codes[Tag(word.tag.part)] ?? 0)
                counts[token.hash, default: [Int](repeating: 0, count: tags.count)][code] += 1
            }
        }
        return counts.keys.sorted().compactMap { hash in
            let tagCounts = counts[hash] ?? []
            let total = tagCounts.reduce(0, +)
            guard total >= dictionaryCount, let best = tagCounts.indices.max(by: { tagCounts[$0] < tagCounts[$1] })
            else {
                return nil
            }
            var mask: UInt64 = 0
            for (code, count) in tagCounts.enumerated() where count * 50 >= total { mask |= 1 << UInt64(code) }
            let isFixed = total >= fixedCount && Double(tagCounts[best]) >= fixedShare * Double(total)
            return TagDictionary.Entry(hash: hash, mask: mask, fixed: isFixed ? UInt8(best) : 255)
        }
    }

    private func load(_ sentence: Treebank.Sentence, _ document: Treebank.Document, _ evidence: borrowing CaseEvidence)
    {
        document.text.withUnsafeBufferPointer { text in
            sentence.tokens.withUnsafeBufferPointer { tokens in
                words.load(tokens, of: text, lexicon: lexicon, dictionary: dictionary, evidence: evidence)
            }
        }
    }

    private func forEachSentence(
        of document: Treebank.Document, _ body: (Int, Treebank.Sentence) -> Void
    ) {
        let evidence = CaseEvidence(document.tokens)
        for (index, sentence) in document.sentences.enumerated() {
            load(sentence, document, evidence)
            body(index, sentence)
        }
    }

    private func best() -> Int {
        var best = 0
        for code in 1..<tags.count where scores[code] > scores[best] { best = code }
        return best
    }

    private func decide(_ index: Int) -> (code: UInt8, count: Int) {
        if words.fixedTag[index] != 255 { return (words.fixedTag[index], 0) }
        let count = write(index)
        table.score(keys, count, into: scores)
        return (UInt8(best()), count)
    }

    /// Writes the keys for a word. Returns their number.
    private func write(_ index: Int) -> Int {
        symbols.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { TaggerFeatures.write(words, index, table: $0, keys) } ?? 0
        }
    }

    private func set(_ index: Int, _ code: UInt8) {
        symbols.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { words.setTag(index, code, symbols: base + 100) }
        }
    }

    func train(_ documents: [Treebank.Document], epochs: Int, seed: UInt64, leastCount: Int) {
        var generator = SeededGenerator(seed: seed)
        countFeatures(documents)
        var order = documents
        for _ in 0..<epochs {
            order.shuffle(using: &generator)
            for document in order {
                forEachSentence(of: document) { _, sentence in
                    for (index, word) in sentence.words.enumerated() {
                        let (code, count) = decide(index)
                        let gold = self.code(word.tag)
                        if code != gold, count > 0 {
                            table.update(keys, count, raise: Int(gold), lower: Int(code)) {
                                counter.count($0) >= leastCount
                            }
                        }
                        table.advance()
                        set(index, code)
                    }
                }
            }
        }
        table.average()
    }

    private func countFeatures(_ documents: [Treebank.Document]) {
        for document in documents {
            forEachSentence(of: document) { _, sentence in
                for (index, word) in sentence.words.enumerated() {
                    counter.add(keys, write(index))
                    set(index, code(word.tag))
                }
            }
        }
    }

    /// The tag codes of all words of a document, by sentence.
    func tag(_ document: Treebank.Document) -> [[UInt8]] {
        var result: [[UInt8]] = []
        forEachSentence(of: document) { _, sentence in
            var codes: [UInt8] = []
            for index in sentence.words.indices {
                let code = decide(index).code
                set(index, code)
                codes.append(code)
            }
            result.append(codes)
        }
        return result
    }

    /// Tags each document by a tagger that was not trained on it, as the parser will see tags of texts that are new.
    static func jackknife(
        _ documents: [Treebank.Document], tags: [Tag], lexicon: LexiconStorage, folds: Int, epochs: Int,
        leastCount: Int, seed: UInt64
    ) -> [[[UInt8]]] {
        var result = [[[UInt8]]](repeating: [], count: documents.count)
        for fold in 0..<folds {
            let others = documents.enumerated().filter { $0.offset % folds != fold }.map(\.element)
            let trainer = TaggerTrainer(tags: tags, documents: others, lexicon: lexicon)
            trainer.train(others, epochs: epochs, seed: seed, leastCount: leastCount)
            for index in stride(from: fold, to: documents.count, by: folds) {
                result[index] = trainer.tag(documents[index])
            }
        }
        return result
    }
}
