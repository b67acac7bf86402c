import Documents
import FoundationEssentials
import Language

// Dates in figures: 2024-03-22, 22/3/2024, 22.03.2024, 5/12, 2019-Q1, 12-2015, Sep-23-2020

extension ValueScanner {
    /// Where the language does not tell which number of 3/4/2024 is the day, takes it from the document's other dates: one
    /// 22/3/2024 tells it for all. Dates that contradict each other tell nothing.
    mutating func learnDateOrder() {
        guard locale.isDayFirst == nil else { return }
        var found: Set<Bool> = []
        for token in tokens where token.kind == .number && token.end - token.start >= 8 {
            let bytes = UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)])
            let parts = bytes.split(separator: UInt8(ascii: "/"))
            guard parts.count == 3, bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: "/") }),
                parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2
            else { continue }
            let numbers = parts.prefix(2).map { $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
            if numbers[0] > 12, numbers[1] <= 12 { found.insert(true) }
            if numbers[1] > 12, numbers[0] <= 12 { found.insert(false) }
        }
        if found.count == 1 { locale.isDayFirst = found.first }
    }

    /// One component of such a date.
    private struct Component {
        var value: Int
        var width: Int
        var kind: Kind
        enum Kind { case number, month, quarter, half }
    }

    /// The date that begins at a token and is written without white space.
    func compactDate(at place: Int) -> TimePart? {
        guard isNumber(place) || isInnerMark(place + 1) else { return nil }
        var components: [Component] = []
        var separator: UInt8 = 0
        var best: TimePart?
        var token = place
        while token < place + 6, contains(token), token == place || isGlued(token) {
            guard append(bytes(token), to: &components, &separator) else { break }
            token += 1
            if components.count >= 2, !isDash(token - 1), let part = part(components, separator, place..<token),
                endsHere(token, separator)
            {
                best = part
            }
            if components.count > 3 { break }
        }
        return best
    }

    private func isInnerMark(_ token: Int) -> Bool {
        isInnerHyphen(token) || isMark("/", token) && isGlued(token) && isGlued(token + 1)
    }

    /// False where the same separator goes on: that would be more than a date.
    private func endsHere(_ token: Int, _ separator: UInt8) -> Bool {
        !(isGlued(token) && isGlued(token + 1) && mark(token) == separator && separator != UInt8(ascii: "-")
            && isNumber(token + 1))
    }

    private func append(
        _ bytes: UnsafeBufferPointer<UInt8>, to components: inout [Component], _ separator: inout UInt8
    ) -> Bool {
        var start = 0
        for place in 0...bytes.count {
            let byte = place < bytes.count ? bytes[place] : 0
            let isMark =
                byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") && bytes.count > 2
            guard isMark || place == bytes.count else { continue }
            if place > start {
                guard let component = Self.component(bytes[start..<place]) else { return false }
                components.append(component)
            }
            if isMark {
                guard separator == 0 || separator == byte else { return false }
                separator = byte
            }
            start = place + 1
        }
        return true
    }

    private static func component(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Component? {
        if bytes.allSatisfy({ $0 &- 0x30 < 10 }), bytes.count <= 4 {
            return Component(value: bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }, width: bytes.count, kind: .number)
        }
        guard let first = bytes.first else { return nil }
        if bytes.count == 2, let last = bytes.last, (0x31...0x34).contains(last) {
            if first | 0x20 == UInt8(ascii: "q") { return Component(value: Int(last) - 0x30, width: 2, kind: .quarter) }
            if first | 0x20 == UInt8(ascii: "h"), last < 0x33 {
                return Component(value: Int(last) - 0x30, width: 2, kind: .half)
            }
        }
        guard bytes.count >= 3, bytes.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
        let month = TimeWords.months.firstIndex { name in
            name.utf8.count >= bytes.count && zip(name.utf8, bytes).allSatisfy { $0 == $1 | 0x20 }
                && (bytes.count == 3 || name.utf8.count == bytes.count || bytes.count == 4 && name == "september")
        }
        return month.map { Component(value: $0 + 1, width: 0, kind: .month) }
    }

    private func part(_ parts: [Component], _ separator: UInt8, _ tokens: Range<Int>) -> TimePart? {
        let isDot = separator == UInt8(ascii: ".")
        if parts.count == 2, !isDot { return pair(parts[0], parts[1], separator, tokens) }
        guard parts.count == 3 else { return nil }
        if let month = parts.firstIndex(where: { $0.kind == .month }) {
            let others = parts.indices.filter { $0 != month }
            guard parts[others[0]].kind == .number, parts[others[1]].kind == .number else { return nil }
            let (a, b) = (parts[others[0]], parts[others[1]])
            let (year, day) = a.width == 4 ? (a, b) : (b, a)
            return dated(tokens, year, parts[month].value, day.value)
        }
        guard parts.allSatisfy({ $0.kind == .number }) else { return nil }
        if parts[0].width == 4, parts[1].width <= 2, parts[2].width <= 2 {
            return dated(tokens, parts[0], parts[1].value, parts[2].value)
        }
        guard parts[0].width <= 2, parts[1].width <= 2, parts[2].width == 4 || parts[2].width == 2 && !isDot else {
            return nil
        }
        return dayMonth(parts[0].value, parts[1].value, parts[2], tokens, isDayFirst: isDot ? true : nil)
    }

    private func dated(_ tokens: Range<Int>, _ year: Component, _ month: Int, _ day: Int) -> TimePart? {
        let value = fullYear(year)
        guard (1000...2199).contains(value), CalendarDay(year: value, month: month, day: day) != nil else { return nil }
        return datePart(tokens, year: value, month: month, day: day)
    }

    /// Two digits of a year stand for the one nearest to the document's.
    private func fullYear(_ year: Component) -> Int {
        guard year.width == 2 else { return year.value }
        let now = reference?.civil.year ?? 2000
        let century = now / 100 * 100
        return [century - 100, century, century + 100].map { $0 + year.value }.min { abs($0 - now) < abs($1 - now) }
            ?? year.value
    }

    /// 3/4/2024: which is the day, the document's language tells, or the numbers do; else it stays open.
    private func dayMonth(
        _ a: Int, _ b: Int, _ year: Component?, _ tokens: Range<Int>, isDayFirst: Bool? = nil
    ) -> TimePart? {
        guard a > 0, b > 0, a <= 31, b <= 31, a <= 12 || b <= 12 else { return nil }
        let isDayFirst = a > 12 ? true : b > 12 ? false : isDayFirst ?? locale.isDayFirst
        let value = year.map(fullYear)
        if a == b { return datePart(tokens, year: value, month: a, day: b) }
        guard let isDayFirst else {
            var part = TimePart(tokens: tokens, grain: .day)
            part.year = value
            part.timex = (value.map { Timex.padded($0, 4) } ?? "XXXX") + "-XX-XX"
            return part
        }
        let (day, month) = isDayFirst ? (a, b) : (b, a)
        if let value, CalendarDay(year: value, month: month, day: day) == nil { return nil }
        return datePart(tokens, year: value, month: month, day: day)
    }

    /// "12-2015", "2019-Q1", "Dec-2018", "23/Sep", "22/04" beside words that ask for a date
    private func pair(_ a: Component, _ b: Component, _ separator: UInt8, _ tokens: Range<Int>) -> TimePart? {
        switch (a.kind, b.kind) {
        case (.number, .quarter), (.number, .half), (.quarter, .number), (.half, .number):
            let (year, part) = a.kind == .number ? (a, b) : (b, a)
            guard year.width == 4 else { return nil }
            return part.kind == .quarter
                ? quarterPart(tokens, year: year.value, quarter: part.value)
                : halfPart(tokens, year: year.value, half: part.value)
        case (.month, .number): return b.width == 4 ? datePart(tokens, year: b.value, month: a.value, day: nil) : nil
        case (.number, .month): return a.width == 4 ? datePart(tokens, year: a.value, month: b.value, day: nil) : nil
        case (.number, .number): return numberPair(a, b, separator, tokens)
        default: return nil
        }
    }

    private func numberPair(_ a: Component, _ b: Component, _ separator: UInt8, _ tokens: Range<Int>) -> TimePart? {
        if b.width == 4, a.width <= 2, (1...12).contains(a.value), (1900...2199).contains(b.value),
            separator != UInt8(ascii: ".")
        {
            return datePart(tokens, year: b.value, month: a.value, day: nil)
        }
        if a.width == 4, b.width == 2, (1...12).contains(b.value), (1900...2199).contains(a.value),
            separator == UInt8(ascii: "-"), b.value < 13, !(a.value % 100 < b.value)
        {
            return datePart(tokens, year: a.value, month: b.value, day: nil)
        }
        guard separator == UInt8(ascii: "/"), a.width <= 2, b.width <= 2 else { return nil }
        // A proper fraction is a date only where a word asks for one.
        let isFraction = a.value < b.value
        guard !isFraction || asksForDate(tokens) || a.value > 12 else { return nil }
        guard !isFraction || b.value > 1 else { return nil }
        return dayMonth(a.value, b.value, nil, tokens)
    }

    private func asksForDate(_ tokens: Range<Int>) -> Bool {
        switch key(tokens.lowerBound - 1) {
        case .on, .from, .until, .till, .by, .since, .before, .after, .to: return true
        default: break
        }
        return weekday(tokens.lowerBound - 1) != nil || isDash(tokens.upperBound) && isGlued(tokens.upperBound)
            || isDash(tokens.lowerBound - 1) && isGlued(tokens.lowerBound - 1)
    }
}
