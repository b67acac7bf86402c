import ArgumentParser
import Crosscheck
import Glibc

/// When to colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// By the option, else by `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `FORCE_COLOR`, else whether a terminal reads.
    /// - Parameter environment: the value of a variable.
    func isColored(isTerminal: Bool, environment: (String) -> String?) -> Bool {
        func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
        func isOn(_ name: String) -> Bool { isSet(name) && environment(name) != "0" }
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if isSet("NO_COLOR") { return false }
            if isOn("CLICOLOR_FORCE") || isOn("FORCE_COLOR") { return true }
            return isTerminal && environment("TERM") != "dumb"
        }
    }
}

/// What all commands that write a report have in common.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write the report to this file, once it is complete.", valueName: "file"))
    var output: String?

    @Option(help: "Colour the text format.")
    var color = ColorChoice.auto

    /// Renders what a run found to where it should go.
    func write<Content>(_ content: Content, with reporter: (TextLayout) -> any Reporter<Content>) throws {
        try write { output in try reporter(layout).write(content, to: &output) }
    }

    /// Opens the output, and completes it when the body is done.
    func write(_ body: (inout Output) throws -> Void) throws {
        var output = try Output(path: output)
        try body(&output)
        try output.finish()
    }

    private var layout: TextLayout {
        func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        let isTerminal = output == nil && isatty(STDOUT_FILENO) == 1
        let width = (isTerminal ? Self.terminalWidth : nil) ?? environment("COLUMNS").flatMap(Int.init)
        return TextLayout(
            width: width.flatMap { $0 > 0 ? $0 : nil } ?? 100,
            isColored: color.isColored(isTerminal: isTerminal, environment: environment))
    }

    private static var terminalWidth: Int? {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}
