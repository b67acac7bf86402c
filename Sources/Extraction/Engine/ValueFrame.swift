import Documents
import Language
import Values

/// How a sentence tells of one quantity or time: what it counts, measures or dates, of what, and by which predicate. All
/// members but the first are tokens.
struct ValueFrame {
    var sort: MeasureRule.Sort
    /// Number, unit and counted noun; the words of a time.
    var extent: TokenSpan
    /// The noun that is counted: "27 [blocks]".
    var counted: Int?
    /// The noun that the quantity is a measure of: "a [premium] of 38 per cent", "the [cost] was £92,000".
    var measure: Int?
    /// The adjective that says what is measured: "1,108 metres [deep]".
    var adjective: Int?
    /// The verb, or predicate with a copula, of the clause.
    var predicate: Int?
    /// How the quantity's phrase, or the measure's, hangs on the predicate.
    var role: Role?
    /// The preposition of an oblique: "sold [for] £5m".
    var preposition: Int?
    /// A noun that the quantity's phrase hangs on without being its measure: "values the [brewer] at £492m".
    var anchor: Int?
    /// What the value is of, besides its measure: "a [town] of 38,000 people", "25 days of [holiday]", "the [limit] is 100
    /// requests".
    var whole: Int?
    /// What the number is a part of: "26 [of the dead]".
    var part: TokenSpan?
    /// The whole that the number is a part of, where it is told: "four of its [six] carriages".
    var total: Quantity?
    /// The number is itself such a whole, of which the clause tells nothing else.
    var isTotal = false
    /// The head of the phrase for what the value is told of.
    var holder: Int?
    /// What the value is told of where a clause leaves out its verb: "… and [Lomar] in May".
    var remnant: Int?
    /// What narrows a number that leaves out its noun: "and three [in the second]".
    var gapScope: TokenSpan?

    /// `undergoer` is the subject of a passive.
    enum Role { case subject, undergoer, object, oblique }
}

/// Finds the frame of each value in the tree of its sentence, and by the order of words where the tree leaves it open.
struct ValueFrameFinder {
    let reading: DocumentReading

    func frame(_ quantity: Quantity) -> ValueFrame {
        var frame = ValueFrame(
            sort: MeasureRule.Sort(quantity), extent: quantity.noun.map(quantity.tokens.union) ?? quantity.tokens)
        frame.part = part(of: quantity)
        var phrase = reading.head(of: quantity.tokens)
        if frame.part != nil {
            frame.total = total(in: frame.part)
            frame.counted = quantity.noun.map { $0.end - 1 } ?? frame.total?.noun.map(reading.head)
        } else if let gap = gap(quantity) {
            frame.counted = gap.noun
            frame.remnant = gap.remnant
            frame.gapScope = gap.scope
            phrase = gap.noun
        } else if let noun = quantity.noun {
            phrase = reading.head(of: noun)
            if quantity.unit != nil { frame.measure = phrase } else if !isIncrement(phrase) { frame.counted = phrase }
            // "a town of 38,000 people"
            if let head = reading.head(phrase), isNoun(head), isWord(frame.extent.start - 1, .of) { frame.whole = head }
        } else {
            phrase = attach(&frame, phrase)
        }
        if let noun = remark(around: frame) {
            frame.measure = noun.measure
            frame.holder = noun.holder
            return frame
        }
        if !isApposition(frame), !governByRelative(&frame) { govern(&frame, phrase) }
        frame.predicate = frame.predicate.map { outsideInsertion($0, frame.extent) }
        if frame.whole == nil { frame.whole = nounBetweenCommas(frame.extent) }
        if frame.whole == nil, quantity.unit != nil || quantity.kind == .ratio {
            frame.whole = nounAfterOf(frame.extent)
        }
        if frame.measure == nil { frame.measure = measureByOrder(frame) }
        if let counted = countedByNumber(frame) { frame.counted = counted }
        if frame.predicate == nil, !isApposition(frame) { governByOrder(&frame) }
        frame.holder = holder(of: frame)
        if quantity.kind == .age { takeOwnerOfAge(&frame) }
        if frame.total != nil, let part = frame.part { frame.extent = frame.extent.union(part) }
        if isTotal(quantity) {
            frame.isTotal = true
            frame.predicate = nil
            frame.role = nil
        }
        return frame
    }

    /// "The number of [pupils] stood at 536": they are what is counted.
    private func countedByNumber(_ frame: ValueFrame) -> Int? {
        guard frame.sort == .count, frame.counted == nil, let measure = frame.measure, isNumber(measure) else {
            return nil
        }
        return reading.syntax.dependents(of: measure).first { noun in
            isNoun(noun) && reading.relation(noun) == .nominalModifier && isWord(preposition(of: noun), .of)
        }
    }

    private func isNumber(_ noun: Int) -> Bool { Self.numbers.contains(reading.lemmas[noun]) }
    private static let numbers = FoldedForm.hashes("number total")

    /// "Ana Ruiz, 58, said": the age is hers who stands before it, whatever the clause tells; "his 25-year-old father": it is
    /// that of the noun, whoever's father he is.
    private func takeOwnerOfAge(_ frame: inout ValueFrame) {
        if let who = whoIsOld(frame.extent) {
            (frame.holder, frame.predicate, frame.measure) = (who, nil, isPerson(who) ? nil : who)
            return
        }
        if let noun = frame.measure, noun >= frame.extent.end, isPerson(noun) {
            frame.holder = apposedName(behind: noun) ?? nameBeside(noun) ?? noun
            frame.predicate = nil
            return
        }
        let before = frame.extent.start - 2
        guard before >= 0, isWord(before + 1, .comma), isNoun(before) else {
            // "A 29-year-old was held on suspicion": it is the age of nobody told of elsewhere in the clause.
            if frame.role == .subject { (frame.role, frame.holder) = (nil, nil) }
            return
        }
        // "She died in Orton on Sunday, aged 91": no age of the place or of the day.
        if isSetting(before), let predicate = reading.predicate(of: before), let subject = subject(of: predicate) {
            (frame.holder, frame.predicate, frame.measure) = (subject, predicate, nil)
            return
        }
        frame.holder = before
        frame.predicate = nil
        frame.measure = reading.names.name(at: before)?.span.start ?? before
    }

    /// The last word of a date, or a place behind its preposition.
    private func isSetting(_ token: Int) -> Bool {
        if reading.times(in: reading.tokens(ofSentence: token)).contains(where: { $0.tokens.range.contains(token) }) {
            return true
        }
        guard let name = reading.names.name(at: token), name.type == .place, name.span.start > 0 else { return false }
        return reading.part(name.span.start - 1) == .adposition
    }

    /// "[Ana Ruiz] is 58 years old"
    private func whoIsOld(_ extent: TokenSpan) -> Int? {
        guard let last = extent.range.last, reading.part(last) == .adjective else { return nil }
        return copularSubject(of: last)
    }

    /// "the 58-year-old driver, [Ana Ruiz]," and "[Ana Ruiz], a 58-year-old driver,": one is told beside the other.
    func nameBeside(_ noun: Int) -> Int? {
        let beside =
            reading.syntax.dependent(of: noun, .apposition)
            ?? (reading.relation(noun) == .apposition ? reading.head(noun) : nil)
        return beside.flatMap { reading.names.name(at: $0)?.type == .person ? $0 : nil }
    }

    func isPerson(_ noun: Int) -> Bool {
        let flags = reading.flags(noun)
        if !flags.isDisjoint(with: [.person, .anyone]) { return true }
        return entry(noun).map(reading.english.lexicon.mainSense) == .person
    }

    /// "his 25-year-old father [Christopher Few]"
    private func apposedName(behind noun: Int) -> Int? {
        guard noun + 1 < reading.analysis.tokens.count, reading.sentenceOf[noun + 1] == reading.sentenceOf[noun],
            reading.names.index(at: noun + 1) != nil
        else { return nil }
        return noun + 1
    }

    func frame(_ time: TimeExpression) -> ValueFrame {
        var frame = ValueFrame(sort: .date, extent: time.tokens)
        let phrase = reading.head(of: time.tokens)
        frame.preposition = preposition(of: phrase, frame.extent)
        if let noun = nounOfTime(before: frame.extent) {
            frame.measure = noun
            frame.holder = owner(of: noun, without: frame.extent)
            return frame
        }
        // "The closing date is 3 June"
        if let subject = copularSubject(of: phrase) ?? nounBeforeCopula(frame.extent), isNoun(subject) {
            frame.measure = subject
            frame.holder = owner(of: subject, without: frame.extent)
            return frame
        }
        if let (verb, subject) = clauseOfTime(behind: time) {
            frame.extent = TokenSpan(frame.extent.start + 1, frame.extent.end)
            frame.predicate = verb
            frame.holder = subject
            return frame
        }
        if let verb = missedVerb(before: frame.extent) {
            frame.predicate = verb
            frame.role = .oblique
            frame.holder = verb - 1
            return frame
        }
        var noun: Int?
        var above = reading.head(phrase)
        while let head = above, isNoun(head), !reading.isPredicate(head), noun == nil {
            if isHappening(head), reading.relation(head) != .object { noun = head } else { above = reading.head(head) }
        }
        if let noun {
            frame.measure = noun
            frame.holder = owner(of: noun, without: frame.extent)
            if let head = reading.head(noun), reading.part(head) == .verb { frame.predicate = head }
        } else {
            frame.predicate = above.flatMap(reading.predicate)
            frame.role = .oblique
            if frame.predicate == nil { governByOrder(&frame) }
            frame.holder = frame.predicate.flatMap(subject)
            if let verb = frame.predicate.flatMap(firstToDo) { frame.predicate = verb }
        }
        frame.remnant = remnant(before: frame)
        return frame
    }

    /// "The [deadline] for entries is 3 June", whatever the tree makes of it.
    private func nounBeforeCopula(_ extent: TokenSpan) -> Int? {
        let copula = extent.start - 1
        let sentence = reading.tokens(ofSentence: extent.start)
        guard copula > sentence.start, reading.flags(copula).contains(.copula) else { return nil }
        let phrase = (sentence.start..<copula).reversed().prefix { token in
            Self.nominal.contains(reading.part(token)) || reading.features(token).contains(.gerund)
        }.reversed()
        return phrase.prefix { reading.part($0) != .adposition }.last.flatMap { isNoun($0) ? $0 : nil }
    }

    /// Parts of speech of the words of a noun phrase, with those that hang on it.
    private static let nominal: [PartOfSpeech] = [.noun, .properNoun, .adjective, .determiner, .adposition, .numeral]

    /// A length of time without a number, as what a verb tells.
    func frame(ofLength time: TimeExpression) -> ValueFrame {
        var frame = ValueFrame(sort: .unit(.time), extent: time.tokens)
        let phrase = reading.head(of: time.tokens)
        frame.preposition = preposition(of: phrase, frame.extent)
        frame.role = frame.preposition == nil ? .object : .oblique
        frame.predicate = reading.head(phrase).flatMap { reading.part($0) == .verb ? $0 : nil }
        frame.holder = frame.predicate.flatMap(subject)
        return frame
    }

    /// Takes the noun or adjective that a measured phrase belongs to, and goes on from there.
    private func attach(_ frame: inout ValueFrame, _ phrase: Int) -> Int {
        guard let head = reading.head(phrase), !reading.isValue(head), !hasDeterminer(between: frame.extent, head)
        else {
            return phrase
        }
        switch (reading.relation(phrase), reading.part(head)) {
        case (.compound, .noun), (.numericModifier, .noun), (.adjectivalModifier, .noun), (.descriptor, .noun),
            (.unmarkedNominalModifier, .noun), (.unmarkedOblique, .noun), (.apposition, .noun):
            frame.measure = head
            return head
        case (.nominalModifier, .noun) where isWord(preposition(of: phrase, frame.extent), .of):
            frame.measure = head
            return head
        case (.nominalModifier, .noun), (.nominalModifier, .properNoun):
            frame.anchor = head
            return phrase
        case (.conjunct, _): return phrase
        // "1,108 metres deep", "worth £3m", "as large as 5 GB"
        case (_, .adjective)
        where head > phrase || isWord(frame.extent.start - 1, .as) || head == frame.extent.start - 1:
            frame.adjective = head
            return head
        default: return phrase
        }
    }

    /// "the 120 its licence allows": another phrase begins behind the number.
    private func hasDeterminer(between extent: TokenSpan, _ head: Int) -> Bool {
        guard head > extent.end else { return false }
        return (extent.end..<head).contains { token in
            reading.flags(token).contains(.determiner)
        }
    }

    /// ", a premium of 38 per cent": a remark of its own, which the verb says nothing of.
    private func isApposition(_ frame: ValueFrame) -> Bool {
        guard let measure = frame.measure, measure < frame.extent.start, reading.relation(measure) == .apposition else {
            return false
        }
        return true
    }

    /// Finds the clause that a phrase stands in, and its role there.
    private func govern(_ frame: inout ValueFrame, _ phrase: Int) {
        var phrase = phrase
        // "X and Y", "from X to Y": what a phrase is joined to shares its role.
        while let head = reading.head(phrase), !reading.isPredicate(phrase), reading.part(head) != .verb,
            reading.relation(phrase) == .conjunct || reading.isValue(head) && !frame.extent.range.contains(head)
        {
            phrase = head
        }
        if let subject = copularSubject(of: phrase) {
            frame.predicate = phrase
            frame.role = .object
            if frame.measure == nil, frame.counted == nil, frame.adjective == nil, isNoun(subject) {
                frame.measure = subject
            } else if frame.whole == nil {
                frame.whole = subject
            }
            return
        }
        if frame.anchor != nil {
            frame.role = .oblique
            frame.preposition = preposition(of: phrase, frame.extent)
            frame.predicate = reading.head(phrase).flatMap(reading.predicate)
        } else {
            guard let head = reading.head(phrase) else { return }
            guard takeRole(&frame, phrase, under: head) else { return }
        }
        if frame.measure == nil, frame.counted == nil, let measured = measured(frame) { frame.measure = measured }
    }

    /// "the 120 that its licence allows", "the 54,000 who came"
    private func governByRelative(_ frame: inout ValueFrame) -> Bool {
        guard frame.counted == nil, frame.measure == nil, frame.sort == .count else { return false }
        let clause = reading.syntax.dependents(of: frame.extent.end - 1).first { dependent in
            (reading.relation(dependent) == .relativeClause || reading.relation(dependent) == .clausalModifier)
                && reading.part(dependent) == .verb
        }
        guard let clause = clause ?? contactClause(behind: frame.extent) else { return false }
        frame.predicate = clause
        let subject = reading.syntax.dependents(of: clause).first(where: isSubject)
        frame.role = subject.map(isRelative) ?? false ? .subject : .object
        return true
    }

    /// - Returns: false where the phrase hangs on no predicate.
    private func takeRole(_ frame: inout ValueFrame, _ phrase: Int, under head: Int) -> Bool {
        let relation = reading.relation(phrase)
        let isVerb = reading.part(head) == .verb || reading.part(head) == .auxiliary
        frame.predicate = isVerb ? head : reading.predicate(of: head)
        frame.preposition = preposition(of: phrase, frame.extent)
        guard frame.predicate == head else {
            frame.role = frame.preposition == nil ? .object : .oblique
            return false
        }
        switch relation {
        case .nominalSubject where isVerb: frame.role = .subject
        case .nominalSubject:
            frame.role = .subject
            // "Nine of those on deck were children": what they are is what is counted.
            let isBare = preposition(of: head) == nil && reading.part(head) == .noun
            if frame.counted == nil || frame.part != nil, isBare { frame.counted = head }
            return false
        case .passiveSubject: frame.role = .undergoer
        default: frame.role = frame.preposition == nil ? .object : .oblique
        }
        return true
    }

    /// What a verb of measuring gives the value of: "the [toll] rose to 34", "put the [damage] at £4m".
    private func measured(_ frame: ValueFrame) -> Int? {
        guard let predicate = frame.predicate, let role = frame.role, role == .object || role == .oblique else {
            return nil
        }
        let flags = reading.flags(predicate)
        let isAt = isWord(frame.preposition, .at)
        if role == .oblique,
            isAt
                || flags.contains(.measuring)
                    && (isWord(frame.preposition, .to) || isWord(frame.preposition, .from)),
            flags.contains(.measuring) || flags.contains(.speech),
            let object = reading.syntax.dependent(of: predicate, .object), isNoun(object)
        {
            return object
        }
        guard flags.contains(.measuring) || isAt && flags.contains(.speech), let subject = subject(of: predicate),
            isNoun(subject)
        else { return nil }
        return subject
    }
}

// MARK: - What the value is told of

extension ValueFrameFinder {
    /// "a high [girder], 196 metres long": what a measure with its adjective stands behind, as trees of such remarks are
    /// often wrong.
    private func nounBeforeComma(_ frame: ValueFrame, _ adjective: Int) -> Int? {
        let noun = frame.extent.start - 2
        guard adjective == frame.extent.end, noun >= reading.tokens(ofSentence: adjective).start,
            isWord(noun + 1, .comma), reading.part(noun) == .noun,
            reading.syntax.dependent(of: adjective, .copula) == nil
        else { return nil }
        return noun
    }

    private func holder(of frame: ValueFrame) -> Int? {
        // What is told of a number of things is told of the things.
        let noun = frame.measure.map { isNumber($0) ? frame.counted ?? $0 : $0 } ?? frame.counted
        if let noun, let owner = owner(of: noun, without: frame.extent) { return owner }
        if let adjective = frame.adjective {
            if let noun = nounBeforeComma(frame, adjective) { return noun }
            if let subject = subject(of: adjective) { return subject }
            if let head = reading.head(adjective), isNoun(head) { return head }
        }
        guard let predicate = frame.predicate, reading.part(predicate) == .verb else { return nil }
        // "The monitor listed 146 fighters": the fighters are not the monitor's.
        if reading.flags(predicate).contains(.speech) { return nil }
        // "The mayor put the damage at £4m": the damage is not the mayor's.
        if let measure = frame.measure, frame.role == .oblique, measure == object(of: predicate) { return nil }
        switch frame.role {
        // What people did as a number of them is told of what the passage is about; a rule may ask for more.
        case .subject: return nil
        case .undergoer: return oblique(of: predicate)
        case .object, .oblique:
            let subject = subject(of: predicate)
            return subject == frame.measure ? nil : subject
        case nil: return nil
        }
    }

    /// The possessor of a noun, the name before it, or what stands after "of" or "for" with it.
    func owner(of noun: Int, without extent: TokenSpan) -> Int? {
        // "Saturday's violence" is nobody's.
        if let possessor = reading.syntax.dependent(of: noun, .possessive), !extent.range.contains(possessor) {
            return possessor
        }
        var owner: Int?
        for dependent in reading.syntax.dependents(of: noun) where !extent.range.contains(dependent) {
            switch reading.relation(dependent) {
            case .compound where reading.part(dependent) == .properNoun && reading.names.index(at: dependent) != nil:
                return dependent
            case .nominalModifier where owner == nil:
                let preposition = preposition(of: dependent)
                let isOwner = isWord(preposition, .of) || isWord(preposition, .for)
                if isOwner, !isTime(dependent) { owner = dependent }
            default: continue
            }
        }
        return owner
    }

    /// The subject of a predicate; that of the clause it is joined to where it has none, and what a participle belongs to.
    func subject(of predicate: Int) -> Int? {
        var predicate = predicate
        for _ in 0..<4 {
            if let own = reading.syntax.dependents(of: predicate).first(where: isSubject) {
                return isRelative(own) ? reading.head(predicate).map(named) : own
            }
            // "the shortfall, put at £36m"
            let isBehind = predicate > 1 && isWord(predicate - 1, .comma) && isNoun(predicate - 2)
            if isBehind, reading.features(predicate).contains(.participle) || reading.relation(predicate) == .parataxis
            {
                return predicate - 2
            }
            guard let head = reading.head(predicate) else { return nil }
            if let subject = subjectToCome(of: predicate) { return subject }
            switch reading.relation(predicate) {
            case .clausalModifier where isJoinedByComma(predicate), .relativeClause where isJoinedByComma(predicate):
                return firstSubject(before: predicate)
            case .conjunct where reading.part(head) == .noun && isFinite(predicate):
                guard let verb = verb(before: predicate) else { return nil }
                predicate = verb
            case .openComplement where Self.commands.contains(reading.lemmas[head]):
                if let object = object(of: head) { return object }
                predicate = head
            case .conjunct, .openComplement, .adverbialClause: predicate = head
            case .clausalModifier, .relativeClause: return head
            default: return nil
            }
        }
        return nil
    }

    /// "The director is to go": of what is to come, the tree may have the subject for that of the copula.
    private func subjectToCome(of predicate: Int) -> Int? {
        guard reading.features(predicate).contains(.infinitive),
            reading.syntax.dependent(of: predicate, .copula) != nil
        else { return nil }
        return reading.syntax.dependent(of: predicate, .outerSubject)
    }

    /// "It was the work of a pupil, was finished in 1678": without a word that makes it relative, the clause goes on about
    /// the subject of the sentence.
    private func isJoinedByComma(_ predicate: Int) -> Bool {
        let auxiliary = reading.syntax.dependent(of: predicate, .passiveAuxiliary)
        guard let auxiliary, auxiliary > 0, isWord(auxiliary - 1, .comma) else { return false }
        return !reading.syntax.dependents(of: predicate).contains(where: isRelative)
    }

    /// Verbs whose object does what stands with "to": "ordered [him] to pay".
    private static let commands = FoldedForm.hashes(
        "order tell ask allow force require urge let make want expect help command instruct compel oblige enable permit"
    )

    private func firstSubject(before predicate: Int) -> Int? {
        (reading.tokens(ofSentence: predicate).start..<predicate).first(where: isSubject)
    }

    private func isFinite(_ verb: Int) -> Bool {
        reading.part(verb) == .verb
            && reading.features(verb).isDisjoint(with: [.participle, .infinitive, .gerund])
    }

    /// What is done something to: the object, the subject of a passive, or what money is paid for.
    func patient(of predicate: Int, without extent: TokenSpan) -> Int? {
        if let object = object(of: predicate), !extent.range.contains(object) {
            // "The museum opened its doors": the museum did.
            return Self.entrances.contains(reading.lemmas[object]) ? subject(of: predicate) ?? object : object
        }
        if let receiver = receiver(of: predicate) { return receiver }
        if let goal = goal(of: predicate, without: extent) { return goal }
        let features = reading.features(predicate)
        guard features.contains(.passive) || features.contains(.participle) else { return nil }
        return subject(of: predicate)
    }

    private static let entrances = FoldedForm.hashes("door gate")

    /// Who is given something: "handed [her] nine years".
    func receiver(of predicate: Int) -> Int? { reading.syntax.dependent(of: predicate, .indirectObject) }

    /// What stands after "for" with a noun or a verb.
    func goal(of token: Int, without extent: TokenSpan) -> Int? {
        reading.syntax.dependents(of: token).first {
            isWord(preposition(of: $0), .for) && !extent.range.contains($0) && !isTime($0)
        }
    }

    func isSubject(_ token: Int) -> Bool {
        reading.relation(token) == .nominalSubject || reading.relation(token) == .passiveSubject
    }

    private func copularSubject(of phrase: Int) -> Int? {
        guard reading.syntax.dependent(of: phrase, .copula) != nil else { return nil }
        return subject(of: phrase)
    }

    func object(of predicate: Int) -> Int? { reading.syntax.dependent(of: predicate, .object) }

    func oblique(of predicate: Int) -> Int? {
        reading.syntax.dependent(of: predicate, .agent) ?? reading.syntax.dependent(of: predicate, .oblique)
    }

    /// The preposition before a value: the word right before it, or at its begin ("since June"), goes before what the tree says,
    /// to which the "per" of "per cent" is one too.
    func preposition(of phrase: Int, _ extent: TokenSpan) -> Int? {
        guard extent.range.contains(phrase) else { return preposition(of: phrase) }
        // "since June" holds its preposition; the "about" of a number is none.
        let near = [extent.start, extent.start - 1].first { token in
            token >= 0 && reading.part(token) == .adposition
                && (token < extent.start || isWord(token, .since) || isWord(token, .until) || isWord(token, .by)
                    || isWord(token, .before))
        }
        if let near { return near }
        return preposition(of: phrase).flatMap { extent.range.contains($0) ? nil : $0 }
    }

    func preposition(of phrase: Int) -> Int? { reading.syntax.dependent(of: phrase, .caseMarker) }

    private func isRelative(_ token: Int) -> Bool { reading.features(token).contains(.relative) }
    /// "15 others"
    private func isIncrement(_ token: Int) -> Bool {
        reading.flags(token).contains(.increment)
    }

    func isNoun(_ token: Int) -> Bool { reading.part(token) == .noun || reading.part(token) == .properNoun }
    func isWord(_ token: Int?, _ word: FrameWord) -> Bool {
        token.map { reading.hash($0) == word.hash } ?? false
    }

    /// A noun for what takes place, which a date can belong to: "the flood of 2011".
    private func isHappening(_ token: Int) -> Bool {
        guard let entry = entry(token) else { return false }
        switch reading.english.lexicon.mainSense(entry) {
        case .act, .event, .phenomenon, .process: return true
        case .communication, .state, .cognition, .group, .possession, .relation:
            return !reading.english.lexicon.senses(entry).isDisjoint(with: Self.happenings)
        default: return false
        }
    }

    private static let happenings = WordSenses([.act, .event, .phenomenon, .process])

    func isTime(_ token: Int) -> Bool { entry(token).map(reading.english.lexicon.mainSense) == .time }

    private func entry(_ token: Int) -> Lexicon.Entry? {
        guard reading.part(token) == .noun else { return nil }
        return reading.english.lexicon.firstReading(hash: reading.lemmas[token]) { $0.form == .singular }?.entry
    }
}

/// The function words and marks that a frame is read by.
enum FrameWord: String, CaseIterable {
    case of, `for`, from, to, at, `as`, since, when, after, until, against, than, among, `in`, alone, the, who, by,
        before
    case comma = ","
    case colon = ":"
    case hyphen = "-"
    case opening = "("
    case closing = ")"

    var hash: UInt64 { Self.hashes[caseNumber(self)] }
    private static let hashes = allCases.map { FoldedForm($0.rawValue).hash }
}
