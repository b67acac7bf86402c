import Documents
import Language
import Values

/// What narrows a quantity to a part of its subject, and the time that it is told for.
struct ValueScope {
    let reading: DocumentReading
    let frames: ValueFrameFinder

    func scope(of frame: ValueFrame, _ quantity: Quantity, rule: Int?) -> [String] {
        var scope: [String] = []
        if let per = quantity.per { scope.append("per " + reading.string(per).lowercased()) }
        if let part = frame.part {
            // "of its six carriages" and "of the six cars" are one whole.
            scope.append(frame.total?.value.map { "of \($0)" } ?? reading.string(part).lowercased())
        }
        if frame.isTotal { scope.append("the whole") }
        if let division = division(frame) { scope.append(division) }
        if let gap = frame.gapScope { scope.append(reading.string(gap).lowercased()) }
        if frame.part == nil, frame.gapScope == nil, let noun = frame.counted ?? frame.measure {
            let named = rule.map(reading.index.measures.words)
            for dependent in reading.syntax.dependents(of: noun)
            where dependent <= noun + 1 && !quantity.tokens.range.contains(dependent) && isNarrowing(dependent)
                && !(named?.contains(reading.lemmas[dependent]) ?? false)
            {
                scope.append(reading.lowerLemma(dependent))
            }
        }
        if let place = place(before: quantity) { scope.append(place) }
        if quantity.unit == nil, isFurther(quantity) { scope.append("further") }
        if let group = group(frame) { scope.append(group) }
        if isBefore(frame) { scope.append("before") }
        return scope
    }

    /// Modifiers of the noun, without names, which are its owners, and words that take nothing away from it.
    private func isNarrowing(_ token: Int) -> Bool {
        switch reading.relation(token) {
        case .adjectivalModifier, .compound, .descriptor:
            let mark = reading.analysis.tokens[token]
            return mark.kind == .word && reading.part(token) != .numeral && reading.names.index(at: token) == nil
                && reading.features(token).isDisjoint(with: [.comparative, .superlative, .ordinal])
                && reading.index.flags(mark.word).isDisjoint(with: [.plain, .increment, .region])
        default: return false
        }
    }

    /// "the [first] two symphonies", "its [last] three games"
    private func place(before quantity: Quantity) -> String? {
        let before = quantity.tokens.start - 1
        guard quantity.unit == nil, before >= reading.tokens(ofSentence: quantity.tokens.start).start,
            reading.features(before).contains(.ordinal) || reading.isLemma(before, Self.ends)
        else { return nil }
        return reading.analysis.string(before).lowercased()
    }

    private static let ends = FoldedForm.hashes("first last next final other remaining")

    /// "a further 15", "19 more people": on top of a figure told before.
    private func isFurther(_ quantity: Quantity) -> Bool {
        let sentence = reading.tokens(ofSentence: quantity.tokens.start)
        let near = max(sentence.start, quantity.tokens.start - 1)..<min(sentence.end, quantity.number.end + 1)
        return near.contains { token in
            reading.flags(token).contains(.increment)
                && !(token + 1 < sentence.end && frames.isWord(token + 1, .than))
        }
    }

    /// "among children", "in Britain" with the noun that is counted, "in Sarn town alone".
    private func group(_ frame: ValueFrame) -> String? {
        for governor in [frame.counted, frame.measure, frame.predicate].compactMap({ $0 }) {
            for dependent in reading.syntax.dependents(of: governor) where !frame.extent.range.contains(dependent) {
                guard let preposition = frames.preposition(of: dependent) else { continue }
                let phrase = reading.syntax.subtree(of: dependent)
                let isAlone = phrase.end < reading.analysis.tokens.count && frames.isWord(phrase.end, .alone)
                let isNarrowed =
                    frames.isWord(preposition, .among)
                    || frames.isWord(preposition, .in)
                        && (isAlone || governor == frame.counted && reading.names.index(at: dependent) != nil)
                if isNarrowed, phrase.count <= 6, phrase.start >= preposition {
                    return reading.string(phrase).lowercased()
                }
            }
        }
        return nil
    }

    /// "in Ardmoor county": more than the town that it is named after.
    private func division(_ frame: ValueFrame) -> String? {
        let clause = frame.predicate.map { reading.clause(of: $0) + [reading.head($0)].compactMap { $0 } } ?? []
        let found = (clause + [frame.whole, frame.holder].compactMap { $0 }).first { token in
            reading.flags(token).contains(.division) && isNamed(token)
        }
        return found.map { reading.lowerLemma($0) }
    }

    /// "[Ardmoor] county", "the district [of Sarn]"
    private func isNamed(_ division: Int) -> Bool {
        let sentence = reading.tokens(ofSentence: division)
        if division > sentence.start, reading.names.index(at: division - 1) != nil { return true }
        return division + 2 < sentence.end && frames.isWord(division + 1, .of)
            && reading.names.index(at: division + 2) != nil
    }

    /// "from £240m to £264m", "against 61.8 per cent in 2022": the value of a time before.
    private func isBefore(_ frame: ValueFrame) -> Bool {
        let sentence = reading.tokens(ofSentence: frame.extent.start)
        let before = frame.extent.start - 1
        guard before >= sentence.start else { return false }
        if frames.isWord(before, .against) { return true }
        guard frames.isWord(before, .from), let predicate = frame.predicate else { return false }
        return reading.flags(predicate).contains(.measuring)
    }

    /// The week, month or year of the clause: "last year", "in 2018".
    func time(of frame: ValueFrame) -> ClaimTime? {
        let sentence = reading.tokens(ofSentence: frame.extent.start)
        let times = reading.mentions.times
        var index = reading.firstTime(from: sentence.start)
        var nearest: (distance: Int, time: ClaimTime)?
        while index < times.count, times[index].tokens.start < sentence.end {
            let time = times[index]
            index += 1
            guard let days = time.closedDays, days.days >= 7, !time.tokens.overlaps(frame.extent),
                isOneClause(time.tokens, frame)
            else { continue }
            let apart = max(time.tokens.start - frame.extent.end, frame.extent.start - time.tokens.end)
            // "In January they offered 3 per cent for 2026": what it is for tells less than when it was told.
            let distance = frames.isWord(time.tokens.start - 1, .for) ? apart + sentence.count : apart
            if nearest.map({ distance < $0.distance }) ?? true {
                nearest = (distance, ClaimTime(text: reading.string(time.tokens), days: days))
            }
        }
        return nearest?.time
    }

    private func isOneClause(_ time: TokenSpan, _ frame: ValueFrame) -> Bool {
        let head = reading.head(of: time)
        guard let predicate = frame.predicate else { return true }
        return reading.predicate(of: head) == predicate
    }
}
