/// What the tagger and the parser see of the words of one sentence, as symbols for feature keys.
///
/// The arrays can be read from -3 to 3 past the last word; places outside the sentence hold symbols of their own.
package final class WordSymbols {
    /// The places that can be read before the first and after the last word.
    static let margin = 3

    // Not stored where other modules can reach it: that is checked for overlapping access at run time, each time.
    private(set) var wordCount = 0
    private var capacity = 0
    private var storage: UnsafeMutablePointer<UInt64>
    /// The folded form; digits are all alike.
    private(set) var word: UnsafeMutablePointer<UInt64>
    /// The tags that the training texts gave the word, or for a rare word what the lexicon knows of it.
    private(set) var ambiguity: UnsafeMutablePointer<UInt64>
    /// The forms that the lexicon has the word as.
    private(set) var forms: UnsafeMutablePointer<UInt64>
    /// The main sense of the word's likeliest lemma.
    private(set) var sense: UnsafeMutablePointer<UInt64>
    private(set) var suffix1: UnsafeMutablePointer<UInt64>
    private(set) var suffix2: UnsafeMutablePointer<UInt64>
    private(set) var suffix3: UnsafeMutablePointer<UInt64>
    private(set) var suffix4: UnsafeMutablePointer<UInt64>
    private(set) var prefix1: UnsafeMutablePointer<UInt64>
    private(set) var prefix2: UnsafeMutablePointer<UInt64>
    private(set) var prefix3: UnsafeMutablePointer<UInt64>
    /// Capitals, digits and punctuation inside, place in the sentence, and how else the document writes the word.
    private(set) var shape: UnsafeMutablePointer<UInt64>
    /// The code of the tag in the tag set, and its symbol.
    private(set) var tag: UnsafeMutablePointer<UInt8>
    private(set) var tagSymbol: UnsafeMutablePointer<UInt64>
    /// The tag that a word has whatever stands around it, or 255.
    private(set) var fixedTags: UnsafeMutablePointer<UInt8>

    private static let arrays = 13

    package var count: Int { wordCount }
    package var fixedTag: UnsafeMutablePointer<UInt8> { fixedTags }

    package init() {
        storage = .allocate(capacity: 1)
        (word, ambiguity, forms, sense) = (storage, storage, storage, storage)
        (suffix1, suffix2, suffix3, suffix4) = (storage, storage, storage, storage)
        (prefix1, prefix2, prefix3, shape, tagSymbol) = (storage, storage, storage, storage, storage)
        tag = .allocate(capacity: 1)
        fixedTags = .allocate(capacity: 1)
        reserve(64)
    }

    deinit {
        storage.deallocate()
        (tag - Self.margin).deallocate()
        (fixedTag - Self.margin).deallocate()
    }

    private func reserve(_ count: Int) {
        guard count > capacity else { return }
        if capacity > 0 {
            (tag - Self.margin).deallocate()
            (fixedTag - Self.margin).deallocate()
        } else {
            tag.deallocate()
            fixedTag.deallocate()
        }
        storage.deallocate()
        capacity = max(count, capacity * 2)
        let stride = capacity + 2 * Self.margin
        storage = .allocate(capacity: stride * Self.arrays)
        storage.initialize(repeating: 0, count: stride * Self.arrays)
        var next = storage + Self.margin
        func take() -> UnsafeMutablePointer<UInt64> {
            defer { next += stride }
            return next
        }
        (word, ambiguity, forms, sense) = (take(), take(), take(), take())
        (suffix1, suffix2, suffix3, suffix4) = (take(), take(), take(), take())
        (prefix1, prefix2, prefix3, shape, tagSymbol) = (take(), take(), take(), take(), take())
        tag = .allocate(capacity: stride)
        tag.initialize(repeating: 0, count: stride)
        tag += Self.margin
        fixedTags = .allocate(capacity: stride)
        fixedTags.initialize(repeating: 255, count: stride)
        fixedTags += Self.margin
    }

    /// Fills the arrays for `tokens`, the words of one sentence.
    package func load(
        _ tokens: UnsafeBufferPointer<Token>, of text: UnsafeBufferPointer<UInt8>, lexicon: LexiconStorage,
        dictionary: TagDictionary, evidence: borrowing CaseEvidence
    ) {
        reserve(tokens.count)
        wordCount = tokens.count
        for token in tokens {
            lexicon.request(token.hash)
            dictionary.request(token.hash)
        }
        let title = Self.isTitle(tokens)
        for index in 0..<count {
            let token = tokens[index]
            let bytes = UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)])
            let hash = Self.isCurrencySign(bytes) ? Self.dollar : token.hash
            loadForm(index, token, hash, bytes)
            let profile = lexicon.profile(of: hash)
            let known = dictionary.entry(of: hash)
            forms[index] = Mixing.spread(UInt64(profile.forms) | 1 << 32)
            sense[index] = Mixing.spread(UInt64(profile.sense) | 1 << 33)
            ambiguity[index] = known.mask != 0 ? Mixing.spread(known.mask) : forms[index] ^ 0xA5
            fixedTag[index] = known.fixed
            let place: UInt64 = index == 0 ? 1 : tokens[index - 1].kind == .punctuation ? 2 : 0
            let writing = UInt64(evidence.writing(of: token))
            let traits = UInt64(token.shape.rawValue & 0b1_0111_1110)
            shape[index] = Mixing.spread(traits | place << 12 | (title ? 1 << 14 : 0) | writing << 15 | 1 << 34)
        }
        for outside in 1...Self.margin {
            fill(-outside, Mixing.spread(UInt64(outside) | 1 << 40))
            fill(count - 1 + outside, Mixing.spread(UInt64(outside) | 1 << 41))
        }
    }

    private func fill(_ place: Int, _ symbol: UInt64) {
        for array in [word, ambiguity, forms, sense, suffix1, suffix2, suffix3, suffix4, prefix1, prefix2, prefix3] {
            array[place] = symbol
        }
        shape[place] = symbol
        tagSymbol[place] = symbol
    }

    /// Most words of four letters or more have a capital: a headline in title case, or one in capitals.
    private static func isTitle(_ tokens: UnsafeBufferPointer<Token>) -> Bool {
        var (long, capitals) = (0, 0)
        for token in tokens where token.kind == .word && token.end - token.start >= 4 {
            long += 1
            if token.shape.contains(.capitalized) { capitals += 1 }
        }
        return long >= 3 && capitals * 5 >= long * 4
    }

    /// The treebank has hardly another sign than $: £, € and the like stand where it stands.
    private static let dollar = FoldedForm("$").hash

    private static func isCurrencySign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes.count {
        case 2: bytes[0] == 0xC2 && (0xA2...0xA5).contains(bytes[1])
        // U+20A0 to U+20BF
        case 3: bytes[0] == 0xE2 && bytes[1] == 0x82 && bytes[2] >= 0xA0
        default: false
        }
    }

    private func loadForm(_ index: Int, _ token: Token, _ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) {
        word[index] = token.shape.contains(.hasDigit) ? Self.numberSymbol(bytes) : hash
        var last: UInt64 = 0
        for byte in bytes.suffix(4) { last = last << 8 | UInt64(Self.folded(byte)) }
        suffix1[index] = Mixing.spread(last & 0xFF | 1 << 35)
        suffix2[index] = Mixing.spread(last & 0xFFFF | 1 << 36)
        suffix3[index] = Mixing.spread(last & 0xFF_FFFF | 1 << 37)
        suffix4[index] = Mixing.spread(last | 1 << 38)
        var first: UInt64 = 0
        var length = 0
        for byte in bytes.prefix(3) {
            first = first << 8 | UInt64(Self.folded(byte))
            length += 1
            if length == 1 { prefix1[index] = Mixing.spread(first | 1 << 42) }
            if length <= 2 { prefix2[index] = Mixing.spread(first | 1 << 43) }
            prefix3[index] = Mixing.spread(first | 1 << 44)
        }
    }

    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 {
        if byte &- 0x41 < 26 { return byte | 0x20 }
        return byte &- 0x30 < 10 ? 0x30 : byte
    }

    /// The symbol of a form with digits: they count only by their number, up to four in a row.
    private static func numberSymbol(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        var run = 0
        for byte in bytes {
            let digit = byte &- 0x30 < 10
            run = digit ? run + 1 : 0
            if run <= 4 { state = (state ^ UInt64(folded(byte))) &* 0x0000_0100_0000_01b3 }
        }
        return Mixing.spread(state)
    }

    @inline(__always)
    package func setTag(_ index: Int, _ code: UInt8, symbols: UnsafePointer<UInt64>) {
        tag[index] = code
        tagSymbol[index] = symbols[Int(code)]
    }

    /// Sets the tag symbols from tags that were chosen before; their codes are not used.
    package func setTagSymbols(_ tags: ArraySlice<Tag>) {
        for (index, tag) in tags.enumerated() {
            tagSymbol[index] = Mixing.spread(UInt64(TagCoding.code(tag)) | 1 << 49)
        }
    }
}
