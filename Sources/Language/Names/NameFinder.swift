import Documents

/// Finds the names of a document: a perceptron labels words by their form, tag, sense and place in the gazetteer, then
/// titles are cut off and later mentions are tied to the first.
public struct NameFinder: Sendable {
    let model: SyntaxModel
    public let gazetteer: Gazetteer

    public init(model: SyntaxModel, gazetteer: Gazetteer) {
        self.model = model
        self.gazetteer = gazetteer
    }

    /// The names of the sentences that `syntax` has parsed.
    public func names(in analysis: Analysis, _ syntax: Syntax) -> Names {
        let evidence = CaseEvidence(analysis.tokens)
        let tagger = NameTagger(model, gazetteer)
        var all: [Name] = []
        analysis.tokens.withUnsafeBufferPointer { tokens in
            analysis.document.text.withUnsafeBufferPointer { text in
                for sentence in analysis.sentences where !sentence.tokens.isEmpty {
                    let span = sentence.tokens
                    guard syntax.isParsed(span.start) else { continue }
                    let words = UnsafeBufferPointer(rebasing: tokens[span.range])
                    let labels = tagger.label(words, text, evidence, tags: syntax.tags[span.range])
                    all += spans(labels, words, syntax.tags[span.range], offset: span.start)
                }
            }
        }
        return NameLinker(analysis: analysis, syntax: syntax, model: model).link(all)
    }

    /// The names that labels mark, with their titles and countries, and nationalities that no name covers.
    private func spans(
        _ labels: [UInt8], _ tokens: UnsafeBufferPointer<Token>, _ tags: ArraySlice<Tag>, offset: Int
    ) -> [Name] {
        var names: [Name] = []
        var index = 0
        while index < labels.count {
            let known = gazetteer.match(at: index, in: tokens)
            let isWritten = tokens[index].shape.intersection([.capitalized, .hasDigit]) != []
            if isWritten, let type = type(labels[index]) {
                var end = index + 1
                while end < labels.count, NameLabel.isInside(labels[end]), !Self.breaks.contains(tokens[end].hash),
                    type != .person || !Self.prepositions.contains(tokens[end].hash)
                {
                    end += 1
                }
                while end > index + 1, !tokens[end - 1].shape.contains(.capitalized),
                    !tokens[end - 1].shape.contains(.hasDigit)
                {
                    end -= 1
                }
                let name = name(index, end, type, tokens, offset)
                // A title that was labelled as a name of its own belongs to the name after it.
                if let title = name.title, let last = names.last, last.span.overlaps(title) { names.removeLast() }
                names.append(name)
                index = end
            } else if let known, let country = known.entry.country,
                labels[index..<index + known.count].allSatisfy({ $0 == NameLabel.outside })
            {
                let isPeople = known.entry.kinds.contains(.people)
                let isPlural = tags[tags.startIndex + index + known.count - 1].features.contains(.plural)
                names.append(
                    Name(
                        span: TokenSpan(offset + index, offset + index + known.count),
                        type: isPeople && isPlural ? .person : .place, form: isPeople ? .nationality : .name,
                        country: gazetteer.countries[country], first: 0))
                index += known.count
            } else {
                index += 1
            }
        }
        return names
    }

    private func name(_ start: Int, _ end: Int, _ type: NameType, _ tokens: UnsafeBufferPointer<Token>, _ offset: Int)
        -> Name
    {
        var first = start
        if type == .person {
            while first < end, let (entry, count) = gazetteer.match(at: first, in: tokens),
                entry.kinds.contains(.title), first + count < end
            {
                first += count
            }
        }
        var title = first > start ? TokenSpan(offset + start, offset + first) : nil
        if type == .person, first == start { title = self.title(before: start, tokens, offset) }
        let type = self.type(of: first..<end, tokens) ?? type
        let whole = gazetteer.match(at: first, in: tokens)
        let country = whole?.count == end - first ? whole?.entry.country : nil
        let isPeople = whole?.entry.kinds.contains(.people) ?? false
        return Name(
            span: TokenSpan(offset + first, offset + end), type: type,
            form: country != nil && isPeople ? .nationality : .name, title: title,
            country: country.map { gazetteer.countries[$0] }, first: 0)
    }

    /// What a label at the begin of a name says. "Irina Kolt of Karsovia" is two names: what goes on after a person's is
    /// where that person comes from.
    private func type(_ label: UInt8) -> NameType? {
        let type = NameLabel.type(label)
        return type == .person && NameLabel.isInside(label) ? .place : type
    }

    /// Words that end a name, whatever follows: "Platt's Music Hall in San Francisco" is two.
    private static let breaks = FoldedForm.hashes("in on to at from by")

    /// The type that the last word of a name tells, or the first: "Aberdeen Grammar School", "Cyclone Phailin".
    private func type(of name: Range<Int>, _ tokens: UnsafeBufferPointer<Token>) -> NameType? {
        guard name.count > 1, tokens[name.lowerBound].shape.contains(.capitalized) else { return nil }
        func kinds(_ place: Int) -> Gazetteer.Kinds {
            let known = gazetteer.match(at: place, in: tokens)
            return known?.count == 1 ? known?.entry.kinds ?? [] : []
        }
        let of = name.first { Self.prepositions.contains(tokens[$0].hash) } ?? name.upperBound
        guard of > name.lowerBound, tokens[of - 1].shape.contains(.capitalized) else { return nil }
        let (first, last) = (kinds(name.lowerBound), kinds(of - 1))
        if last.contains(.eventWord) { return .event }
        if last.contains(.organizationWord), !last.contains(.placeWord) { return .organization }
        if last.contains(.placeWord), !last.contains(.organizationWord) { return .place }
        return first.contains(.eventWord) ? .event : nil
    }

    private static let prepositions = FoldedForm.hashes("of for")

    /// A title that stands right before a name but was not labelled with it.
    private func title(before start: Int, _ tokens: UnsafeBufferPointer<Token>, _ offset: Int) -> TokenSpan? {
        for length in stride(from: min(4, start), through: 1, by: -1) {
            if let (entry, count) = gazetteer.match(at: start - length, in: tokens), count == length,
                entry.kinds.contains(.title)
            {
                return TokenSpan(offset + start - length, offset + start)
            }
        }
        return nil
    }
}

/// Labels the words of sentences, one after the other through a document.
final class NameTagger {
    private let model: SyntaxModel
    private let gazetteer: Gazetteer
    private let words = WordSymbols()
    private let names = NameSymbols()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let rows = WeightRows.allocate()
    private let scores = UnsafeMutablePointer<Int16>.allocate(capacity: WeightTable.width)

    init(_ model: SyntaxModel, _ gazetteer: Gazetteer) {
        self.model = model
        self.gazetteer = gazetteer
    }

    deinit {
        keys.deallocate()
        rows.deallocate()
        scores.deallocate()
    }

    func label(
        _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, _ evidence: borrowing CaseEvidence,
        tags: ArraySlice<Tag>
    ) -> [UInt8] {
        words.load(tokens, of: text, lexicon: model.lexicon, dictionary: model.dictionary, evidence: evidence)
        words.setTagSymbols(tags)
        names.load(tokens, gazetteer: gazetteer)
        var labels = [UInt8](repeating: NameLabel.outside, count: tokens.count)
        for index in 0..<tokens.count {
            let previous = index > 0 ? labels[index - 1] : NameLabel.outside
            guard NameFeatures.isCandidate(tokens[index], previous) else { continue }
            let before = index > 1 ? labels[index - 2] : NameLabel.outside
            let count = NameFeatures.write(words, names, index, before, previous, keys)
            model.namer.score(keys, count, rows, into: scores)
            let best = UInt8(truncatingIfNeeded: model.labelChoice.best(scores, Int(previous)))
            labels[index] = best
            names.remember(tokens[index], best)
        }
        return labels
    }
}
