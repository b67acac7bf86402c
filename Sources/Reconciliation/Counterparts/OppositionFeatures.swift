import Extraction
import Glibc

/// Whether two figures that differ are of one thing, feature by feature: what the cell knows of all figures goes into it.
struct OppositionFeatures {
    private let cell: CounterpartCell
    private let documents: Int
    /// For each figure and document what is most alike there.
    private var nearest: [Nearest]
    /// How many figures each document has.
    private var crowd: [Int]

    private struct Nearest {
        /// The score where nothing is there.
        static let none = -8.0

        var likeness = none
        var figure = -1
        var second = none
        /// That of the most alike figure that agrees.
        var agreeing = none

        mutating func add(_ likeness: Double, _ figure: Int, agrees: Bool) {
            if agrees { agreeing = max(agreeing, likeness) }
            if likeness > self.likeness {
                (second, self.likeness, self.figure) = (self.likeness, likeness, figure)
            } else {
                second = max(second, likeness)
            }
        }

        /// The most alike but for one figure.
        func besides(_ other: Int) -> Double { figure == other ? second : likeness }
    }

    /// - Parameter documents: how many the story has.
    init(_ cell: CounterpartCell, documents: Int) {
        self.cell = cell
        self.documents = documents
        nearest = Array(repeating: Nearest(), count: cell.profiles.count * documents)
        crowd = Array(repeating: 0, count: documents)
        for profile in cell.profiles { crowd[Int(profile.document)] += 1 }
        for pair in cell.pairs {
            nearest[place(pair.first, cell.profiles[pair.second].document)]
                .add(pair.likeness, pair.second, agrees: pair.agrees)
            nearest[place(pair.second, cell.profiles[pair.first].document)]
                .add(pair.likeness, pair.first, agrees: pair.agrees)
        }
    }

    private func place(_ figure: Int, _ document: Int32) -> Int { figure * documents + Int(document) }

    private static let cases = CounterpartModel.Opposition.allCases

    /// In the order of `CounterpartModel.Opposition.allCases`.
    func features(_ pair: CounterpartCell.Pair) -> [Double] {
        let (a, b) = (cell.profiles[pair.first], cell.profiles[pair.second])
        let there = nearest[place(pair.first, b.document)]
        let here = nearest[place(pair.second, a.document)]
        return Self.cases.map { value(of: $0, pair, a, b, there: there, here: here) }
    }

    private func value(
        of feature: CounterpartModel.Opposition, _ pair: CounterpartCell.Pair, _ a: CounterpartProfile,
        _ b: CounterpartProfile, there: Nearest, here: Nearest
    ) -> Double {
        switch feature {
        case .likeness: pair.likeness
        case .likely: CounterpartModel.likelihood(pair.likeness)
        case .agreement: max(there.agreeing, here.agreeing)
        case .agreementLess: min(there.agreeing, here.agreeing)
        case .agreementLikely: CounterpartModel.likelihood(max(there.agreeing, here.agreeing))
        case .matched: (there.agreeing >= pair.likeness).number + (here.agreeing >= pair.likeness).number
        case .mutual:
            (pair.likeness >= there.besides(pair.second) && pair.likeness >= here.besides(pair.first)).number
        case .margin:
            max(-6, min(10, 2 * pair.likeness - there.besides(pair.second) - here.besides(pair.first)))
        case .swappedTwo: haveSwappedTwo(a, b).number
        case .swappedMany: cell.hasSwappedDigits(pair).number
        case .ratio: min(4, logRatio(a, b))
        case .near: (logRatio(a, b) < log(2)).number
        case .slip: (logRatio(a, b) < log(12)).number
        case .crowd: log(1 + Double(crowd[Int(b.document)])) + log(1 + Double(crowd[Int(a.document)]))
        case .only: (crowd[Int(a.document)] == 1 && crowd[Int(b.document)] == 1).number
        case .corroborated:
            min(2, corroborations(pair.first, a, besides: b) + corroborations(pair.second, b, besides: a))
        case .forecast: a.isForecast.number + b.isForecast.number
        case .bound: isBound(a).number + isBound(b).number
        case .attributed: a.isAttributed.number + b.isAttributed.number
        case .small: isSmall(a).number + isSmall(b).number
        case .otherDay: (a.published != b.published).number
        case .rule: (a.hasAttribute(of: b) && !a.isOpen && !b.isOpen).number
        case .count: a.isCount.number
        case .duration: a.isDuration.number
        case .share: (a.sort == .share).number
        case .measure: (a.sort == .measure).number
        case .age: (a.sort == .age).number
        }
    }

    private func haveSwappedTwo(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Bool {
        let digits = cell.figure(a).digits
        return digits.count == 2 && QuantityComparison.areTransposed(digits, cell.figure(b).digits)
    }

    private func logRatio(_ a: CounterpartProfile, _ b: CounterpartProfile) -> Double {
        let tiny = 1e-9
        return abs(log((abs(least(a)) + tiny) / (abs(least(b)) + tiny)))
    }

    private func least(_ profile: CounterpartProfile) -> Double { cell.figure(profile).range.lowerBound }
    private func isSmall(_ profile: CounterpartProfile) -> Bool { profile.isCount && least(profile) <= 3 }
    private func isBound(_ profile: CounterpartProfile) -> Bool { cell.figure(profile).quantity.bound != nil }

    /// In how many documents but one and its own an alike figure agrees.
    private func corroborations(_ figure: Int, _ own: CounterpartProfile, besides other: CounterpartProfile) -> Double {
        (0..<Int32(documents)).reduce(0) { count, document in
            let isFurther = document != other.document && document != own.document
            return count + (isFurther && nearest[place(figure, document)].agreeing >= Self.like).number
        }
    }

    private static let like = -1.0
}
