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
    /// Quantities that no rule took, by reason.
    public var leftAside: [String: Int]
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
    /// Claims with the event record each is about.
    var drafts: [(claim: Claim, record: Int)] = []
    var taken: Set<Int> = []
    /// Places that the opening of the document names.
    var surroundings: [String] = []
    /// The month or year that opened the sentence before: what follows in its paragraph happened then.
    var narrative: (time: ClaimTime, sentence: Int)?

    init(_ reading: DocumentReading) {
        self.reading = reading
        opening = Self.openingSentences(of: reading.analysis)
        discourse = Discourse(published: reading.analysis.document.metadata.published)
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
        var events = EventFinder(context: context).mentions()
        for event in events.indices where events[event].time == nil && !events[event].isDefinite {
            events[event].time = narrativeTime(before: context.number)
        }
        let isOpening = opening.contains(context.number)
        let records = events.map { discourse.resolve($0, isOpening: isOpening) }
        guard !context.quantities.isEmpty else { return }
        for match in FrameMatcher(context: context).matches() {
            let record = record(for: match, in: context, events: events, records: records, isOpening: isOpening)
            drafts.append((claim(match, in: context), record))
            taken.insert(match.quantity)
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
    /// The event record that a match is about: the event nearest in its sentence, else the one told last, else an incident
    /// of its own.
    private mutating func record(
        for match: FrameMatch, in context: SentenceContext, events: [EventMention], records: [Int], isOpening: Bool
    ) -> Int {
        let own = events.indices.filter { !events[$0].trigger.overlaps(match.trigger) || events.count == 1 }
        func distance(_ event: Int) -> Int { events[event].distance(to: match.trigger) }
        if let nearest = own.min(by: { (distance($0), $0) < (distance($1), $1) }) { return records[nearest] }
        let places = PlaceFinder(context: context).places().map(\.text)
        let dated = context.times.first { $0.closedDays != nil }
        let time = dated.flatMap { dated in
            dated.closedDays.map { ClaimTime(text: context.analysis.string(dated.tokens), days: $0) }
        }
        if let antecedent = discourse.antecedent(places: places, time: time?.days, sentence: context.number) {
            return antecedent
        }
        return discourse.addIncident(
            places: places, time: time, sentence: context.number, isOpening: isOpening)
    }

    private func subject(_ record: EventRecord) -> Subject {
        let kind = record.rule.map { index.rules.events[$0].kind } ?? "incident"
        let around = record.isMain ? surroundings.filter { !PlaceName.share([$0], record.places) } : []
        let event = Event(kind: kind, places: record.places, names: around, time: record.time?.days)
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
            for place in PlaceFinder(context: context).places() where !PlaceName.share([place.text], names) {
                names.append(place.text)
            }
        }
        return names
    }

    private mutating func finish() -> Extraction {
        discourse.chooseMain()
        if discourse.records.contains(where: \.isMain) { surroundings = openingPlaces() }
        let subjects = discourse.records.map(subject)
        let about = reading.about()
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
        let resolver = SubjectResolver(reading: reading) { told.passageSubject($0, about, subjects) }
        claims += ClaimFinders.drafts(of: reading).map { claim($0, resolver: resolver) }
            .filter { other in !read.contains(other.value.text) || !claims.contains { $0.overlaps(other) } }
        for index in claims.indices { claims[index].about = about }
        let unread = mentions.quantities.count - taken.count
        return Extraction(
            claims: claims.sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }, events: subjects,
            leftAside: unread > 0 ? ["no-rule": unread] : [:])
    }
}

// MARK: - The claim

extension ExtractionPass {
    /// The claim that a draft becomes.
    private func claim(_ draft: Draft, resolver: SubjectResolver) -> Claim {
        let sentence = Int(reading.sentenceOf[draft.tokens.start])
        let context = SentenceContext(
            analysis: analysis, index: index, number: sentence, quantities: [], times: [])
        let qualifiers = Qualifiers(context: context)
        let span = analysis.bytes(of: draft.tokens)
        let sentenceSpan = analysis.bytes(of: analysis.sentences[sentence].tokens)
        let document = analysis.document
        let subject = resolver.subject(draft.subject, at: draft.tokens)
        return Claim(
            id: "", document: document.id, subject: subject, attribute: draft.attribute, value: draft.value,
            scope: draft.scope, attribution: qualifiers.attribution(of: draft.tokens.range),
            modality: qualifiers.modality(of: draft.tokens.range), time: draft.time, span: span,
            sentenceSpan: sentenceSpan,
            quote: document.string(span).collapsingWhitespace,
            sentence: document.string(sentenceSpan).collapsingWhitespace,
            position: document.sourceMap.position(of: span.start), rule: draft.rule,
            derivation: Derivation(rule: draft.rule, span: span, reading: draft.attribute, children: draft.evidence),
            isMain: false, isOpen: draft.isOpen, terms: draft.terms ?? clauseTerms(draft.tokens),
            asOf: document.metadata.published, published: document.metadata.published)
    }

    private func clauseTerms(_ tokens: TokenSpan) -> [String] {
        let clause = reading.predicate(of: reading.head(of: tokens)).map(reading.clause) ?? Array(tokens.range)
        return reading.terms(clause)
    }

    /// The event told last before a sentence, else what the document is about.
    private func passageSubject(_ sentence: Int, _ about: [String], _ subjects: [Subject]) -> Subject {
        if let record = discourse.antecedent(places: [], time: nil, sentence: sentence) { return subjects[record] }
        let topic = analysis.document.metadata.title ?? about.first ?? analysis.document.id
        return Subject(kind: .topic, text: topic, key: "topic:" + (about.first ?? ""))
    }

    private func claim(_ match: FrameMatch, in context: SentenceContext) -> Claim {
        let rule = index.rules.attributes[match.rule]
        let quantity = context.quantities[match.quantity]
        let extent = context.extent(of: match.quantity)
        let span = analysis.bytes(of: match.extent)
        let sentenceSpan = analysis.bytes(of: analysis.sentences[context.number].tokens)
        let qualifiers = Qualifiers(context: context)
        let document = analysis.document
        let evidence = [
            Derivation(
                rule: "quantity", span: analysis.bytes(of: extent),
                reading: "\(quantity.interval) \(quantity.unit?.id ?? rule.unit)"),
            Derivation(
                rule: "\(rule.frames[match.frame].role.rawValue)-frame",
                span: analysis.bytes(of: TokenSpan(match.trigger.lowerBound, match.trigger.upperBound)),
                reading: rule.attribute),
        ]
        return Claim(
            id: "", document: document.id, subject: Subject(kind: .event, text: "", key: ""), attribute: rule.attribute,
            value: value(quantity, extent: extent, unit: rule.unit), scope: scope(match, in: context),
            attribution: qualifiers.attribution(of: match.extent.range),
            modality: qualifiers.modality(of: match.extent.range), time: nil,
            span: span, sentenceSpan: sentenceSpan, quote: document.string(span).collapsingWhitespace,
            sentence: document.string(sentenceSpan).collapsingWhitespace,
            position: document.sourceMap.position(of: span.start), rule: rule.id,
            derivation: Derivation(rule: rule.id, span: span, reading: rule.attribute, children: evidence),
            isMain: false, asOf: asOf(match, in: context), published: document.metadata.published)
    }

    private func value(_ quantity: Quantity, extent: TokenSpan, unit: String) -> ClaimValue {
        ClaimValue(
            text: analysis.string(extent).collapsingWhitespace,
            figure: analysis.string(quantity.tokens).collapsingWhitespace, interval: quantity.interval,
            bound: quantity.bound.flatMap(ClaimQuantity.Bound.init), isApproximate: quantity.approximate, unit: unit,
            precision: quantity.precision)
    }

    /// The group that the figure counts, and "further" for a figure that comes on top of one told before.
    private func scope(_ match: FrameMatch, in context: SentenceContext) -> [String] {
        var scope: [String] = []
        if let group = context.group(of: match.quantity, trigger: match.trigger) { scope.append(group) }
        let extent = context.extent(of: match.quantity)
        let others = drafts.last?.claim.sentenceSpan == analysis.bytes(of: analysis.sentences[context.number].tokens)
        let around = max(extent.start - 2, context.range.lowerBound)..<min(extent.end + 1, context.range.upperBound)
        // "nine killed and 40 more hurt": more people than the nine, and all of the hurt.
        if !others, around.contains(where: { context.flags($0).contains(.increment) && !isBoundWord($0, context) }) {
            scope.append("further")
        }
        return scope
    }

    /// The "more" of "more than" adds nothing.
    private func isBoundWord(_ token: Int, _ context: SentenceContext) -> Bool {
        context.isWord("more", token) && context.isWord("than", token + 1)
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
    init?(_ bound: Quantity.Bound) {
        switch bound {
        case .atLeast: self = .atLeast
        case .moreThan: self = .moreThan
        case .atMost: self = .atMost
        case .lessThan: self = .lessThan
        case .nearly: return nil
        }
    }
}
