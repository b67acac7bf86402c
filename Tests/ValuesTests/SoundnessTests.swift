import Documents
import FoundationEssentials
import Language
import TestSupport
import Testing
import Values

/// Holds for any input whatever.
struct SoundnessTests {
    private static let pieces = """
        1 12 145 1,200 3.4 2024 1979 22/3/2024 5-6 10–12 ½ 2½ 21st 1990s '80s 9.40pm 14:20 16x9 555-123-4567 $ £ € US$ % ° \
        million bn m k thousand hundred dozen dozens two three twenty-one third half quarter of the a an in on at by to from \
        between and or over under about nearly at least more than up to March May Friday Mon. week year years ago later since \
        until last next this every Q3 FY24 century per cent km miles °C aged old - – — , . ( ) / × ^ e + ~ ≈ no one none \
        point minus spring morning night now noon -40 1/2 7.1-magnitude 34-year-old 3–2 as many as
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private func check(_ bytes: [UInt8], published: String?) {
        let (analysis, mentions) = Reading.mentions(Reading.document(bytes, published: published))
        func isSound(_ span: ByteSpan, _ tokens: TokenSpan) -> Bool {
            tokens.start < tokens.end && tokens.end <= analysis.tokens.count && span == analysis.bytes(of: tokens)
                && span.end <= bytes.count
        }
        for quantity in mentions.quantities {
            #expect(isSound(quantity.span, quantity.tokens))
            #expect(quantity.tokens.contains(quantity.figure) && quantity.figure.contains(quantity.number))
            #expect(!quantity.interval.isEmpty)
            let view = QuantityView(quantity, in: analysis)
            #expect(
                Array(bytes[view.start..<view.end]) == Array(view.text.utf8)
                    || String(validating: bytes, as: UTF8.self) == nil)
        }
        for time in mentions.times { #expect(isSound(time.span, time.tokens)) }
        for rank in mentions.ranks { #expect(isSound(rank.span, rank.tokens)) }
        for score in mentions.scores { #expect(isSound(score.span, score.tokens)) }
        for (a, b) in zip(mentions.quantities, mentions.quantities.dropFirst()) { #expect(a.span.end <= b.span.start) }
        for (a, b) in zip(mentions.times, mentions.times.dropFirst()) { #expect(a.span.end <= b.span.start) }
    }

    @Test(arguments: 0..<40)
    func takesRandomBytes(seed: Int) {
        var random = SeededNumbers(state: UInt64(seed))
        let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
        check(bytes, published: "2024-02-29")
    }

    @Test(arguments: 0..<200)
    func takesAnyWordsInAnyOrder(seed: Int) {
        var random = SeededNumbers(state: UInt64(seed) + 1000)
        var text = ""
        for _ in 0..<120 {
            text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
        }
        check(Array(text.utf8), published: seed % 2 == 0 ? "2024-02-29" : nil)
    }

    @Test(arguments: [
        "99999999999999999999999999999 people", "0/0 of 1/0", "9999-12-31 and the day after tomorrow",
        "in 999999999 years, 99999999 centuries ago", "10^999 and 2^-40 and 1e-59", "the 999999th of May",
        "trillion trillion trillion trillion", "nine hundred trillion billion million", "-0 and -0.0", "1e",
        "999,999,999,999 centuries ago", "by 0000", "$ million", "between and", "no", "a", "½½½", "month 13/13/13",
    ])
    func takesExtremes(text: String) {
        for published in ["0001-01-01", "2024-02-29", "9999-12-31"] { check(Array(text.utf8), published: published) }
    }

    /// A number written out and read again has its value.
    @Test(arguments: [
        0, 1, 7, 13, 20, 21, 99, 100, 101, 112, 253, 999, 1000, 1001, 2024, 9999, 12_345, 100_000, 999_999, 1_234_567,
    ])
    func readsWhatIsWritten(number: Int) {
        for text in [NumberText.grouped(number), NumberText.words(number)] {
            let (_, mentions) = Reading.mentions("They counted \(text) apples.")
            #expect(mentions.quantities.first?.value == Decimal(number), Comment(rawValue: text))
        }
    }

    @Test func sameInputSameOutput() {
        let text = Self.pieces.joined(separator: " ")
        func views() -> [String] {
            let (analysis, mentions) = Reading.mentions(text, published: "2024-08-14")
            return mentions.quantities.map { Reading.describe($0, in: analysis) }
                + mentions.times.map { Reading.describe($0, in: analysis) }
        }
        #expect(views() == views())
    }
}

/// Writes numbers.
enum NumberText {
    private static let small = """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    private static let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").map(
        String.init)

    static func grouped(_ number: Int) -> String {
        number < 1000
            ? String(number) : grouped(number / 1000) + "," + String(String(1000 + number % 1000).dropFirst())
    }

    static func words(_ number: Int) -> String {
        switch number {
        case ..<20: return small[number]
        case ..<100: return tens[number / 10 - 2] + (number % 10 > 0 ? "-" + small[number % 10] : "")
        case ..<1000:
            return small[number / 100] + " hundred" + (number % 100 > 0 ? " and " + words(number % 100) : "")
        case ..<1_000_000:
            let rest = number % 1000
            return words(number / 1000) + " thousand" + (rest > 0 ? (rest < 100 ? " and " : " ") + words(rest) : "")
        default:
            let rest = number % 1_000_000
            return words(number / 1_000_000) + " million" + (rest > 0 ? " " + words(rest) : "")
        }
    }
}
