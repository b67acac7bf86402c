import Documents
import FoundationEssentials
import Language

/// Finds the quantities of one sentence, and tells the numbers that are none by what they are instead.
struct QuantityFinder {
    /// Words that no counted noun holds: function words, and verbs that often follow a number.
    static let closedWords = """
        a an the this that these those and or but nor of in at on by for from to with into after before during since among
        between against under over about within without through along as than per is are was were be been being am has have
        had do does did will would could may might can shall should must who which whom whose where when while because if
        it he she they we you i him her them us its his their our my not no so then there here also still now only just even
        said says say told left took take takes died die dies lost went fled came rose fell alive dead missing each every ago
        later more fewer less out up down off near across until including most some all both half way
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    let analysis: Analysis
    let index: ValueIndex
    let range: Range<Int>
    /// True for tokens of times and durations.
    let isTime: (Int) -> Bool
    let reader: NumeralReader
    private(set) var quantities: [Quantity] = []
    private(set) var leftAside: [String: Int] = [:]

    init(analysis: Analysis, index: ValueIndex, range: Range<Int>, isTime: @escaping (Int) -> Bool) {
        self.analysis = analysis
        self.index = index
        self.range = range
        self.isTime = isTime
        reader = NumeralReader(analysis: analysis, index: index, range: range)
    }

    mutating func run() {
        var place = range.lowerBound
        while place < range.upperBound {
            place = step(at: place)
        }
    }

    /// Reads what begins at a token; returns where to go on.
    private mutating func step(at place: Int) -> Int {
        let token = analysis.tokens[place]
        let mayBegin = token.kind == .number || token.word != .unknown
        guard mayBegin else { return place + 1 }
        if isTime(place) {
            if token.kind == .number { leftAside["date-or-time", default: 0] += 1 }
            return place + 1
        }
        if case .vague(let factor)? = word(place) { return addVague(factor, at: place) }
        guard let numeral = reader.numeral(at: place) else {
            if token.kind == .number { leftAside[Self.reason(token, analysis.document.text), default: 0] += 1 }
            return place + 1
        }
        if let reason = reasonAgainst(numeral) {
            leftAside[reason, default: 0] += 1
            return numeral.tokens.upperBound
        }
        return add(numeral)
    }

    private func word(_ token: Int) -> ValueWord? {
        range.contains(token) ? index.word(analysis.tokens[token].word) : nil
    }

    private func isWord(_ form: String, _ token: Int) -> Bool { reader.isWord(form, token) }

    private func byte(_ token: Int) -> UInt8 {
        range.contains(token) ? analysis.document.text[Int(analysis.tokens[token].start)] : 0
    }
}

// MARK: - Numbers that are no quantities

extension QuantityFinder {
    /// What a number token is that does not read as a numeral.
    private static func reason(_ token: Token, _ text: [UInt8]) -> String {
        let bytes = text[token.span.range]
        if bytes.contains(UInt8(ascii: ":")) { return "date-or-time" }
        let isOrdinal = ["st", "nd", "rd", "th"].contains { bytes.suffix(2).elementsEqual($0.utf8) }
        return isOrdinal ? "rank" : "identifier"
    }

    private func reasonAgainst(_ numeral: Numeral) -> String? {
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        if isWord("#", first - 1) || isWord("no.", first - 1) || isWord("number", first - 1) && !isCounted(next) {
            return "identifier"
        }
        if numeral.isDigits, isNamePart(first), !isCounted(next) { return "identifier" }
        if numeral.isDigits, reader.isHyphen(next) || isDash(next), isPlainNumber(next + 1), !isCounted(next + 2) {
            return "score"
        }
        if numeral.isDigits, reader.isHyphen(first - 1) || isDash(first - 1), isPlainNumber(first - 2), !isCounted(next)
        {
            return "score"
        }
        // "one" without a noun is a pronoun.
        return numeral.value == 1 && !numeral.isDigits && !isCounted(next) && boundPhrase(before: first) == nil
            ? "pronoun" : nil
    }

    /// "Pier 9", "Flight 370": the word before begins with a capital and is not the first of its sentence.
    private func isNamePart(_ first: Int) -> Bool {
        guard first - 1 > range.lowerBound, !analysis.tokens[first].shape.contains(.clitic) else { return false }
        let before = analysis.tokens[first - 1]
        return before.kind == .word && before.shape.contains(.capitalized) && !before.shape.contains(.allCapitals)
            && boundPhrase(before: first) == nil && before.shape.contains(.spaceBefore)
    }

    /// A noun in small letters, a unit or a state ("145 dead") may follow.
    private func isCounted(_ token: Int) -> Bool {
        guard range.contains(token), analysis.tokens[token].kind == .word || analysis.tokens[token].kind == .symbol
        else {
            return false
        }
        if !analysis.tokens[token].shape.contains(.capitalized) {
            return !index.closesNoun(analysis.tokens[token].word) || isWord("dead", token) || isWord("missing", token)
        }
        return false
    }

    private func isDash(_ token: Int) -> Bool {
        isWord("–", token) && !analysis.tokens[token].shape.contains(.spaceBefore)
    }

    private func isPlainNumber(_ token: Int) -> Bool {
        range.contains(token) && analysis.tokens[token].kind == .number
            && !analysis.tokens[token].shape.contains(.hasLetter)
    }
}

// MARK: - Making quantities

extension QuantityFinder {
    private mutating func add(_ numeral: Numeral) -> Int {
        var numeral = numeral
        var bounds: Interval?
        if let (upper, end) = rangeEnd(after: numeral) {
            bounds = Interval(lower: numeral.value, upper: upper)
            numeral.tokens = numeral.tokens.lowerBound..<end
        }
        var (kind, unit, end) = unit(after: numeral.tokens)
        var start = numeral.tokens.lowerBound
        if let symbol = currency(before: start) {
            (kind, unit) = (.money, symbol)
            start -= 1
        }
        var bound: Quantity.Bound?
        var approximate = false
        while let (meaning, first) = boundPhrase(before: start) {
            switch meaning {
            case .bound(let found): bound = bound ?? found
            case .approximate: approximate = true
            }
            start = first
        }
        if isWord("or", end), isWord("more", end + 1) {
            bound = .atLeast
            end += 2
        } else if isWord("or", end), isWord("so", end + 1) {
            approximate = true
            end += 2
        }
        let tokens = TokenSpan(start, end)
        let noun = kind == .cardinal ? noun(from: end, isOne: numeral.value == 1) : nil
        quantities.append(
            Quantity(
                span: analysis.bytes(of: tokens), tokens: tokens,
                number: TokenSpan(numeral.tokens.lowerBound, numeral.tokens.upperBound),
                value: bounds == nil ? numeral.value : nil,
                bounds: bounds ?? bound.map { Self.bounds($0, numeral.value) },
                bound: bound, approximate: approximate,
                interval: bounds ?? Self.interval(numeral, bound: bound, approximate: approximate), unit: unit,
                kind: kind,
                noun: noun))
        return end
    }

    /// "dozens", "hundreds of thousands", with "several" or "tens of" before.
    private mutating func addVague(_ factor: Int, at place: Int) -> Int {
        var end = place + 1
        var low = Decimal(2 * factor)
        var high = Decimal(10 * factor)
        if isWord("of", end), case .vague(let next)? = word(end + 1), next >= 1000 {
            low *= Decimal(next)
            high *= Decimal(next)
            end += 2
        }
        let tokens = TokenSpan(place, end)
        let counted = isWord("of", end) ? end + 1 : end
        quantities.append(
            Quantity(
                span: analysis.bytes(of: tokens), tokens: tokens, number: tokens, value: nil,
                bounds: Interval(lower: low, upper: high, upperOpen: true), bound: nil, approximate: true,
                interval: Interval(lower: low, upper: high, upperOpen: true), unit: nil, kind: .cardinal,
                noun: noun(from: counted, isOne: false)))
        return end
    }

    /// The second end of "10 to 12", "10–12 people", "between 10 and 12".
    private func rangeEnd(after numeral: Numeral) -> (value: Decimal, end: Int)? {
        let next = numeral.tokens.upperBound
        let before = numeral.tokens.lowerBound - 1
        let isRange =
            isWord("to", next) && !isWord("from", before) || isDash(next) || reader.isHyphen(next)
            || isWord("and", next) && isWord("between", before)
        guard isRange, let second = reader.numeral(at: next + 1), second.value > numeral.value,
            second.isDigits == numeral.isDigits
        else { return nil }
        return (second.value, second.tokens.upperBound)
    }

    private func unit(after tokens: Range<Int>) -> (kind: Quantity.Kind, unit: String?, end: Int) {
        let next = tokens.upperBound
        if isAge(tokens) { return (.age, "year", next) }
        if case .percent? = word(next) { return (.percentage, "percent", next + 1) }
        if isWord("per", next), isWord("cent", next + 1) { return (.percentage, "percent", next + 2) }
        if case .unitName(let unit)? = word(next) {
            return (
                unit == "$" || unit.utf8.count == 3 && unit.allSatisfy(\.isUppercase) ? .money : .measure, unit,
                next + 1
            )
        }
        if reader.isHyphen(next), case .unitName(let unit)? = word(next + 1) { return (.measure, unit, next + 2) }
        if isWord("degrees", next) { return (.measure, "degree", next + 1) }
        return (.cardinal, nil, next)
    }

    /// "aged 52", "34-year-old", and "Josef Okundaye, 52,".
    private func isAge(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        let first = tokens.lowerBound
        if isWord("aged", first - 1) || isWord("age", first - 1) { return true }
        if reader.isHyphen(next), isWord("year", next + 1), reader.isHyphen(next + 2) { return true }
        guard byte(first - 1) == UInt8(ascii: ","), first - 2 >= range.lowerBound,
            analysis.tokens[first - 2].shape.contains(.capitalized), tokens.count == 1
        else { return false }
        return [UInt8(ascii: ","), UInt8(ascii: "."), 0].contains(byte(next))
    }

    private func currency(before token: Int) -> String? {
        if case .currency(let unit)? = word(token - 1) { return unit }
        return nil
    }

    private func boundPhrase(before token: Int) -> (meaning: BoundPhrases.Meaning, first: Int)? {
        guard range.contains(token - 1) else { return nil }
        for phrase in index.phrases(endingWith: analysis.tokens[token - 1].word) {
            let first = token - phrase.words.count
            guard first >= range.lowerBound,
                zip(first..<token, phrase.words).allSatisfy({ analysis.tokens[$0].word == $1 })
            else { continue }
            return (phrase.meaning, first)
        }
        return nil
    }

    /// The noun phrase that a number counts: up to its first plural, or to a word that no noun phrase holds.
    private func noun(from start: Int, isOne: Bool) -> TokenSpan? {
        var place = start
        if isWord("of", place) {
            place += 1
            while isWord("the", place) || isWord("those", place) || isWord("these", place) { place += 1 }
        } else if isWord("more", place) || isWord("other", place) {
            place += 1
        }
        let first = place
        while place < first + 5, range.contains(place), isNounWord(place, isFirst: place == first) {
            place += 1
            if isPlural(place - 1) || isOne && place > first + 1 { break }
        }
        return place > first ? TokenSpan(first, place) : nil
    }

    private func isNounWord(_ token: Int, isFirst: Bool) -> Bool {
        let mark = analysis.tokens[token]
        guard mark.kind == .word, !mark.shape.contains(.clitic), !index.closesNoun(mark.word), !isTime(token) else {
            return false
        }
        let bytes = analysis.document.text[mark.span.range]
        let isParticiple =
            bytes.count > 4 && (bytes.suffix(2).elementsEqual("ed".utf8) || bytes.suffix(3).elementsEqual("ing".utf8))
        return !isParticiple
    }

    private static let plurals: Set<UInt64> = Set(
        ["people", "men", "women", "children", "troops", "police", "others", "victims", "dead", "injured", "wounded"]
            .map {
                FoldedForm($0).hash
            })

    private func isPlural(_ token: Int) -> Bool {
        let mark = analysis.tokens[token]
        if Self.plurals.contains(mark.hash) { return true }
        let bytes = analysis.document.text[mark.span.range]
        guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return false }
        let before = bytes[bytes.endIndex - 2]
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }
}

// MARK: - Intervals

extension QuantityFinder {
    static func bounds(_ bound: Quantity.Bound, _ value: Decimal) -> Interval {
        switch bound {
        case .atLeast: Interval(lower: value, upper: nil)
        case .moreThan: Interval(lower: value, upper: nil, lowerOpen: true)
        case .atMost: Interval(lower: nil, upper: value)
        case .lessThan: Interval(lower: nil, upper: value, upperOpen: true)
        }
    }

    /// A plain whole number is exact, a decimal or a multiple is rounded to its last written place, and "about" widens to
    /// half of the last place that is not zero, or to a twentieth where the number is not round.
    private static func interval(_ numeral: Numeral, bound: Quantity.Bound?, approximate: Bool) -> Interval {
        if let bound { return bounds(bound, numeral.value) }
        if approximate {
            let half = max(roundness(numeral.value) / 2, numeral.precision)
            let slack = half < 1 ? numeral.value / 20 : half
            return Interval(lower: numeral.value - slack, upper: numeral.value + slack)
        }
        guard numeral.lastPlace != 0 else { return Interval(exactly: numeral.value) }
        return Interval(
            lower: numeral.value - numeral.precision, upper: numeral.value + numeral.precision, upperOpen: true)
    }

    /// The power of ten of the last digit that is not zero: 1000 for 15,000; 0 for decimals.
    private static func roundness(_ value: Decimal) -> Decimal {
        let digits = value.description.utf8
        guard !digits.contains(UInt8(ascii: ".")) else { return 0 }
        let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        return Decimal(sign: .plus, exponent: zeros, significand: 1)
    }
}
