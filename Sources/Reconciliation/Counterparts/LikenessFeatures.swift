import Documents
import Extraction

/// How alike that is which is told with two figures, feature by feature.
struct LikenessFeatures {
    private let weigher: WordWeigher
    private let lists: WordLists
    private let cases = CounterpartModel.Likeness.allCases

    init(weigher: WordWeigher) {
        self.weigher = weigher
        lists = weigher.lists
    }

    /// What two figures have in common that several features tell, or that takes long to find.
    private struct Overlaps {
        var sentence: WordWeigher.Overlap
        var clause: WordWeigher.Overlap
        var quote: WordWeigher.Overlap
        var hasAttribute: Bool
        var hasName: Bool
        var isNamedOtherwise: Bool
        var isNameTold: Bool
    }

    /// Fills a list of values in the order of `CounterpartModel.Likeness.allCases`.
    func fill(_ values: inout [Double], _ a: CounterpartProfile, _ b: CounterpartProfile) {
        let hasName = lists.share(a.name, b.name)
        let overlaps = Overlaps(
            sentence: weigher.overlap(a.sentence, b.sentence), clause: weigher.overlap(a.clause, b.clause),
            quote: weigher.overlap(a.quote, b.quote), hasAttribute: a.hasAttribute(of: b), hasName: hasName,
            isNamedOtherwise: !hasName && !lists.isEmpty(a.name) && !lists.isEmpty(b.name),
            isNameTold: lists.share(a.name, b.sentence) || lists.share(b.name, a.sentence))
        for index in cases.indices { values[index] = value(of: cases[index], a, b, overlaps) }
    }

    // A call for each feature of each pair would cost more than the features do.
    @inline(__always)
    private func value(
        of feature: CounterpartModel.Likeness, _ a: CounterpartProfile, _ b: CounterpartProfile, _ overlaps: Overlaps
    ) -> Double {
        switch feature {
        case .sentences: overlaps.sentence.likeness
        case .clauses: overlaps.clause.likeness
        case .quotes: overlaps.quote.likeness
        case .rareWords: min(4, overlaps.sentence.weight / 5)
        case .clauseWords: min(4, overlaps.clause.count)
        case .quoteWords: min(4, overlaps.quote.count)
        case .attribute: overlaps.hasAttribute.number
        case .rule: (overlaps.hasAttribute && !a.isOpen && !b.isOpen).number
        case .oneRule: (a.isOpen != b.isOpen).number
        case .twoRules: (!overlaps.hasAttribute && !a.isOpen && !b.isOpen).number
        case .attributeWord: lists.share(a.attribute, b.attribute).number
        case .counted: (a.counted >= 0 && a.counted == b.counted).number
        case .otherCounted: (a.counted >= 0 && b.counted >= 0 && a.counted != b.counted).number
        case .countedTold: (lists.contains(b.sentence, a.counted) || lists.contains(a.sentence, b.counted)).number
        case .name: overlaps.hasName.number
        case .otherName: overlaps.isNamedOtherwise.number
        case .noun: (a.noun >= 0 && a.noun == b.noun).number
        case .nameTold: overlaps.isNameTold.number
        case .nounTold: (lists.contains(b.sentence, a.noun) || lists.contains(a.sentence, b.noun)).number
        case .scope:
            (!lists.contains(b.sentence, allOf: a.scope)).number + (!lists.contains(a.sentence, allOf: b.scope)).number
        case .scopeAlike: (!lists.isEmpty(a.scope) && a.narrowing == b.narrowing).number
        case .otherTime: a.hasOtherTime(than: b).number
        case .forecast: a.isForecast.number + b.isForecast.number
        case .oneSource: (a.isAttributed != b.isAttributed).number
        case .count: a.isCount.number
        case .duration: a.isDuration.number
        case .share: (a.sort == .share).number
        case .measure: (a.sort == .measure).number
        }
    }
}

extension Bool {
    /// 1 where it holds, else 0.
    var number: Double { self ? 1 : 0 }
}
