import Documents

/// Writes an analysis with its syntax in CoNLL-U, the format of Universal Dependencies.
public struct ConlluWriter {
    private let model: SyntaxModel

    public init(model: SyntaxModel) { self.model = model }

    /// Appends all parsed sentences to `output`; blocks are marked as paragraphs.
    public func write(_ analysis: Analysis, _ syntax: Syntax, to output: inout String) {
        var block = -1
        for (number, sentence) in analysis.sentences.enumerated() where !sentence.tokens.isEmpty {
            guard syntax.isParsed(sentence.tokens.start) else { continue }
            if sentence.block != block { output += "# newpar\n" }
            block = sentence.block
            output += "# sent_id = \(number + 1)\n# text = \(Self.line(analysis.string(sentence.tokens)))\n"
            write(sentence.tokens, analysis, syntax, &output)
            output += "\n"
        }
    }

    /// A text on one line: line breaks and tabs become spaces.
    private static func line(_ text: String) -> String {
        String(
            text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 ? " " : Character($0) })
    }

    private func write(_ sentence: TokenSpan, _ analysis: Analysis, _ syntax: Syntax, _ output: inout String) {
        var multiwordEnd = sentence.start
        for token in sentence.range {
            let number = token - sentence.start + 1
            let spaceAfter = token + 1 == sentence.end || analysis.tokens[token + 1].shape.contains(.spaceBefore)
            if token >= multiwordEnd {
                multiwordEnd = multiword(from: token, sentence, analysis)
                if multiwordEnd > token + 1 {
                    let last =
                        multiwordEnd == sentence.end || analysis.tokens[multiwordEnd].shape.contains(.spaceBefore)
                    let form = Self.line(analysis.string(TokenSpan(token, multiwordEnd)))
                    output += "\(number)-\(multiwordEnd - sentence.start)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t"
                    output += last ? "_\n" : "SpaceAfter=No\n"
                }
            }
            let inside = multiwordEnd > token + 1 || (token > sentence.start && isClitic(token, analysis))
            let tag = syntax.tags[token]
            let head = syntax.head(of: token).map { $0 - sentence.start + 1 } ?? 0
            let columns = [
                "\(number)", Self.line(analysis.string(token)), Self.line(model.lemma(of: token, analysis, syntax)),
                tag.part.rawValue, "_", Self.features(tag), "\(head)", syntax.relations[token].rawValue, "_",
                spaceAfter || inside ? "_" : "SpaceAfter=No",
            ]
            output += columns.joined(separator: "\t") + "\n"
        }
    }

    private func isClitic(_ token: Int, _ analysis: Analysis) -> Bool {
        let shape = analysis.tokens[token].shape
        return shape.contains(.clitic) && !shape.contains(.spaceBefore)
    }

    /// One past the last token that is written together with this one: "do" and "n't".
    private func multiword(from token: Int, _ sentence: TokenSpan, _ analysis: Analysis) -> Int {
        var end = token + 1
        while end < sentence.end, isClitic(end, analysis) { end += 1 }
        return end
    }

    private static func features(_ tag: Tag) -> String {
        var names = GrammaticalFeatures.names.filter { tag.features.contains($0.feature) }.map(\.name)
        let nominal = tag.part == .noun || tag.part == .properNoun
        if nominal, !tag.features.contains(.plural) { names.append("Number=Sing") }
        return names.isEmpty ? "_" : names.joined(separator: "|")
    }
}
