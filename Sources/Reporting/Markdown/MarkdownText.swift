/// Text that Markdown must take as it stands.
enum MarkdownText {
    private static let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "<", ">", "[", "]", "|", "#", "&"]
    /// What GitHub and GitLab add: struck-out text and formulas.
    private static let added: Set<Unicode.Scalar> = ["~", "$"]

    /// - Parameter text: one line.
    static func escaped(_ text: String) -> String { escaped(text, special) }

    /// Text in a comment on GitHub or GitLab, on one line and no longer than `limit` Unicode scalars: it names nobody and
    /// refers to nothing there.
    static func comment(_ text: String, to limit: Int) -> String {
        escaped(DisplayText.shortened(DisplayText.clean(text), to: limit), special.union(added))
            // A space without width: these marks are read after the escapes.
            .replacing("@", with: "@&#8203;").replacing("\\#", with: "\\#&#8203;")
    }

    // Not by characters: a mark with an accent on it would not be found.
    private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if special.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}
