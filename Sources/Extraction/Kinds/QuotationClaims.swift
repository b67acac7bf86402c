import Documents
import Language

/// Claims of what somebody said: the words in quotation marks, where there are enough of them to be told from others.
struct QuotationClaims: ClaimFinder {
    /// Fewer words are a phrase or a title.
    private static let fewest = 5

    private let reading: DocumentReading

    init(_ clauses: ClauseReader) { reading = clauses.reading }

    func drafts() -> [Draft] {
        spans().filter(isLongEnough).map { span in
            let words = reading.string(span)
            return Draft(
                rule: "quotation", attribute: "quotation", value: ClaimValue(text: words, content: .words(words)),
                tokens: span, subject: .passage, terms: reading.terms(span.range), modality: .asserted)
        }
    }

    private func isLongEnough(_ span: TokenSpan) -> Bool {
        span.range.count { reading.analysis.tokens[$0].kind == .word || reading.analysis.tokens[$0].kind == .number }
            >= Self.fewest
    }

    /// What stands between two marks of one sort in one block.
    private func spans() -> [TokenSpan] {
        var spans: [TokenSpan] = []
        var open: (token: Int, mark: Mark, block: Int)?
        for sentence in reading.analysis.sentences {
            if open?.block != sentence.block { open = nil }
            for token in sentence.tokens.range {
                guard let mark = mark(token) else { continue }
                if let start = open, mark.closes(start.mark) {
                    let end = isComma(token - 1) ? token - 1 : token
                    if end > start.token + 1 { spans.append(TokenSpan(start.token + 1, end)) }
                    open = nil
                } else if open == nil, mark.opens {
                    open = (token, mark, sentence.block)
                }
            }
        }
        return spans
    }

    /// The comma before a closing mark belongs to the sentence around it.
    private func isComma(_ token: Int) -> Bool {
        reading.analysis.document.text[Int(reading.analysis.tokens[token].start)] == UInt8(ascii: ",")
    }

    private enum Mark {
        case straight, openDouble, closeDouble, openSingle, closeSingle

        var opens: Bool {
            switch self {
            case .straight, .openDouble, .openSingle: true
            case .closeDouble, .closeSingle: false
            }
        }

        func closes(_ open: Mark) -> Bool {
            switch open {
            case .straight: self == .straight
            case .openDouble: self == .closeDouble
            case .openSingle: self == .closeSingle
            case .closeDouble, .closeSingle: false
            }
        }
    }

    private func mark(_ token: Int) -> Mark? {
        guard reading.analysis.tokens[token].kind == .punctuation else { return nil }
        let bytes = reading.analysis.document.text[reading.analysis.tokens[token].span.range]
        switch Array(bytes) {
        case [0x22]: return .straight
        case [0xE2, 0x80, 0x9C]: return .openDouble
        case [0xE2, 0x80, 0x9D]: return .closeDouble
        case [0xE2, 0x80, 0x98]: return .openSingle
        case [0xE2, 0x80, 0x99]: return .closeSingle
        default: return nil
        }
    }
}
