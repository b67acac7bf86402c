import Documents
import Language
import Values

/// Where a frame's words were found and which quantity fills its value.
struct FrameMatch {
    var rule: Int
    var frame: Int
    var trigger: Range<Int>
    var quantity: Int
    /// Trigger, value, and the words that the frame asks for besides.
    var extent: TokenSpan
}

/// Finds the value of each frame that a sentence evokes, from word order: the roles of subject and object as they stand in
/// active, passive, participle, relative clause and headline.
struct FrameMatcher {
    let context: SentenceContext

    /// All matches of a sentence, in the order of their triggers; a quantity fills one frame of a rule only.
    func matches() -> [FrameMatch] {
        var found: [FrameMatch] = []
        for token in context.range where context.index.isTrigger(context.word(token)) {
            for trigger in context.index.triggers(context.word(token)) {
                guard case .frame(let rule, let frame) = trigger.target,
                    let words = context.words(of: trigger, at: token),
                    let match = match(trigger, rule: rule, frame: frame, at: words),
                    !found.contains(where: { $0.rule == rule && $0.quantity == match.quantity })
                else { continue }
                found.append(match)
            }
        }
        return found
    }

    private func match(_ trigger: Trigger, rule: Int, frame: Int, at words: Range<Int>) -> FrameMatch? {
        let found: Int?
        switch context.index.rules.attributes[rule].frames[frame].role {
        case .patient: found = patient(words, trigger.forms)
        case .agent: found = left(of: words.lowerBound)?.quantity
        case .holder: found = holder(words)
        case .measure: found = measureAfter(words.upperBound) ?? measureBefore(words.lowerBound)
        case .counted: found = counted(words)
        }
        guard let quantity = found, fits(quantity, words),
            let companions = companions(rule: rule, frame: frame, words: words)
        else { return nil }
        var extent = context.extent(of: quantity).union(TokenSpan(words.lowerBound, words.upperBound))
        for token in companions { extent = extent.union(TokenSpan(token, token + 1)) }
        if quantityIsBefore(quantity, words), context.flags(extent.start - 2).contains(.measuring),
            context.isWord("to", extent.start - 1)
        {
            extent = TokenSpan(extent.start - 2, extent.end)
        }
        return FrameMatch(rule: rule, frame: frame, trigger: words, quantity: quantity, extent: extent)
    }

    /// A part of a group ("26 of the dead had been identified") is no total; only "killed four of them" counts all killed.
    private func fits(_ quantity: Int, _ words: Range<Int>) -> Bool {
        guard context.countsPeople(quantity, trigger: words) else { return false }
        return !context.isPartitive(quantity)
            || (context.isPartOfPronoun(quantity) && !quantityIsBefore(quantity, words))
    }

    private func quantityIsBefore(_ quantity: Int, _ words: Range<Int>) -> Bool {
        context.quantities[quantity].tokens.start < words.lowerBound
    }

    /// The words that a frame asks for besides its own: an object after the verb, a verb before the noun. nil where one is
    /// missing.
    private func companions(rule: Int, frame: Int, words: Range<Int>) -> [Int]? {
        let object = context.index.object(rule: rule, frame: frame)
        let with = context.index.with(rule: rule, frame: frame)
        var found: [Int] = []
        if !object.isEmpty {
            let after = words.upperBound..<max(words.upperBound, min(words.upperBound + 6, context.range.upperBound))
            guard let token = after.first(where: { object.contains(context.word($0)) }) else { return nil }
            found.append(token)
        }
        if !with.isEmpty {
            let before = max(words.lowerBound - 8, context.range.lowerBound)..<words.lowerBound
            guard let token = before.last(where: { with.contains(context.word($0)) }) else { return nil }
            found.append(token)
        }
        return found
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

    /// "a death toll of 145", "the toll rose to 145 from 133".
    private func measureAfter(_ start: Int) -> Int? {
        var sawVerb = false
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
            guard !flags.isDisjoint(with: [.determiner, .increment]) || context.isAdverb(place) else { return nil }
            place += 1
        }
        return nil
    }

    /// The quantity whose phrase ends before `start`, past auxiliaries, adverbs, relative pronouns and prepositional
    /// phrases; `passive` where a form of "be" or "get" stood between.
    private func left(of start: Int) -> (quantity: Int, passive: Bool)? {
        var place = start - 1
        var passive = false
        while context.range.contains(place) {
            if let quantity = context.quantity(at: place) {
                guard let outer = outermost(quantity) else { return nil }
                return (outer, passive)
            }
            let flags = context.flags(place)
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
        if context.flags(place).contains(.determiner) || context.isWord("him", place) || context.isWord("them", place) {
            return true
        }
        return context.isCapitalized(place) && !context.isTitleCase && context.analysis.tokens[place].kind == .word
    }
}
