/// What a file is read as.
public enum DocumentFormat: String, Sendable, CaseIterable {
    case plainText = "text"
    case markdown
    case html

    /// The file name extensions, in lower case, by which a folder's documents are known.
    public var extensions: [String] {
        switch self {
        case .plainText: ["txt", "text"]
        case .markdown: ["md", "markdown"]
        case .html: ["html", "htm", "xhtml"]
        }
    }

    /// The format that a file's name tells; nil where it tells none.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let suffix = name[name.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.extensions.contains(suffix) }) else { return nil }
        self = format
    }

    /// The format that a text's first bytes tell: HTML where they are a document type, a comment or a tag that opens a
    /// page; Markdown where front matter opens it; else plain text.
    init(sniffing text: [UInt8]) {
        let start = text.firstIndex { !$0.isWhitespace } ?? text.count
        let opensPage =
            text.hasASCII("<!--", at: start) || text.hasLowercasedASCII("<!doctype", at: start)
            || text.hasLowercasedASCII("<?xml", at: start) || Self.isTag(text, at: start)
        if opensPage {
            self = .html
        } else if text.hasASCII("---\n", at: 0) || text.hasASCII("---\r\n", at: 0) {
            self = .markdown
        } else {
            self = .plainText
        }
    }

    /// `<`, a letter, then letters, digits or hyphens up to white space, `/` or `>`.
    private static func isTag(_ text: [UInt8], at start: Int) -> Bool {
        guard text.hasASCII("<", at: start), start + 1 < text.count, text[start + 1].isLetter else { return false }
        let end = text[(start + 1)...].firstIndex { !$0.isAlphanumeric && $0 != UInt8(ascii: "-") } ?? text.count
        return end < text.count && (text[end].isWhitespace || text[end] == 0x2F || text[end] == 0x3E)
    }
}
