public import Foundation

/// The program that was built with the tests.
public enum BuiltProgram {
    public struct Run: Sendable {
        public var status: Int32
        public var output: [UInt8]
        public var errors: String

        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// The package's folder.
    public static var package: URL {
        var folder = buildFolder
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }

    /// Runs `crosscheck` with these arguments.
    public static func run(
        _ arguments: [String], in folder: URL = package, input: String = "", environment: [String: String] = [:]
    ) throws -> Run {
        try run(buildFolder.appending(path: "crosscheck"), arguments, in: folder, input, environment)
    }

    /// Runs a command line in a shell that finds `crosscheck`.
    public static func shell(
        _ command: String, in folder: URL = package, environment: [String: String] = [:]
    ) throws -> Run {
        try run(URL(filePath: "/bin/sh"), ["-c", command], in: folder, "", environment)
    }

    /// Starts `crosscheck` with these arguments, to be talked to while it works.
    public static func start(_ arguments: [String], in folder: URL) throws -> Running {
        try Running(buildFolder.appending(path: "crosscheck"), arguments, in: folder)
    }

    /// A program at work. What it writes, on standard output and standard error, comes as one text.
    public final class Running {
        private let process = Process()
        private let pipe = Pipe()
        private var bytes = Data()

        fileprivate init(_ program: URL, _ arguments: [String], in folder: URL) throws {
            process.executableURL = program
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
        }

        deinit { if process.isRunning { process.terminate() } }

        /// Waits until it has written a text, or nothing more.
        /// - Returns: what came since the last call, up to the end of the text.
        public func read(upTo text: String) -> String {
            while bytes.range(of: Data(text.utf8)) == nil {
                let more = pipe.fileHandleForReading.availableData
                if more.isEmpty { break }
                bytes += more
            }
            let end = bytes.range(of: Data(text.utf8))?.upperBound ?? bytes.endIndex
            defer { bytes = Data(bytes[end...]) }
            return String(decoding: bytes[..<end], as: UTF8.self)
        }

        /// Presses Ctrl-C.
        /// - Returns: the exit status.
        public func interrupt() -> Int32 {
            process.interrupt()
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -1
        }
    }

    /// Where a program of this name would be run from; nil where the system has none.
    public static func find(_ name: String) -> URL? {
        ["/usr/bin", "/usr/local/bin", "/bin"].map { URL(filePath: $0 + "/" + name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// The test bundle is a program itself; the one to test lies beside it.
    private static var buildFolder: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// Input and output go through files, so that neither side waits for the other.
    private static func run(
        _ program: URL, _ arguments: [String], in folder: URL, _ input: String, _ environment: [String: String]
    ) throws -> Run {
        let workspace = try Workspace(["input": input, "output": "", "errors": ""])
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment =
            ["PATH": "\(buildFolder.path):/usr/local/bin:/usr/bin:/bin", "HOME": workspace.folder.path]
            .merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: workspace.path("input"))
        process.standardOutput = FileHandle(forWritingAtPath: workspace.path("output"))
        process.standardError = FileHandle(forWritingAtPath: workspace.path("errors"))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: Array(try Data(contentsOf: URL(filePath: workspace.path("output")))),
            errors: workspace.read("errors") ?? "")
    }
}
