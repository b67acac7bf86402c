import Documents
import Extraction
import Reconciliation
import Reporting

/// Reads the documents that paths name, one after the other, each with what the configuration says of it.
struct DocumentLoader {
    private let reader = DocumentReader()
    private let files: [String]
    /// Folders of which all documents are read.
    let wholeFolders: [AbsolutePath]
    private var configurations: ConfigurationFinder
    private var errors: [DocumentError]
    /// The path of the document that has each id.
    private var owners: [String: String] = [:]
    let skipped: [Coverage.Skipped]
    private var readingNotes: [Coverage.Note] = []
    /// What stood in the way before the first document was read.
    private var problems: [String] = []

    init(_ paths: [String]) {
        let found = DocumentFinder.find(paths)
        let folders = paths.filter { $0 != "-" }.map { AbsolutePath($0, from: .current) }.filter(\.isFolder)
        var configurations = ConfigurationFinder()
        var left: [Coverage.Skipped] = []
        files = found.files.filter { path in
            guard !found.named.contains(path), let root = Self.root(of: path, folders),
                let reason = configurations.reason(against: path, in: root)
            else { return true }
            left.append(Coverage.Skipped(path: path, reason: reason))
            return false
        }
        self.configurations = configurations
        wholeFolders = folders
        errors = found.errors
        skipped = (found.skipped.map { Coverage.Skipped(path: $0.path, reason: $0.reason.description) } + left)
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        if files.isEmpty, let first = left.first {
            problems.append("no document is left to read: \(first.path) is \(first.reason), and so are all others")
        }
    }

    /// The outermost of the folders that hold a file.
    private static func root(of path: String, _ folders: [AbsolutePath]) -> AbsolutePath? {
        let file = AbsolutePath(path, from: .current)
        return folders.filter { file.parts(below: $0) != nil }.min { $0.parts.count < $1.parts.count }
    }

    /// - Parameter files: read as documents, whatever their names.
    init(files: [String]) {
        self.files = files
        configurations = ConfigurationFinder()
        wholeFolders = []
        errors = []
        skipped = []
    }

    /// Remarks on configurations and documents, in the order of the documents.
    var notes: [Coverage.Note] { configurations.notes + readingNotes }

    /// What the configurations of all documents set for the run as a whole.
    mutating func settings() -> RunSettings {
        for path in files { configurations.find(for: path) }
        return configurations.settings
    }

    /// The severities that the settings ask for.
    /// - Parameter rules: those in force.
    /// - Throws: `RunFailure` where settings name rules that are none or contradict each other.
    mutating func severities(_ settings: RunSettings, rules: RuleSet) throws(RunFailure) -> SeverityPolicy {
        let (policy, notes) = try settings.severityPolicy(rules: rules)
        configurations.add(notes)
        return policy
    }

    /// Holds what ignores name against the rules in force.
    /// - Throws: `RunFailure` where they name rules that are none.
    mutating func checkIgnores(_ settings: RunSettings, rules: RuleSet) throws(RunFailure) {
        configurations.add(try settings.checkIgnores(rules: rules))
    }

    /// The folder of the configuration of a document, else its own.
    mutating func home(of path: String) -> AbsolutePath {
        configurations.folder(of: path) ?? AbsolutePath(path, from: .current).parent ?? .current
    }

    /// Notes what stood in the way; the run goes on.
    mutating func fail(_ failure: RunFailure) { problems += failure.problems }

    /// Hands over each document; goes on after one that cannot be read.
    mutating func forEach<Failure>(_ body: (Document) throws(Failure) -> Void) throws(Failure) {
        for path in files {
            for document in read(path) { try body(identified(document)) }
        }
    }

    /// All that could not be found or read so far; nil where there is nothing.
    var failure: RunFailure? {
        let problems = errors.map(\.description) + configurations.problems + problems
        return problems.isEmpty ? nil : RunFailure(problems)
    }

    private mutating func read(_ path: String) -> [Document] {
        let metadata = configurations.metadata(of: path)
        do throws(DocumentError) {
            return try reader.read(path: path, override: metadata)
        } catch {
            errors.append(error)
            return []
        }
    }

    /// The document, under its path where its own id belongs to another document of the run.
    private mutating func identified(_ document: Document) -> Document {
        var document = document
        for note in document.notes {
            readingNotes.append(Coverage.Note(path: document.path, line: note.line, message: note.message))
        }
        if let owner = owners[document.id] {
            readingNotes.append(.sharedID(document.id, of: document.path, owner: owner))
            document.id = document.path
        }
        owners[document.id] = document.path
        return document
    }
}
