public import Foundation

/// A folder with files of a test's own, gone when the test is done.
public struct Workspace: ~Copyable {
    public let folder: URL

    /// - Parameter files: contents by path; folders are made as needed.
    public init(_ files: KeyValuePairs<String, String> = [:]) throws {
        // The real path, so that the program's idea of its current folder is the same.
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "crosscheck-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, content) in files { try write(Array(content.utf8), to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    public func path(_ name: String) -> String { folder.path + "/" + name }

    public func write(_ bytes: [UInt8], to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    public func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
    }

    public func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self.path(path), withDestinationPath: target)
    }

    /// Nil where there is no such file.
    public func read(_ path: String) -> String? { try? String(contentsOfFile: self.path(path), encoding: .utf8) }

    /// The names in the folder.
    public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }
}
