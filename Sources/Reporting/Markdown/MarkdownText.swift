/// Text that Markdown must take as it stands.
enum MarkdownText {
    private static let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "<", ">", "[", "]", "|", "#", "&"]
    /// What GitHub and GitLab add: struck-out text and formulas.
    private static let added: Set<Unicode.Scalar> = ["~", "$"]

    /// - Parameter text: one line.
    static func escaped(_ text: String) -> String {
        text.replacingScalars { special.contains($0) ? "\\\($0)" : nil }
    }

    /// Text in a comment on GitHub or GitLab, on one line and no longer than `limit` Unicode scalars: it names nobody and
    /// refers to nothing there.
    static func comment(_ text: String, to limit: Int) -> String {
        // A space without width parts the marks that are read after the escapes from what they would refer to.
        DisplayText.shortened(DisplayText.clean(text), to: limit).replacingScalars { scalar in
            switch scalar {
            case "@": "@&#8203;"
            case "#": "\\#&#8203;"
            default: special.contains(scalar) || added.contains(scalar) ? "\\\(scalar)" : nil
            }
        }
    }
}
