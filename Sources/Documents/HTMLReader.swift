/// Reads HTML: the article before the main part, that before the page; its blocks with white space collapsed, and what the
/// page tells of it.
struct HTMLReader {
    struct Article {
        var metadata: Metadata
        var blocks: [Block]
        var comments: [PlacedComment] = []
    }

    struct Content {
        var text: MappedText
        /// At least one.
        var articles: [Article]
        var notes: [ReadingNote]
        /// Comments that no block follows.
        var lost: [FoundComment]
    }

    /// Prose, in bytes, from which on an `article` is what the page is about.
    private static let leastProse = 200

    private let page = HTMLPage()
    private var text = MappedText()

    static func read(_ file: [UInt8]) -> Content {
        var reader = HTMLReader()
        HTMLParser.parse(file, events: reader.page)
        reader.page.finish()
        let selections = reader.selections()
        var articles = selections.map { reader.article($0, isOnly: selections.count == 1) }
        let places = HTMLCommentPlaces(selections: selections, blocks: articles.map(\.blocks))
        let comments = places.place(reader.page.comments)
        for index in articles.indices { articles[index].comments = comments.placed[index] }
        return Content(text: reader.text, articles: articles, notes: reader.page.notes, lost: comments.lost)
    }

    /// Reads the HTML that stands for the text of one article inside another format. The headline stands outside it, so
    /// none of its headings is one.
    static func fragment(_ file: [UInt8]) -> (text: MappedText, blocks: [Block], notes: [ReadingNote]) {
        var reader = HTMLReader()
        HTMLParser.parse(file, events: reader.page)
        reader.page.finish()
        var article = reader.article(Array(reader.page.regions.indices), isOnly: true)
        for index in article.blocks.indices where article.blocks[index].kind == .headline {
            article.blocks[index].kind = .heading
        }
        return (reader.text, article.blocks, reader.page.notes)
    }

    // MARK: Selection

    /// Indices of the page's blocks for each article on it.
    private func selections() -> [[Int]] {
        let regions = page.regions
        var byArticle: [[Int]] = []
        for (index, region) in regions.enumerated() {
            guard let article = region.article else { continue }
            while byArticle.count <= article { byArticle.append([]) }
            byArticle[article].append(index)
        }
        let full = byArticle.filter { prose($0) >= Self.leastProse }
        let headed = full.filter { $0.contains { isHeading($0) } }
        if headed.count > 1 { return headed }
        if let article = headed.first ?? full.max(by: { prose($0) < prose($1) }) { return [withHeadline(article)] }
        let main = regions.indices.filter { regions[$0].isInMain }
        if prose(main) > 0 { return [withHeadline(main)] }
        return [withHeadline(regions.indices.filter { !regions[$0].isInPageHead })]
    }

    /// Bytes of a selection that are no heading and no boilerplate.
    private func prose(_ selection: [Int]) -> Int {
        selection.reduce(0) { sum, index in
            isHeading(index) || page.regions[index].isBoilerplate ? sum : sum + page.gatherer.blocks[index].span.count
        }
    }

    private func isHeading(_ index: Int) -> Bool {
        let kind = page.gatherer.blocks[index].kind
        return kind == .headline || kind == .heading
    }

    /// A selection without a headline takes the last one that the page has before it.
    private func withHeadline(_ selection: [Int]) -> [Int] {
        let blocks = page.gatherer.blocks
        guard let first = selection.first, !selection.contains(where: { blocks[$0].kind == .headline }) else {
            return selection
        }
        guard let headline = blocks[..<first].lastIndex(where: { $0.kind == .headline }) else { return selection }
        return [headline] + selection
    }

    // MARK: Articles

    /// Copies the blocks of a selection to the text.
    private mutating func article(_ selection: [Int], isOnly: Bool) -> Article {
        var blocks: [Block] = []
        var hasHeadline = false
        for index in selection {
            let source = page.gatherer.blocks[index]
            if text.count > 0 {
                let end = text.fileOffset(of: text.count)
                text.append(.newline, from: end)
                text.append(.newline, from: end + 1)
            }
            let start = text.count
            text.append(source.span.range, of: page.gatherer.text)
            var block = Block(source.kind, ByteSpan(start, text.count))
            let isFirstHeading = block.kind == .headline || (block.kind == .heading && !isOnly)
            if isHeading(index) { block.kind = isFirstHeading && !hasHeadline ? .headline : .heading }
            hasHeadline = hasHeadline || block.kind == .headline
            if page.regions[index].isBoilerplate || isBoilerplate(block) { block.kind = .boilerplate }
            blocks.append(block)
        }
        let number = selection.first { page.regions[$0].article != nil }.flatMap { page.regions[$0].article }
        return Article(metadata: metadata(blocks, article: number, isOnly: isOnly), blocks: blocks)
    }

    private func isBoilerplate(_ block: Block) -> Bool {
        switch block.kind {
        case .paragraph, .listItem, .caption:
            Boilerplate.matches(text.bytes[block.span.range])
        case .headline, .heading, .tableCell, .boilerplate: false
        }
    }

    private func metadata(_ blocks: [Block], article: Int?, isOnly: Bool) -> Metadata {
        let headline = DocumentReader.headline(blocks, text)
        let linked = isOnly ? page.linkedData : nil
        let pageTitle = HTMLPageTitle(Self.squeezed(page.title), headline: headline)
        return Metadata(
            title: linked?.headline ?? headline ?? page.meta["og:title"] ?? pageTitle.title,
            publisher: page.linkedData?.publisher ?? page.meta["og:site_name"] ?? page.meta["publisher"]
                ?? page.meta["dc.publisher"] ?? pageTitle.publisher ?? page.siteName,
            published: published(blocks, article: article, isOnly: isOnly),
            language: page.language ?? page.linkedData?.language)
    }

    /// The names of `meta` elements that hold the day of publication, the surest first.
    private static let dateNames = [
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publish-date",
        "publishdate",
        "publication_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.created", "dcterms.issued", "citation_publication_date", "last-modified",
    ]

    private func published(_ blocks: [Block], article: Int?, isOnly: Bool) -> DayInterval? {
        let own = page.times.filter { $0.article == article }
        let times = (own.filter(\.isMarked) + own).map(\.text)
        let said = [page.linkedData?.published] + Self.dateNames.map { page.meta[$0] }
        let candidates = isOnly ? said.compactMap(\.self) + times : times + said.compactMap(\.self)
        let found = candidates.lazy.compactMap { DayInterval(iso: $0) ?? WrittenDate.first(in: $0)?.interval }.first
        let furniture = blocks.prefix { !Self.isProse($0) }.lazy
        return found
            ?? furniture.compactMap { HeaderLine.publicationDate(inFurniture: text.bytes[$0.span.range]) }.first
    }

    private static func isProse(_ block: Block) -> Bool {
        block.kind == .paragraph && block.span.count > PlainTextReader.shortUnit / 2
    }

    private static func squeezed(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// The title of a page, with the name of the one who publishes it where a bar or a dash sets that apart.
struct HTMLPageTitle: Hashable {
    var title: String?
    var publisher: String?

    private static let separators = [" | ", " – ", " — ", " - ", " · ", " » ", " • "]

    /// - Parameter headline: the page's headline. Where the title begins with it, what follows is the publisher; without
    ///   that only a bar is taken for the sign.
    init(_ text: String, headline: String?) {
        guard !text.isEmpty else { return }
        title = text
        for separator in Self.separators {
            if let headline, text.hasPrefix(headline + separator) {
                title = headline
                publisher = String(text.dropFirst(headline.count + separator.count))
                return
            }
        }
        guard let bar = text.ranges(of: " | ").last, text != headline else { return }
        title = String(text[..<bar.lowerBound])
        publisher = String(text[bar.upperBound...])
    }
}
