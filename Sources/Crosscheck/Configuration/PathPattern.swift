import Glibc

/// A path below a folder in which `*` and `?` stand for any part of a name and `**` for any number of folders.
struct PathPattern: Hashable {
    let text: String
    private let parts: [String]

    init(_ text: String) {
        self.text = text
        parts = text.split(separator: "/").filter { $0 != "." }.map(String.init)
    }

    /// Names one path alone.
    var isLiteral: Bool { !text.contains { $0 == "*" || $0 == "?" } }

    /// - Parameter path: names from the pattern's folder down.
    func matches(_ path: ArraySlice<String>) -> Bool { Self.matches(parts[...], path) }

    private static func matches(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        let rest = pattern.dropFirst()
        if first == "**" {
            return path.indices.contains { matches(rest, path[$0...]) } || matches(rest, [])
        }
        guard let name = path.first, first == name || fnmatch(first, name, 0) == 0 else { return false }
        return matches(rest, path.dropFirst())
    }
}
