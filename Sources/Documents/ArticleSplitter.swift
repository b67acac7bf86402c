/// Cuts a page of plain text that carries several articles into its articles.
///
/// Two signs are taken, as an editor would take them:
/// - a card: a line with a source, a line with an age or a date ("2 days ago") and nothing else, then a headline and
///   prose. After a source and an age that stand above the page's first prose, they are that article's own header;
/// - a rule drawn across the page, after which a dateline, or a headline and a dateline, begins the next report.
enum ArticleSplitter {
    /// What a card says above its headline.
    struct Card {
        var publisher: String?
        var age: RelativeDate?
        var published: DayInterval?
        /// The unit that is the card's headline.
        var headline: Int
    }

    struct Part {
        /// Units of the page.
        var range: Range<Int>
        /// Nil for the page's own article.
        var card: Card?
    }

    /// The articles of a page in order: at least one, together all units.
    static func parts(of page: PlainTextPage) -> [Part] {
        var parts: [Part] = []
        var start = 0
        var card: Card?
        var hasBody = false
        var index = 0
        while index < page.units.count {
            let found = self.card(page, at: index)
            let begins = found != nil || beginsReport(page, at: index)
            if begins, hasBody {
                parts.append(Part(range: start..<index, card: card))
                (start, card, hasBody) = (index, found, false)
            }
            if let found { index = max(index, found.headline) }
            hasBody = hasBody || page.isBody(index)
            index += 1
        }
        parts.append(Part(range: start..<page.units.count, card: card))
        return parts
    }

    /// The card whose source line is the unit at an index; nil where none begins there.
    private static func card(_ page: PlainTextPage, at index: Int) -> Card? {
        guard index + 3 < page.units.count, page.units[index].kind == .paragraph, page.units[index].range.count <= 60,
            let source = page.line(index), let time = page.line(index + 1)
        else { return nil }
        let age = RelativeDate(line: time)
        let date = age == nil ? WrittenDate.first(in: time) : nil
        guard age != nil || (date?.interval != nil && HeaderLine.isOnlyDate(time)) else { return nil }
        var headline = index + 2
        let isRepeated = page.line(headline).map { Boilerplate.key($0) == Boilerplate.key(source) } ?? false
        if isRepeated || page.line(headline).map(Boilerplate.isByline) ?? false { headline += 1 }
        guard isRepeated || age != nil, headline + 1 < page.units.count,
            page.isHeadlineLike(headline), isProse(page, headline + 1)
        else { return nil }
        return Card(publisher: source, age: age, published: date?.interval, headline: headline)
    }

    private static func isProse(_ page: PlainTextPage, _ index: Int) -> Bool {
        page.units[index].kind == .paragraph && page.units[index].range.count > PlainTextReader.shortUnit / 2
    }

    /// Whether a rule stands before the unit and a report begins with it.
    private static func beginsReport(_ page: PlainTextPage, at index: Int) -> Bool {
        guard index > 0, TextLines.isRule(page.text, page.units[index - 1].range) else { return false }
        let candidates = [index, index + 1].filter { $0 < page.units.count }
        guard let report = candidates.first(where: { hasDateline(page, $0) }) else { return false }
        return report == index || page.isHeadlineLike(index)
    }

    private static func hasDateline(_ page: PlainTextPage, _ index: Int) -> Bool {
        page.units[index].kind == .paragraph && Dateline(paragraph: page.text[page.units[index].range]) != nil
    }
}
