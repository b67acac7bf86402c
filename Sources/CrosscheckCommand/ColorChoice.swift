import ArgumentParser

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
