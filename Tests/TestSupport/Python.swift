import Foundation

/// Python's modules as readers of reports that know nothing of the program: `Tests/Readers/read.py`.
public enum Python {
    /// Whether the system's Python has a module.
    public static func has(_ module: String) -> Bool {
        guard let run = try? BuiltProgram.shell("python3 -c 'import \(module)'") else { return false }
        return run.status == 0
    }

    /// What a reader finds in some files, as JSON.
    /// - Parameters:
    ///   - reader: one that the script knows.
    ///   - files: contents by name.
    public static func read(_ files: [(name: String, bytes: [UInt8])], with reader: String) throws -> BuiltProgram.Run {
        let workspace = try Workspace()
        for (name, bytes) in files { try workspace.write(bytes, to: name) }
        let script = BuiltProgram.package.appending(path: "Tests/Readers/read.py").path
        return try BuiltProgram.shell(
            "python3 '\(script)' \(reader) \(files.map { "'\($0.name)'" }.joined(separator: " "))",
            in: workspace.folder, environment: ["PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"])
    }
}
