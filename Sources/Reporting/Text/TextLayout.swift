/// How the text formats are laid out.
public struct TextLayout: Hashable, Sendable {
    /// Columns of the terminal or page; lines break before it where they can.
    public var width: Int
    /// Whether severities and quotes are coloured with ANSI escape sequences.
    public var isColored: Bool
    /// For a reader to whom columns mean nothing, as one who hears the text: nothing is broken into lines or set side by side.
    public let isPlain: Bool

    /// Without columns, line breaks within a paragraph, and colours.
    public static let plain = TextLayout(isPlain: true)

    /// Narrower than this, a report could not be read.
    public static let minimumWidth = 40

    public init(width: Int = 100, isColored: Bool = false) {
        self.width = max(Self.minimumWidth, width)
        self.isColored = isColored
        isPlain = false
    }

    private init(isPlain: Bool) {
        width = .max
        isColored = false
        self.isPlain = isPlain
    }

    /// ANSI "select graphic rendition" codes (ECMA-48, 8.3.117).
    enum Style: Int {
        case bold = 1
        case faint = 2
        case red = 31
        case green = 32
        case yellow = 33
        case cyan = 36
    }

    func styled(_ text: String, _ styles: Style...) -> String {
        guard isColored, !text.isEmpty else { return text }
        return "\u{1B}[" + styles.map { String($0.rawValue) }.joined(separator: ";") + "m" + text + "\u{1B}[0m"
    }
}
