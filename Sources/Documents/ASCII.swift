/// The bytes that the readers ask for by name.
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20

    /// Space, tab, newline, form feed, carriage return: HTML's white space, and Markdown's.
    var isWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
    var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { isUppercase || isLowercase }
    var isAlphanumeric: Bool { isLetter || isDigit }
    /// Any visible ASCII character that is neither letter nor digit.
    var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
    /// The second, third or fourth byte of a scalar in UTF-8.
    var isContinuation: Bool { self & 0xC0 == 0x80 }
    var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension Array where Element == UInt8 {
    /// Whether a text stands at an index; false where it would reach past the end.
    func hasASCII(_ text: StaticString, at index: Int) -> Bool {
        guard index >= 0, text.utf8CodeUnitCount <= count - index else { return false }
        return text.withUTF8Buffer { expected in
            expected.indices.allSatisfy { self[index + $0] == expected[$0] }
        }
    }

    /// As `hasASCII`, without regard to case; the text is given in lower case.
    func hasLowercasedASCII(_ text: StaticString, at index: Int) -> Bool {
        guard index >= 0, text.utf8CodeUnitCount <= count - index else { return false }
        return text.withUTF8Buffer { expected in
            expected.indices.allSatisfy { self[index + $0].lowercased == expected[$0] }
        }
    }

    /// The text of a range as a string.
    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
