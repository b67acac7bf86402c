/// Phrases beside a number that say where the true figure lies.
enum Hedges {
    enum Meaning: Sendable {
        case bound(Quantity.Bound)
        /// About; `isBelow` where the figure is just not reached ("nearly").
        case approximate(isBelow: Bool)
    }

    struct Phrase: Sendable {
        var words: [String]
        var meaning: Meaning
    }

    typealias Row = (meaning: Meaning, phrases: String)

    private static let beforeTable: [Row] = [
        (
            .bound(.atLeast),
            "no fewer than, no less than, not less than, a minimum of, minimum of, at least, at the very least, ≥"
        ),
        (
            .bound(.moreThan),
            """
            well over, just over, slightly over, a little over, little more than, just more than, slightly more than, \
            well more than, more than, over than, greater than, higher than, better than, upwards of, upward of, north of, \
            in excess of, over, above, exceeding, >
            """
        ),
        (
            .bound(.atMost),
            "no more than, not more than, no greater than, a maximum of, maximum of, at most, at the most, as many as, as much as, as high as, up to, ≤"
        ),
        (
            .bound(.lessThan),
            """
            fewer than, less than, lower than, just under, slightly under, well under, under, below, south of, just below, \
            well below, just short of, <
            """
        ),
        (
            .approximate(isBelow: false),
            """
            an estimated, estimated, about, around, roughly, approximately, approx, approx., some, circa, c., ca., \
            something like, in the region of, in the neighborhood of, in the neighbourhood of, on the order of, \
            in the order of, more or less, ~, ≈, an approximate, give or take, or so
            """
        ),
        (
            .approximate(isBelow: true),
            "nearly, almost, close to, approaching, virtually, not quite, just shy of, shy of, barely"
        ),
    ]

    private static let afterTable: [Row] = [
        (
            .bound(.atLeast),
            "or more, or above, or greater, or higher, or over, or older, and up, and over, and above, plus, +, at least, at a minimum"
        ),
        (
            .bound(.atMost),
            "or less, or fewer, or under, or below, or younger, at most, at the most, at a maximum, tops"
        ),
        (.approximate(isBelow: false), "or so, or thereabouts, odd, give or take, approximately, roughly"),
    ]

    static let before = phrases(beforeTable)
    static let after = phrases(afterTable)

    private static func phrases(_ table: [Row]) -> [Phrase] {
        table.flatMap { row in
            row.phrases.split(separator: ",").map { phrase in
                Phrase(words: phrase.split(whereSeparator: \.isWhitespace).map(String.init), meaning: row.meaning)
            }
        }
    }
}
