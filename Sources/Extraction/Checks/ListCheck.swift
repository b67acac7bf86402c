import Documents
import FoundationEssentials
import Language
import Values

/// A count against the list that follows: "four priorities: schools, roads and parks".
struct ListCheck: Check {
    static let sort = CheckRule.Sort.list

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] { text.quantities.indices.compactMap(finding) }

    private func finding(_ place: Int) -> CheckFinding? {
        let quantity = text.quantities[place]
        guard quantity.kind == .cardinal, let value = quantity.value, (2...20).contains(value), quantity.bound == nil,
            !quantity.approximate, let colon = colon(behind: quantity), !isPartial(quantity),
            text.isTold(quantity.tokens), let list = list(behind: colon, place)
        else { return nil }
        let count = value.description
        guard let number = Int(count), !list.counts.contains(number), !list.isOpen(number) else { return nil }
        let words = text.reading.string(quantity.noun.map { quantity.figure.union($0) } ?? quantity.figure)
        return CheckFinding(
            sort: Self.sort, kind: "arithmetic", message: "“\(words)”, but the list that follows has \(list.likely).",
            parts: [.words(Draft(Self.sort, quantity, in: text)), .words(draft(list, quantity))])
    }

    /// The colon that ends the phrase of a count.
    private func colon(behind quantity: Quantity) -> Int? {
        guard let noun = quantity.noun else { return nil }
        if text.isMark(":", noun.end) { return noun.end }
        // "Four new trustees were elected: …"
        let sentence = text.sentence(quantity.sentence)
        guard quantity.tokens.start == sentence.start,
            let colon = (noun.end..<min(sentence.end, noun.end + Self.reach)).first(where: { text.mark($0) != 0 }),
            text.isMark(":", colon)
        else { return nil }
        return colon
    }

    /// Tokens of the clause between a count and its list, at the most.
    private static let reach = 6

    /// "one of four priorities", "the first four priorities"
    private func isPartial(_ quantity: Quantity) -> Bool {
        let before = quantity.tokens.start - 1
        return text.isWord(.of, before) || text.isWord(.of, before - 1)
            || text.has(.open, .former, in: max(0, before - 2)..<quantity.tokens.start)
    }

    // MARK: The list

    private struct List {
        var tokens: TokenSpan
        var members: [String]
        /// How many members it can be read to have: "bread and butter" is one or two.
        var counts: ClosedRange<Int>
        /// The number that a reader would count.
        var likely: Int

        /// Each member may carry a gloss of its own: "Ann Bell, a teacher, and Joe Cole, a cook".
        func isOpen(_ number: Int) -> Bool { counts.lowerBound > number && counts.lowerBound % number == 0 }
    }

    private func draft(_ list: List, _ quantity: Quantity) -> Draft {
        Draft(
            rule: Self.sort.id, attribute: text.noun(of: quantity) ?? "list",
            value: ClaimValue(
                text: text.reading.string(list.tokens), content: .set(members: list.members, isOpen: false)),
            tokens: list.tokens, subject: .passage)
    }

    private func list(behind colon: Int, _ place: Int) -> List? {
        let sentence = text.sentence(text.quantities[place].sentence)
        var end = sentence.end
        guard colon < end else { return nil }
        while end > colon + 1, text.isMark(".", end - 1) { end -= 1 }
        return end == colon + 1 ? items(behind: text.quantities[place].sentence) : words(colon + 1..<end, place)
    }

    /// A list that runs on in the sentence.
    private func words(_ tokens: Range<Int>, _ place: Int) -> List? {
        let next = place + 1
        let isPlain =
            next >= text.quantities.count || text.quantities[next].tokens.start >= tokens.upperBound
        guard isPlain, text.reading.times(in: TokenSpan(tokens.lowerBound, tokens.upperBound)).isEmpty,
            !text.has(.open, .rest, in: tokens), !tokens.contains(where: isClause)
        else { return nil }
        let isSplitBySemicolon = tokens.contains { text.isMark(";", $0) }
        let items = tokens.split { text.isMark(isSplitBySemicolon ? ";" : ",", $0) }
        guard items.allSatisfy({ (1...7).contains($0.count) }), areAlike(items) else { return nil }
        var most = items.count
        if !isSplitBySemicolon {
            for item in items { most += item.dropFirst().dropLast().filter { text.isWord(.and, $0) }.count }
        }
        guard most > 1, let last = items.last else { return nil }
        let endsInTwo = !isSplitBySemicolon && last.dropFirst().contains { text.isWord(.and, $0) }
        // The only "and" of a long list is its own; "to climb a hill and to sleep" may be one of two.
        let isListsOwn =
            endsInTwo && items.count >= Self.long && tokens.count(where: { text.isWord(.and, $0) }) == 1
        let span = TokenSpan(tokens.lowerBound, tokens.upperBound)
        return List(
            tokens: span, members: items.map { text.reading.string(TokenSpan($0.lowerBound, $0.upperBound)) },
            counts: (isListsOwn ? most : items.count)...most, likely: items.count + (endsInTwo ? 1 : 0))
    }

    private static let long = 4

    /// A verb, or a mark that a plain list does not have.
    private func isClause(_ token: Int) -> Bool {
        switch text.mark(token) {
        case 0: text.reading.part(token) == .verb && text.reading.features(token).contains(.finite)
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "'"): false
        default: true
        }
    }

    /// All are names, or none is.
    private func areAlike(_ items: [Range<Int>.SubSequence]) -> Bool {
        let named = items.filter { item in
            item.contains { text.isKind(.word, $0) && text.analysis.tokens[$0].shape.contains(.capitalized) }
        }
        return named.isEmpty || named.count == items.count
    }

    /// A list of items that stands below the sentence, all at one depth.
    private func items(behind sentence: Int) -> List? {
        let blocks = text.analysis.document.blocks
        let first = text.analysis.sentences[sentence].block + 1
        let last = sentence + 1 == text.analysis.sentences.count || text.analysis.sentences[sentence + 1].block >= first
        let items = blocks[min(first, blocks.count)...].prefix { $0.kind == .listItem }
        // A list that goes on behind a paragraph may be one with a paragraph in it.
        let rest = blocks[items.endIndex...].prefix(2)
        guard last, items.count > 1, !rest.contains(where: { $0.kind == .listItem }) else { return nil }
        let places = items.map { text.analysis.document.sourceMap.position(of: $0.span.start) }
        guard Set(places.map(\.column)).count == 1, Set(places.map(\.line)).count == items.count,
            let start = text.analysis.sentences.first(where: { $0.block == items.startIndex }),
            let end = text.analysis.sentences.last(where: { $0.block == items.endIndex - 1 })
        else { return nil }
        return List(
            tokens: start.tokens.union(end.tokens), members: items.map { text.analysis.document.string($0.span) },
            counts: items.count...items.count, likely: items.count)
    }
}
