import Documents
import Language

/// Claims of what people, organisations, places and things are called: one for each name, where the document first gives it
/// in full. Their terms are the words of the name that are in no dictionary, which tell it from others.
struct NameClaims: ClaimFinder {
    private let reading: DocumentReading
    private let fullNames: FullNames

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        fullNames = FullNames(reading: reading)
    }

    func drafts() -> [Draft] {
        let named = reading.nameMentions.filter { $0.isFull && isWritten($0.span) }
        let families = Set(named.filter { $0.span.count > 1 }.map { reading.hash($0.span.end - 1) })
        var known: Set<String> = []
        return named.compactMap { mention in
            // "Okundaye" beside "Josef Okundaye" is no name of its own.
            if mention.span.count == 1, families.contains(reading.hash(mention.span.start)) { return nil }
            let text = reading.string(mention.span)
            guard known.insert(PlaceName.key(text)).inserted else { return nil }
            return Draft(
                rule: "name", attribute: "name", value: ClaimValue(text: text, content: .name(text)),
                tokens: mention.span, subject: .known(mention.subject), terms: rareWords(mention.span),
                modality: .asserted, isOwnVoice: true)
        }
    }

    /// Headings in capitals, names with numbers in them and words that any text capitalises tell no spelling.
    private func isWritten(_ span: TokenSpan) -> Bool {
        let tokens = reading.analysis.tokens[span.range]
        guard let first = tokens.first, let last = tokens.last, first.shape.contains(.capitalized),
            last.kind == .word, span.count > 1 || fullNames.isProper(span.start)
        else { return false }
        return !tokens.contains { $0.shape.contains(.hasDigit) || $0.kind == .address }
            && !tokens.allSatisfy { $0.shape.contains(.allCapitals) || $0.kind != .word }
            && tokens.contains { $0.kind == .word && $0.span.count > 2 }
    }

    private func rareWords(_ span: TokenSpan) -> [String] {
        var words: [String] = []
        for token in span.range where fullNames.isUnknown(token) {
            let word = reading.analysis.string(token).lowercased()
            if !words.contains(word) { words.append(word) }
        }
        return words.sorted()
    }
}
