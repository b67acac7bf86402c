import Documents
import Extraction
import Language
import Values

/// What is looked at of a figure when its counterpart is sought, made once. Words are numbers, rising, each once.
struct CounterpartProfile {
    /// What a figure measures.
    enum Sort { case age, count, duration, money, share, measure }

    /// Index of the claim.
    var claim: Int
    /// Number of the document in the story.
    var document: Int32
    var sort: Sort
    /// The content words of its sentence, its clause and its quote, its attribute, its subject's name, and of what narrows it.
    var sentence: [Int32]
    var clause: [Int32]
    var quote: [Int32]
    var attribute: [Int32]
    var name: [Int32]
    var scope: [Int32]
    /// Numbers of the attribute, the sentence's text, the unit and what narrows it: equal for equal ones.
    var attributeName: Int32
    var text: Int32
    var unit: Int32
    var narrowing: Int32
    var isOpen: Bool
    var isAttributed: Bool
    var time: DayInterval?
    var published: DayInterval?
    var quantity: ClaimQuantity
    /// The noun of its subject and what it counts, or -1.
    var noun: Int32
    var counted: Int32
    /// In the base unit; a bound goes on without end.
    var range: ClosedRange<Double>
    /// The digits of a plain figure that tell: 12 of 1.2 million and of 0.12; empty for others.
    var digits: [UInt8]
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
}

/// Makes the profiles of the figures of one story.
struct CounterpartProfiler {
    private var words = SentenceWords()
    private var sentences: [Sentence: [Int32]] = [:]
    private var documents: [String: Int32] = [:]
    private var texts: [String: Int32] = [:]
    private let units: UnitTable

    private struct Sentence: Hashable {
        var document: Int32
        var start: Int
    }

    init(units: UnitTable) { self.units = units }

    /// The words of each sentence of the story, once.
    var allSentences: [[Int32]] { Array(sentences.values) }
    var wordCount: Int { words.count }
    var documentCount: Int { documents.count }

    /// nil for what is no figure that its document stands by.
    mutating func profile(_ claim: Claim, at index: Int) -> CounterpartProfile? {
        guard let quantity = claim.value.quantity, claim.isHeldTrue || claim.modality == .forecast,
            let range = range(of: quantity)
        else { return nil }
        let document = documents.number(of: claim.document)
        let entity = claim.subject.entity
        let sort = CounterpartProfile.sort(of: claim, quantity, units: units)
        return CounterpartProfile(
            claim: index, document: document, sort: sort, sentence: sentence(of: claim, document),
            clause: words.words(of: claim.terms), quote: words.words(of: claim.quote),
            attribute: words.words(of: claim.attribute), name: entity?.name.map { words.words(of: $0) } ?? [],
            scope: words.words(of: claim.scope),
            attributeName: number(of: claim.attribute), text: number(of: claim.sentence),
            unit: number(of: quantity.unit ?? ""), narrowing: number(of: claim.scope.joined(separator: ", ")),
            isOpen: claim.isOpen, isAttributed: claim.attribution != nil, time: claim.time?.days,
            published: claim.published, quantity: quantity,
            noun: lastWord(of: entity?.noun ?? (entity?.type == .person ? nil : entity?.name)),
            counted: sort == .count ? lastWord(of: claim.value.text) : -1,
            range: range, digits: Self.digits(of: quantity), isForecast: claim.modality == .forecast)
    }

    private mutating func number(of text: String) -> Int32 { texts.number(of: text) }

    private mutating func sentence(of claim: Claim, _ document: Int32) -> [Int32] {
        let key = Sentence(document: document, start: claim.sentenceSpan.start)
        if let known = sentences[key] { return known }
        let own = words.words(of: claim.sentence)
        sentences[key] = own
        return own
    }

    /// "bridge" of "Mill Bridge", "points" of "17 points"; -1 where there is none.
    private mutating func lastWord(of text: String?) -> Int32 {
        guard let last = text?.split(whereSeparator: { !$0.isLetter }).last else { return -1 }
        return words.words(of: String(last)).last ?? -1
    }

    private func range(of quantity: ClaimQuantity) -> ClosedRange<Double>? {
        let unit = quantity.unit.flatMap { units[$0] }
        let interval = unit?.inBase(quantity.interval) ?? quantity.interval
        let scale = unit?.dimension == .time && unit?.base == Self.month ? Self.secondsInMonth : 1
        let lower = interval.lower.map { Double("\($0)") ?? 0 }
        let upper = interval.upper.map { Double("\($0)") ?? 0 }
        guard let least = lower ?? upper.map({ min($0, 0) }), let most = upper ?? lower.map({ _ in .infinity }),
            least <= most
        else { return nil }
        return least * scale...most * scale
    }

    private static let month = "month"
    /// A month of the Gregorian calendar in the mean, as no month has an exact length.
    private static let secondsInMonth = 2_629_746.0

    private static func digits(of quantity: ClaimQuantity) -> [UInt8] {
        guard let value = quantity.interval.lower, value == quantity.interval.upper else { return [] }
        let digits = "\(value)".utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
        let zero = UInt8(ascii: "0")
        return Array(digits.drop { $0 == zero }.reversed().drop { $0 == zero }.reversed())
    }
}
