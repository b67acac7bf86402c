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

    /// The name in capitals before the date, as in `DAILY COURIER, 6 March 2025`.
    var publisher: String? {
        guard let date else { return nil }
        let before = String(decoding: text.utf8.prefix(date.range.lowerBound), as: UTF8.self)
        let name = before.reversed().drop { $0.isWhitespace || ",|-–—(:;/·•".contains($0) }.reversed()
        let letters = name.filter(\.isLetter)
        return letters.count >= 3 && letters.allSatisfy(\.isUppercase) ? String(name) : nil
    }

    /// Whether the line can be the name of the one who publishes: short, no date, no figure, no sentence.
    var isMasthead: Bool {
        date == nil && text.utf8.count <= 60 && !text.utf8.contains(where: \.isDigit)
            && !(text.unicodeScalars.last.map { ".,:;?!".unicodeScalars.contains($0) } ?? true)
    }

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
