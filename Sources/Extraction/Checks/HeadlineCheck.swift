import Documents
import FoundationEssentials
import Language
import Values

/// A figure of the headline or of a caption against the text: "to shut 17 shops" above "the 27 closures", "12 killed" above
/// "killed 11 people".
struct HeadlineCheck: Check {
    static let sort = CheckRule.Sort.headline

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        let above = text.quantities.indices.filter { place in
            let kind = text.block(text.quantities[place].sentence).kind
            return kind == .headline || kind == .caption
        }
        return above.prefix(Self.most).compactMap { finding($0) ?? claimFinding($0) }
    }

    /// Each figure is held against all of the text, so a page of captions is not read to its end.
    private static let most = 12

    /// A figure that comes back nowhere in the text, where the text has another one, and only one, of the same thing.
    private func finding(_ place: Int) -> CheckFinding? {
        let headline = text.quantities[place]
        guard headline.kind == .cardinal, headline.noun != nil, !isSectionNumber(headline),
            let figure = Figure(headline, in: text),
            figure.value > 1
        else { return nil }
        let deeds = deeds(of: headline)
        var others: [Quantity] = []
        for quantity in text.quantities where text.block(quantity.sentence).kind == .paragraph {
            guard quantity.kind == .cardinal else { continue }
            if quantity.interval.intersects(figure.range) { return nil }
            if isSame(quantity, as: headline, deeds) { others.append(quantity) }
        }
        guard let other = others.first, let told = Figure(other, in: text), !told.range.intersects(figure.range),
            others.allSatisfy({ $0.value == other.value })
        else { return nil }
        let parts = [headline, other].map { Draft(Self.sort, $0, in: text) }
        return Self.finding(parts[0].value.text, parts[1].value.text, parts: parts.map { .words($0) })
    }

    /// "2.3 Measures of Location"
    private func isSectionNumber(_ quantity: Quantity) -> Bool {
        quantity.tokens.start == text.sentence(quantity.sentence).start
            && text.reading.string(quantity.figure).utf8.contains(UInt8(ascii: "."))
    }

    private static func finding(_ above: String, _ below: String, parts: [CheckPart]) -> CheckFinding {
        CheckFinding(
            sort: sort, kind: "quantity", message: "“\(above)” above the text, “\(below)” in it.", parts: parts)
    }

    // MARK: What rules read above and below

    /// A claim above the text whose figure comes back nowhere, where the text gives another one under the same attribute,
    /// and only one.
    private func claimFinding(_ place: Int) -> CheckFinding? {
        let headline = text.quantities[place]
        guard let above = claim(of: headline) else { return nil }
        let meant = range(of: headline)
        let below = text.claims.indices.filter { isCounterpart(text.claims[$0], of: text.claims[above]) }
        guard let other = below.first, let told = text.claims[other].value.quantity,
            below.allSatisfy({ text.claims[$0].value.quantity?.interval == told.interval }),
            !text.quantities.indices.contains(where: {
                $0 != place && range(of: text.quantities[$0]).intersects(meant)
            })
        else { return nil }
        let values = [above, other].map { text.claims[$0].value.text }
        return Self.finding(values[0], values[1], parts: [.claim(above), .claim(other)])
    }

    /// What the author of a figure may have meant, or what its bound leaves.
    private func range(of quantity: Quantity) -> Interval { Figure(quantity, in: text)?.range ?? quantity.interval }

    private func claim(of quantity: Quantity) -> Int? {
        let sentence = text.analysis.bytes(of: text.sentence(quantity.sentence))
        return text.claims(in: sentence.start..<sentence.end).first { index in
            isFigure(text.claims[index])
                && text.quantities(of: text.claims[index]).contains { $0.tokens == quantity.tokens }
        }
    }

    /// One figure of a whole that a rule has read, told as a fact or as what is to come. An age is that of anybody.
    private func isFigure(_ claim: Claim) -> Bool {
        guard !claim.isOpen, claim.attribute != "age", claim.scope.isEmpty,
            claim.modality == .asserted || claim.modality == .forecast,
            let quantity = claim.value.quantity
        else { return false }
        return !quantity.isApproximate
    }

    private func isCounterpart(_ claim: Claim, of headline: Claim) -> Bool {
        claim.attribute == headline.attribute && isFigure(claim) && isInText(claim)
            && claim.value.quantity?.unit == headline.value.quantity?.unit && isMargin(claim) == isMargin(headline)
            && (claim.subject.key == headline.subject.key || !Set(claim.terms).isDisjoint(with: headline.terms))
    }

    /// "by one vote", not "by five votes to four"
    private func isMargin(_ claim: Claim) -> Bool {
        text.quantities(of: claim).first.map {
            text.isWord(.by, $0.tokens.start - 1) && !text.isWord(.to, text.end(of: $0))
        } ?? false
    }

    private func isInText(_ claim: Claim) -> Bool {
        text.quantities(of: claim).first.map { text.block($0.sentence).kind == .paragraph } ?? false
    }

    // MARK: What is done to the things counted

    /// The verbs of a headline near a figure and their synonyms: close for "shut 17 shops".
    private func deeds(of headline: Quantity) -> Set<UInt64> {
        let lexicon = text.reading.english.lexicon
        let sentence = text.sentence(headline.sentence).range
        let near =
            max(sentence.lowerBound, headline.tokens.start - 3)..<min(sentence.upperBound, text.end(of: headline) + 2)
        var deeds: Set<UInt64> = []
        for token in near where text.isKind(.word, token) && !headline.tokens.range.contains(token) {
            guard
                let verb = lexicon.firstReading(
                    hash: text.analysis.tokens[token].hash,
                    where: {
                        $0.form.part == .verb
                    })
            else { continue }
            for entry in [verb.entry] + lexicon.synonyms(verb.entry) {
                deeds.insert(FoldedForm(lexicon.lemma(entry)).hash)
            }
        }
        return deeds
    }

    /// "the 27 closures", "closing 27 shops": all of the same things, to which the same is done.
    private func isSame(_ quantity: Quantity, as headline: Quantity, _ deeds: Set<UInt64>) -> Bool {
        guard let noun = quantity.noun.map(text.head), let own = headline.noun.map(text.head),
            !text.isWord(.of, text.end(of: quantity))
        else { return false }
        let isDefinite =
            text.isWord(.the, quantity.tokens.start - 1) || text.isWord(.all, quantity.tokens.start - 1)
        // What is less may be a part, told before the rest.
        guard isDefinite || quantity.interval.lower ?? 0 > headline.interval.upper ?? 0 && text.isTold(quantity.tokens)
        else { return false }
        if text.reading.lemmas[noun] == text.reading.lemmas[own]
            || text.analysis.tokens[noun].hash == text.analysis.tokens[own].hash
        {
            return text.reading.predicate(of: noun).map { deeds.contains(text.reading.verbLemma($0)) } ?? false
        }
        return isDefinite && isDeed(noun, deeds)
    }

    /// "closure" for "close"
    private func isDeed(_ noun: Int, _ deeds: Set<UInt64>) -> Bool {
        let lexicon = text.reading.english.lexicon
        return lexicon.readings(hash: text.analysis.tokens[noun].hash).contains { reading in
            (reading.form == .singular || reading.form == .plural)
                && lexicon.derivations(reading.entry).contains {
                    deeds.contains(FoldedForm(lexicon.lemma($0)).hash)
                }
        }
    }
}
