/// One text from one source, with its metadata.
///
/// The text is never rewritten after reading. A page that carries several articles becomes several documents that share
/// one text; each has its own blocks and its own metadata.
public struct Document: Sendable {
    /// Names the document in reports and fingerprints: the front matter's `id` or a news item's own identifier, else the
    /// path, else the path with `#2`, `#3`, … for the second and later article of one file.
    public var id: String
    /// The path as the user gave it, `-` for standard input.
    public var path: String
    public var metadata: Metadata
    /// The extracted text as UTF-8. Every byte span of the stages after this one counts in it.
    public var text: [UInt8]
    /// The prose of the document and what was recognised as no prose, in text order, never overlapping.
    public var blocks: [Block]
    public var sourceMap: SourceMap
    /// What the reader could not take as it stood, for the coverage.
    public var notes: [ReadingNote]
    /// Which news item the document is; nil where its format has no versions.
    public var edition: Edition?
    /// The line on which the document begins in a file that can hold several.
    public var line: Int?
    /// What an editor tells of it in comments, in the order of the file.
    public var comments: [EditorComment]

    public init(
        id: String, path: String, metadata: Metadata, text: [UInt8], blocks: [Block], sourceMap: SourceMap,
        notes: [ReadingNote] = [], edition: Edition? = nil, line: Int? = nil, comments: [EditorComment] = []
    ) {
        self.id = id
        self.path = path
        self.metadata = metadata
        self.text = text
        self.blocks = blocks
        self.sourceMap = sourceMap
        self.notes = notes
        self.edition = edition
        self.line = line
        self.comments = comments
    }

    /// The text of a span, as it stands.
    public func string(_ span: ByteSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }
}

/// What is known of a document apart from its text; each field nil where nothing tells it.
public struct Metadata: Hashable, Sendable {
    public var title: String?
    public var publisher: String?
    /// The day, month or year of publication.
    public var published: DayInterval?
    /// A BCP 47 language tag, as in `en-GB`.
    public var language: String?
    /// The state the source gives the document, as in `corrected` or `withdrawn`.
    public var status: String?

    public init(
        title: String? = nil, publisher: String? = nil, published: DayInterval? = nil, language: String? = nil,
        status: String? = nil
    ) {
        self.title = title
        self.publisher = publisher
        self.published = published
        self.language = language
        self.status = status
    }

    /// The fields of this value, and those of `other` where this one has none.
    public func completed(by other: Metadata) -> Metadata {
        Metadata(
            title: title ?? other.title, publisher: publisher ?? other.publisher,
            published: published ?? other.published, language: language ?? other.language,
            status: status ?? other.status)
    }
}

/// A stretch of text that no sentence crosses.
public struct Block: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The document's own headline.
        case headline
        case heading
        case paragraph
        case listItem = "list-item"
        case tableCell = "table-cell"
        case caption
        /// Menu lines, bylines, share buttons, comment boxes: read, counted, and left aside.
        case boilerplate
    }

    public var kind: Kind
    public var span: ByteSpan

    public init(_ kind: Kind, _ span: ByteSpan) {
        self.kind = kind
        self.span = span
    }
}

/// Something the reader had to pass over or repair, with the place in the file where that is known.
public struct ReadingNote: Hashable, Sendable {
    public var message: String
    /// The line of the file, from 1.
    public var line: Int?

    public init(_ message: String, line: Int? = nil) {
        self.message = message
        self.line = line
    }
}
