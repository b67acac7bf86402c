import ArgumentParser
import FoundationEssentials
import Glibc
import Language

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "syntax", abstract: "Trains the tagger and the parser from treebanks in CoNLL-U.")

    @Argument(help: "The treebanks to train from.")
    var treebanks: [String]

    @Option(help: "A treebank to evaluate with, by its own words and sentences; may be given several times.")
    var evaluate: [String] = []

    @Option(help: "The lexicon, as `crosscheck-train lexicon` makes it.")
    var lexicon: String

    @Option(help: "The gazetteer.")
    var names: String

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @Option(help: "The seed of the first model.")
    var seed: UInt64 = 1

    @Option(help: "How many models are averaged.")
    var models = 4

    @Option(help: "How often each model sees the treebanks.")
    var epochs = 8

    @Option(help: "The parser's features that are kept.")
    var parserRows = 200_000

    @Option(help: "The tagger's features that are kept.")
    var taggerRows = 90_000

    @Option(help: "The name tagger's features that are kept.")
    var nameRows = 30_000

    @Option(help: "Features seen less often are not learnt.")
    var leastCount = 6

    /// Tells the progress on standard error.
    private func say(_ message: String) {
        let line = Array((message + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, line, line.count)
    }

    func run() throws {
        let lexicon = try Lexicon(path: lexicon)
        let gazetteer = try Gazetteer(
            yaml: String(decoding: Data(contentsOf: URL(filePath: names)), as: UTF8.self), file: names)
        let documents = try Treebank(paths: treebanks).documents
        let tags = TaggerTrainer.tagSet(documents)
        say("\(documents.flatMap(\.sentences).count) sentences, \(tags.count) tags")
        let tagger = TaggerTrainer(tags: tags, documents: documents, lexicon: lexicon.storage)
        tagger.train(documents, epochs: epochs, seed: seed, leastCount: 2)
        say("tagger trained: \(tagger.table.count) features")
        let guesses = TaggerTrainer.jackknife(
            documents, tags: tags, lexicon: lexicon.storage, folds: 5, epochs: 5, leastCount: 2, seed: seed)
        say("tags of the training texts: \(Self.accuracy(guesses, documents, tagger))")
        let parser = ParserTrainer(
            documents: documents, tags: guesses, tagger: tagger, lexicon: lexicon.storage, leastCount: leastCount)
        let namer = NameTrainer(tagger: tagger, lexicon: lexicon.storage, gazetteer: gazetteer)
        namer.train(documents, tags: guesses.map { $0.map { $0.map { tags[Int($0)] } } }, epochs: 10, seed: seed)
        var weights: [UInt64: [Float]] = [:]
        for model in 0..<models {
            say("model \(model + 1)")
            parser.train(
                epochs: epochs, seed: seed + UInt64(model), exploration: 0.9, share: 1 / Float(models),
                into: &weights, progress: say)
        }
        let lemmas = LemmaExceptions(documents, lexicon: lexicon.storage)
        say("\(lemmas.lemmas.count) lemmas that the rules do not give")
        try write(lexicon, tagger, parser, weights, lemmas, namer)
        let model = try SyntaxModel(path: output, lexicon: lexicon)
        for path in evaluate { print(try TreebankEvaluation(path, model)) }
    }

    private func write(
        _ lexicon: Lexicon, _ tagger: TaggerTrainer, _ parser: ParserTrainer, _ weights: [UInt64: [Float]],
        _ lemmas: LemmaExceptions, _ namer: NameTrainer
    ) throws {
        var writer = ModelFileWriter()
        writer.add("LEXI", [lexicon.storage.file.digest])
        writer.add("TAGS", tagger.tags.map(TagCoding.code))
        writer.add("ACTS", parser.actions.map(\.code))
        writer.add("WORD", TagDictionary.table(of: tagger.entries))
        lemmas.add(to: &writer)
        var tagWeights: [UInt64: [Float]] = [:]
        tagger.table.accumulate(into: &tagWeights, share: 1)
        say(TablePacker(rows: taggerRows).add(tagWeights, prefix: "TG", to: &writer, frequency: tagger.counter.count))
        say(TablePacker(rows: parserRows).add(weights, prefix: "PR", to: &writer, frequency: parser.counter.count))
        var nameWeights: [UInt64: [Float]] = [:]
        namer.table.accumulate(into: &nameWeights, share: 1)
        say(TablePacker(rows: nameRows).add(nameWeights, prefix: "NM", to: &writer, frequency: namer.counter.count))
        let bytes = writer.bytes(kind: .model)
        try Data(bytes).write(to: URL(filePath: output))
        say("\(output): \(bytes.count) bytes")
    }

    private static func accuracy(
        _ guesses: [[[UInt8]]], _ documents: [Treebank.Document], _ tagger: TaggerTrainer
    ) -> Double {
        var (right, all) = (0, 0)
        for (document, codes) in zip(documents, guesses) {
            for (sentence, codes) in zip(document.sentences, codes) {
                for (word, code) in zip(sentence.words, codes) {
                    all += 1
                    if tagger.code(word.tag) == code { right += 1 }
                }
            }
        }
        return Double(right) / Double(all)
    }
}
