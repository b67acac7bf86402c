import Documents
import Extraction
import FoundationEssentials
import Values

/// Compares ages that documents of different days tell of one person.
enum AgeComparison {
    /// A birthday lies between the days, so that both can hold. The age at which somebody died stays what it is.
    static func hadBirthday(between a: Claim, and b: Claim) -> Bool {
        guard a.attribute == age, b.attribute == age, let first = a.published, let second = b.published,
            first.last < second.first || second.last < first.first, !tellsDeath(a), !tellsDeath(b)
        else { return false }
        let (earlier, later, from, to) = first.last < second.first ? (a, b, first, second) : (b, a, second, first)
        guard let younger = earlier.value.quantity?.interval.lower, let older = later.value.quantity?.interval.lower
        else { return false }
        let years = (to.last - from.first) / daysOfYear
        return older - younger >= Decimal(years) && older - younger <= Decimal(years + 1)
    }

    private static func tellsDeath(_ claim: Claim) -> Bool { claim.terms.contains(where: deaths.contains) }

    private static let age = "age"
    private static let daysOfYear = 365
    private static let deaths: Set<String> = ["die", "death", "dead", "kill", "late"]
}
