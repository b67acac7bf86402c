/// The labels by which link definitions and links find each other.
enum MarkdownLabel {
    /// CommonMark allows no label longer than this, in bytes here.
    static let longest = 1000

    /// Without regard to ASCII case and to the amount of white space.
    static func normalized(_ label: some Collection<UInt8>) -> [UInt8] {
        var normal: [UInt8] = []
        for byte in label {
            if !byte.isWhitespace {
                normal.append(byte.lowercased)
            } else if let last = normal.last, last != .space {
                normal.append(.space)
            }
        }
        while normal.last == .space { normal.removeLast() }
        return normal
    }
}
