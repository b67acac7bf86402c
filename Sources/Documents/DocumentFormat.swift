/// What a file is read as.
public enum DocumentFormat: String, Sendable, CaseIterable {
    case plainText = "text"
    case markdown
    case html
    /// RSS, Atom, NITF, NewsML-G2 or XHTML, as the root element says.
    case xml
    /// ninjs; any other JSON holds no documents.
    case json
    /// DOCX or ODT, as the archive's parts say.
    case wordProcessor = "word-processor"

    /// The file name extensions, in lower case, by which a folder's documents are known.
    public var extensions: [String] {
        switch self {
        case .plainText: ["txt", "text"]
        case .markdown: ["md", "markdown"]
        case .html: ["html", "htm", "xhtml"]
        case .xml: ["xml", "rss", "atom", "nitf", "newsml"]
        case .json: ["json", "ninjs"]
        case .wordProcessor: ["docx", "docm", "odt"]
        }
    }

    /// Whether files of the format hold news items, of which a later version replaces an earlier one.
    public var holdsEditions: Bool {
        switch self {
        case .plainText, .markdown, .html, .wordProcessor: false
        case .xml, .json: true
        }
    }

    private static let byExtension = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { format in format.extensions.map { ($0, format) } })

    /// The format that a file's name tells; nil where it tells none.
    public init?(path: String) {
        let slash = UInt8(ascii: "/")
        let name = path.utf8.split(separator: slash).last ?? path.utf8[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
            let format = Self.byExtension[String(Substring(name[name.index(after: dot)...])).lowercased()]
        else { return nil }
        self = format
    }

    /// The format that a text's first bytes tell: HTML or XML where they are a document type, a comment or a tag that
    /// opens a page, XML where the root element is one of a news format's; Markdown where front matter opens it; JSON
    /// where it holds news; else plain text.
    init(sniffing text: [UInt8]) {
        let start = text.firstIndex { !$0.isWhitespace } ?? text.count
        let opensPage =
            text.hasASCII("<!--", at: start) || text.hasLowercasedASCII("<!doctype", at: start)
            || text.hasLowercasedASCII("<?xml", at: start) || Self.isTag(text, at: start)
        if opensPage {
            self = Self.isNews(text) ? .xml : .html
        } else if text.hasASCII("---\n", at: 0) || text.hasASCII("---\r\n", at: 0) {
            self = .markdown
        } else if NinjsReader.isNews(text) {
            self = .json
        } else {
            self = .plainText
        }
    }

    private static func isNews(_ text: [UInt8]) -> Bool {
        guard let root = try? XMLTreeReader.root(of: SourceFile(text), path: "") else { return false }
        return XMLDialect(root: root.name).map { $0 != .xhtml } ?? false
    }

    /// `<`, a letter, then letters, digits or hyphens up to white space, `/` or `>`.
    private static func isTag(_ text: [UInt8], at start: Int) -> Bool {
        guard text.hasASCII("<", at: start), start + 1 < text.count, text[start + 1].isLetter else { return false }
        let end = text[(start + 1)...].firstIndex { !$0.isAlphanumeric && $0 != UInt8(ascii: "-") } ?? text.count
        return end < text.count && (text[end].isWhitespace || text[end] == 0x2F || text[end] == 0x3E)
    }
}
