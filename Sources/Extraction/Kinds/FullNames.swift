import Documents
import Language

/// The names of a document as an editor would write them down: without title and office, with their particles.
struct FullNames {
    let reading: DocumentReading

    /// The words of a mention of a name.
    ///
    /// - Returns: the name without the words before it that tell an office ("Transport Minister") or after it that tell where
    ///   its bearer comes from, and with "Bashar al-" where only the last word was taken for a name.
    func span(of name: Name) -> TokenSpan {
        let span = withParticles(name.span)
        guard name.type == .person else { return span }
        return withoutOffice(withoutOrigin(withoutOwner(span)))
    }

    /// The fullest form in which the document gives a name.
    func text(of name: Name) -> String { reading.string(span(of: reading.names.all[name.first])) }

    /// The one that is named, as the subject of claims.
    func subject(_ name: Name) -> Subject { Self.subject(text(of: name), type: reading.names.all[name.first].type) }

    static func subject(_ text: String, type: NameType) -> Subject {
        Subject(
            kind: .entity, text: text, key: "name:" + PlaceName.key(text), entity: Entity(name: text, type: type))
    }

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
        let last = span.range.dropLast(2).last { isAbbreviation($0) || isOffice($0) }
        return TokenSpan(last.map { $0 + 1 } ?? span.start, span.end)
    }

    /// A noun for people that is no name as well: "Minister", "Judge".
    func isOffice(_ token: Int) -> Bool {
        guard isCapitalized(token) || reading.part(token) == .noun else { return false }
        let readings = reading.english.lexicon.readings(hash: reading.analysis.tokens[token].hash)
        guard let first = readings.first, !readings.contains(where: { $0.form == .properName }) else { return false }
        return first.form == .singular && reading.english.lexicon.mainSense(first.entry) == .person
    }

    private func isAbbreviation(_ token: Int) -> Bool {
        reading.analysis.tokens[token].shape.contains(.abbreviation) && reading.analysis.tokens[token].span.count > 2
    }

    private func isCapitalized(_ token: Int) -> Bool {
        reading.analysis.tokens[token].shape.contains(.capitalized)
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
    private static let particles = Set(
        [
            "al", "el", "ul", "ad", "as", "ash", "an", "ar", "at", "bin", "ibn", "bint", "abu", "umm", "de", "del", "della",
            "di", "da", "dos", "du", "van", "von", "der", "den", "ter", "zu", "le", "la",
        ].map { FoldedForm($0).hash })
}
