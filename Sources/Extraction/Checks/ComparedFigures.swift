import Documents
import FoundationEssentials
import Language
import Values

/// Figures of one sort that a passage holds against each other, in one sentence or in two that follow on each other.
struct ComparedFigures {
    let text: CheckText

    /// A figure and what it was before, as indices of quantities.
    struct Pair {
        var old: Int
        var new: Int
    }

    // MARK: Passages

    /// A sentence and those directly before and behind it in its paragraph.
    func passage(around number: Int) -> [Int] {
        [number, number + 1, number - 1].filter { other in
            text.analysis.sentences.indices.contains(other)
                && text.analysis.sentences[other].block == text.analysis.sentences[number].block
        }
    }

    /// The sentence before, in one paragraph.
    func before(_ number: Int) -> Int? { passage(around: number).first { $0 < number } }

    /// Figures of a sentence that can be of one sort with another: of its unit, or bare as in "the other has 1,847".
    func figures(ofSentence number: Int, like other: Quantity) -> [Int] {
        text.reading.quantities(in: text.sentence(number)).indices.filter { isLike(text.quantities[$0], other) }
    }

    /// Some two figures of a passage, of one sort with another and besides one, fit; also where nobody can tell.
    func hasPair(
        in passage: [Int], like other: Quantity, besides place: Int, fitting fits: (Interval, Interval) -> Bool?
    ) -> Bool {
        let all = passage.flatMap { figures(ofSentence: $0, like: other) }.filter { $0 != place }
            .compactMap { Figure(text.quantities[$0], in: text)?.range }
        return all.contains { one in all.contains { fits(one, $0) ?? true } }
    }

    func isLike(_ quantity: Quantity, _ other: Quantity) -> Bool {
        guard quantity.value != nil, quantity.per == nil else { return false }
        let isBare = quantity.kind == .cardinal && quantity.noun == nil && other.kind != .cardinal
        return isBare && !isYear(quantity) || quantity.kind == other.kind && quantity.unit?.id == other.unit?.id
    }

    private func isYear(_ quantity: Quantity) -> Bool {
        quantity.value.map { (1500...2100).contains($0) && !text.reading.string(quantity.figure).contains(",") }
            ?? false
    }

    /// A sentence goes on about what another one tells of: a noun in common, people in both, or "There were".
    func isOfOneTopic(_ number: Int, with other: Int) -> Bool {
        let (a, b) = (nouns(of: number), nouns(of: other))
        return !a.isDisjoint(with: b) || countsPeople(number) && countsPeople(other)
            || text.isWord(Self.there, text.sentence(number).start)
    }

    private static let there = StaticWord("there")

    private func nouns(of number: Int) -> Set<UInt64> {
        Set(
            text.sentence(number).range.filter { token in
                text.reading.part(token) == .noun && text.isKind(.word, token)
                    && text.reading.times(
                        in: TokenSpan(token, token + 1)
                    ).isEmpty
            }.map { text.reading.lemmas[$0] })
    }

    private func countsPeople(_ number: Int) -> Bool {
        text.sentence(number).range.contains { text.reading.part($0) == .noun && text.isPerson($0) }
    }

    // MARK: Pairs

    /// The only two figures of one sort of a sentence, where it tells which was before: "411, against 380 in 2020", "126 in 2021
    /// and 96 in 2022".
    func pair(inSentence number: Int) -> Pair? {
        let figures = text.reading.quantities(in: text.sentence(number)).indices.filter(isComparable)
        var sorts = Dictionary(grouping: figures) { text.quantities[$0].unit?.id ?? "" }
        // "63 million crowns from 90 million"
        if let bare = sorts[""], bare.count == 1, isLike(text.quantities[bare[0]], text.quantities[figures[0]]),
            let unit = text.quantities[figures[0]].unit?.id, sorts[unit]?.count == 1
        {
            sorts[""] = nil
            sorts[unit]?.append(bare[0])
        }
        let pairs = sorts.values.compactMap { members -> Pair? in
            guard members.count == 2, text.countOne(members.map { text.quantities[$0] }) else { return nil }
            return pair(members[0], members[1])
        }
        return pairs.count == 1 ? pairs[0] : nil
    }

    private func isComparable(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        return [.cardinal, .money, .measure].contains(quantity.kind) && quantity.value != nil && quantity.per == nil
    }

    private func pair(_ first: Int, _ second: Int) -> Pair? {
        if isBehindBaseline(second) {
            return isAfter(.from, first) ? nil : Pair(old: second, new: first)
        }
        if isAfter(.from, first), isAfter(.to, second) { return Pair(old: first, new: second) }
        guard let one = year(of: first), let other = year(of: second), one != other else { return nil }
        return one < other ? Pair(old: first, new: second) : Pair(old: second, new: first)
    }

    /// "against 380", "from the 380", "compared with 380"
    private func isBehindBaseline(_ place: Int) -> Bool {
        let start = text.quantities[place].tokens.start - (isAfter(.the, place) ? 1 : 0)
        return text.isWord(.from, start - 1) || text.isWord(Self.against, start - 1)
            || text.isWord(Self.compared, start - 2)
    }

    private static let against = StaticWord("against")
    private static let compared = StaticWord("compared")

    func isAfter(_ word: StaticWord, _ place: Int) -> Bool {
        text.isWord(word, text.quantities[place].tokens.start - 1)
    }

    /// "126 in 2021": the year that is told directly behind.
    private func year(of place: Int) -> Int? {
        let end = text.end(of: text.quantities[place])
        let time = text.reading.times(in: TokenSpan(end, end + Self.reach)).first
        guard let time, time.grain == .year, !time.isRelative, !time.isOpen,
            text.isWord(Self.in, time.tokens.start - 1)
                || text.isWord(Self.in, time.tokens.start)
        else { return nil }
        return time.interval?.first.civil.year
    }

    /// Tokens between a figure and its year, at the most.
    private static let reach = 3
    private static let `in` = StaticWord("in")
}
