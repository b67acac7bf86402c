/// What an HTML element means for the text in it.
enum HTMLElement: Hashable {
    /// Its text runs on with the text around it.
    case inline
    case superscript
    case lineBreak
    /// Its text is no prose of the document: code of the page, navigation, forms, struck-out text.
    case left
    case navigation
    case article
    case main
    /// The head of a page, or of an article inside one.
    case header
    case heading(level: Int)
    case listItem
    case tableCell
    case caption
    case preformatted
    case title
    case meta
    case script
    case time
    case root
    /// Any other element divides the text before it from its own.
    case block

    /// - Parameter name: in lower case.
    init(name: String) { self = Self.table[name] ?? .block }

    /// The kind of block that the element's text is.
    var blockKind: Block.Kind {
        switch self {
        case .heading(let level): level == 1 ? .headline : .heading
        case .listItem: .listItem
        case .tableCell: .tableCell
        case .caption: .caption
        case .inline, .superscript, .lineBreak, .left, .navigation, .article, .main, .header, .preformatted, .title,
            .meta, .script, .time, .root, .block:
            .paragraph
        }
    }

    /// Whether the element begins and ends a block.
    var divides: Bool {
        switch self {
        case .inline, .superscript, .lineBreak, .left, .time, .meta, .script, .title: false
        case .navigation, .article, .main, .header, .heading, .listItem, .tableCell, .caption, .preformatted, .root,
            .block:
            true
        }
    }

    private static let table: [String: HTMLElement] = {
        var table: [String: HTMLElement] = [
            "sup": .superscript, "br": .lineBreak, "article": .article, "main": .main, "header": .header,
            "li": .listItem, "dt": .listItem, "dd": .listItem, "td": .tableCell, "th": .tableCell,
            "figcaption": .caption, "caption": .caption, "pre": .preformatted, "title": .title, "meta": .meta,
            "script": .script, "time": .time, "html": .root,
        ]
        for level in 1...6 { table["h\(level)"] = .heading(level: level) }
        for name in ["nav", "aside", "footer", "menu"] { table[name] = .navigation }
        let left =
            "style noscript template svg button select textarea input iframe object canvas audio video map del s strike "
            + "dialog datalist optgroup option math"
        for name in left.split(separator: " ") { table[String(name)] = .left }
        let inline =
            "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark meter nobr output progress "
            + "q rb rp rt ruby samp small span strong sub tt u var wbr"
        for name in inline.split(separator: " ") { table[String(name)] = .inline }
        return table
    }()

    /// The landmark roles that take an element's part, whatever it is called (WAI-ARIA 1.2).
    static let roles: [String: HTMLElement] = [
        "navigation": .navigation, "complementary": .navigation, "contentinfo": .navigation, "search": .navigation,
        "banner": .header, "main": .main, "article": .article, "menu": .navigation, "menubar": .navigation,
        "alertdialog": .navigation, "dialog": .navigation, "toolbar": .navigation,
    ]

    /// Classes that hide an element from the eye.
    static let hidingClasses: Set<String> = [
        "hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only", "d-none",
        "is-hidden", "u-hidden", "offscreen",
    ]

    /// Classes and ids of what stands inside an article and is not its text.
    static let boilerplateClasses: Set<String> = [
        "byline", "by-line", "author", "authors", "author-bio", "dateline", "timestamp", "share", "sharing",
        "share-buttons", "share-tools", "social", "social-share", "social-links", "related", "related-articles",
        "related-links", "related-stories", "related-content", "recommended", "newsletter", "newsletter-signup",
        "subscribe", "subscription", "promo", "promotion", "ad", "ads", "advert", "advertisement", "sponsored",
        "breadcrumb", "breadcrumbs", "tags", "tag-list", "topics", "comments", "comment", "comment-list",
        "disqus_thread",
        "pagination", "pager", "cookie", "cookies", "cookie-banner", "cookie-notice", "gdpr", "masthead", "toolbar",
        "sidebar", "toc", "skip-link", "popular", "most-read", "trending", "paywall", "print-only", "copyright",
        "credit", "photo-credit", "image-credit", "reading-time", "article-meta", "post-meta", "entry-meta", "meta",
    ]
}
