import StrictYAML

/// The YAML between two lines of `---` with which a Markdown file may begin.
struct FrontMatter {
    var metadata = Metadata()
    /// The name the document gives itself.
    var id: String?
    /// Byte of the file at which the text after it begins; 0 where there is none.
    var end = 0
    var notes: [ReadingNote] = []

    /// The keys that are read, with other names they go by; all others belong to whoever publishes the file.
    private enum Key: String, CaseIterable {
        case title, publisher, date, language, id, status

        var names: [String] {
            switch self {
            case .title, .publisher, .id, .status: [rawValue]
            case .date: ["date", "published"]
            case .language: ["language", "lang"]
            }
        }
    }

    /// - Throws: `frontMatter` where what stands between the lines is no YAML.
    static func read(_ file: [UInt8], path: String) throws(DocumentError) -> FrontMatter {
        guard let (body, end) = range(in: file, fence: "---", separator: UInt8(ascii: ":")) else {
            guard let (_, end) = range(in: file, fence: "+++", separator: UInt8(ascii: "=")) else {
                return FrontMatter()
            }
            return FrontMatter(end: end, notes: [ReadingNote("front matter in TOML is not read; use YAML", line: 1)])
        }
        let reader = YAMLReader()
        let top = reader.read(file.string(body), file: path, lineOffset: 1)
        if !reader.problems.isEmpty { throw .frontMatter(problems: reader.problems) }
        var front = FrontMatter(end: end)
        for (key, value) in top?.entries() ?? [] {
            guard let name = key.string(), let known = Key.allCases.first(where: { $0.names.contains(name) }) else {
                continue
            }
            guard let text = value.string() else {
                front.notes.append(
                    ReadingNote("front matter: '\(name)' is no text and is left aside", line: value.line))
                continue
            }
            front.take(known, text, line: value.line)
        }
        return front
    }

    private mutating func take(_ key: Key, _ text: String, line: Int) {
        if text.isEmpty { return }
        switch key {
        case .title: metadata.title = text
        case .publisher: metadata.publisher = text
        case .language: metadata.language = text
        case .status: metadata.status = text
        case .id: id = text
        case .date:
            metadata.published = DayInterval(iso: text) ?? WrittenDate.first(in: text)?.interval
            if metadata.published == nil {
                notes.append(ReadingNote("front matter: '\(text)' is no date (expected YYYY-MM-DD)", line: line))
            }
        }
    }

    /// What stands between two fences and the end of the line that closes it. A first line of `---` that no key follows is a line drawn across
    /// the page.
    private static func range(
        in file: [UInt8], fence: StaticString, separator: UInt8
    ) -> (body: Range<Int>, end: Int)? {
        guard isFence(lineEnding(file, 0), fence, file) else { return nil }
        let body = lineEnding(file, 0).next
        guard let first = file[body...].first(where: { !$0.isWhitespace }),
            first.isLetter || first == 0x22 || first == 0x23
        else { return nil }
        var start = body
        var sawKey = false
        while start < file.count {
            let line = lineEnding(file, start)
            if isFence(line, fence, file) || (file.hasASCII("...", at: start) && line.end - start == 3) {
                return sawKey ? (body..<start, line.next) : nil
            }
            if !sawKey, file[start] != 0x23, line.end > start {
                guard file[start..<line.end].contains(separator) else { return nil }
                sawKey = true
            }
            start = line.next
        }
        return nil
    }

    private static func isFence(
        _ line: (start: Int, end: Int, next: Int), _ fence: StaticString, _ file: [UInt8]
    ) -> Bool {
        file.hasASCII(fence, at: line.start) && line.end - line.start == 3
    }

    /// Where the line that begins at `start` ends, without its white space, and where the next one begins.
    private static func lineEnding(_ file: [UInt8], _ start: Int) -> (start: Int, end: Int, next: Int) {
        let newline = file[min(start, file.count)...].firstIndex(of: .newline) ?? file.count
        var end = newline
        while end > start, file[end - 1].isWhitespace { end -= 1 }
        return (start, end, min(newline + 1, file.count))
    }
}
