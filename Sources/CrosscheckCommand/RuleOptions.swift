import ArgumentParser

/// What all commands that read rules have in common.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp(
            "Add the rules of this folder to the built-in ones; may be given several times.", valueName: "folder"))
    var folders: [String] = []
}
