import Documents
import FoundationEssentials
import StrictYAML

/// Finds the configuration of each document: the nearest one in its folder or above. Reads each file once.
struct ConfigurationFinder {
    private struct Found {
        var folder: AbsolutePath
        var configuration: Configuration
    }

    private let current = AbsolutePath.current
    private var byFolder: [AbsolutePath: Found?] = [:]
    /// What is wrong with the configurations, in the order in which they were found.
    private(set) var problems: [String] = []
    /// Entries that name a file which is not there.
    private(set) var notes: [Coverage.Note] = []

    /// The configurations found so far, as messages name them.
    private(set) var paths: [String] = []
    /// What all configurations found so far set for a run as a whole.
    private(set) var settings = RunSettings()

    /// Looks for the configuration of a document, or of a text in the current folder (`-`).
    mutating func find(for path: String) {
        let folder = path == "-" ? current : AbsolutePath(path, from: current).parent
        if let folder { _ = find(folder, isAbsolute: path.hasPrefix("/")) }
    }

    mutating func add(_ notes: [Coverage.Note]) { self.notes += notes }

    /// What the configuration says of a document.
    /// - Parameter path: as the user gave it; `-` stands for a text in the current folder that has no name.
    mutating func metadata(of path: String) -> Metadata {
        let file = AbsolutePath(path, from: current)
        guard path != "-", let folder = file.parent, let found = find(folder, isAbsolute: path.hasPrefix("/")),
            let below = file.parts(below: found.folder)
        else { return Metadata() }
        return found.configuration.metadata(of: below)
    }

    /// The configuration that holds for a document, or for the documents of a folder; nil where none does.
    mutating func configuration(at path: String) -> Configuration? {
        let place = AbsolutePath(path, from: current)
        let folder = place.isFolder ? place : place.parent
        return folder.flatMap { find($0, isAbsolute: path.hasPrefix("/")) }?.configuration
    }

    /// Why a document that stands in a folder is left out; nil where it is read. The configuration of the folder is asked
    /// first, then those of the folders between the two.
    /// - Parameter root: one above the document.
    mutating func reason(against path: String, in root: AbsolutePath) -> String? {
        let file = AbsolutePath(path, from: current)
        var asked: Set<AbsolutePath> = []
        for count in root.parts.count..<max(root.parts.count + 1, file.parts.count) {
            let folder = AbsolutePath(Array(file.parts.prefix(count)))
            guard let found = find(folder, isAbsolute: path.hasPrefix("/")), asked.insert(found.folder).inserted,
                let below = file.parts(below: found.folder)
            else { continue }
            if let reason = found.configuration.selection.reason(against: below) { return reason }
        }
        return nil
    }

    /// Why a document is left out for its language; nil where it is read.
    mutating func reason(against document: Document) -> String? {
        configuration(at: document.path == "-" ? "." : document.path)?.languages
            .reason(against: document.metadata.language)
    }

    /// The folder of the configuration that holds for a document; nil where none does.
    mutating func folder(of path: String) -> AbsolutePath? {
        let folder = path == "-" ? current : AbsolutePath(path, from: current).parent
        return folder.flatMap { find($0, isAbsolute: path.hasPrefix("/"))?.folder }
    }

    private mutating func find(_ folder: AbsolutePath, isAbsolute: Bool) -> Found? {
        if let known = byFolder[folder] { return known }
        let found =
            read(folder, isAbsolute: isAbsolute) ?? folder.parent.flatMap { find($0, isAbsolute: isAbsolute) }
        byFolder[folder] = .some(found)
        return found
    }

    /// The configuration that lies in a folder itself. One with problems counts as empty: the run fails in the end.
    private mutating func read(_ folder: AbsolutePath, isAbsolute: Bool) -> Found? {
        for name in Configuration.fileNames {
            let file = AbsolutePath(name, from: folder)
            guard FileManager.default.fileExists(atPath: file.text) else { continue }
            let shown = isAbsolute ? file.text : file.text(from: current)
            var found = Found(folder: folder, configuration: Configuration(path: shown))
            do {
                let text = try String(contentsOfFile: file.text, encoding: .utf8)
                found.configuration = try Configuration(text, path: shown)
                noteMissingFiles(found)
                paths.append(shown)
                settings.add(found.configuration)
            } catch let error as YAMLProblems {
                problems += error.problems.map(\.description)
            } catch {
                problems.append("\(shown): cannot be read as UTF-8 text; check its permissions and encoding")
            }
            return found
        }
        return nil
    }

    private mutating func noteMissingFiles(_ found: Found) {
        for source in found.configuration.sources where source.pattern.isLiteral {
            let file = AbsolutePath(source.pattern.text, from: found.folder)
            guard !FileManager.default.fileExists(atPath: file.text), let folder = file.parent else { continue }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.text)) ?? []
            let similar = Suggestion.nearest(to: file.parts.last ?? "", among: names.sorted())
            notes.append(
                Coverage.Note(
                    path: found.configuration.path, line: source.line,
                    message: "no such file '\(source.pattern.text)'"
                        + (similar.map { "; did you mean '\($0)'?" } ?? "; correct or remove the entry")))
        }
    }
}
