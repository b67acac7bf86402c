/// Builds the lines of a text format.
struct TextPage {
    let layout: TextLayout
    private(set) var text = ""

    init(_ layout: TextLayout) { self.layout = layout }

    mutating func blankLine() { text += "\n" }

    /// A line that is not broken; it may hold escape sequences.
    mutating func line(_ content: String) { text += content + "\n" }

    /// A paragraph, broken into lines; lines after the first are indented by `hanging` more columns.
    mutating func paragraph(
        _ content: String, indent: Int = 0, hanging: Int = 0, _ styles: TextLayout.Style...
    ) {
        let width = layout.width - indent
        let lines = DisplayText.lines(DisplayText.clean(content), first: width, width: width - hanging)
        for (index, line) in lines.enumerated() {
            text += String(repeating: " ", count: index == 0 ? indent : indent + hanging)
            text += styles.reduce(line) { layout.styled($0, $1) } + "\n"
        }
    }

    /// A label beside a paragraph that is broken at its own left edge. A label wider than its column stands above; on a
    /// plain page it stands before the text, as in "34 people: …".
    mutating func labelled(_ label: String, _ content: String, indent: Int, column: Int, _ style: TextLayout.Style) {
        if layout.isPlain { return paragraph("\(label): \(content)", indent: indent) }
        let label = DisplayText.clean(label)
        let edge = indent + column + 2
        let lines = DisplayText.lines(
            DisplayText.clean(content), first: layout.width - edge, width: layout.width - edge)
        let fits = DisplayText.width(label) <= column
        if !fits { paragraph(label, indent: indent, hanging: 2, style) }
        for (index, line) in lines.enumerated() {
            if index == 0, fits {
                let padding = String(repeating: " ", count: column + 2 - DisplayText.width(label))
                text += String(repeating: " ", count: indent) + layout.styled(label, style) + padding
            } else {
                text += String(repeating: " ", count: edge)
            }
            text += line + "\n"
        }
    }

    /// The column for a set of labels: as wide as the widest that leaves the text beside it the greater part.
    func column(for labels: [String]) -> Int {
        if layout.isPlain { return 0 }
        let limit = layout.width / 3
        return labels.map { DisplayText.width(DisplayText.clean($0)) }.filter { $0 <= limit }.max() ?? min(12, limit)
    }

    /// Hands over what has been built so far.
    mutating func drain(to sink: inout some OutputSink & ~Copyable) throws {
        try sink.write(text)
        text = ""
    }
}
