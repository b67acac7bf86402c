/// The files that a run is to read, what it leaves aside, and what it could not get at.
public struct FoundFiles: Hashable, Sendable {
    /// Sorted by the bytes of their paths, `-` for standard input.
    public var files: [String] = []
    /// Those of the files that a path names itself; the others stand in folders.
    public var named: Set<String> = []
    public var skipped: [SkippedFile] = []
    /// All errors of the run; where there are any, the job cannot be done in full.
    public var errors: [DocumentError] = []

    public init() {}
}

/// A file of a folder that is not read.
public struct SkippedFile: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Its extension is none of a document's.
        case noDocument
        /// It is the same file as another one, by a link.
        case sameFile(as: String)
        /// A pipe, a socket or a device.
        case noFile
        /// Its name begins with `~$`, as that of the file with which Word marks a document as open.
        case lockFile
    }

    public var path: String
    public var reason: Reason
}

extension SkippedFile.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noDocument: "no document by its extension"
        case .sameFile(let path): "the same file as \(path)"
        case .noFile: "no regular file"
        case .lockFile: "a word processor's mark for an open document"
        }
    }
}

/// Finds the documents that paths name: files, folders, and `-` for standard input.
///
/// A folder is walked to its end, but for hidden files and folders; its documents are known by their extensions. A file
/// that is named itself is read whatever its extension. What is found does not depend on the order of the paths, the
/// locale or the file system.
public struct DocumentFinder {
    /// Files of a folder that steer a run and are neither documents nor skipped ones.
    public static let configurationNames: Set<String> = [
        "crosscheck.yaml", "crosscheck.yml", "crosscheck-baseline.json", "baseline.json",
    ]

    private var found = FoundFiles()
    /// Documents of the folders, by extension.
    private var candidates: [String] = []
    private var named: Set<String> = []
    /// The path by which each folder was walked, by the path that holds no link.
    private var walked: [String: String] = [:]

    /// Never throws: what fails is among the errors, so that one run tells all of them.
    public static func find(_ paths: [String]) -> FoundFiles {
        var finder = DocumentFinder()
        let normal = Set(paths.map { $0 == "-" || $0.isEmpty ? $0 : normalized($0) })
        for path in normal.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { finder.add(path) }
        return finder.finish()
    }

    /// A path without `.`, empty parts and trailing slashes; `..` stays, since a link may stand before it.
    public static func normalized(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        let joined = parts.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    private mutating func add(_ path: String) {
        if path == "-" {
            named.insert(path)
            return
        }
        do throws(DocumentError) {
            if path.isEmpty { throw .missing(path: "''") }
            switch try FileAccess.kind(of: path) {
            case .file, .stream: named.insert(path)
            case .folder: try walk(folder: path)
            }
        } catch {
            found.errors.append(error)
        }
    }

    /// Walks a folder in the order of its names' bytes, each real folder once.
    private mutating func walk(folder root: String) throws(DocumentError) {
        let realRoot = try FileAccess.realPath(root)
        guard walked.updateValue(root, forKey: realRoot) == nil else { return }
        var open: [(folder: String, ancestors: [String])] = [(root, [realRoot])]
        let before = (candidates.count, found.errors.count)
        while let (folder, ancestors) = open.popLast() {
            do throws(DocumentError) {
                let names = try FileAccess.names(in: folder).filter { !$0.hasPrefix(".") }
                for name in names.sorted(by: { $1.utf8.lexicographicallyPrecedes($0.utf8) }) {
                    let path = folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
                    guard let inner = note(path, name: name) else { continue }
                    let holdsRoot = inner == "/" || realRoot.hasPrefix(inner + "/")
                    if holdsRoot || ancestors.contains(inner) {
                        found.errors.append(.linkLoop(path: path))
                    } else if let first = walked[inner] {
                        found.skipped.append(SkippedFile(path: path, reason: .sameFile(as: first)))
                    } else {
                        open.append((path, ancestors + [inner]))
                        walked[inner] = path
                    }
                }
            } catch {
                found.errors.append(error)
            }
        }
        if before == (candidates.count, found.errors.count) { throw .noDocuments(folder: root) }
    }

    /// Notes what a folder holds at a path; the real path where it is a folder itself.
    private mutating func note(_ path: String, name: String) -> String? {
        do throws(DocumentError) {
            switch try FileAccess.kind(of: path) {
            case .folder: return try FileAccess.realPath(path)
            case .stream: found.skipped.append(SkippedFile(path: path, reason: .noFile))
            case .file:
                if Self.configurationNames.contains(name) { return nil }
                if name.hasPrefix("~$") {
                    found.skipped.append(SkippedFile(path: path, reason: .lockFile))
                } else if DocumentFormat(path: path) != nil {
                    candidates.append(path)
                } else {
                    found.skipped.append(SkippedFile(path: path, reason: .noDocument))
                }
            }
        } catch {
            found.errors.append(error)
        }
        return nil
    }

    private mutating func finish() -> FoundFiles {
        let paths = named.union(candidates).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var seen: [String: String] = [:]
        for path in paths {
            // A stream has no other name worth looking for, and a file that went away is told when it is read.
            let real = path == "-" ? path : (try? FileAccess.realPath(path)) ?? path
            if let first = seen.updateValue(path, forKey: real) {
                seen[real] = first
                if !named.contains(path) {
                    found.skipped.append(SkippedFile(path: path, reason: .sameFile(as: first)))
                }
            } else {
                found.files.append(path)
            }
        }
        let read = Set(found.files)
        found.named = named.intersection(read)
        found.skipped = Set(found.skipped).filter { !read.contains($0.path) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        found.errors = Set(found.errors).sorted {
            $0.description.utf8.lexicographicallyPrecedes($1.description.utf8)
        }
        return found
    }
}
