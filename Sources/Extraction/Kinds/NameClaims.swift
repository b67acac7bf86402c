import Documents
import Language

/// Claims of what people, organisations, places and things are called: one for each name, where the document first gives it
/// in full. Their terms are the words of the name that are in no dictionary, which tell it from others.
struct NameClaims: ClaimFinder {
    private let reading: DocumentReading
    private let fullNames: FullNames

    init(_ reading: DocumentReading) {
        self.reading = reading
        fullNames = FullNames(reading: reading)
    }

    func drafts() -> [Draft] {
        let named = mentions()
        let families = Set(named.filter { $0.span.count > 1 }.map { hash($0.span.end - 1) })
        var known: Set<String> = []
        return named.compactMap { mention in
            // "Okundaye" beside "Josef Okundaye" is no name of its own.
            if mention.span.count == 1, families.contains(hash(mention.span.start)) { return nil }
            let text = reading.string(mention.span)
            guard known.insert(PlaceName.key(text)).inserted else { return nil }
            return Draft(
                rule: "name", attribute: "name", value: ClaimValue(text: text, content: .name(text)),
                tokens: mention.span, subject: .known(FullNames.subject(text, type: mention.type)),
                terms: rareWords(mention.span), modality: .asserted, isOwnVoice: true)
        }
    }

    /// The places of all names in text order, binomials included.
    private func mentions() -> [(span: TokenSpan, type: NameType)] {
        let binomials = reading.analysis.tokens.indices.dropFirst().filter(isSpecies)
            .map { (span: TokenSpan($0 - 1, $0 + 1), type: NameType.product) }
        let covered = Set(binomials.map(\.span.start))
        let names = reading.names.all.filter { $0.form == .name && $0.country == nil }
            .map { (span: fullNames.span(of: $0), type: $0.type) }
            .filter { isWritten($0.span) && !covered.contains($0.span.start) }
        return (names + binomials).sorted { $0.span < $1.span }
    }

    /// "Ursus arctos": a capitalised word and one of its own that no dictionary knows, both taken for one name.
    private func isSpecies(_ token: Int) -> Bool {
        let shape = reading.analysis.tokens[token].shape
        return reading.analysis.tokens[token].kind == .word && !shape.contains(.capitalized)
            && shape.contains(.spaceBefore) && reading.syntax.isParsed(token) && reading.relation(token) == .flat
            && reading.head(token) == token - 1 && reading.part(token - 1) == .properNoun
            && reading.analysis.tokens[token - 1].shape.contains(.capitalized) && isRare(token) && isRare(token - 1)
    }

    /// Headings in capitals, names with numbers in them and words that any text capitalises tell no spelling.
    private func isWritten(_ span: TokenSpan) -> Bool {
        let tokens = reading.analysis.tokens[span.range]
        guard let first = tokens.first, let last = tokens.last, first.shape.contains(.capitalized),
            last.shape.contains(.capitalized), span.count > 1 || isProper(span.start)
        else { return false }
        return !tokens.contains { $0.shape.contains(.hasDigit) || $0.kind == .address }
            && !tokens.allSatisfy { $0.shape.contains(.allCapitals) || $0.kind != .word }
            && tokens.contains { $0.kind == .word && $0.span.count > 2 }
    }

    private func rareWords(_ span: TokenSpan) -> [String] {
        var words: [String] = []
        for token in span.range where isRare(token) {
            let word = reading.analysis.string(token).lowercased()
            if !words.contains(word) { words.append(word) }
        }
        return words.sorted()
    }

    /// No dictionary has the word, not even as a name.
    private func isRare(_ token: Int) -> Bool {
        reading.analysis.tokens[token].kind == .word
            && reading.english.lexicon.readings(hash: hash(token)).isEmpty
    }

    private func isProper(_ token: Int) -> Bool {
        reading.english.lexicon.readings(hash: hash(token)).allSatisfy { $0.form == .properName }
    }

    private func hash(_ token: Int) -> UInt64 { reading.analysis.tokens[token].hash }
}
