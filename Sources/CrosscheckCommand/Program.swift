import ArgumentParser
import Crosscheck
import Glibc

/// The program `crosscheck`.
@main
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crosscheck",
        abstract: "Finds where documents contradict each other and themselves.",
        discussion: """
            Reads documents, finds the figures and facts they state, and shows where two of them cannot both be right: \
            both quotes, both places, no verdict. It works offline.

            Exit status: 0 nothing found, 1 findings, 2 the job could not be done (wrong usage, unreadable input, a \
            fault in a configuration or in a rule). It is the same in every format. The report goes to standard output, \
            all other messages go to standard error.
            """,
        version: Version.generator,
        subcommands: [
            Check.self, Claims.self, Subjects.self, Reconcile.self, ReportCommand.self, Why.self, Inspect.self,
            Rules.self, Explain.self,
            BaselineCommand.self, Config.self, Init.self,
        ])

    static func main() async {
        // A reader that has seen enough closes the pipe: the output tells that, no signal need end the program.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        switch error {
        case let status as ExitCode: exit(withError: status)
        case let failure as RunFailure: Diagnostics.tell(failure.description)
        case let failure as OutputFailure: Diagnostics.tell(failure.description)
        default:
            // Help and version were asked for; all else is wrong usage.
            if exitCode(for: error) == .success { exit(withError: error) }
            Diagnostics.tell(fullMessage(for: error))
        }
        exit(withError: ExitCode.failed)
    }
}

extension ExitCode {
    static let findings = ExitCode(1)
    /// The job could not be done.
    static let failed = ExitCode(2)

    /// Ends the program with this status, where it is not success.
    func raise() throws {
        if !isSuccess { throw self }
    }
}
