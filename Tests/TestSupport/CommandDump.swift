import Foundation

/// What the built program tells of its commands and options.
public struct CommandDump: Decodable, Sendable {
    public struct Argument: Decodable, Sendable {
        public struct Name: Decodable, Sendable {
            public var kind: String
            public var name: String
        }

        public var kind: String
        public var names: [Name]?
        public var abstract: String?
        public var shouldDisplay: Bool

        /// As they are given: `--quiet`, `-q`.
        public var options: [String] { (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name } }
    }

    public struct Command: Decodable, Sendable {
        public var commandName: String
        public var abstract: String?
        public var arguments: [Argument]?
        public var subcommands: [Command]?
    }

    private var command: Command

    /// The program and all its commands by their full names, as in `crosscheck baseline write`.
    public static func commands() throws -> [(name: String, command: Command)] {
        let run = try BuiltProgram.run(["--experimental-dump-help"])
        func all(_ command: Command, in parent: String?) -> [(name: String, command: Command)] {
            let name = [parent, command.commandName].compactMap { $0 }.joined(separator: " ")
            // The argument parser adds a command that shows the help of the others.
            let children = (command.subcommands ?? []).filter { $0.commandName != "help" }
            return [(name, command)] + children.flatMap { all($0, in: name) }
        }
        return all(try JSONDecoder().decode(CommandDump.self, from: Data(run.output)).command, in: nil)
    }
}
