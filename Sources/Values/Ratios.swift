import Documents
import FoundationEssentials
import Language

// "one in six", "7 out of 10", "16/580", and the score of a game

extension ValueScanner {
    /// A part of a whole told by two numbers; adds it and returns its end.
    mutating func ratio(_ numeral: Numeral) -> Int? {
        guard let top = numeral.whole, top >= 0, numeral.scale == 0, !numeral.isFraction else {
            return slashRatio(numeral)
        }
        var place = numeral.tokens.upperBound
        let isHyphenated = isInnerHyphen(place)
        if isHyphenated { place += 1 }
        let isOut = key(place) == .out && key(place + 1) == .of
        let isIn = key(place) == .in || key(place) == .over && (top == 1 || !numeral.isDigits)
        guard isOut || isIn else { return nil }
        place += isOut ? 2 : 1
        if isHyphenated, isInnerHyphen(place) { place += 1 }
        if key(place) == .every { place += 1 }
        guard let whole = self.numeral(at: place), let bottom = whole.whole, bottom > top, bottom > 1, top > 0 else {
            return nil
        }
        let end = whole.tokens.upperBound
        // "one in 2019", "12 in three cities": a part is told in words of one kind, the whole with nothing but people.
        guard
            isOut || top == 1 && (key(end) == .of || !unitStarts(at: end)) && bottom <= 10_000_000 && !isYearLike(whole)
                || top < bottom && top < 10 && isRoundWhole(bottom) && isPluralNoun(end)
        else { return nil }
        return addRatio(Decimal(top) / Decimal(bottom), from: numeral.tokens.lowerBound, to: end, numeral)
    }

    private func isRoundWhole(_ value: Int) -> Bool { [5, 10, 20, 100, 1000, 10_000, 100_000].contains(value) }

    private func isYearLike(_ numeral: Numeral) -> Bool {
        guard let digits = plainDigits(numeral.tokens.lowerBound), digits.count == 4 else { return false }
        return (1500...2100).contains(digits.value)
    }

    /// "16/580": digits with a slash whose whole is no common fraction's.
    private mutating func slashRatio(_ numeral: Numeral) -> Int? {
        guard numeral.isFraction, numeral.isDigits, numeral.tokens.count == 1,
            bytes(numeral.tokens.lowerBound).contains(UInt8(ascii: "/")), !unitStarts(at: numeral.tokens.upperBound)
        else { return nil }
        return addRatio(numeral.value, from: numeral.tokens.lowerBound, to: numeral.tokens.upperBound, numeral)
    }

    private mutating func addRatio(_ value: Decimal, from first: Int, to end: Int, _ numeral: Numeral) -> Int {
        var hedging = Hedging()
        let start = hedges(before: first, &hedging)
        var ratio = numeral
        ratio.set(value)
        ratio.isFraction = true
        ratio.lastPlace = 0
        let noun = key(end) == .of ? noun(from: end, isOne: false) : noun(from: end, isOne: false)
        append(
            Quantity(
                span: span(start..<end), tokens: TokenSpan(start, end), figure: TokenSpan(first, end),
                number: TokenSpan(first, end), value: value, bounds: hedging.bound.flatMap { Self.bounds($0, value) },
                bound: hedging.bound, approximate: hedging.isApproximate, interval: Self.interval(ratio, hedging),
                precision: value / 20, unit: nil, per: nil, kind: .ratio, noun: noun, isDigits: numeral.isDigits,
                sentence: sentence))
        return end
    }

    /// "3-2", "21–14": two small whole numbers with a dash, nothing counted behind them.
    mutating func score(_ numeral: Numeral) -> Int? {
        let dash = numeral.tokens.upperBound
        guard let first = plainDigits(numeral.tokens.lowerBound), numeral.tokens.count == 1, isHyphen(dash),
            isGlued(dash + 1), let second = plainDigits(dash + 1), first.count < 4, second.count < 4,
            first.value < 250, second.value < 250, currency(endingAt: numeral.tokens.lowerBound - 1) == nil
        else { return nil }
        let end = dash + 2
        guard !isInnerHyphen(end), unit(after: end, isDigits: true) == nil, key(numeral.tokens.lowerBound - 1) != .aged,
            key(numeral.tokens.lowerBound - 1) != .ages, shape(end).contains(.spaceBefore) || !isWord(end),
            !numberFollows(end)
        else { return nil }
        if second.value > first.value,
            isPluralNoun(end)
                || isWord(end) && !traits(end).contains(.closesNoun)
                    && isPluralNoun(end + 1)
        {
            return nil
        }
        let tokens = TokenSpan(numeral.tokens.lowerBound, end)
        mentions.scores.append(
            Score(
                span: span(tokens.range), tokens: tokens, first: first.value, second: second.value, sentence: sentence))
        leaveAside(.score)
        return end
    }

    private func numberFollows(_ token: Int) -> Bool {
        switch numberWord(token) {
        case .scale, .hundred, .shortScale: true
        default: false
        }
    }
}
