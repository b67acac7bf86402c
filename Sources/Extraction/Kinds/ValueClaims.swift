import Documents
import FoundationEssentials
import Language
package import Values

/// Claims whose value is a quantity or a time: those that a measure rule names, and open ones with a noun or a verb for their
/// key.
struct ValueClaims: ClaimFinder {
    private let reading: DocumentReading
    private let frames: ValueFrameFinder
    private let scopes: ValueScope
    private let tables: TableGrid

    init(_ reading: DocumentReading) {
        self.reading = reading
        frames = ValueFrameFinder(reading: reading)
        scopes = ValueScope(reading: reading, frames: frames)
        tables = TableGrid(reading)
    }

    func drafts() -> [Draft] {
        reading.mentions.quantities.compactMap(draft) + reading.mentions.times.compactMap(draft)
    }

    private func draft(_ quantity: Quantity) -> Draft? {
        guard reading.syntax.isParsed(quantity.tokens.start) else { return nil }
        let frame = frames.frame(quantity)
        let value = value(quantity, frame)
        if let cell = tables.cell(at: quantity.tokens.start) { return draft(cell, frame, value: value) }
        guard let name = name(of: frame), name.rule != nil || isTelling(quantity, frame) else { return nil }
        var draft = draft(frame, name, value: value)
        draft.scope = scopes.scope(of: frame, quantity, rule: name.rule)
        draft.time = scopes.time(of: frame)
        return draft
    }

    private func draft(_ time: TimeExpression) -> Draft? {
        guard reading.syntax.isParsed(time.tokens.start), time.kind == .date || time.kind == .time,
            let value = ClaimValue(time, text: reading.string(time.tokens))
        else { return nil }
        guard !isLabel(time) else { return nil }
        let frame = frames.frame(time)
        if let cell = tables.cell(at: time.tokens.start) { return draft(cell, frame, value: value) }
        // "the 2018 programme": a year before its noun is a part of the name.
        let isOfName = frame.measure == time.tokens.end
        guard let name = name(of: frame),
            name.rule != nil || !time.isRelative && !time.isOpen && !isOfName
        else { return nil }
        return draft(frame, name, value: value)
    }

    /// "Saltmarsh (2005 film) was …": the year tells which of several.
    private func isLabel(_ time: TimeExpression) -> Bool {
        let (before, after) = (time.tokens.start - 1, time.tokens.end)
        return time.grain == .year && before >= 0 && frames.isWord(before, .opening)
            && after < reading.analysis.tokens.count && !frames.isWord(after, .closing)
    }

    private func draft(_ frame: ValueFrame, _ name: AttributeName, value: ClaimValue) -> Draft {
        Draft(
            rule: name.id, attribute: name.attribute, value: value, tokens: words(of: frame),
            subject: subject(of: frame, name), isOpen: name.rule == nil, terms: terms(of: frame),
            isPermission: name.rule.map { reading.index.rules.measures[$0].permits } ?? false)
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
        guard let predicate = frame.predicate, frame.holder != nil, reading.part(predicate) == .verb else { return nil }
        let word = reading.analysis.tokens[predicate].word
        if Self.filing.contains(reading.verbLemma(predicate)), frames.isWord(predicate + 1, .colon) { return nil }
        return reading.index.flags(word).contains(.speech) ? nil : lemma(predicate)
    }

    /// "Posted: Tuesday": when a page was written is nothing that it tells.
    private static let filing = Set(
        ["post", "posted", "update", "updated", "publish", "published", "upload", "uploaded", "print"].map {
            FoldedForm($0).hash
        })

    private func lemma(_ token: Int) -> String { reading.lemma(token).lowercased() }

    /// False for counts that no reader would take for a figure: "one call", "twice as many", "at seven", "call 311".
    private func isTelling(_ quantity: Quantity, _ frame: ValueFrame) -> Bool {
        if quantity.kind == .multiple { return false }
        if quantity.unit != nil || quantity.kind == .age { return true }
        if !quantity.isDigits, quantity.value == 1 || quantity.value == 0 { return false }
        if let noun = frame.counted, noun >= quantity.number.end, isLabel(noun) { return false }
        guard frame.counted == nil, frame.measure == nil else { return true }
        // "port 443", "error 1403"
        if frame.extent.start > 0, frames.isNoun(frame.extent.start - 1) { return false }
        guard let predicate = frame.predicate else { return true }
        let flags = reading.index.flags(reading.analysis.tokens[predicate].word)
        if let preposition = frame.preposition {
            // "Image 1 of 9"
            if frames.isWord(preposition, .of), frame.part == nil { return false }
            return quantity.isDigits || !flags.isDisjoint(with: [.measuring, .speech])
                || !Self.clocks.contains(hash(preposition))
        }
        return !Self.calling.contains(reading.verbLemma(predicate))
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

    private func hash(_ token: Int) -> UInt64 { reading.analysis.tokens[token].hash }

    /// A number word behind these may be an hour.
    private static let clocks = Set(
        ["at", "until", "till", "past", "by", "before", "after"].map { FoldedForm($0).hash })
    /// The number behind these is that of a telephone.
    private static let calling = Set(["call", "dial", "phone", "ring"].map { FoldedForm($0).hash })

    private func subject(of frame: ValueFrame, _ name: AttributeName) -> SubjectReference {
        let role = name.rule.map { reading.index.rules.measures[$0].subject }
        switch role {
        case .patient? where name.isByVerb:
            if let patient = frame.predicate.flatMap({ frames.patient(of: $0, without: frame.extent) }) {
                return .phrase(patient)
            }
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
        case .holder?, .patient?, .measured?, nil: break
        }
        return frame.holder.map(SubjectReference.phrase) ?? .passage
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
