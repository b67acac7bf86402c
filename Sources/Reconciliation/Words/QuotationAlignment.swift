/// Two quotations word by word.
struct QuotationAlignment {
    private let a: [QuotedWord]
    private let b: [QuotedWord]

    /// Longer quotations are compared up to this word.
    private static let longest = 120
    /// Words that must be the same, and their share of the shorter quotation.
    private static let fewest = 6
    private static let share = 0.75
    /// Words in which they may differ at one place.
    private static let widest = 3
    /// Places in which they may differ.
    private static let most = 2

    init(_ a: [QuotedWord], _ b: [QuotedWord]) {
        self.a = Array(a.prefix(Self.longest))
        self.b = Array(b.prefix(Self.longest))
    }

    /// True where they are the same words but for one that matters.
    var differ: Bool {
        let matches = matches()
        let shorter = min(a.count { $0 != .gap }, b.count { $0 != .gap })
        guard matches.count >= Self.fewest, Double(matches.count) >= Self.share * Double(shorter) else { return false }
        var found = 0
        // A "not" that has only moved denies the same.
        let negates = WordDifference.countNegations(a[...]) != WordDifference.countNegations(b[...])
        for (before, after) in zip(matches, matches.dropFirst()) {
            let (first, second) = (a[(before.0 + 1)..<after.0], b[(before.1 + 1)..<after.1])
            if first.isEmpty, second.isEmpty { continue }
            // Words in between that only one has were left out, or are another sentence.
            guard first.count <= Self.widest, second.count <= Self.widest else { return false }
            if WordDifference(first, second).matters(negation: negates) { found += 1 }
        }
        if differAtEnd(matches) { found += 1 }
        // Who says three things in one pattern has said three things.
        return (1...Self.most).contains(found)
    }

    /// The last word alone differs.
    private func differAtEnd(_ matches: [(Int, Int)]) -> Bool {
        guard let last = matches.last, matches.count >= Self.fewest + 2 else { return false }
        let (first, second) = (a[(last.0 + 1)...], b[(last.1 + 1)...])
        return first.count == 1 && second.count == 1 && WordDifference(first, second).matters(negation: true)
    }

    /// The places of a longest common subsequence.
    private func matches() -> [(Int, Int)] {
        let width = b.count + 1
        var length = [Int16](repeating: 0, count: (a.count + 1) * width)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                length[i * width + j] =
                    a[i] == b[j] && a[i] != .gap
                    ? length[(i + 1) * width + j + 1] + 1
                    : max(length[(i + 1) * width + j], length[i * width + j + 1])
            }
        }
        var matches: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j], a[i] != .gap {
                matches.append((i, j))
                i += 1
                j += 1
            } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return matches
    }
}

/// What two quotations have at one place.
struct WordDifference {
    private let a: ArraySlice<QuotedWord>
    private let b: ArraySlice<QuotedWord>

    init(_ a: ArraySlice<QuotedWord>, _ b: ArraySlice<QuotedWord>) {
        self.a = a
        self.b = b
    }

    /// A negation or a modal that only one has, or another content word: what was left out or put in agrees, and so do
    /// other forms of one word and the tense of reported speech.
    /// - Parameter negation: a negation here is one that the other quotation lacks.
    func matters(negation: Bool) -> Bool {
        if a.contains(.gap) || b.contains(.gap) { return false }
        if (Self.countNegations(a) > 0) != (Self.countNegations(b) > 0) { return negation }
        guard !a.isEmpty, !b.isEmpty else { return false }
        if !Self.haveOneModal(a, b) { return true }
        let (first, second) = (Self.content(a), Self.content(b))
        guard !first.isEmpty, !second.isEmpty else { return false }
        return !first.contains { word in second.contains { Self.areForms(word, $0) } }
    }

    static func countNegations(_ words: ArraySlice<QuotedWord>) -> Int { words.count { negations.contains($0) } }

    /// The modals of a side, each by its present.
    private static func modals(_ words: ArraySlice<QuotedWord>) -> Set<Int> {
        Set(words.compactMap { modals[$0] })
    }

    /// "had to" is "must" as it is reported.
    private static func haveOneModal(_ a: ArraySlice<QuotedWord>, _ b: ArraySlice<QuotedWord>) -> Bool {
        let (first, second) = (modals(a), modals(b))
        if first == second { return true }
        let isMust = first.union(second) == Set([must].compactMap { modals[$0] }) && (first.isEmpty || second.isEmpty)
        return isMust && (first.isEmpty ? a : b).contains { obligations.contains($0) }
    }

    private static func content(_ words: ArraySlice<QuotedWord>) -> [QuotedWord] {
        words.filter { !function.contains($0) && modals[$0] == nil && !negations.contains($0) }
    }

    /// Forms of one word, or a number in words and in figures.
    private static func areForms(_ a: QuotedWord, _ b: QuotedWord) -> Bool {
        let (first, second) = (a.letters, b.letters)
        let isNumber = { (letters: [UInt8]) in letters.first.map { (0x30...0x39).contains($0) } ?? false }
        if isNumber(first) || isNumber(second) { return isNumber(first) != isNumber(second) }
        // "'til" is "until".
        if min(first.count, second.count) > 2, first.ends(with: second) || second.ends(with: first) { return true }
        let common = zip(first, second).prefix { $0 == $1 }.count
        let (shorter, longer) = (min(first.count, second.count), max(first.count, second.count))
        return common >= 3 && common * 10 >= shorter * 7 && longer - common <= 4
            || Spelling.isOneSlip(first, second) && shorter > 6
    }

    private static func set(_ words: String) -> Set<QuotedWord> {
        Set(words.split(separator: " ").flatMap { QuotedWord.words(of: String($0)) })
    }

    private static let negations = set("not never no none nobody nothing neither nor hardly")
    private static let must = QuotedWord(letters: Array("must".utf8))
    private static let obligations = set("have has had need needs needed")
    private static let modals: [QuotedWord: Int] = {
        let groups = ["can could", "may might", "will would shall", "should ought", "must"]
        var table: [QuotedWord: Int] = [:]
        for (group, words) in groups.enumerated() {
            for word in set(words) { table[word] = group }
        }
        return table
    }()
    private static let function = set(
        """
        a an the this that these those my your his her its our their i you he she it we they me him them us who which what as
        is are was were be been being am has have had having do does did of in on at to from by with for and or but so if then
        there here just very really quite also too s re ve d m about into up out off over than only
        """.split(whereSeparator: \.isWhitespace).joined(separator: " "))
}

extension [UInt8] {
    fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
