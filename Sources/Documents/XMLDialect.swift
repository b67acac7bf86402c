/// What an XML file is, by the name of its root element.
enum XMLDialect: Hashable {
    case rss
    case atom
    case nitf
    case newsML
    case xhtml

    /// Nil for anything else.
    init?(root: XMLName) {
        switch (root.namespace, root.local) {
        case (_, "rss"): self = .rss
        case (Namespace.atom, "feed"), (Namespace.atom, "entry"): self = .atom
        case ("", "nitf"), (Namespace.nitf, "nitf"): self = .nitf
        case (Namespace.newsML, "newsItem"), (Namespace.newsML, "newsMessage"), (Namespace.newsML, "packageItem"),
            (Namespace.newsML, "conceptItem"), (Namespace.newsML, "knowledgeItem"), (Namespace.newsML, "planningItem"),
            (Namespace.newsML, "catalogItem"):
            self = .newsML
        case ("", "html"), (Namespace.xhtml, "html"): self = .xhtml
        default: return nil
        }
    }
}

/// The namespaces of the XML formats that are read.
enum Namespace {
    static let atom = "http://www.w3.org/2005/Atom"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let newsML = "http://iptc.org/std/nar/2006-10-01/"
    static let nitf = "http://iptc.org/std/NITF/2006-10-18/"
    static let rssContent = "http://purl.org/rss/1.0/modules/content/"
    static let tombstones = "http://purl.org/atompub/tombstones/1.0"
    static let xhtml = "http://www.w3.org/1999/xhtml"
}
