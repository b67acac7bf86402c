import Documents

/// A trained tagger and dependency parser of English.
///
/// Both are greedy averaged perceptrons; the parser is arc-hybrid and was trained with a dynamic oracle (Goldberg and
/// Nivre 2013). A model is immutable and serves any number of documents at the same time.
public struct SyntaxModel: Sendable {
    let lexicon: LexiconStorage
    let dictionary: TagDictionary
    let tagger: WeightTable
    let parser: WeightTable
    /// Of the name tagger.
    let namer: WeightTable
    let tags: [Tag]
    let actions: [ParserAction]
    let tagChoice: ClassChoice
    /// By the kinds of transition that are allowed: 1 for shift, 2 for left, 4 for right, added up.
    let actionChoice: ClassChoice
    /// By the label of the word before.
    let labelChoice = ClassChoice(states: NameLabel.count) { previous, label in
        label < NameLabel.count && NameLabel.canFollow(UInt8(label), UInt8(previous))
    }
    let lemmatizer: Lemmatizer
    private let engines = SyntaxEngines()

    /// - Throws: `ModelError` where the file is missing, of another version, damaged, or made for another lexicon.
    public init(path: String, lexicon: Lexicon) throws(ModelError) {
        let file = try ModelFile(path: path, kind: .model)
        let made = try file.section("LEXI", of: UInt64.self)
        guard made.first == lexicon.storage.file.digest else {
            throw .mismatch(path: path, lexicon: lexicon.storage.file.path)
        }
        self.lexicon = lexicon.storage
        let tags = try TagCoding.tags(file.section("TAGS", of: UInt32.self), file)
        actions = try ParserAction.actions(file.section("ACTS", of: UInt8.self), file)
        let (tagCount, actions) = (tags.count, self.actions)
        tagChoice = ClassChoice(states: 1) { $1 < tagCount }
        actionChoice = ClassChoice(states: 8) { allowed, place in
            guard place < actions.count else { return false }
            return switch actions[place] {
            case .shift: allowed & 1 != 0
            case .left: allowed & 2 != 0
            case .right: allowed & 4 != 0
            }
        }
        let words = try file.section("WORD", of: TagDictionary.Entry.self)
        guard let dictionary = TagDictionary(words, owner: file),
            words.allSatisfy({ $0.fixed == 255 || $0.fixed < UInt64(tags.count) })
        else { throw file.damaged("its dictionary is not well formed") }
        self.tags = tags
        self.dictionary = dictionary
        tagger = try WeightTable(file, prefix: "TG")
        parser = try WeightTable(file, prefix: "PR")
        namer = try WeightTable(file, prefix: "NM")
        lemmatizer = try Lemmatizer(file, lexicon: lexicon.storage)
    }

    /// Tags and parses sentences of a document.
    ///
    /// - Parameter sentences: indices into the sentences of the analysis; others stay unparsed.
    public func parse(_ analysis: Analysis, sentences: some Sequence<Int>) -> Syntax {
        run(analysis, sentences, isParsing: true)
    }

    /// Tags the sentences of a document without parsing them: each word is its own root.
    package func tag(_ analysis: Analysis) -> Syntax { run(analysis, analysis.sentences.indices, isParsing: false) }

    private func run(_ analysis: Analysis, _ sentences: some Sequence<Int>, isParsing: Bool) -> Syntax {
        var syntax = Syntax(tokenCount: analysis.tokens.count)
        let evidence = CaseEvidence(analysis.tokens)
        analysis.tokens.withUnsafeBufferPointer { tokens in
            analysis.document.text.withUnsafeBufferPointer { text in
                // A dateline is no part of the clause that follows it.
                let parts = sentences.map { analysis.sentences[$0].tokens }.filter { !$0.isEmpty }.map { span in
                    let dateline = Dateline.length(UnsafeBufferPointer(rebasing: tokens[span.range]), text)
                    return (
                        dateline: TokenSpan(span.start, span.start + dateline),
                        body: TokenSpan(span.start + dateline, span.end)
                    )
                }
                engines.use(self, isParsing: isParsing) { engine in
                    engine.run(
                        parts.flatMap { [$0.dateline, $0.body] }.filter { !$0.isEmpty }, tokens, text, evidence,
                        to: &syntax)
                }
                for part in parts { syntax.join(part.dateline.union(part.body), at: part.body.start) }
            }
        }
        return syntax
    }

    /// The lemma of a token whose sentence was parsed: lower-cased, but a name as it is written.
    public func lemma(of token: Int, _ analysis: Analysis, _ syntax: Syntax) -> String {
        analysis.document.text.withUnsafeBufferPointer { text in
            String(decoding: lemmatizer.lemma(analysis.tokens[token], syntax.tags[token], of: text), as: UTF8.self)
        }
    }

    /// The `FoldedForm` hash of a token's lemma: equal for "kill", "kills" and "killed".
    public func lemmaHash(of token: Int, _ analysis: Analysis, _ syntax: Syntax) -> UInt64 {
        analysis.document.text.withUnsafeBufferPointer { text in
            lemmatizer.lemmaHash(analysis.tokens[token], syntax.tags[token], of: text)
        }
    }

    /// Tags and parses all sentences of a document.
    public func parse(_ analysis: Analysis) -> Syntax { parse(analysis, sentences: analysis.sentences.indices) }
}

/// How tags are stored: the part of speech's place in its enumeration, and the features in the upper half.
package enum TagCoding {
    package static func code(_ tag: Tag) -> UInt32 {
        UInt32(PartOfSpeech.allCases.firstIndex(of: tag.part) ?? 0) | UInt32(tag.features.rawValue) << 16
    }

    static func tags(_ codes: UnsafeBufferPointer<UInt32>, _ file: ModelFile) throws(ModelError) -> [Tag] {
        guard (1...WeightTable.width).contains(codes.count),
            codes.allSatisfy({ Int($0 & 0xFFFF) < PartOfSpeech.allCases.count })
        else { throw file.damaged("its tag set is not well formed") }
        return codes.map {
            Tag(PartOfSpeech.allCases[Int($0 & 0xFFFF)], GrammaticalFeatures(rawValue: UInt16($0 >> 16)))
        }
    }
}

/// A transition of the parser; labels are places in `Relation.allCases`.
package enum ParserAction: Hashable, Sendable {
    case shift
    case left(Int)
    case right(Int)

    static func actions(_ codes: UnsafeBufferPointer<UInt8>, _ file: ModelFile) throws(ModelError) -> [ParserAction] {
        let actions: [ParserAction] = codes.map { code in
            code == 0 ? .shift : code & 0x80 == 0 ? .left(Int(code) - 1) : .right(Int(code & 0x7F) - 1)
        }
        let labels = codes.map { Int($0 & 0x7F) }
        let complete = codes.contains { (1..<0x80).contains($0) } && codes.contains { $0 > 0x80 }
        guard actions.first == .shift, complete, actions.count <= WeightTable.width,
            labels.dropFirst().allSatisfy({ (1...Relation.allCases.count).contains($0) })
        else { throw file.damaged("its transitions are not well formed") }
        return actions
    }

    package var code: UInt8 {
        switch self {
        case .shift: 0
        case .left(let label): UInt8(label + 1)
        case .right(let label): UInt8(label + 1) | 0x80
        }
    }
}
