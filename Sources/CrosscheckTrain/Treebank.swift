import Documents
import Language

/// Sentences of a treebank in CoNLL-U, with the text that their words make.
struct Treebank {
    struct Word {
        var form: String
        var lemma: String
        var tag: Tag
        /// Place of the head in the sentence from 0; the number of words for the root.
        var head: Int
        /// Place in `Relation.allCases`.
        var label: Int
        /// The last column.
        var note: String
    }

    struct Sentence {
        var words: [Word]
        /// The tokens of the words, spans counted in `Document.text`.
        var tokens: [Token]
    }

    struct Document {
        var text: [UInt8] = []
        var sentences: [Sentence] = []

        var tokens: [Token] { sentences.flatMap(\.tokens) }
    }

    var documents: [Document] = []

    var sentences: [Sentence] { documents.flatMap(\.sentences) }

    init(documents: [Document]) { self.documents = documents }

    init(paths: [String]) throws {
        for path in paths { try read(path) }
    }

    private static let relations = Dictionary(
        uniqueKeysWithValues: Relation.allCases.enumerated().map { ($1.rawValue, $0) })
    private static let features = Dictionary(
        uniqueKeysWithValues: GrammaticalFeatures.names.map { ($0.name, $0.feature) })

    private mutating func read(_ path: String) throws {
        var lines: [[ArraySlice<UInt8>]] = []
        try TextLines(path: path).forEach { line in
            if line.starts(with: "# newdoc".utf8) || documents.isEmpty { documents.append(Document()) }
            if line.isEmpty {
                add(lines)
                lines = []
            } else if line.first != UInt8(ascii: "#") {
                lines.append(line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false))
            }
        }
        add(lines)
    }

    /// Adds a sentence given by its lines, cut into columns.
    private mutating func add(_ lines: [[ArraySlice<UInt8>]]) {
        guard !lines.isEmpty else { return }
        var document = documents.removeLast()
        var words: [Word] = []
        var spans: [(span: ByteSpan, space: Bool, clitic: Bool)] = []
        var space = true
        var multiword = (first: 0, last: 0, space: false)
        let count = lines.count { !$0[0].contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") } }
        for columns in lines where !columns[0].contains(UInt8(ascii: ".")) {
            let spaced = !columns[9].string.contains("SpaceAfter=No")
            let ids = columns[0].words(UInt8(ascii: "-")).compactMap { Int($0.string) }
            if ids.count == 2 {
                multiword = (ids[0], ids[1], spaced)
                continue
            }
            let inside = words.count + 1 <= multiword.last
            words.append(Self.word(columns, count))
            let start = document.text.count
            document.text += columns[1]
            spans.append((ByteSpan(start, document.text.count), space, inside && words.count > multiword.first))
            space = inside ? words.count == multiword.last && multiword.space : spaced
            if space { document.text.append(UInt8(ascii: " ")) }
        }
        if !space { document.text.append(UInt8(ascii: " ")) }
        let tokens = document.text.withUnsafeBufferPointer { text in
            spans.enumerated().map { index, word in
                Token(
                    treebankWord: word.span, of: text, spaceBefore: word.space, isClitic: word.clitic,
                    startsSentence: index == 0)
            }
        }
        document.sentences.append(Sentence(words: words, tokens: tokens))
        documents.append(document)
    }

    private static func word(_ columns: [ArraySlice<UInt8>], _ count: Int) -> Word {
        let part = PartOfSpeech(rawValue: columns[3].string) ?? .other
        var features: GrammaticalFeatures = []
        for feature in columns[5].words(UInt8(ascii: "|")) { features.formUnion(Self.features[feature.string] ?? []) }
        let relation = columns[7].string
        let label = relations[relation] ?? relations[String(relation.prefix { $0 != ":" })] ?? relations["dep"] ?? 0
        let head = Int(columns[6].string) ?? 0
        return Word(
            form: columns[1].string, lemma: columns[2].string,
            tag: Tag(part, features.intersection(.possible(for: part))),
            head: head == 0 ? count : head - 1, label: label, note: columns[9].string)
    }
}
