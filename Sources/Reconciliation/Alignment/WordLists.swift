/// Lists of word numbers, rising, so that what refers to them is copied without counting references.
struct WordLists {
    /// Refers to a list.
    struct List: Hashable {
        fileprivate var number: Int32

        /// The list without words.
        static let empty = List(number: 0)

        /// The place of what is known of each list.
        var index: Int { Int(number) }
    }

    private var lists = NumberLists([[]])
    private var known: [[Int32]: List] = [:]

    var all: some Collection<List> { (0..<Int32(lists.count)).lazy.map(List.init) }

    /// The list of some words, each once. Equal lists are one.
    mutating func list(of numbers: [Int32]) -> List {
        guard !numbers.isEmpty else { return .empty }
        let list = newList(numbers)
        let words = Array(self[list])
        if let first = known[words] {
            lists.removeLast()
            return first
        }
        known[words] = list
        return list
    }

    /// The list of some words, each once, though there may be another one that is equal.
    mutating func newList(_ numbers: [Int32]) -> List {
        guard !numbers.isEmpty else { return .empty }
        lists.appendRising(numbers)
        return List(number: Int32(lists.count - 1))
    }

    /// Forgets all lists.
    mutating func removeAll() {
        lists.removeAll()
        lists.append([])
        known.removeAll(keepingCapacity: true)
    }

    subscript(_ list: List) -> ArraySlice<Int32> { lists[list.index] }

    func isEmpty(_ list: List) -> Bool { list == .empty }
    func contains(_ list: List, _ word: Int32) -> Bool { word >= 0 && lists.contains(list.index, word) }
    func contains(_ list: List, allOf other: List) -> Bool {
        for place in lists.range(other.index) where !contains(list, lists.numbers[place]) { return false }
        return true
    }

    @inline(__always)
    func forEach(_ list: List, _ body: (Int32) -> Void) {
        for place in lists.range(list.index) { body(lists.numbers[place]) }
    }

    /// What the words of a list weigh together.
    /// - Parameter weights: by word.
    func sum(of list: List, _ weights: [Double]) -> Double {
        var sum = 0.0
        for place in lists.range(list.index) { sum += weights[Int(lists.numbers[place])] }
        return sum
    }

    /// Both have words, and none in common.
    func areOthers(_ a: List, _ b: List) -> Bool { !isEmpty(a) && !isEmpty(b) && !share(a, b) }

    /// True where two lists have a word in common.
    func share(_ a: List, _ b: List) -> Bool { !isEmpty(a) && !isEmpty(b) && lists.share(a.index, b.index) }

    /// Calls `body` with each word that two lists have in common.
    @inline(__always)
    func forEachCommon(_ a: List, _ b: List, _ body: (Int32) -> Void) {
        lists.forEachCommon(a.index, b.index, body)
    }
}
