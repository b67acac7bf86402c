public import Documents

/// Cuts documents into tokens and sentences. One analyzer serves any number of documents, also at the same time.
public struct Analyzer: Sendable {
    public let vocabulary: Vocabulary
    private let tokenizer: Tokenizer
    private let splitter = SentenceSplitter()

    /// - Parameter vocabulary: the word forms that the later stages know by id.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        tokenizer = Tokenizer(vocabulary: vocabulary)
    }

    /// The tokens and sentences of a document's prose; boilerplate blocks have none.
    public func analyze(_ document: Document) -> Analysis {
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        tokens.reserveCapacity(document.blocks.reduce(0) { $0 + $1.span.count } / 5)
        document.text.withUnsafeBufferPointer { text in
            for (index, block) in document.blocks.enumerated() where block.kind != .boilerplate {
                let first = tokens.count
                tokenizer.append(block.span, of: text, to: &tokens)
                splitter.append(from: first, block: index, of: text, tokens: tokens, to: &sentences)
            }
        }
        for sentence in sentences where !sentence.tokens.isEmpty {
            tokens[sentence.tokens.start].shape.insert(.sentenceStart)
        }
        return Analysis(document: document, vocabulary: vocabulary, tokens: tokens, sentences: sentences)
    }
}
