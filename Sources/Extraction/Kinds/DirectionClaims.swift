import Documents
import FoundationEssentials
import Language
import Values

/// Claims of the direction in which something lies from a named place: "22 kilometres south-west of Delmi".
struct DirectionClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
    }

    func drafts() -> [Draft] {
        reading.analysis.tokens.indices.filter { reading.analysis.tokens[$0].hash == Self.of }.compactMap(draft)
    }

    private func draft(_ of: Int) -> Draft? {
        guard reading.syntax.isParsed(of), let (direction, start) = direction(before: of),
            let anchor = anchor(after: of), let distance = distance(before: start)
        else { return nil }
        let tokens = TokenSpan(distance.tokens.start, anchor.end)
        let predicate = reading.predicate(of: distance.tokens.start)
        if let predicate, clauses.standing(of: predicate)?.isNegated == true { return nil }
        return Draft(
            rule: "place.direction", attribute: "direction",
            value: ClaimValue(
                text: reading.string(tokens), figure: reading.string(TokenSpan(start, anchor.end)),
                content: .place(name: reading.string(anchor), direction: direction)),
            tokens: tokens, subject: .passage, terms: Self.steps(distance.metres), modality: .asserted)
    }

    /// "south-west", "southwest", "north" right before "of", with its first token.
    private func direction(before of: Int) -> (String, start: Int)? {
        let sentence = reading.tokens(ofSentence: of)
        guard of - 1 >= sentence.start else { return nil }
        let word = reading.analysis.string(of - 1).lowercased()
        if of - 3 >= sentence.start, reading.analysis.tokens[of - 2].hash == Self.hyphen {
            let whole = reading.analysis.string(of - 3).lowercased() + word
            return Self.names[whole].map { ($0, of - 3) }
        }
        return Self.names[word].map { ($0, of - 1) }
    }

    /// The noun phrase with a name, or "the station".
    private func anchor(after of: Int) -> TokenSpan? {
        let sentence = reading.tokens(ofSentence: of)
        var start = of + 1
        if start < sentence.end, Self.articles.contains(reading.analysis.tokens[start].hash) { start += 1 }
        guard start < sentence.end else { return nil }
        if let name = reading.names.name(at: start), name.form != .nationality {
            var end = name.span.end
            while end < sentence.end, reading.part(end) == .noun, reading.relation(end - 1) == .compound { end += 1 }
            return TokenSpan(start, end)
        }
        guard start > of + 1, reading.part(start) == .noun, reading.relation(start) != .compound else { return nil }
        return TokenSpan(start, start + 1)
    }

    /// The length that stands before a direction, in metres: "14 miles to the [north-east]".
    private func distance(before start: Int) -> (tokens: TokenSpan, metres: Decimal)? {
        var end = start
        let sentence = reading.tokens(ofSentence: start)
        while end > sentence.start, start - end < 3, Self.links.contains(reading.analysis.tokens[end - 1].hash) {
            end -= 1
        }
        guard
            let quantity = reading.mentions.quantities.first(where: {
                $0.tokens.end == end && $0.unit?.dimension == .length
            }), let unit = quantity.unit
        else { return nil }
        let base = unit.inBase(quantity.interval)
        guard let metres = base.lower ?? base.upper, metres > 0 else { return nil }
        return (quantity.tokens, metres)
    }

    /// The two steps of a scale of 12 per cent that lie around a length, as terms: lengths that differ by less share one.
    private static func steps(_ metres: Decimal) -> [String] {
        var step = 0
        var bound: Decimal = 1
        while bound < metres, step < 200 {
            bound *= Decimal(string: "1.12") ?? 2
            step += 1
        }
        return ["distance \(step)", "distance \(step + 1)"]
    }

    private static let of = FoldedForm("of").hash
    private static let hyphen = FoldedForm("-").hash
    private static let articles = FoldedForm.hashes("the a")
    private static let links = FoldedForm.hashes("to the due")

    /// Directions by how they are written, hyphens left out.
    private static let names: [String: String] = {
        var names: [String: String] = [:]
        let points = [
            "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
            "north-north-east", "east-north-east", "east-south-east", "south-south-east", "south-south-west",
            "west-south-west", "west-north-west", "north-north-west",
        ]
        for point in points { names[point.split(separator: "-").joined()] = point }
        return names
    }()
}
