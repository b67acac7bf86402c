import Documents
import FoundationEssentials
import Language
import Values

/// Parts against the total that is told with them: "312 civilians and 148 combatants, 470 people in all".
struct SumCheck: Check {
    static let sort = CheckRule.Sort.sum

    private let text: CheckText
    private let lists: FigureLists

    init(_ text: CheckText) {
        self.text = text
        lists = FigureLists(text: text)
    }

    func findings() -> [CheckFinding] {
        text.analysis.sentences.indices.flatMap { number -> [CheckFinding] in
            let lists = lists.lists(ofSentence: number)
            guard !lists.isEmpty else { return [] }
            let totals = text.reading.quantities(in: text.sentence(number)).indices
            return (totals.map { candidate($0, lists) } + [candidate(before: number, lists)]).compactMap {
                $0.flatMap(finding)
            }
        }
    }

    /// A total and what seems to make it up.
    private struct Candidate {
        var total: Int
        var parts: Range<Int>
        /// All parts are told, so that they cannot make less either.
        var isWhole: Bool
    }

    // MARK: Which figures belong together

    private func candidate(_ total: Int, _ lists: [Range<Int>]) -> Candidate? {
        let quantity = text.quantities[total]
        if isMarked(quantity) {
            let sentence = text.sentence(quantity.sentence).range
            guard !text.has(.running, in: sentence), !sentence.contains(where: text.leavesOpen) else { return nil }
            if let parts = lists.first(where: { $0.last == total && $0.count > 2 })?.dropLast() {
                return Candidate(total: total, parts: parts, isWhole: !opensWithOne(parts))
            }
            if let parts = lists.first(where: { $0.last == total - 1 }), isNear(parts.last ?? total, total) {
                return Candidate(total: total, parts: parts, isWhole: !opensWithOne(parts))
            }
            if let parts = lists.first(where: { $0.first == total && $0.count > 2 })?.dropFirst() {
                return Candidate(total: total, parts: parts, isWhole: false)
            }
        }
        return listBehind(total, lists)
    }

    /// "58 cases are confirmed. Of these, 31 are in Sarn, 17 in Delmi and 12 in Hokar.": a sentence of places parts the only
    /// count of the one before it, and may leave some out.
    private func candidate(before sentence: Int, _ lists: [Range<Int>]) -> Candidate? {
        guard sentence > 0, let parts = lists.first(where: { $0.count > 2 }),
            text.analysis.sentences[sentence].block == text.analysis.sentences[sentence - 1].block
        else { return nil }
        if text.isRest(text.quantities[parts.upperBound - 1]) { return rest(of: sentence, parts) }
        guard opens(parts, text.sentence(sentence)), parts.allSatisfy(isOfPlace) else { return nil }
        let counts = text.reading.quantities(in: text.sentence(sentence - 1)).indices.filter { place in
            let quantity = text.quantities[place]
            return quantity.kind == .cardinal && quantity.unit == nil && !text.isOfWhole(quantity)
        }
        return counts.count == 1 ? Candidate(total: counts[0], parts: parts, isWhole: false) : nil
    }

    /// What a list makes up that ends with what is left: the only figure of the sentence before. "The club paid £40m, the town
    /// £25m and the remaining £9m came from a loan."
    private func rest(of sentence: Int, _ parts: Range<Int>) -> Candidate? {
        let first = text.quantities[parts.lowerBound]
        let before = text.quantities(ofSentence: sentence - 1, like: first)
        guard first.kind == .money || first.kind == .measure, before.count == 1,
            !text.has(.open, .running, .former, in: text.sentence(sentence).range)
        else { return nil }
        return Candidate(total: before[0], parts: parts, isWhole: true)
    }

    /// The list begins the sentence, or stands behind "Of these,".
    private func opens(_ parts: Range<Int>, _ sentence: TokenSpan) -> Bool {
        let first = text.quantities[parts.lowerBound].tokens.start
        return first == sentence.start
            || first - sentence.start <= 3 && text.isWord(.of, sentence.start)
    }

    /// "31 are in Sarn", "17 in Delmi"
    private func isOfPlace(_ part: Int) -> Bool {
        let quantity = text.quantities[part]
        let (next, behind) = (quantity.tokens.end, quantity.tokens.end + 1)
        let sentence = text.sentence(quantity.sentence)
        guard quantity.noun == nil, behind < sentence.end else { return false }
        return text.reading.part(next) == .adposition
            || [.auxiliary, .verb].contains(text.reading.part(next)) && text.reading.part(behind) == .adposition
    }

    /// "470 people in all", "a total of 470"
    private func isMarked(_ quantity: Quantity) -> Bool {
        let end = text.end(of: quantity)
        for place in quantity.tokens.end..<end + 2 {
            guard let after = text.end(of: .totalAfter, at: place) else { continue }
            // "in all competitions", "in total silence"
            return !text.isKind(.word, after) || text.reading.part(after) == .verb || !isNominal(after)
        }
        let start = quantity.tokens.start - (text.isWord(.the, quantity.tokens.start - 1) ? 1 : 0)
        return (max(0, start - 4)..<start).contains { text.end(of: .totalBefore, at: $0) == start }
    }

    private func isNominal(_ token: Int) -> Bool {
        switch text.reading.part(token) {
        case .noun, .properNoun, .adjective, .determiner, .numeral: true
        default: false
        }
    }

    /// A dash or a bracket, and hardly a word, parts a list from its total.
    private func isNear(_ part: Int, _ total: Int) -> Bool {
        let gap =
            text.end(
                of: text.quantities[part])..<max(
                text.end(of: text.quantities[part]), text.quantities[total].tokens.start)
        return gap.count <= 4 && gap.contains { text.isMark("-", $0) || text.isMark(":", $0) }
    }

    /// "a man, three women and two boys": one of the list is told without a figure.
    private func opensWithOne(_ parts: Range<Int>) -> Bool {
        let start = text.quantities[parts.lowerBound].tokens.start
        let sentence = text.sentence(text.quantities[parts.lowerBound].sentence)
        return (max(sentence.start, start - 8)..<start).contains(where: isOne)
    }

    private func isOne(_ token: Int) -> Bool {
        text.isWord(Self.a, token) || text.isWord(Self.an, token) || text.isWord(Self.another, token)
    }

    private static let a = StaticWord("a")
    private static let an = StaticWord("an")
    private static let another = StaticWord("another")

    /// "1,131 dead: 702 in Sarn, 311 in Delmi and 118 in Hokar", "12 boats (8 blue and 4 red)", "Twelve boats were sold: eight
    /// sloops and four yawls"
    private func listBehind(_ total: Int, _ lists: [Range<Int>]) -> Candidate? {
        let quantity = text.quantities[total]
        guard let parts = lists.first(where: { $0.first == total + 1 }) else { return nil }
        let first = text.quantities[total + 1].tokens.start
        let sentence = text.sentence(quantity.sentence)
        guard let mark = (quantity.tokens.end..<min(first, quantity.tokens.end + Self.reach)).first(where: opens),
            mark > quantity.tokens.end, first - mark <= 3,
            (quantity.tokens.end..<mark).allSatisfy(isNominalWord) && mark - quantity.tokens.end <= 3
                || isClause(quantity, mark, sentence)
        else { return nil }
        let isBracket = text.isMark("(", mark)
        let last = text.quantities[parts.upperBound - 1].tokens.end
        let end = isBracket ? (last..<sentence.end).first { text.isMark(")", $0) } ?? last : sentence.end
        let tail = last..<end
        guard tail.count <= 8, !tail.contains(where: lists(separate:)), !text.has(.open, .running, in: mark..<end),
            !(mark..<end).contains(where: isOne), !isNumber(parts.upperBound, before: end)
        else { return nil }
        return Candidate(total: total, parts: parts, isWhole: true)
    }

    /// Tokens between a total and the mark before its parts, at the most.
    private static let reach = 16

    /// "Twelve boats were sold:": the total is what the clause is about.
    private func isClause(_ quantity: Quantity, _ mark: Int, _ sentence: TokenSpan) -> Bool {
        text.isMark(":", mark) && quantity.tokens.start == sentence.start && quantity.noun != nil
            && !(quantity.tokens.end..<mark).contains { text.isMark(",", $0) }
    }

    private func isNumber(_ place: Int, before end: Int) -> Bool {
        place < text.quantities.count && text.quantities[place].tokens.start < end
    }

    private func lists(separate token: Int) -> Bool { lists.isSeparator(token) }

    private func opens(_ token: Int) -> Bool { text.isMark(":", token) || text.isMark("(", token) }

    private func isNominalWord(_ token: Int) -> Bool { text.isKind(.word, token) && text.reading.part(token) != .verb }

    // MARK: Whether it comes out

    private func finding(_ candidate: Candidate) -> CheckFinding? {
        let total = text.quantities[candidate.total]
        let parts = candidate.parts.map { text.quantities[$0] }
        guard let whole = Figure(total, in: text), total.per == nil, !parts.contains(where: isBare),
            parts.allSatisfy({ $0.kind == total.kind && $0.unit?.id == total.unit?.id && counts($0, in: total) }),
            [.cardinal, .money, .measure, .duration].contains(total.kind), areTold(parts, total)
        else { return nil }
        let figures = parts.compactMap { Figure($0, in: text, partOf: whole) }
        guard figures.count == parts.count, let first = figures.first else { return nil }
        let sum = figures.dropFirst().reduce(first.range) { $0 + $1.range }
        let isMore = (sum.lower ?? 0) > (whole.range.upper ?? 0)
        guard candidate.isWhole ? !sum.intersects(whole.range) : isMore else { return nil }
        return CheckFinding(Self.sort, parts: figures, make: whole, places: 2, of: [total] + parts, in: text)
    }

    /// "Kailey, 9": a number between commas is an age or a place.
    private func isBare(_ part: Quantity) -> Bool {
        part.unit == nil && part.noun == nil && text.isKind(.punctuation, part.tokens.start - 1)
            && !text.isKind(.word, part.tokens.end)
    }

    private func areTold(_ parts: [Quantity], _ total: Quantity) -> Bool {
        ([total] + parts).allSatisfy { text.isTold($0.tokens) }
    }

    /// What a part counts can be of what the total counts: the same noun, people and people, or no noun at all.
    private func counts(_ part: Quantity, in total: Quantity) -> Bool {
        guard let partNoun = part.noun.map(text.head), let totalNoun = total.noun.map(text.head) else { return true }
        return text.reading.lemmas[partNoun] == text.reading.lemmas[totalNoun]
            || text.isPerson(partNoun) && text.isPerson(totalNoun) || isAdjective(partNoun)
            || isOne(partNoun, of: totalNoun)
    }

    /// A ferry is a ship as far as both are things that somebody made; of what no dictionary has nothing is known.
    private func isOne(_ part: Int, of total: Int) -> Bool {
        let lexicon = text.reading.english.lexicon
        guard let sense = entry(total).map(lexicon.mainSense), Self.countable.contains(sense) else { return false }
        return entry(part).map { !lexicon.senses($0).isDisjoint(with: WordSenses([sense])) } ?? true
    }

    private func entry(_ token: Int) -> Lexicon.Entry? {
        text.reading.english.lexicon.readings(hash: text.analysis.tokens[token].hash).first {
            $0.form == .singular || $0.form == .plural
        }?.entry
    }

    /// Classes of things that are counted together: tankers and ferries are ships.
    private static let countable: Set<WordSense> = [.person, .animal, .artifact, .plant, .location]

    /// "5 gold, 4 silver": a noun that is also said of things.
    private func isAdjective(_ token: Int) -> Bool {
        text.reading.english.lexicon.readings(hash: text.analysis.tokens[token].hash).contains { $0.form == .adjective }
    }
}
