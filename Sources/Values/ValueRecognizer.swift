import Documents
public import Language

/// Recognises the quantities and times of a document. One recogniser serves any number of documents, also at the same time.
public struct ValueRecognizer: Sendable {
    private let index: ValueIndex

    /// - Parameter vocabulary: made of `vocabularyWords` among others; the analyses must use the same.
    public init(vocabulary: Vocabulary) {
        index = ValueIndex(vocabulary: vocabulary)
    }

    public func mentions(in analysis: Analysis) -> Mentions {
        var mentions = Mentions(quantities: [], times: [], leftAside: [:])
        for sentence in analysis.sentences {
            let range = sentence.tokens.range
            guard range.contains(where: { mayHoldValue(analysis.tokens[$0]) }) else { continue }
            var times = TimeFinder(analysis: analysis, index: index, range: range)
            times.run()
            let found = times.times
            var quantities = QuantityFinder(analysis: analysis, index: index, range: range) { token in
                found.contains { $0.tokens.range.contains(token) }
            }
            quantities.run()
            mentions.times += found
            mentions.quantities += quantities.quantities
            mentions.leftAside.merge(quantities.leftAside, uniquingKeysWith: +)
        }
        return mentions
    }

    private func mayHoldValue(_ token: Token) -> Bool {
        token.kind == .number || (token.word != .unknown && index.word(token.word) != nil)
    }
}
