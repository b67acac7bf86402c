import Documents
import FoundationEssentials
import Language
import Values

/// A figure of the headline or of a caption against the text: "to shut 17 shops" above "the 27 closures".
struct HeadlineCheck: Check {
    static let sort = CheckRule.Sort.headline

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    func findings() -> [CheckFinding] {
        let above = text.quantities.indices.filter { place in
            let kind = text.block(text.quantities[place].sentence).kind
            return kind == .headline || kind == .caption
        }
        return above.prefix(Self.most).compactMap(finding)
    }

    /// Each figure is held against all of the text, so a page of captions is not read to its end.
    private static let most = 12

    /// A figure that comes back nowhere in the text, where the text has another one, and only one, of the same thing.
    private func finding(_ place: Int) -> CheckFinding? {
        let headline = text.quantities[place]
        guard headline.kind == .cardinal, headline.noun != nil, let figure = Figure(headline, in: text),
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
        return CheckFinding(
            sort: Self.sort, kind: "quantity",
            message: "“\(parts[0].value.text)” above the text, “\(parts[1].value.text)” in it.",
            parts: parts.map { .words($0) })
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
            text.isWord(.the, quantity.tokens.start - 1) || text.isWord(Self.all, quantity.tokens.start - 1)
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

    private static let all = StaticWord("all")

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
