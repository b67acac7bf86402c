import Extraction

/// A number line or timeline as the template draws it: shares of the width as percentages, heights in pixels.
struct HTMLLineView {
    struct Tick {
        let x, anchor, label: String
    }

    struct Mark {
        let letter, label, labelX, anchor: String
        let x1, x2: String
        let y, labelY, letterY: Int
        let isStretch: Bool
        let closedEnds, openEnds: [String]
        let pointsLeft, pointsRight: Bool
    }

    let caption: String
    /// What the line shows, in words.
    let alternative: String
    let height, bottom, tickY: Int
    let ticks: [Tick]
    let marks: [Mark]

    private static let rowHeight = 40

    /// nil where a line would show nothing.
    init?(_ claims: [Claim], letters: [String]) {
        guard let values = ComparedValues(claims) else { return nil }
        let count = values.claims.count
        let name = Self.name(values.measure)
        caption = [name, values.unit].compactMap { $0 }.joined(separator: ", unit: ")
        bottom = Self.rowHeight * count
        tickY = bottom + 16
        height = bottom + 22
        ticks = values.line.ticks.map { tick in
            Tick(
                x: Self.percent(tick.position), anchor: Self.anchor(tick.label, at: tick.position), label: tick.label)
        }
        marks = zip(values.claims, values.line.marks).enumerated().map { row, placed in
            Self.mark(placed.1, row: row, letter: letters[placed.0], label: claims[placed.0].value.figure)
        }
        let told = zip(values.claims, values.line.marks).map { index, mark in
            "\(letters[index]), \(Self.words(claims[index].value, mark))"
        }
        alternative = "\(name). " + told.joined(separator: "; ") + "."
    }

    private static func name(_ measure: ValueLine.Measure) -> String {
        switch measure {
        case .number: "Number line"
        case .day: "Timeline"
        case .clock: "Times of day"
        }
    }

    private static func words(_ value: ClaimValue, _ mark: ValueLine.Mark) -> String {
        var words = value.text
        if value.time != nil, value.reading != value.text { words += " (\(value.reading))" }
        if mark.startEnd == .unbounded { words += ", no lower end" }
        if mark.endEnd == .unbounded { words += ", no upper end" }
        return words
    }

    private static func mark(_ mark: ValueLine.Mark, row: Int, letter: String, label: String) -> Mark {
        let middle = (mark.start + mark.end) / 2
        let ends = [(mark.start, mark.startEnd)] + (mark.isPoint ? [] : [(mark.end, mark.endEnd)])
        // The label of what has no end stands at the end that it has.
        let labelled = mark.endEnd == .unbounded ? mark.start : mark.startEnd == .unbounded ? mark.end : middle
        let label = label.count > 28 ? label.prefix(27) + "…" : label
        return Mark(
            letter: letter, label: label, labelX: percent(labelled), anchor: anchor(label, at: labelled),
            x1: percent(mark.start), x2: percent(mark.end), y: rowHeight * row + 26, labelY: rowHeight * row + 14,
            letterY: rowHeight * row + 30, isStretch: !mark.isPoint,
            closedEnds: ends.filter { $0.1 == .closed }.map { percent($0.0) },
            openEnds: ends.filter { $0.1 == .open }.map { percent($0.0) },
            pointsLeft: mark.startEnd == .unbounded, pointsRight: mark.endEnd == .unbounded)
    }

    /// Which part of a text stands at its place, so that it stays inside the picture on a phone.
    private static func anchor(_ text: String, at position: Double) -> String {
        let half = Double(text.count) * 0.0125
        return position < half ? "start" : position > 1 - half ? "end" : "middle"
    }

    /// The line runs from 7 to 96 per cent of the width: the letters stand before it, arrow heads behind.
    static func percent(_ position: Double) -> String {
        let hundredths = Int((700 + position * 8_900).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)%"
    }
}
