import Documents
import Extraction
import Language
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
    /// Numbers of the attribute, the sentence's text, the unit and what narrows it: equal for equal ones.
    var attributeName: Int32
    var text: Int32
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

    static func sort(of claim: Claim, _ quantity: ClaimQuantity, units: UnitTable) -> Sort {
        if claim.attribute == "age" { return .age }
        guard let id = quantity.unit, id != person else { return .count }
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

/// Makes the profiles of the figures of one story.
struct CounterpartProfiler {
    private(set) var lists = WordLists()
    private var words = SentenceWords()
    private var sentences: [Sentence: WordLists.List] = [:]
    private var documents: [String: Int32] = [:]
    private var texts: [String: Int32] = [:]
    private var textLists: [String: WordLists.List] = [:]
    private var lastWords: [String: Int32] = [:]
    private let units: UnitTable
    /// The ids of rules for figures that are nothing without whose they are.
    private let owned: Set<String>

    private struct Sentence: Hashable {
        var document: Int32
        var start: Int
    }

    init(units: UnitTable, owned: Set<String>) {
        self.units = units
        self.owned = owned
    }

    var documentCount: Int { documents.count }

    /// Weighs words by how many sentences of the story have them.
    var weigher: WordWeigher { WordWeigher(lists, sentences: sentences.values, wordCount: words.count) }

    /// nil for what is no figure that its document stands by.
    /// - Parameter figures: to which its figure is added; `value` is the number of its value.
    mutating func profile(
        _ claim: Claim, at index: Int, value: Int32, figures: inout CounterpartFigures
    ) -> CounterpartProfile? {
        guard let quantity = claim.value.quantity, claim.isHeldTrue || claim.modality == .forecast,
            let figure = figures.number(of: quantity, value: value)
        else { return nil }
        let document = documents.number(of: claim.document)
        let entity = claim.subject.entity
        let sort = CounterpartProfile.sort(of: claim, quantity, units: units)
        let narrowing = claim.scope.joined(separator: ", ")
        return CounterpartProfile(
            claim: index, document: document, sort: sort, sentence: sentence(of: claim, document),
            clause: lists.list(of: words.words(of: claim.terms)), quote: list(of: claim.quote),
            attribute: list(of: claim.attribute), name: list(of: entity?.name ?? ""), scope: list(of: narrowing),
            attributeName: number(of: claim.attribute), text: number(of: claim.sentence),
            unit: number(of: quantity.unit ?? ""), narrowing: number(of: narrowing),
            isOpen: claim.isOpen, isAttributed: claim.attribution != nil, isOwned: owned.contains(claim.rule),
            time: claim.time?.days, published: claim.published, figure: figure,
            noun: lastWord(of: entity?.noun ?? (entity?.type == .person ? nil : entity?.name)),
            counted: sort == .count ? lastWord(of: claim.value.text) : -1,
            isForecast: claim.modality == .forecast)
    }

    private mutating func number(of text: String) -> Int32 { texts.number(of: text) }

    private mutating func list(of text: String) -> WordLists.List {
        if let known = textLists[text] { return known }
        let list = lists.list(of: words.words(of: text))
        textLists[text] = list
        return list
    }

    private mutating func sentence(of claim: Claim, _ document: Int32) -> WordLists.List {
        let key = Sentence(document: document, start: claim.sentenceSpan.start)
        if let known = sentences[key] { return known }
        let own = list(of: claim.sentence)
        sentences[key] = own
        return own
    }

    /// "bridge" of "Mill Bridge", "points" of "17 points"; -1 where there is none.
    private mutating func lastWord(of text: String?) -> Int32 {
        guard let text else { return -1 }
        if let known = lastWords[text] { return known }
        let last = text.split { !$0.isLetter }.last.flatMap { words.words(of: String($0)).last } ?? -1
        lastWords[text] = last
        return last
    }
}
