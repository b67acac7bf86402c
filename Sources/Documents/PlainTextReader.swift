/// Reads plain text: the text is the file's own, the blocks are spans of it.
///
/// The steps, each on the units that the one before left: cut into units, know boilerplate by its own words, cut a page
/// into its articles, read each article's header, then tell headings, captions and tails from prose.
struct PlainTextReader {
    /// An article of a page.
    struct Article {
        var metadata = Metadata()
        /// How long before the page the article was published, where it says so.
        var age: RelativeDate?
        var blocks: [Block]
        /// Whether the article is one of several that a page lists, and so takes nothing but its date from the page.
        var isCard = false
    }

    /// Units longer than this are prose.
    static let shortUnit = 200

    /// The articles of a text, at least one, in text order.
    static func articles(of text: [UInt8]) -> [Article] {
        var page = PlainTextPage(text: text, units: TextLines.units(of: text))
        page.markBoilerplate()
        return ArticleSplitter.parts(of: page).map { part in
            var article = PlainTextArticle(page: page, range: part.range)
            article.classify(card: part.card)
            return Article(
                metadata: article.metadata, age: part.card?.age, blocks: article.blocks, isCard: part.card != nil)
        }
    }
}

/// The units of a page with the words of the short ones at hand.
struct PlainTextPage {
    let text: [UInt8]
    var units: [TextUnit]

    /// The text of a unit that can be a headline, a label or another line that is no prose; nil where it is too long.
    func line(_ index: Int) -> String? {
        let range = units[index].range
        return range.count <= PlainTextReader.shortUnit ? text.string(range) : nil
    }

    /// Marks the lines that are boilerplate by their own words.
    mutating func markBoilerplate() {
        for index in units.indices {
            if let line = line(index), Boilerplate.matches(line) || TextLines.isRule(text, units[index].range) {
                units[index].kind = .boilerplate
            }
        }
    }

    /// Whether a unit is prose: long, or a short sentence with its closing punctuation (a question may be a headline).
    func isBody(_ index: Int) -> Bool {
        let range = units[index].range
        guard units[index].kind == .paragraph else { return false }
        if range.count > PlainTextReader.shortUnit || Dateline(paragraph: text[range]) != nil { return true }
        return range.count > 60 && text[range.upperBound - 1] != UInt8(ascii: "?") && endsSentence(range)
    }

    /// Whether a range ends with a full stop or its like, or one inside closing quotation marks or brackets.
    func endsSentence(_ range: Range<Int>) -> Bool {
        var tail = Substring(text.string(max(range.lowerBound, range.upperBound - 8)..<range.upperBound))
        while let last = tail.last, "\"'”’»)]".contains(last) { tail.removeLast() }
        return tail.last.map { ".!?…;:".contains($0) } ?? false
    }

    /// Whether a unit can be a headline: short, no list item, without a full stop at its end, and not a lone number.
    func isHeadlineLike(_ index: Int) -> Bool {
        guard units[index].kind == .paragraph, let line = line(index), let last = line.unicodeScalars.last,
            !".;:,".unicodeScalars.contains(last), line.utf8.contains(where: { $0.isLetter || $0 >= 0x80 })
        else { return false }
        return Dateline(paragraph: text[units[index].range]) == nil
    }
}
