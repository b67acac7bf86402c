import Documents
import Extraction
import Values

/// What is looked at of a figure when its counterpart is sought, made once. It holds numbers alone, as it is read for each
/// pair of figures.
struct CounterpartProfile {
    /// What a figure measures.
    enum Sort { case age, count, duration, money, share, measure }

    /// Index of the claim.
    var claim: Int
    /// Number of the document in the story.
    var document: Int32
    var sort: Sort
    /// The content words of its sentence, its clause and its quote, its attribute, its subject's name, and of what narrows it.
    var sentence: WordLists.List
    var clause: WordLists.List
    var quote: WordLists.List
    var attribute: WordLists.List
    var name: WordLists.List
    var scope: WordLists.List
    /// Digest of the sentence's text: copies of one text have one.
    var text: UInt64
    /// Numbers of the attribute, the unit and what narrows it: equal for equal ones.
    var attributeName: Int32
    var unit: Int32
    var narrowing: Int32
    var isOpen: Bool
    var isAttributed: Bool
    /// The figure is nothing without whose it is.
    var isOwned: Bool
    var time: DayInterval?
    var published: DayInterval?
    /// Number of its quantity: equal for equal ones.
    var figure: Int32
    /// The noun of its subject and what it counts, or -1.
    var noun: Int32
    var counted: Int32
    var isForecast: Bool

    /// That of figures of a unit that are no ages.
    static func sort(unit: String?, units: UnitTable) -> Sort {
        guard let id = unit, id != person else { return .count }
        return switch units[id]?.dimension {
        case .time: .duration
        case .money: .money
        case .share: .share
        default: .measure
        }
    }

    private static let person = "person"

    var isCount: Bool { sort == .count }
    var isDuration: Bool { sort == .duration }

    func hasAttribute(of other: CounterpartProfile) -> Bool { attributeName == other.attributeName }

    /// The times that both are told for do not meet.
    func hasOtherTime(than other: CounterpartProfile) -> Bool {
        guard let time, let others = other.time else { return false }
        return !time.overlaps(others)
    }
}
