import Documents
import Language
import Values

/// One sentence with its numbers and times, as the matchers look at it. All indices are token indices of the analysis.
struct SentenceContext {
    let analysis: Analysis
    let index: RuleIndex
    /// Index of the sentence in the analysis.
    let number: Int
    let range: Range<Int>
    let quantities: ArraySlice<Quantity>
    let times: ArraySlice<TimeExpression>
    /// For each token of the sentence the quantity whose number, unit or noun it belongs to, or -1; empty for a sentence
    /// without quantities, as that of times for one without times.
    private var quantityOwner: [Int32]
    private var timeOwner: [Int32]

    init(
        analysis: Analysis, index: RuleIndex, number: Int, quantities: ArraySlice<Quantity>,
        times: ArraySlice<TimeExpression>
    ) {
        let sentence = analysis.sentences[number]
        self.analysis = analysis
        self.index = index
        self.number = number
        self.quantities = quantities
        self.times = times
        range = sentence.tokens.range
        quantityOwner = [Int32](repeating: -1, count: quantities.isEmpty ? 0 : range.count)
        timeOwner = [Int32](repeating: -1, count: times.isEmpty ? 0 : range.count)
        for (place, time) in zip(times.indices, times) { own(time.tokens, by: place, &timeOwner) }
        for (place, quantity) in zip(quantities.indices, quantities) {
            if let noun = quantity.noun { own(noun, by: place, &quantityOwner) }
        }
        // Numbers last: a noun phrase may run into the next number, which then keeps its own tokens.
        for (place, quantity) in zip(quantities.indices, quantities) { own(quantity.tokens, by: place, &quantityOwner) }
    }

    /// Most words are capitalised, as in a headline: capitals tell nothing.
    var isTitleCase: Bool {
        var words = 0
        var capitals = 0
        for token in range
        where analysis.tokens[token].kind == .word && analysis.tokens[token].end - analysis.tokens[token].start > 3 {
            words += 1
            if analysis.tokens[token].shape.contains(.capitalized) { capitals += 1 }
        }
        return words >= 3 && capitals * 10 >= words * 7
    }

    private func own(_ span: TokenSpan, by owner: Int, _ owners: inout [Int32]) {
        for token in span.range where range.contains(token) { owners[token - range.lowerBound] = Int32(owner) }
    }

    // MARK: Looking at tokens

    /// The index of the quantity that a token belongs to.
    func quantity(at token: Int) -> Int? {
        guard !quantityOwner.isEmpty, range.contains(token) else { return nil }
        let owner = quantityOwner[token - range.lowerBound]
        return owner < 0 ? nil : Int(owner)
    }

    func isTime(_ token: Int) -> Bool {
        !timeOwner.isEmpty && range.contains(token) && timeOwner[token - range.lowerBound] >= 0
    }

    func flags(_ token: Int) -> WordFlags {
        range.contains(token) ? index.flags(analysis.tokens[token].word) : []
    }

    func word(_ token: Int) -> WordID { range.contains(token) ? analysis.tokens[token].word : .unknown }

    /// The one byte of a punctuation mark, 0 for anything else; dashes of any kind are "-", curly quotes are "\"".
    func mark(_ token: Int) -> UInt8 {
        guard range.contains(token), analysis.tokens[token].kind == .punctuation else { return 0 }
        let start = Int(analysis.tokens[token].start)
        let text = analysis.document.text
        guard text[start] == 0xE2, start + 2 < text.count, text[start + 1] == 0x80 else { return text[start] }
        switch text[start + 2] {
        case 0x90...0x95: return UInt8(ascii: "-")
        case 0x9C...0x9F: return UInt8(ascii: "\"")
        case 0x98, 0x99: return UInt8(ascii: "'")
        default: return text[start]
        }
    }

    /// The tokens of a trigger whose last word is at `token`; nil where the words before it do not stand there.
    func words(of trigger: Trigger, at token: Int) -> Range<Int>? {
        let start = token - trigger.before.count
        guard start >= range.lowerBound, zip(start..<token, trigger.before).allSatisfy({ word($0) == $1 }) else {
            return nil
        }
        return start..<token + 1
    }

    func isCapitalized(_ token: Int) -> Bool {
        range.contains(token) && analysis.tokens[token].shape.contains(.capitalized)
    }

    /// An adverb in -ly, or one of the closed class.
    func isAdverb(_ token: Int) -> Bool {
        if flags(token).contains(.adverb) || flags(token).contains(.hedge) { return true }
        guard range.contains(token), analysis.tokens[token].kind == .word else { return false }
        let span = analysis.tokens[token].span
        let text = analysis.document.text
        return span.count > 4 && text[span.end - 2] == UInt8(ascii: "l") && text[span.end - 1] == UInt8(ascii: "y")
    }

    func string(_ token: Int) -> String { analysis.string(token) }

    /// The first token of the clause that `token` stands in: after the nearest comma, colon, semicolon, dash or quote.
    func clauseStart(of token: Int) -> Int {
        var place = token
        while place > range.lowerBound, !isClauseMark(place - 1) { place -= 1 }
        return place
    }

    func isClauseMark(_ token: Int) -> Bool {
        switch mark(token) {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""): return true
        case UInt8(ascii: "-"):
            // A dash between spaces parts clauses; a hyphen does not.
            return analysis.tokens[token].shape.contains(.spaceBefore)
        default: return false
        }
    }
}

// MARK: - Words for persons

extension SentenceContext {
    /// "he", "her", "himself", …
    func isPersonalPronoun(_ token: Int) -> Bool { isOne(of: Self.personal, token) }

    /// "every", "no", "any", …: what follows is not one certain person.
    func isQuantifier(_ token: Int) -> Bool { isOne(of: Self.quantifiers, token) }

    /// "another", "second", …: one more than told before.
    func isFurther(_ token: Int) -> Bool { flags(token).contains(.increment) || isOne(of: Self.ordinals, token) }

    private func isOne(of hashes: FormSet, _ token: Int) -> Bool {
        range.contains(token) && hashes.contains(analysis.tokens[token].hash)
    }

    private static let personal = FoldedForm.hashes("he she him her himself herself self")
    private static let quantifiers = FoldedForm.hashes(
        "every each any no which what either neither whatever whichever nor")
    private static let ordinals = FoldedForm.hashes("second third fourth fifth sixth seventh eighth")
}

// MARK: - What a quantity counts

extension SentenceContext {
    /// Tokens of number, unit and noun together.
    func extent(of quantity: Int) -> TokenSpan {
        let mention = quantities[quantity]
        return mention.noun.map { mention.tokens.union($0) } ?? mention.tokens
    }

    /// The last word of the noun that a quantity counts.
    func head(of quantity: Int) -> Int? {
        guard let noun = quantities[quantity].noun, !noun.isEmpty else { return nil }
        return noun.end - 1
    }

    /// "26 of the dead": a part of something told before.
    func isPartitive(_ quantity: Int) -> Bool {
        let mention = quantities[quantity]
        let after = mention.number.end
        guard isWord("of", after) else { return false }
        return flags(after + 1).contains(.definite) || flags(after + 1).contains(.pronoun)
            || self.quantity(at: after + 1) != nil
    }

    /// The 5 of "one of 5 shot": what a part is taken from.
    func isPartOfNumber(_ quantity: Int) -> Bool {
        let first = quantities[quantity].tokens.start
        return isWord("of", first - 1)
            && (self.quantity(at: first - 2) != nil
                || range.contains(first - 2) && analysis.tokens[first - 2].kind == .number)
    }

    /// The 33 of "three men, ages 25, 26 and 33": a bare number among numbers.
    func isInNumberList(_ quantity: Int) -> Bool {
        guard head(of: quantity) == nil else { return false }
        let tokens = quantities[quantity].tokens
        let isSerial = mark(tokens.start - 2) == UInt8(ascii: ",")
        let before = self.quantity(at: tokens.start - (isSerial ? 3 : 2)).map { !isEvoking($0) } ?? false
        let links = mark(tokens.start - 1) == UInt8(ascii: ",") || isWord("and", tokens.start - 1)
        return links && before
            || mark(tokens.end) == UInt8(ascii: ",") && self.quantity(at: tokens.end + 1) != nil
                && head(of: self.quantity(at: tokens.end + 1) ?? quantity) == nil
    }

    /// The noun of "four shot" is what befell them.
    private func isEvoking(_ quantity: Int) -> Bool { head(of: quantity).map { index.isTrigger(word($0)) } ?? false }

    /// "four of them"
    func isPartOfPronoun(_ quantity: Int) -> Bool {
        isPartitive(quantity) && !flags(quantities[quantity].number.end + 1).contains(.definite)
    }

    /// "165 of the civilians"
    func isPartOfPeople(_ quantity: Int) -> Bool {
        guard isPartitive(quantity), let head = head(of: quantity) else { return false }
        return flags(head).contains(.person)
    }

    func isWord(_ form: String, _ token: Int) -> Bool {
        range.contains(token) && analysis.tokens[token].hash == FoldedForm(form).hash
    }

    /// True where a quantity counts people, or may: a bare count with a person noun, the name of a people, or no noun.
    func countsPeople(_ quantity: Int, trigger: Range<Int>) -> Bool {
        let mention = quantities[quantity]
        guard mention.kind == .cardinal, mention.unit == nil, !analysis.isOfException(mention.tokens, in: range) else {
            return false
        }
        // "both 16": two ages
        guard let head = head(of: quantity) else { return !isWord("both", mention.tokens.start - 1) }
        if trigger.contains(head) || index.isTrigger(word(head)) { return true }
        let flags = flags(head)
        if !flags.isDisjoint(with: [.person, .anyone, .increment]) { return true }
        return isCapitalized(head) && !isTitleCase
    }

    /// True where the counted are told from others by more than age, sex and kinship.
    func countsGroup(_ quantity: Int, trigger: Range<Int>) -> Bool {
        guard let head = head(of: quantity), group(of: quantity, trigger: trigger) != nil else { return false }
        return !flags(head).contains(.sort)
    }

    /// What narrows the count to a group, as in "Soviet soldiers"; nil where it counts people of any sort.
    func group(of quantity: Int, trigger: Range<Int>) -> String? {
        guard let noun = quantities[quantity].noun else { return nil }
        let words = noun.range.filter { token in
            let flags = flags(token)
            return !trigger.contains(token) && flags.isDisjoint(with: [.anyone, .determiner, .increment, .preposition])
                && (!index.isTrigger(word(token)) || flags.contains(.person)) && analysis.tokens[token].kind == .word
        }
        guard let first = words.first, let last = words.last else { return nil }
        return analysis.string(TokenSpan(first, last + 1)).collapsingWhitespace
    }
}
