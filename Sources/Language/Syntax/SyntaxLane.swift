import CWeights
import Documents

/// The working memory of a tagger and parser, used for one sentence after the other: `begin`, then `request`, `find` and
/// `decide` in turn until it is finished.
final class SyntaxLane {
    // What is needed of the model, not the model itself, which keeps the lanes.
    private let lexicon: LexiconStorage
    private let dictionary: TagDictionary
    private let tags: [Tag]
    private let tagChoice: ClassChoice
    private let actionChoice: ClassChoice
    private let isParsing: Bool
    private let tagSums: ScoreMemo
    private let transitionSums: ScoreMemo
    private let words = WordSymbols()
    private let state = ParserState()
    private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: WeightTable.mostFeatures)
    private let scores = UnsafeMutablePointer<Int16>.allocate(capacity: WeightTable.width)
    private let symbols = UnsafeMutablePointer<UInt64>.allocate(capacity: Mixing.table.count)
    private let rows = WeightRows.allocate()
    private let tagger: WeightTable
    private let parser: WeightTable
    private let missingVerb: MissingVerb
    private let rootLabel = Relation.allCases.firstIndex(of: .root) ?? 0
    /// Of each transition: 0 shift, 1 left, 2 right; and its label.
    private let kinds: [UInt8]
    private let labels: [Int]

    // What is summed up once for each word of a sentence: the features of the stack with it on top, and those of the buffer with
    // it in front. It is asked for at each transition until the word is gone.
    private let stackScores = WordScores()
    private let bufferScores = WordScores()
    /// The sum of the features that change with each transition.
    private let meetingScores = UnsafeMutablePointer<Int16>.allocate(capacity: WeightTable.width)

    private var span = TokenSpan(0, 0)
    private var isTagging = true
    /// A full stop ends it.
    private var isStopped = false
    /// The word that is tagged.
    private var index = 0
    private(set) var isFinished = true

    /// - Parameters:
    ///   - tagSums, transitionSums: outlive the lane.
    init(_ model: SyntaxModel, isParsing: Bool, tagSums: ScoreMemo, transitionSums: ScoreMemo) {
        lexicon = model.lexicon
        dictionary = model.dictionary
        tags = model.tags
        missingVerb = MissingVerb(model.tags)
        tagChoice = model.tagChoice
        actionChoice = model.actionChoice
        self.isParsing = isParsing
        self.tagSums = tagSums
        self.transitionSums = transitionSums
        tagger = model.tagger
        parser = model.parser
        symbols.initialize(from: Mixing.table, count: Mixing.table.count)
        kinds = model.actions.map { action in
            switch action {
            case .shift: 0
            case .left: 1
            case .right: 2
            }
        }
        labels = model.actions.map { action in
            switch action {
            case .shift: 0
            case .left(let label), .right(let label): label
            }
        }
    }

    deinit {
        keys.deallocate()
        scores.deallocate()
        symbols.deallocate()
        rows.deallocate()
        meetingScores.deallocate()
    }

    /// Takes up the tokens of a sentence.
    func begin(
        _ span: TokenSpan, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>,
        _ evidence: borrowing CaseEvidence
    ) {
        self.span = span
        words.load(
            UnsafeBufferPointer(rebasing: tokens[span.range]), of: text, lexicon: lexicon,
            dictionary: dictionary, evidence: evidence)
        isTagging = true
        isStopped = tokens[span.range].last.map { text[Int($0.start)] == UInt8(ascii: ".") } ?? false
        isFinished = false
        index = 0
        goOn()
    }

    /// Asks for the weights for the next decision.
    func request() {
        rows.begin()
        if isTagging { requestTag() } else { requestTransition() }
    }

    /// Finds the weights for the next decision.
    func find() {
        if isTagging { tagger.find(keys, rows) } else { parser.find(keys, rows) }
    }

    /// Takes the decision whose weights were found.
    func decide() {
        if isTagging {
            tagger.sum(rows)
            words.setTag(index, bestTag(), symbols: symbols + 100)
            index += 1
        } else {
            parser.sum(rows)
            weights_join(stackScores.row(state.below(0)), bufferScores.row(state.next), meetingScores, scores)
            apply(bestAction())
        }
        goOn()
    }

    private func requestTag() {
        let features = TaggerFeatures(words, index)
        var out = TemplateWriter(keys, table: symbols)
        // What is kept is asked for first, and looked at when it has come.
        let (word, tagged) = (place(.word, features), place(.taggedWord, features))
        let (before, after) = (place(.before, features), place(.after, features))
        features.writeRest(&out)
        rows.end(at: out.count, into: scores, isNew: true)
        add(.word, word, features, &out)
        add(.taggedWord, tagged, features, &out)
        add(.before, before, features, &out)
        add(.after, after, features, &out)
        tagger.request(keys, out.count)
    }

    /// Where the sum of a group may be kept.
    @inline(__always)
    private func place(_ group: TaggerFeatures.Group, _ features: TaggerFeatures) -> ScoreMemo.Place {
        tagSums.place(group.rawValue, features.key(group))
    }

    /// Adds up a group of features: from what is kept of it, else from their weights.
    @inline(__always)
    private func add(
        _ group: TaggerFeatures.Group, _ place: ScoreMemo.Place, _ features: TaggerFeatures, _ out: inout TemplateWriter
    ) {
        if place.isKnown {
            rows.add(place, into: scores)
        } else {
            features.write(group, &out)
            rows.end(at: out.count, into: scores, keptAt: place)
        }
    }

    private func requestTransition() {
        let features = ParserFeatures(words, state, table: symbols)
        var out = TemplateWriter(keys, table: symbols)
        // What is kept is asked for first, and looked at when it has come.
        let (right, left) = (place(.topRight, features), place(.nextLeft, features))
        meetingScores.update(repeating: 0, count: WeightTable.width)
        features.writeMeeting(&out)
        rows.end(at: out.count, into: meetingScores)
        add(.topRight, right, features, &out, into: meetingScores)
        add(.nextLeft, left, features, &out, into: meetingScores)
        if let sum = stackScores.begin(state.below(0)) { writeStack(features, &out, into: sum) }
        if let sum = bufferScores.begin(state.next) {
            let tags = place(.bufferTags, features)
            features.writeBuffer(&out)
            rows.end(at: out.count, into: sum)
            add(.bufferTags, tags, features, &out, into: sum)
        }
        parser.request(keys, out.count)
    }

    @inline(__always)
    private func writeStack(
        _ features: ParserFeatures, _ out: inout TemplateWriter, into sum: UnsafeMutablePointer<Int16>
    ) {
        let (tags, top) = (place(.stackTags, features), place(.topLeft, features))
        let (left, right) = (place(.belowLeft, features), place(.belowRight, features))
        features.writeStack(&out)
        rows.end(at: out.count, into: sum)
        add(.stackTags, tags, features, &out, into: sum)
        add(.topLeft, top, features, &out, into: sum)
        add(.belowLeft, left, features, &out, into: sum)
        add(.belowRight, right, features, &out, into: sum)
    }

    /// Where the sum of a group may be kept.
    @inline(__always)
    private func place(_ group: ParserFeatures.Group, _ features: ParserFeatures) -> ScoreMemo.Place {
        transitionSums.place(group.rawValue, features.key(group))
    }

    /// Adds up a group of features: from what is kept of it, else from their weights.
    @inline(__always)
    private func add(
        _ group: ParserFeatures.Group, _ place: ScoreMemo.Place, _ features: ParserFeatures,
        _ out: inout TemplateWriter, into sum: UnsafeMutablePointer<Int16>
    ) {
        if place.isKnown {
            rows.add(place, into: sum)
        } else {
            features.write(group, &out)
            rows.end(at: out.count, into: sum, keptAt: place)
        }
    }

    /// Goes on to the next decision that needs weights.
    private func goOn() {
        if isTagging, !goOnTagging() {
            isTagging = false
            if isStopped, isParsing { findMissingVerb() }
            state.reset(words.count)
            stackScores.reset(words.count)
            bufferScores.reset(words.count)
        }
        guard !isTagging else { return }
        isFinished = isParsing ? !state.advance(rootLabel: rootLabel) : leaveUnparsed()
    }

    private func findMissingVerb() {
        if let (place, tag) = missingVerb.find(in: words, lexicon) { words.setTag(place, tag, symbols: symbols + 100) }
    }

    /// - Returns: false where all words are tagged.
    private func goOnTagging() -> Bool {
        while index < words.count {
            guard words.fixedTags[index] != 255 else { return true }
            words.setTag(index, words.fixedTags[index], symbols: symbols + 100)
            index += 1
        }
        return false
    }

    /// Makes each word a root.
    /// - Returns: true.
    private func leaveUnparsed() -> Bool {
        while !state.isFinished {
            state.shift()
            state.makeRoot(rootLabel)
        }
        return true
    }

    private func bestTag() -> UInt8 { UInt8(truncatingIfNeeded: tagChoice.best(scores, 0)) }

    /// The allowed transition with the highest score.
    private func bestAction() -> Int {
        let allowed = (state.canShift ? 1 : 0) | (state.canLeft ? 2 : 0) | (state.canRight ? 4 : 0)
        return actionChoice.best(scores, allowed)
    }

    private func apply(_ action: Int) {
        switch kinds[action] {
        case 0: state.shift()
        case 1: state.left(labels[action])
        default: state.right(labels[action])
        }
    }

    /// Copies the tree of the sentence to its place among the tokens of the document.
    func write(to syntax: inout Syntax) {
        let relations = Relation.allCases
        for index in 0..<words.count {
            let token = span.start + index
            syntax.tags[token] = tags[Int(words.tag[index])]
            let head = Int(state.heads[index])
            syntax.heads[token] = Int32(head == words.count ? token : span.start + head)
            syntax.relations[token] = relations[Int(state.labels[index])]
        }
    }
}

/// One row of scores for each word of a sentence, and one for its root.
private final class WordScores {
    private var capacity = 0
    private var rows = UnsafeMutablePointer<Int16>.allocate(capacity: 1)
    private var hasBegun = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

    deinit {
        rows.deallocate()
        hasBegun.deallocate()
    }

    /// Starts a sentence of `count` words.
    func reset(_ count: Int) {
        if count >= capacity {
            capacity = max(256, 2 * count)
            rows.deallocate()
            hasBegun.deallocate()
            rows = .allocate(capacity: capacity * WeightTable.width)
            hasBegun = .allocate(capacity: capacity)
        }
        hasBegun.initialize(repeating: false, count: count + 1)
    }

    @inline(__always)
    func row(_ word: Int) -> UnsafeMutablePointer<Int16> { rows + word &* WeightTable.width }

    /// The row of a word, with zeros; nil where it was asked for before.
    @inline(__always)
    func begin(_ word: Int) -> UnsafeMutablePointer<Int16>? {
        guard !hasBegun[word] else { return nil }
        hasBegun[word] = true
        let row = row(word)
        row.initialize(repeating: 0, count: WeightTable.width)
        return row
    }
}
