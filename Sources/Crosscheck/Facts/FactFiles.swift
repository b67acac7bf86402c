import Documents
import Extraction
import FoundationEssentials
import Reconciliation
import Reporting
import StrictYAML

/// A file of facts that a configuration names.
struct FactFile: Hashable, Sendable {
    /// As messages and reports name it.
    var path: String
    /// `file:line:column` of the entry that names it.
    var place: String

    init(_ entry: Configuration.FactEntry, of configuration: Configuration) {
        let folder = AbsolutePath(configuration.path, from: .current).parent ?? .current
        let file = AbsolutePath(entry.file, from: folder)
        let isAbsolute = entry.file.hasPrefix("/") || configuration.path.hasPrefix("/")
        path = isAbsolute ? file.text : file.text(from: .current)
        place = entry.place
    }
}

/// What the files of facts of a run hold, and what is wrong with them.
struct FactFiles: Sendable {
    /// In the order of the files and of their lines.
    private(set) var facts: [ReferenceFact] = []
    /// The files as documents of a report.
    private(set) var documents: [ReportDocument] = []
    private(set) var notes: [Coverage.Note] = []
    private(set) var problems: [String] = []

    init() {}

    /// Reads all files, each once, whatever is wrong with some.
    init(_ files: [FactFile], rules: RuleSet) {
        guard !files.isEmpty else { return }
        let reader = FactReader(rules: rules)
        var known: Set<AbsolutePath> = []
        for file in files where known.insert(AbsolutePath(file.path, from: .current)).inserted {
            add(file, reader)
        }
        for index in facts.indices { facts[index].claim.id = "f\(index + 1)" }
    }

    private mutating func add(_ file: FactFile, _ reader: FactReader) {
        guard FileManager.default.fileExists(atPath: file.path) else {
            problems.append(Self.missing(file))
            return
        }
        do {
            let content = try reader.read(RuleFolder.text(of: file.path), file: file.path)
            facts += content.facts
            notes += content.notes
            documents.append(
                ReportDocument(
                    document: file.path, path: file.path, metadata: Metadata(), words: 0, claims: content.facts.count))
        } catch let error as YAMLProblems {
            problems += error.problems.map(\.description)
        } catch let error as RunFailure {
            problems += error.problems
        } catch {
            problems.append("\(file.path): \(error)")
        }
    }

    private static func missing(_ file: FactFile) -> String {
        let path = AbsolutePath(file.path, from: .current)
        let names = path.parent.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.text) } ?? []
        let near = Suggestion.nearest(to: path.parts.last ?? "", among: names.sorted())
        return "\(file.place): there is no file of facts '\(file.path)'; "
            + (near.map { "did you mean '\($0)'?" } ?? "correct or remove the entry")
    }
}
