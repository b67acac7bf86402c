/// The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence: a stack, the first
/// word of the buffer, and the arcs made so far. The root stands behind the last word, so each tree has one root.
package final class ParserState {
    /// No word.
    package static let none = Int32(-1)

    // Stored properties that other modules can reach are checked for overlapping access at run time, each time; these are
    // read too often for that.
    private(set) var wordCount = 0
    private(set) var stackDepth = 0
    private(set) var firstOfBuffer = 0
    private(set) var stackWords: UnsafeMutablePointer<Int32>
    private var capacity = 0
    private var storage: UnsafeMutablePointer<Int32>
    private var sets: UnsafeMutablePointer<UInt64>
    private(set) var heads: UnsafeMutablePointer<Int32>
    private(set) var labels: UnsafeMutablePointer<Int32>
    /// The outermost and the second dependents on each side, and how many there are.
    private(set) var left1: UnsafeMutablePointer<Int32>
    private(set) var left2: UnsafeMutablePointer<Int32>
    private(set) var right1: UnsafeMutablePointer<Int32>
    private(set) var right2: UnsafeMutablePointer<Int32>
    private(set) var leftCount: UnsafeMutablePointer<Int32>
    private(set) var rightCount: UnsafeMutablePointer<Int32>
    /// The labels on each side, as bits.
    private(set) var leftSet: UnsafeMutablePointer<UInt64>
    private(set) var rightSet: UnsafeMutablePointer<UInt64>

    private static let arrays = 9

    package var count: Int { wordCount }
    package var stack: UnsafeMutablePointer<Int32> { stackWords }
    package var depth: Int { stackDepth }
    /// The first word of the buffer; `count` is the root.
    package var next: Int { firstOfBuffer }

    package init() {
        storage = .allocate(capacity: 1)
        sets = .allocate(capacity: 1)
        (stackWords, heads, labels, left1, left2, right1, right2) =
            (storage, storage, storage, storage, storage, storage, storage)
        (leftCount, rightCount, leftSet, rightSet) = (storage, storage, sets, sets)
        reserve(256)
    }

    deinit {
        storage.deallocate()
        sets.deallocate()
    }

    private func reserve(_ count: Int) {
        guard count >= capacity else { return }
        storage.deallocate()
        sets.deallocate()
        capacity = max(count + 1, capacity * 2)
        storage = .allocate(capacity: capacity * Self.arrays)
        sets = .allocate(capacity: capacity * 2)
        var next = storage
        func take() -> UnsafeMutablePointer<Int32> {
            defer { next += capacity }
            return next
        }
        (stackWords, heads, labels) = (take(), take(), take())
        (left1, left2, right1, right2, leftCount, rightCount) = (take(), take(), take(), take(), take(), take())
        (leftSet, rightSet) = (sets, sets + capacity)
    }

    /// Starts a sentence of `count` words.
    package func reset(_ count: Int) {
        reserve(count)
        wordCount = count
        stackDepth = 0
        firstOfBuffer = 0
        for array in [heads, labels, left1, left2, right1, right2] {
            array.initialize(repeating: Self.none, count: count + 1)
        }
        leftCount.initialize(repeating: 0, count: count + 1)
        rightCount.initialize(repeating: 0, count: count + 1)
        leftSet.initialize(repeating: 0, count: count + 1)
        rightSet.initialize(repeating: 0, count: count + 1)
    }

    package var isFinished: Bool { next == count && depth == 0 }
    package var canShift: Bool { next < count }
    /// The word on top of the stack may hang on the first of the buffer; on the root only when it is the last.
    package var canLeft: Bool { depth > 0 && (next < count || depth == 1) }
    /// The word on top of the stack may hang on the one below.
    package var canRight: Bool { depth > 1 }

    @inline(__always)
    package func shift() {
        stack[depth] = Int32(truncatingIfNeeded: next)
        stackDepth &+= 1
        firstOfBuffer &+= 1
    }

    /// Hangs the top of the stack on the first word of the buffer.
    @inline(__always)
    package func left(_ label: Int) {
        stackDepth &-= 1
        let child = Int(stack[depth])
        attach(child, to: next, label)
        left2[next] = left1[next]
        left1[next] = Int32(truncatingIfNeeded: child)
        leftCount[next] &+= 1
        leftSet[next] |= 1 << UInt64(truncatingIfNeeded: label)
    }

    /// Makes the transitions that leave no choice.
    /// - Returns: true where a choice is due, false where the tree is complete.
    @inline(__always)
    package func advance(rootLabel: Int) -> Bool {
        while !isFinished {
            if next == count, !canRight {
                left(rootLabel)
            } else if !canLeft, !canRight {
                shift()
            } else {
                return true
            }
        }
        return false
    }

    /// Hangs the top of the stack on the root, whatever is left of the sentence.
    func makeRoot(_ label: Int) {
        stackDepth &-= 1
        attach(Int(stack[depth]), to: count, label)
    }

    /// Hangs the top of the stack on the word below it.
    @inline(__always)
    package func right(_ label: Int) {
        stackDepth &-= 1
        let child = Int(stack[depth])
        let head = Int(stack[depth &- 1])
        attach(child, to: head, label)
        right2[head] = right1[head]
        right1[head] = Int32(truncatingIfNeeded: child)
        rightCount[head] &+= 1
        rightSet[head] |= 1 << UInt64(truncatingIfNeeded: label)
    }

    @inline(__always)
    private func attach(_ child: Int, to head: Int, _ label: Int) {
        heads[child] = Int32(truncatingIfNeeded: head)
        labels[child] = Int32(truncatingIfNeeded: label)
    }

    /// The word `place` below the top of the stack, or `none`.
    @inline(__always)
    func below(_ place: Int) -> Int {
        place < depth ? Int(stack[depth &- 1 &- place]) : Int(Self.none)
    }
}
