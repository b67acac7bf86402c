import Glibc

/// What a descriptor leads to.
enum Terminal {
    /// Whether somebody watches, on a terminal that understands escape sequences.
    static func isWatched(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && environment("TERM") != "dumb"
    }

    /// Its columns; nil where it is no terminal or does not tell.
    static func width(of descriptor: Int32) -> Int? {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
