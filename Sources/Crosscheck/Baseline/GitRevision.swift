import FoundationEssentials
import Glibc
public import Reporting
import Subprocess

/// The documents as they were where the work on them began: the merge base of a git revision and the checked-out commit.
///
/// What was found there is known; only what is found now and was not then counts as new.
public struct GitRevision: Sendable {
    /// As the user gave it: a branch, a tag, a commit.
    public let name: String
    private let root: AbsolutePath
    /// The commit's hash.
    private let base: String

    /// - Throws: `RunFailure` where the current folder is in no repository, or there is no such revision.
    public init(_ name: String) async throws(RunFailure) {
        self.name = name
        let advice = "--since \(name): "
        root = AbsolutePath(
            try await Self.git(
                ["rev-parse", "--show-toplevel"], advice + "the current folder is in no git repository"),
            from: .current)
        let commit = try await Self.git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"],
            advice + "there is no such revision here; fetch it first (a shallow clone lacks the history)")
        base = try await Self.git(
            ["merge-base", commit, "HEAD"],
            advice + "it has no commit in common with the one checked out; fetch the whole history")
    }

    /// A report with the status that each discrepancy has since then.
    /// - Parameters:
    ///   - paths: what was checked, as the user gave it.
    ///   - check: makes the report of the same paths in another folder.
    /// - Throws: `RunFailure` where the documents of then cannot be had or read.
    public func marked(
        _ report: Report, of paths: [String], check: ([String]) throws(RunFailure) -> Report
    ) async throws(RunFailure) -> Report {
        guard let folder = Self.temporaryFolder() else {
            throw RunFailure(["--since \(name): no temporary folder can be made; check TMPDIR"])
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await extract(to: folder)
        let tree = AbsolutePath(folder, from: .current)
        let before = paths.compactMap { path in
            AbsolutePath(path, from: .current).parts(below: root).map {
                AbsolutePath($0.joined(separator: "/"), from: tree).text
            }
        }.filter { FileManager.default.fileExists(atPath: $0) }
        let then = BaselineFile(name: name, folder: tree)
        let known = before.isEmpty ? Baseline() : Baseline(then.entries(of: try check(before)))
        let now = BaselineFile(name: name, folder: root)
        return now.marked(report, by: now.compare(report, with: known))
    }

    /// Writes all files of the commit, configurations, rules and facts among them.
    private func extract(to folder: String) async throws(RunFailure) {
        let archive = folder + "/.since.tar"
        let failure = "--since \(name): the files of that commit cannot be had"
        _ = try await Self.git(["-C", root.text, "archive", "--output", archive, base], failure)
        _ = try await Self.run("tar", ["-xf", archive, "-C", folder], failure)
        unlink(archive)
    }

    private static func temporaryFolder() -> String? {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/crosscheck-since-XXXXXX".utf8CString)
        return template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
    }

    private static func git(_ arguments: [String], _ failure: String) async throws(RunFailure) -> String {
        try await run("git", arguments, failure)
    }

    /// What a program printed, without the line's end.
    /// - Throws: `RunFailure` with `failure` and what the program said.
    private static func run(_ program: String, _ arguments: [String], _ failure: String) async throws(RunFailure)
        -> String
    {
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments), output: .string(limit: 1 << 16),
                error: .string(limit: 1 << 16))
            if result.terminationStatus.isSuccess {
                return result.standardOutput.split(separator: "\n").first.map(String.init) ?? ""
            }
            let said = result.standardError.split(separator: "\n").first.map { " (\($0))" } ?? ""
            throw RunFailure([failure + said])
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw RunFailure(["\(failure): \(program) cannot be run; install it"])
        }
    }
}
