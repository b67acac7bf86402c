import Documents
import Language

/// How well a model tags and parses a treebank whose words and sentences are given to it.
struct TreebankEvaluation: CustomStringConvertible {
    private let path: String
    private var words = 0
    private var parts = 0
    private var heads = 0
    private var labelled = 0
    private var exact = 0

    init(_ path: String, _ model: SyntaxModel) throws {
        self.path = path
        for document in try Treebank(paths: [path]).documents { add(document, model) }
    }

    private mutating func add(_ document: Treebank.Document, _ model: SyntaxModel) {
        let syntax = model.parse(Self.analysis(document))
        var start = 0
        for sentence in document.sentences {
            for (index, word) in sentence.words.enumerated() {
                let token = start + index
                let gold = Relation.allCases[word.label]
                let head = syntax.head(of: token).map { $0 - start } ?? sentence.words.count
                words += 1
                if syntax.tags[token].part == word.tag.part { parts += 1 }
                guard head == word.head else { continue }
                heads += 1
                if Self.universal(gold) == Self.universal(syntax.relations[token]) { labelled += 1 }
                if gold == syntax.relations[token] { exact += 1 }
            }
            start += sentence.words.count
        }
    }

    /// The words and sentences of a treebank document as an analysis.
    static func analysis(_ document: Treebank.Document) -> Analysis {
        var sentences: [Sentence] = []
        var start = 0
        for sentence in document.sentences {
            sentences.append(Sentence(tokens: TokenSpan(start, start + sentence.tokens.count), block: 0))
            start += sentence.tokens.count
        }
        let text = document.text
        let source = Document(
            id: "", path: "", metadata: Metadata(), text: text, blocks: [Block(.paragraph, ByteSpan(0, text.count))],
            sourceMap: SourceMap(segments: [], file: text))
        return Analysis(
            document: source, vocabulary: Vocabulary([]), tokens: document.tokens, sentences: sentences)
    }

    private static func universal(_ relation: Relation) -> Substring { relation.rawValue.prefix { $0 != ":" } }

    private func percent(_ count: Int) -> String {
        let hundredths = (count * 10_000 + words / 2) / max(words, 1)
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    var description: String {
        "\(path): \(words) words, UPOS \(percent(parts)), UAS \(percent(heads)), LAS \(percent(labelled)), "
            + "with subtypes \(percent(exact))"
    }
}
