/// The runs of `*`, `_` and `~` of a Markdown block, and which of them are markup (CommonMark 0.31, section 6.2, rules 1
/// to 17; GitHub's strikethrough is a pair of equal runs of one or two `~`).
struct EmphasisStack {
    private struct Run {
        var byte: UInt8
        var length: Int
        /// Bytes of the run that no emphasis has used.
        var left: Int
        var piece: Int
        var canOpen: Bool
        var canClose: Bool
    }

    /// What stands beside a run.
    struct Neighbour {
        var isSpace: Bool
        var isPunctuation: Bool

        /// - Parameter scalar: the character where its bytes are more than one.
        init(_ byte: UInt8?, _ scalar: Unicode.Scalar?) {
            isSpace = byte?.isWhitespace ?? true
            isPunctuation = byte?.isPunctuation ?? false
            guard let properties = scalar?.properties else { return }
            switch properties.generalCategory {
            case .spaceSeparator: isSpace = true
            case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
                .otherPunctuation, .connectorPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                isPunctuation = true
            default: break
            }
        }
    }

    private var runs: [Run] = []
    /// How many bytes of a piece are markup.
    private(set) var cuts: [(piece: Int, length: Int)] = []
    /// The first and the last piece of each struck-out text.
    private(set) var strikes: [(first: Int, last: Int)] = []

    var count: Int { runs.count }

    mutating func add(byte: UInt8, length: Int, piece: Int, before: Neighbour, after: Neighbour) {
        let leftFlanking = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
        let rightFlanking = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
        let isUnderscore = byte == UInt8(ascii: "_")
        let isLongTilde = byte == UInt8(ascii: "~") && length > 2
        runs.append(
            Run(
                byte: byte, length: length, left: length, piece: piece,
                canOpen: leftFlanking && !isLongTilde && (!isUnderscore || !rightFlanking || before.isPunctuation),
                canClose: rightFlanking && !isLongTilde && (!isUnderscore || !leftFlanking || after.isPunctuation)))
    }

    /// Finds the emphasis among the runs from an index on, and forgets those runs.
    mutating func resolve(from first: Int) {
        var openers: [Int] = []
        /// By kind of closer: the runs below this index hold no opener for it.
        var bottoms: [Int: Int] = [:]
        for index in first..<max(first, runs.count) {
            if runs[index].canClose { close(index, &openers, &bottoms) }
            if runs[index].canOpen, runs[index].left > 0 { openers.append(index) }
        }
        if first < runs.count { runs.removeSubrange(first...) }
    }

    private mutating func close(_ index: Int, _ openers: inout [Int], _ bottoms: inout [Int: Int]) {
        let closer = runs[index]
        let kind = Int(closer.byte) * 8 + closer.length % 3 * 2 + (closer.canOpen ? 1 : 0)
        while runs[index].left > 0 {
            let bottom = bottoms[kind] ?? -1
            var place = openers.count - 1
            while place >= 0, openers[place] > bottom, !matches(openers[place], index) { place -= 1 }
            guard place >= 0, openers[place] > bottom else {
                bottoms[kind] = index - 1
                return
            }
            let opener = openers[place]
            let isTilde = closer.byte == UInt8(ascii: "~")
            let used = isTilde ? closer.length : min(runs[opener].left, runs[index].left, 2)
            runs[opener].left -= used
            runs[index].left -= used
            cuts.append((runs[opener].piece, used))
            cuts.append((runs[index].piece, used))
            if isTilde { strikes.append((runs[opener].piece, runs[index].piece)) }
            openers.removeSubrange((runs[opener].left > 0 ? place + 1 : place)...)
        }
    }

    private func matches(_ opener: Int, _ closer: Int) -> Bool {
        let (a, b) = (runs[opener], runs[closer])
        guard a.byte == b.byte else { return false }
        if a.byte == UInt8(ascii: "~") { return a.length == b.length }
        let isBoth = a.canClose || b.canOpen
        return !(isBoth && (a.length + b.length) % 3 == 0 && !(a.length % 3 == 0 && b.length % 3 == 0))
    }
}
