import Documents
import Language

/// The tables of a document: for each cell, the head of its column and the first cell of its row.
struct TableGrid {
    struct Cell {
        /// The tokens of the column's head.
        var header: TokenSpan
        /// The tokens of the cell that the row begins with.
        var row: TokenSpan
    }

    private let reading: DocumentReading
    /// For each block the sentence that it holds; -1 for a block without text.
    private var sentences: [Int32]
    /// For each block that is a cell under a head, in a row after its first, the blocks of head and row.
    private var places: [Int: (header: Int, row: Int)] = [:]

    init(_ reading: DocumentReading) {
        self.reading = reading
        let blocks = reading.analysis.document.blocks
        sentences = [Int32](repeating: -1, count: blocks.count)
        for (number, sentence) in reading.analysis.sentences.enumerated() where sentences[sentence.block] < 0 {
            sentences[sentence.block] = Int32(number)
        }
        var block = 0
        while block < blocks.count {
            guard blocks[block].kind == .tableCell else {
                block += 1
                continue
            }
            var end = block
            while end < blocks.count, blocks[end].kind == .tableCell { end += 1 }
            addTable(block..<end)
            block = end
        }
    }

    private mutating func addTable(_ cells: Range<Int>) {
        var rows: [Range<Int>] = []
        var start = cells.lowerBound
        for cell in cells.dropFirst() where isNewRow(cell) {
            rows.append(start..<cell)
            start = cell
        }
        rows.append(start..<cells.upperBound)
        guard let head = rows.first, head.count > 1 else { return }
        for row in rows.dropFirst() where row.count == head.count {
            for column in 1..<row.count {
                places[row.lowerBound + column] = (head.lowerBound + column, row.lowerBound)
            }
        }
    }

    /// Markup begins rows with a tag, where it has tags at all; else each row has its line.
    private func isNewRow(_ cell: Int) -> Bool {
        let document = reading.analysis.document
        let between = document.sourceMap.fileBytes(
            between: document.blocks[cell - 1].span.end, document.blocks[cell].span.start)
        let letters = between.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        func has(_ tag: StaticString) -> Bool {
            let count = tag.utf8CodeUnitCount
            return letters.indices.dropLast(count - 1).contains { start in
                (0..<count).allSatisfy { letters[start + $0] == tag.utf8Start[$0] }
            }
        }
        // HTML inside XML or JSON may be escaped.
        func opens(_ tags: StaticString...) -> Bool { tags.contains { has($0) } }
        let beginsRow = opens("<tr", "lt;tr", "u003ctr")
        let isMarkup = opens("<td", "<th", "lt;td", "lt;th", "u003ctd", "u003cth")
        return beginsRow || !isMarkup && letters.contains(UInt8(ascii: "\n"))
    }

    /// The cell that a token stands in; nil outside tables, and for cells that no head or row names.
    func cell(at token: Int) -> Cell? {
        guard !places.isEmpty else { return nil }
        let block = reading.analysis.sentences[Int(reading.sentenceOf[token])].block
        guard let place = places[block], let header = tokens(place.header), let row = tokens(place.row) else {
            return nil
        }
        return Cell(header: header, row: row)
    }

    private func tokens(_ block: Int) -> TokenSpan? {
        sentences[block] < 0 ? nil : reading.analysis.sentences[Int(sentences[block])].tokens
    }
}
