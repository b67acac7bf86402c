/// Phrases before a number that say where the true figure lies.
enum BoundPhrases {
    enum Meaning: Sendable {
        case bound(Quantity.Bound)
        case approximate
    }

    struct Phrase: Sendable {
        var words: [String]
        var meaning: Meaning
    }

    private static let table: [(meaning: Meaning, phrases: String)] = [
        (.bound(.atLeast), "no fewer than, no less than, not less than, a minimum of, at least"),
        (
            .bound(.moreThan),
            """
            well over, just over, little more than, more than, greater than, upwards of, upward of, north of, in excess of, \
            over, above
            """
        ),
        (.bound(.atMost), "no more than, not more than, a maximum of, at most, as many as, as much as, up to"),
        (.bound(.lessThan), "fewer than, less than, just under, under, below"),
        (
            .approximate,
            "an estimated, close to, about, around, roughly, approximately, some, nearly, almost, circa, approx., estimated"
        ),
    ]

    /// All phrases, those of more words first, so that the longest that fits is found.
    static let all: [Phrase] = table.flatMap { row in
        row.phrases.split(separator: ",").map { phrase in
            Phrase(words: phrase.split(whereSeparator: \.isWhitespace).map(String.init), meaning: row.meaning)
        }
    }.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }.map(\.element)
}
