import Documents
import Language

/// Lists of names each of which has words of its own ("on macOS 13 and later, on Debian 12 and on Fedora 41"): trees take the
/// inner "and" for one of the list, so these are read by their words.
struct NamedLists {
    struct List {
        var members: [String]
        var span: TokenSpan
    }

    private let reading: DocumentReading
    private static let fewest = 3
    /// Words of one name.
    private static let longest = 5

    init(_ reading: DocumentReading) { self.reading = reading }

    /// In text order.
    func all() -> [List] { reading.analysis.sentences.flatMap { lists(in: $0.tokens) } }

    private func lists(in sentence: TokenSpan) -> [List] {
        guard sentence.range.contains(where: { reading.isWord($0, Self.later) }) || repeatsPreposition(sentence) else {
            return []
        }
        var found: [List] = []
        var token = sentence.start
        while token < sentence.end {
            guard let list = list(from: token, before: sentence.end) else {
                token += 1
                continue
            }
            found.append(list)
            token = list.span.end
        }
        return found
    }

    /// "on … on … on"
    private func repeatsPreposition(_ sentence: TokenSpan) -> Bool {
        var counts: [UInt64: Int] = [:]
        for token in sentence.range where reading.part(token) == .adposition {
            counts[reading.analysis.tokens[token].hash, default: 0] += 1
        }
        return counts.values.contains { $0 >= Self.fewest }
    }

    /// The list whose first name begins at a token, where it has three members or more and is closed by "and".
    private func list(from start: Int, before end: Int) -> List? {
        guard let first = name(at: start, before: end) else { return nil }
        var names = [first]
        var place = tail(of: first, before: end)
        var isClosed = false
        var hasOwnWords = place > first.end
        while !isClosed, let (next, closes) = separator(at: place, before: end) {
            let behind = isPreposition(next) ? next + 1 : next
            guard let name = name(at: behind, before: end) else { break }
            names.append(name)
            place = tail(of: name, before: end)
            hasOwnWords = hasOwnWords || place > name.end || behind > next
            isClosed = closes
        }
        guard isClosed, hasOwnWords, names.count >= Self.fewest, let last = names.last else { return nil }
        let members = names.map(reading.string)
        guard Set(members).count == members.count else { return nil }
        return List(members: members, span: TokenSpan(first.start, last.end))
    }

    /// What parts two members, with the token behind it, and whether it comes before the last.
    private func separator(at place: Int, before end: Int) -> (next: Int, closes: Bool)? {
        guard place + 1 < end else { return nil }
        if reading.isWord(place, Self.and) { return (place + 1, true) }
        guard reading.isWord(place, Self.comma) else { return nil }
        return reading.isWord(place + 1, Self.and) ? (place + 2, true) : (place + 1, false)
    }

    /// Words with capitals and the numbers behind them: "Debian 12", "macOS 13".
    private func name(at start: Int, before end: Int) -> TokenSpan? {
        let tokens = (start..<min(end, start + Self.longest)).prefix { isNameWord($0) || $0 > start && isNumber($0) }
        guard let last = tokens.last, isNameWord(start) else { return nil }
        return TokenSpan(start, last + 1)
    }

    /// Behind "and later", "or newer".
    private func tail(of name: TokenSpan, before end: Int) -> Int {
        guard name.end + 1 < end, reading.isWord(name.end, Self.and), reading.isWord(name.end + 1, Self.later) else {
            return name.end
        }
        return name.end + 2
    }

    /// A capital anywhere but in the first word of a sentence, which has one of itself.
    private func isNameWord(_ token: Int) -> Bool {
        guard reading.analysis.tokens[token].kind == .word,
            !reading.analysis.tokens[token].shape.contains(.sentenceStart)
        else { return false }
        return reading.analysis.document.text[reading.analysis.tokens[token].span.range].contains {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        }
    }

    private func isNumber(_ token: Int) -> Bool { reading.analysis.tokens[token].kind == .number }
    private func isPreposition(_ token: Int) -> Bool { reading.part(token) == .adposition }

    private static let comma = FoldedForm.hashes(",")
    private static let and = FoldedForm.hashes("and or")
    private static let later = FoldedForm.hashes("later above newer up higher earlier onwards")
}
