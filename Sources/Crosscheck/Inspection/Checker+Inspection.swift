public import Documents
import Extraction
import Language
import Reporting
import Values

extension Checker {
    /// What a stage makes of a file, or of standard input where the path is `-`.
    /// - Throws: `RunFailure` where the file cannot be read.
    public func inspect(path: String, layer: Inspection.Layer) throws(RunFailure) -> Inspection {
        var loader = DocumentLoader(files: [path])
        var documents: [Document] = []
        loader.forEach { documents.append($0) }
        if let failure = loader.failure { throw failure }
        if layer.needsWholeText { documents = Document.whole(documents).map { [$0] } ?? [] }
        return Inspection(rows: documents.flatMap { inspect($0, layer: layer).rows })
    }

    /// What a stage makes of a short text, taken as one paragraph.
    /// - Parameter published: what dates in the text are relative to.
    public func inspect(text: String, published: DayInterval?, layer: Inspection.Layer) -> Inspection {
        let bytes = Array(text.utf8)
        let document = Document(
            id: "-", path: "-", metadata: Metadata(published: published), text: bytes,
            blocks: [Block(.paragraph, ByteSpan(0, bytes.count))], sourceMap: SourceMap(segments: [], file: bytes))
        return inspect(document, layer: layer)
    }

    private func inspect(_ document: Document, layer: Inspection.Layer) -> Inspection {
        let analysis = stages.analyzer.analyze(document)
        switch layer {
        case .tokens: return Inspection(rows: Self.tokens(of: analysis))
        case .quantities:
            return Inspection(
                rows: stages.recognizer.mentions(in: analysis).quantities.map { QuantityView($0, in: analysis) })
        case .times:
            return Inspection(rows: stages.recognizer.mentions(in: analysis).times.map { TimeView($0, in: analysis) })
        case .events:
            return Inspection(
                rows: extraction(of: analysis).events.compactMap { subject in
                    subject.event.map { EventRow(subject, $0) }
                })
        case .claims:
            return Inspection(
                rows: extraction(of: analysis).claims.enumerated().map { index, claim in
                    var claim = claim
                    claim.id = "c\(index + 1)"
                    return Self.listed(claim)
                })
        }
    }

    private func extraction(of analysis: Analysis) -> Extraction {
        stages.extractor.extract(from: analysis, mentions: stages.recognizer.mentions(in: analysis))
    }

    private static func tokens(of analysis: Analysis) -> [TokenRow] {
        analysis.sentences.enumerated().flatMap { number, sentence in
            analysis.tokens[sentence.tokens.range].map {
                TokenRow($0, sentence: number + 1, in: analysis.document)
            }
        }
    }
}

extension Inspection.Layer {
    /// The stage of language is shown at work on all of the text; the stages after it read the prose alone.
    fileprivate var needsWholeText: Bool {
        switch self {
        case .tokens: true
        case .quantities, .times, .events, .claims: false
        }
    }
}

extension Document {
    /// One document of all that the articles of a page hold, and of what lies between their blocks, such as the marks of
    /// lists; boilerplate is read like the rest.
    fileprivate static func whole(_ articles: [Document]) -> Document? {
        guard var whole = articles.first else { return nil }
        var blocks: [Block] = []
        var end = 0
        func close(_ gap: Range<Int>) {
            guard let first = gap.first(where: { whole.text[$0] > 0x20 }) else { return }
            blocks.append(Block(.paragraph, ByteSpan(first, gap.upperBound)))
        }
        for block in articles.flatMap(\.blocks).sorted(by: { $0.span < $1.span }) where block.span.start >= end {
            close(end..<block.span.start)
            blocks.append(block.kind == .boilerplate ? Block(.paragraph, block.span) : block)
            end = block.span.end
        }
        close(end..<whole.text.count)
        whole.blocks = blocks
        return whole
    }
}
