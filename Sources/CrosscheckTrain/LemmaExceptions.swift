import Documents
import Language

/// Finds the words of a treebank whose lemmas the rules do not give.
struct LemmaExceptions {
    private(set) var lemmas: [UInt64: String] = [:]

    init(_ documents: [Treebank.Document], lexicon: LexiconStorage) {
        let lemmatizer = Lemmatizer(lexicon: lexicon)
        var counts: [UInt64: [String: Int]] = [:]
        var wrong: Set<UInt64> = []
        for document in documents {
            document.text.withUnsafeBufferPointer { text in
                for sentence in document.sentences {
                    for (word, token) in zip(sentence.words, sentence.tokens) where word.lemma != "_" {
                        let key = Lemmatizer.key(token.hash, word.tag.part)
                        counts[key, default: [:]][word.lemma, default: 0] += 1
                        let guess = String(decoding: lemmatizer.lemma(token, word.tag, of: text), as: UTF8.self)
                        if guess.lowercased() != word.lemma.lowercased() { wrong.insert(key) }
                    }
                }
            }
        }
        for key in wrong {
            lemmas[key] = counts[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    func add(to writer: inout ModelFileWriter) {
        var bytes: [UInt8] = []
        var places: [String: UInt32] = [:]
        let exceptions = lemmas.keys.sorted().compactMap { key in
            lemmas[key].map { lemma in
                let start = places[lemma] ?? UInt32(bytes.count)
                if places[lemma] == nil { bytes += lemma.utf8 }
                places[lemma] = start
                return Lemmatizer.Exception(key: key, start: start, count: UInt32(lemma.utf8.count))
            }
        }
        writer.add("LEMX", exceptions)
        writer.add("LEMB", bytes)
    }
}
