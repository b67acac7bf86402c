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
        readFurniture()
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
        readFields(before: body)
        var header = (range.lowerBound..<body).filter { page.units[$0].kind == .paragraph }
        header = Array(header.prefix(Self.longestHeader))
        let lines = header.map { HeaderLine(page.line($0) ?? "") }
        if let dated = lines.prefix(4).firstIndex(where: { $0.publication != nil }) {
            metadata.published = metadata.published ?? lines[dated].publication
            readMasthead(header, lines, dated: dated)
            if lines[dated].isFurniture { page.units[header[dated]].kind = .boilerplate }
            header = header.filter { page.units[$0].kind == .paragraph }
        }
        guard metadata.title == nil, let headline = header.first, page.isHeadlineLike(headline),
            standsAlone(headline, body: body)
        else { return }
        setHeadline(headline)
    }

    /// Takes the lines that name what they tell, as in `Source: The Gull`.
    private mutating func readFields(before body: Int) {
        for index in range.lowerBound..<min(body, range.lowerBound + 2 * Self.longestHeader) {
            let text = page.text[page.units[index].range]
            if page.units[index].kind == .boilerplate {
                metadata.published = metadata.published ?? HeaderLine.publicationDate(inFurniture: text)
            }
            guard let (field, value) = page.line(index).flatMap({ HeaderLine($0).field }) else { continue }
            switch field {
            case .title: metadata.title = metadata.title ?? Self.squeezed(value)
            case .publisher: metadata.publisher = metadata.publisher ?? Self.squeezed(value)
            case .published:
                metadata.published =
                    metadata.published ?? DayInterval(iso: value) ?? WrittenDate.first(in: value)?.interval
            }
            page.units[index].kind = .boilerplate
        }
    }

    /// Takes the publisher from the dated line, or from a masthead before it: a first line that is a publication's by its
    /// words, or that has the date right under it and the headline after that. One after it needs such words too.
    private mutating func readMasthead(_ header: [Int], _ lines: [HeaderLine], dated: Int) {
        let hasHeadline = dated + 1 < header.count && page.isHeadlineLike(header[dated + 1])
        let isGroup = dated > 0 && isOneGroup(from: header[0], to: header[dated])
        if dated > 0, lines[0].isPublicationName || (lines[0].isMasthead && isGroup && hasHeadline) {
            metadata.publisher = metadata.publisher ?? lines[0].text
            // What else stands in one group with both is the masthead's motto.
            for index in header[..<(isGroup ? dated : 1)] { page.units[index].kind = .boilerplate }
        } else if let name = lines[dated].publisher {
            metadata.publisher = metadata.publisher ?? name
        } else if dated == 0, lines.count > 1, lines[1].isPublicationName {
            metadata.publisher = metadata.publisher ?? lines[1].text
            page.units[header[1]].kind = .boilerplate
        }
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

    /// Takes the date of a line such as "Last updated: 3 May 2024", wherever it stands, where nothing else tells one.
    private mutating func readFurniture() {
        guard metadata.published == nil else { return }
        for index in range where page.units[index].kind == .boilerplate {
            metadata.published = HeaderLine.publicationDate(inFurniture: page.text[page.units[index].range])
            if metadata.published != nil { return }
        }
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
            let text = page.text[page.units[index].range]
            if text.starts(with: "By ".utf8) {
                if isBylineWithLife(text) { page.units[index].kind = .boilerplate }
                continue
            }
            guard index > range.lowerBound, page.units[index - 1].range.count <= Self.longestLabel else { continue }
            let before = page.text[page.units[index - 1].range]
            if page.units[index - 1].kind == .boilerplate {
                let isRepeated = text.count < before.count && before.suffix(text.count).elementsEqual(text)
                if isRepeated, Self.isName(text) { page.units[index].kind = .boilerplate }
            } else if text.starts(with: before), Self.isName(before) {
                let rest = text.dropFirst(before.count)
                guard rest.starts(with: " is ".utf8) || rest.starts(with: " was ".utf8) else { continue }
                page.units[index - 1].kind = .boilerplate
                page.units[index].kind = .boilerplate
            }
        }
    }

    private static let longestLabel = 60

    /// "By Ann Lee. Ann Lee is …"
    private func isBylineWithLife(_ text: ArraySlice<UInt8>) -> Bool {
        guard let stop = text.prefix(Self.longestLabel).firstIndex(of: UInt8(ascii: ".")) else { return false }
        return Boilerplate.isByline(text[..<stop])
            && text[stop...].dropFirst(2).starts(with: text[..<stop].dropFirst(3))
    }

    /// Two to four capitalised words without punctuation.
    private static func isName(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.split(separator: .space)
        return (2...4).contains(words.count)
            && words.allSatisfy { ($0.first.map { $0.isUppercase || $0 >= 0x80 } ?? false) && $0.last != 0x2E }
    }

    /// What stands under a heading of comments, and short lines under a list of links, are not the article's. A list of
    /// links ends with the next prose.
    private mutating func markTail() {
        var tail: Boilerplate.Tail?
        for index in range {
            if page.units[index].kind == .boilerplate, let next = Boilerplate.tail(page.text[page.units[index].range]) {
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
            let isCredited = Self.isCredited(page.text[unit.range])
            page.units[index].kind = isCredited ? .caption : .heading
        }
    }

    /// Whether a line names who made a picture behind a slash, in brackets or with a sign.
    private static func isCredited(_ line: ArraySlice<UInt8>) -> Bool {
        if line.last == UInt8(ascii: ")") { return true }
        return line.indices.contains { index in
            line[index...].starts(with: " / ".utf8) || line[index...].starts(with: "©".utf8)
        }
    }
}
