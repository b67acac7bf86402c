import Documents
import Extraction

/// A paragraph of a document in which findings show claims: the claims' words told apart, and the findings that show them.
struct MarkedParagraph {
    struct Piece: Equatable {
        var text: String
        var isClaim: Bool
    }

    /// Of the first of its claims.
    private(set) var lineNumber: Int
    private(set) var pieces: [Piece] = []
    private(set) var uses: [ClaimPlaces.Use]

    private let text: [UInt8]
    /// The claims' words in the text; apart from each other, in order.
    private var marks: [Range<Int>]
    private var last: Claim

    /// - Parameter entries: the claims of one document, in the order of its text.
    static func paragraphs(of entries: [ClaimPlaces.Entry]) -> [MarkedParagraph] {
        var paragraphs: [MarkedParagraph] = []
        for entry in entries {
            let paragraph = MarkedParagraph(entry)
            if let index = paragraphs.indices.last, paragraphs[index].holds(paragraph) {
                paragraphs[index].add(paragraph)
            } else {
                paragraphs.append(paragraph)
            }
        }
        for index in paragraphs.indices { paragraphs[index].cut() }
        return paragraphs
    }

    private init(_ entry: ClaimPlaces.Entry) {
        let claim = entry.claim
        lineNumber = claim.position.line
        uses = entry.uses
        last = claim
        let around = claim.surroundings
        let quote = Array(claim.quote.utf8)
        let whole = Array(
            [around.before, claim.sentence, around.after].filter { !$0.isEmpty }.joined(separator: " ").utf8)
        let start = around.before.isEmpty ? 0 : around.before.utf8.count + 1
        let offset = start + claim.span.start - claim.sentenceSpan.start
        if let mark = MarkedSentence.place(of: quote, in: whole, near: offset) {
            (text, marks) = (whole, [mark])
        } else {
            // Words that are not found there stand alone.
            (text, marks) = (quote, [quote.indices])
        }
    }

    /// The other is the same paragraph, with a claim further on in it.
    private func holds(_ other: MarkedParagraph) -> Bool {
        guard text == other.text else { return false }
        let isFurther = other.last.surroundings.before.utf8.count > last.surroundings.before.utf8.count
        return last.sentenceSpan == other.last.sentenceSpan || isFurther
    }

    private mutating func add(_ other: MarkedParagraph) {
        uses += other.uses
        last = other.last
        for mark in other.marks {
            if let previous = marks.last, mark.lowerBound <= previous.upperBound {
                marks[marks.count - 1] =
                    min(previous.lowerBound, mark.lowerBound)..<max(previous.upperBound, mark.upperBound)
            } else {
                marks.append(mark)
            }
        }
    }

    private mutating func cut() {
        var end = 0
        for mark in marks {
            if end < mark.lowerBound {
                pieces.append(Piece(text: Self.text(text[end..<mark.lowerBound]), isClaim: false))
            }
            pieces.append(Piece(text: Self.text(text[mark]), isClaim: true))
            end = mark.upperBound
        }
        if end < text.count { pieces.append(Piece(text: Self.text(text[end...]), isClaim: false)) }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
