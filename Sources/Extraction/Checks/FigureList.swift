import Documents
import Language
import Values

/// Figures of one sort that stand in one list: "312 civilians and 148 combatants".
struct FigureLists {
    let text: CheckText

    /// The lists of two and more among the quantities of a sentence, as ranges of indices into the quantities.
    func lists(ofSentence number: Int) -> [Range<Int>] {
        let all = text.reading.quantities(in: text.sentence(number)).indices
        // What has more figures than that is a table.
        guard all.count <= 60 else { return [] }
        var lists: [Range<Int>] = []
        var start = all.lowerBound
        for place in all {
            if place + 1 < all.upperBound, areNeighbours(place, place + 1) { continue }
            if place > start { lists.append(start..<place + 1) }
            start = place + 1
        }
        return lists
    }

    /// Two figures of one sort with nothing but a few words, commas and "and" between them.
    private func areNeighbours(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (text.quantities[first], text.quantities[second])
        guard a.kind == b.kind, a.unit?.id == b.unit?.id, a.tokens.end <= b.tokens.start, a.per == nil, b.per == nil
        else { return false }
        let gap = a.tokens.end..<b.tokens.start
        guard gap.count <= Self.reach, gap.contains(where: isSeparator), !gap.contains(where: parts) else {
            return false
        }
        return !text.has(.comparison, .running, .former, in: gap) && !gap.contains(where: text.leavesOpen)
    }

    /// Tokens between two members of a list, at the most.
    private static let reach = 12

    func isSeparator(_ token: Int) -> Bool {
        text.isMark(",", token) || text.isMark(";", token) || text.isWord(.and, token)
    }

    /// Words and marks that do not stand inside a list.
    private func parts(_ token: Int) -> Bool {
        switch text.mark(token) {
        case 0: text.isWord(.or, token) || text.isWord(.from, token) || text.isWord(.to, token)
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "'"), UInt8(ascii: "."): false
        default: true
        }
    }
}
