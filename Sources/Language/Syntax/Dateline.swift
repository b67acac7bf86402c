/// Finds the dateline of a news report: "MOSCOW (AP) — " or "Kabul, 3 July (Reuters) - " before its first sentence.
enum Dateline {
    /// The most tokens that a dateline has.
    private static let longest = 14

    /// The tokens of a sentence that make its dateline, dash included; 0 where it has none.
    ///
    /// A dateline begins with a word in capitals, or has an agency in brackets before its dash, and holds no small
    /// letters but in brackets.
    static func length(_ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = tokens.first, first.kind == .word, first.shape.contains(.capitalized) else { return 0 }
        var hasBrackets = false
        var inBrackets = false
        for index in 1..<max(1, min(tokens.count - 1, longest)) {
            let token = tokens[index]
            switch text[Int(token.start)] {
            case UInt8(ascii: "("): (inBrackets, hasBrackets) = (true, true)
            case UInt8(ascii: ")"): inBrackets = false
            case UInt8(ascii: "-") where token.shape.contains(.spaceBefore), 0xE2 where isDash(token, text):
                let opens = first.shape.contains(.allCapitals) || (hasBrackets && !inBrackets)
                let next = tokens[index + 1].shape
                return opens && next.contains(.spaceBefore) && next.contains(.capitalized) ? index + 1 : 0
            default:
                let isPart = token.kind != .word || token.shape.contains(.capitalized)
                guard inBrackets || isPart, token.kind != .symbol else { return 0 }
            }
        }
        return 0
    }

    /// An en or em dash.
    private static func isDash(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(token.start)
        return token.end - token.start == 3 && text[start + 1] == 0x80 && (0x93...0x94).contains(text[start + 2])
    }
}
