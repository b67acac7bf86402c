/// Gathers the blocks of an HTML page while it is parsed, with the part of the page that each stands in, and what the page
/// says of itself.
final class HTMLPage: HTMLEvents {
    /// Where on the page a block stands.
    struct Region: Hashable {
        /// The outermost `article` around it, counted from 0.
        var article: Int?
        var isInMain: Bool
        /// In the head of the page, outside `article` and `main`.
        var isInPageHead: Bool
        var isBoilerplate: Bool
    }

    /// A `time` element that can be the article's own.
    struct Time: Hashable {
        var text: String
        var article: Int?
        var isMarked: Bool
    }

    private(set) var gatherer = BlockGatherer()
    /// One for each of the gatherer's blocks.
    private(set) var regions: [Region] = []
    private(set) var notes: [ReadingNote] = []
    private(set) var comments: [PageComment] = []
    /// The first content of each `meta` element by its name or property in lower case.
    private(set) var meta: [String: String] = [:]
    private(set) var title: [UInt8] = []
    private(set) var language: String?
    private(set) var times: [Time] = []
    private(set) var linkedData: LinkedData?
    /// The text of the first link to the site's own front page that names the site.
    private(set) var siteName: String?

    private struct Frame {
        var element: HTMLElement
        var kind: Block.Kind
        var isLeft: Bool
        var isBoilerplate: Bool
    }

    private var frames: [Frame] = []
    private var articles = 0
    private var article: Int?
    private var mainDepth = 0
    private var headDepth = 0
    private var raisedDepth = 0
    private var preformattedDepth = 0
    /// Whether the title has been read; a page has one.
    private var hasTitle = false
    private var json: [UInt8]?
    /// The byte of the file behind the last text.
    private var place = 0
    /// The text so far of a link to the front page, and how many elements were open before it.
    private var homeLink: (text: [UInt8], depth: Int)?
    /// Line breaks since the last visible character.
    private var breaks = 0
    /// Whether prose has been gathered since the last `article` began; after it a `time` is part of the story.
    private var sawProse = false

    private var kind: Block.Kind { frames.last?.kind ?? .paragraph }
    private var isLeft: Bool { frames.last?.isLeft ?? false }

    // MARK: Elements

    func start(_ name: String, attributes: [String: String]) {
        var element = HTMLElement(name: name)
        if let role = attributes["role"]?.lowercased(), let landmark = HTMLElement.roles[role] { element = landmark }
        if element.divides { endBlock() }
        var frame = Frame(
            element: element, kind: innerKind(element), isLeft: isLeft || Self.isLeft(element, attributes),
            isBoilerplate: frames.last?.isBoilerplate ?? false)
        if element != .article, element != .main, element != .root, name != "body", Self.isBoilerplate(attributes) {
            if !frame.isBoilerplate { endBlock() }
            frame.isBoilerplate = true
        }
        if isInnerReference(name, attributes) || isInnerCode(name) { frame.isLeft = true }
        if siteName == nil, homeLink == nil, name == "a", attributes["href"] == "/" { homeLink = ([], frames.count) }
        frames.append(frame)
        if !frame.isLeft || element == .meta || element == .script { enter(element, attributes) }
    }

    /// A link inside raised text leads to a footnote.
    private func isInnerReference(_ name: String, _ attributes: [String: String]) -> Bool {
        name == "a" && raisedDepth > 0 && attributes["href"]?.hasPrefix("#") ?? false
    }

    /// Code inside preformatted text is no prose.
    private func isInnerCode(_ name: String) -> Bool { preformattedDepth > 0 && (name == "code" || name == "samp") }

    private func enter(_ element: HTMLElement, _ attributes: [String: String]) {
        switch element {
        case .article:
            if article == nil {
                article = articles
                articles += 1
                sawProse = false
            }
        case .main: mainDepth += 1
        case .header: headDepth += 1
        case .superscript: raisedDepth += 1
        case .preformatted: preformattedDepth += 1
        case .lineBreak: lineBreak()
        case .root: language = attributes["lang"] ?? attributes["xml:lang"] ?? language
        case .meta: takeMeta(attributes)
        case .script: json = attributes["type"]?.lowercased() == "application/ld+json" ? [] : nil
        case .time: takeTime(attributes)
        case .inline, .left, .navigation, .heading, .listItem, .tableCell, .caption, .title, .block: break
        }
    }

    func end(_ name: String) {
        guard let frame = frames.last else { return }
        if frame.element.divides { endBlock() }
        if frame.isBoilerplate, frames.count < 2 || !frames[frames.count - 2].isBoilerplate { endBlock() }
        frames.removeLast()
        if frame.element == .script { endScript() }
        if homeLink?.depth == frames.count { endHomeLink() }
        guard !frame.isLeft else { return }
        switch frame.element {
        case .article: if !frames.contains(where: { $0.element == .article }) { article = nil }
        case .main: mainDepth -= 1
        case .header: headDepth -= 1
        case .superscript: raisedDepth -= 1
        case .preformatted: preformattedDepth -= 1
        case .title: hasTitle = true
        case .inline, .lineBreak, .left, .navigation, .heading, .listItem, .tableCell, .caption, .meta, .script, .time,
            .root, .block:
            break
        }
    }

    /// The kind of block that text in an element is: that of the innermost heading, item, cell or caption.
    private func innerKind(_ element: HTMLElement) -> Block.Kind {
        switch element {
        case .heading, .listItem, .tableCell, .caption: element.blockKind
        case .article, .main, .root: .paragraph
        case .inline, .superscript, .lineBreak, .left, .navigation, .header, .preformatted, .title, .meta, .script,
            .time,
            .block:
            kind
        }
    }

    private static func isLeft(_ element: HTMLElement, _ attributes: [String: String]) -> Bool {
        if element == .left || element == .navigation || element == .script { return true }
        if element == .preformatted, attributes["class"] != nil { return true }
        if attributes.isEmpty { return false }
        if let hidden = attributes["hidden"], hidden != "false" { return true }
        if attributes["aria-hidden"] == "true" { return true }
        if let style = attributes["style"] {
            let rules = style.lowercased().filter { !$0.isWhitespace }
            if rules.contains("display:none") || rules.contains("visibility:hidden") { return true }
        }
        return words(attributes["class"]).contains { HTMLElement.hidingClasses.contains($0) }
    }

    private static func isBoilerplate(_ attributes: [String: String]) -> Bool {
        words(attributes["class"]).contains { HTMLElement.boilerplateClasses.contains($0) }
            || words(attributes["id"]).contains { HTMLElement.boilerplateClasses.contains($0) }
    }

    private static func words(_ value: String?) -> [String] {
        value?.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }

    // MARK: Text

    func characters(_ text: UnsafeBufferPointer<UInt8>, at file: Int, isVerbatim: Bool) {
        if json != nil { json?.append(contentsOf: text) }
        homeLink?.text.append(contentsOf: text)
        if isLeft { return }
        place = file + text.count
        if frames.last?.element == .title {
            if !hasTitle { title.append(contentsOf: text) }
        } else if !isVerbatim {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                gatherer.append(decoded: scalar, from: file)
            }
        } else if raisedDepth > 0 {
            gatherer.append(superscript: text, from: file)
        } else if preformattedDepth > 0 {
            preformatted(text, at: file)
        } else {
            gatherer.append(text, from: file)
        }
        if breaks > 0, text.contains(where: { !$0.isWhitespace }) { breaks = 0 }
    }

    /// In preformatted text, as in plain text, an empty line ends a paragraph.
    private func preformatted(_ text: UnsafeBufferPointer<UInt8>, at file: Int) {
        var start = 0
        for index in text.indices where text[index] == .newline {
            let line = UnsafeBufferPointer(rebasing: text[start...index])
            breaks = line.allSatisfy(\.isWhitespace) ? breaks + 1 : 1
            gatherer.append(line, from: file + start)
            if breaks > 1 { endBlock() }
            start = index + 1
        }
        gatherer.append(UnsafeBufferPointer(rebasing: text[start...]), from: file + start)
    }

    /// One line break is white space, two end a paragraph.
    private func lineBreak() {
        breaks += 1
        if breaks > 1 { endBlock() } else { gatherer.appendSpace(from: place) }
    }

    private func endBlock() {
        let count = gatherer.openCount
        guard gatherer.endBlock(kind) else { return }
        breaks = 0
        let isBoilerplate = frames.last?.isBoilerplate ?? false
        regions.append(
            Region(
                article: article, isInMain: mainDepth > 0,
                isInPageHead: headDepth > 0 && article == nil && mainDepth == 0, isBoilerplate: isBoilerplate))
        if kind == .paragraph, !isBoilerplate, count > PlainTextReader.shortUnit / 2 { sawProse = true }
    }

    /// Closes what the page left open.
    func finish() { endBlock() }

    func note(_ note: ReadingNote) { notes.append(note) }

    func comment(_ text: UnsafeBufferPointer<UInt8>, at file: Int) {
        guard let found = FoundComment(text, at: file) else { return }
        let comment = PageComment(found: found, block: gatherer.blocks.count, isInside: gatherer.openCount > 0)
        comments.append(comment)
    }

    // MARK: What the page says of itself

    private func takeMeta(_ attributes: [String: String]) {
        guard let content = attributes["content"], !content.isEmpty else { return }
        for key in ["property", "name", "itemprop"] {
            guard let name = attributes[key]?.lowercased(), meta[name] == nil else { continue }
            meta[name] = content
        }
    }

    private func takeTime(_ attributes: [String: String]) {
        let isMarked = attributes["pubdate"] != nil || attributes["itemprop"]?.lowercased() == "datepublished"
        guard let text = attributes["datetime"], isMarked || !sawProse else { return }
        times.append(Time(text: text, article: article, isMarked: isMarked))
    }

    private func endScript() {
        defer { json = nil }
        guard let json, linkedData == nil else { return }
        linkedData = LinkedData(json: json)
    }

    /// A link to the front page is named after the site, or says "Home".
    private func endHomeLink() {
        defer { homeLink = nil }
        let text = String(decoding: homeLink?.text ?? [], as: UTF8.self)
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard HeaderLine(name).isMasthead, !Boilerplate.matches(Array(name.utf8)[...]) else { return }
        siteName = name
    }
}
