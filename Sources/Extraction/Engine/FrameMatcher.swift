import Documents
import FoundationEssentials
import Language
import Values

/// Where a frame's words were found and which people fill its value.
struct FrameMatch {
    var rule: Int
    var frame: Int
    var trigger: Range<Int>
    var tally: Tally
    /// Trigger, value, and the words that the frame asks for besides.
    var extent: TokenSpan
}

/// Finds the value of each frame that a sentence evokes: by the roles of the dependency tree, and by word order where the
/// tree gives none.
struct FrameMatcher {
    let reading: DocumentReading
    let context: SentenceContext
    private let roles: RoleFinder
    private let people: TallyReader

    init(reading: DocumentReading, context: SentenceContext) {
        self.reading = reading
        self.context = context
        roles = RoleFinder(reading: reading, context: context)
        people = TallyReader(reading: reading, context: context)
    }

    /// All matches of a sentence, in the order of their triggers; some people fill one frame of a rule only.
    func matches() -> [FrameMatch] {
        var found: [FrameMatch] = []
        for token in context.range where context.index.isTrigger(context.word(token)) {
            for trigger in context.index.triggers(context.word(token)) {
                guard case .frame(let rule, let frame) = trigger.target,
                    let words = context.words(of: trigger, at: token),
                    let match = match(trigger, rule: rule, frame: frame, at: words)
                else { continue }
                let isMembers = context.index.rules.attributes[rule].frames[frame].role == .members
                let parts = groups(of: match, isMembers: isMembers)
                if !parts.isEmpty {
                    found.removeAll { $0.rule == rule && $0.tally.tokens.overlaps(match.tally.tokens) }
                    found += parts
                } else if let same = found.firstIndex(where: {
                    $0.rule == rule && $0.tally.tokens.overlaps(match.tally.tokens)
                }) {
                    // The fuller reading of one list.
                    if found[same].tally.tokens.count < match.tally.tokens.count { found[same] = match }
                } else {
                    found.append(match)
                }
            }
        }
        return found
    }

    /// "312 civilians and 148 soldiers" are two figures, each of its group.
    private func groups(of match: FrameMatch, isMembers: Bool) -> [FrameMatch] {
        let quantities = match.tally.quantities
        guard isMembers || quantities.count > 1 && match.tally.persons.isEmpty,
            quantities.allSatisfy({ context.countsGroup($0, trigger: match.trigger) || isMembers })
        else { return [] }
        let words = TokenSpan(match.trigger.lowerBound, match.trigger.upperBound)
        return quantities.map { quantity in
            let tally = people.counted(quantity)
            return FrameMatch(
                rule: match.rule, frame: match.frame, trigger: match.trigger, tally: tally,
                extent: words.union(tally.tokens))
        }
    }

    private func match(_ trigger: Trigger, rule: Int, frame: Int, at words: Range<Int>) -> FrameMatch? {
        let role = context.index.rules.attributes[rule].frames[frame].role
        if role == .patient, isShots(trigger, words) || isShotAt(words) { return nil }
        guard !isExcepted(rule: rule, frame: frame, words: words),
            let companions = companions(rule: rule, frame: frame, words: words),
            let tally = tally(role, trigger, words),
            tally.persons.isEmpty || context.index.rules.attributes[rule].countsPersons
        else { return nil }
        let counted = context.index.rules.attributes[rule].frames[frame].isLeast ? tally.orMore : tally
        var extent = tally.tokens.union(TokenSpan(words.lowerBound, words.upperBound))
        for token in companions { extent = extent.union(TokenSpan(token, token + 1)) }
        if tally.tokens.start < words.lowerBound, context.flags(extent.start - 2).contains(.measuring),
            context.isWord("to", extent.start - 1)
        {
            extent = TokenSpan(extent.start - 2, extent.end)
        }
        return FrameMatch(rule: rule, frame: frame, trigger: words, tally: counted, extent: extent)
    }

    /// "Twelve shots were fired": a noun, whatever the tree takes it for.
    private func isShots(_ trigger: Trigger, _ words: Range<Int>) -> Bool {
        let token = words.upperBound - 1
        guard trigger.forms.contains(.thirdPerson) else { return false }
        return reading.part(token) == .noun
            || context.quantities.contains { $0.kind == .cardinal && $0.noun?.range.contains(token) ?? false }
            || context.quantity(at: token - 1).map { context.quantities[$0].number.end == token } ?? false
    }

    /// "shot at them", "were shot at by a guard": who was hit is not told.
    private func isShotAt(_ words: Range<Int>) -> Bool {
        let at = words.upperBound
        return context.isWord("at", at)
            && (reading.relation(at) != .caseMarker || context.isWord("by", at + 1)
                || context.flags(at + 1).contains(.pronoun) && !context.flags(at + 1).contains(.relative))
    }

    private func tally(_ role: Frame.Role, _ trigger: Trigger, _ words: Range<Int>) -> Tally? {
        if role == .holder, !trigger.forms.isDisjoint(with: [.singular, .plural]) { return held(trigger, words) }
        if role == .holder, context.isAdverb(words.upperBound - 1) { return told(byAdverb: words) }
        if let tally = adjacent(role, trigger, words) { return tally }
        let isParticiple = trigger.forms.contains(.participle) && !hasObject(after: words.upperBound)
        for head in roles.fillers(role, of: words.upperBound - 1, canBePassive: isParticiple)
        where context.range.contains(head) && (role == .undergoer || !isLocated(head)) {
            if let tally = people.tally(at: head, trigger: words), fits(tally, words) {
                return tally.isOnePerson ? whole(tally, words) : tally
            }
        }
        if role == .undergoer, let person = undergoer(after: words) { return person }
        if role == .multiple { return multiple(words) }
        if role == .members { return members(words) }
        if let quantity = quantityByOrder(role, trigger, words), context.countsPeople(quantity, trigger: words) {
            let head = context.head(of: quantity) ?? context.quantities[quantity].number.start
            let tally = people.tally(at: head, trigger: words) ?? people.counted(quantity)
            return fits(tally, words) ? tally : nil
        }
        return personByOrder(role, trigger, words)
    }

    /// "Four were shot, one fatally": a bare number and the adverb, with no verb of their own.
    private func told(byAdverb words: Range<Int>) -> Tally? {
        let next = words.upperBound
        let ends =
            !context.range.contains(next) || context.isClauseMark(next) || context.flags(next).contains(.preposition)
            || context.analysis.tokens[next].kind == .punctuation
        guard ends, let quantity = context.quantity(at: words.lowerBound - 1),
            context.countsPeople(quantity, trigger: words),
            context.quantities[quantity].number.end == words.lowerBound
        else { return nil }
        return people.counted(quantity)
    }

    /// "a boy with a gunshot wound": a noun tells by the tree alone who has what it names; "two wounds" are no two people.
    private func held(_ trigger: Trigger, _ words: Range<Int>) -> Tally? {
        for head in roles.fillers(.holder, of: words.upperBound - 1, canBePassive: false)
        where context.range.contains(head) && !isLocated(head) {
            if let tally = people.tally(at: head, trigger: words), fits(tally, words) {
                return tally.isOnePerson ? whole(tally, words) : tally
            }
        }
        return nil
    }

    /// "killed off Scott Street": where it happened, not whom.
    private func isLocated(_ head: Int) -> Bool {
        reading.syntax.dependent(of: head, .caseMarker).map { context.flags($0).contains(.locative) }
            ?? context.flags(people.phrase(of: head).start - 1).contains(.locative)
    }

    /// "one dead, three wounded": a number or a person right before the word, which has no object.
    private func adjacent(_ role: Frame.Role, _ trigger: Trigger, _ words: Range<Int>) -> Tally? {
        var before = words.lowerBound - 1
        while context.isAdverb(before), context.quantity(at: before) == nil { before -= 1 }
        guard role == .holder || role == .patient && trigger.forms.contains(.participle),
            let quantity = context.quantity(at: words.lowerBound) ?? context.quantity(at: before),
            context.quantities[quantity].tokens.end <= words.lowerBound, !hasObject(after: words.upperBound),
            context.countsPeople(quantity, trigger: words)
        else { return nil }
        let first = context.extent(of: quantity).start - 1
        // "ends with one dead, four hurt"
        let isSettled =
            !context.flags(first).contains(.preposition) || context.isWord("with", first)
            || context.isPartOfNumber(quantity) && isWhole(quantity, words)
        guard isSettled, !context.isWord("and", first) || isTrigger(first - 1) else { return nil }
        let tally = people.counted(quantity)
        return fits(tally, words) ? tally : nil
    }

    private func quantityByOrder(_ role: Frame.Role, _ trigger: Trigger, _ words: Range<Int>) -> Int? {
        switch role {
        case .patient: patient(words, trigger.forms)
        case .agent: left(of: words.lowerBound)?.quantity
        case .holder: holder(words)
        case .measure: measureAfter(words) ?? measureBefore(words.lowerBound)
        case .counted: counted(words)
        case .undergoer: context.isWord("of", words.upperBound) ? right(of: words.upperBound + 1) : nil
        case .multiple, .members: nil
        }
    }

    /// A part of a group ("26 of the dead had been identified") is no total; only "killed four of them" counts all killed.
    private func fits(_ tally: Tally, _ words: Range<Int>) -> Bool {
        tally.quantities.allSatisfy { quantity in
            (!context.isPartOfNumber(quantity) || isWhole(quantity, words)) && !context.isInNumberList(quantity)
                && !context.isPartitive(quantity)
                || tally.tokens.start >= words.lowerBound
                    && (context.isPartOfPronoun(quantity) || context.isPartOfPeople(quantity))
        }
    }

    /// The 4 of "one of four people shot", "one of four who were shot": all of them were.
    private func isWhole(_ quantity: Int, _ words: Range<Int>) -> Bool {
        let end = context.extent(of: quantity).end
        return end <= words.lowerBound
            && (end..<words.lowerBound).allSatisfy { token in
                context.flags(token).contains(.auxiliary) || context.flags(token).contains(.relative)
                    || context.isAdverb(token) || isTrigger(token) || context.isWord("and", token)
            }
    }

    /// The words that a frame asks for besides its own: an object after the verb, a verb before the noun. nil where one is
    /// missing.
    private func companions(rule: Int, frame: Int, words: Range<Int>) -> [Int]? {
        let object = context.index.object(rule: rule, frame: frame)
        let with = context.index.with(rule: rule, frame: frame)
        var found: [Int] = []
        if !object.isEmpty {
            let end = max(words.upperBound, min(words.upperBound + 6, context.range.upperBound))
            let clause = (words.upperBound..<end).prefix { !context.isClauseMark($0) && !context.isWord("and", $0) }
            guard let token = clause.first(where: { object.contains(context.word($0)) }) else { return nil }
            found.append(token)
        }
        if !with.isEmpty {
            guard let token = companion(with, of: words) else { return nil }
            found.append(token)
        }
        return found
    }

    /// A word that stands before: an adverb right beside, any other within a few words. Of what is counted also the participle
    /// behind: "six lives were lost".
    private func companion(_ forms: Set<WordID>, of words: Range<Int>) -> Int? {
        let before = max(words.lowerBound - 8, context.range.lowerBound)..<words.lowerBound
        let after = words.upperBound..<max(words.upperBound, min(words.upperBound + 2, context.range.upperBound))
        return before.last { forms.contains(context.word($0)) && (!context.isAdverb($0) || words.lowerBound - $0 <= 2) }
            ?? after.first { forms.contains(context.word($0)) && context.isAdverb($0) }
            ?? participle(behind: words).flatMap { forms.contains(context.word($0)) ? $0 : nil }
    }

    /// "lives lost", "lives have now been claimed"
    private func participle(behind words: Range<Int>) -> Int? {
        var token = words.upperBound
        while context.flags(token).contains(.auxiliary) || context.isAdverb(token) { token += 1 }
        return context.range.contains(token) && reading.features(token).contains(.participle) ? token : nil
    }

    /// "suffering fatal injuries": one of the words that the frame must not stand with is near.
    private func isExcepted(rule: Int, frame: Int, words: Range<Int>) -> Bool {
        let except = context.index.unless(rule: rule, frame: frame)
        guard !except.isEmpty else { return false }
        let before = max(words.lowerBound - 3, context.range.lowerBound)..<words.lowerBound
        let after = words.upperBound..<max(words.upperBound, min(words.upperBound + 4, context.range.upperBound))
        // "Three were shot, one fatally": the others were not.
        let own = after.prefix { !context.isClauseMark($0) || context.quantity(at: $0 + 1) == nil }
        return before.contains { except.contains(context.word($0)) }
            || own.contains { except.contains(context.word($0)) }
    }

    /// "double homicide", "triple murder"; a murder and a suicide are two deaths at least.
    private func multiple(_ words: Range<Int>) -> Tally? {
        let before = words.lowerBound - 1
        if context.mark(before) == UInt8(ascii: "-"), context.isWord("murder", before - 1) {
            let two = Interval(lower: 2, upper: nil)
            return Tally(interval: two, bound: .atLeast, tokens: TokenSpan(before - 1, words.upperBound))
        }
        guard context.range.contains(before), let number = Self.multiples[context.analysis.tokens[before].hash] else {
            return nil
        }
        return Tally(interval: Interval(exactly: number), precision: 0.5, tokens: TokenSpan(before, words.upperBound))
    }

    /// "The dead included 12 children and two nurses", "Among the dead were 12 children", "among the dead it listed 12": the
    /// numbers of the list behind the verb, each a part.
    private func members(_ words: Range<Int>) -> Tally? {
        let isAmong = context.isWord("among", words.lowerBound - 1)
        let near = words.upperBound..<max(words.upperBound, min(words.upperBound + 4, context.range.upperBound))
        let verb = near.first { token in
            reading.isLemma(token, Self.includes)
                || isAmong && (context.flags(token).contains(.copula) || reading.part(token) == .verb)
        }
        guard let verb,
            near.lowerBound == verb || !near.prefix(while: { $0 < verb }).contains(where: context.isClauseMark),
            let first = right(of: verb + 1), isGroup(first, words)
        else { return nil }
        var sum = people.counted(first)
        while let quantity = member(after: sum.tokens.end), isGroup(quantity, words) {
            sum = sum.adding(people.counted(quantity))
        }
        return sum
    }

    private func isGroup(_ quantity: Int, _ words: Range<Int>) -> Bool {
        context.countsPeople(quantity, trigger: words) && context.group(of: quantity, trigger: words) != nil
            && !context.isPartitive(quantity)
    }

    /// The number behind a comma, an "and", or both.
    private func member(after end: Int) -> Int? {
        var place = end
        if context.mark(place) == UInt8(ascii: ",") { place += 1 }
        if context.isWord("and", place) { place += 1 }
        guard place > end, let quantity = context.quantity(at: place) else { return nil }
        return context.quantities[quantity].tokens.start == place ? quantity : nil
    }

    private static let includes = FoldedForm.hashes("include comprise number")

    private static let multiples: [UInt64: Decimal] = [
        FoldedForm("double").hash: 2, FoldedForm("triple").hash: 3, FoldedForm("quadruple").hash: 4,
        FoldedForm("quintuple").hash: 5, FoldedForm("sextuple").hash: 6,
    ]

    /// "Man killed", "Teen fatally shot": a headline whose verb the tree takes for something else.
    private func personByOrder(_ role: Frame.Role, _ trigger: Trigger, _ words: Range<Int>) -> Tally? {
        if role == .patient, let object = object(after: words, isGerund: trigger.forms.contains(.gerund)) {
            return object
        }
        guard role == .patient || role == .holder || role == .agent,
            role != .patient || trigger.forms.contains(.participle)
        else { return nil }
        var place = words.lowerBound - 1
        while context.range.contains(place), place > words.lowerBound - 5,
            context.isAdverb(place) || context.isWord("and", place)
                || isPassiveAuxiliary(place, role, trigger)
                || context.index.isTrigger(context.word(place)) && !reading.isPersonNoun(place)
        {
            place -= 1
        }
        guard context.range.contains(place), role == .agent || !hasObject(after: words.upperBound),
            let tally = people.tally(at: place, trigger: words), tally.isOnePerson, !tally.persons[0].isPronoun
        else { return role == .patient ? nil : opening(trigger, words) }
        let before = tally.tokens.start - 1
        if opensSentence(tally.tokens.start) || context.isWord("and", before) && isTrigger(before - 1) { return tally }
        if isPassiveAuxiliary(place + 1, role, trigger), isClauseStart(tally.tokens.start) { return tally }
        // "left a man dead", "found a boy suffering"
        if place + 1 == words.lowerBound, isFinding(before) { return tally }
        return fuller(tally, words)
    }

    /// "A person [was] found shot"
    private func isPassiveAuxiliary(_ token: Int, _ role: Frame.Role, _ trigger: Trigger) -> Bool {
        role == .patient && trigger.forms.contains(.participle) && context.flags(token).contains(.copula)
    }

    /// "after [a girl] was accidentally shot", "in which [a girl] was shot", but not "the father of [a girl] was shot".
    private func isClauseStart(_ token: Int) -> Bool {
        let before = context.flags(token - 1)
        return before.contains(.relative) || before.contains(.conjunction) && !context.isWord("and", token - 1)
            || context.isWord("before", token - 1) || before.contains(.speech)
    }

    /// "a communist [regime]": the person only tells of what sort something is.
    private func leadsOn(_ token: Int) -> Bool {
        guard context.range.contains(token), !context.isTime(token) else { return false }
        return [.noun, .properNoun, .adjective].contains(reading.part(token))
    }

    /// "critically wounded [his father]": the person right behind the verb.
    /// - Parameter isGerund: "[shooting] victim" has no object.
    private func object(after words: Range<Int>, isGerund: Bool) -> Tally? {
        for head in words.upperBound..<words.upperBound + 8 where context.range.contains(head) {
            if let person = people.member(at: head, trigger: words) {
                let isOwn =
                    person.tokens.start == words.upperBound && !context.isWord("'s", person.tokens.end)
                    && !context.isWord("’s", person.tokens.end)
                let isBare = person.tokens.count == 1 && person.persons.first?.name == nil
                return person.isOnePerson && !person.persons[0].isPronoun && isOwn && !(isBare && isGerund)
                    && !leadsOn(person.tokens.end) ? person : nil
            }
            guard isNominal(head) || isHyphen(head) && !context.isClauseMark(head) else { return nil }
        }
        return nil
    }

    /// The token can stand inside the phrase of a person.
    private func isNominal(_ token: Int) -> Bool {
        [.determiner, .adjective, .numeral, .noun, .properNoun, .pronoun].contains(reading.part(token))
    }

    private func isHyphen(_ token: Int) -> Bool { context.mark(token) == UInt8(ascii: "-") }

    private func isFinding(_ token: Int) -> Bool {
        context.range.contains(token) && reading.isWord(token, Self.findings)
    }

    private static let findings = FoldedForm.hashes("left leaves leaving leave found find finds")

    /// "the death of [19-year-old Ana Ruiz] Thursday"
    private func undergoer(after words: Range<Int>) -> Tally? {
        guard context.isWord("of", words.upperBound) else { return nil }
        for head in words.upperBound + 1..<words.upperBound + 9 where context.range.contains(head) {
            if let person = people.member(at: head, trigger: words) { return person.isOnePerson ? person : nil }
            guard isNominal(head) || isHyphen(head) else { return nil }
        }
        return nil
    }

    /// "[Man] shot in Tollbury dies", "[Teen] wounded at party pronounced dead": a headline that opens with one person and
    /// what befell him first.
    private func opening(_ trigger: Trigger, _ words: Range<Int>) -> Tally? {
        var last = words.lowerBound - 1
        let isPronounced = context.isWord("pronounced", last) || context.isWord("declared", last)
        while context.flags(last).contains(.auxiliary) || context.isAdverb(last) { last -= 1 }
        guard !trigger.forms.isDisjoint(with: [.thirdPerson, .past]) || isPronounced,
            let head = context.range.prefix(7).first(where: { people.member(at: $0, trigger: words) != nil }),
            let tally = people.member(at: head, trigger: words), tally.isOnePerson, !tally.persons[0].isPronoun,
            tally.tokens.start == context.range.lowerBound, tally.tokens.end < last
        else { return nil }
        if isAside(tally.tokens.end...last) { return tally }
        let isOneClause = (tally.tokens.end...last).allSatisfy { token in
            !context.isClauseMark(token)
                && (context.isWord("after", token)
                    || context.flags(token).isDisjoint(with: [.auxiliary, .conjunction, .relative, .pronoun]))
        }
        return isTrigger(tally.tokens.end) && isOneClause ? tally : nil
    }

    /// "Ana Ruiz[, 16,] died", "The student[, who was not named,] died": between two commas.
    private func isAside(_ tokens: ClosedRange<Int>) -> Bool {
        let commas = tokens.filter { context.mark($0) == UInt8(ascii: ",") }
        return commas == [tokens.lowerBound, tokens.upperBound]
            && !tokens.contains { context.mark($0) == UInt8(ascii: "\"") }
    }

    private func isTrigger(_ token: Int) -> Bool { context.index.isTrigger(context.word(token)) }

    /// One person as told, with the list that ends with him; nil where such a list stays unclear.
    private func whole(_ tally: Tally, _ words: Range<Int>) -> Tally? {
        var tally = tally
        tally.persons[0].isOther =
            tally.persons[0].isOther || (1...2).contains { context.isWord("also", words.lowerBound - $0) }
        let between = tally.tokens.end..<max(tally.tokens.end, words.lowerBound)
        let isDirect =
            tally.tokens.end <= words.lowerBound && !between.contains { context.flags($0).contains(.relative) }
        // "left a man dead and a woman wounded"
        let isOwnMember = context.isWord("and", tally.tokens.start - 1) && isTrigger(tally.tokens.start - 2)
        guard isDirect, !isOwnMember,
            context.mark(tally.tokens.start - 1) == UInt8(ascii: ",") || context.isWord("and", tally.tokens.start - 1),
            reading.relation(tally.persons[0].head) != .apposition,
            let first = context.range.prefix(7).first(where: { people.member(at: $0, trigger: words) != nil }),
            first < tally.tokens.start
        else { return tally }
        if let list = fuller(tally, words) { return list }
        return between.isEmpty ? nil : tally
    }

    /// "Man, woman killed": the list at the begin of the sentence that ends with these people; nil where there is none.
    private func fuller(_ tally: Tally, _ words: Range<Int>) -> Tally? {
        let before = tally.tokens.start - 1
        guard context.mark(before) == UInt8(ascii: ",") || context.isWord("and", before),
            let first = context.range.prefix(7).first(where: { people.member(at: $0, trigger: words) != nil }),
            let list = people.tally(at: first, trigger: words), list.tokens.end >= tally.tokens.end,
            list.tokens.start < tally.tokens.start
        else { return nil }
        return list
    }

    /// At the begin of its sentence, or after a colon or a dash.
    private func opensSentence(_ token: Int) -> Bool {
        token == context.range.lowerBound
            || context.isClauseMark(token - 1) && context.mark(token - 1) != UInt8(ascii: ",")
    }
}

// MARK: - Roles

extension FrameMatcher {
    /// "killed 145", "killing 145", "145 were killed", "145 killed in attack".
    private func patient(_ words: Range<Int>, _ forms: Inflection.Forms) -> Int? {
        if let quantity = right(of: words.upperBound) { return quantity }
        guard forms.contains(.participle), let (quantity, passive) = left(of: words.lowerBound) else { return nil }
        return passive || !hasObject(after: words.upperBound) ? quantity : nil
    }

    /// "149 people dead", "43 people are confirmed dead", "145 dead".
    private func holder(_ words: Range<Int>) -> Int? {
        if let own = context.quantity(at: words.lowerBound), context.quantities[own].tokens.end <= words.lowerBound {
            return own
        }
        let next = words.upperBound
        let attributive =
            context.range.contains(next) && context.analysis.tokens[next].kind == .word
            && context.flags(next).isEmpty && !context.isCapitalized(next)
        return attributive ? nil : left(of: words.lowerBound)?.quantity
    }

    /// "145 deaths", "the lives of 145 people".
    private func counted(_ words: Range<Int>) -> Int? {
        if let own = context.quantity(at: words.lowerBound), context.quantities[own].tokens.end <= words.lowerBound {
            return own
        }
        if context.isWord("of", words.upperBound) { return right(of: words.upperBound + 1) }
        var place = words.lowerBound - 1
        while place >= words.lowerBound - 3, context.quantity(at: place) == nil, isPlainWord(place) { place -= 1 }
        return context.quantity(at: place)
    }

    /// "a death toll of 145", "the toll rose to 145 from 133", "bringing the toll to 145".
    private func measureAfter(_ words: Range<Int>) -> Int? {
        let start = words.upperBound
        var sawVerb = isObjectOfMeasuring(words.lowerBound)
        var place = start
        while context.range.contains(place), place < start + 16 {
            if let quantity = context.quantity(at: place) {
                let before = place - 1
                let changed = context.isWord("from", before) || context.isWord("by", before)
                let direct = before == start && (context.isWord("of", before) || context.mark(before) == 0x3A)
                if !changed, sawVerb || direct { return quantity }
                place = context.extent(of: quantity).end
                continue
            }
            let flags = context.flags(place)
            if flags.contains(.measuring) || flags.contains(.copula) { sawVerb = true }
            if context.mark(place) == UInt8(ascii: ","), context.flags(place + 1).contains(.relative) {
                place += 1
                while context.range.contains(place), context.mark(place) != UInt8(ascii: ",") { place += 1 }
            } else if context.isClauseMark(place) && !(place == start && context.mark(place) == 0x3A) {
                return nil
            } else if flags.contains(.conjunction), !context.isWord("as", place) {
                return nil
            }
            place += 1
        }
        return nil
    }

    /// "bringing to 17 the number of people killed"
    private func measureBefore(_ start: Int) -> Int? {
        var place = start - 1
        while place > start - 4, context.range.contains(place), context.quantity(at: place) == nil,
            isPlainWord(place) || context.flags(place).contains(.determiner)
        {
            place -= 1
        }
        guard let quantity = context.quantity(at: place) else { return nil }
        let first = context.quantities[quantity].tokens.start
        guard context.isWord("to", first - 1) || context.isWord("at", first - 1) else { return nil }
        return context.flags(first - 2).contains(.measuring) ? quantity : nil
    }

    /// "[raised the] toll"
    private func isObjectOfMeasuring(_ start: Int) -> Bool {
        var place = start - 1
        while place > start - 4, context.flags(place).contains(.determiner) { place -= 1 }
        return context.range.contains(place) && context.flags(place).contains(.measuring)
    }

    private func isPlainWord(_ token: Int) -> Bool {
        context.range.contains(token) && context.analysis.tokens[token].kind == .word
            && context.flags(token).isDisjoint(with: .function)
    }
}

// MARK: - Left and right of a verb

extension FrameMatcher {
    /// The quantity whose phrase begins at `start`, past determiners and adverbs.
    private func right(of start: Int) -> Int? {
        var place = start
        while place < start + 4, context.range.contains(place) {
            if let quantity = context.quantity(at: place) {
                return context.quantities[quantity].tokens.start == place ? quantity : nil
            }
            let flags = context.flags(place)
            // "a shooting that left four people injured"
            guard !flags.contains(.relative),
                !flags.isDisjoint(with: [.determiner, .increment]) || context.isAdverb(place)
            else { return nil }
            place += 1
        }
        return nil
    }

    /// The quantity whose phrase ends before `start`, past auxiliaries, adverbs, relative pronouns and prepositional
    /// phrases; `passive` where a form of "be" or "get" stood between.
    private func left(of start: Int) -> (quantity: Int, passive: Bool)? {
        var place = start - 1
        var passive = false
        var relative: Int?
        while context.range.contains(place) {
            if let quantity = context.quantity(at: place) {
                // "two men in connection with a shooting that injured": it was the shooting.
                guard let outer = outermost(quantity),
                    passive || relative.map({ !isThing($0) || $0 == place + 1 }) ?? true
                else { return nil }
                return (outer, passive)
            }
            let flags = context.flags(place)
            if flags.contains(.relative) { relative = place }
            if flags.contains(.auxiliary) {
                passive = passive || flags.contains(.copula)
            } else if let before = phraseStart(endingAt: place) {
                place = before
            } else if !(context.isAdverb(place) || flags.contains(.relative) || context.isWord("as", place)) {
                return nil
            }
            place -= 1
        }
        return nil
    }

    /// A relative pronoun that may stand for something other than people.
    private func isThing(_ relative: Int) -> Bool {
        context.isWord("that", relative) || context.isWord("which", relative)
    }

    /// A quantity that closes a prepositional phrase ("people in 12 towns") is no subject; the one before the phrase is.
    private func outermost(_ quantity: Int) -> Int? {
        let first = context.quantities[quantity].tokens.start
        guard context.flags(first - 1).contains(.preposition) else { return quantity }
        if context.isWord("with", first - 1) || first - 1 == context.range.lowerBound { return quantity }
        return context.quantity(at: first - 2)
    }

    /// The preposition that begins a phrase ending at `end`, with only nouns, names and determiners between.
    private func phraseStart(endingAt end: Int) -> Int? {
        var place = end
        while place > end - 8, context.range.contains(place) {
            let flags = context.flags(place)
            if flags.contains(.preposition) { return place < end ? place : nil }
            let inside =
                context.analysis.tokens[place].kind != .punctuation && context.quantity(at: place) == nil
                && flags.isDisjoint(with: [.auxiliary, .conjunction, .pronoun, .negation])
            guard inside || context.isTime(place) else { return nil }
            place -= 1
        }
        return nil
    }

    /// True where an object of the verb may begin: "the gunmen killed a guard" says nothing of the number of gunmen killed.
    private func hasObject(after place: Int) -> Bool {
        guard context.range.contains(place), !context.isTime(place) else { return false }
        switch reading.part(place) {
        case .determiner, .pronoun, .noun, .properNoun, .numeral: return !context.flags(place).contains(.relative)
        case .adjective: return !context.index.isTrigger(context.word(place))
        default: return false
        }
    }
}
