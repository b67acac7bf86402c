import ArgumentParser
import Documents
import FoundationEssentials
import Language

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Parses a plain text by a model and prints it in CoNLL-U.")

    @Argument(help: "A text file; blank lines separate its paragraphs.")
    var file: String

    @Option(help: "The lexicon.")
    var lexicon = "rules/language/english.lexicon"

    @Option(help: "The model.")
    var model = "rules/language/english.model"

    @Option(help: "A gazetteer: print the names instead, one a line: start, end, type, form, first mention, text.")
    var names: String?

    @Flag(help: "Print how fast the stages were instead of the trees.")
    var timing = false

    func run() throws {
        let clock = ContinuousClock()
        var start = clock.now
        let model = try SyntaxModel(path: model, lexicon: try Lexicon(path: lexicon))
        let loading = clock.now - start
        let text = try [UInt8](Data(contentsOf: URL(filePath: file)))
        let document = Document(
            id: file, path: file, metadata: Metadata(), text: text, blocks: Self.paragraphs(text),
            sourceMap: SourceMap(segments: [], file: text))
        start = clock.now
        let analysis = Analyzer(vocabulary: Vocabulary([])).analyze(document)
        let cutting = clock.now - start
        start = clock.now
        _ = model.tag(analysis)
        let tagging = clock.now - start
        start = clock.now
        let syntax = model.parse(analysis)
        let parsing = clock.now - start
        if let names {
            let gazetteer = try Gazetteer(
                yaml: String(decoding: Data(contentsOf: URL(filePath: names)), as: UTF8.self), file: names)
            start = clock.now
            let found = NameFinder(model: model, gazetteer: gazetteer).names(in: analysis, syntax)
            if timing { print("names \(Double(analysis.tokens.count) / ((clock.now - start) / .seconds(1))) words/s") }
            for name in found.all where !timing { print(Self.line(name, found, analysis)) }
        } else if timing {
            let words = Double(analysis.tokens.count)
            print("loading \(loading), tokens \(words / (cutting / .seconds(1))) words/s")
            print("tags \(words / (tagging / .seconds(1))) words/s, trees \(words / (parsing / .seconds(1))) words/s")
            print("bytes to trees \(words / ((cutting + parsing) / .seconds(1))) words/s")
        } else {
            var output = ""
            ConlluWriter(model: model).write(analysis, syntax, to: &output)
            print(output, terminator: "")
        }
    }

    private static func line(_ name: Name, _ names: Names, _ analysis: Analysis) -> String {
        let whole = name.title.map { $0.union(name.span) } ?? name.span
        let bytes = analysis.bytes(of: whole)
        let first = name.country ?? analysis.string(names.all[name.first].span)
        return "\(bytes.start)\t\(bytes.end)\t\(name.type.rawValue)\t\(name.form.rawValue)\t\(first)\t"
            + analysis.string(whole).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The stretches between blank lines.
    static func paragraphs(_ text: [UInt8]) -> [Block] {
        var blocks: [Block] = []
        var start = 0
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "\n"), index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") {
                if index > start { blocks.append(Block(.paragraph, ByteSpan(start, index))) }
                start = index + 2
                index += 1
            }
            index += 1
        }
        if start < text.count { blocks.append(Block(.paragraph, ByteSpan(start, text.count))) }
        return blocks
    }
}
