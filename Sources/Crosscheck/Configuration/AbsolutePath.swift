import FoundationEssentials
import Glibc

/// A path from the root, without `.` and `..`; what a link would change about `..` is left aside.
struct AbsolutePath: Hashable {
    var parts: [String]

    /// - Parameter folder: what a relative path starts from.
    init(_ path: String, from folder: AbsolutePath) {
        parts = path.hasPrefix("/") ? [] : folder.parts
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
    }

    init(_ parts: [String]) { self.parts = parts }

    /// The folder that the program runs in.
    static var current: AbsolutePath {
        let root = AbsolutePath([])
        guard let pointer = getcwd(nil, 0) else { return root }
        defer { free(pointer) }
        return AbsolutePath(String(cString: pointer), from: root)
    }

    /// The folder that holds it; nil for the root.
    var parent: AbsolutePath? { parts.isEmpty ? nil : AbsolutePath(parts.dropLast()) }

    /// The parts that lead to it from a folder above it; nil where it lies elsewhere.
    func parts(below folder: AbsolutePath) -> ArraySlice<String>? {
        parts.starts(with: folder.parts) ? parts.dropFirst(folder.parts.count) : nil
    }

    /// A folder is there.
    var isFolder: Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) && isFolder
    }

    var text: String { "/" + parts.joined(separator: "/") }

    /// The path as seen from a folder, as in `seeds/a.txt` or `../a.txt`.
    func text(from folder: AbsolutePath) -> String {
        let shared = zip(parts, folder.parts).prefix { $0 == $1 }.count
        let steps = [String](repeating: "..", count: folder.parts.count - shared) + parts.dropFirst(shared)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }
}
