import Documents
import Language
import Values

/// Words of a sentence that speak of an event, with the places and the time that stand nearest to them.
struct EventMention {
    /// Index of the event rule.
    var rule: Int
    var sentence: Int
    var trigger: Range<Int>
    /// "the attack", "this attack": told before.
    var isDefinite: Bool
    /// "another shooting", "a separate shooting": told before was another.
    var isOther = false
    /// Stands where a document tells what it is about.
    var isOpening = false
    /// "a shooting": not told before, unless the document opens with it.
    var isIndefinite = false
    /// "the worst since the clashes of 2014": told to compare, so another event than the one the sentence is about.
    var isComparison: Bool
    var isPlural = false
    /// "shootings across the city": several events told of as one.
    var isSeveral = false
    var places: [String]
    var time: ClaimTime?

    /// How many tokens lie between its words and others; 0 where they touch or overlap.
    func distance(to tokens: Range<Int>) -> Int {
        max(0, tokens.lowerBound - trigger.upperBound, trigger.lowerBound - tokens.upperBound)
    }
}

extension TimeExpression {
    /// The days of a date with both its ends told and known.
    var closedDays: DayInterval? { kind == .date && !isOpen ? interval : nil }
}

/// Finds the events that a sentence speaks of.
struct EventFinder {
    let reading: DocumentReading
    let context: SentenceContext

    func mentions() -> [EventMention] {
        var found: [EventMention] = []
        let excepted = exceptedTokens()
        for token in context.range where context.index.isTrigger(context.word(token)) {
            guard !excepted.contains(token), let (rule, trigger, forms) = event(at: token) else { continue }
            found.append(
                EventMention(
                    rule: rule, sentence: context.number, trigger: trigger,
                    isDefinite: context.flags(trigger.lowerBound - 1).contains(.definite),
                    isOther: isOther(trigger.lowerBound), isIndefinite: isIndefinite(trigger.lowerBound),
                    isComparison: (1...3).contains { isComparing(trigger.lowerBound - $0) },
                    isPlural: forms == .plural,
                    isSeveral: forms == .plural && context.index.rules.events[rule].pluralIsSeveral, places: [],
                    time: nil))
        }
        guard !found.isEmpty else { return [] }
        let places = PlaceFinder(reading: reading, context: context).places()
        for place in places {
            if let mention = nearest(to: place.tokens, in: found, places) { found[mention].places.append(place.text) }
        }
        for time in context.times {
            guard let days = time.closedDays else { continue }
            if let mention = nearest(to: time.tokens.range, in: found, places), found[mention].time == nil,
                !isElsewhen(time.tokens.range, found[mention].trigger)
            {
                found[mention].time = ClaimTime(text: context.analysis.string(time.tokens), days: days)
            }
        }
        return found
    }

    private func isOther(_ trigger: Int) -> Bool {
        (1...4).prefix { !isPhraseStart(trigger - $0 + 1) }.contains { place in
            context.isFurther(trigger - place) || Self.others.contains { context.isWord($0, trigger - place) }
        }
    }

    private static let others = ["separate", "previous", "earlier", "similar", "unrelated", "different", "last"]

    private func isPhraseStart(_ token: Int) -> Bool {
        context.flags(token).contains(.determiner) || !context.range.contains(token)
    }

    private func isIndefinite(_ trigger: Int) -> Bool {
        (1...4).contains { place in
            (context.isWord("a", trigger - place) || context.isWord("an", trigger - place))
                && (trigger - place + 1..<trigger).allSatisfy { token in
                    switch reading.part(token) {
                    case .adjective, .noun, .properNoun, .numeral, .punctuation: true
                    default: false
                    }
                }
        }
    }

    /// Tokens of phrases that are no event though a word of theirs is: "heart attack", "fire brigade".
    private func exceptedTokens() -> Set<Int> {
        var tokens: Set<Int> = []
        for token in context.range {
            for trigger in context.index.triggers(context.word(token)) {
                if case .nothing = trigger.target, let words = context.words(of: trigger, at: token) {
                    tokens.formUnion(words)
                }
            }
        }
        return tokens
    }

    /// The rule of the event that the words ending at `token` speak of; the longest phrase decides.
    private func event(at token: Int) -> (rule: Int, trigger: Range<Int>, forms: Inflection.Forms)? {
        for trigger in context.index.triggers(context.word(token)) {
            guard case .event(let rule) = trigger.target, let words = context.words(of: trigger, at: token) else {
                continue
            }
            let isNoun = !trigger.forms.isDisjoint(with: [.singular, .plural])
            // "told all sides to stop shooting"
            if isNoun, reading.part(token) == .verb, !context.isTitleCase { continue }
            if isNoun ? standsAlone(token) : isVerb(token, trigger.forms) { return (rule, words, trigger.forms) }
        }
        return nil
    }

    /// A base form is a verb after "to", a modal or a pronoun; elsewhere it may be a noun.
    private func isVerb(_ token: Int, _ forms: Inflection.Forms) -> Bool {
        guard forms.isDisjoint(with: [.base, .thirdPerson]) else {
            return context.isWord("to", token - 1)
                || !context.flags(token - 1).isDisjoint(with: [.possibility, .future, .pronoun, .conditional])
        }
        return true
    }

    /// False for the first part of a compound ("war monitor") and for a part of a name ("Cold War").
    private func standsAlone(_ token: Int) -> Bool {
        if context.isCapitalized(token), !context.isTitleCase, token > context.range.lowerBound,
            context.isCapitalized(token - 1)
        {
            return false
        }
        let next = token + 1
        guard context.range.contains(next), context.analysis.tokens[next].kind == .word,
            !context.analysis.tokens[next].shape.contains(.clitic), !context.isTitleCase
        else { return true }
        let flags = context.flags(next)
        let goesOn = !flags.isEmpty && flags.isDisjoint(with: [.place, .person, .anyone, .region])
        return (goesOn || evokesFrame(next)) && !endsWith("ing", next) || context.isAdverb(next)
            || context.isCapitalized(next) || endsWith("ed", next)
    }

    /// "the blast killed 12", "shooting deaths", but not "fire rescue crews"
    private func evokesFrame(_ token: Int) -> Bool {
        context.index.triggers(context.word(token)).contains { trigger in
            guard case .frame = trigger.target else { return false }
            return !trigger.forms.contains(.base) || reading.part(token) != .noun
        }
    }

    private func endsWith(_ ending: String, _ token: Int) -> Bool {
        let span = context.analysis.tokens[token].span
        let text = context.analysis.document.text
        return span.count > 3 && text[(span.end - ending.utf8.count)..<span.end].elementsEqual(ending.utf8)
    }

    /// "than", and the "since" of a superlative: "since the fighting began" compares nothing.
    private func isComparing(_ token: Int) -> Bool {
        if context.isWord("than", token) { return true }
        return context.isWord("since", token)
            && (context.range.lowerBound..<token).contains { place in
                context.isWord("worst", place) || context.isWord("first", place) || endsWith("est", place)
            }
    }

    /// "the deadliest attack since a truce was signed in July": the time is that of something else.
    private func isElsewhen(_ tokens: Range<Int>, _ trigger: Range<Int>) -> Bool {
        guard trigger.upperBound < tokens.lowerBound else { return false }
        return (trigger.upperBound..<tokens.lowerBound).contains { token in
            ["since", "until", "than"].contains { context.isWord($0, token) }
        }
    }

    /// "Crocus City Hall, a concert venue outside Moscow"
    private func opensApposition(_ token: Int, to places: [PlaceMention]) -> Bool {
        (context.isWord("a", token) || context.isWord("an", token))
            && places.contains { $0.tokens.upperBound == token - 1 }
    }

    /// True where no other clause lies between: a relative clause goes on about the event, and what opens the sentence
    /// ("In March 2024, …") goes with all of it.
    private func isNear(_ tokens: Range<Int>, _ trigger: Range<Int>, _ places: [PlaceMention]) -> Bool {
        let start = min(tokens.upperBound, trigger.upperBound)
        let between = start..<max(start, tokens.lowerBound, trigger.lowerBound)
        let opening = tokens.lowerBound <= context.range.lowerBound + 2
        return !between.contains { token in
            let isComma = context.mark(token) == UInt8(ascii: ",")
            let goesOn =
                context.flags(token + 1).contains(.relative) || isComma && opensApposition(token + 1, to: places)
            return context.isClauseMark(token) && !goesOn && !(opening && isComma)
        }
    }

    /// The mention that stands nearest to some tokens among those that no other clause parts from them.
    private func nearest(to tokens: Range<Int>, in mentions: [EventMention], _ places: [PlaceMention]) -> Int? {
        mentions.indices.filter { isNear(tokens, mentions[$0].trigger, places) }
            .min { (mentions[$0].distance(to: tokens), $0) < (mentions[$1].distance(to: tokens), $1) }
    }
}
