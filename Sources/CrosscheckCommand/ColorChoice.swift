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

extension ColorChoice {
    /// How the text formats are laid out on standard output, or in a file.
    func layout(isFile: Bool) -> TextLayout {
        func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        let isTerminal = !isFile && isatty(STDOUT_FILENO) == 1
        let width = (isTerminal ? Self.terminalWidth : nil) ?? environment("COLUMNS").flatMap(Int.init)
        return TextLayout(
            width: width.flatMap { $0 > 0 ? $0 : nil } ?? 100,
            isColored: isColored(isTerminal: isTerminal, environment: environment))
    }

    private static var terminalWidth: Int? {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}
