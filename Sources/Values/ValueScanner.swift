import Documents
import FoundationEssentials
import Language

/// Reads the quantities and times of one document, sentence by sentence.
///
/// Each topic is an extension in a file of its own. The readers there look at tokens through the accessors below, which
/// answer "nothing" for a token outside the sentence.
struct ValueScanner {
    let text: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let entries: UnsafeBufferPointer<WordEntry>
    let lexicon: ValueLexicon
    var locale: DocumentLocale
    /// The first day of publication, against which relative dates are read.
    let reference: CalendarDay?

    /// The tokens of the sentence that is read.
    var range: Range<Int> = 0..<0
    /// Index of the sentence.
    var sentence = 0
    /// The last date told before the one that is read: "two days later".
    var lastDate: DayInterval?
    var mentions = Mentions()
    /// Tokens before this one belong to the quantity read last.
    var floor = 0
    /// Tokens of this sentence's dates and times; numbers in them are no quantities.
    var timeRanges: [Range<Int>] = []

    /// Reads a sentence.
    mutating func scan(_ tokens: Range<Int>, sentence: Int) {
        range = tokens
        floor = tokens.lowerBound
        self.sentence = sentence
        guard hasTrigger else { return }
        timeRanges.removeAll(keepingCapacity: true)
        scanTimes()
        scanQuantities()
    }

    /// True where the sentence has a number, or a word that may be one or tell a time.
    private var hasTrigger: Bool {
        for token in range
        where tokens[token].kind == .number || traits(token).contains(.trigger)
            || tokens[token].shape.contains(.hasDigit)
        {
            return true
        }
        return false
    }
}

// MARK: - Looking at tokens

extension ValueScanner {
    @inline(__always)
    func contains(_ token: Int) -> Bool { range.contains(token) }

    /// What is known of a token's word.
    @inline(__always)
    func entry(_ token: Int) -> WordEntry {
        guard range.contains(token) else { return WordEntry() }
        return entries[Int(tokens[token].word.rawValue)]
    }

    @inline(__always)
    func key(_ token: Int) -> KeyWord {
        range.contains(token) ? entries[Int(tokens[token].word.rawValue)].key : .other
    }

    @inline(__always)
    func traits(_ token: Int) -> WordEntry.Traits {
        range.contains(token) ? entries[Int(tokens[token].word.rawValue)].traits : []
    }

    @inline(__always)
    func numberWord(_ token: Int) -> NumberWord {
        range.contains(token) ? entries[Int(tokens[token].word.rawValue)].number : .none
    }

    @inline(__always)
    func timeWord(_ token: Int) -> TimeWord {
        range.contains(token) ? entries[Int(tokens[token].word.rawValue)].time : .none
    }

    @inline(__always)
    func wordID(_ token: Int) -> WordID { range.contains(token) ? tokens[token].word : .unknown }

    @inline(__always)
    func shape(_ token: Int) -> Token.Shape { range.contains(token) ? tokens[token].shape : [] }

    func isNumber(_ token: Int) -> Bool { range.contains(token) && tokens[token].kind == .number }

    func isWord(_ token: Int) -> Bool { range.contains(token) && tokens[token].kind == .word }

    func isCapitalized(_ token: Int) -> Bool { shape(token).contains(.capitalized) }

    /// True where no white space parts a token from the one before it.
    func isGlued(_ token: Int) -> Bool { range.contains(token) && !tokens[token].shape.contains(.spaceBefore) }

    /// The bytes of a token; empty outside the sentence.
    @inline(__always)
    func bytes(_ token: Int) -> UnsafeBufferPointer<UInt8> {
        guard range.contains(token) else { return UnsafeBufferPointer(rebasing: text[0..<0]) }
        return UnsafeBufferPointer(rebasing: text[Int(tokens[token].start)..<Int(tokens[token].end)])
    }

    /// The first byte of a token, 0 outside the sentence.
    @inline(__always)
    func mark(_ token: Int) -> UInt8 { range.contains(token) ? text[Int(tokens[token].start)] : 0 }

    /// True for a token that is this one ASCII mark.
    @inline(__always)
    func isMark(_ byte: Unicode.Scalar, _ token: Int) -> Bool {
        range.contains(token) && tokens[token].end - tokens[token].start == 1
            && text[Int(tokens[token].start)] == UInt8(ascii: byte)
    }

    /// A hyphen, a dash of any length, or a minus sign.
    func isDash(_ token: Int) -> Bool {
        let bytes = bytes(token)
        if bytes.count == 1 { return bytes[0] == UInt8(ascii: "-") }
        guard bytes.count == 3, bytes[0] == 0xE2 else { return false }
        return bytes[1] == 0x80 && (0x90...0x94).contains(bytes[2]) || bytes[1] == 0x88 && bytes[2] == 0x92
    }

    /// A hyphen or dash without white space before it.
    func isHyphen(_ token: Int) -> Bool { isDash(token) && isGlued(token) }

    /// A hyphen between two words that are written together.
    func isInnerHyphen(_ token: Int) -> Bool { isHyphen(token) && isGlued(token + 1) }

    /// The bytes between a token and the next.
    func gap(after token: Int) -> UnsafeBufferPointer<UInt8> {
        guard range.contains(token), range.contains(token + 1) else {
            return UnsafeBufferPointer(rebasing: text[0..<0])
        }
        return UnsafeBufferPointer(rebasing: text[Int(tokens[token].end)..<Int(tokens[token + 1].start)])
    }

    /// The bytes of a stretch of tokens.
    func span(_ tokens: Range<Int>) -> ByteSpan {
        ByteSpan(Int(self.tokens[tokens.lowerBound].start), Int(self.tokens[tokens.upperBound - 1].end))
    }

    mutating func leaveAside(_ reason: LeftAside) { mentions.leftAside[reason.rawValue, default: 0] += 1 }

    /// A number of one to four digits alone, with its value and the count of its digits.
    func plainDigits(_ token: Int) -> (value: Int, count: Int)? {
        guard isNumber(token) else { return nil }
        let bytes = bytes(token)
        guard bytes.count <= 4, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return (bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }, bytes.count)
    }
}

/// How a document writes numbers and dates, as its language tag tells it.
struct DocumentLocale: Sendable {
    /// "1.200,5" is one thousand two hundred and a half.
    var hasDecimalComma = false
    /// In 3/4/2024 the day comes first; nil where nothing tells it.
    var isDayFirst: Bool?
    /// The currency that a dollar or pound sign stands for, by sign.
    var currencies: [String: String] = [:]

    /// - Parameter language: a BCP 47 tag; a bare "en" tells nothing of dates.
    init(language: String?) {
        let parts = (language ?? "").split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let tongue = parts.first?.lowercased() else { return }
        let region = parts.dropFirst().last?.uppercased()
        hasDecimalComma = [
            "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "sv", "da", "nb", "no", "fi", "cs", "tr", "uk", "el", "hu",
            "ro", "id",
        ].contains(tongue)
        if tongue != "en" { isDayFirst = true }
        guard tongue == "en", let region else { return }
        isDayFirst = region != "US" && region != "PH"
        let dollars = [
            "US": "USD", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "SG": "SGD",
        ]
        currencies["$"] = dollars[region]
    }
}
