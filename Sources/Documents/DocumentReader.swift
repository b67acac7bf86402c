/// Reads files into documents: bytes to clean text, metadata, and a map back to the file.
public struct DocumentReader: Sendable {
    /// The size in bytes from which on a file or its text is too large; spans count in 32 bits.
    private let limit: Int

    public init() { self.init(limit: 1 << 31 - 1) }

    init(limit: Int) { self.limit = limit }

    /// Reads a file, or standard input where the path is `-`.
    ///
    /// The format is told by the file's extension, else by its first bytes.
    /// - Parameter override: what is known of the document from elsewhere; it wins over what the document says.
    /// - Returns: one document, or one for each article or item of a file that carries several; and what is none.
    public func read(path: String, override: Metadata = Metadata()) throws(DocumentError) -> FileContent {
        let bytes = try FileAccess.read(path, limit: limit)
        return try read(bytes: bytes, path: path, override: override)
    }

    /// Reads the bytes of a file that lie in memory.
    /// - Parameter format: nil to tell it by the path and the bytes.
    public func read(
        bytes: [UInt8], path: String, format: DocumentFormat? = nil, override: Metadata = Metadata()
    ) throws(DocumentError) -> FileContent {
        let declared = format ?? DocumentFormat(path: path) ?? (ZipArchive.begins(bytes) ? .wordProcessor : nil)
        let file: [UInt8]
        if declared == .wordProcessor {
            file = bytes
        } else {
            file = try TextDecoding(path: path).decode(bytes, declared: Self.encoding(of: bytes, declared))
        }
        guard file.count < limit else { throw .tooLarge(path: path) }
        switch declared ?? DocumentFormat(sniffing: file) {
        case .plainText: return FileContent(documents: readPlainText(file, path: path, override: override))
        case .markdown: return FileContent(documents: [try readMarkdown(file, path: path, override: override)])
        case .html: return FileContent(documents: readHTML(file, path: path, override: override))
        case .xml: return try readXML(file, path: path, override: override)
        case .json: return try readJSON(file, path: path, override: override)
        case .wordProcessor: return FileContent(documents: [try readArchive(file, path: path, override: override)])
        }
    }

    /// The encoding that a file names for itself.
    private static func encoding(of bytes: [UInt8], _ format: DocumentFormat?) -> String? {
        switch format {
        case .plainText, .markdown, .json, .wordProcessor: nil
        case .html: HTMLEncoding.declared(in: bytes)
        case .xml: HTMLEncoding.declaredByXML(in: bytes)
        case nil:
            DocumentFormat(sniffing: bytes) == .html
                ? HTMLEncoding.declared(in: bytes) : HTMLEncoding.declaredByXML(in: bytes)
        }
    }

    private func readPlainText(_ file: [UInt8], path: String, override: Metadata) -> [Document] {
        let map = SourceMap(segments: [], file: file)
        let articles = PlainTextReader.articles(of: file)
        let pageDate = override.published ?? articles.first?.metadata.published
        return articles.enumerated().map { index, article in
            var own = article.metadata
            if let age = article.age, let pageDate { own.published = age.resolved(against: pageDate) }
            return Document(
                id: Self.id(path, index), path: path, metadata: Self.merge(own, override, index), text: file,
                blocks: article.blocks, sourceMap: map)
        }
    }

    private func readMarkdown(_ file: [UInt8], path: String, override: Metadata) throws(DocumentError) -> Document {
        let front = try FrontMatter.read(file, path: path)
        let content = MarkdownReader.read(file, from: front.end)
        var metadata = front.metadata
        Self.addDateline(content.blocks, content.text, to: &metadata)
        metadata.title = metadata.title ?? Self.headline(content.blocks, content.text)
        let map = SourceMap(segments: content.text.segments, file: file)
        let places = MarkdownCommentPlaces(file: file, text: content.text, blocks: content.blocks)
        let placed = content.comments.map { (found: $0, place: places.place($0)) }
        let lost = placed.filter { $0.place == nil }.map { ReadingNote.nothingFollows($0.found, in: map) }
        return Document(
            id: front.id ?? path, path: path, metadata: override.completed(by: metadata), text: content.text.bytes,
            blocks: content.blocks, sourceMap: map, notes: front.notes + content.notes + lost,
            comments: Self.comments(placed.compactMap(\.place), map))
    }

    private func readHTML(_ file: [UInt8], path: String, override: Metadata) -> [Document] {
        let page = HTMLReader.read(file)
        let map = SourceMap(segments: page.text.segments, file: file)
        let notes = page.notes + page.lost.map { .nothingFollows($0, in: map) }
        return page.articles.enumerated().map { index, article in
            var metadata = article.metadata
            Self.addDateline(article.blocks, page.text, to: &metadata)
            return Document(
                id: Self.id(path, index), path: path, metadata: Self.merge(metadata, override, index),
                text: page.text.bytes, blocks: article.blocks, sourceMap: map, notes: index == 0 ? notes : [],
                comments: Self.comments(article.comments, map))
        }
    }

    private static func comments(_ placed: [PlacedComment], _ map: SourceMap) -> [EditorComment] {
        placed.map {
            EditorComment(text: $0.found.text, position: map.position(inFile: $0.found.offset), span: $0.span)
        }
    }

    private func readXML(_ file: [UInt8], path: String, override: Metadata) throws(DocumentError) -> FileContent {
        let source = SourceFile(file)
        let root = try XMLTreeReader.root(of: source, path: path)
        guard let dialect = XMLDialect(root: root.name) else {
            return FileContent(skipped: [SkippedItem(path: path, reason: .unknownXML(root: root.local))])
        }
        let items: [NewsItem]
        switch dialect {
        case .rss, .atom: items = FeedReader.items(of: try XMLTreeReader.tree(of: source, path: path))
        case .nitf: items = NITFReader.items(of: try XMLTreeReader.tree(of: source, path: path))
        case .newsML: items = NewsMLReader.items(of: try XMLTreeReader.tree(of: source, path: path))
        case .xhtml: return FileContent(documents: readHTML(file, path: path, override: override))
        }
        return content(of: items, in: source, path: path, override: override)
    }

    private func readJSON(_ file: [UInt8], path: String, override: Metadata) throws(DocumentError) -> FileContent {
        let source = SourceFile(file)
        switch try NinjsReader.items(of: source, path: path) {
        case .success(let items): return content(of: items, in: source, path: path, override: override)
        case .failure(let reason): return FileContent(skipped: [SkippedItem(path: path, reason: reason)])
        }
    }

    /// - Parameter items: in the order of the file.
    private func content(
        of items: [NewsItem], in source: SourceFile, path: String, override: Metadata
    ) -> FileContent {
        var content = FileContent()
        if items.isEmpty { content.skipped.append(SkippedItem(path: path, reason: .noText)) }
        for (index, item) in items.enumerated() {
            let line = items.count > 1 ? item.line : nil
            if let reason = item.refusal ?? (item.prose.isEmpty ? .noText : nil) {
                content.skipped.append(SkippedItem(path: path, line: line, reason: reason, edition: item.edition))
                continue
            }
            var metadata = item.metadata
            Self.addDateline(item.prose.blocks, item.prose.text, to: &metadata)
            content.documents.append(
                Document(
                    id: item.id ?? Self.id(path, index), path: path,
                    metadata: items.count > 1 ? Self.mergeItem(metadata, override) : override.completed(by: metadata),
                    text: item.prose.text.bytes, blocks: item.prose.blocks,
                    sourceMap: SourceMap(segments: item.prose.text.segments, source: source), notes: item.notes,
                    edition: item.edition, line: line))
        }
        return content
    }

    /// What is said of a file wins for all items in it, but for what only one of them can have: title and date.
    private static func mergeItem(_ own: Metadata, _ override: Metadata) -> Metadata {
        var rest = override
        rest.title = nil
        rest.published = own.published ?? override.published
        return rest.completed(by: own)
    }

    private func readArchive(_ bytes: [UInt8], path: String, override: Metadata) throws(DocumentError) -> Document {
        let archive = try ZipArchive(bytes, path: path)
        let found: OfficeDocument
        if try ODTReader.isODT(archive) {
            found = try ODTReader.read(archive, path: path)
        } else if let main = try DOCXReader.mainPart(of: archive) {
            found = try DOCXReader.read(archive, main: main, path: path)
        } else {
            throw .malformed(
                path: path, place: nil, format: "DOCX or ODT", reason: "the archive holds something else")
        }
        let blocks = found.text.blocks(isTop: found.beginsWithTopHeading)
        var metadata = Metadata(language: found.language)
        Self.addDateline(blocks, found.text.gathered, to: &metadata)
        metadata.published = metadata.published ?? found.made
        metadata.title = Self.headline(blocks, found.text.gathered) ?? found.title
        return Document(
            id: path, path: path, metadata: override.completed(by: metadata), text: found.text.bytes, blocks: blocks,
            sourceMap: found.text.sourceMap)
    }

    private static func id(_ path: String, _ index: Int) -> String { index == 0 ? path : "\(path)#\(index + 1)" }

    /// What is said of a file from elsewhere wins for its own article. Of the other articles on its page it tells what
    /// they do not tell themselves, and never the title.
    private static func merge(_ own: Metadata, _ override: Metadata, _ index: Int) -> Metadata {
        if index == 0 { return override.completed(by: own) }
        var rest = override
        rest.title = nil
        return own.completed(by: rest)
    }

    /// The text of the document's own headline.
    static func headline(_ blocks: [Block], _ text: MappedText) -> String? {
        blocks.first { $0.kind == .headline }.map { text.bytes.string($0.span.range) }
    }

    /// Takes publisher and date from the dateline of the first paragraph, where nothing else tells them.
    private static func addDateline(_ blocks: [Block], _ text: MappedText, to metadata: inout Metadata) {
        guard metadata.publisher == nil || metadata.published == nil,
            let first = blocks.first(where: { $0.kind == .paragraph }),
            let dateline = Dateline(paragraph: text.bytes[first.span.range])
        else { return }
        metadata.publisher = metadata.publisher ?? dateline.agency
        metadata.published = metadata.published ?? dateline.date?.interval
    }
}
