/// The words before the dash with which a wire report begins: `PORT AMADI, March 14 (Continental Press) --`.
struct Dateline: Hashable {
    /// The agency in brackets; nil where none stands there.
    var agency: String?
    var date: WrittenDate?
    /// Byte of the paragraph at which the report itself begins.
    var end: Int

    /// The longest dateline there is, in bytes.
    private static let limit = 120
    /// The dashes, each with whether it needs white space on both sides.
    private static let dashes: [(sign: [UInt8], isSpaced: Bool)] = [
        (Array("--".utf8), true), (Array("—".utf8), false), (Array("–".utf8), true), (Array("―".utf8), false),
        (Array("-".utf8), true),
    ]

    /// The dateline of a paragraph; nil where it has none.
    ///
    /// The place comes first, in capitals, and what follows it is a region, a date or an agency. A place
    /// alone is enough ("MOSCOW — "), since no sentence begins so.
    init?(paragraph: some Collection<UInt8>) {
        let capitals = paragraph.prefix(2)
        guard capitals.count == 2, capitals.allSatisfy({ $0.isUppercase || $0 >= 0x80 }) else { return nil }
        let line = Array(paragraph.prefix(Self.limit))
        guard let dash = Self.firstDash(in: line) else { return nil }
        end = dash.upperBound
        let words = line.string(0..<dash.lowerBound)
        var head = words[...]
        if head.hasSuffix(")"), let open = head.lastIndex(of: "(") {
            let name = head[head.index(after: open)...].dropLast()
            if let first = name.utf8.first, first.isLetter || first >= 0x80 { agency = String(name) }
            head = head[..<open]
        }
        let place = head.prefix { $0 != "," && $0 != "(" }
        guard place.utf8.count(where: { $0.isUppercase || $0 >= 0x80 }) >= 3, place.utf8.count <= 40,
            !place.utf8.contains(where: \.isLowercase), !head.utf8.contains(UInt8(ascii: ":")),
            head.split(separator: " ").count <= 9
        else { return nil }
        date = WrittenDate.first(in: String(head))
    }

    /// The first dash, with the white space around it.
    private static func firstDash(in line: [UInt8]) -> Range<Int>? {
        for index in line.indices where line[index] == UInt8(ascii: "-") || line[index] == 0xE2 {
            guard let dash = dashes.first(where: { line[index...].starts(with: $0.sign) }) else { continue }
            let after = index + dash.sign.count
            let start = line[..<index].last == .space ? index - 1 : index
            let end = after < line.count && line[after] == .space ? after + 1 : after
            if !dash.isSpaced || (start < index && end > after) { return start..<end }
        }
        return nil
    }
}
