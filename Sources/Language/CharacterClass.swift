/// What a Unicode scalar is to the tokenizer.
enum CharacterClass: UInt8 {
    case space
    case letter
    case digit
    /// Vulgar fractions such as ½ and superscript digits.
    case fraction
    case punctuation
    case symbol
    /// Variation selectors, joiners and skin tones: they stay with what comes before them.
    case joiner

    /// The classes of the 128 ASCII characters.
    static let ascii: [CharacterClass] = (0..<128).map { (byte: Int) -> CharacterClass in
        switch UInt8(byte) {
        case 0x09...0x0D, 0x1C...0x20: .space
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "#"),
            UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "`"), 0x00...0x08, 0x0E...0x1B, 0x7F:
            .symbol
        default: .punctuation
        }
    }

    /// The class of a scalar beyond ASCII, by Unicode block.
    static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0xBC...0xBE, 0xB2, 0xB3, 0xB9, 0x2150...0x215F, 0x2189: .fraction
        case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: .punctuation
        case 0xAA, 0xAD, 0xB5, 0xBA: .letter
        case 0x80...0xBF, 0xD7, 0xF7: .symbol
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF: .joiner
        case 0x2030...0x2034, 0x2044, 0x2052: .symbol
        case 0x2010...0x205E, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F: .punctuation
        case 0x20A0...0x214F, 0x2190...0x2BFF, 0x1F000...0x1FAFF, 0xFFFC, 0xFFFD: .symbol
        default: .letter
        }
    }

    /// Decodes the scalar that begins at `index` and classifies it; malformed bytes count as one symbol each.
    @inline(__always)
    static func at(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int, ascii: UnsafePointer<CharacterClass>)
        -> (kind: CharacterClass, length: Int)
    {
        let lead = bytes[index]
        if lead < 0x80 { return (ascii[Int(lead)], 1) }
        return multibyte(index, in: bytes, end: end)
    }

    private static func multibyte(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int)
        -> (kind: CharacterClass, length: Int)
    {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, index + length <= end else { return (.symbol, 1) }
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for place in index + 1..<index + length {
            guard bytes[place] & 0xC0 == 0x80 else { return (.symbol, 1) }
            scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
        }
        return (beyondASCII(scalar), length)
    }
}
