import Documents
import FoundationEssentials
import Language
import Values

/// How many people some words tell of.
struct Tally {
    var interval: Interval
    var bound: Quantity.Bound?
    var isApproximate = false
    var precision: Decimal = 0
    /// The words.
    var tokens: TokenSpan
    /// The quantities among them.
    var quantities: [Int] = []
    /// Who is told of without a number; nil where a number is written.
    var persons: [PersonMention] = []

    /// One person, told of without a number.
    var isOnePerson: Bool { quantities.isEmpty && persons.count == 1 }

    /// So many, and perhaps more. No bound is written: it is no count of how many there were so far.
    var orMore: Tally {
        var tally = self
        tally.interval = Interval(lower: interval.lower, upper: nil, lowerOpen: interval.lowerOpen)
        return tally
    }

    /// The sum of both, for "two men and a woman".
    func adding(_ other: Tally) -> Tally {
        Tally(
            interval: interval + other.interval, bound: bound ?? other.bound,
            isApproximate: isApproximate || other.isApproximate, precision: precision + other.precision,
            tokens: tokens.union(other.tokens), quantities: quantities + other.quantities,
            persons: persons + other.persons)
    }
}

/// A single person in a text.
struct PersonMention {
    var head: Int
    /// Place in the document's names of the first mention of the person; nil where none is named.
    var name: Int?
    /// "another man", "a second victim": one more than told before.
    var isOther: Bool
    /// "he", "himself"
    var isPronoun: Bool
}

/// Reads how many people a noun phrase tells of: a number with its noun, a person by name or description, or a list of
/// both.
struct TallyReader {
    let reading: DocumentReading
    let context: SentenceContext

    /// The people of the noun phrase with this head and of the list that it begins; nil where it is not about people or
    /// leaves open how many.
    /// - Parameter trigger: the words that evoked the frame, which may stand inside the phrase ("three dead men").
    func tally(at head: Int, trigger: Range<Int>) -> Tally? {
        guard let first = member(at: head, trigger: trigger) else { return nil }
        return list(from: first, trigger: trigger)
    }

    /// One member of a list.
    func member(at head: Int, trigger: Range<Int>) -> Tally? {
        if let quantity = quantity(of: head) {
            guard context.countsPeople(quantity, trigger: trigger) else { return nil }
            return counted(quantity)
        }
        guard !trigger.contains(head), var person = person(at: head) else { return nil }
        var tokens = phrase(of: person.head)
        // "his brother Bo Li"
        if person.name == nil, let named = self.person(at: head + 1), named.name != nil {
            person.name = named.name
            tokens = tokens.union(phrase(of: named.head))
        }
        return Tally(interval: Interval(exactly: 1), tokens: tokens, persons: [person])
    }

    func counted(_ quantity: Int) -> Tally {
        let mention = context.quantities[quantity]
        return Tally(
            interval: mention.interval, bound: mention.bound, isApproximate: mention.approximate,
            precision: mention.precision, tokens: context.extent(of: quantity), quantities: [quantity])
    }

    /// The count that a noun belongs to or is itself; an age is none.
    private func quantity(of head: Int) -> Int? {
        if let quantity = context.quantity(at: head), context.quantities[quantity].kind == .cardinal { return quantity }
        guard let number = reading.syntax.dependent(of: head, .numericModifier),
            let quantity = context.quantity(at: number), context.quantities[quantity].kind == .cardinal,
            !context.isPartOfNumber(quantity),
            !context.flags(head).isDisjoint(with: [.person, .anyone, .increment]) || reading.isPersonNoun(head)
                || context.isCapitalized(head)
        else { return nil }
        return quantity
    }

    // MARK: Persons

    /// The single person that a word stands for; nil for several, for none, and where it stays open who.
    private func person(at head: Int) -> PersonMention? {
        guard context.range.contains(head) else { return nil }
        if let name = reading.names.name(at: head), name.type == .person, name.form != .nationality {
            return PersonMention(head: head, name: name.first, isOther: isOther(head), isPronoun: false)
        }
        if context.isPersonalPronoun(head), reading.relation(head) != .possessive {
            return PersonMention(head: head, name: nil, isOther: false, isPronoun: true)
        }
        let isAge = context.quantity(at: head).map { isPersonByAge($0, head) } ?? false
        guard reading.isPersonNoun(head) || isAge, !isOpen(head) else { return nil }
        return PersonMention(head: head, name: nil, isOther: isOther(head), isPronoun: false)
    }

    /// "a 14-year-old was killed": an age without a noun.
    private func isPersonByAge(_ quantity: Int, _ head: Int) -> Bool {
        let mention = context.quantities[quantity]
        return mention.kind == .age && head == mention.tokens.end - 1 && mention.tokens.count > 1
            && !leadsToNoun(mention.tokens.end)
    }

    /// "every man", "no man", "any of the men": not one person.
    private func isOpen(_ head: Int) -> Bool {
        let phrase = phrase(of: head)
        return phrase.range.contains { context.isQuantifier($0) }
            || context.isQuantifier(phrase.start - 1)
    }

    private func isOther(_ head: Int) -> Bool {
        phrase(of: head).range.contains { context.isFurther($0) }
    }

    /// From the first word that modifies a noun, before it, to its last: "a 14-year-old boy", "Ana Ruiz".
    func phrase(of head: Int) -> TokenSpan {
        if let name = reading.names.name(at: head) {
            return name.title.map { $0.union(name.span) } ?? name.span
        }
        var start = head
        while start > context.range.lowerBound, start > head - 10, isInside(start - 1, of: head) { start -= 1 }
        // Wherever the tree hangs it.
        if start > context.range.lowerBound, reading.part(start) != .determiner, reading.part(start - 1) == .determiner
        {
            start -= 1
        }
        return TokenSpan(start, head + 1)
    }

    private func isInside(_ token: Int, of head: Int) -> Bool {
        if let quantity = context.quantity(at: token) { return context.quantities[quantity].kind == .age }
        switch reading.part(token) {
        case .determiner, .adjective, .numeral, .noun, .properNoun: return isUnder(token, head)
        case .pronoun: return reading.relation(token) == .possessive
        case .punctuation: return context.mark(token) == UInt8(ascii: "-") && !context.isClauseMark(token)
        default: return false
        }
    }

    private func isUnder(_ token: Int, _ head: Int) -> Bool {
        var token = token
        for _ in 0..<6 {
            guard let above = reading.head(token) else { return false }
            if above == head {
                return reading.relation(token) != .conjunct && reading.relation(token) != .nominalSubject
            }
            token = above
        }
        return false
    }

    // MARK: Lists

    /// The sum over the list that begins with `first`: only one that an "and" closes; else the first alone.
    private func list(from first: Tally, trigger: Range<Int>) -> Tally {
        guard hasNoun(first) else { return first }
        var sum = first
        var count = 1
        let isOpenedByComma = context.mark(first.tokens.end) == UInt8(ascii: ",")
        while count < 12, let (link, start) = link(after: sum.tokens.end),
            let next = nextMember(from: start, trigger: trigger)
        {
            sum = sum.adding(next)
            count += 1
            if link == .comma, isHeadlineEnd(sum, trigger) || isRest(next) { return sum }
            if link == .and {
                let isSaidAgain = isOpenedByComma && isEnumeration(sum, of: first)
                return isSaidAgain || !endsList(next, trigger) ? first : sum
            }
        }
        return first
    }

    /// "four people, three women and one man": the list tells who the four are.
    private func isEnumeration(_ sum: Tally, of first: Tally) -> Bool {
        let head = first.quantities.first.flatMap { context.head(of: $0) }
        guard head.map({ context.flags($0).contains(.anyone) }) ?? true, let all = first.interval.lower, all > 1,
            let listed = sum.interval.lower
        else { return false }
        return listed == all + all
    }

    /// "kills brother, 2 others": what is left over ends a list.
    private func isRest(_ member: Tally) -> Bool {
        member.quantities.first.flatMap { context.head(of: $0) }.map { context.flags($0).contains(.increment) } ?? false
    }

    /// "Man, woman killed": a headline saves the "and".
    private func isHeadlineEnd(_ list: Tally, _ trigger: Range<Int>) -> Bool {
        guard list.tokens.start == context.range.lowerBound, list.tokens.end <= trigger.lowerBound else { return false }
        return (list.tokens.end..<trigger.lowerBound).allSatisfy { context.isAdverb($0) }
    }

    private enum Link { case comma, and }

    /// The comma or "and" that leads on to the next member, past age and home town of the one before.
    private func link(after end: Int) -> (Link, next: Int)? {
        var place = end
        var link: (Link, Int)?
        while place < end + 12, context.range.contains(place) {
            if context.isWord("and", place) || context.mark(place) == UInt8(ascii: "&") { return (.and, place + 1) }
            if context.mark(place) == UInt8(ascii: ",") || context.mark(place) == UInt8(ascii: ";") {
                link = (.comma, place + 1)
                place += 1
            } else if let skipped = detail(at: place) {
                place = skipped
            } else {
                return link?.1 == place ? link : nil
            }
        }
        return nil
    }

    /// The end of what a list tells of a member: an age, "of Summerville".
    private func detail(at place: Int) -> Int? {
        if let quantity = context.quantity(at: place) {
            let mention = context.quantities[quantity]
            // The age of a person whose noun does not follow.
            return mention.kind == .age && context.head(of: quantity) == nil && !leadsToNoun(mention.tokens.end)
                ? mention.tokens.end : nil
        }
        if context.isWord("of", place) || context.isWord("from", place) {
            return reading.names.name(at: place + 1).map(\.span.end)
        }
        let mark = context.mark(place)
        return mark == UInt8(ascii: "(") || mark == UInt8(ascii: ")") ? place + 1 : nil
    }

    private func leadsToNoun(_ place: Int) -> Bool {
        guard context.range.contains(place) else { return false }
        switch reading.part(place) {
        case .noun, .adjective, .properNoun: return true
        default: return false
        }
    }

    /// A bare number is no member of a list of people: "the victims were 6, 11 and 15".
    private func hasNoun(_ member: Tally) -> Bool {
        member.quantities.allSatisfy { context.head(of: $0) != nil }
    }

    private func nextMember(from start: Int, trigger: Range<Int>) -> Tally? {
        for head in start..<start + 7 where context.range.contains(head) {
            if let found = member(at: head, trigger: trigger) { return hasNoun(found) ? found : nil }
            guard
                [.determiner, .adjective, .numeral, .noun, .pronoun, .punctuation, .properNoun].contains(
                    reading.part(head)),
                context.mark(head) != UInt8(ascii: ",")
            else { return nil }
        }
        return nil
    }

    /// False where the last member opens a clause of its own: "killed Ana Ruiz, and two others were wounded".
    private func endsList(_ last: Tally, _ trigger: Range<Int>) -> Bool {
        let next = last.tokens.end
        guard context.range.contains(next), trigger.lowerBound < last.tokens.end else { return true }
        switch reading.part(next) {
        case .auxiliary: return false
        case .verb: return reading.features(next).contains(.gerund) && !context.index.isTrigger(context.word(next))
        default: return !context.index.isTrigger(context.word(next))
        }
    }
}
