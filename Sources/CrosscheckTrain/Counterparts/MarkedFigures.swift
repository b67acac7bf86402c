import Crosscheck
import Extraction
import Reconciliation

/// Two figures that differ, and the discrepancies in which readers found them.
struct MarkedPair {
    var example: LogisticRegression.Example
    /// Indices of the claims.
    var first: Int
    var second: Int
    /// Places in the gold list.
    var discrepancies: Set<Int>
}

/// The figures of a set, each with where the gold list has it.
struct MarkedFigures {
    private let claims: [Claim]
    private let finder: CounterpartFinder
    private let places: [[Place]]
    let path: String
    /// How many stories its documents were found to tell: 1 where they are compared with one another.
    var storyCount: Int { finder.storyCount }

    init(_ set: MarkedSet, _ checker: Checker) throws {
        path = set.path
        let run = try checker.counterparts(in: [set.path])
        claims = run.claims
        finder = run.finder
        places = claims.map { Self.places(of: $0, in: set.gold) }
    }

    /// What a model of likeness learns from: pairs that are marked, or give one figure that tells, against those that differ.
    func likenessExamples() -> [LogisticRegression.Example] {
        finder.likenessExamples().compactMap { example in
            let isOne = example.isSame || !discrepancies(of: example).isEmpty
            guard isOne || !example.agrees else { return nil }
            return LogisticRegression.Example(features: example.features, isMarked: isOne)
        }
    }

    /// What a model of opposition learns from: pairs that differ, marked or not.
    func oppositionPairs(likeness: CounterpartModel.Weights) -> [MarkedPair] {
        finder.oppositionExamples(likeness: likeness).map { example in
            let discrepancies = discrepancies(of: example)
            return MarkedPair(
                example: .init(features: example.features, isMarked: !discrepancies.isEmpty), first: example.first,
                second: example.second, discrepancies: discrepancies)
        }
    }

    /// The figures of a pair with their sentences, a line each.
    func text(of pair: MarkedPair) -> String {
        [pair.first, pair.second].map { index in
            let claim = claims[index]
            return "    \(claim.attribute): \(claim.value.text) | \(claim.sentence)"
        }.joined(separator: "\n")
    }

    /// Places in the gold list of the discrepancies in which both figures take part, by statements of their own.
    private func discrepancies(of example: CounterpartFinder.Example) -> Set<Int> {
        Set(
            places[example.first].filter { a in
                places[example.second].contains { $0.discrepancy == a.discrepancy && $0.statement != a.statement }
            }.map(\.discrepancy))
    }

    private struct Place {
        var discrepancy: Int
        var statement: Int
    }

    /// Where the gold list has the claim.
    private static func places(of claim: Claim, in gold: MarkedSet.Gold) -> [Place] {
        gold.discrepancies.enumerated().flatMap { discrepancy, entry in
            entry.claims.enumerated().filter { isTold(claim, by: $0.element) }
                .map { Place(discrepancy: discrepancy, statement: $0.offset) }
        }
    }

    private static func isTold(_ claim: Claim, by statement: MarkedSet.Statement) -> Bool {
        guard claim.document.hasSuffix("/" + statement.doc) else { return false }
        let quote = statement.quote.collapsingWhitespace
        let isSame =
            quote.contains(claim.quote) || claim.quote.contains(quote)
            || claim.sentence.contains(quote) && quote.contains(claim.value.text.collapsingWhitespace)
        return isSame && hasValue(claim, statement.value)
    }

    /// The claim's figure is one of those of the text, in thousands or millions where it says so; a text without a number
    /// may be any.
    private static func hasValue(_ claim: Claim, _ text: String) -> Bool {
        guard let interval = claim.value.quantity?.interval, let end = interval.lower ?? interval.upper else {
            return false
        }
        let words = text.lowercased().replacing(",", with: "").split { !$0.isNumber && !$0.isLetter && $0 != "." }
        let numbers = words.compactMap { word in
            small.firstIndex(of: String(word)).map(Double.init)
                ?? Double(word.prefix { $0.isNumber || $0 == "." }.drop { $0 == "." })
        }
        let least = Double("\(end)") ?? 0
        let most = interval.upper.flatMap { Double("\($0)") } ?? least
        return numbers.isEmpty
            || numbers.contains { number in
                [1, 100, 1e3, 1e6, 1e9].contains { scale in
                    abs(least - number * scale) <= number * scale / 50
                        || (least...max(least, most)).contains(number * scale)
                }
            }
    }

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
}
