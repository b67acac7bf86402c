public import StrictYAML

/// Why a document could not be found or read. The message names the file, the place in it, and what to do.
public enum DocumentError: Error, Hashable, Sendable {
    case missing(path: String)
    /// - Parameter reason: the operating system's words.
    case unreadable(path: String, reason: String)
    case noDocuments(folder: String)
    /// A folder that leads back to itself through a symbolic link.
    case linkLoop(path: String)
    case nameNotText(folder: String)
    /// - Parameter offset: byte of the file, from 0.
    case binary(path: String, offset: Int)
    /// - Parameter offset: byte of the file, from 0.
    case undecodable(path: String, encoding: String, offset: Int)
    case unknownEncoding(path: String, encoding: String)
    case tooLarge(path: String)
    /// More of something than is read, against files that are made to use up memory or time.
    case overLimit(path: String, reason: String)
    /// A file that breaks the rules of its format.
    /// - Parameters:
    ///   - place: nil for an archive.
    ///   - reason: what is wrong at the place.
    case malformed(path: String, place: SourceMap.Position?, format: String, reason: String)
    /// Front matter that is no YAML; each problem with its place in the file.
    case frontMatter(problems: [YAMLProblem])
}

extension DocumentError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): no such file or folder; check the spelling"
        case .unreadable(let path, let reason):
            "\(path): cannot be read (\(reason)); check the permissions or leave it out"
        case .noDocuments(let folder):
            "\(folder): the folder holds no documents "
                + "(\(DocumentFormat.allCases.flatMap(\.extensions).map { "." + $0 }.joined(separator: ", "))); "
                + "name another folder, or the files themselves"
        case .linkLoop(let path):
            "\(path): the symbolic link leads back to a folder it lies in; remove the link or name the files themselves"
        case .nameNotText(let folder):
            "\(folder): the folder holds a file whose name is not UTF-8; rename it"
        case .binary(let path, let offset):
            "\(path): not a text (binary data at byte \(offset)); name files of a format that is read"
        case .undecodable(let path, let encoding, let offset):
            "\(path): byte \(offset) is not valid \(encoding); save the file as UTF-8"
        case .unknownEncoding(let path, let encoding):
            "\(path): the encoding '\(encoding)' is not known; save the file as UTF-8"
        case .tooLarge(let path):
            "\(path): 2 GB or more; split the file"
        case .overLimit(let path, let reason):
            "\(path): \(reason), which is more than is read; split the file or leave it out"
        case .malformed(let path, let place, let format, let reason):
            "\(path)\(place.map { ":\($0.line):\($0.column)" } ?? ""): no valid \(format) (\(reason)); repair the file or leave it out"
        case .frontMatter(let problems):
            problems.map(\.description).joined(separator: "\n")
        }
    }
}
