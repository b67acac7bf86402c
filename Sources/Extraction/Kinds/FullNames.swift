import Documents
import Language

/// A place where a document names somebody or something.
struct NameMention {
    /// Without title and office.
    var span: TokenSpan
    var type: NameType
    /// The fullest form in which the document gives the name.
    var full: String
    /// The name itself, not a short form of one told before.
    var isFull: Bool

    /// The one that is named, as the subject of claims.
    var subject: Subject {
        Subject(kind: .entity, text: full, key: "name:" + PlaceName.key(full), entity: Entity(name: full, type: type))
    }
}

/// The names of a document as an editor would write them down: without title and office, with their particles.
struct FullNames {
    let reading: DocumentReading

    /// Names and short forms in text order; species and names of several words that only the trees show are among them.
    func mentions() -> [NameMention] {
        let known = reading.names.all.compactMap(mention)
        let covered = Set(known.flatMap(\.span.range))
        let others = reading.analysis.tokens.indices.compactMap { token in
            (species(endingAt: token) ?? flatName(from: token))
                .flatMap { covered.isDisjoint(with: $0.span.range.dropFirst($0.type == .product ? 1 : 0)) ? $0 : nil }
        }
        let taken = Set(others.flatMap(\.span.range))
        return (known.filter { taken.isDisjoint(with: $0.span.range) } + others).sorted { $0.span < $1.span }
    }

    private func mention(_ name: Name) -> NameMention? {
        guard name.form == .name || name.form == .short, name.country == nil else { return nil }
        let span = span(of: name)
        guard isCapitalized(span.start) else { return nil }
        return NameMention(
            span: span, type: reading.names.all[name.first].type,
            full: isHeading(name) ? reading.string(span) : text(of: name),
            isFull: name.form == .name)
    }

    /// The document gives the name first in capitals, as in a dateline.
    private func isHeading(_ name: Name) -> Bool {
        reading.names.all[name.first].span.range.allSatisfy {
            reading.analysis.tokens[$0].shape.contains(.allCapitals)
        }
    }

    /// "Ursus arctos": a capitalised word and one of its own that no dictionary knows, both taken for one name.
    private func species(endingAt token: Int) -> NameMention? {
        let shape = reading.analysis.tokens[token].shape
        guard token > 0, reading.analysis.tokens[token].kind == .word, !shape.contains(.capitalized),
            shape.contains(.spaceBefore), reading.syntax.isParsed(token), reading.relation(token) == .flat,
            reading.head(token) == token - 1, reading.part(token - 1) == .properNoun, isCapitalized(token - 1),
            isUnknown(token), isProper(token - 1)
        else { return nil }
        return mention(TokenSpan(token - 1, token + 1), .product)
    }

    /// Proper nouns that hang together without a head, as the names of people do.
    private func flatName(from head: Int) -> NameMention? {
        guard reading.syntax.isParsed(head), reading.part(head) == .properNoun, isCapitalized(head),
            reading.names.index(at: head) == nil
        else { return nil }
        let parts = (Array(reading.syntax.dependents(of: head)) + titled(head)).filter {
            reading.relation($0) == .flat && $0 > head
        }
        guard let last = parts.last(where: isCapitalized), last - head < 6 else { return nil }
        let span = TokenSpan(head, last + 1)
        let isWhole = span.range.allSatisfy { parts.contains($0) || $0 == head || isHyphen($0) }
        return isWhole ? mention(withoutOffice(span), .person) : nil
    }

    /// "director Anneke Rowe": the words of a name may hang on its title, each by itself.
    private func titled(_ head: Int) -> [Int] {
        guard reading.relation(head) == .flat, reading.head(head) == head - 1, isOffice(head - 1) else { return [] }
        return Array(reading.syntax.dependents(of: head - 1))
    }

    private func mention(_ span: TokenSpan, _ type: NameType) -> NameMention {
        NameMention(span: span, type: type, full: reading.string(span), isFull: true)
    }

    /// No dictionary has the word but as a name.
    func isProper(_ token: Int) -> Bool {
        reading.english.lexicon.readings(hash: reading.analysis.tokens[token].hash).allSatisfy {
            $0.form == .properName
        }
    }

    /// No dictionary has the word, not even as a name.
    func isUnknown(_ token: Int) -> Bool {
        reading.analysis.tokens[token].kind == .word
            && reading.english.lexicon.readings(hash: reading.analysis.tokens[token].hash).isEmpty
    }

    /// The words of a mention of a name.
    ///
    /// - Returns: the name without the words before it that tell an office ("Transport Minister") or after it that tell where
    ///   its bearer comes from, and with "Bashar al-" where only the last word was taken for a name.
    func span(of name: Name) -> TokenSpan {
        let span = withParticles(withFamily(name.span))
        guard name.type == .person else { return span }
        return withoutOffice(withoutOrigin(withoutOwner(span)))
    }

    /// The fullest form in which the document gives a name.
    func text(of name: Name) -> String { reading.string(span(of: reading.names.all[name.first])) }

    /// "Spain's Carla Benitez"
    private func withoutOwner(_ span: TokenSpan) -> TokenSpan {
        let owner = span.range.dropLast().last { reading.analysis.tokens[$0].shape.contains(.clitic) }
        return TokenSpan(owner.map { $0 + 1 } ?? span.start, span.end)
    }

    /// "Irina Kolt of Karsovia"
    private func withoutOrigin(_ span: TokenSpan) -> TokenSpan {
        let end = span.range.dropFirst().first { reading.part($0) == .adposition && !isCapitalized($0) }
        return TokenSpan(span.start, end ?? span.end)
    }

    /// "Transport Minister Ruth Balogun": two words must be left, so that Dean Martin keeps his name.
    private func withoutOffice(_ span: TokenSpan) -> TokenSpan {
        let last =
            span.range.dropLast(2).last { isAbbreviation($0) || isOffice($0) }
            ?? span.range.dropLast().first(where: isAddress)
        return TokenSpan(last.map { $0 + 1 } ?? span.start, span.end)
    }

    /// A noun for people that is no name as well: "Minister", "Judge".
    func isOffice(_ token: Int) -> Bool {
        guard isCapitalized(token) || reading.part(token) == .noun else { return false }
        let readings = reading.english.lexicon.readings(hash: reading.analysis.tokens[token].hash)
        guard let first = readings.first, !readings.contains(where: { $0.form == .properName }) else { return false }
        return first.form == .singular && reading.english.lexicon.mainSense(first.entry) == .person
    }

    /// "Dr", "Mr", "Sir"
    private func isAddress(_ token: Int) -> Bool {
        reading.flags(token).contains(.unofficial)
    }

    private func isAbbreviation(_ token: Int) -> Bool {
        reading.analysis.tokens[token].shape.contains(.abbreviation) && reading.analysis.tokens[token].span.count > 2
    }

    private func isCapitalized(_ token: Int) -> Bool {
        reading.analysis.tokens[token].shape.contains(.capitalized)
    }

    /// "Bashar al-Assad", where only the first word was taken for a name.
    private func withFamily(_ span: TokenSpan) -> TokenSpan {
        let end = span.end
        guard end + 2 < reading.tokens(ofSentence: span.start).end, isHyphen(end + 1), isCapitalized(end + 2),
            Self.particles.contains(reading.analysis.tokens[end].hash), reading.names.index(at: end) == nil,
            reading.part(end + 2) == .properNoun
        else { return span }
        return TokenSpan(span.start, end + 3)
    }

    /// "Bashar al-Assad", "Ursula von der Leyen": back over particles, and to the name before them.
    private func withParticles(_ span: TokenSpan) -> TokenSpan {
        let sentence = reading.tokens(ofSentence: span.start)
        var start = span.start
        while start > sentence.start {
            let isHyphenated = isHyphen(start - 1) && start - 2 >= sentence.start
            let particle = isHyphenated ? start - 2 : start - 1
            guard Self.particles.contains(reading.analysis.tokens[particle].hash) else { break }
            start = particle
        }
        guard start < span.start, start > sentence.start, isCapitalized(start - 1),
            reading.part(start - 1) == .properNoun
        else { return start < span.start && isHyphen(span.start - 1) ? TokenSpan(start, span.end) : span }
        return TokenSpan(start - 1, span.end)
    }

    private func isHyphen(_ token: Int) -> Bool {
        reading.analysis.tokens[token].hash == Self.hyphen
            && !reading.analysis.tokens[token].shape.contains(.spaceBefore)
    }

    private static let hyphen = FoldedForm("-").hash
    private static let particles = FoldedForm.hashes(
        "al el ul ad as ash an ar at bin ibn bint abu umm de del della di da dos du van von der den ter zu le la")
}
