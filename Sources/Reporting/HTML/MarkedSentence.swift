import Documents
import Extraction

/// A claim's sentence, with the claim's own words and, in these, the value told apart.
struct MarkedSentence: Equatable {
    /// The sentence up to the claim's words.
    var before = ""
    /// The claim's words up to the value.
    var lead = ""
    var value = ""
    /// The rest of the claim's words.
    var tail = ""
    /// The rest of the sentence.
    var after = ""

    init(_ claim: Claim) {
        let quote = Array(claim.quote.utf8)
        let sentence = Array(claim.sentence.utf8)
        // Where the claim's words reach over several sentences, they stand alone.
        let place = Self.place(of: quote, in: sentence, near: claim.span.start - claim.sentenceSpan.start)
        if let place {
            before = Self.text(sentence[..<place.lowerBound])
            after = Self.text(sentence[place.upperBound...])
        }
        let values = [claim.value.text, claim.value.figure].lazy.map { Array($0.utf8) }
        let marked = values.compactMap { Self.place(of: $0, in: quote, near: 0) }.first ?? 0..<quote.count
        lead = Self.text(quote[..<marked.lowerBound])
        value = Self.text(quote[marked])
        tail = Self.text(quote[marked.upperBound...])
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Of the places where bytes occur, the one nearest to an offset; nil where there is none.
    static func place(of part: [UInt8], in whole: [UInt8], near offset: Int) -> Range<Int>? {
        part.isEmpty ? nil : whole.ranges(of: part).min { abs($0.lowerBound - offset) < abs($1.lowerBound - offset) }
    }
}
