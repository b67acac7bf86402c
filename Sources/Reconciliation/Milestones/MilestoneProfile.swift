import Documents
import Extraction
import Language

/// What comparing the dates of steps looks at of a claim, made once.
struct MilestoneProfile {
    /// Index of the claim.
    var claim: Int
    var steps: Set<Int>
    var moment: ClaimMoment
    /// The names and aliases of its subject; empty where the subject has none.
    var names: Set<String>
    /// The words of those names; of a person the family name alone, which tells who it is.
    var nameWords: Set<String>
    /// It names a place, where much happens.
    var isPlace: Bool
    /// The nouns that stand for its subject.
    var nouns: Set<String>
    /// The other words of its clause.
    var words: Set<String>
    /// All words of its sentence, without the endings of plurals.
    var sentence: Set<String>
    /// Those of them that are capitalised, but for the first.
    var named: Set<String>
    /// The first word of the sentence, which may be a name.
    var opening: String
    /// "second", "previous": which of several it is.
    var order: Set<String>
    /// Its subject may have done it to something else as well: who bought, joined or wrote one thing bought another.
    var isDoer: Bool
    /// It was still to come when the document was written.
    var isPlan: Bool
}

/// Makes the profiles of dates.
struct MilestoneProfiler {
    let steps: StepWords
    /// Nouns for so many things that two documents may mean two of them.
    let vague: Set<String>
    /// The first of its synonyms for each word that has some.
    let synonyms: [String: String]
    let forms: NameForms

    /// nil for a claim that tells no date of a step, or not as something that was or will be.
    func profile(_ claim: Claim, at index: Int) -> MilestoneProfile? {
        guard let moment = claim.value.time, let isPlan = Self.isPlan(claim, moment),
            moment.days != nil || moment.weekday != nil || moment.month != nil
        else { return nil }
        let steps = steps.steps(of: claim)
        guard !steps.isEmpty else { return nil }
        let entity = claim.subject.entity
        let names = Set(entity.map(forms.keys) ?? [])
        let named = entity.flatMap { $0.type == .person ? nil : $0.name }.flatMap {
            PlaceName.key($0).split(separator: " ").last
        }
        let nouns = [entity?.noun, named.map(String.init)].compactMap { $0 }.map(common)
        let written = Self.words(claim.sentence)
        let spoken = Set(written.map { $0.lowercased() })
        return MilestoneProfile(
            claim: index, steps: steps, moment: moment, names: names,
            nameWords: Set(names.flatMap { Self.telling($0, isPerson: entity?.type == .person) }),
            isPlace: entity?.type == .place, nouns: Set(nouns),
            words: Set(claim.terms.filter { !self.steps.isStep($0) && !Self.calendar.contains($0) }.map(common))
                .subtracting([claim.attribute]),
            sentence: Set(spoken.map { common(Self.singular($0)) }),
            named: Set(written.dropFirst().filter(Self.isName).map { $0.lowercased() }),
            opening: written.first?.lowercased() ?? "",
            order: spoken.intersection(Self.order),
            isDoer: claim.isOpen && entity.map(isDoer) ?? false, isPlan: isPlan)
    }

    private static func telling(_ name: String, isPerson: Bool) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        return isPerson ? words.suffix(1) : words
    }

    private func isDoer(_ entity: Entity) -> Bool {
        entity.type == .person || entity.type == .organization || entity.noun.map(vague.contains) ?? false
    }

    /// A word may be the first of one list and stand in another.
    private func common(_ word: String) -> String {
        let first = synonyms[word] ?? word
        return synonyms[first] ?? first
    }

    /// nil where the document does not say that it was or will be.
    private static func isPlan(_ claim: Claim, _ moment: ClaimMoment) -> Bool? {
        switch claim.modality {
        case .forecast: return true
        case .asserted, .hedged:
            guard let days = moment.days, let published = claim.published else { return false }
            return days.first > published.last
        case .denied, .hypothetical, .quoted: return nil
        }
    }

    private static func words(_ text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

    private static func singular(_ word: String) -> String {
        guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
        return String(word.dropLast(["ches", "shes", "xes"].contains { word.hasSuffix($0) } ? 2 : 1))
    }

    private static func isName(_ word: Substring) -> Bool {
        word.count > 2 && word.first?.isUppercase ?? false && !calendar.contains(word.lowercased())
    }

    /// Words of dates, which say nothing of what is dated.
    private static let calendar: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer",
        "autumn", "winter", "morning", "afternoon", "evening", "night", "day", "week", "month", "year", "end", "the",
    ]
    private static let order: Set<String> = [
        "second", "third", "fourth", "fifth", "sixth", "previous", "earlier", "another", "again",
    ]
}
