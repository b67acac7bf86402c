import Glibc

/// A text in which `*` stands for any words and `?` for any character; upper and lower case are one.
struct TextPattern: Hashable {
    let text: String
    private let pattern: String

    init(_ text: String) {
        self.text = text
        // Brackets stand for themselves.
        pattern = text.lowercased().replacing("\\", with: "\\\\").replacing("[", with: "\\[")
    }

    /// Names one text alone.
    var isLiteral: Bool { !text.contains { $0 == "*" || $0 == "?" } }

    func matches(_ other: String) -> Bool {
        let other = other.lowercased()
        return other == text.lowercased() || fnmatch(pattern, other, 0) == 0
    }
}
