import Documents
import FoundationEssentials
import Language
import Values

/// A change against its two figures: "climbed 14 per cent, from £240m to £264m", "rose by £14m to £264m from £240m".
struct ChangeCheck: Check {
    static let sort = CheckRule.Sort.change

    private let text: CheckText
    private var compared: ComparedFigures { ComparedFigures(text: text) }

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { place in
            guard isChange(place), let direction = direction(of: place) else { return nil }
            guard let (old, new) = figures(around: place, direction) else { return apart(place, direction) }
            return isShare(place)
                ? finding(place, old: old, new: new, direction) : difference(place, old: old, new: new, direction)
        }
    }

    /// The figures stand with other words, or in the sentence beside: "Visits rose by 12 per cent. We had 89,600 visitors, against
    /// 78,000 in 2019."
    private func apart(_ place: Int, _ direction: Direction) -> CheckFinding? {
        let change = text.quantities[place]
        let shares = text.reading.quantities(in: text.sentence(change.sentence)).indices.filter(isShare)
        guard isShare(place), change.kind != .percentagePoints, shares == [place], !hasOwnTopic(change) else {
            return nil
        }
        let passage = compared.passage(around: change.sentence)
        let pairs = passage.lazy.compactMap { sentence in compared.pair(inSentence: sentence).map { (sentence, $0) } }
        guard let (sentence, pair) = pairs.first,
            sentence == change.sentence
                || compared.isOfOneTopic(max(sentence, change.sentence), with: min(sentence, change.sentence)),
            !comesOut(place, direction, in: passage, like: text.quantities[pair.old])
        else { return nil }
        return finding(place, old: pair.old, new: pair.new, direction)
    }

    /// "a fall of 30 per cent in the number of hares", but "in March"
    private func hasOwnTopic(_ change: Quantity) -> Bool {
        let next = change.tokens.end
        return text.isKind(.word, next) && text.reading.part(next) == .adposition
            && text.reading.times(in: TokenSpan(next, next + 4)).isEmpty
    }

    /// Some two figures of the passage differ by as much as told.
    private func comesOut(_ place: Int, _ direction: Direction, in passage: [Int], like figure: Quantity) -> Bool {
        let told = toldShare(text.quantities[place]) * (direction == .rise ? 1 : -1)
        return compared.hasPair(in: passage, like: figure, besides: place) { one, other in
            one.percentMore(than: other)?.intersects(told)
        }
    }

    /// In per cent; "a third" may be a little more or less.
    private func toldShare(_ change: Quantity) -> Interval {
        guard change.kind == .ratio, let value = change.value else { return Figure.percentage(change) }
        return Interval(lower: value * 100 - Self.looseness, upper: value * 100 + Self.looseness)
    }

    private static let looseness: Decimal = 5

    private func isShare(_ place: Int) -> Bool {
        let kind = text.quantities[place].kind
        return kind == .percentage || kind == .percentagePoints || kind == .ratio
    }

    /// A percentage, or a figure of its own: "by £14m", "an increase of 300".
    private func isChange(_ place: Int) -> Bool {
        let before = text.quantities[place].tokens.start - 1
        return isShare(place) || text.isWord(.by, before) || text.isWord(.of, before)
    }

    private enum Direction { case rise, fall }

    // MARK: Which figures belong together

    /// Whether a percentage is told as a rise or a fall: "climbed 14 per cent", "a drop of 14 per cent", "14 per cent up".
    private func direction(of place: Int) -> Direction? {
        let quantity = text.quantities[place]
        let sentence = text.sentence(quantity.sentence)
        guard !text.isWord(.of, quantity.tokens.end) else { return nil }
        let before = max(sentence.start, quantity.tokens.start - 5)..<quantity.tokens.start
        let after = quantity.tokens.end..<min(sentence.end, quantity.tokens.end + 2)
        for token in Array(before.reversed()) + Array(after) {
            if text.end(of: .rise, at: token) != nil { return .rise }
            if text.end(of: .fall, at: token) != nil { return .fall }
            if text.isMark(",", token) || text.isMark(";", token) { break }
        }
        return nil
    }

    /// The figure before and the one after the change, as indices: those of "from A to B" and "to B from A" beside it.
    private func figures(around place: Int, _ direction: Direction) -> (old: Int, new: Int)? {
        for (first, second) in [(place + 1, place + 2), (place - 2, place - 1)] {
            guard text.quantities.indices.contains(first), text.quantities.indices.contains(second),
                isNear(first, second, to: place), isPair(first, second),
                isShare(place) || isDifference(place, first, second)
            else { continue }
            if compared.isAfter(.from, first), compared.isAfter(.to, second) { return (first, second) }
            if compared.isAfter(.from, second), compared.isAfter(.to, first) || isUpFrom(first, second, direction) {
                return (second, first)
            }
        }
        return nil
    }

    /// "41,300, up from 35,000" beside a rise
    private func isUpFrom(_ first: Int, _ second: Int, _ direction: Direction) -> Bool {
        let word = text.quantities[second].tokens.start - 2
        let end = text.end(of: text.quantities[first])
        return word >= end && word <= end + 2 && text.end(of: direction == .rise ? .rise : .fall, at: word) != nil
    }

    /// In one sentence, with few words between the pair and between it and the percentage.
    private func isNear(_ first: Int, _ second: Int, to place: Int) -> Bool {
        let (a, b, change) = (text.quantities[first], text.quantities[second], text.quantities[place])
        guard a.sentence == change.sentence, b.sentence == change.sentence, b.tokens.start - a.tokens.end <= 10 else {
            return false
        }
        let between =
            change.tokens.start < a.tokens.start
            ? a.tokens.start - change.tokens.end : change.tokens.start - b.tokens.end
        return between <= 8
    }

    private func isPair(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (text.quantities[first], text.quantities[second])
        return a.kind == b.kind && a.unit?.id == b.unit?.id && a.per == nil && b.per == nil
            && [.cardinal, .money, .measure, .percentage, .duration].contains(a.kind)
    }

    /// A change in the unit of its two figures, of the same things.
    private func isDifference(_ place: Int, _ first: Int, _ second: Int) -> Bool {
        isPair(place, first) && text.countOne([place, first, second].map { text.quantities[$0] })
    }

    // MARK: Whether it comes out

    private func difference(_ place: Int, old: Int, new: Int, _ direction: Direction) -> CheckFinding? {
        guard let (quantities, figures) = text.toldFigures(place, old, new),
            let made = direction == .rise
                ? figures[2].range.minus(figures[1].range) : figures[1].range.minus(figures[2].range),
            !made.intersects(figures[0].range)
        else { return nil }
        let difference = figures[2].value - figures[1].value
        let written = FigureStyle(like: figures[0]).written(difference.magnitude, places: 2)
        return CheckFinding(
            Self.sort,
            message:
                "From \(figures[1].text) to \(figures[2].text) is a \(difference < 0 ? "fall" : "rise") of \(written), "
                + "not \(figures[0].text).",
            of: quantities, in: text)
    }

    private func finding(_ place: Int, old: Int, new: Int, _ direction: Direction) -> CheckFinding? {
        let change = text.quantities[place]
        let (before, after) = (text.quantities[old], text.quantities[new])
        guard let a = Figure(before, in: text), let b = Figure(after, in: text),
            [change, before, after].allSatisfy({ text.isTold($0.tokens) })
        else { return nil }
        let told = toldShare(change)
        let isPoints = change.kind == .percentagePoints
        guard let points = b.range.minus(a.range), isPoints || a.value > 0 else { return nil }
        let share = isPoints ? nil : b.range.percentMore(than: a.range)
        let possible = [share, before.kind == .percentage || isPoints ? points : nil].compactMap { $0 }
        let sign: Decimal = direction == .rise ? 1 : -1
        guard !possible.isEmpty, possible.allSatisfy({ !($0 * sign).intersects(told) }) else { return nil }
        let made = isPoints ? b.value - a.value : (b.value - a.value) / a.value * 100
        let word = made < 0 ? "fall" : "rise"
        return CheckFinding(
            Self.sort,
            message: "From \(a.text) to \(b.text) is a \(word) of \(FigureStyle.digits(made.magnitude, places: 1))"
                + (isPoints ? " percentage points" : " per cent") + ", not \(text.reading.string(change.tokens)).",
            of: [change, before, after], in: text)
    }
}
