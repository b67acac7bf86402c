/// Lists of word numbers, rising, one behind the other in one array, so that what refers to them is copied without counting
/// references. Equal lists are one.
struct WordLists {
    /// Refers to a list.
    struct List: Hashable {
        fileprivate var number: Int32

        /// The list without words.
        static let empty = List(number: 0)

        /// The place of what is known of each list.
        var index: Int { Int(number) }
    }

    private var words: [Int32] = []
    /// Where each list begins, and where the last one ends.
    private var starts: [Int32] = [0, 0]
    private var known: [[Int32]: List] = [:]

    var all: some Collection<List> { (0..<Int32(starts.count - 1)).lazy.map(List.init) }

    /// The list of some words, each once.
    mutating func list(of numbers: [Int32]) -> List {
        guard !numbers.isEmpty else { return .empty }
        let rising = Self.rising(numbers)
        if let list = known[rising] { return list }
        words += rising
        starts.append(Int32(words.count))
        let list = List(number: Int32(starts.count - 2))
        known[rising] = list
        return list
    }

    /// Some numbers rising, each once.
    private static func rising(_ numbers: [Int32]) -> [Int32] {
        var numbers = numbers.sorted()
        var last: Int32 = -1
        numbers.removeAll { number in
            defer { last = number }
            return number == last
        }
        return numbers
    }

    subscript(_ list: List) -> ArraySlice<Int32> { words[Int(starts[list.index])..<Int(starts[list.index + 1])] }

    func isEmpty(_ list: List) -> Bool { list == .empty }
    func contains(_ list: List, _ word: Int32) -> Bool { word >= 0 && self[list].contains(word) }
    func contains(_ list: List, allOf other: List) -> Bool { self[other].allSatisfy { contains(list, $0) } }

    /// Both have words, and none in common.
    func areOthers(_ a: List, _ b: List) -> Bool { !isEmpty(a) && !isEmpty(b) && !share(a, b) }

    /// True where two lists have a word in common.
    func share(_ a: List, _ b: List) -> Bool {
        var found = false
        forEachCommon(a, b) { _ in found = true }
        return found
    }

    /// Calls `body` with each word that two lists have in common.
    @inline(__always)
    func forEachCommon(_ a: List, _ b: List, _ body: (Int32) -> Void) {
        var (i, j) = (Int(starts[a.index]), Int(starts[b.index]))
        let (firstEnd, secondEnd) = (Int(starts[a.index + 1]), Int(starts[b.index + 1]))
        words.withUnsafeBufferPointer { words in
            while i < firstEnd, j < secondEnd {
                let (first, second) = (words[i], words[j])
                if first == second { body(first) }
                i += first <= second ? 1 : 0
                j += second <= first ? 1 : 0
            }
        }
    }
}
