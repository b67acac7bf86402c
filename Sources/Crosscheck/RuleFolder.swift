import Extraction
import FoundationEssentials
import StrictYAML

/// Where the rules are, and how they get from there into memory.
enum RuleFolder {
    /// The rules of a folder's YAML files, or of the folder that belongs to the running program, and those of further
    /// folders.
    /// - Throws: `RunFailure` with every problem of every file.
    static func load(_ folder: String?, adding added: [AddedRules] = []) throws(RunFailure) -> RuleSet {
        var reader = RuleReader()
        var problems: [String] = []
        var known: Set<AbsolutePath> = []
        for rules in [AddedRules(path: try path(folder))] + added
        where known.insert(AbsolutePath(rules.path, from: .current)).inserted {
            do throws(RunFailure) {
                try add(rules, to: &reader)
            } catch {
                problems += error.problems
            }
        }
        do {
            let set = try reader.finish()
            if problems.isEmpty { return set }
        } catch {
            problems += error.problems.map(\.description)
        }
        throw RunFailure(problems)
    }

    private static func add(_ rules: AddedRules, to reader: inout RuleReader) throws(RunFailure) {
        guard AbsolutePath(rules.path, from: .current).isFolder else { throw RunFailure([rules.missing]) }
        for name in try fileNames(in: rules.path) {
            let path = rules.path + "/" + name
            reader.add(try text(of: path), file: shown(path))
        }
    }

    /// A file below the current folder by its way from there.
    private static func shown(_ path: String) -> String {
        let current = AbsolutePath.current
        let file = AbsolutePath(path, from: current)
        return path.hasPrefix("/") && file.parts(below: current) != nil ? file.text(from: current) : path
    }

    /// - Parameter folder: nil for that of the running program.
    static func path(_ folder: String?) throws(RunFailure) -> String {
        if let folder { return folder }
        return try find(executable: executablePath)
    }

    static func text(of path: String) throws(RunFailure) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw RunFailure([
                "\(path): cannot be read as UTF-8 text; check that it is there, its permissions and encoding"
            ])
        }
        return text
    }

    private static func fileNames(in folder: String) throws(RunFailure) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let rules = names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted()
        if rules.isEmpty { throw RunFailure(["\(folder): holds no rule files (.yml, .yaml)"]) }
        return rules
    }

    /// The rules that are installed with the program: `../share/crosscheck/rules` from its folder; for a program that was
    /// built and not installed, `rules` in the package that it lies in.
    static func find(executable: String) throws(RunFailure) -> String {
        let program = AbsolutePath(executable, from: .current)
        guard let folder = program.parent else { throw notFound(near: program, installed: program) }
        let installed = AbsolutePath("../share/crosscheck/rules", from: folder)
        if installed.isFolder { return installed.text }
        var above: AbsolutePath? = folder
        while let package = above {
            let rules = AbsolutePath("rules", from: package)
            let manifest = AbsolutePath("Package.swift", from: package)
            if rules.isFolder, FileManager.default.fileExists(atPath: manifest.text) { return rules.text }
            above = package.parent
        }
        throw notFound(near: folder, installed: installed)
    }

    private static func notFound(near folder: AbsolutePath, installed: AbsolutePath) -> RunFailure {
        RunFailure([
            "the rules were not found: neither in \(installed.text) nor, as 'rules' beside a Package.swift, in "
                + "\(folder.text) or a folder above it; install the program with 'make install'"
        ])
    }

    /// The file of the running program, links resolved; as it was called where the system does not tell.
    private static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments.first ?? "crosscheck"
    }
}

/// A folder of rules that a user adds to those of the program.
struct AddedRules: Hashable, Sendable {
    /// As messages name it.
    var path: String
    /// `file:line:column` of the configuration that names it; nil where an option does.
    var place: String?

    var missing: String {
        (place.map { $0 + ": " } ?? "") + "there is no folder '\(path)' with rules; check the spelling"
    }
}
