import Documents
import Extraction
import Language
import Reconciliation
import Reporting
import Values

/// The stages that turn one document into claims, made once and used for any number of documents.
struct Stages: Sendable {
    let analyzer: Analyzer
    let recognizer: ValueRecognizer
    let extractor: Extractor

    init(rules: RuleSet, english: English) {
        let vocabulary = Vocabulary(rules.vocabularyWords + ValueRecognizer.vocabularyWords(units: rules.units))
        analyzer = Analyzer(vocabulary: vocabulary)
        recognizer = ValueRecognizer(vocabulary: vocabulary, units: rules.units)
        extractor = Extractor(rules: rules, vocabulary: vocabulary, english: english)
    }

    /// What became of a document.
    func extract(_ document: Document) -> DocumentResult {
        let analysis = analyzer.analyze(document)
        let mentions = recognizer.mentions(in: analysis)
        let extraction = extractor.extract(from: analysis, mentions: mentions)
        let words = analysis.tokens.count {
            $0.kind != .punctuation && $0.kind != .symbol && !$0.shape.contains(.clitic)
        }
        return DocumentResult(
            document: ReportDocument(
                document: document.id, path: document.path, metadata: document.metadata, words: words,
                claims: extraction.claims.count, sentences: analysis.sentences.count, numbers: mentions.numbers,
                comments: document.comments),
            claims: extraction.claims.map { claim in
                var claim = claim
                claim.surroundings = Surroundings(of: claim.sentenceSpan, in: document)
                return claim
            },
            main: extraction.main.map {
                EventTelling(document: document.id, subject: $0, published: document.metadata.published)
            },
            leftAside: mentions.leftAside.merging(extraction.leftAside, uniquingKeysWith: +))
    }
}

/// All that a run keeps of a document, once its text is gone.
struct DocumentResult: Sendable {
    var document: ReportDocument
    /// In text order.
    var claims: [Claim]
    /// What it is about.
    var main: EventTelling?
    var leftAside: [String: Int]
}

extension Coverage {
    /// Of a run that has read nothing yet.
    init(skipped: [Skipped]) {
        self.init(documents: 0, skipped: skipped, notes: [], sentences: 0, numbers: 0, claims: 0, leftAside: [:])
    }

    mutating func add(_ result: DocumentResult) {
        documents += 1
        sentences += result.document.sentences
        numbers += result.document.numbers
        claims += result.claims.count
        for (reason, count) in result.leftAside { addLeftAside(count, reason: reason) }
    }
}
