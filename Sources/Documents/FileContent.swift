/// What the reader made of a file: its documents, and what of it is none.
public struct FileContent: Sendable {
    public var documents: [Document] = []
    /// The file itself, or items in it, that are no documents of the run.
    public var skipped: [SkippedItem] = []

    public init(documents: [Document] = [], skipped: [SkippedItem] = []) {
        self.documents = documents
        self.skipped = skipped
    }
}

/// A file, or an item in it, that is read and is no document.
public struct SkippedItem: Hashable, Sendable {
    public enum Reason: Error, Hashable, Sendable {
        /// XML with a root element that no format has that is read.
        case unknownXML(root: String)
        case noNewsItem
        case largeJSON
        case noJSON(at: SourceMap.Position)
        /// A news item of a kind that holds no text of its own, or none that is read.
        case noText
        /// The one who published the item holds it back.
        case withheld
        case cancelled
    }

    public var path: String
    /// The line of the file on which the item begins, where the file can hold more than one.
    public var line: Int?
    public var reason: Reason
    /// Which item it would be; nil where it is none.
    public var edition: Edition?

    public init(path: String, line: Int? = nil, reason: Reason, edition: Edition? = nil) {
        self.path = path
        self.line = line
        self.reason = reason
        self.edition = edition
    }

    /// The path, with the line after it where there is one.
    public var place: String { line.map { "\(path):\($0)" } ?? path }
}

extension SkippedItem.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownXML(let root): "XML of another kind, with the root element '\(root)'"
        case .noNewsItem: "JSON, but no news item"
        case .largeJSON: "JSON of more than \(NinjsReader.largest >> 20) MB"
        case .noJSON(let place): "no JSON from line \(place.line), column \(place.column) on"
        case .noText: "a news item without text"
        case .withheld: "withheld by its publisher"
        case .cancelled: "cancelled by its publisher"
        }
    }
}

/// Which item of the news a document is, and which version of it.
///
/// Of two with one identifier the later one counts, in whatever files they stand.
public struct Edition: Hashable, Sendable {
    /// The identifier that all versions of the item share.
    public var item: String
    /// The number of the version; nil where the item counts none.
    public var version: Int?
    /// When the version was made, in seconds since 1970-01-01T00:00:00Z.
    public var made: Int?

    public init(item: String, version: Int? = nil, made: Int? = nil) {
        self.item = item
        self.version = version
        self.made = made
    }

    /// Whether this version replaces another of the same item; nil where neither number nor time can tell.
    public func replaces(_ other: Edition) -> Bool? {
        if let version, let before = other.version, version != before { return version > before }
        if let made, let before = other.made { return made > before }
        return version != nil && version == other.version ? false : nil
    }
}
