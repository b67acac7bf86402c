/// The encoding that an HTML file declares of itself in its first kilobyte, where HTML asks for it to stand.
enum HTMLEncoding {
    private static let reach = 1024

    /// The value of `charset` in a `meta` tag, or of `encoding` in an XML declaration; nil where neither stands there.
    static func declared(in file: [UInt8]) -> String? {
        let head = Array(file.prefix(reach))
        for index in head.indices where head[index] == UInt8(ascii: "<") {
            if head.hasLowercasedASCII("<meta", at: index), let name = value(of: "charset", in: head, from: index) {
                return name
            }
            if head.hasASCII("<?xml", at: index), let name = value(of: "encoding", in: head, from: index) {
                return name
            }
        }
        return nil
    }

    /// The `encoding` of the XML declaration that a file begins with; nil where it has none.
    static func declaredByXML(in file: [UInt8]) -> String? {
        let head = Array(file.prefix(reach))
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = head[start...].firstIndex(where: { !$0.isWhitespace }), head.hasASCII("<?xml", at: first)
        else {
            return nil
        }
        return value(of: "encoding", in: head, from: first)
    }

    /// What follows `name=` before the tag ends.
    private static func value(of name: StaticString, in head: [UInt8], from start: Int) -> String? {
        let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
        guard let found = (start..<end).first(where: { head.hasLowercasedASCII(name, at: $0) }) else { return nil }
        var index = found + name.utf8CodeUnitCount
        var sawEquals = false
        while index < end,
            head[index].isWhitespace || head[index] == UInt8(ascii: "=") || "\"'".utf8.contains(head[index])
        {
            sawEquals = sawEquals || head[index] == UInt8(ascii: "=")
            index += 1
        }
        let label = head[index..<end].prefix { $0.isAlphanumeric || "-_:.".utf8.contains($0) }
        return sawEquals && !label.isEmpty ? String(decoding: label, as: UTF8.self) : nil
    }
}
