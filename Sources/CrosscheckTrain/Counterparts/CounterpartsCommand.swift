import ArgumentParser
import Crosscheck
import Extraction
import FoundationEssentials

struct CounterpartsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counterparts",
        abstract: "Learns which figures of two documents tell of one thing, from sets of documents with a gold list.")

    @Argument(help: "Folders of sets; a set is a folder with documents and a gold.json that lists their discrepancies.")
    var folders: [String]

    @Option(help: "From this likelihood on two figures are reported: 0 to 1.")
    var threshold = 0.7

    @Option(help: "How strongly the weights of likeness are drawn to zero.")
    var likenessPenalty = 10.0

    @Option(help: "How strongly the weights of opposition are drawn to zero.")
    var oppositionPenalty = 20.0

    @Option(name: .shortAndLong, help: "The rule file to write; without it only what was measured is printed.")
    var output: String?

    @Flag(help: "Print the likeliest pairs that nobody has marked, by models that had not seen their sets.")
    var alarms = false

    func run() throws {
        let checker = try Checker()
        let sets = try folders.flatMap(MarkedSet.sets).map { try MarkedFigures($0, checker) }
        let trainer = CounterpartTrainer(sets, penalties: (likenessPenalty, oppositionPenalty))
        print(trainer.summary)
        print("alarms and discrepancies found in sets held out in turn, from the likeliest pair on:")
        let scored = trainer.scored()
        for point in CounterpartTrainer.curve(scored) { print("  \(point)") }
        if alarms { for alarm in trainer.likeliestAlarms(scored) { print(alarm) } }
        guard let output else { return }
        let text = CounterpartsFile.text(of: trainer.model(threshold: threshold))
        try Data(text.utf8).write(to: URL(filePath: output))
        print("written to \(output)")
    }
}
