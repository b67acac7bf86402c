/// The words before the dash with which a wire report begins: `PORT AMADI, March 14 (Continental Press) --`.
struct Dateline: Hashable {
    /// The agency in brackets; nil where none stands there.
    var agency: String?
    var date: WrittenDate?
    /// Byte of the paragraph at which the report itself begins.
    var end: Int

    /// The longest dateline there is, in bytes.
    private static let limit = 120
    private static let dashes = [" -- ", " --- ", " – ", " — ", " - ", "—", " ― "]

    /// The dateline of a paragraph; nil where it has none.
    ///
    /// The place comes first, its first word in capitals, and what follows it is a region, a date or an agency. A place
    /// alone is enough ("MOSCOW — "), since no sentence begins so.
    init?(paragraph: some Collection<UInt8>) {
        let line = String(decoding: paragraph.prefix(Self.limit), as: UTF8.self)
        guard let dash = Self.firstDash(in: line) else { return nil }
        var head = line[..<dash.lowerBound]
        if head.hasSuffix(")"), let open = head.lastIndex(of: "(") {
            let name = head[head.index(after: open)...].dropLast()
            if let first = name.utf8.first, first.isLetter || first >= 0x80 { agency = String(name) }
            head = head[..<open]
        }
        let place = head.prefix { $0 != "," && $0 != "(" }
        let firstWord = place.utf8.prefix { $0.isLetter || $0 >= 0x80 }
        guard firstWord.count >= 3, firstWord.allSatisfy({ !$0.isLowercase }), place.utf8.count <= 40,
            !head.utf8.contains(UInt8(ascii: ":")), head.split(separator: " ").count <= 9
        else { return nil }
        date = WrittenDate.first(in: String(head))
        end = line[..<dash.upperBound].utf8.count
    }

    private static func firstDash(in line: String) -> Range<String.Index>? {
        dashes.compactMap { line.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }
}
