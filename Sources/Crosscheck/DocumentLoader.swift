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
    private var passedOver: [Coverage.Skipped]
    private var editions = EditionRegister()
    /// What standard input holds; it cannot be read twice.
    private var standardInput: Result<FileContent, DocumentError>?
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
        passedOver = found.skipped.map { Coverage.Skipped(path: $0.path, reason: $0.reason.description) } + left
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
        passedOver = []
    }

    /// The files and items that are no documents of the run, by their paths.
    var skipped: [Coverage.Skipped] {
        passedOver.sorted {
            $0.path == $1.path
                ? $0.reason.utf8.lexicographicallyPrecedes($1.reason.utf8)
                : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
    }

    /// Remarks on configurations and documents, in the order of the documents.
    var notes: [Coverage.Note] { configurations.notes + readingNotes }

    /// The configurations that were found, in the order of the documents.
    var configurationPaths: [String] { configurations.paths }

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

    /// The tolerances that the settings ask for.
    /// - Throws: `RunFailure` where one is none, or settings contradict each other.
    mutating func tolerances(_ settings: RunSettings, rules: RuleSet) throws(RunFailure) -> Tolerances {
        let (table, notes) = try settings.toleranceTable(rules: rules)
        configurations.add(notes)
        return table
    }

    /// The facts that the settings name; what is wrong with them is noted, and the run goes on.
    mutating func facts(_ settings: RunSettings, rules: RuleSet) -> FactFiles {
        let facts = FactFiles(settings.facts, rules: rules)
        configurations.add(facts.notes)
        problems += facts.problems
        return facts
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
    mutating func forEach<Failure>(
        _ observer: (any RunObserver)?, _ body: (Document) throws(Failure) -> Void
    ) throws(Failure) {
        registerEditions()
        for (done, path) in files.enumerated() {
            observer?.note(.files(done: done, of: files.count))
            let content: FileContent
            do throws(DocumentError) {
                content = try self.content(of: path)
            } catch {
                errors.append(error)
                continue
            }
            passedOver += content.skipped.map { Coverage.Skipped(path: $0.place, reason: $0.reason.description) }
            for (index, document) in content.documents.enumerated() {
                if let reason = editions.reasonAgainst(document, at: index) ?? configurations.reason(against: document)
                {
                    passedOver.append(Coverage.Skipped(path: document.place, reason: reason))
                } else {
                    try body(identified(document))
                }
            }
        }
    }

    /// All that could not be found or read so far; nil where there is nothing.
    var failure: RunFailure? {
        let problems = errors.map(\.description) + configurations.problems + problems
        return problems.isEmpty ? nil : RunFailure(problems)
    }

    /// Looks through the files that can hold news items for the latest version of each. What cannot be read is told when
    /// the documents are.
    private mutating func registerEditions() {
        for path in files where DocumentFormat(path: path)?.holdsEditions ?? true {
            do throws(DocumentError) {
                let content = try content(of: path)
                editions.register(content)
                if path == "-" { standardInput = .success(content) }
            } catch {
                if path == "-" { standardInput = .failure(error) }
            }
        }
    }

    private mutating func content(of path: String) throws(DocumentError) -> FileContent {
        if path == "-", let standardInput { return try standardInput.get() }
        return try reader.read(path: path, override: configurations.metadata(of: path))
    }

    /// The document, under its place where its own id belongs to another document of the run.
    private mutating func identified(_ document: Document) -> Document {
        var document = document
        for note in document.notes {
            readingNotes.append(Coverage.Note(path: document.path, line: note.line, message: note.message))
        }
        if let owner = owners[document.id] {
            readingNotes.append(.sharedID(document.id, of: document.path, owner: owner))
            document.id = owners[document.path] == nil ? document.path : "\(document.place)#\(owners.count + 1)"
        }
        owners[document.id] = document.path
        return document
    }
}
