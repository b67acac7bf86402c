import ArgumentParser
import FoundationEssentials

struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Builds the lexicon from the files of WordNet 3.")

    @Option(help: "The folder with WordNet's index, data and exception files.")
    var wordnet = "/usr/share/wordnet"

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    func run() throws {
        let bytes = LexiconBuilder(wordNet: try WordNet(folder: wordnet)).file()
        try Data(bytes).write(to: URL(filePath: output))
        print("\(output): \(bytes.count) bytes")
    }
}
