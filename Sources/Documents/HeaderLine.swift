/// A line above a plain text's first prose, and what it tells of the publication.
struct HeaderLine {
    let text: String
    private let date: WrittenDate?

    init(_ text: String) {
        self.text = text
        date = WrittenDate.first(in: text)
    }

    /// The day or month the line gives for the whole text: a date that opens the line, or that punctuation sets apart.
    /// A date inside a phrase ("What changes on 1 May 2024") is what the text is about.
    var publication: DayInterval? {
        guard let date, let interval = date.interval else { return nil }
        let before = Substring(decoding: text.utf8.prefix(date.range.lowerBound), as: UTF8.self)
        guard let last = before.last(where: { !$0.isWhitespace }) else { return interval }
        return ",|-–—(:;/·•".contains(last) || Self.isFurniture(before) ? interval : nil
    }

    /// The name before the date, as in `DAILY COURIER, 6 March 2025`: in capitals, before a bar, or a publication's.
    var publisher: String? {
        guard let date else { return nil }
        let before = String(decoding: text.utf8.prefix(date.range.lowerBound), as: UTF8.self)
        let name = String(before.reversed().drop { $0.isWhitespace || ",|-–—(:;/·•".contains($0) }.reversed())
        let letters = name.filter(\.isLetter)
        guard letters.count >= 3, !name.utf8.contains(where: \.isDigit) else { return nil }
        let sign = before.last { !$0.isWhitespace }
        let isSetApart = letters.allSatisfy(\.isUppercase) || (sign.map { "|·•".contains($0) } ?? false)
        return (isSetApart && Self.isName(name)) || Self.isPublicationName(name) ? name : nil
    }

    /// Whether the line can be the name of the one who publishes: short, no date, no figure, no sentence.
    var isMasthead: Bool {
        date == nil && text.utf8.count <= 60 && !text.utf8.contains(where: \.isDigit)
            && !(text.unicodeScalars.last.map { ".,:;?!".unicodeScalars.contains($0) } ?? true)
    }

    /// Whether a masthead is a publication's by its words.
    var isPublicationName: Bool { isMasthead && Self.isPublicationName(text) }

    private static func isPublicationName(_ name: String) -> Bool {
        isName(name) && Word.split(name).contains { publicationWords.contains($0.text) }
    }

    /// Whether all words but the small ones are capitalised.
    private static func isName(_ text: String) -> Bool {
        let words = Word.split(text)
        return (1...8).contains(words.count) && words.allSatisfy { $0.isCapitalized || smallWords.contains($0.text) }
    }

    // MARK: Labelled lines

    /// What a line such as `Source: The Gull` tells.
    enum Field: String, CaseIterable {
        case title, publisher, published

        fileprivate var labels: Set<String> {
            switch self {
            case .title: ["title", "headline"]
            case .publisher: ["publisher", "source", "publication", "published by", "outlet", "newspaper", "agency"]
            case .published:
                [
                    "published", "published on", "first published", "publication date", "date published", "date",
                    "dated",
                    "posted", "posted on", "issued", "released", "release date", "filed", "updated", "last updated",
                ]
            }
        }
    }

    /// The field that the line's label names, and what stands behind the colon.
    var field: (field: Field, value: String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let label = text[..<colon].lowercased()
        let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        guard !value.isEmpty, let field = Field.allCases.first(where: { $0.labels.contains(label) }) else { return nil }
        return (field, String(value))
    }

    /// The date of publication that a line of a page's furniture gives: behind a label ("Posted: 3 May 2024"), beside a
    /// byline, or alone.
    static func publicationDate(inFurniture line: ArraySlice<UInt8>) -> DayInterval? {
        guard line.count <= Boilerplate.longestLine, line.contains(where: \.isDigit) else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        guard let date = WrittenDate.first(in: text), let interval = date.interval else { return nil }
        let label = String(decoding: text.utf8.prefix(date.range.lowerBound), as: UTF8.self).lowercased()
        let key = label.prefix { $0 != ":" }.split(separator: " ").joined(separator: " ")
        let isLabelled = Field.published.labels.contains(key)
        return isLabelled || Boilerplate.isByline(line) || isOnlyDate(text) ? interval : nil
    }

    // MARK: Words

    /// Whether the line tells the publication's date, desk or page and nothing else.
    var isFurniture: Bool {
        guard let date else { return false }
        if publisher != nil { return true }
        let before = text.utf8.prefix(date.range.lowerBound)
        let after = text.utf8.dropFirst(date.range.upperBound)
        return Self.isFurniture(Substring(decoding: before, as: UTF8.self))
            && Self.isFurniture(Substring(decoding: after, as: UTF8.self))
    }

    /// Whether a line is a date, with or without a time of day, and nothing else.
    static func isOnlyDate(_ line: String) -> Bool {
        guard let date = WrittenDate.first(in: line) else { return false }
        let rest = Array(line.utf8.prefix(date.range.lowerBound)) + Array(line.utf8.dropFirst(date.range.upperBound))
        return Word.split(String(decoding: rest, as: UTF8.self))
            .allSatisfy { $0.digits > 0 || timeWords.contains($0.text) }
    }

    /// Whether words beside a date are of the desk's own: none, a time of day, or a page, edition or script.
    private static func isFurniture(_ words: Substring) -> Bool {
        let words = Word.split(String(words))
        return words.allSatisfy { $0.digits > 0 || timeWords.contains($0.text) }
            || words.contains { deskWords.contains($0.text) }
    }

    private static let timeWords: Set<String> = [
        "at", "am", "pm", "a", "p", "m", "h", "local", "time", "gmt", "utc", "bst", "est", "edt", "cet", "cest", "et",
        "pt", "pst", "pdt", "cst", "cdt", "ist", "noon", "midnight", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", "date", "dated", "published", "issued", "filed", "on", "updated",
    ]
    private static let smallWords: Set<String> = ["of", "the", "and", "in", "for", "at", "on", "de", "la", "le", "des"]
    /// Words that names of newspapers, agencies and stations have.
    private static let publicationWords: Set<String> = [
        "advertiser", "agency", "argus", "broadcasting", "bulletin", "chronicle", "correspondent", "courant", "courier",
        "daily", "desk", "despatch", "digest", "dispatch", "echo", "examiner", "gazette", "guardian", "herald",
        "independent", "journal", "leader", "ledger", "magazine", "mail", "mercury", "monitor", "monthly", "news",
        "newsletter", "newspaper", "newsroom", "observer", "post", "press", "quarterly", "radio", "record", "recorder",
        "register", "reporter", "review", "sentinel", "service", "standard", "star", "telegraph", "television", "times",
        "tribune", "tv", "weekly", "wire",
    ]
    private static let deskWords: Set<String> = [
        "bulletin", "script", "edition", "issue", "page", "vol", "volume", "no", "release", "embargo", "embargoed",
        "newsletter", "dispatch", "desk", "newsroom",
    ]
}

extension Substring {
    fileprivate init(decoding bytes: some Collection<UInt8>, as encoding: UTF8.Type) {
        self = Substring(String(decoding: bytes, as: encoding))
    }
}
