import Documents
public import Language
public import Values

/// Makes claims of a document's sentences and values: finds the events that the document tells, reads the attributes that
/// rules know of them, and qualifies each.
public struct Extractor: Sendable {
    private let index: RuleIndex
    private let english: English

    /// - Parameter vocabulary: made of `rules.vocabularyWords` among others; the analyses must use the same.
    public init(rules: RuleSet, vocabulary: Vocabulary, english: English) {
        index = RuleIndex(rules: rules, vocabulary: vocabulary)
        self.english = english
    }

    /// What a document claims, in the order of its text.
    public func extract(from analysis: Analysis, mentions: Mentions) -> Extraction {
        let reading = DocumentReading(analysis: analysis, mentions: mentions, english: english, index: index)
        var pass = ExtractionPass(reading)
        return pass.run()
    }
}

/// The claims of one document and the events that they are about.
public struct Extraction: Sendable {
    public var claims: [Claim]
    /// The document's events in the order in which they come up.
    public var events: [Subject]
    /// The event that the document is about; nil where it tells of none.
    public var main: Subject?
    /// Quantities that no rule took, by reason.
    public var leftAside: [String: Int]
}

/// Words that speak of an event.
private struct Telling {
    var sentence: Int
    var words: Range<Int>
    var record: Int
    /// Told to compare, or another than the one that the passage is about.
    var isAside: Bool

    /// How many tokens lie between.
    func distance(to tokens: TokenSpan) -> Int {
        max(0, tokens.start - words.upperBound, words.lowerBound - tokens.end)
    }
}

/// One walk over a document.
private struct ExtractionPass {
    let reading: DocumentReading
    var index: RuleIndex { reading.index }
    var analysis: Analysis { reading.analysis }
    var mentions: Mentions { reading.mentions }
    /// Sentences that tell what the document is about.
    let opening: Set<Int>
    var discourse: Discourse
    /// Where the text speaks of each event, in its order.
    var tellings: [Telling] = []
    /// Claims of figures of events, with the record each is about.
    var drafts: [EventDraft] = []
    var taken: Set<Int> = []
    /// Places that the opening of the document names.
    var surroundings: [String] = []
    /// The people whom the document names.
    var people: [String] = []
    /// The month or year that opened the sentence before: what follows in its paragraph happened then.
    var narrative: (time: ClaimTime, sentence: Int)?

    init(_ reading: DocumentReading) {
        self.reading = reading
        opening = Self.openingSentences(of: reading.analysis)
        discourse = Discourse(
            published: reading.analysis.document.metadata.published, rules: reading.index.rules.events)
    }

    mutating func run() -> Extraction {
        var quantity = 0
        var time = 0
        for number in analysis.sentences.indices {
            let tokens = analysis.sentences[number].tokens
            let quantities = Self.advance(&quantity, mentions.quantities, upTo: tokens.end) { $0.tokens.start }
            let times = Self.advance(&time, mentions.times, upTo: tokens.end) { $0.tokens.start }
            defer { noteNarrativeTime(number, mentions.times[times]) }
            guard tokens.range.contains(where: { index.isTrigger(analysis.tokens[$0].word) }) else { continue }
            let context = SentenceContext(
                analysis: analysis, index: index, number: number, quantities: mentions.quantities[quantities],
                times: mentions.times[times])
            read(context)
        }
        return finish()
    }

    /// The range of elements that begin before token `end`, from `cursor` on.
    private static func advance<Element>(
        _ cursor: inout Int, _ elements: [Element], upTo end: Int, start: (Element) -> Int
    ) -> Range<Int> {
        let first = cursor
        while cursor < elements.count, start(elements[cursor]) < end { cursor += 1 }
        return first..<cursor
    }

    private mutating func noteNarrativeTime(_ sentence: Int, _ times: ArraySlice<TimeExpression>) {
        let start = analysis.sentences[sentence].tokens.start
        // A day at the begin of a news sentence tells when somebody spoke; a month or a year sets the scene.
        guard let time = times.first, time.tokens.start <= start + 1, let days = time.closedDays, days.days >= 28
        else { return }
        narrative = (ClaimTime(text: analysis.string(time.tokens), days: days), sentence)
    }

    /// The date that the sentence before opened with, in the same paragraph.
    private func narrativeTime(before sentence: Int) -> ClaimTime? {
        guard let narrative, narrative.sentence == sentence - 1,
            analysis.sentences[narrative.sentence].block == analysis.sentences[sentence].block
        else { return nil }
        return narrative.time
    }

    private mutating func read(_ context: SentenceContext) {
        var events = EventFinder(reading: reading, context: context).mentions()
        for event in events.indices where events[event].time == nil && !events[event].isDefinite {
            events[event].time = narrativeTime(before: context.number)
        }
        let isOpening = opening.contains(context.number)
        let records = events.map { discourse.resolve($0, isOpening: isOpening) }
        tellings += zip(events, records).map {
            Telling(sentence: context.number, words: $0.trigger, record: $1, isAside: $0.isComparison || $0.isOther)
        }
        let scopes = CasualtyScope(reading: reading, context: context)
        for match in FrameMatcher(reading: reading, context: context).matches() {
            let event = nearestEvent(to: match, events)
            let record = event.map { records[$0] } ?? passageRecord(in: context, isOpening: isOpening)
            let several = scopes.severalEvents(match, event: event.map { events[$0] })
            let claim = claim(match, scope: scopes.scope(of: match, after: drafts) + several, in: context)
            drafts.append(
                EventDraft(
                    claim: claim, record: record, tally: match.tally, extent: match.extent,
                    spansEvents: !several.isEmpty, isPart: isPart(match), isLeast: isLeast(match),
                    degree: scopes.settledDegree(match)))
            taken.formUnion(match.tally.quantities)
        }
    }

    /// The sentences of the headline, and the first two after it.
    private static func openingSentences(of analysis: Analysis) -> Set<Int> {
        var opening: Set<Int> = []
        var told = 0
        for (number, sentence) in analysis.sentences.enumerated() {
            let isHeadline = analysis.document.blocks[sentence.block].kind == .headline
            if !isHeadline { told += 1 }
            if told > 2 { break }
            opening.insert(number)
        }
        return opening
    }
}

// MARK: - The subject

extension ExtractionPass {
    /// The event of its own sentence that a match is about.
    private func nearestEvent(to match: FrameMatch, _ events: [EventMention]) -> Int? {
        let frame = index.rules.attributes[match.rule].frames[match.frame]
        // "in revenge for a triple shooting": the noun with its number is the event.
        if frame.role == .multiple, let event = events.firstIndex(where: { $0.trigger.overlaps(match.trigger) }) {
            return event
        }
        let own = events.indices.filter { !events[$0].trigger.overlaps(match.trigger) || events.count == 1 }
        func distance(_ event: Int) -> Int { events[event].distance(to: match.trigger) }
        return own.min { (distance($0), $0) < (distance($1), $1) }
    }

    /// The record of a match whose sentence tells no event: the one told last, else an incident of its own.
    private mutating func passageRecord(in context: SentenceContext, isOpening: Bool) -> Int {
        let places = PlaceFinder(reading: reading, context: context).places().map(\.text)
        let dated = context.times.first { $0.closedDays != nil }
        let time = dated.flatMap { dated in
            dated.closedDays.map { ClaimTime(text: context.analysis.string(dated.tokens), days: $0) }
        }
        let opensElsewhere = index.flags(analysis.tokens[context.range.lowerBound].word).contains(.locative)
        if let antecedent = discourse.antecedent(
            places: opensElsewhere ? places : [], time: time?.days, sentence: context.number)
        {
            return antecedent
        }
        return discourse.addIncident(
            places: places, time: time, sentence: context.number, isOpening: isOpening)
    }

    private func subject(_ record: EventRecord) -> Subject {
        let kind = record.rule.map { index.rules.events[$0].kind } ?? "incident"
        let around = record.isMain ? surroundings.filter { !PlaceName.share([$0], record.places + people) } : []
        let event = Event(
            kind: kind, places: record.places, names: around, people: record.isMain ? people : [],
            time: record.time?.days)
        return Subject(kind: .event, text: event.title(time: record.time?.text), key: event.key, event: event)
    }

    /// The places that the headline and the first sentences name, each once.
    private func openingPlaces() -> [String] {
        var names: [String] = []
        let sentences = analysis.sentences.indices.prefix(opening.count + 4)
        let end = sentences.last.map { analysis.sentences[$0].tokens.end } ?? 0
        let times = mentions.times.prefix { $0.tokens.start < end }
        for number in sentences {
            let context = SentenceContext(
                analysis: analysis, index: index, number: number, quantities: [], times: times)
            for place in PlaceFinder(reading: reading, context: context).places()
            where !PlaceName.share([place.text], names) {
                names.append(place.text)
            }
        }
        return names
    }

    private mutating func finish() -> Extraction {
        discourse.chooseMain(figures: Dictionary(drafts.map { ($0.record, 1) }, uniquingKeysWith: +))
        if discourse.records.contains(where: \.isMain) {
            surroundings = openingPlaces()
            for name in reading.surroundings() where !PlaceName.share([name], surroundings) {
                surroundings.append(name)
            }
            people = reading.people()
        }
        let subjects = discourse.records.map(subject)
        let about = reading.about()
        drafts = CasualtyAccount(reading: reading, records: discourse.records).settled(drafts)
        drafts += CasualtyOutcome(reading: reading, records: discourse.records).drafts(of: drafts)
        var claims = drafts.map { draft in
            var claim = draft.claim
            claim.subject = subjects[draft.record]
            claim.isMain = discourse.records[draft.record].isMain
            claim.time = claim.time ?? discourse.records[draft.record].time
            return claim
        }
        // What a rule has read needs no second claim of another kind.
        let read = Set(claims.map(\.value.text))
        let told = self
        let topic = analysis.document.metadata.title ?? about.first ?? analysis.document.id
        let subject = Subject(kind: .topic, text: topic, key: "topic:" + (about.first ?? ""))
        let resolver = SubjectResolver(reading: reading, topic: subject) {
            told.passageRecord($0).map { subjects[$0] } ?? subject
        }
        claims += ClaimFinders.drafts(by: resolver.clauses).map { claim($0, resolver: resolver) }
            .filter { other in !read.contains(other.value.text) || !claims.contains { $0.overlaps(other) } }
        claims = checked(claims) { claim($0, resolver: resolver) }
        let all = titles(in: claims, besides: about) + about
        for index in claims.indices { claims[index].about = all }
        let unread = mentions.quantities.count - taken.count
        return Extraction(
            claims: claims, events: subjects,
            main: zip(subjects, discourse.records).first { $1.isMain }?.0,
            leftAside: unread > 0 ? ["no-rule": unread] : [:])
    }
}

// MARK: - The claim

extension ExtractionPass {
    /// The claims with those that contradict each other in the document marked, and in the order of the text.
    private func checked(_ claims: [Claim], make: (Draft) -> Claim) -> [Claim] {
        // Claims are large, so their places are sorted.
        func ordered(_ claims: [Claim]) -> [Claim] {
            let order = claims.indices.sorted {
                (claims[$0].span, claims[$0].rule) < (claims[$1].span, claims[$1].rule)
            }
            return order.elementsEqual(claims.indices) ? claims : order.map { claims[$0] }
        }
        var recorder = CheckRecorder(ordered(claims))
        for finding in Checks.findings(in: reading, claims: recorder.claims) { recorder.record(finding, make: make) }
        return ordered(recorder.claims)
    }

    /// The names that the opening tells a fact of, as in "Saltmarsh is a novel", where they are no names that are known by sight.
    private func titles(in claims: [Claim], besides about: [String]) -> [String] {
        var titles: [String] = []
        for claim in claims {
            let isFact = claim.rule.hasPrefix("kind.") || claim.rule.hasPrefix("place.")
            guard let entity = claim.subject.entity, let name = entity.name, isFact || isWritten(entity, claim),
                isOpening(claim)
            else { continue }
            let key = PlaceName.key(name)
            if !about.contains(key), !titles.contains(key) { titles.append(key) }
        }
        return titles
    }

    /// A name that is told by its capitals alone; what a row of a table begins with is none.
    private func isWritten(_ entity: Entity, _ claim: Claim) -> Bool {
        entity.type == nil && claim.rule != "open.table" && claim.value.time != nil
    }

    private func isOpening(_ claim: Claim) -> Bool {
        opening.contains { analysis.bytes(of: analysis.sentences[$0].tokens) == claim.sentenceSpan }
    }

    /// The claim that a draft becomes.
    private func claim(_ draft: Draft, resolver: SubjectResolver) -> Claim {
        let sentence = Int(reading.sentenceOf[draft.tokens.start])
        let context = SentenceContext(
            analysis: analysis, index: index, number: sentence, quantities: [], times: [])
        let qualifiers = Qualifiers(reading: reading, context: context)
        let span = analysis.bytes(of: draft.tokens)
        let sentenceSpan = analysis.bytes(of: analysis.sentences[sentence].tokens)
        let document = analysis.document
        let subject = resolver.subject(draft.subject, at: draft.tokens)
        var modality = draft.modality ?? qualifiers.modality(of: draft.tokens.range)
        if draft.isPermission, modality == .hypothetical { modality = .asserted }
        if draft.isPresupposed, modality == .hypothetical || modality == .forecast { modality = .asserted }
        return Claim(
            id: "", document: document.id, subject: subject, attribute: draft.attribute, value: draft.value,
            scope: draft.scope, attribution: draft.isOwnVoice ? nil : qualifiers.attribution(of: draft.tokens.range),
            modality: modality, time: draft.time, span: span,
            sentenceSpan: sentenceSpan,
            quote: document.string(span).collapsingWhitespace,
            sentence: document.string(sentenceSpan).collapsingWhitespace,
            position: document.sourceMap.position(of: span.start), rule: draft.rule,
            derivation: Derivation(
                rule: draft.rule, span: span, reading: draft.attribute, children: [Self.evidence(draft.value, span)]),
            isMain: false, isOpen: draft.isOpen, terms: draft.terms ?? clauseTerms(draft.tokens),
            asOf: document.metadata.published, published: document.metadata.published)
    }

    /// What was read as the value of a claim.
    private static func evidence(_ value: ClaimValue, _ span: ByteSpan) -> Derivation {
        let stage =
            switch value.content {
            case .quantity: "quantity"
            case .time: "time"
            case .rank: "rank"
            case .place: "place"
            case .name: "name"
            case .set: "list"
            case .polarity: "yes or no"
            case .words: "words"
            }
        return Derivation(rule: stage, span: span, reading: value.readingWithUnit)
    }

    private func clauseTerms(_ tokens: TokenSpan) -> [String] {
        let clause = reading.predicate(of: reading.head(of: tokens)).map(reading.clause) ?? Array(tokens.range)
        return reading.terms(clause)
    }

    /// The event that some words are about which name none: the nearest of their sentence, else the one told last before in
    /// their paragraph. An incident that no word names is no subject.
    private func passageRecord(_ tokens: TokenSpan) -> Int? {
        let sentence = Int(reading.sentenceOf[tokens.start])
        let end = tellings(upTo: sentence)
        let own = tellings[..<end].reversed().prefix { $0.sentence == sentence }
        if let nearest = own.min(by: { $0.distance(to: tokens) < $1.distance(to: tokens) }) { return nearest.record }
        let block = analysis.sentences[sentence].block
        let before = tellings[..<end].reversed().prefix { analysis.sentences[$0.sentence].block == block }
        return before.first { !$0.isAside }?.record
    }

    /// How many tellings stand in a sentence and those before it.
    private func tellings(upTo sentence: Int) -> Int {
        var (low, high) = (0, tellings.count)
        while low < high {
            let middle = (low + high) / 2
            if tellings[middle].sentence <= sentence { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func claim(_ match: FrameMatch, scope: [String], in context: SentenceContext) -> Claim {
        let rule = index.rules.attributes[match.rule]
        let span = analysis.bytes(of: match.extent)
        let sentenceSpan = analysis.bytes(of: analysis.sentences[context.number].tokens)
        let qualifiers = Qualifiers(reading: reading, context: context)
        let document = analysis.document
        let evidence = [
            Derivation(
                rule: match.tally.quantities.isEmpty ? "person" : "quantity",
                span: analysis.bytes(of: match.tally.tokens), reading: "\(match.tally.interval) \(rule.unit)"),
            Derivation(
                rule: "\(rule.frames[match.frame].role.rawValue)-frame",
                span: analysis.bytes(of: TokenSpan(match.trigger.lowerBound, match.trigger.upperBound)),
                reading: analysis.string(TokenSpan(match.trigger.lowerBound, match.trigger.upperBound))),
        ]
        return Claim(
            id: "", document: document.id, subject: Subject(kind: .event, text: "", key: ""), attribute: rule.attribute,
            value: value(match.tally, in: context, unit: rule.unit),
            scope: scope,
            attribution: qualifiers.attribution(of: match.extent.range),
            modality: qualifiers.modality(of: match.extent.range, trigger: match.trigger.upperBound - 1), time: nil,
            span: span, sentenceSpan: sentenceSpan, quote: document.string(span).collapsingWhitespace,
            sentence: document.string(sentenceSpan).collapsingWhitespace,
            position: document.sourceMap.position(of: span.start), rule: rule.id,
            derivation: Derivation(rule: rule.id, span: span, reading: rule.attribute, children: evidence),
            isMain: false, asOf: asOf(match, in: context), published: document.metadata.published)
    }

    /// "Among the dead were 12 children": never all of them.
    private func isPart(_ match: FrameMatch) -> Bool {
        index.rules.attributes[match.rule].frames[match.frame].role == .members
    }

    private func isLeast(_ match: FrameMatch) -> Bool {
        index.rules.attributes[match.rule].frames[match.frame].isLeast
    }

    private func value(_ tally: Tally, in context: SentenceContext, unit: String) -> ClaimValue {
        let text = analysis.string(tally.tokens).collapsingWhitespace
        let figure =
            tally.quantities.count == 1 && tally.persons.isEmpty
            ? analysis.string(context.quantities[tally.quantities[0]].tokens).collapsingWhitespace : text
        return ClaimValue(
            text: text, figure: figure, interval: tally.interval,
            bound: tally.bound.flatMap(ClaimQuantity.Bound.init), isApproximate: tally.isApproximate, unit: unit,
            precision: tally.precision)
    }

    /// The days that a changing figure was given for: a time in its own clause, else the publication.
    private func asOf(_ match: FrameMatch, in context: SentenceContext) -> DayInterval? {
        let role = index.rules.attributes[match.rule].frames[match.frame].role
        guard role == .measure else { return analysis.document.metadata.published }
        let clause = context.clauseStart(of: match.trigger.lowerBound)
        let told = context.times.first { $0.closedDays != nil && $0.tokens.start >= clause }
        return told?.interval ?? analysis.document.metadata.published
    }
}

extension ClaimQuantity.Bound {
    /// "nearly" is an approximation; the interval says to which side.
    package init?(_ bound: Quantity.Bound) {
        switch bound {
        case .atLeast: self = .atLeast
        case .moreThan: self = .moreThan
        case .atMost: self = .atMost
        case .lessThan: self = .lessThan
        case .nearly: return nil
        }
    }
}
