/// What an XML file is, by the name of its root element.
enum XMLDialect: Hashable {
    case rss
    case atom
    case xhtml

    /// Nil for anything else.
    init?(root: XMLName) {
        switch (root.namespace, root.local) {
        case (_, "rss"): self = .rss
        case (Namespace.atom, "feed"), (Namespace.atom, "entry"): self = .atom
        case ("", "html"), (Namespace.xhtml, "html"): self = .xhtml
        default: return nil
        }
    }
}

/// The namespaces of the XML formats that are read.
enum Namespace {
    static let atom = "http://www.w3.org/2005/Atom"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let rssContent = "http://purl.org/rss/1.0/modules/content/"
    static let tombstones = "http://purl.org/atompub/tombstones/1.0"
    static let xhtml = "http://www.w3.org/1999/xhtml"
}
