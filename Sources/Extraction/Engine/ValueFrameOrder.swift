import Documents
import Language
import Values

// What a value belongs to by the order of words, for fragments and where a tag or an attachment went wrong.

extension ValueFrameFinder {
    /// "a [premium] of 38 per cent", "the £410m [offer]", "Turnout: 46%", "[Default] 30 minutes"
    func measureByOrder(_ frame: ValueFrame) -> Int? {
        if let noun = nounBeforeOf(frame.extent) ?? nounBeforeInsertion(frame.extent) { return noun }
        if frame.sort != .count, frame.sort != .date, let noun = nounBehind(frame.extent) { return noun }
        return frame.counted == nil ? label(before: frame.extent) : nil
    }

    /// "The [cost], according to the ledger, was £92,000"
    private func nounBeforeInsertion(_ extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        let comma = extent.start - 2
        guard comma > sentence.start, reading.part(comma + 1) == .auxiliary, isWord(comma, .comma),
            let opening = (sentence.start + 1..<comma).first(where: { isWord($0, .comma) }),
            isNoun(opening - 1), !(sentence.start..<opening).contains(where: { reading.part($0) == .verb })
        else { return nil }
        return opening - 1
    }

    private func nounBeforeOf(_ extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        guard extent.start - 2 >= sentence.start, isWord(extent.start - 1, .of), isNoun(extent.start - 2) else {
            return nil
        }
        return extent.start - 2
    }

    /// "25 days of holiday", "14 per cent of the vote", "900 kg in weight"
    func nounAfterOf(_ extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        guard extent.end + 1 < sentence.end else { return nil }
        if isWord(extent.end, .in) { return reading.part(extent.end + 1) == .noun ? extent.end + 1 : nil }
        guard isWord(extent.end, .of) else { return nil }
        var last: Int?
        for token in extent.end + 1..<min(extent.end + 5, sentence.end) {
            if isNoun(token) { last = token } else if last != nil { break }
            guard reading.part(token) != .verb, reading.part(token) != .punctuation else { break }
        }
        return last
    }

    /// "since their [return] in 2021": the date is that of what the clause is dated by.
    func nounOfTime(before extent: TokenSpan) -> Int? {
        let noun = extent.start - 2
        let start = reading.tokens(ofSentence: extent.start).start
        guard noun > start, reading.part(noun + 1) == .adposition, isNoun(noun) else { return nil }
        let opening = (max(start, noun - 2)..<noun).contains { isWord($0, .since) || isWord($0, .after) }
        guard opening else { return nil }
        return noun
    }

    /// "Her [swing], 8.5 points, was …"
    func nounBetweenCommas(_ extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        let noun = extent.start - 2
        guard noun >= sentence.start, extent.end < sentence.end, isWord(noun + 1, .comma), isWord(extent.end, .comma),
            isNoun(noun)
        else { return nil }
        return noun
    }

    /// The word right behind a sum or measure that a determiner or a possessor opens: whatever its tag, it is what is measured.
    private func nounBehind(_ extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        guard extent.start > sentence.start, extent.end < sentence.end else { return nil }
        let opens = reading.analysis.tokens[extent.start - 1]
        let isOpened = reading.index.flags(opens.word).contains(.determiner) || opens.shape.contains(.clitic)
        guard isOpened || isNoun(extent.end) else { return nil }
        var last: Int?
        for token in extent.end..<min(extent.end + 3, sentence.end) {
            guard reading.analysis.tokens[token].kind == .word, isNameable(token),
                reading.analysis.tokens[token].shape.isDisjoint(with: [.capitalized, .clitic])
            else { break }
            last = token
            if !isOpened || reading.part(token) == .noun { break }
        }
        return last
    }

    /// The words can be a noun, and are none of the closed classes.
    private func isNameable(_ token: Int) -> Bool {
        let mark = reading.analysis.tokens[token]
        guard reading.index.flags(mark.word).isDisjoint(with: .function), reading.part(token) != .adverb else {
            return false
        }
        return isNoun(token)
            || reading.english.lexicon.readings(hash: mark.hash).contains { $0.form == .singular || $0.form == .plural }
    }

    /// The word before a value that stands behind a colon, or that makes up the whole clause with one or two others.
    private func label(before extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        let before = extent.start - 1
        guard before > sentence.start || before == sentence.start else { return nil }
        if isWord(before, .colon) {
            return before > sentence.start && isLabel(before - 1) ? before - 1 : nil
        }
        guard extent.end == sentence.end || reading.analysis.tokens[extent.end].kind != .word else { return nil }
        var start = before
        while start >= sentence.start, isLabel(start), extent.start - start <= 3 { start -= 1 }
        guard start < before, start < sentence.start || reading.analysis.tokens[start].kind == .punctuation else {
            return nil
        }
        return before
    }

    private func isLabel(_ token: Int) -> Bool {
        reading.analysis.tokens[token].kind == .word && isNameable(token) && reading.names.name(at: token) == nil
    }

    /// The nearest verb before a value in its clause, where the value hangs on nothing; the word right before it may be one
    /// that was taken for a noun ("the hall seats 1,850").
    func governByOrder(_ frame: inout ValueFrame) {
        let sentence = reading.tokens(ofSentence: frame.extent.start)
        let before = frame.extent.start - 1
        var token = before
        while token >= sentence.start, reading.analysis.tokens[token].kind != .punctuation {
            if reading.part(token) == .verb || token == before && token > sentence.start && isVerbForm(token) {
                frame.predicate = token
                frame.preposition = token != before && reading.part(before) == .adposition ? before : nil
                frame.role = frame.preposition == nil ? .object : .oblique
                return
            }
            token -= 1
        }
    }

    /// A word behind a noun or name that has a form of a verb: "the bridge cost", "the fire burned".
    private func isVerbForm(_ token: Int) -> Bool {
        let mark = reading.analysis.tokens[token]
        let isBehindSubject = isNoun(token - 1) || reading.part(token - 1) == .pronoun
        guard isNoun(token) || reading.part(token) == .adjective, isBehindSubject,
            reading.index.flags(mark.word).isDisjoint(with: .function)
        else { return false }
        return reading.english.lexicon.readings(hash: mark.hash).contains { $0.form.part == .verb }
    }

    /// "of the dead", "of those who fled", "of them": what the number before it is a part of. A number with its noun
    /// ("of its six carriages") is a figure of its own, and narrows nothing.
    func part(of quantity: Quantity) -> TokenSpan? {
        let start = quantity.number.end
        let sentence = reading.tokens(ofSentence: quantity.tokens.start)
        guard start + 1 < sentence.end, isWord(start, .of), quantity.unit == nil || quantity.kind == .percentage
        else { return nil }
        let flags = reading.index.flags(reading.analysis.tokens[start + 1].word)
        guard flags.contains(.definite) || flags.contains(.pronoun) else { return nil }
        var end = start + 2
        var isClause = false
        let limit = min(sentence.end, start + 7)
        while end < limit, reading.analysis.tokens[end].kind == .word, isClause || !endsPart(end) {
            if isClause, reading.part(end) == .verb {
                end += 1
                break
            }
            isClause = isClause || reading.index.flags(reading.analysis.tokens[end].word).contains(.relative)
            end += 1
        }
        return TokenSpan(start, end)
    }

    /// The number of the whole in what a number is a part of: "of its [six carriages]".
    func total(in part: TokenSpan?) -> Quantity? {
        part.flatMap { part in
            reading.quantities(in: part).first { $0.unit == nil && $0.kind == .cardinal && $0.noun != nil }
        }
    }

    /// The number tells the whole of which another is a part: "four of its [six carriages]", "one of the [12]".
    func isTotal(_ quantity: Quantity) -> Bool {
        let start = reading.tokens(ofSentence: quantity.tokens.start).start
        var of = quantity.tokens.start - 1
        if of > start, reading.index.flags(reading.analysis.tokens[of].word).contains(.definite) { of -= 1 }
        guard quantity.unit == nil, of > start, isWord(of, .of) else { return false }
        return reading.isValue(of - 1) || Self.parts.contains(reading.analysis.tokens[of - 1].hash)
    }

    private static let parts = Set(
        ["one", "some", "most", "many", "few", "several", "half", "none"].map { FoldedForm($0).hash })

    private func endsPart(_ token: Int) -> Bool {
        let flags = reading.index.flags(reading.analysis.tokens[token].word)
        if flags.contains(.relative) { return false }
        return reading.part(token) == .verb || reading.part(token) == .auxiliary
            || !flags.isDisjoint(with: [.preposition, .conjunction])
    }

    /// The verb of a relative clause without a relative: "the 120 [its licence allows]".
    func contactClause(behind extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        guard extent.end < sentence.end, extent.start > sentence.start else { return nil }
        func flags(_ token: Int) -> WordFlags { reading.index.flags(reading.analysis.tokens[token].word) }
        guard flags(extent.start - 1).contains(.definite),
            !flags(extent.end).isDisjoint(with: [.determiner, .pronoun])
        else { return nil }
        return (extent.end + 1..<min(extent.end + 4, sentence.end)).first { reading.part($0) == .verb }
    }
}
