import Documents
public import Language

/// Recognises the quantities and times of a document. One recogniser serves any number of documents, also at the same time.
///
///     let vocabulary = Vocabulary(ValueRecognizer.vocabularyWords(units: units))
///     let recognizer = ValueRecognizer(vocabulary: vocabulary, units: units)
///     let mentions = recognizer.mentions(in: Analyzer(vocabulary: vocabulary).analyze(document))
public struct ValueRecognizer: Sendable {
    private let lexicon: ValueLexicon

    /// - Parameters:
    ///   - vocabulary: made of `vocabularyWords(units:)` among others; the analyses must use the same.
    ///   - units: those that numbers may have.
    public init(vocabulary: Vocabulary, units: UnitTable) {
        lexicon = ValueLexicon(vocabulary: vocabulary, table: units)
    }

    /// Every word form that the recogniser knows by sight, in a fixed order.
    public static func vocabularyWords(units: UnitTable) -> [String] {
        let hedges = (Hedges.before + Hedges.after).flatMap(\.words)
        let lists = WordLists.traits.flatMap(\.words)
        return KeyWord.allCases.dropFirst().map(\.rawValue) + NumberWords.table.map(\.form)
            + TimeWords.table.map(\.form) + hedges + lists + units.vocabularyWords
    }

    /// All quantities, times, ranks and scores of a document, in text order.
    public func mentions(in analysis: Analysis) -> Mentions {
        analysis.document.text.withUnsafeBufferPointer { text in
            analysis.tokens.withUnsafeBufferPointer { tokens in
                lexicon.entries.withUnsafeBufferPointer { entries in
                    let metadata = analysis.document.metadata
                    var scanner = ValueScanner(
                        text: text, tokens: tokens, entries: entries, lexicon: lexicon,
                        locale: DocumentLocale(language: metadata.language), reference: metadata.published?.first)
                    scanner.learnDateOrder()
                    for (index, sentence) in analysis.sentences.enumerated() {
                        scanner.scan(sentence.tokens.range, sentence: index)
                    }
                    return scanner.mentions
                }
            }
        }
    }
}
