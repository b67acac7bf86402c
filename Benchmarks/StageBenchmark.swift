import Documents
import Extraction
import FoundationEssentials
import Language
import Values

/// The fastest of several runs, as the machine is shared.
func megabytesPerSecond(_ bytes: Int, runs: Int = 5, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let best = (0..<runs).map { _ in clock.measure(body) }.min() ?? .zero
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    return Double(bytes) / 1e6 / seconds
}

func document(_ text: [UInt8]) -> Document {
    var blocks: [Block] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
        if offset > start { blocks.append(Block(.paragraph, ByteSpan(start, offset))) }
        start = offset + 1
    }
    return Document(
        id: "benchmark", path: "benchmark", metadata: Metadata(published: DayInterval(iso: "2025-08-01")), text: text,
        blocks: blocks, sourceMap: SourceMap(segments: [], file: text))
}

func readRules() throws -> RuleSet {
    var reader = RuleReader()
    for file in try FileManager.default.contentsOfDirectory(atPath: "rules").sorted() where file.hasSuffix(".yml") {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "rules/" + file))
        reader.add(String(decoding: bytes, as: UTF8.self), file: "rules/" + file)
    }
    return try reader.finish()
}

/// Prints the speed of each stage on some texts.
func measureStages(_ arguments: [String]) throws {
    let paths = arguments.isEmpty ? ["seeds/moscow-accepts-envoy.txt", "seeds/embassies-in-kabul.txt"] : arguments
    let sample = try paths.flatMap { try [UInt8](Data(contentsOf: URL(fileURLWithPath: $0))) + [UInt8(ascii: "\n")] }
    let text = Array(repeatElement(sample, count: max(1, 4_000_000 / sample.count)).joined())

    let rules = try readRules()
    let vocabulary = Vocabulary(rules.vocabularyWords + ValueRecognizer.vocabularyWords(units: rules.units))
    let analyzer = Analyzer(vocabulary: vocabulary)
    let recognizer = ValueRecognizer(vocabulary: vocabulary, units: rules.units)
    let english = try English(folder: "rules/language")
    let extractor = Extractor(rules: rules, vocabulary: vocabulary, english: english)
    let input = document(text)
    let analysis = analyzer.analyze(input)
    let mentions = recognizer.mentions(in: analysis)

    let excerpt = document(Array(text.prefix(text.count / 8)))
    let excerptAnalysis = analyzer.analyze(excerpt)

    let rows: [(stage: String, speed: Double)] = [
        ("tokens and sentences", megabytesPerSecond(text.count) { _ = analyzer.analyze(input) }),
        ("values of tokens", megabytesPerSecond(text.count) { _ = recognizer.mentions(in: analysis) }),
        (
            "tokens and values of bytes",
            megabytesPerSecond(text.count) { _ = recognizer.mentions(in: analyzer.analyze(input)) }
        ),
        (
            "claims of tokens and values",
            megabytesPerSecond(text.count) { _ = extractor.extract(from: analysis, mentions: mentions) }
        ),
        (
            "claims of bytes",
            megabytesPerSecond(text.count) {
                let analysis = analyzer.analyze(input)
                _ = extractor.extract(from: analysis, mentions: recognizer.mentions(in: analysis))
            }
        ),
        (
            "trees of bytes",
            megabytesPerSecond(excerpt.text.count) { _ = english.syntax.parse(analyzer.analyze(excerpt)) }
        ),
    ]
    print("\(text.count) bytes, \(analysis.tokens.count) tokens, \(mentions.quantities.count) quantities")
    for row in rows {
        let tenths = Int((row.speed * 10).rounded())
        print("\(row.stage): \(tenths / 10).\(tenths % 10) MB/s")
    }
    let wordsPerByte = Double(excerptAnalysis.tokens.count) / Double(excerpt.text.count)
    print("trees of bytes: \(Int((rows[rows.count - 1].speed * 1e6 * wordsPerByte).rounded())) words/s")
}
