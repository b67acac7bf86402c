import Documents

/// Cuts a block of text into tokens, in one pass over its bytes.
struct Tokenizer: Sendable {
    private let vocabulary: Vocabulary
    private let leading = Vocabulary(Abbreviations.Kind.leading.forms)
    private let closing = Vocabulary(Abbreviations.Kind.closing.forms)
    private let beforeDigit = Vocabulary(Abbreviations.Kind.beforeDigit.forms)
    private let openers = Vocabulary(Abbreviations.sentenceOpeners)
    private let prefixes = Vocabulary(Abbreviations.hyphenPrefixes)
    private let fused = Vocabulary(Abbreviations.fused.map(\.form))
    private let clitics = Vocabulary(Abbreviations.clitics)
    private let currencies = Vocabulary(Abbreviations.currencies)
    private let ascii = CharacterClass.ascii

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Appends the tokens of `block` to `tokens`; spans count in `text`.
    func append(_ block: ByteSpan, of text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]) {
        ascii.withUnsafeBufferPointer { classes in
            guard let base = classes.baseAddress else { return }
            var cursor = Cursor(
                tables: self, text: text, ascii: base, index: block.start, end: min(block.end, text.count))
            cursor.run(&tokens)
        }
    }

    /// The state of one pass.
    struct Cursor {
        let tables: Tokenizer
        let text: UnsafeBufferPointer<UInt8>
        let ascii: UnsafePointer<CharacterClass>
        var index: Int
        let end: Int
        var spaceBefore = true
        /// An opening single quote is waiting for its partner, so an apostrophe after "s" may close it.
        var openQuote = false
    }
}

// MARK: - The loop

extension Tokenizer.Cursor {
    mutating func run(_ tokens: inout [Token]) {
        while index < end {
            let (kind, length) = classify(index)
            switch kind {
            case .space:
                index += length
                spaceBefore = true
            case .letter: scanWord(&tokens)
            case .digit, .fraction: scanNumber(&tokens)
            case .joiner: emit(.symbol, to: index + length, &tokens)
            case .symbol: scanSymbol(length, &tokens)
            case .punctuation: scanPunctuation(length, &tokens)
            }
        }
    }

    @inline(__always)
    func classify(_ place: Int) -> (kind: CharacterClass, length: Int) {
        CharacterClass.at(place, in: text, end: end, ascii: ascii)
    }

    @inline(__always)
    func byte(_ place: Int) -> UInt8 { place < end ? text[place] : 0 }

    func kind(_ place: Int) -> CharacterClass { place < end ? classify(place).kind : .space }

    func isDigit(_ place: Int) -> Bool { byte(place) &- 0x30 < 10 }
    func isLetter(_ place: Int) -> Bool { (byte(place) | 0x20) &- 0x61 < 26 }
    func isCapital(_ place: Int) -> Bool { byte(place) &- 0x41 < 26 }

    /// The length of an apostrophe at `place`, straight or curly; 0 where there is none.
    func apostrophe(_ place: Int) -> Int {
        if byte(place) == UInt8(ascii: "'") { return 1 }
        return byte(place) == 0xE2 && byte(place + 1) == 0x80 && byte(place + 2) == 0x99 ? 3 : 0
    }

    func digits(from place: Int) -> Int {
        var count = 0
        while isDigit(place + count) { count += 1 }
        return count
    }

    func hash(_ start: Int, _ stop: Int) -> UInt64 {
        FoldedForm(UnsafeBufferPointer(rebasing: text[start..<stop])).hash
    }
}

// MARK: - Emitting

extension Tokenizer.Cursor {
    /// Appends the token from `index` to `stop` and moves on.
    mutating func emit(_ kind: Token.Kind, to stop: Int, _ tokens: inout [Token], extra: Token.Shape = []) {
        var stop = stop
        while stop < end, text[stop] >= 0x80, case let (.joiner, length) = classify(stop) { stop += length }
        var token = Token(
            ByteSpan(index, stop), of: text, kind: kind, spaceBefore: spaceBefore, vocabulary: tables.vocabulary)
        token.shape.formUnion(extra)
        tokens.append(token)
        index = stop
        spaceBefore = false
    }
}

// MARK: - Words

extension Tokenizer.Cursor {
    mutating func scanWord(_ tokens: inout [Token]) {
        var letters = index
        while isLetter(letters) { letters += 1 }
        if letters > index, endsPlainly(letters) {
            return emitPlain(to: letters, &tokens)
        }
        if let stop = addressEnd() { return emit(.address, to: stop, &tokens) }
        if let stop = acronymEnd() { return emit(.word, to: stop, &tokens, extra: .abbreviation) }
        var stop = wordEnd(from: index)
        if byte(stop) == UInt8(ascii: "$"), stop - index <= 3, isCapital(index) {
            return emit(.symbol, to: stop + 1, &tokens)
        }
        if let code = currencyCodeEnd() { return emit(.symbol, to: code, &tokens) }
        let first = hash(index, stop)
        if byte(stop) == UInt8(ascii: "-"), isLetter(stop + 1), tables.prefixes.id(hash: first) != .unknown {
            stop = wordEnd(from: stop + 1)
        }
        if byte(stop) == UInt8(ascii: "."), isAbbreviation(first, stop: stop) {
            return emit(.word, to: stop + 1, &tokens, extra: .abbreviation)
        }
        if splitClitic(stop, &tokens) { return }
        let fused = tables.fused.id(hash: first)
        if fused != .unknown {
            emit(.word, to: index + Abbreviations.fused[Int(fused.rawValue) - 1].first, &tokens)
            return emit(.word, to: stop, &tokens, extra: .clitic)
        }
        emit(.word, to: stop, &tokens)
        scanPossessive(&tokens)
    }

    /// True before a mark that cannot belong to a word of plain letters.
    @inline(__always)
    private func endsPlainly(_ place: Int) -> Bool {
        let next = byte(place)
        return next <= 0x20 || next == UInt8(ascii: ",") || next == UInt8(ascii: ")") || next == UInt8(ascii: ";")
    }

    /// Emits a word of plain letters, two tokens where it is one of those written together.
    @inline(__always)
    private mutating func emitPlain(to stop: Int, _ tokens: inout [Token]) {
        let hash = hash(index, stop)
        let length = stop - index
        if length >= 4, length <= 8, case let fused = tables.fused.id(hash: hash), fused != .unknown {
            emit(.word, to: index + Abbreviations.fused[Int(fused.rawValue) - 1].first, &tokens)
            return emit(.word, to: stop, &tokens, extra: .clitic)
        }
        var capitals = 0
        for place in index..<stop where text[place] < 0x61 { capitals += 1 }
        var shape: Token.Shape = spaceBefore ? [.spaceBefore, .hasLetter] : .hasLetter
        if isCapital(index) { shape.insert(.capitalized) }
        if capitals == length, length >= 2 { shape.insert(.allCapitals) }
        tokens.append(
            Token(
                start: Int32(index), end: Int32(stop), word: tables.vocabulary.id(hash: hash), hash: hash, kind: .word,
                shape: shape))
        index = stop
        spaceBefore = false
    }

    /// A currency code that is written onto its digits: "USD1,700", "RM23.50", and "US" of "$US55".
    private func currencyCodeEnd() -> Int? {
        var stop = index
        while isCapital(stop) { stop += 1 }
        guard stop > index, isDigit(stop) else { return nil }
        if index > 0, byte(index - 1) == UInt8(ascii: "$"), stop - index <= 2 { return stop }
        return tables.currencies.id(hash: hash(index, stop)) != .unknown ? stop : nil
    }

    /// The end of a run of letters, digits and underscores, with apostrophes, "&" and full stops that stand inside it.
    private func wordEnd(from place: Int) -> Int {
        var stop = place
        while stop < end {
            let (kind, length) = classify(stop)
            switch kind {
            case .letter, .digit, .joiner: stop += length
            case .punctuation, .symbol:
                let apostrophe = apostrophe(stop)
                if apostrophe > 0, self.kind(stop + apostrophe) == .letter {
                    stop += apostrophe
                } else if byte(stop) == UInt8(ascii: "&"), isCapital(stop - 1), isCapital(stop + 1) {
                    stop += 1
                } else if byte(stop) == UInt8(ascii: "."), isLetter(stop - 1), byte(stop + 1) &- 0x61 < 26 {
                    stop += 1
                } else {
                    return stop
                }
            case .space, .fraction: return stop
            }
        }
        return stop
    }

    /// "U.S.", "a.m.", "U.S.A": single letters with full stops.
    private func acronymEnd() -> Int? {
        var stop = index
        while isLetter(stop), byte(stop + 1) == UInt8(ascii: ".") { stop += 2 }
        guard stop - index >= 4 else { return nil }
        if isLetter(stop), !isLetter(stop + 1) { stop += 1 }
        return isLetter(stop) ? nil : stop
    }

    private func isAbbreviation(_ form: UInt64, stop: Int) -> Bool {
        var next = stop + 1
        while kind(next) == .space, next < end { next += classify(next).length }
        if stop - index == 1, isCapital(index) {
            guard byte(index) != UInt8(ascii: "I"), isCapital(next) else { return false }
            var word = next
            while isLetter(word) { word += 1 }
            return tables.openers.id(hash: hash(next, word)) == .unknown
        }
        if tables.leading.id(hash: form) != .unknown { return isCapital(index) || stop - index > 1 }
        if tables.beforeDigit.id(hash: form) != .unknown, isDigit(next) { return true }
        guard tables.closing.id(hash: form) != .unknown else { return false }
        // A unit or a state is an abbreviation only where the text goes on, in small letters or after a name.
        return isCapital(index) || (next < end && !isCapital(next))
    }

    /// Cuts "don't" as do|n't and "Russia's" as Russia|'s; false where the word has no such ending.
    private mutating func splitClitic(_ stop: Int, _ tokens: inout [Token]) -> Bool {
        var mark = stop - 1
        while mark > index, apostrophe(mark) == 0 { mark -= 1 }
        let length = apostrophe(mark)
        guard mark > index, length > 0 else { return false }
        let tail = mark + length
        if stop - tail == 1, byte(tail) | 0x20 == UInt8(ascii: "t"), byte(mark - 1) | 0x20 == UInt8(ascii: "n"),
            mark - 1 > index
        {
            emit(.word, to: mark - 1, &tokens)
            emit(.word, to: stop, &tokens, extra: .clitic)
            return true
        }
        guard tables.clitics.id(hash: hash(tail, stop)) != .unknown else { return false }
        emit(.word, to: mark, &tokens)
        emit(.word, to: stop, &tokens, extra: .clitic)
        return true
    }

    /// The apostrophe after a plural's s, unless it may close a quotation.
    private mutating func scanPossessive(_ tokens: inout [Token]) {
        let length = apostrophe(index)
        guard length > 0, byte(index - 1) | 0x20 == UInt8(ascii: "s"), !openQuote,
            kind(index + length) == .space
        else { return }
        emit(.punctuation, to: index + length, &tokens, extra: .clitic)
    }

    /// `.`, `-`, `_`, `+` or `@`.
    @inline(__always)
    private func isAddressMark(_ byte: UInt8) -> Bool {
        byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B || byte == 0x40
    }

    /// A web or mail address that begins here.
    private func addressEnd() -> Int? {
        var stop = index
        var at = -1
        while stop < end, isLetter(stop) || isDigit(stop) || isAddressMark(text[stop]) {
            if text[stop] == UInt8(ascii: "@") { at = stop }
            stop += 1
        }
        let scheme = byte(stop) == UInt8(ascii: ":") && byte(stop + 1) == 0x2F && byte(stop + 2) == 0x2F
        let www =
            stop - index > 4
            && (byte(index) | 0x20, byte(index + 1) | 0x20, byte(index + 2) | 0x20) == (0x77, 0x77, 0x77)
            && byte(index + 3) == UInt8(ascii: ".")
        guard scheme || www || (at > index && isLetter(at + 1)) else { return nil }
        if scheme || www {
            while stop < end, text[stop] > 0x20, text[stop] < 0x80,
                ![0x22, 0x3C, 0x3E, 0x29, 0x5D].contains(text[stop])
            {
                stop += 1
            }
        }
        while stop > index, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x2D].contains(text[stop - 1]) { stop -= 1 }
        return stop
    }
}

// MARK: - Numbers

extension Tokenizer.Cursor {
    mutating func scanNumber(_ tokens: inout [Token]) {
        var stop = numeralEnd(from: index)
        while stop < end, case let (.fraction, length) = classify(stop) { stop += length }
        stop = suffixEnd(from: stop)
        emit(.number, to: stop, &tokens)
    }

    /// The end of digits with the separators that belong to them, of a telephone number or of an ISO date.
    private func numeralEnd(from place: Int) -> Int {
        if let stop = hyphenatedEnd(from: place) { return stop }
        var stop = place + digits(from: place)
        if stop == place, byte(place) == UInt8(ascii: ".") { stop += 1 + digits(from: place + 1) }
        while stop > place, isDigit(stop - 1), isDigit(stop + 1) {
            let count = digits(from: stop + 1)
            switch byte(stop) {
            case UInt8(ascii: ","):
                guard count == 3 || count == 2 && isIndianGroup(stop) else { return stop }
            case UInt8(ascii: ":"): guard count == 2 else { return stop }
            case UInt8(ascii: "."), UInt8(ascii: "/"): break
            default: return stop
            }
            stop += 1 + count
        }
        return stop
    }

    /// A comma before groups of two digits of which the last is one of three: the first of 12,34,567, not of 22,24,26.
    private func isIndianGroup(_ comma: Int) -> Bool {
        var place = comma
        while byte(place) == UInt8(ascii: ","), digits(from: place + 1) == 2 { place += 3 }
        return byte(place) == UInt8(ascii: ",") && digits(from: place + 1) == 3
    }

    /// 555-0100, 555-123-4567 and 2024-03-22 are one token; "3-2" is three.
    private func hyphenatedEnd(from place: Int) -> Int? {
        var groups: [Int] = []
        var stop = place
        while groups.count < 5 {
            let count = digits(from: stop)
            guard count > 0 else { return nil }
            groups.append(count)
            stop += count
            guard byte(stop) == UInt8(ascii: "-"), isDigit(stop + 1) else { break }
            stop += 1
        }
        guard !isLetter(stop) else { return nil }
        let patterns = [[4, 2, 2], [3, 4], [3, 3, 4], [1, 3, 3, 4], [2, 2, 4]]
        return patterns.contains(groups) ? stop : nil
    }

    /// Letters that belong to the numeral: "21st", "1970s", "16x9", "3D"; units and multipliers are tokens of their own.
    private func suffixEnd(from place: Int) -> Int {
        guard isLetter(place) || apostrophe(place) > 0 else { return place }
        let quote = apostrophe(place)
        if quote > 0 {
            let plural = byte(place + quote) == UInt8(ascii: "s") && kind(place + quote + 1) != .letter
            return plural ? place + quote + 1 : place
        }
        var stop = place
        while isLetter(stop) { stop += 1 }
        guard kind(stop) != .letter else { return place }
        if isDigit(stop) {
            while isLetter(stop) || isDigit(stop) { stop += 1 }
            return stop
        }
        let suffix = (byte(place) | 0x20, byte(place + 1) | 0x20)
        switch stop - place {
        case 1:
            let letter = byte(place)
            let counts = [UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "B")].contains(letter)
            return letter == UInt8(ascii: "s") || (isCapital(place) && !counts) ? stop : place
        case 2:
            let ordinals: [(UInt8, UInt8)] = [(0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68)]
            return ordinals.contains { $0 == suffix } ? stop : place
        default: return place
        }
    }
}

// MARK: - Punctuation and symbols

extension Tokenizer.Cursor {
    mutating func scanSymbol(_ length: Int, _ tokens: inout [Token]) {
        let byte = byte(index)
        if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@"), isLetter(index + 1) {
            var stop = index + 1
            while kind(stop) == .letter || kind(stop) == .digit { stop += classify(stop).length }
            return emit(.address, to: stop, &tokens)
        }
        emit(.symbol, to: runEnd(length), &tokens)
    }

    mutating func scanPunctuation(_ length: Int, _ tokens: inout [Token]) {
        if let stop = emoticonEnd { return emit(.symbol, to: stop, &tokens) }
        switch byte(index) {
        case UInt8(ascii: ".") where isDigit(index + 1) && kind(index - 1 < 0 ? end : index - 1) != .letter:
            scanNumber(&tokens)
        case UInt8(ascii: "'") where spaceBefore && isDecade: emit(.number, to: index + 4, &tokens)
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"):
            emit(.punctuation, to: runEnd(length), &tokens)
        case UInt8(ascii: "'"):
            openQuote = spaceBefore
            emit(.punctuation, to: runEnd(length), &tokens)
        case 0xE2 where byte(index + 1) == 0x80 && (byte(index + 2) == 0x98 || byte(index + 2) == 0x99):
            openQuote = byte(index + 2) == 0x98
            emit(.punctuation, to: index + length, &tokens)
        default: emit(.punctuation, to: index + length, &tokens)
        }
    }

    /// ":)", ";-)", ":(" and the like, after a space.
    private var emoticonEnd: Int? {
        guard spaceBefore, byte(index) == UInt8(ascii: ":") || byte(index) == UInt8(ascii: ";") else { return nil }
        let mouth = byte(index + 1) == UInt8(ascii: "-") ? index + 2 : index + 1
        let mouths = [UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P")]
        guard mouths.contains(byte(mouth)), kind(mouth + 1) != .letter, kind(mouth + 1) != .digit else { return nil }
        return mouth + 1
    }

    /// "'90s"
    private var isDecade: Bool {
        digits(from: index + 1) == 2 && byte(index + 3) == UInt8(ascii: "s") && kind(index + 4) != .letter
    }

    /// The end of a run of the same mark: "...", "--", "``".
    private func runEnd(_ length: Int) -> Int {
        var stop = index + length
        guard length == 1 else { return stop }
        while stop < end, text[stop] == text[index] { stop += 1 }
        return stop
    }
}
