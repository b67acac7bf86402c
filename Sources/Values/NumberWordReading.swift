import Documents
import FoundationEssentials
import Language

// Numbers in words and with multipliers: "two hundred and fifty-three thousand", "3.4 million", "half a million"

extension ValueScanner {
    /// The numeral that begins at a token; nil where none does.
    func numeral(at token: Int) -> Numeral? {
        if isNumber(token) {
            guard var numeral = digits(at: token) else { return nil }
            addScales(&numeral)
            addRest(&numeral)
            if numeral.lastPlace >= 0 { addFraction(&numeral) }
            return numeral
        }
        guard traits(token).contains(.opensNumber) else { return nil }
        return halfOfScale(at: token) ?? fractionInWords(at: token) ?? signed(at: token) ?? words(at: token)
    }

    // MARK: Multipliers

    /// "million" after digits; "m" and "bn" where they are written onto them.
    private func addScales(_ numeral: inout Numeral) {
        var place = numeral.tokens.upperBound
        if isInnerHyphen(place), case .scale = numberWord(place + 1) { place += 1 }
        while true {
            switch numberWord(place) {
            case .scale(let power): numeral.multiply(power: power, end: place + 1)
            case .hundred: numeral.multiply(power: 2, end: place + 1)
            case .group(let size):
                numeral.multiply(by: size)
                numeral.tokens = numeral.tokens.lowerBound..<place + 1
                numeral.lastPlace = max(numeral.lastPlace, 0)
            case .vague(let size) where size == 12:
                numeral.multiply(by: size)
                numeral.tokens = numeral.tokens.lowerBound..<place + 1
            case .shortScale(let power):
                if numeral.scale == 0, isShortScale(place) { numeral.multiply(power: power, end: place + 1) }
                return
            case .none, .ones, .tens, .ordinal, .denominator, .half, .vague: return
            }
            place += 1
        }
    }

    /// A short multiplier is written onto the digits, or is one of two letters or more; "m" is a metre unless money or a
    /// counted plural stands beside.
    private func isShortScale(_ token: Int) -> Bool {
        let letters = bytes(token)
        guard isGlued(token) else {
            return letters.count > 1 && !letters.elementsEqual("cr".utf8)
                || letters.count == 1 && !isWord(token + 1)
                    && (letters[0] == UInt8(ascii: "k") || letters[0] == UInt8(ascii: "M"))
        }
        guard letters.count == 1 else { return true }
        switch letters[0] {
        case UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "B"), UInt8(ascii: "b"): return true
        default: return isMoneyBefore(token - 1) || isPluralNoun(token + 1) || isCurrency(token + 1)
        }
    }

    /// A currency sign right before a number.
    func isMoneyBefore(_ token: Int) -> Bool { currency(endingAt: token - 1) != nil }

    /// "half a million", "a quarter of a million", "quarter million", "three quarters of a million"
    private func halfOfScale(at token: Int) -> Numeral? {
        var place = token
        if key(place) == .a { place += 1 }
        let share: Decimal
        switch numberWord(place) {
        case .half: share = Decimal(sign: .plus, exponent: -1, significand: 5)
        case .denominator(4): share = Decimal(sign: .plus, exponent: -2, significand: 25)
        default: return nil
        }
        place += 1
        if key(place) == .of { place += 1 }
        if key(place) == .a { place += 1 }
        switch numberWord(place) {
        case .scale(let power):
            return Numeral(
                tokens: token..<place + 1, value: share * Decimal(sign: .plus, exponent: power, significand: 1),
                lastPlace: power - 1, isDigits: false, scale: power)
        case .group(let size):
            return Numeral(tokens: token..<place + 1, value: share * Decimal(size), lastPlace: 0, isDigits: false)
        default: return nil
        }
    }

    /// "minus five", "negative one"
    private func signed(at token: Int) -> Numeral? {
        guard key(token) == .minus || key(token) == .negative else { return nil }
        let first = isInnerHyphen(token + 1) ? token + 2 : token + 1
        guard var numeral = numeral(at: first) else { return nil }
        numeral.negate()
        numeral.tokens = token..<numeral.tokens.upperBound
        return numeral
    }
}

// MARK: - Words

extension ValueScanner {
    /// The state of a number in words.
    private struct WordSum {
        var total = 0
        var group = 0
        var lastScale = 0
        var seen = false
        var endsInHundred = false
        var value: Int { total + group }

        /// Adds a number below a hundred; false where it cannot stand here.
        mutating func add(_ value: Int) -> Bool {
            let fits =
                !seen || (value >= 10 && group % 100 == 0 && group >= 100)
                || (value < 10 && group % 10 == 0 && group % 100 != 10)
                || (group == 0 && lastScale > 0)
            guard fits, group == 0 || value < (group % 100 == 0 ? 100 : 10) else { return false }
            group += value
            return true
        }

        mutating func multiply() -> Bool {
            guard group < 100 else { return false }
            group = max(group, 1) * 100
            return true
        }

        /// A scale must be smaller than the one before it ("two million three thousand"), or multiply all ("lakh crore").
        mutating func scale(_ power: Int) -> Bool {
            guard total < 1_000_000_000_000, group < 1_000_000 else { return false }
            var size = 1
            for _ in 0..<power { size *= 10 }
            if group == 0, total > 0, lastScale > 0, total <= 100_000_000 {
                total *= size
                lastScale += power
                return true
            } else {
                guard size <= 1_000_000_000_000 || group < 1000 else { return false }
                total += max(group, 1) * size
            }
            group = 0
            lastScale = power
            return true
        }
    }

    /// "two hundred and fifty-three thousand", "a hundred", "two dozen", "nine point nought four", "five and a half"
    private func words(at token: Int) -> Numeral? {
        var place = token
        var sum = WordSum()
        if key(place) == .a || key(place) == .an {
            switch numberWord(place + 1) {
            case .hundred, .scale, .group: sum.group = 1
            case .none, .ones, .tens, .shortScale, .ordinal, .denominator, .half, .vague: return nil
            }
            // "a score" alone is the result of a game; "a gross" is a total.
            if case .group(let size) = numberWord(place + 1), size != 12, key(place + 2) != .of { return nil }
            place += 1
        }
        loop: while contains(place) {
            let fits: Bool
            switch numberWord(place) {
            case .ones(let value), .tens(let value): fits = sum.add(value)
            case .hundred: fits = sum.value > 0 && sum.multiply()
            case .scale(let power): fits = sum.value > 0 && sum.scale(power)
            case .group(let size), .vague(let size):
                guard sum.group > 0, size == 12 || size == 20, sum.total == 0 else { break loop }
                sum.group *= size
                fits = true
            case .none:
                guard let digits = sum.seen ? plainDigits(place) : nil, digits.count <= 3, sum.lastScale > 0,
                    sum.group == 0,
                    isScale(place + 1) || key(place - 1) == .and
                else { break loop }
                sum.group += digits.value
                fits = true
            case .shortScale, .ordinal, .denominator, .half: break loop
            }
            guard fits else { break }
            sum.seen = true
            if case .hundred = numberWord(place) { sum.endsInHundred = true } else { sum.endsInHundred = false }
            place = afterLink(place + 1, sum)
        }
        guard sum.seen || sum.group > 1 else { return nil }
        if let (value, end) = unitsBeforeTens(at: token) { (sum.group, place) = (value, end) }
        place = withoutLink(place, from: token)
        var numeral = Numeral(
            tokens: token..<place, whole: sum.value, lastPlace: sum.group == 0 ? sum.lastScale : 0,
            isDigits: false, scale: sum.group == 0 ? sum.lastScale : sum.endsInHundred ? 2 : 0)
        addPoint(&numeral)
        addFraction(&numeral)
        divide(&numeral)
        return numeral
    }

    /// "four-and-twenty"
    private func unitsBeforeTens(at token: Int) -> (value: Int, end: Int)? {
        guard case .ones(let ones) = numberWord(token), (1...9).contains(ones), isInnerHyphen(token + 1),
            key(token + 2) == .and, isInnerHyphen(token + 3), case .tens(let tens) = numberWord(token + 4)
        else { return nil }
        return (tens + ones, token + 5)
    }

    /// "one hundred thirty-two fifths"
    private func divide(_ numeral: inout Numeral) {
        guard !numeral.isFraction, let (bottom, end) = denominator(at: numeral.tokens.upperBound, isPlural: true),
            bottom > 2, key(end - 1) != .quarters || key(end) == .of
        else { return }
        numeral.set(numeral.value / Decimal(bottom))
        numeral.tokens = numeral.tokens.lowerBound..<end
        numeral.isFraction = true
    }

    /// "3 hundred and 21", "4 thousand 3 hundred": digits that go on below their multiplier.
    private func addRest(_ numeral: inout Numeral) {
        guard numeral.scale == 2 || numeral.scale == 3 else { return }
        let end = numeral.tokens.upperBound
        let place = key(end) == .and ? end + 1 : end
        guard isNumber(place) || key(end) == .and && traits(place).contains(.opensNumber),
            let rest = self.numeral(at: place), !rest.isFraction, rest.value > 0,
            place > end || rest.scale == 2, rest.value < Decimal(sign: .plus, exponent: numeral.scale, significand: 1),
            rest.value < 100 || rest.scale == 2 || numeral.scale == 3
        else { return }
        numeral.set(numeral.value + rest.value)
        numeral.lastPlace = rest.lastPlace
        numeral.tokens = numeral.tokens.lowerBound..<rest.tokens.upperBound
    }

    private func isScale(_ token: Int) -> Bool {
        switch numberWord(token) {
        case .scale, .hundred: true
        default: false
        }
    }

    /// Past a hyphen or an "and" that goes on with the number: not that of "and three fifths".
    private func afterLink(_ place: Int, _ sum: WordSum) -> Int {
        if key(place) == .and, let fraction = fractionInWords(at: place + 1), fraction.tokens.count > 1 { return place }
        switch numberWord(place + 1) {
        case .ones, .tens, .hundred, .scale: break
        case .none where sum.value >= 100 && plainDigits(place + 1) != nil: break
        default: return place
        }
        if isInnerHyphen(place) { return place + 1 }
        if key(place) == .and, sum.value >= 100 {
            // "three hundred and two thousand": a smaller part only.
            return place + 1
        }
        return place
    }

    /// Gives back a hyphen or "and" that nothing followed.
    private func withoutLink(_ place: Int, from token: Int) -> Int {
        var end = place
        while end > token + 1, key(end - 1) == .and || isDash(end - 1) { end -= 1 }
        return end
    }

    /// "two hundred point seventy-one"
    private func addPoint(_ numeral: inout Numeral) {
        guard key(numeral.tokens.upperBound) == .point else { return }
        var place = numeral.tokens.upperBound + 1
        var digits = 0
        var count = 0
        while count < 15 {
            if case .ones(let value) = numberWord(place) {
                digits = value < 10 ? digits * 10 + value : digits * 100 + value
                count += value < 10 ? 1 : 2
            } else if case .tens(let value) = numberWord(place) {
                digits = digits * 100 + value
                count += 2
                if isInnerHyphen(place + 1), case .ones(let ones) = numberWord(place + 2), ones < 10 {
                    digits += ones
                    place += 2
                }
            } else {
                break
            }
            place += 1
        }
        guard count > 0 else { return }
        numeral.set(numeral.value + Decimal(sign: .plus, exponent: -count, significand: Decimal(digits)))
        numeral.lastPlace = -count
        numeral.tokens = numeral.tokens.lowerBound..<place
        addScales(&numeral)
    }
}
