import Documents
import FoundationEssentials
import Language
import Values

/// Makes figures of what became of people of those of what befell them: where a text tells of people shot, that they live, and
/// of no death, those are the injured.
struct CasualtyOutcome {
    let reading: DocumentReading
    let records: [EventRecord]

    /// The figures that settled ones give besides.
    func drafts(of told: [EventDraft]) -> [EventDraft] {
        reading.index.rules.attributes.indices.flatMap { rule in
            reading.index.outcomes[rule].map { drafts(of: told, by: $0, rule: rule) } ?? []
        }
    }

    private func drafts(of told: [EventDraft], by outcome: OutcomeWords, rule number: Int) -> [EventDraft] {
        let rule = reading.index.rules.attributes[number]
        let isTold = told.contains { isTotal($0) && $0.claim.attribute == rule.attribute }
        let counted = told.filter { isTotal($0) && $0.claim.rule == outcome.counted && !$0.spansEvents }
        guard !isTold, let most = counted.compactMap(\.tally.interval.lower).max(), most >= 1 else { return [] }
        let all = counted.filter { $0.tally.interval.lower == most }
        guard tellsDeath(told, outcome) else {
            // Of several people, one who may yet die leaves the figure what it is for now.
            guard let lives = firstToken(of: outcome.lives), most > 1 || !isOpen(outcome) else { return [] }
            let evidence = Derivation(
                rule: "outcome", span: reading.analysis.bytes(of: TokenSpan(lives, lives + 1)),
                reading: reading.analysis.string(lives))
            return all.map { make($0, rule, by: evidence) }
        }
        guard let dead = dead(among: all, told) else { return [] }
        return all.map { draft in
            var draft = make(draft, rule, by: dead.claim.derivation)
            let living = most - (exact(dead) ?? 0)
            draft.tally.interval = Interval(exactly: living)
            draft.claim.value = ClaimValue(
                text: draft.claim.value.text, figure: "\(living)", interval: draft.tally.interval, unit: rule.unit,
                precision: draft.tally.precision)
            return draft
        }
    }

    private func make(_ draft: EventDraft, _ rule: AttributeRule, by evidence: Derivation) -> EventDraft {
        var draft = draft
        draft.claim.attribute = rule.attribute
        draft.claim.rule = rule.id
        draft.claim.derivation = Derivation(
            rule: rule.id, span: draft.claim.span, reading: rule.attribute,
            children: [draft.claim.derivation, evidence])
        return draft
    }

    /// "Four shot, two killed": the figure of those who died of the people counted, where the text gives one alone.
    private func dead(among all: [EventDraft], _ told: [EventDraft]) -> EventDraft? {
        let deaths = told.filter { isTotal($0) && $0.claim.attribute == "deaths" }
        guard let first = deaths.first, let dead = exact(first), dead >= 1,
            deaths.allSatisfy({ $0.tally.interval == first.tally.interval }),
            all.allSatisfy({ exact($0).map { dead < $0 } ?? false }),
            all.allSatisfy(\.tally.persons.isEmpty)
        else { return nil }
        return first
    }

    /// The number of a figure that is one number.
    private func exact(_ draft: EventDraft) -> Decimal? {
        draft.tally.interval.lower == draft.tally.interval.upper ? draft.tally.interval.lower : nil
    }

    /// A figure of all that the document's event did.
    private func isTotal(_ draft: EventDraft) -> Bool {
        records[draft.record].isMain && draft.claim.modality == .asserted && draft.claim.scope.isEmpty
    }

    // MARK: What the text tells besides

    private func tellsDeath(_ told: [EventDraft], _ outcome: OutcomeWords) -> Bool {
        told.contains { $0.claim.attribute == "deaths" && $0.claim.modality != .denied }
            || reading.analysis.tokens.indices.contains { isWord($0, outcome.dies) && !isMeant($0) }
    }

    /// "attempted murder", "with intent to kill"
    private func isMeant(_ token: Int) -> Bool {
        (1...4).contains { back in
            guard token >= back else { return false }
            let flags = reading.flags(token - back)
            return flags.contains(.intention) || back == 1 && reading.analysis.tokens[token - 1].hash == Self.to
        }
    }

    private func isOpen(_ outcome: OutcomeWords) -> Bool {
        reading.analysis.tokens.indices.contains { isWord($0, outcome.open) && !isDenied($0) }
    }

    /// "not life-threatening", "non-life-threatening", "nonlife-threatening"
    private func isDenied(_ token: Int) -> Bool {
        (1...6).contains { back in
            guard token >= back else { return false }
            let word = reading.analysis.tokens[token - back]
            return reading.index.flags(word.word).contains(.negation) || word.hash == Self.no
                || reading.analysis.string(token - back).lowercased().hasPrefix("non")
        }
    }

    private func firstToken(of words: FormSet) -> Int? {
        reading.analysis.tokens.indices.first { isWord($0, words) }
    }

    private func isWord(_ token: Int, _ words: FormSet) -> Bool {
        reading.isLemma(token, words) || reading.isWord(token, words)
    }

    private static let to = FoldedForm("to").hash
    private static let no = FoldedForm("no").hash
}

/// The words of a rule for what became of people, by the hashes of their lemmas.
struct OutcomeWords: Sendable {
    /// The id of the rule whose figures are taken up.
    let counted: String
    let lives: FormSet
    let open: FormSet
    let dies: FormSet

    init(_ rule: OutcomeRule) {
        func hashes(_ words: [String]) -> FormSet { FormSet(words.map { FoldedForm($0).hash }) }
        counted = rule.counted
        lives = hashes(rule.lives)
        open = hashes(rule.open)
        dies = hashes(rule.dies)
    }
}
