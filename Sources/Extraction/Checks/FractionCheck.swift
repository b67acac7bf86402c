import Documents
import FoundationEssentials
import Language
import Values

/// A part of a whole in figures against the percentage told with it: "16 of the 580 patients, or 4 per cent".
struct FractionCheck: Check {
    static let sort = CheckRule.Sort.fraction

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        text.quantities.indices.compactMap { place in
            guard text.quantities[place].kind == .percentage else { return nil }
            return (parts(before: place) ?? parts(around: place) ?? parts(ofEarlier: place))
                .flatMap { finding(place, part: $0, whole: $1) }
        }
    }

    // MARK: Which figures belong together

    /// "16 of the 580 patients, or 4 per cent,", "16 of 580 (4 per cent)"
    private func parts(before place: Int) -> (part: Int, whole: Int)? {
        let (part, whole) = (place - 2, place - 1)
        guard part >= 0, isPartOfWhole(part, whole), isGloss(place, behind: whole) else { return nil }
        return (part, whole)
    }

    /// "16, or 4 per cent, of the 580 patients", "4 per cent (16 of 580)"
    private func parts(around place: Int) -> (part: Int, whole: Int)? {
        let percentage = text.quantities[place]
        if place > 0, place + 1 < text.quantities.count, isCount(place - 1), isCount(place + 1),
            isGloss(place, behind: place - 1)
        {
            let of = percentage.tokens.end + 1
            if text.isWord(.of, of), text.quantities[place + 1].tokens.start - of <= 3 { return (place - 1, place + 1) }
        }
        guard place + 2 < text.quantities.count, isPartOfWhole(place + 1, place + 2),
            text.isMark("(", percentage.tokens.end),
            text.quantities[place + 1].tokens.start == percentage.tokens.end + 1
        else { return nil }
        return (place + 1, place + 2)
    }

    /// "We saw 580 patients. 16 of them, or 4 per cent, …", "Of the 580 patients seen that year, 16, or 4 per cent, …"
    private func parts(ofEarlier place: Int) -> (part: Int, whole: Int)? {
        let part = place - 1
        guard part > 0, isCount(part), isGloss(place, behind: part) else { return nil }
        let quantity = text.quantities[part]
        let compared = ComparedFigures(text: text)
        let own = text.reading.quantities(in: text.sentence(quantity.sentence)).indices.filter {
            $0 < part && isCount($0)
        }
        if own.count == 1, let whole = own.first, isOpening(whole) { return (part, whole) }
        let isOfThem = (quantity.tokens.end..<text.quantities[place].tokens.start).contains { text.isWord(.of, $0) }
        guard own.isEmpty, isOfThem, let before = compared.before(quantity.sentence) else { return nil }
        let counts = text.reading.quantities(in: text.sentence(before)).indices.filter(isCount)
        guard counts.count == 1, let whole = counts.first, text.quantities[whole].noun != nil,
            !text.has(.open, .former, in: text.sentence(before).range)
        else { return nil }
        return (part, whole)
    }

    /// "Of the 580"
    private func isOpening(_ whole: Int) -> Bool {
        let quantity = text.quantities[whole]
        let start = text.sentence(quantity.sentence).start
        return text.isWord(.of, start) && quantity.tokens.start - start <= 2
    }

    /// "16 of the 580"
    private func isPartOfWhole(_ part: Int, _ whole: Int) -> Bool {
        guard isCount(part), isCount(whole) else { return false }
        let end = text.quantities[part].tokens.end
        let start = text.quantities[whole].tokens.start
        let of = (end..<min(start, end + 3)).first { text.isWord(.of, $0) }
        guard let of, start - of <= 3 else { return false }
        return !text.has(.former, .open, in: end..<start)
    }

    private func isCount(_ place: Int) -> Bool {
        let quantity = text.quantities[place]
        return quantity.kind == .cardinal && quantity.value != nil
    }

    /// A percentage in brackets, or behind "or", that closes off at once.
    private func isGloss(_ place: Int, behind figure: Int) -> Bool {
        let percentage = text.quantities[place]
        let end = text.end(of: text.quantities[figure])
        let start = percentage.tokens.start
        guard percentage.sentence == text.quantities[figure].sentence, start >= end, start - end <= 5 else {
            return false
        }
        if text.isMark("(", start - 1) { return text.isMark(")", percentage.tokens.end) }
        guard text.isWord(.or, start - 1) else { return false }
        return !text.isKind(.word, percentage.tokens.end) || text.reading.part(percentage.tokens.end) != .noun
    }

    // MARK: Whether it comes out

    private func finding(_ place: Int, part: Int, whole: Int) -> CheckFinding? {
        let quantities = [place, part, whole].map { text.quantities[$0] }
        guard let a = Figure(quantities[1], in: text), let b = Figure(quantities[2], in: text), b.value > 0,
            a.value <= b.value, let share = a.range.over(b.range), quantities.allSatisfy({ text.isTold($0.tokens) }),
            !(share * 100).intersects(Figure.percentage(quantities[0]))
        else { return nil }
        let made = FigureStyle.digits(a.value / b.value * 100, places: 1)
        return CheckFinding(
            Self.sort,
            message: "\(a.text) of \(b.text) is \(made) per cent, not \(text.reading.string(quantities[0].tokens)).",
            of: quantities, in: text)
    }
}
