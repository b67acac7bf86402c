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
        let last = extent.start - 2
        let start = reading.tokens(ofSentence: extent.start).start
        guard last > start, reading.part(last + 1) == .adposition, isNoun(last),
            let opening = (max(start, last - Self.reach)..<last).last(where: {
                isWord($0, .since) || isWord($0, .after)
            })
        else { return nil }
        let words = opening + 1...last
        guard words.allSatisfy({ reading.part($0) != .verb && reading.analysis.tokens[$0].kind == .word }) else {
            return nil
        }
        // Of "its return to power", it is the return.
        return words.first { isNoun($0) && ($0 == last || !isNoun($0 + 1)) }
    }

    /// Words of a noun's phrase between "since" and the time.
    private static let reach = 6

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
        reading.analysis.tokens[token].kind == .word && isNameable(token) && reading.names.index(at: token) == nil
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
        let flags = reading.flags(start + 1)
        guard flags.contains(.definite) || flags.contains(.pronoun) else { return nil }
        var end = start + 2
        var isClause = false
        let limit = min(sentence.end, start + 7)
        while end < limit, reading.analysis.tokens[end].kind == .word, isClause || !endsPart(end) {
            if isClause, reading.part(end) == .verb {
                end += 1
                break
            }
            isClause = isClause || reading.flags(end).contains(.relative)
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
        if of > start, reading.flags(of).contains(.definite) { of -= 1 }
        guard quantity.unit == nil, of > start, isWord(of, .of) else { return false }
        return reading.isValue(of - 1) || reading.part(of - 1) == .numeral
            || Self.parts.contains(reading.analysis.tokens[of - 1].hash)
    }

    private static let parts = FoldedForm.hashes("one some most many few several half none")

    private func endsPart(_ token: Int) -> Bool {
        let flags = reading.flags(token)
        if flags.contains(.relative) { return false }
        return reading.part(token) == .verb || reading.part(token) == .auxiliary
            || !flags.isDisjoint(with: [.preposition, .conjunction])
    }

    /// The verb of a relative clause without a relative: "the 120 [its licence allows]".
    func contactClause(behind extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        guard extent.end < sentence.end, extent.start > sentence.start else { return nil }
        guard reading.flags(extent.start - 1).contains(.definite),
            !reading.flags(extent.end).isDisjoint(with: [.determiner, .pronoun])
        else { return nil }
        return (extent.end + 1..<min(extent.end + 4, sentence.end)).first { reading.part($0) == .verb }
    }
}

// MARK: - Clauses within clauses

extension ValueFrameFinder {
    /// "Her father, a [soldier] for half a century, was": what stands between commas is told of the noun before them, whatever
    /// the clause around them says.
    func remark(around frame: ValueFrame) -> (measure: Int, holder: Int)? {
        let sentence = reading.tokens(ofSentence: frame.extent.start)
        guard frame.measure == nil, frame.counted == nil, frame.sort != .age, frame.extent.end < sentence.end,
            isWord(frame.extent.end, .comma)
        else { return nil }
        var comma = frame.extent.start - 1
        while comma > sentence.start, !isWord(comma, .comma) {
            switch reading.part(comma) {
            case .verb, .auxiliary, .subordinator, .coordinator: return nil
            default: comma -= 1
            }
        }
        guard comma > sentence.start, isNoun(comma - 1), comma + 2 < frame.extent.start,
            reading.flags(comma + 1).contains(.determiner),
            var noun = (comma + 2..<frame.extent.start).first(where: isNoun)
        else { return nil }
        while isNoun(noun + 1), noun + 1 < frame.extent.start { noun += 1 }
        return noun + 1 < frame.extent.start ? (noun, comma - 1) : nil
    }

    /// "kept the chief, since [dismissed], in office for nine years": what is put in between governs nothing behind it.
    func outsideInsertion(_ predicate: Int, _ extent: TokenSpan) -> Int {
        let start = reading.tokens(ofSentence: predicate).start
        guard reading.features(predicate).contains(.participle), predicate + 1 < extent.start,
            isWord(predicate + 1, .comma), let head = reading.head(predicate), head < predicate,
            let comma = (max(start, predicate - 3)..<predicate).last(where: { isWord($0, .comma) }),
            (comma + 1..<predicate).allSatisfy({ reading.part($0) == .adverb || reading.part($0) == .subordinator })
        else { return predicate }
        return reading.predicate(of: head) ?? predicate
    }

    /// "the Coastal Guard, CG for short, which": a relative clause goes on about the name, not about its short form.
    func named(_ head: Int) -> Int {
        let sentence = reading.tokens(ofSentence: head)
        guard reading.part(head) == .properNoun, reading.names.index(at: head) == nil,
            let comma = (max(sentence.start, head - 4)..<head).last(where: { isWord($0, .comma) }),
            comma > sentence.start, reading.names.index(at: comma - 1) != nil
        else { return head }
        return comma - 1
    }

    /// The nearest verb before another that has a subject of its own.
    func verb(before predicate: Int) -> Int? {
        let start = reading.tokens(ofSentence: predicate).start
        return (start..<predicate).last { token in
            reading.part(token) == .verb && reading.syntax.dependents(of: token).contains(where: isSubject)
        }
    }

    /// "Since 15 August, when their fighters [took] the town": the day is that of the clause behind it.
    func clauseOfTime(behind time: TimeExpression) -> (verb: Int, subject: Int)? {
        let sentence = reading.tokens(ofSentence: time.tokens.start)
        var when = time.tokens.end
        if when < sentence.end, isWord(when, .comma) { when += 1 }
        guard time.openEnd, time.grain == .day, isWord(time.tokens.start, .since), when + 1 < sentence.end,
            isWord(when, .when)
        else { return nil }
        let clause = (when + 1..<sentence.end).prefix { !isWord($0, .comma) }
        guard let verb = clause.first(where: { reading.part($0) == .verb }),
            let subject = reading.syntax.dependents(of: verb).first(where: isSubject)
        else { return nil }
        return (verb, subject)
    }

    /// "was the first to [accept] an envoy in May": the date is that of what was done first.
    func firstToDo(_ predicate: Int) -> Int? {
        guard reading.part(predicate) != .verb else { return nil }
        let dependents = reading.syntax.dependents(of: predicate)
        guard
            reading.features(predicate).contains(.ordinal)
                || dependents.contains(where: { reading.features($0).contains(.ordinal) })
        else { return nil }
        return dependents.first { $0 > predicate && reading.features($0).contains(.infinitive) }
    }

    /// "The court [set] aside the rule on 4 May": a past that looks like a noun, in a sentence without a verb.
    func missedVerb(before extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        guard !sentence.range.contains(where: { reading.part($0) == .verb || reading.part($0) == .auxiliary }) else {
            return nil
        }
        return (sentence.start + 1..<max(sentence.start + 1, extent.start - 2)).first { token in
            isVerbForm(token)
                && (reading.part(token + 1) == .determiner
                    || Self.particles.contains(reading.analysis.tokens[token + 1].hash))
        }
    }

    private static let particles = FoldedForm.hashes("aside off out up down back away")

    /// "two goals in the first half and three in the second", "the north site has 27 beds, the south site 31": a number takes
    /// the noun of the one before.
    /// - Returns: the noun, what the number is told of where it stands before it, and the words behind that narrow it.
    func gap(_ quantity: Quantity) -> (noun: Int, remnant: Int?, scope: TokenSpan?)? {
        let sentence = reading.tokens(ofSentence: quantity.tokens.start)
        guard quantity.noun == nil, quantity.unit == nil, quantity.kind == .cardinal,
            let last = reading.quantities(in: TokenSpan(sentence.start, quantity.tokens.start)).last,
            last.unit == nil, last.kind == .cardinal, let noun = last.noun, noun.end < quantity.tokens.start,
            (noun.end..<quantity.tokens.start).allSatisfy({
                reading.part($0) != .verb && reading.part($0) != .auxiliary
            })
        else { return nil }
        let counted = reading.head(of: noun)
        let before = quantity.tokens.start - 1
        let end = quantity.tokens.end
        let isLast = end == sentence.end || reading.part(end) == .punctuation
        if reading.part(before) == .coordinator, end < sentence.end, isWord(end, .in) || isWord(end, .at) {
            var stop = end + 1
            while stop < sentence.end, stop < end + 5, reading.part(stop) != .punctuation { stop += 1 }
            return reading.part(end + 1) == .verb ? nil : (counted, nil, TokenSpan(end, stop))
        }
        guard isLast, isNoun(before), isClauseOpening(before) else { return nil }
        return (counted, before, nil)
    }

    /// "…, the south site", "… and Lomar": a noun phrase with a determiner or a name behind a comma or an "and".
    private func isClauseOpening(_ noun: Int) -> Bool {
        let sentence = reading.tokens(ofSentence: noun)
        let name = reading.names.name(at: noun)
        var start = name?.span.start ?? noun
        while start > sentence.start, start > noun - 4,
            reading.part(start - 1) == .adjective || reading.part(start - 1) == .noun
        {
            start -= 1
        }
        let hasDeterminer = start > sentence.start && reading.part(start - 1) == .determiner
        if hasDeterminer { start -= 1 }
        guard hasDeterminer || name != nil, start > sentence.start else { return false }
        return isWord(start - 1, .comma) || reading.part(start - 1) == .coordinator
    }

    /// "The Ardans left in March, [the Karsovians] in May": what a clause without its verb is told of.
    func remnant(before frame: ValueFrame) -> Int? {
        let sentence = reading.tokens(ofSentence: frame.extent.start)
        guard let predicate = frame.predicate, let preposition = frame.preposition,
            preposition == frame.extent.start - 1
        else { return nil }
        let noun = preposition - 1
        guard noun > predicate + 1, noun > sentence.start, isNoun(noun) else { return nil }
        var start = reading.names.name(at: noun)?.span.start ?? noun
        while start > predicate, reading.part(start - 1) == .determiner || reading.part(start - 1) == .adjective {
            start -= 1
        }
        if reading.part(start - 1) == .coordinator { start -= 1 } else if !isWord(start - 1, .comma) { return nil }
        let before = TokenSpan(predicate, start)
        return reading.times(in: before).isEmpty ? nil : noun
    }
}
