public import Documents
import Extraction
import Language
import Reporting
import Values

/// Looks at what one stage makes of texts.
public struct Inspector: Sendable {
    private let layer: Inspection.Layer
    private let stages: Stages
    private let english: English

    /// - Parameters:
    ///   - ruleFolder: as for a checker.
    ///   - rules: folders of rules that are added.
    /// - Throws: `RunFailure` where rules or models cannot be read.
    public init(layer: Inspection.Layer, ruleFolder: String? = nil, rules: [String] = []) throws(RunFailure) {
        self.layer = layer
        english = try English(ruleFolder: ruleFolder)
        stages = Stages(rules: try RuleSource(base: ruleFolder, added: rules).load(), english: english)
    }

    /// What the stage makes of a file, or of standard input where the path is `-`.
    /// - Throws: `RunFailure` where the file cannot be read.
    public func inspect(path: String) throws(RunFailure) -> Inspection {
        var loader = DocumentLoader(files: [path])
        var documents: [Document] = []
        loader.forEach(nil) { documents.append($0) }
        if let failure = loader.failure { throw failure }
        if documents.isEmpty { throw RunFailure(loader.skipped.map { "\($0.path): not read: \($0.reason)" }) }
        if layer.needsWholeText { documents = Document.wholeTexts(of: documents) }
        return documents.map(inspect).reduce(into: Inspection()) { $0.append($1) }
    }

    /// What the stage makes of a short text, taken as one paragraph.
    /// - Parameter published: what dates in the text are relative to.
    public func inspect(text: String, published: DayInterval?) -> Inspection {
        let bytes = Array(text.utf8)
        let document = Document(
            id: "-", path: "-", metadata: Metadata(published: published), text: bytes,
            blocks: [Block(.paragraph, ByteSpan(0, bytes.count))], sourceMap: SourceMap(segments: [], file: bytes))
        return inspect(document)
    }
}

// MARK: - Layers

extension Inspector {
    private func inspect(_ document: Document) -> Inspection {
        let analysis = stages.analyzer.analyze(document)
        switch layer {
        case .tokens: return Inspection(rows: tokens(of: analysis))
        case .syntax: return syntax(of: analysis)
        case .names: return Inspection(rows: names(in: analysis))
        case .quantities:
            return Inspection(
                rows: stages.recognizer.mentions(in: analysis).quantities.map { QuantityView($0, in: analysis) })
        case .times:
            return Inspection(rows: stages.recognizer.mentions(in: analysis).times.map { TimeView($0, in: analysis) })
        case .events:
            let extraction = extraction(of: analysis)
            return Inspection(
                rows: extraction.events.compactMap { subject in
                    subject.event.map { EventRow(subject, $0, isMain: subject == extraction.main) }
                })
        case .claims: return Inspection(rows: claims(of: analysis))
        }
    }

    private func tokens(of analysis: Analysis) -> [TokenRow] {
        analysis.sentences.enumerated().flatMap { number, sentence in
            sentence.tokens.range.map { TokenRow($0, sentence: number + 1, in: analysis) }
        }
    }

    private func syntax(of analysis: Analysis) -> Inspection {
        let model = english.syntax
        let syntax = model.parse(analysis)
        var conllu = ""
        ConlluWriter(model: model).write(analysis, syntax, to: &conllu)
        let rows = analysis.sentences.enumerated().flatMap { number, sentence in
            sentence.tokens.range.map { token in
                SyntaxRow(
                    TokenRow(token, sentence: number + 1, in: analysis), token, sentence.tokens, syntax,
                    lemma: model.lemma(of: token, analysis, syntax))
            }
        }
        return Inspection(rows: rows, conllu: conllu)
    }

    private func names(in analysis: Analysis) -> [NameRow] {
        let names = english.names.names(in: analysis, english.syntax.parse(analysis))
        return names.all.map { NameRow($0, first: names.all[$0.first], in: analysis) }
    }

    private func claims(of analysis: Analysis) -> [ListedClaim] {
        extraction(of: analysis).claims.enumerated().map { index, claim in
            var claim = claim
            claim.id = "c\(index + 1)"
            return Checker.listed(claim)
        }
    }

    private func extraction(of analysis: Analysis) -> Extraction {
        stages.extractor.extract(from: analysis, mentions: stages.recognizer.mentions(in: analysis))
    }
}

extension Inspection.Layer {
    /// The stage of language is shown at work on all of the text; the stages after it read the prose alone.
    fileprivate var needsWholeText: Bool {
        switch self {
        case .tokens, .syntax: true
        case .names, .quantities, .times, .events, .claims: false
        }
    }
}

extension Document {
    /// One document for each text; the articles of a page share one, the items of a feed have one each.
    fileprivate static func wholeTexts(of documents: [Document]) -> [Document] {
        var groups: [[Document]] = []
        for document in documents {
            if let text = groups.last?.first?.text, text == document.text {
                groups[groups.count - 1].append(document)
            } else {
                groups.append([document])
            }
        }
        return groups.compactMap(whole)
    }

    /// One document of all that the articles of a page hold, and of what lies between their blocks, such as the marks of
    /// lists; boilerplate is read like the rest.
    private static func whole(_ articles: [Document]) -> Document? {
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
