import Extraction

/// Which words of a role tell that it excludes another.
struct RoleTables {
    /// The field of each word that names one.
    let fields: [String: Int]
    private let offices: [[Substring]: Int]
    private let trades: [[Substring]: Int]

    init(_ rules: RuleSet = RuleSet()) {
        var fields: [String: Int] = [:]
        for (field, words) in rules.portfolios.enumerated() {
            for word in words { fields[word.lowercased()] = field }
        }
        self.fields = fields
        offices = Self.numbered(rules.offices)
        trades = Self.numbered(rules.trades)
    }

    private static func numbered(_ groups: [[String]]) -> [[Substring]: Int] {
        var numbers: [[Substring]: Int] = [:]
        for (number, names) in groups.enumerated() {
            for name in names { numbers[name.lowercased().split(separator: " ")] = number }
        }
        return numbers
    }

    func office(_ words: [Substring]) -> Int? { longest(words, offices) }
    func trade(_ words: [Substring]) -> Int? { longest(words, trades) }

    /// What the most of the last words are: a "bus driver" is told by both words, a "village teacher" by one.
    private func longest(_ words: [Substring], _ table: [[Substring]: Int]) -> Int? {
        words.indices.lazy.compactMap { table[Array(words[$0...])] }.first
    }
}
