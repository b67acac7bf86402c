import Documents
import FoundationEssentials
import Language
package import Values

/// Claims whose value is a quantity or a time: those that a measure rule names, and open ones with a noun or a verb for their
/// key.
struct ValueClaims: ClaimFinder {
    private let reading: DocumentReading
    private let clauses: ClauseReader
    private let frames: ValueFrameFinder
    private let scopes: ValueScope
    private let tables: TableGrid

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        self.clauses = clauses
        frames = ValueFrameFinder(reading: reading)
        scopes = ValueScope(reading: reading, frames: frames)
        tables = TableGrid(reading)
    }

    func drafts() -> [Draft] {
        reading.mentions.quantities.compactMap(draft) + reading.mentions.times.compactMap(draft(ofTime:))
    }

    private func draft(_ quantity: Quantity) -> Draft? {
        guard reading.syntax.isParsed(quantity.tokens.start), !isShare(quantity), !isOfException(quantity) else {
            return nil
        }
        let age = bareAge(quantity)
        if age != nil || quantity.kind == .age, isOfThen(quantity) { return nil }
        if let age { return age }
        let frame = frames.frame(quantity)
        let value = value(quantity, words: frame.extent, unit: quantity.unit?.id)
        if let cell = tables.cell(at: quantity.tokens.start) { return draft(cell, frame, value: value) }
        guard let name = name(of: frame), name.rule != nil || isTelling(quantity, frame) else { return nil }
        var draft = draft(frame, name, value: value)
        draft.scope = scopes.scope(of: frame, quantity, rule: name.rule)
        draft.time = scopes.time(of: frame)
        return draft
    }

    /// "nine homes in ten": no count of homes.
    private func isShare(_ quantity: Quantity) -> Bool {
        guard let noun = quantity.noun, noun.start >= quantity.tokens.end,
            noun.end < reading.analysis.tokens.count, frames.isWord(noun.end, .in), let count = quantity.value,
            count < 10
        else { return false }
        return reading.quantities(in: TokenSpan(noun.end + 1, noun.end + 2)).contains { whole in
            whole.kind == .cardinal && whole.noun == nil && Self.wholes.contains(whole.value ?? 0)
        }
    }

    private static let wholes: Set<Decimal> = [3, 4, 5, 6, 8, 10, 20, 50, 100, 1000]

    private func isOfException(_ quantity: Quantity) -> Bool {
        reading.analysis.isOfException(quantity.tokens, in: reading.tokens(ofSentence: quantity.tokens.start).range)
    }

    /// "who was 27 at the time", "was 27 when she met him": an age neither of today nor at a death.
    private func isOfThen(_ age: Quantity) -> Bool {
        let end = age.tokens.end
        if frames.isWord(end, .at) { return frames.isWord(end + 1, .the) && Self.times.contains(reading.hash(end + 2)) }
        return Self.when.contains(reading.hash(end))
            && !(end + 1..<end + 5).contains { reading.isLemma($0, Self.dying) }
    }

    private static let times = FoldedForm.hashes("time")
    private static let when = FoldedForm.hashes("when")
    private static let dying = FoldedForm.hashes("die kill death drown murder")

    /// "Ana Holt, who is 36", "Ana Holt was 44", "At 44, Ana Holt", "She was 44.": a bare number for the years of a person.
    private func bareAge(_ quantity: Quantity) -> Draft? {
        guard quantity.kind == .cardinal, quantity.unit == nil, quantity.noun == nil, quantity.isDigits,
            let years = quantity.value, years >= 10, years <= 110,
            let rule = reading.index.measures.ageRule,
            let person = (whoIs(quantity) ?? whoAt(quantity)).map({ frames.nameBeside($0) ?? $0 }),
            reading.names.name(at: person)?.type == .person || isOnePerson(person) || isWholeSentence(person, quantity)
        else { return nil }
        let words = TokenSpan(person, person + 1).union(quantity.tokens)
        return Draft(
            rule: id(rule), attribute: attribute(rule),
            value: value(quantity, words: quantity.tokens, unit: "year"), tokens: words, subject: .phrase(person),
            terms: reading.terms(words.range))
    }

    /// "the driver, who is 51"
    private func isOnePerson(_ token: Int) -> Bool {
        reading.part(token) == .noun && !reading.features(token).contains(.plural) && frames.isPerson(token)
    }

    /// "She was 44."
    private func isWholeSentence(_ person: Int, _ quantity: Quantity) -> Bool {
        let sentence = reading.tokens(ofSentence: person)
        return Self.heAndShe.contains(reading.hash(person)) && person == sentence.start
            && quantity.tokens.end == sentence.end - 1 && quantity.tokens.start == person + 2
    }

    /// "Ana Holt turned 36 in March"
    private static let turn = FoldedForm.hashes("turn")
    private static let heAndShe = FoldedForm.hashes("he she")

    private func whoIs(_ quantity: Quantity) -> Int? {
        let number = quantity.number.end - 1
        if let verb = reading.head(number), number > 0, verb == number - 1, Self.turn.contains(reading.lemmas[verb]) {
            return frames.subject(of: verb)
        }
        // "Ana Holt, who will be 36 in May"
        guard let copula = reading.syntax.dependent(of: number, .copula), copula == quantity.tokens.start - 1,
            reading.syntax.dependent(of: number, .auxiliary) == nil
        else { return nil }
        return frames.subject(of: number)
    }

    /// "Ana Holt, who at 84 was", "At 84, Ana Holt", "Ana Holt, at 84,": the name beside them.
    private func whoAt(_ quantity: Quantity) -> Int? {
        let sentence = reading.tokens(ofSentence: quantity.tokens.start)
        let (at, after) = (quantity.tokens.start - 1, quantity.tokens.end)
        guard at >= sentence.start, frames.isWord(at, .at), after + 1 < sentence.end else { return nil }
        if at == sentence.start { return frames.isWord(after, .comma) ? after + 1 : nil }
        if frames.isWord(at - 1, .who) { return frames.isWord(at - 2, .comma) ? at - 3 : at - 2 }
        return frames.isWord(at - 1, .comma) && frames.isWord(after, .comma) ? at - 2 : nil
    }

    /// "The war lasted a decade": a length with an article for its number, where a rule names what it is.
    private func draft(ofLength time: TimeExpression) -> Draft? {
        guard let unit = unit(ofLength: time) else { return nil }
        let frame = frames.frame(ofLength: time)
        guard let name = name(of: frame), name.rule != nil else { return nil }
        let value = ClaimValue(
            text: reading.string(time.tokens), interval: Interval(lower: 0.5, upper: 1.5), isApproximate: true,
            unit: unit,
            precision: 0.5)
        return draft(frame, name, value: value)
    }

    /// "a decade", "an hour": the unit's id; nil for other lengths.
    private func unit(ofLength time: TimeExpression) -> String? {
        guard time.kind == .duration, time.tokens.count == 2,
            reading.part(time.tokens.start) == .determiner, Self.articles.contains(reading.hash(time.tokens.start))
        else { return nil }
        return reading.index.rules.units[lemma(time.tokens.end - 1)]?.id
    }

    private static let articles = FoldedForm.hashes("a an")

    private func draft(ofTime time: TimeExpression) -> Draft? {
        if time.kind == .duration { return draft(ofLength: time) }
        let time = dayAlone(time)
        guard reading.syntax.isParsed(time.tokens.start), time.kind == .date || time.kind == .time, !isLabel(time)
        else { return nil }
        let frame = frames.frame(time)
        guard let value = value(time, frame) else { return nil }
        if let cell = tables.cell(at: time.tokens.start) { return draft(cell, frame, value: value) }
        // "the 2018 programme": a year before its noun is a part of the name.
        let isOfName = frame.measure == time.tokens.end
        guard let name = name(of: frame),
            name.rule != nil
                || (!time.isRelative || time.weekday != nil && reading.index.stepWords.contains(name.attribute))
                    && (!isOpen(time, frame) || isBegin(time, frame)) && !isOfName
        else { return nil }
        return draft(frame, name, value: value)
    }

    /// "just before 6am on Wednesday": open is the hour, not the day.
    private func dayAlone(_ time: TimeExpression) -> TimeExpression {
        guard time.isOpen, time.grain < .day, let days = time.interval, days.days == 1 else { return time }
        var time = time
        (time.openStart, time.openEnd, time.clock, time.grain) = (false, false, nil, .day)
        return time
    }

    /// "Saltmarsh (2005 film) was …": the year tells which of several.
    private func isLabel(_ time: TimeExpression) -> Bool {
        let (before, after) = (time.tokens.start - 1, time.tokens.end)
        return time.grain == .year && before >= 0 && frames.isWord(before, .opening)
            && after < reading.analysis.tokens.count && !frames.isWord(after, .closing)
    }

    /// "Since 15 August, when they took the town": the day alone is the time of what is told.
    private func value(_ time: TimeExpression, _ frame: ValueFrame) -> ClaimValue? {
        var time = time
        if isNarrowed(time, frame) {
            time.interval = time.interval.map { DayInterval($0.first) }
            time.openEnd = false
        }
        return ClaimValue(time, text: reading.string(frame.extent))
    }

    private func isNarrowed(_ time: TimeExpression, _ frame: ValueFrame) -> Bool { frame.extent != time.tokens }

    private func isOpen(_ time: TimeExpression, _ frame: ValueFrame) -> Bool {
        time.isOpen && !isNarrowed(time, frame)
    }

    /// "Exports have collapsed since 2022": something began then and goes on, unless the time only bounds a comparison or a
    /// denial ("has not won since 2003", "the worst since").
    private func isBegin(_ time: TimeExpression, _ frame: ValueFrame) -> Bool {
        guard time.openEnd, frames.isWord(time.tokens.start, .since), let predicate = frame.predicate,
            reading.part(predicate) == .verb
        else { return false }
        let clause = reading.clause(of: predicate)
        let isPerfect = reading.syntax.dependents(of: predicate).contains { token in
            reading.relation(token) == .auxiliary && reading.isLemma(token, Self.perfect)
        }
        return isPerfect
            && !clause.contains { token in
                reading.flags(token).contains(.negation)
                    || Self.none.contains(reading.hash(token))
                    || !reading.features(token).isDisjoint(with: [.ordinal, .superlative])
                        && !frames.isWord(token - 1, .at)
            }
    }

    private static let perfect = FoldedForm.hashes("have")
    private static let none = FoldedForm.hashes("no nobody none nothing")

    private func draft(_ frame: ValueFrame, _ name: AttributeName, value: ClaimValue) -> Draft {
        Draft(
            rule: name.id, attribute: name.attribute, value: value, tokens: words(of: frame),
            subject: subject(of: frame, name), isOpen: name.rule == nil, terms: terms(of: frame),
            isPermission: name.rule.map { reading.index.rules.measures[$0].permits } ?? false,
            isPresupposed: name.rule != nil && !name.isByVerb && isDefinite(frame))
    }

    /// "the reward of $25,000" is what it is, whoever will or may get it.
    private func isDefinite(_ frame: ValueFrame) -> Bool {
        guard let noun = frame.measure, noun != frame.predicate,
            (frame.extent.start - 2...frame.extent.end).contains(noun)
        else { return false }
        return reading.syntax.dependents(of: noun).contains { token in
            reading.relation(token) == .possessive
                || reading.flags(token).contains(.definite)
        }
    }

    /// A cell tells what its column is headed with, of what its row begins with.
    private func draft(_ cell: TableGrid.Cell, _ frame: ValueFrame, value: ClaimValue) -> Draft {
        var named = frame
        named.measure = reading.head(of: cell.header)
        let rule = reading.index.measures.rule(for: named, in: reading)?.rule
        let text = reading.string(cell.row)
        return Draft(
            rule: rule.map(id) ?? "open.table",
            attribute: rule.map(attribute) ?? reading.string(cell.header).lowercased(),
            value: value, tokens: frame.extent,
            subject: .known(
                Subject(kind: .entity, text: text, key: "name:" + PlaceName.key(text), entity: Entity(name: text))),
            isOpen: rule == nil, terms: reading.terms(Array(cell.header.range) + Array(cell.row.range)))
    }

    private func value(_ quantity: Quantity, words: TokenSpan, unit: String?) -> ClaimValue {
        ClaimValue(
            text: reading.string(words), figure: reading.string(quantity.tokens), interval: quantity.interval,
            bound: quantity.bound.flatMap(ClaimQuantity.Bound.init), isApproximate: quantity.approximate,
            unit: unit, precision: quantity.precision)
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

    /// Lemmas of the clause and of the sentence's subject, without the value's own.
    private func terms(of frame: ValueFrame) -> [String] {
        if frame.isTotal { return reading.terms(Array(frame.extent.range) + [frame.holder].compactMap { $0 }) }
        let clause = frame.predicate.map(reading.clause) ?? Array(reading.tokens(ofSentence: frame.extent.start).range)
        return reading.terms((clause + Array(frame.extent.range)).filter { reading.analysis.tokens[$0].kind == .word })
    }
}

// MARK: - Attribute and subject

extension ValueClaims {
    /// The attribute that a frame tells, and the place of the rule that names it; nil for an open claim.
    private struct AttributeName {
        var id: String
        var attribute: String
        var rule: Int?
        /// A verb or an adjective evoked the rule.
        var isByVerb = false
    }

    private func id(_ rule: Int) -> String { reading.index.rules.measures[rule].id }
    private func attribute(_ rule: Int) -> String { reading.index.rules.measures[rule].attribute }

    /// By rule, else by the noun that is measured or counted, the adjective, or the verb.
    private func name(of frame: ValueFrame) -> AttributeName? {
        if let (rule, place) = reading.index.measures.rule(for: frame, in: reading) {
            return AttributeName(
                id: id(rule), attribute: attribute(rule), rule: rule, isByVerb: place == .verb || place == .adjective)
        }
        if frame.sort == .date { return dated(frame).map { AttributeName(id: "open.date", attribute: $0) } }
        return measured(frame).map { AttributeName(id: "open.quantity", attribute: $0) }
    }

    private func measured(_ frame: ValueFrame) -> String? {
        // "the names of three people" are no three names.
        if let noun = frame.sort == .count ? frame.counted ?? frame.measure : frame.measure ?? frame.counted {
            guard reading.analysis.tokens[noun].kind == .word else { return nil }
            // A noun that was tagged as something else has another's lemma.
            return frames.isNoun(noun) ? lemma(noun) : reading.analysis.string(noun).lowercased()
        }
        if let adjective = frame.adjective { return lemma(adjective) }
        guard let predicate = frame.predicate, frame.role != nil else { return nil }
        if reading.part(predicate) == .verb {
            return frame.preposition.map { lemma(predicate) + " " + lemma($0) } ?? lemma(predicate)
        }
        // "158 were on board", "2,900 were Karsovian"
        let preposition = frames.preposition(of: predicate).map { lemma($0) + " " } ?? ""
        return reading.analysis.tokens[predicate].kind == .word ? preposition + lemma(predicate) : nil
    }

    /// When somebody said something is no date of what the text is about.
    private func dated(_ frame: ValueFrame) -> String? {
        if let noun = frame.measure { return Self.filing.contains(reading.verbLemma(noun)) ? nil : lemma(noun) }
        guard let predicate = frame.predicate, frame.holder != nil,
            reading.part(predicate) == .verb || frame.holder == predicate - 1 && frame.role == .oblique
        else { return nil }
        let word = reading.analysis.tokens[predicate].word
        if Self.filing.contains(reading.verbLemma(predicate)), frames.isWord(predicate + 1, .colon) { return nil }
        guard !reading.index.flags(word).contains(.speech) else { return nil }
        guard reading.part(predicate) == .verb else { return verbLemma(predicate) }
        // "broke out", "switched off": where the particle makes it a step of its own
        let particle = reading.syntax.dependent(of: predicate, .verbParticle).map { " " + lemma($0) }
        let step = lemma(predicate) + (particle ?? "")
        return reading.index.stepWords.contains(step) ? step : lemma(predicate)
    }

    /// The lemma as a verb of a word that was tagged as something else.
    private func verbLemma(_ token: Int) -> String? {
        reading.english.lexicon.firstReading(hash: reading.hash(token)) { $0.form.part == .verb }
            .map { reading.english.lexicon.lemma($0.entry) }
    }

    /// "Posted: Tuesday": when a page was written is nothing that it tells.
    private static let filing = FoldedForm.hashes("post posted update updated publish published upload uploaded print")

    private func lemma(_ token: Int) -> String { reading.lowerLemma(token) }

    /// False for counts that no reader would take for a figure: "one call", "twice as many", "at seven", "call 311".
    private func isTelling(_ quantity: Quantity, _ frame: ValueFrame) -> Bool {
        if quantity.kind == .multiple { return false }
        if quantity.unit != nil || quantity.kind == .age { return true }
        if isDual(quantity, frame) || isDialled(quantity, frame) { return false }
        if !quantity.isDigits, quantity.value == 1 || quantity.value == 0 { return false }
        if let noun = frame.counted, noun >= quantity.number.end, isLabel(noun) { return false }
        guard frame.counted == nil, frame.measure == nil else { return true }
        // "port 443", "error 1403"
        if frame.extent.start > 0, frames.isNoun(frame.extent.start - 1) { return false }
        guard let predicate = frame.predicate else { return true }
        let flags = reading.flags(predicate)
        if let preposition = frame.preposition {
            // "Image 1 of 9"
            if frames.isWord(preposition, .of), frame.part == nil { return false }
            return quantity.isDigits || !flags.isDisjoint(with: [.measuring, .speech])
                || !Self.clocks.contains(reading.hash(preposition))
        }
        return !Self.calling.contains(reading.verbLemma(predicate))
    }

    /// "222-TIPS", "TIPS (8477)": digits and letters of a telephone number.
    private func isDialled(_ quantity: Quantity, _ frame: ValueFrame) -> Bool {
        guard let noun = frame.counted ?? frame.measure, quantity.isDigits else { return false }
        let mark = reading.analysis.tokens[noun]
        let isJoined = noun == quantity.number.end + 1 || noun + 2 == quantity.number.start
        return mark.shape.contains(.allCapitals) && mark.span.count > 2 && isJoined
            && reading.analysis.tokens[min(noun, quantity.number.end)..<max(noun, quantity.number.start)].contains {
                $0.kind == .punctuation
            }
    }

    /// "the two countries": both of those told of before.
    private func isDual(_ quantity: Quantity, _ frame: ValueFrame) -> Bool {
        !quantity.isDigits && quantity.value == 2 && frame.counted != nil
            && frames.isWord(quantity.tokens.start - 1, .the)
    }

    /// "the 3500 block": several things are told in the plural, unless the number is joined to the noun.
    private func isLabel(_ noun: Int) -> Bool {
        let mark = reading.analysis.tokens[noun]
        guard reading.index.flags(mark.word).isDisjoint(with: [.person, .anyone]),
            !(noun > 0 && frames.isWord(noun - 1, .hyphen))
        else { return false }
        let forms = reading.english.lexicon.readings(hash: mark.hash).map(\.form)
        return forms.contains(.singular) && !forms.contains(.plural)
    }

    /// A number word behind these may be an hour.
    private static let clocks = FoldedForm.hashes("at until till past by before after")
    /// The number behind these is that of a telephone.
    private static let calling = FoldedForm.hashes("call dial phone ring")

    /// "In March 2024 four gunmen attacked": a time is no subject.
    private func subject(of frame: ValueFrame, _ name: AttributeName) -> SubjectReference {
        let subject = holder(of: frame, name)
        guard case .phrase(let token) = subject else { return subject }
        return clauses.time(at: token).map { $0.kind != .duration } ?? false ? .passage : subject
    }

    private func holder(of frame: ValueFrame, _ name: AttributeName) -> SubjectReference {
        let role = name.rule.map { reading.index.rules.measures[$0].subject }
        if let remnant = frame.remnant { return .phrase(remnant) }
        switch role {
        case .patient? where name.isByVerb:
            if let patient = frame.predicate.flatMap({ frames.patient(of: $0, without: frame.extent) }) {
                return .phrase(patient)
            }
        case .patient?:
            if let receiver = frame.predicate.flatMap(frames.receiver) { return .phrase(receiver) }
        case .target?:
            let noun = frame.measure ?? frame.anchor
            if let goal = noun.flatMap({ frames.goal(of: $0, without: frame.extent) }) { return .phrase(goal) }
            let patient = frame.predicate.flatMap { frames.patient(of: $0, without: frame.extent) }
            if let patient, patient != noun { return .phrase(patient) }
            return .passage
        case .measured? where name.isByVerb:
            if let measured = frame.measure ?? frame.predicate.flatMap(frames.subject) { return .phrase(measured) }
        // "900 people attended the meeting"
        case .holder? where frame.role == .subject:
            if let whole = frame.predicate.flatMap({ frames.object(of: $0) ?? frames.oblique(of: $0) }) {
                return .phrase(whole)
            }
        case nil where frame.role == .subject && frame.holder == nil:
            if let whole = frame.predicate.flatMap(whole) { return .phrase(whole) }
        case .holder?, .measured?, nil: break
        }
        return frame.holder.map(SubjectReference.phrase) ?? (frame.sort == .age ? .topic : .passage)
    }
}

extension ValueClaims {
    /// What those counted did something to: "three states recognised [them]", "a dozen countries had envoys in [Kabul]"; nil
    /// where the verb tells an event, which is what the count is of.
    private func whole(_ predicate: Int) -> Int? {
        let isEvent = reading.index.triggers(reading.analysis.tokens[predicate].word).contains {
            if case .event = $0.target { true } else { false }
        }
        if isEvent { return nil }
        let object = frames.object(of: predicate)
        return reading.isLemma(predicate, Self.perfect) ? frames.oblique(of: predicate) ?? object : object
    }
}

extension ClaimValue {
    /// nil for a time of which nothing is known that could be compared.
    package init?(_ time: TimeExpression, text: String) {
        let isDay = time.interval.map { $0.days == 1 } ?? false
        let weekday = time.weekday ?? (isDay ? time.interval?.first.weekday : nil)
        // "in August" of a document without a date
        let month = time.interval == nil && time.grain == .month ? Int(time.timex.suffix(2)) : nil
        guard time.interval != nil || weekday != nil || time.clock != nil || month != nil else { return nil }
        self.init(
            text: text, figure: text,
            content: .time(
                ClaimMoment(
                    days: time.interval, weekday: weekday, clock: time.clock, grain: time.grain, month: month)))
    }
}
