import Documents
import FoundationEssentials
import Language

// Quantities: the loop over a sentence's tokens

extension ValueScanner {
    /// Finds the quantities, ranks and scores of the sentence.
    mutating func scanQuantities() {
        var place = range.lowerBound
        while place < range.upperBound {
            let token = tokens[place]
            if token.kind == .number || traits(place).contains(.opensNumber) {
                place = max(step(at: place), place + 1)
            } else if mayBeSuperlative(place) {
                place = max(superlative(at: place) ?? place + 1, place + 1)
            } else {
                place += 1
            }
        }
    }

    /// Reads what begins at a token; returns where to go on.
    private mutating func step(at place: Int) -> Int {
        if isTime(place) {
            if isNumber(place) { leaveAside(.dateOrTime) }
            return place + 1
        }
        if let end = unitAndPart(at: place) ?? vague(at: place) ?? multiple(at: place) ?? none(at: place) { return end }
        if let end = rank(at: place) { return end }
        guard let numeral = numeral(at: place) else { return unread(at: place) }
        if let end = ratio(numeral) { return end }
        if let end = score(numeral) { return end }
        if let reason = reasonAgainst(numeral) {
            leaveAside(reason)
            return numeral.tokens.upperBound
        }
        return addQuantity(numeral)
    }

    /// "a mile and a half", "half a mile": the number stands around its unit.
    private mutating func unitAndPart(at place: Int) -> Int? {
        let half = Decimal(sign: .plus, exponent: -1, significand: 5)
        var draft = Draft(
            numeral: Numeral(tokens: place..<place + 1, value: half, lastPlace: 0, isDigits: false, isFraction: true),
            start: place, end: place)
        let article = key(place) == .half ? place + 1 : place
        guard key(article) == .a || key(article) == .an, let match = namedUnit(at: article + 1) else { return nil }
        draft.end = match.tokens.upperBound
        if key(place) != .half {
            guard key(draft.end) == .and, key(draft.end + 1) == .a, let part = part(of: draft.end + 2) else {
                return nil
            }
            draft.numeral.set(1 + part)
            draft.end += 3
        }
        draft.numeral.tokens = place..<draft.end
        draft.unit = resolved(unit(match))
        draft.kind = Self.kind(unit(match).dimension)
        return finish(draft)
    }

    /// "half", "quarter"
    private func part(of token: Int) -> Decimal? {
        switch numberWord(token) {
        case .half: Decimal(sign: .plus, exponent: -1, significand: 5)
        case .denominator(4): Decimal(sign: .plus, exponent: -2, significand: 25)
        default: nil
        }
    }

    /// A number token that does not read as a numeral.
    private mutating func unread(at place: Int) -> Int {
        guard isNumber(place) else { return place + 1 }
        if let end = symbolInToken(at: place) { return end }
        leaveAside(unreadReason(place))
        return place + 1
    }

    /// A number with its unit and noun, before hedges and ranges are looked at.
    private struct Draft {
        var numeral: Numeral
        var kind = Quantity.Kind.cardinal
        var unit: Unit?
        var start: Int
        var end: Int
        var second: Numeral?
    }

    private mutating func addQuantity(_ numeral: Numeral) -> Int {
        var draft = Draft(numeral: numeral, start: numeral.tokens.lowerBound, end: numeral.tokens.upperBound)
        if let sign = currency(endingAt: draft.start - 1) {
            draft.unit = resolved(unit(sign))
            draft.kind = .money
            draft.start = sign.tokens.lowerBound
        }
        readRange(&draft)
        if draft.second == nil || draft.unit == nil { readUnit(&draft) }
        addMinorUnit(&draft)
        while addLesserUnit(&draft) {}
        return finish(draft)
    }

    private mutating func finish(_ draft: Draft) -> Int {
        var draft = draft
        var hedging = Hedging()
        let figure = draft.start..<draft.end
        draft.start = hedges(before: draft.start, &hedging)
        draft.end = hedges(after: draft.end, &hedging)
        let numeral = draft.numeral
        // "two-thirds of the seats", "half the dead" are parts, not counts.
        if draft.kind == .cardinal, numeral.isFraction, numeral.value < 1, draft.second == nil { draft.kind = .ratio }
        var bounds = hedging.bound.flatMap { Self.bounds($0, numeral.value) }
        var interval = Self.interval(numeral, hedging)
        if let second = draft.second {
            let low = Self.interval(numeral, Hedging(isApproximate: hedging.isApproximate))
            let high = Self.interval(second, Hedging(isApproximate: hedging.isApproximate))
            bounds = Interval(lower: numeral.value, upper: second.value)
            interval = low.hull(high)
        }
        let nounStart = draft.end
        let isOne = numeral.value == 1 && draft.second == nil
        let per = draft.kind == .cardinal || draft.kind == .age ? nil : per(after: draft.end)
        let noun = draft.kind == .cardinal || draft.kind == .ratio ? noun(from: nounStart, isOne: isOne) : nil
        let last = draft.second ?? numeral
        append(
            Quantity(
                span: span(draft.start..<draft.end), tokens: TokenSpan(draft.start, draft.end),
                figure: TokenSpan(figure.lowerBound, figure.upperBound),
                number: TokenSpan(numeral.tokens.lowerBound, last.tokens.upperBound),
                value: draft.second == nil ? numeral.value : nil, bounds: bounds, bound: hedging.bound,
                approximate: hedging.isApproximate, interval: interval, precision: numeral.precision, unit: draft.unit,
                per: per, kind: draft.kind, noun: noun, isDigits: numeral.isDigits, sentence: sentence))
        return draft.end
    }

    mutating func append(_ quantity: Quantity) {
        mentions.quantities.append(quantity)
        floor = quantity.tokens.end
    }

    // MARK: Units

    private func readUnit(_ draft: inout Draft) {
        let number = draft.second?.tokens.upperBound ?? draft.numeral.tokens.upperBound
        draft.end = max(draft.end, number)
        if let end = ageEnd(draft.numeral, from: draft.start, to: draft.end) {
            draft.kind = .age
            draft.unit = lexicon.unitIndex[ageUnit(from: draft.end)].map { lexicon.units[$0] }
            draft.end = end.upperBound
            draft.start = end.lowerBound
            return
        }
        if draft.kind == .money {
            if let match = unit(after: draft.end, isDigits: draft.numeral.isDigits),
                unit(match).dimension == .money, unit(match).factor == 1,
                !match.isSymbol || draft.unit?.open.isEmpty == false
            {
                if unit(match).open.isEmpty { draft.unit = unit(match) }
                draft.end = match.tokens.upperBound
            }
            return
        }
        // "nine more years"
        let further = key(draft.end) == .more ? namedUnit(at: draft.end + 1) : nil
        guard let match = unit(after: draft.end, isDigits: draft.numeral.isDigits) ?? further else {
            return readMagnitude(&draft)
        }
        var found = unit(match)
        // Millions of pounds are money.
        if found.id == "pound", draft.numeral.scale >= 6, let index = lexicon.unitIndex["GBP"] {
            found = lexicon.units[index]
        }
        draft.unit = resolved(found)
        draft.kind = Self.kind(found.dimension)
        draft.end = match.tokens.upperBound
    }

    private func namedUnit(at token: Int) -> UnitMatch? {
        guard let match = unitForm(at: token), !match.isSymbol else { return nil }
        return match
    }

    private static func kind(_ dimension: Dimension) -> Quantity.Kind {
        switch dimension {
        case .money: .money
        case .share: .percentage
        case .percentagePoints: .percentagePoints
        case .time: .duration
        case .multiple: .multiple
        case .length, .area, .volume, .mass, .speed, .temperature, .angle, .pressure, .energy, .power, .force, .torque,
            .electricity, .current, .charge, .data, .dataRate, .frequency, .sound, .radiation, .concentration,
            .fuelEconomy, .image, .earthquakeMagnitude:
            .measure
        }
    }

    /// "magnitude 7.1"
    private func readMagnitude(_ draft: inout Draft) {
        guard draft.start > floor, let match = unitForm(at: draft.start - 1),
            unit(match).dimension == .earthquakeMagnitude,
            draft.numeral.value < 11
        else { return }
        draft.unit = unit(match)
        draft.kind = .measure
        draft.start -= 1
    }

    /// "thirteen dollars and forty-five cents"
    private func addMinorUnit(_ draft: inout Draft) {
        guard draft.kind == .money, draft.second == nil, let major = draft.unit,
            draft.end > draft.numeral.tokens.upperBound
        else { return }
        let place = key(draft.end) == .and ? draft.end + 1 : draft.end
        guard isNumber(place) || traits(place).contains(.opensNumber), let minor = numeral(at: place),
            minor.value < 100,
            let match = unit(after: minor.tokens.upperBound, isDigits: minor.isDigits), !match.isSymbol,
            unit(match).dimension == .money, unit(match).base == major.base, unit(match).factor < 1
        else { return }
        draft.numeral.set(draft.numeral.value + minor.value * unit(match).factor)
        draft.numeral.lastPlace = -2
        draft.end = match.tokens.upperBound
    }

    /// "8ft 10in", "11 stone 4 pounds", "three hours and ten minutes": told in the lesser unit.
    /// - Returns: false where there is none.
    private func addLesserUnit(_ draft: inout Draft) -> Bool {
        guard draft.kind == .measure || draft.kind == .duration, draft.second == nil, let major = draft.unit,
            let id = major.lesser,
            draft.end > draft.numeral.tokens.upperBound, let index = lexicon.unitIndex[id]
        else { return false }
        let isLinked = isHyphen(draft.end) || isMark(",", draft.end) || key(draft.end) == .and
        let place = isLinked ? draft.end + 1 : draft.end
        guard isNumber(place) || traits(place).contains(.opensNumber), let rest = numeral(at: place),
            let match = unit(after: rest.tokens.upperBound, isDigits: rest.isDigits)
        else { return false }
        let lesser = lexicon.units[index]
        guard unit(match).dimension == lesser.dimension, unit(match).inBase(1) == lesser.inBase(1) else { return false }
        let size = major.inBase(1) / lesser.inBase(1)
        guard rest.value < size else { return false }
        draft.numeral.set(draft.numeral.value * size + rest.value)
        draft.numeral.lastPlace = rest.lastPlace
        draft.unit = lesser
        draft.end = match.tokens.upperBound
        return true
    }

    /// "10W", "30C": one capital that the tokenizer leaves on the digits.
    private mutating func symbolInToken(at place: Int) -> Int? {
        let bytes = bytes(place)
        guard bytes.count > 1, let symbol = bytes.last, let id = Self.letterUnits[symbol],
            let index = lexicon.unitIndex[id]
        else { return nil }
        var value = 0
        for byte in bytes.dropLast() {
            guard byte &- 0x30 < 10, value < 100_000 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        let numeral = Numeral(tokens: place..<place + 1, value: Decimal(value), lastPlace: 0, isDigits: true)
        var draft = Draft(numeral: numeral, start: place, end: place + 1)
        draft.unit = lexicon.units[index]
        draft.kind = .measure
        let isSigned = isMark("-", place - 1) && isGlued(place) && place > floor && !isGlued(place - 1)
        if isSigned || key(place - 1) == .minus || key(place - 1) == .negative {
            draft.numeral.set(-draft.numeral.value)
            draft.start -= 1
        } else if isHyphen(place - 1), isGlued(place), let first = plainDigits(place - 2), first.value < value,
            let last = mentions.quantities.last, last.number.end == place - 1, last.unit == nil
        {
            mentions.quantities.removeLast()
            floor = last.tokens.start
            draft.second = numeral
            draft.numeral = Numeral(
                tokens: place - 2..<place - 1, value: Decimal(first.value), lastPlace: 0, isDigits: true)
            draft.start = place - 2
        }
        return finish(draft)
    }

    private static let letterUnits: [UInt8: String] = [
        UInt8(ascii: "W"): "W", UInt8(ascii: "V"): "V", UInt8(ascii: "C"): "°C", UInt8(ascii: "F"): "°F",
    ]
}

// MARK: - Ranges

extension ValueScanner {
    /// The second end of "10 to 12", "10–12 people", "between 5% and 6%", "$26 to $31 million".
    private func readRange(_ draft: inout Draft) {
        let first = draft.numeral
        var place = first.tokens.upperBound
        let ownUnit = draft.kind == .money ? nil : unit(after: place, isDigits: first.isDigits)
        if let ownUnit { place = ownUnit.tokens.upperBound }
        let isBetween = key(draft.start - 1) == .between
        let isDash = isDash(place) && (isGlued(place) == isGlued(place + 1))
        let isTo = key(place) == .to || key(place) == .or && !isBetween
        guard isTo || isDash || isBetween && key(place) == .and else { return }
        // "rose 10 per cent to 50", "up $43bn to $419bn", "from 19 to 34" tell a change, not a range.
        if key(draft.start - 1) == .from { return }
        if key(place) == .to, ownUnit != nil || draft.kind == .money, traits(draft.start - 1).contains(.change) {
            return
        }
        var start = place + 1
        let sign = currency(endingAt: start)
        if sign != nil { start += 1 }
        guard (draft.kind == .money) || sign == nil, var second = numeral(at: start), second.value >= 0 else { return }
        let end = unit(after: second.tokens.upperBound, isDigits: second.isDigits)
        if let ownUnit, let end, ownUnit.unit != end.unit { return }
        if let ownUnit, end == nil, !unit(ownUnit).id.isEmpty { return }
        var shared = first
        if first.scale == 0, second.scale > 0, first.value < 1000 {
            shared.set(shared.value * Decimal(sign: .plus, exponent: second.scale, significand: 1))
            shared.lastPlace = second.lastPlace
        }
        guard second.value > shared.value, key(place) != .or || isOrRange(shared, second) else { return }
        if isDash, !isDashRange(draft, second, end) { return }
        if isTo, first.isDigits != second.isDigits, end == nil, !isPluralNoun(second.tokens.upperBound) { return }
        second.tokens = first.tokens.lowerBound..<second.tokens.upperBound
        draft.numeral = shared
        draft.second = second
        draft.end = second.tokens.upperBound
        if isBetween, draft.start > floor { draft.start -= 1 }
    }

    /// "two or three" names neighbours; "12 or 40" is a choice.
    private func isOrRange(_ first: Numeral, _ second: Numeral) -> Bool {
        second.value - first.value <= max(1, first.value / 2) && first.value >= 1
    }

    /// "10–12" is a range where something is counted or measured behind it or money stands before; else a score or a
    /// number of some list.
    private func isDashRange(_ draft: Draft, _ second: Numeral, _ unit: UnitMatch?) -> Bool {
        if unit != nil || draft.kind == .money || second.scale > 0 { return true }
        let next = second.tokens.upperBound
        if key(draft.start - 1) == .aged || key(draft.start - 1) == .ages || key(draft.start - 1) == .between {
            return true
        }
        return isPluralNoun(next) || isWord(next) && !traits(next).contains(.closesNoun) && isPluralNoun(next + 1)
    }
}
