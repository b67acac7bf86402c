/// Lists of numbers, one behind the other in one array, so that to read them neither allocates nor counts references.
struct NumberLists {
    private(set) var numbers: [Int32] = []
    /// Where each list begins, and where the last one ends.
    private var starts: [Int32] = [0]

    init() {}

    init(_ lists: [[Int32]]) {
        for list in lists { append(list) }
    }

    var count: Int { starts.count - 1 }

    mutating func append(_ list: [Int32]) {
        numbers += list
        starts.append(Int32(numbers.count))
    }

    /// Appends a number to the list that `endList` ends.
    mutating func append(number: Int32) { numbers.append(number) }

    mutating func endList() { starts.append(Int32(numbers.count)) }

    /// Appends the list of some numbers, rising and each once.
    mutating func appendRising(_ list: [Int32]) {
        let start = numbers.count
        numbers += list
        var end = start
        numbers.withUnsafeMutableBufferPointer { all in
            var own = UnsafeMutableBufferPointer(rebasing: all[start...])
            own.sort()
            for place in start..<all.count where place == start || all[place] != all[end - 1] {
                all[end] = all[place]
                end += 1
            }
        }
        numbers.removeLast(numbers.count - end)
        starts.append(Int32(end))
    }

    mutating func removeLast() {
        numbers.removeLast(range(count - 1).count)
        starts.removeLast()
    }

    mutating func removeAll() {
        numbers.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
    }

    /// For each number below `count` the lists that have it, rising.
    func inverted(count: Int) -> NumberLists {
        var ends = [Int32](repeating: 0, count: count + 1)
        for number in numbers { ends[Int(number) + 1] += 1 }
        for number in 0..<count { ends[number + 1] += ends[number] }
        var inverted = NumberLists()
        inverted.starts = ends
        inverted.numbers = [Int32](repeating: 0, count: numbers.count)
        for list in 0..<self.count {
            for place in range(list) {
                let number = Int(numbers[place])
                inverted.numbers[Int(ends[number])] = Int32(list)
                ends[number] += 1
            }
        }
        return inverted
    }

    /// The lists without the numbers that are not wanted.
    func filtered(_ isWanted: (Int32) -> Bool) -> NumberLists {
        var filtered = NumberLists()
        for list in 0..<count {
            for place in range(list) where isWanted(numbers[place]) { filtered.numbers.append(numbers[place]) }
            filtered.starts.append(Int32(filtered.numbers.count))
        }
        return filtered
    }

    mutating func sort(_ list: Int, by areInOrder: (Int32, Int32) -> Bool) { numbers[range(list)].sort(by: areInOrder) }

    /// The places of a list in `numbers`.
    func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

    subscript(_ list: Int) -> ArraySlice<Int32> { numbers[range(list)] }

    func contains(_ list: Int, _ number: Int32) -> Bool {
        for place in range(list) where numbers[place] == number { return true }
        return false
    }

    /// True where two rising lists have a number in common.
    func share(_ a: Int, _ b: Int) -> Bool {
        var (i, j) = (Int(starts[a]), Int(starts[b]))
        let (firstEnd, secondEnd) = (Int(starts[a + 1]), Int(starts[b + 1]))
        while i < firstEnd, j < secondEnd {
            let (first, second) = (numbers[i], numbers[j])
            if first == second { return true }
            if first < second { i += 1 } else { j += 1 }
        }
        return false
    }

    /// Calls `body` with each number that two rising lists have in common.
    @inline(__always)
    func forEachCommon(_ a: Int, _ b: Int, _ body: (Int32) -> Void) {
        var (i, j) = (Int(starts[a]), Int(starts[b]))
        let (firstEnd, secondEnd) = (Int(starts[a + 1]), Int(starts[b + 1]))
        numbers.withUnsafeBufferPointer { numbers in
            while i < firstEnd, j < secondEnd {
                let (first, second) = (numbers[i], numbers[j])
                if first == second { body(first) }
                i += first <= second ? 1 : 0
                j += second <= first ? 1 : 0
            }
        }
    }
}
