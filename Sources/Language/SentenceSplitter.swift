import Documents

/// Finds the ends of sentences among the tokens of one block.
struct SentenceSplitter: Sendable {
    private let leading = Vocabulary(Abbreviations.Kind.leading.forms.map { $0 + "." })
    private let openers = Vocabulary(Abbreviations.sentenceOpeners)

    /// Appends the sentences of `tokens[first...]`, all of one block.
    func append(
        from first: Int, block: Int, of text: UnsafeBufferPointer<UInt8>, tokens: [Token],
        to sentences: inout [Sentence]
    ) {
        var start = first
        var index = first
        while index < tokens.count {
            if endsSentence(index, start: start, text, tokens) {
                index = closing(after: index, text, tokens)
                if index + 1 == tokens.count || opensSentence(index + 1, after: index, text, tokens) {
                    sentences.append(Sentence(tokens: TokenSpan(start, index + 1), block: block))
                    start = index + 1
                }
            }
            index += 1
        }
        if start < tokens.count { sentences.append(Sentence(tokens: TokenSpan(start, tokens.count), block: block)) }
    }

    /// True where a token can close a sentence by its form.
    private func endsSentence(_ index: Int, start: Int, _ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) -> Bool {
        let token = tokens[index]
        switch text[Int(token.start)] {
        case UInt8(ascii: "."):
            guard token.kind == .punctuation else { return false }
            // "1. Choose a name": the number of a list item
            return
                !(index == start + 1 && tokens[start].kind == .number && !token.shape.contains(.spaceBefore)
                && tokens[start].end - tokens[start].start <= 3)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return token.kind == .punctuation
        case 0xE2: return isMark(token, [0xA6], text)
        default: break
        }
        guard token.shape.contains(.abbreviation), index + 1 < tokens.count else { return false }
        guard leading.id(hash: token.hash) == .unknown, token.end - token.start > 2 else { return false }
        let next = tokens[index + 1]
        return next.shape.contains(.capitalized) && openers.id(hash: next.hash) != .unknown
    }

    /// The last of the closing quotes and brackets that follow a full stop without space, and of note numbers in
    /// brackets ("[6]").
    private func closing(after index: Int, _ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) -> Int {
        var last = index
        while last + 1 < tokens.count, tokens[last + 1].kind == .punctuation,
            !tokens[last + 1].shape.contains(.spaceBefore),
            isClosing(tokens[last + 1], text)
        {
            last += 1
        }
        if last + 1 < tokens.count, isEmoticon(tokens[last + 1], text) { last += 1 }
        while last + 3 < tokens.count, text[Int(tokens[last + 1].start)] == UInt8(ascii: "["),
            tokens[last + 2].kind == .number, text[Int(tokens[last + 3].start)] == UInt8(ascii: "]")
        {
            last += 3
        }
        return last
    }

    /// True where a token is a mark of U+2000…U+203F whose last byte is one of `last`.
    private func isMark(_ token: Token, _ last: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(token.start)
        return token.end - token.start == 3 && text[start + 1] == 0x80 && last.contains(text[start + 2])
    }

    /// ":)" and the like, which the tokenizer takes for a symbol.
    private func isEmoticon(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = text[Int(token.start)]
        return token.kind == .symbol && token.end - token.start >= 2
            && (first == UInt8(ascii: ":") || first == UInt8(ascii: ";"))
    }

    private func isClosing(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text[Int(token.start)] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."),
            UInt8(ascii: "!"), UInt8(ascii: "?"):
            return true
        case 0xE2: return isMark(token, [0x99, 0x9D], text)
        default: return false
        }
    }

    /// True where a token can open a sentence: not a small letter, and after an ellipsis or a closed quotation not a
    /// word that goes on with the sentence.
    private func opensSentence(_ index: Int, after last: Int, _ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token])
        -> Bool
    {
        let token = tokens[index]
        guard token.shape.contains(.spaceBefore) || token.shape.contains(.capitalized) else { return false }
        switch token.kind {
        case .word:
            return token.shape.contains(.capitalized) || !isSmallLetter(text[Int(token.start)])
                || endsPlainly(last, text, tokens)
        case .number, .symbol, .address: return true
        case .punctuation:
            switch text[Int(token.start)] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"),
                UInt8(ascii: "/"):
                return false
            case UInt8(ascii: "-"): return index + 1 < tokens.count && tokens[index + 1].shape.contains(.capitalized)
            default: return true
            }
        }
    }

    /// True where a text that does without capitals ends a sentence: one mark that follows a common word of two letters
    /// or more, and no quotation mark, ellipsis or bracket.
    private func endsPlainly(_ mark: Int, _ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) -> Bool {
        guard mark > 0, tokens[mark].end - tokens[mark].start == 1 else { return false }
        switch text[Int(tokens[mark].start)] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            let before = tokens[mark - 1]
            if text[Int(tokens[mark].start)] != UInt8(ascii: ".") { return !before.shape.contains(.capitalized) }
            let isCommon =
                before.kind == .word && !before.shape.contains(.capitalized) && before.end - before.start >= 2
            return isCommon || (before.kind == .number && before.shape.contains(.hasLetter))
        default: return false
        }
    }

    private func isSmallLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
