/// A JSON text (RFC 8259) whose values know their places in the file.
struct JSONText {
    /// A value with the bytes of the file it was read from.
    enum Value {
        /// - Parameter content: what stands between the quotation marks, escapes and all.
        case string(content: Range<Int>)
        case list([Value])
        case object([Member], start: Int)
        /// A number, a truth value or null.
        case other(Range<Int>)
    }

    struct Member {
        var key: String
        var value: Value
    }

    /// Where a text stops being JSON.
    struct Fault: Error, Hashable {
        var offset: Int
        var reason: String
        /// The keys of the outermost object up to there.
        var keys: Set<String>
    }

    /// Lists and objects inside each other.
    static let deepest = 100

    let file: [UInt8]
    private(set) var root: Value

    init(_ file: [UInt8]) throws(Fault) {
        self.file = file
        var scanner = JSONScanner(file)
        root = try scanner.text()
    }

    /// The characters of a string, each with its place; nil for any other value.
    func text(_ value: Value?) -> MappedText? {
        guard case .string(let content) = value else { return nil }
        var text = MappedText()
        var index = content.lowerBound
        while index < content.upperBound {
            if file[index] == UInt8(ascii: "\\") {
                let (scalar, end) = JSONScanner.escape(in: file, at: index)
                Array(String(scalar).utf8).withUnsafeBufferPointer { text.append($0, from: index) }
                index = end
            } else {
                let end = file[index..<content.upperBound].firstIndex(of: UInt8(ascii: "\\")) ?? content.upperBound
                file.withUnsafeBufferPointer {
                    text.append(UnsafeBufferPointer(rebasing: $0[index..<end]), from: index)
                }
                index = end
            }
        }
        return text
    }

    /// A string as it is, a number as it is written; nil where the value is neither or is empty.
    func string(_ value: Value?) -> String? {
        if case .other(let range) = value {
            let word = file.string(range)
            return ["null", "true", "false"].contains(word) ? nil : word
        }
        return text(value).flatMap { $0.count == 0 ? nil : String(decoding: $0.bytes, as: UTF8.self) }
    }
}

extension JSONText.Value {
    /// A member of an object; nil where there is none, or several.
    subscript(key: String) -> JSONText.Value? {
        guard case .object(let members, _) = self else { return nil }
        let found = members.filter { $0.key == key }
        return found.count == 1 ? found[0].value : nil
    }

    /// The values of a list; none for any other value.
    var elements: [JSONText.Value] {
        if case .list(let values) = self { return values }
        return []
    }
}

/// Goes through a JSON text once.
private struct JSONScanner {
    private let file: [UInt8]
    private var index = 0
    private var depth = 0
    private var keys: Set<String> = []
    /// Lists around the outermost object.
    private var outerLists = 0

    init(_ file: [UInt8]) { self.file = file }

    mutating func text() throws(JSONText.Fault) -> JSONText.Value {
        let value = try value()
        skipSpace()
        if index < file.count { throw fault("text after the end") }
        return value
    }

    private func fault(_ reason: String) -> JSONText.Fault {
        JSONText.Fault(
            offset: min(index, file.count), reason: index < file.count ? reason : "it ends too early", keys: keys)
    }

    private mutating func skipSpace() {
        while index < file.count, file[index].isWhitespace, file[index] != 0x0C { index += 1 }
    }

    private mutating func value() throws(JSONText.Fault) -> JSONText.Value {
        skipSpace()
        guard index < file.count else { throw fault("") }
        switch file[index] {
        case UInt8(ascii: "\""): return .string(content: try string())
        case UInt8(ascii: "{"): return try nested { (scanner) throws(JSONText.Fault) in try scanner.object() }
        case UInt8(ascii: "["): return try nested { (scanner) throws(JSONText.Fault) in try scanner.list() }
        default: return .other(try word())
        }
    }

    private mutating func nested(
        _ read: (inout JSONScanner) throws(JSONText.Fault) -> JSONText.Value
    ) throws(JSONText.Fault) -> JSONText.Value {
        guard depth < JSONText.deepest else { throw fault("nested deeper than \(JSONText.deepest)") }
        depth += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONText.Fault) -> JSONText.Value {
        let start = index
        let isOutermost = depth == outerLists + 1
        var members: [JSONText.Member] = []
        index += 1
        skipSpace()
        if take("}") { return .object([], start: start) }
        while true {
            skipSpace()
            guard index < file.count, file[index] == UInt8(ascii: "\"") else { throw fault("a key is missing") }
            let key = file.string(try string())
            if isOutermost { keys.insert(key) }
            skipSpace()
            guard take(":") else { throw fault("':' is missing") }
            members.append(JSONText.Member(key: key, value: try value()))
            skipSpace()
            if take("}") { return .object(members, start: start) }
            guard take(",") else { throw fault("',' or '}' is missing") }
        }
    }

    private mutating func list() throws(JSONText.Fault) -> JSONText.Value {
        if depth == outerLists + 1 { outerLists += 1 }
        var values: [JSONText.Value] = []
        index += 1
        skipSpace()
        if take("]") { return .list([]) }
        while true {
            values.append(try value())
            skipSpace()
            if take("]") { return .list(values) }
            guard take(",") else { throw fault("',' or ']' is missing") }
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard index < file.count, file[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    /// The content of a string.
    private mutating func string() throws(JSONText.Fault) -> Range<Int> {
        let start = index + 1
        index = start
        while index < file.count, file[index] != UInt8(ascii: "\"") {
            if file[index] < 0x20 { throw fault("a control character in a string") }
            if file[index] == UInt8(ascii: "\\") {
                guard isEscape else { throw fault("an escape that is none") }
                index += 1
            }
            index += 1
        }
        guard index < file.count else { throw fault("") }
        index += 1
        return start..<index - 1
    }

    private var isEscape: Bool {
        guard index + 1 < file.count else { return false }
        if file[index + 1] == UInt8(ascii: "u") { return Self.unit(in: file, at: index) != nil }
        return Self.shortEscapes[file[index + 1]] != nil
    }

    /// A number, a truth value or null.
    private mutating func word() throws(JSONText.Fault) -> Range<Int> {
        let start = index
        while index < file.count, file[index].isAlphanumeric || "+-.".utf8.contains(file[index]) { index += 1 }
        let word = file.string(start..<index)
        // Swift reads some words as numbers that JSON does not; those begin with a letter or a sign of their own.
        let isNumber = (file[start].isDigit || file[start] == UInt8(ascii: "-")) && Double(word) != nil
        guard ["true", "false", "null"].contains(word) || isNumber else {
            index = start
            throw fault("a value is missing")
        }
        return start..<index
    }

    // MARK: Escapes

    private static let shortEscapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    /// The code unit of `\uXXXX` at an index.
    private static func unit(in file: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 <= file.count, file.hasASCII("\\u", at: index) else { return nil }
        let digits = file[index + 2..<index + 6]
        guard digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// What an escape at an index stands for and the index after it; half a surrogate pair stands for U+FFFD.
    /// - Precondition: the text has been gone through.
    static func escape(in file: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, end: Int) {
        if let scalar = shortEscapes[file[index + 1]] { return (scalar, index + 2) }
        guard let high = unit(in: file, at: index) else { return ("\u{FFFD}", index + 2) }
        if high & 0xFC00 == 0xD800, let low = unit(in: file, at: index + 6), low & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
        {
            return (scalar, index + 12)
        }
        return (Unicode.Scalar(high) ?? "\u{FFFD}", index + 6)
    }
}
