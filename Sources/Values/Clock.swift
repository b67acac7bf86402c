import FoundationEssentials
import Language

// Times of day: 6am, 9.40pm, 14:20, noon, six o'clock, 3–8pm

extension ValueScanner {
    /// How much must show that a number is a time of day.
    enum ClockEvidence {
        /// am, pm, a colon, "o'clock"; the words noon and midnight.
        case own
        /// A date stands beside it with "at" or the like: a bare hour will do.
        case context
    }

    /// A time of day or a stretch of one.
    func clockPart(at place: Int, _ evidence: ClockEvidence) -> TimePart? {
        guard var (clock, end) = clock(at: place, .context) else { return nil }
        let isRange =
            isDash(end) && isGlued(end) == isGlued(end + 1) || key(end) == .to || key(end) == .until
            || key(end) == .till
        var hasEvidence = clock.isCertain || clock.hasMinutes
        if isRange, let (last, after) = self.clock(at: end + 1, .context),
            hasEvidence || last.isCertain || last.hasMinutes
        {
            clock = joined(clock, last)
            end = after
            hasEvidence = true
        }
        guard evidence == .context || hasEvidence else { return nil }
        return part(clock, place..<end)
    }

    /// "between 3 and 8", "from 7 to 7:30" as times of day; the caller knows that a date stands beside.
    func clockRange(at place: Int) -> TimePart? {
        let isBetween = key(place) == .between
        guard isBetween || key(place) == .from, let (first, end) = clock(at: place + 1, .context) else { return nil }
        guard key(end) == .to || key(end) == .until || isDash(end) || isBetween && key(end) == .and,
            let (last, after) = clock(at: end + 1, .context)
        else { return nil }
        return part(joined(first, last), place..<after)
    }

    private func part(_ clock: TimePart.Clock, _ tokens: Range<Int>) -> TimePart {
        var part = TimePart(tokens: tokens, grain: clock.hasMinutes ? .minute : .hour)
        part.clock = clock
        part.hasDate = false
        return part
    }

    /// "3–8pm": the half of the day that is told for one end holds for the other.
    private func joined(_ first: TimePart.Clock, _ last: TimePart.Clock) -> TimePart.Clock {
        var (low, high) = (first.first, last.first)
        if last.isCertain, !first.isCertain, high >= 720, low < 720, low + 720 < high { low += 720 }
        if first.isCertain, !last.isCertain, low >= 720, high < 720 { high += 720 }
        if first.isCertain, !last.isCertain, low > high, high < 720 { high += 720 }
        return TimePart.Clock(
            first: low, last: high, isCertain: first.isCertain || last.isCertain,
            hasMinutes: first.hasMinutes || last.hasMinutes)
    }

    private func clock(at place: Int, _ evidence: ClockEvidence) -> (TimePart.Clock, Int)? {
        switch key(place) {
        case .noon: return (TimePart.Clock(first: 720, last: 720, isCertain: true, hasMinutes: false), place + 1)
        case .midnight: return (TimePart.Clock(first: 0, last: 0, isCertain: true, hasMinutes: false), place + 1)
        default: break
        }
        guard let (hour, minute, seconds, after) = hourAndMinute(place), hour < 25, (minute ?? 0) < 60 else {
            return nil
        }
        var end = after
        var isCertain = minute != nil && (hour > 12 || hour == 0)
        var minutes = hour % 24 * 60 + (minute ?? 0)
        if let isAfternoon = meridiem(end), hour <= 12 {
            minutes = (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + (minute ?? 0)
            isCertain = true
            end += 1
        } else if key(end) == .oclock || key(end) == .oclockPlain {
            end += 1
            isCertain = true
        }
        if !isCertain, minute == nil, isWord(end), isCounted(end), !isDayWord(end) { return nil }
        let clock = TimePart.Clock(
            first: minutes, last: minutes, isCertain: isCertain, hasMinutes: minute != nil, seconds: seconds)
        return (clock, end)
    }

    private func isDayWord(_ token: Int) -> Bool {
        if weekday(token) != nil || month(token) != nil { return true }
        return key(token) == .today || key(token) == .tomorrow || key(token) == .yesterday || key(token) == .this
    }

    private func meridiem(_ token: Int) -> Bool? {
        switch key(token) {
        case .pm, .pmDots: return true
        case .am, .amDots: return false
        case .p where isGlued(token): return true
        case .a where isGlued(token): return false
        default: return nil
        }
    }

    /// "9.40" (with am or pm), "14:20", "14:20:05", "9", "nine thirty", "five-thirty"
    private func hourAndMinute(_ place: Int) -> (hour: Int, minute: Int?, seconds: Int?, end: Int)? {
        guard isNumber(place) else { return hourInWords(place) }
        let bytes = bytes(place)
        guard bytes.count <= 8 else { return nil }
        var numbers = [0]
        var hasColon = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte &- 0x30)
            case UInt8(ascii: ":"):
                hasColon = true
                numbers.append(0)
            case UInt8(ascii: "."): numbers.append(0)
            default: return nil
            }
            guard numbers[numbers.count - 1] < 100, numbers.count < 4 else { return nil }
        }
        if numbers.count > 1, !hasColon {
            guard numbers.count == 2, bytes.count - (bytes.firstIndex(of: UInt8(ascii: ".")) ?? 0) == 3,
                // "4.25p" is money.
                meridiem(place + 1) != nil && key(place + 1) != .p || isDash(place + 1)
            else { return nil }
        }
        if numbers.count == 1, bytes.count > 2 { return nil }
        return (numbers[0], numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil, place + 1)
    }

    private func hourInWords(_ place: Int) -> (hour: Int, minute: Int?, seconds: Int?, end: Int)? {
        guard case .ones(let hour) = numberWord(place), (1...12).contains(hour) else { return nil }
        let next = isInnerHyphen(place + 1) ? place + 2 : place + 1
        if let (minute, end) = smallNumber(next), (10..<60).contains(minute), !isCounted(end) || isDayWord(end) {
            return (hour, minute, nil, end)
        }
        return (hour, nil, nil, place + 1)
    }

    // MARK: Parts of a day

    /// "this morning", "last night", "late this morning", "next evening": a part of a day told from the document's date.
    func relativeDayPart(at place: Int) -> TimePart? {
        var word = place
        if key(word) == .early || key(word) == .late || key(word) == .earlier || key(word) == .later { word += 1 }
        let shift: Int
        switch key(word) {
        case .this: shift = 0
        case .last, .previous: shift = -1
        case .next, .following: shift = 1
        default: return nil
        }
        guard let dayPart = dayPart(word + 1), shift == 0 || dayPart == .night || dayPart == .evening || shift > 0,
            let reference, let days = shifted(reference, .day, by: shift)
        else { return nil }
        var part = calendarUnit(place..<word + 2, .day, days)
        part.dayPart = dayPart
        part.grain = .dayPart
        return part
    }

    func dayPart(_ token: Int) -> DayPart? {
        if case .dayPart(let part) = timeWord(token) { return part }
        if case .unit(.night) = timeWord(token), !isPlural(token) { return .night }
        return nil
    }
}
