package import Documents

extension Token {
    /// Makes a token of the bytes of a span, with the traits that its form shows.
    package init(
        _ span: ByteSpan, of text: UnsafeBufferPointer<UInt8>, kind: Kind, spaceBefore: Bool, vocabulary: Vocabulary
    ) {
        let form = UnsafeBufferPointer(rebasing: text[span.range])
        let hash = FoldedForm(form).hash
        self.init(
            start: Int32(span.start), end: Int32(span.end), word: vocabulary.id(hash: hash), hash: hash, kind: kind,
            shape: Shape(of: form, spaceBefore: spaceBefore))
    }

    private static let noVocabulary = Vocabulary([])

    /// Makes a token of a word that a treebank has cut; its kind is told by its first letter.
    package init(
        treebankWord span: ByteSpan, of text: UnsafeBufferPointer<UInt8>, spaceBefore: Bool, isClitic: Bool,
        startsSentence: Bool
    ) {
        let form = UnsafeBufferPointer(rebasing: text[span.range])
        let first = CharacterClass.ascii.withUnsafeBufferPointer { ascii in
            ascii.baseAddress.map { CharacterClass.at(span.start, in: text, end: span.end, ascii: $0).kind } ?? .symbol
        }
        let kind: Kind =
            switch first {
            case .letter: .word
            case .digit, .fraction: .number
            case .punctuation:
                form.count > 1 && form[form.count - 1] &- 0x30 < 10 ? .number : .punctuation
            case .symbol, .joiner, .space: .symbol
            }
        self.init(span, of: text, kind: kind, spaceBefore: spaceBefore, vocabulary: Self.noVocabulary)
        if isClitic { shape.insert(.clitic) }
        if startsSentence { shape.insert(.sentenceStart) }
        if form.last == UInt8(ascii: "."), kind == .word { shape.insert(.abbreviation) }
    }
}

extension Token.Shape {
    /// The traits that the bytes of a form show.
    init(of form: UnsafeBufferPointer<UInt8>, spaceBefore: Bool) {
        self = spaceBefore ? .spaceBefore : []
        var capitals = 0
        var letters = 0
        var digits = 0
        var other = 0
        for byte in form {
            let letter = (byte | 0x20) &- 0x61 < 26
            letters += letter ? 1 : 0
            capitals += letter && byte < 0x61 ? 1 : 0
            digits += byte &- 0x30 < 10 ? 1 : 0
            other += byte >= 0x80 ? 1 : 0
        }
        if digits > 0 { insert(.hasDigit) }
        if letters > 0 { insert(.hasLetter) }
        if other > 0 { insert(.nonASCII) }
        if Self.beginsWithCapital(form) { insert(.capitalized) }
        if letters >= 2, capitals == letters { insert(.allCapitals) }
    }

    /// A…Z, À…Þ, the even letters of Latin Extended-A, and Cyrillic capitals.
    private static func beginsWithCapital(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = form.first else { return false }
        let second = form.count > 1 ? form[1] : 0
        switch first {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
        case 0xC3: return second >= 0x80 && second <= 0x9E && second != 0x97
        case 0xC4, 0xC5: return second % 2 == 0
        case 0xD0: return second >= 0x80 && second <= 0xAF
        default: return false
        }
    }
}
