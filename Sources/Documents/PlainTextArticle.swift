/// One article of a page of plain text while its units are told apart.
struct PlainTextArticle {
    private var page: PlainTextPage
    private let range: Range<Int>
    private(set) var metadata = Metadata()
    /// Spans inside a unit that are cut off as boilerplate, by the unit's index: a headline repeated before the text.
    private var repeatedHeads: [Int: Int] = [:]

    init(page: PlainTextPage, range: Range<Int>) {
        self.page = page
        self.range = range
    }

    mutating func classify(card: ArticleSplitter.Card?) {
        if let card {
            metadata.publisher = card.publisher
            metadata.published = card.published
            for index in range.lowerBound..<card.headline { page.units[index].kind = .boilerplate }
            setHeadline(card.headline)
        } else {
            readHeader()
        }
        readDateline()
        markCaptions()
        markBiographies()
        markTail()
        markHeadings()
    }

    /// The blocks of the article.
    var blocks: [Block] {
        var blocks: [Block] = []
        for index in range {
            let unit = page.units[index]
            var start = unit.range.lowerBound
            if let end = repeatedHeads[index] {
                blocks.append(Block(.boilerplate, ByteSpan(start, end)))
                start = end + page.text[end..<unit.range.upperBound].prefix { $0.isWhitespace }.count
            }
            blocks.append(Block(unit.kind, ByteSpan(start, unit.range.upperBound)))
        }
        return blocks
    }

    private var firstBody: Int { range.first { page.isBody($0) } ?? range.upperBound }

    /// Units of the header: the short lines before the first prose.
    private static let longestHeader = 8

    private mutating func readHeader() {
        let body = firstBody
        var header = (range.lowerBound..<body).filter { page.units[$0].kind == .paragraph }
        header = Array(header.prefix(Self.longestHeader))
        let lines = header.map { HeaderLine(page.line($0) ?? "") }
        if let dated = lines.prefix(4).firstIndex(where: { $0.publication != nil }) {
            metadata.published = lines[dated].publication
            if dated > 0, lines[0].isMasthead, isOneGroup(from: header[0], to: header[dated]) {
                metadata.publisher = lines[0].text
                for index in header[..<dated] { page.units[index].kind = .boilerplate }
            } else if let name = lines[dated].publisher {
                metadata.publisher = name
            }
            if lines[dated].isFurniture { page.units[header[dated]].kind = .boilerplate }
            header = header[dated...].filter { page.units[$0].kind == .paragraph }
        }
        guard let headline = header.first, page.isHeadlineLike(headline), standsAlone(headline, body: body) else {
            return
        }
        setHeadline(headline)
    }

    /// Whether no empty line stands between two units.
    private func isOneGroup(from first: Int, to last: Int) -> Bool {
        (first..<last).allSatisfy { !page.units[$0].blankAfter }
    }

    /// Whether a line has an empty line, prose, or one more line and then one of these after it; so have a headline and
    /// its deck, not the lines of a score or an address.
    private func standsAlone(_ index: Int, body: Int) -> Bool {
        func closes(_ index: Int) -> Bool { page.units[index].blankAfter || index + 1 >= body }
        return body < range.upperBound && (closes(index) || closes(index + 1))
    }

    private mutating func setHeadline(_ index: Int) {
        page.units[index].kind = .headline
        metadata.title = page.line(index).map(Self.squeezed)
        let headline = page.text[page.units[index].range]
        for next in (index + 1)..<max(index + 1, min(index + 4, range.upperBound)) {
            let unit = page.units[next].range
            let end = unit.lowerBound + headline.count
            guard page.text[unit].starts(with: headline) else { continue }
            if end == unit.upperBound {
                page.units[next].kind = .boilerplate
            } else if page.text[end].isWhitespace {
                repeatedHeads[next] = end
            }
        }
    }

    private static func squeezed(_ line: String) -> String {
        line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func readDateline() {
        let body = firstBody
        guard body < range.upperBound else { return }
        let start = repeatedHeads[body] ?? page.units[body].range.lowerBound
        let paragraph = page.text[start..<page.units[body].range.upperBound].drop { $0.isWhitespace }
        guard let dateline = Dateline(paragraph: paragraph) else { return }
        metadata.publisher = metadata.publisher ?? dateline.agency
        metadata.published = metadata.published ?? dateline.date?.interval
    }

    /// A line that stands twice in a row is a picture's description and its caption.
    private mutating func markCaptions() {
        for index in range.dropFirst() where page.units[index].kind == .paragraph {
            let (unit, before) = (page.units[index].range, page.units[index - 1].range)
            guard page.units[index - 1].kind == .paragraph, unit.count == before.count,
                page.text[unit].elementsEqual(page.text[before])
            else { continue }
            page.units[index - 1].kind = .boilerplate
            page.units[index].kind = .caption
        }
    }

    /// A byline's "By Ann Lee. Ann Lee is …", a name that stands alone before a paragraph "Ann Lee is …", and one that
    /// repeats the line "Writer: Ann Lee" before it tell who wrote the article.
    private mutating func markBiographies() {
        for index in range where page.units[index].kind == .paragraph || page.units[index].kind == .listItem {
            let text = page.text.string(page.units[index].range)
            if index > range.lowerBound, page.units[index - 1].kind == .boilerplate,
                let label = page.line(index - 1), Self.isName(text), label.hasSuffix(": " + text)
            {
                page.units[index].kind = .boilerplate
            } else if text.hasPrefix("By "), let stop = text.firstIndex(of: "."),
                Boilerplate.isByline(String(text[..<stop])),
                text[stop...].dropFirst(2).hasPrefix(text[..<stop].dropFirst(3))
            {
                page.units[index].kind = .boilerplate
            } else if index > range.lowerBound, let name = page.line(index - 1), Self.isName(name),
                text.hasPrefix(name + " is ") || text.hasPrefix(name + " was ")
            {
                page.units[index - 1].kind = .boilerplate
                page.units[index].kind = .boilerplate
            }
        }
    }

    /// Two to four capitalised words without punctuation.
    private static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        return (2...4).contains(words.count)
            && words.allSatisfy { ($0.utf8.first.map { $0.isUppercase || $0 >= 0x80 } ?? false) && !$0.hasSuffix(".") }
    }

    /// What stands under a heading of comments, and short lines under a list of links, are not the article's. A list of
    /// links ends with the next prose.
    private mutating func markTail() {
        var tail: Boilerplate.Tail?
        for index in range {
            if page.units[index].kind == .boilerplate, let next = page.line(index).flatMap(Boilerplate.tail) {
                tail = tail == .comments ? tail : next
                continue
            }
            switch tail {
            case .comments: page.units[index].kind = .boilerplate
            case .links where page.isBody(index) && page.endsSentence(page.units[index].range): tail = nil
            case .links: page.units[index].kind = .boilerplate
            case nil: break
            }
        }
    }

    /// A short line without a full stop that prose follows is a heading, unless it credits a picture.
    private mutating func markHeadings() {
        for index in range.dropLast() where page.isHeadlineLike(index) {
            let unit = page.units[index]
            let next = page.units[index + 1]
            guard unit.range.count <= 90, unit.blankBefore == unit.blankAfter || unit.blankBefore,
                page.isBody(index + 1) || next.kind == .listItem, page.text[unit.range.lowerBound].isUppercase
            else { continue }
            let isCredited = page.line(index).map { $0.contains(" / ") || $0.contains("©") || $0.hasSuffix(")") } ?? false
            page.units[index].kind = isCredited ? .caption : .heading
        }
    }
}
