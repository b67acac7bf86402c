import ArgumentParser

/// Builds the language files of Crosscheck from openly licensed sources.
@main
struct CrosscheckTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crosscheck-train",
        abstract: "Builds the language files that crosscheck runs with.",
        subcommands: [LexiconCommand.self, TrainCommand.self, ParseCommand.self, CounterpartsCommand.self])
}
