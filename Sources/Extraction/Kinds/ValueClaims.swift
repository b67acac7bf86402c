import Documents
import Language
import Values

/// Claims whose value is a quantity or a time: those that a measure rule names, and open ones with a noun or a verb for their
/// key.
struct ValueClaims: ClaimFinder {
    private let reading: DocumentReading
    private let frames: ValueFrameFinder

    init(_ reading: DocumentReading) {
        self.reading = reading
        frames = ValueFrameFinder(reading: reading)
    }

    func drafts() -> [Draft] {
        reading.mentions.quantities.compactMap(draft) + reading.mentions.times.compactMap(draft)
    }

    private func draft(_ quantity: Quantity) -> Draft? {
        guard reading.syntax.isParsed(quantity.tokens.start) else { return nil }
        let frame = frames.frame(quantity)
        var scope = scope(of: frame)
        if let per = quantity.per { scope.append("per " + reading.string(per).lowercased()) }
        return draft(frame, value: value(quantity, frame), scope: scope)
    }

    private func draft(_ time: TimeExpression) -> Draft? {
        guard reading.syntax.isParsed(time.tokens.start), time.kind == .date || time.kind == .time, !time.isOpen,
            let value = ClaimValue(time, text: reading.string(time.tokens))
        else { return nil }
        return draft(frames.frame(time), value: value, scope: [])
    }

    private func draft(_ frame: ValueFrame, value: ClaimValue, scope: [String]) -> Draft? {
        guard let name = name(of: frame) else { return nil }
        return Draft(
            rule: name.rule, attribute: name.attribute, value: value, tokens: words(of: frame),
            subject: frame.holder.map(SubjectReference.phrase) ?? .passage, scope: scope, isOpen: name.isOpen,
            terms: terms(of: frame))
    }

    /// The attribute that a frame tells: by rule, else by the noun that is measured or counted, the adjective, or the verb.
    private func name(of frame: ValueFrame) -> (rule: String, attribute: String, isOpen: Bool)? {
        if let index = reading.index.measures.rule(for: frame, in: reading) {
            let rule = reading.index.rules.measures[index]
            return (rule.id, rule.attribute, false)
        }
        return frame.sort == .date ? dated(frame) : measured(frame)
    }

    private func measured(_ frame: ValueFrame) -> (rule: String, attribute: String, isOpen: Bool)? {
        if let noun = frame.measure ?? frame.counted {
            guard reading.part(noun) == .noun || reading.part(noun) == .properNoun else { return nil }
            return ("open.quantity", reading.lemma(noun).lowercased(), true)
        }
        if let adjective = frame.adjective { return ("open.quantity", reading.lemma(adjective).lowercased(), true) }
        guard let predicate = frame.predicate, reading.part(predicate) == .verb, frame.holder != nil else { return nil }
        let preposition = frame.preposition.map { " " + reading.analysis.string($0).lowercased() } ?? ""
        return ("open.quantity", reading.lemma(predicate).lowercased() + preposition, true)
    }

    /// When somebody said something is no date of what the text is about.
    private func dated(_ frame: ValueFrame) -> (rule: String, attribute: String, isOpen: Bool)? {
        if let noun = frame.measure, reading.part(noun) == .noun {
            return ("open.date", reading.lemma(noun).lowercased(), true)
        }
        guard let predicate = frame.predicate, frame.holder != nil else { return nil }
        let word = reading.analysis.tokens[predicate].word
        guard !reading.index.flags(word).contains(.speech) else { return nil }
        return ("open.date", reading.lemma(predicate).lowercased(), true)
    }

    private func value(_ quantity: Quantity, _ frame: ValueFrame) -> ClaimValue {
        ClaimValue(
            text: reading.string(frame.extent), figure: reading.string(quantity.tokens), interval: quantity.interval,
            bound: quantity.bound.flatMap(ClaimQuantity.Bound.init), isApproximate: quantity.approximate,
            unit: quantity.unit?.id, precision: quantity.precision)
    }

    /// The claim's own words: value, noun and the verb that holds them where it stands near.
    private func words(of frame: ValueFrame) -> TokenSpan {
        var span = frame.extent
        for token in [frame.measure, frame.adjective, frame.predicate].compactMap({ $0 }) {
            let wider = span.union(TokenSpan(token, token + 1))
            if wider.count <= span.count + 12 { span = wider }
        }
        return span
    }

    /// What narrows the count: modifiers of the noun.
    private func scope(of frame: ValueFrame) -> [String] {
        guard let noun = frame.counted ?? frame.measure else { return [] }
        return reading.syntax.dependents(of: noun).filter(isNarrowing).map { reading.lemma($0).lowercased() }
    }

    private func isNarrowing(_ token: Int) -> Bool {
        switch reading.relation(token) {
        case .adjectivalModifier, .compound, .descriptor: reading.analysis.tokens[token].kind == .word
        default: false
        }
    }

    /// Lemmas of the clause and of the sentence's subject, without the value's own.
    private func terms(of frame: ValueFrame) -> [String] {
        let clause = frame.predicate.map(reading.clause) ?? Array(reading.tokens(ofSentence: frame.extent.start).range)
        return reading.terms((clause + Array(frame.extent.range)).filter { reading.analysis.tokens[$0].kind == .word })
    }
}

extension ClaimValue {
    /// nil for a time of which nothing is known that could be compared.
    init?(_ time: TimeExpression, text: String) {
        let isDay = time.interval.map { $0.days == 1 } ?? false
        let weekday = time.weekday ?? (isDay ? time.interval?.first.weekday : nil)
        guard time.interval != nil || weekday != nil || time.clock != nil else { return nil }
        self.init(
            text: text, figure: text,
            content: .time(
                ClaimMoment(days: time.interval, weekday: weekday, clock: time.clock, grain: time.grain)))
    }
}
