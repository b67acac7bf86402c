public import Documents

/// Counts tokens of an analysis.
public enum Tokens {}
/// A half-open range of token indices.
public typealias TokenSpan = Span<Tokens>

/// One token of a document: a word, a number, or a mark of punctuation, cut as Universal Dependencies cuts English
/// ("don't" is two tokens, "30-inch" three, "$1.3bn" two).
public struct Token: Sendable {
    /// First byte and one past the last byte in the document's text.
    public let start: Int32
    public let end: Int32
    /// The lower-cased form in the vocabulary, or `.unknown`.
    public let word: WordID
    /// Hash of the lower-cased form (curly quotes and dashes folded); equal forms have equal hashes in every run.
    public let hash: UInt64
    public let kind: Kind
    public internal(set) var shape: Shape

    public init(start: Int32, end: Int32, word: WordID, hash: UInt64, kind: Kind, shape: Shape) {
        self.start = start
        self.end = end
        self.word = word
        self.hash = hash
        self.kind = kind
        self.shape = shape
    }

    public var span: ByteSpan { ByteSpan(Int(start), Int(end)) }

    public enum Kind: UInt8, Sendable {
        /// Begins with a letter.
        case word
        /// Begins with a digit (or with a decimal point or sign that belongs to the number), whatever follows:
        /// "145", "1,200.5", "1.2m", "21st", "16x9".
        case number
        case punctuation
        /// Currency signs, %, +, =, °, §, emoji, arrows.
        case symbol
        /// A web or mail address, a hashtag or a handle.
        case address
    }

    /// How the token is written and what surrounds it.
    public struct Shape: OptionSet, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// White space (or the begin of the block) comes before.
        public static let spaceBefore = Shape(rawValue: 1 << 0)
        /// The first letter is a capital.
        public static let capitalized = Shape(rawValue: 1 << 1)
        /// All letters, two or more, are capitals.
        public static let allCapitals = Shape(rawValue: 1 << 2)
        public static let hasDigit = Shape(rawValue: 1 << 3)
        public static let hasLetter = Shape(rawValue: 1 << 4)
        /// Has a byte outside ASCII.
        public static let nonASCII = Shape(rawValue: 1 << 5)
        /// Ends with the full stop of an abbreviation.
        public static let abbreviation = Shape(rawValue: 1 << 6)
        /// The first token of its sentence.
        public static let sentenceStart = Shape(rawValue: 1 << 7)
        /// Cut off the token before it without white space between them ("n't", "'s").
        public static let clitic = Shape(rawValue: 1 << 8)
    }
}

/// A stretch of tokens that holds one sentence, headline, list item or table cell.
public struct Sentence: Hashable, Sendable {
    public var tokens: TokenSpan
    /// Index into the document's blocks.
    public var block: Int

    public init(tokens: TokenSpan, block: Int) {
        self.tokens = tokens
        self.block = block
    }
}

/// What the language stage made of a document: its tokens and sentences.
///
/// A class, so that each sentence can hold it at the cost of one reference.
public final class Analysis: Sendable {
    public let document: Document
    public let vocabulary: Vocabulary
    public let tokens: [Token]
    public let sentences: [Sentence]

    public init(document: Document, vocabulary: Vocabulary, tokens: [Token], sentences: [Sentence]) {
        self.document = document
        self.vocabulary = vocabulary
        self.tokens = tokens
        self.sentences = sentences
    }

    /// The bytes from the first to the last token of a span.
    public func bytes(of span: TokenSpan) -> ByteSpan {
        span.isEmpty
            ? ByteSpan(0, 0) : ByteSpan(Int(tokens[span.start].start), Int(tokens[span.end - 1].end))
    }

    public func string(_ span: TokenSpan) -> String { document.string(bytes(of: span)) }
    public func string(_ token: Int) -> String { document.string(tokens[token].span) }
}
