/// Text for a terminal: how wide it is there, what must not reach it, and how it is broken into lines.
package enum DisplayText {
    /// The text with U+FFFD for each control character: a document must not steer the reader's terminal. White space that
    /// is not a space becomes one.
    package static func clean(_ text: String) -> String {
        if isPrintableASCII(text) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F..<0xA0: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The text, or its begin and an ellipsis where it has more Unicode scalars than `limit`.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
    }

    /// A message of a library as a part of a sentence: on one line, fit for a terminal, without the full stop at its end.
    static func clause(_ message: String) -> String {
        let line = clean(message).split(separator: " ").joined(separator: " ")
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }

    /// The columns that a text takes, approximately: 0 for what joins the character before, 2 for East Asian wide
    /// characters and emoji, else 1.
    static func width(_ text: some StringProtocol) -> Int {
        isPrintableASCII(text) ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func isPrintableASCII(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// Blocks whose characters are all or nearly all wide (Unicode 15.1, EastAsianWidth.txt, W and F).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]

    /// Breaks a text at its spaces into lines of at most `width` columns, the first one of at most `first`; a word that is
    /// longer alone is broken too.
    static func lines(_ text: String, first: Int, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let columns = Self.width(word)
            if used > 0, used + 1 + columns <= (lines.isEmpty ? first : width) {
                line += " " + word
                used += 1 + columns
                continue
            }
            if used > 0 { lines.append(line) }
            let room = min(first, width)
            var pieces = columns <= (lines.isEmpty ? first : width) ? [String(word)] : pieces(of: word, width: room)
            line = pieces.removeLast()
            used = Self.width(line)
            lines += pieces
        }
        return lines + [line]
    }

    /// A word in parts of at most `width` columns (a part of one wider character excepted), never empty.
    private static func pieces(of word: Substring, width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let columns = Self.width(String(character))
            if used + columns > width, !piece.isEmpty {
                pieces.append(piece)
                piece = ""
                used = 0
            }
            piece.append(character)
            used += columns
        }
        return pieces + [piece]
    }
}
