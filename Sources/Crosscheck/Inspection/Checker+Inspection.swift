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
        var rows: [any InspectionRow] = []
        loader.forEach { rows += inspect($0, layer: layer).rows }
        if let failure = loader.failure { throw failure }
        return Inspection(rows: rows)
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
