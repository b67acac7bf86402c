/// The bounds that keep hostile XML from costing more than linear time and memory.
enum XMLLimits {
    /// Bytes of a file.
    static let largest = 1 << 28
    /// Elements inside each other; libxml2 ends at 256.
    static let deepest = 200
    /// Attributes of a tag: their names are compared in pairs.
    static let mostAttributes = 256

    /// The byte of the first tag that has more attributes than `mostAttributes`; nil where there is none.
    static func crowdedTag(in file: [UInt8]) -> Int? {
        var index = 0
        while let tag = file[index...].firstIndex(of: UInt8(ascii: "<")) {
            if let section = sections.first(where: { file.hasASCII($0.start, at: tag) }) {
                index = end(of: section.end, in: file, from: tag + section.start.utf8CodeUnitCount)
            } else {
                var attributes = 0
                index = tag + 1
                while index < file.count, file[index] != UInt8(ascii: ">") {
                    if file[index] == UInt8(ascii: "=") { attributes += 1 }
                    if attributes > mostAttributes { return tag }
                    if file[index] == UInt8(ascii: "\"") || file[index] == UInt8(ascii: "'") {
                        index = file[(index + 1)...].firstIndex(of: file[index]) ?? file.count - 1
                    }
                    index += 1
                }
            }
        }
        return nil
    }

    /// What holds no tags.
    private static let sections: [(start: StaticString, end: StaticString)] = [
        ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"),
    ]

    private static func end(of sign: StaticString, in file: [UInt8], from start: Int) -> Int {
        var index = min(start, file.count)
        while let next = file[index...].firstIndex(of: sign.utf8Start[0]) {
            if file.hasASCII(sign, at: next) { return next + sign.utf8CodeUnitCount }
            index = next + 1
        }
        return file.count
    }
}
