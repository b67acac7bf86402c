import Documents
import Extraction

/// How alike that is which is told with two figures, feature by feature.
struct LikenessFeatures {
    private let weigher: WordWeigher
    private let cases = CounterpartModel.Likeness.allCases

    init(weigher: WordWeigher) { self.weigher = weigher }

    /// Fills a list of values in the order of `CounterpartModel.Likeness.allCases`.
    func fill(_ values: inout [Double], _ a: CounterpartProfile, _ b: CounterpartProfile) {
        for index in cases.indices { values[index] = value(of: cases[index], a, b) }
    }

    private func value(
        of feature: CounterpartModel.Likeness, _ a: CounterpartProfile, _ b: CounterpartProfile
    ) -> Double {
        switch feature {
        case .sentences: weigher.likeness(a.sentence, b.sentence)
        case .clauses: weigher.likeness(a.clause, b.clause)
        case .quotes: weigher.likeness(a.quote, b.quote)
        case .rareWords: min(4, weigher.common(a.sentence, b.sentence) / 5)
        case .clauseWords: Self.shared(a.clause, b.clause)
        case .quoteWords: Self.shared(a.quote, b.quote)
        case .attribute: a.hasAttribute(of: b).number
        case .rule: (a.hasAttribute(of: b) && !a.isOpen && !b.isOpen).number
        case .oneRule: (a.isOpen != b.isOpen).number
        case .twoRules: (!a.hasAttribute(of: b) && !a.isOpen && !b.isOpen).number
        case .attributeWord: ClaimProfile.share(a.attribute, b.attribute).number
        case .counted: (a.counted >= 0 && a.counted == b.counted).number
        case .otherCounted: (a.counted >= 0 && b.counted >= 0 && a.counted != b.counted).number
        case .countedTold: (b.sentence.contains(a.counted) || a.sentence.contains(b.counted)).number
        case .name: ClaimProfile.share(a.name, b.name).number
        case .otherName: a.hasOtherName(than: b).number
        case .noun: (a.noun >= 0 && a.noun == b.noun).number
        case .nameTold: (ClaimProfile.share(a.name, b.sentence) || ClaimProfile.share(b.name, a.sentence)).number
        case .nounTold: (b.sentence.contains(a.noun) || a.sentence.contains(b.noun)).number
        case .scope: (!Self.isTold(a.scope, b.sentence)).number + (!Self.isTold(b.scope, a.sentence)).number
        case .scopeAlike: (!a.scope.isEmpty && a.narrowing == b.narrowing).number
        case .otherTime: a.hasOtherTime(than: b).number
        case .forecast: a.isForecast.number + b.isForecast.number
        case .oneSource: (a.isAttributed != b.isAttributed).number
        case .count: a.isCount.number
        case .duration: a.isDuration.number
        case .share: (a.sort == .share).number
        case .measure: (a.sort == .measure).number
        }
    }

    private static func shared(_ a: [Int32], _ b: [Int32]) -> Double {
        var count = 0.0
        ClaimProfile.forEachCommon(a, b) { _ in count += 1 }
        return min(4, count)
    }

    /// All that narrows one figure stands in the other's sentence.
    private static func isTold(_ scope: [Int32], _ sentence: [Int32]) -> Bool { scope.allSatisfy(sentence.contains) }
}

extension CounterpartProfile {
    func hasAttribute(of other: CounterpartProfile) -> Bool { attributeName == other.attributeName }

    /// Both subjects have names, and share no word of them.
    func hasOtherName(than other: CounterpartProfile) -> Bool {
        !name.isEmpty && !other.name.isEmpty && !ClaimProfile.share(name, other.name)
    }

    /// The times that both are told for do not meet.
    func hasOtherTime(than other: CounterpartProfile) -> Bool {
        guard let time, let others = other.time else { return false }
        return !time.overlaps(others)
    }
}

extension Bool {
    /// 1 where it holds, else 0.
    var number: Double { self ? 1 : 0 }
}
