import ArgumentParser
import Crosscheck

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the settings in force, or the schema of crosscheck.yaml.",
        subcommands: [ShowConfig.self, SchemaConfig.self], defaultSubcommand: ShowConfig.self)
}

struct ShowConfig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the settings in force, and where each value comes from.",
        discussion: """
            The settings are those for a document, or for the documents of a folder: the nearest crosscheck.yaml there or \
            above, the options, and the defaults. They are YAML, with the origin of each value as a comment.
            """)

    @Argument(help: "A document or a folder.")
    var path = "."

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let view = try ConfigurationView(for: path, rules: rules.folders)
        for note in view.notes {
            Diagnostics.tell((note.line.map { "\(note.path):\($0): " } ?? "\(note.path): ") + note.message)
        }
        var output = try Output(path: nil)
        try output.write(Array(view.text.utf8))
        try output.finish()
    }
}

struct SchemaConfig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of crosscheck.yaml, for editors.")

    @Option(help: ArgumentHelp("Write the schema to this file.", valueName: "file"))
    var output: String?

    func run() throws {
        var output = try Output(path: output)
        try output.write(Array(ConfigurationSchema.text.utf8))
        try output.finish()
    }
}
