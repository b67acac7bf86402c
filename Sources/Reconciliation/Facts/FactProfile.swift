import Documents
import Extraction

/// What comparing facts looks at of a claim, made once.
struct FactProfile {
    var subject: FactSubject
    /// Rising.
    var terms: [String]
    /// Claims with one group can be about one fact.
    var group: String
    /// The last word of the full name of whom it is told; nil for a description or a single word.
    var familyName: String?

    /// nil for a claim that tells no fact, or not as true.
    init?(_ claim: Claim) {
        // "Sunday's final will be remembered": the day stands, whatever is foretold.
        guard claim.modality == .asserted || claim.modality == .hedged || claim.isDateOfStory else { return nil }
        switch claim.value.content {
        case .place, .polarity, .rank: group = claim.rule + "\u{1F}" + claim.attribute
        case .set, .words:
            guard claim.rule.hasPrefix("kind.") else { return nil }
            group = claim.rule
        case .time(let moment):
            guard claim.isDateOfStory, claim.modality != .denied else { return nil }
            // "the 1974 final" is another one.
            guard !claim.attribute.hasPrefix("day ") || moment.days?.days == 1 else { return nil }
            group = claim.rule
        case .quantity, .name: return nil
        }
        subject = FactSubject(claim.subject)
        terms = claim.terms.sorted()
        familyName = subject.name.count > 1 ? subject.name.last.map(String.init) : nil
    }

    func sharedTerms(_ other: FactProfile) -> [String] {
        var shared: [String] = []
        var (i, j) = (0, 0)
        while i < terms.count, j < other.terms.count {
            if terms[i] == other.terms[j] {
                shared.append(terms[i])
                i += 1
                j += 1
            } else if terms[i] < other.terms[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared
    }
}
