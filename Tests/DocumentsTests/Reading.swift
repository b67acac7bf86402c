import Documents
import Testing

/// Reads texts that tests write down, and shows what became of them.
enum Reading {
    /// The formats that any text is a document of.
    static let textFormats: [DocumentFormat] = [.plainText, .markdown, .html]

    static func documents(
        _ text: String, _ format: DocumentFormat, path: String = "test", override: Metadata = Metadata()
    )
        throws -> [Document]
    {
        try DocumentReader().read(bytes: Array(text.utf8), path: path, format: format, override: override).documents
    }

    static func document(_ text: String, _ format: DocumentFormat) throws -> Document {
        try #require(documents(text, format).first)
    }

    /// What becomes of a file whose format its name and its bytes tell.
    static func content(_ text: String, path: String, override: Metadata = Metadata()) throws -> FileContent {
        let content = try DocumentReader().read(bytes: Array(text.utf8), path: path, override: override)
        for document in content.documents {
            #expect(Soundness(document: document, file: Array(text.utf8)).faults == [])
        }
        return content
    }

    /// Each block as `kind: text`, paragraphs without their kind.
    static func blocks(_ document: Document) -> [String] {
        document.blocks.map { block in
            let text = document.string(block.span)
            return block.kind == .paragraph ? text : "\(block.kind.rawValue): \(text)"
        }
    }

    static func blocks(_ text: String, _ format: DocumentFormat) throws -> [String] {
        blocks(try document(text, format))
    }

    /// Line and column in the file of the first place where a word stands in a document's text; empty where it does not.
    static func place(of word: String, in document: Document) -> [Int] {
        let text = document.text
        guard let start = text.indices.first(where: { text[$0...].starts(with: word.utf8) }) else { return [] }
        let place = document.sourceMap.position(of: start)
        return [place.line, place.column]
    }

    /// Line and column of the first place where a word stands in a file.
    static func place(of word: String, inFile file: String) -> [Int] {
        guard let range = file.utf8.firstRange(of: Array(word.utf8)) else { return [] }
        let lines = String(file[..<range.lowerBound]).unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        return [lines.count, (lines.last?.count ?? 0) + 1]
    }
}

/// What holds for every document, whatever it was read from.
struct Soundness {
    let document: Document
    /// The file as UTF-8.
    let file: [UInt8]

    /// A sentence for each rule that is broken, with its place.
    var faults: [String] {
        var faults: [String] = []
        var end = 0
        for block in document.blocks {
            if block.span.start < end || block.span.end > document.text.count || block.span.isEmpty {
                faults.append("block \(block.span) after \(end) in a text of \(document.text.count)")
                return faults
            }
            end = block.span.end
            faults += misplaced(in: block.span)
        }
        if (try? UTF8Span(validating: document.text.span)) == nil { faults.append("the text is no UTF-8") }
        return faults
    }

    /// Every visible character of a block stands at its place in the file, or a character reference, an escape or the figure that
    /// it raises does.
    private func misplaced(in span: ByteSpan) -> [String] {
        for offset in span.range where document.text[offset] > 0x20 && document.text[offset] & 0xC0 != 0x80 {
            let place = document.sourceMap.fileOffset(of: offset)
            guard place < file.count else { return ["byte \(offset) leads past the file"] }
            if file[place] == document.text[offset] || "&\\".utf8.contains(file[place]) { continue }
            if document.text[offset] >= 0x80, (0x2B...0x39).contains(file[place]) { continue }
            return ["byte \(offset) of '\(document.string(span).prefix(40))' leads to \(place)"]
        }
        return []
    }
}
