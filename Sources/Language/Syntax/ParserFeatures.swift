/// The features by which a transition is chosen, after Zhang and Nivre (2011) with senses and prepositions added.
///
/// A template is known by its number to a trained model. What stands on the stack stays the same until it is taken down, and
/// what waits in the buffer until it is shifted, so the features come in parts by how long they stay.
package struct ParserFeatures {
    /// A word of the state with its symbols; an absent word has symbols of its own.
    private struct Node {
        let index: Int
        let word: UInt64
        let tag: UInt64
        let label: UInt64

        @inline(__always)
        init(_ index: Int, _ s: WordSymbols, _ p: ParserState, _ table: UnsafePointer<UInt64>) {
            self.index = index
            guard index >= 0 else {
                (word, tag, label) = (table[900], table[901], table[902])
                return
            }
            if index == p.count {
                (word, tag, label) = (table[903], table[904], table[905])
                return
            }
            word = s.word[index]
            tag = s.tagSymbol[index]
            label = table[Int(p.labels[index]) &+ 1]
        }

        @inline(__always)
        func child(_ array: UnsafeMutablePointer<Int32>) -> Int { index < 0 ? -1 : Int(array[index]) }
    }

    private let words: WordSymbols
    private let state: ParserState
    private let table: UnsafePointer<UInt64>
    /// The three words on top of the stack, and the next three of the buffer.
    private let s0, s1, s2, n0, n1, n2: Node
    /// The outermost and the second dependents on each side.
    private let s0l1, s0l2, s0r1, s0r2, s1l1, s1l2, s1r1, s1r2, n0l1, n0l2: Node

    /// - Parameter table: `Mixing.table`.
    @inline(__always)
    init(_ words: WordSymbols, _ state: ParserState, table: UnsafePointer<UInt64>) {
        let (s, p, t) = (words, state, table)
        self.words = words
        self.state = state
        self.table = table
        s0 = Node(p.below(0), s, p, t)
        s1 = Node(p.below(1), s, p, t)
        s2 = Node(p.below(2), s, p, t)
        n0 = Node(p.next, s, p, t)
        n1 = Node(p.next &+ 1 <= p.count ? p.next &+ 1 : -1, s, p, t)
        n2 = Node(p.next &+ 2 <= p.count ? p.next &+ 2 : -1, s, p, t)
        s0l1 = Node(s0.child(p.left1), s, p, t)
        s0l2 = Node(s0.child(p.left2), s, p, t)
        s0r1 = Node(s0.child(p.right1), s, p, t)
        s0r2 = Node(s0.child(p.right2), s, p, t)
        s1l1 = Node(s1.child(p.left1), s, p, t)
        s1l2 = Node(s1.child(p.left2), s, p, t)
        s1r1 = Node(s1.child(p.right1), s, p, t)
        s1r2 = Node(s1.child(p.right2), s, p, t)
        n0l1 = Node(n0.child(p.left1), s, p, t)
        n0l2 = Node(n0.child(p.left2), s, p, t)
    }

    /// Writes the keys of a state. Returns their number, at most `WeightTable.mostFeatures`.
    ///
    /// - Parameter table: `Mixing.table`.
    package static func write(
        _ words: WordSymbols, _ state: ParserState, table: UnsafePointer<UInt64>, _ keys: UnsafeMutablePointer<UInt64>
    ) -> Int {
        let features = ParserFeatures(words, state, table: table)
        var out = TemplateWriter(keys, table: table)
        for group in Group.allCases { features.write(group, &out) }
        features.writeStack(&out)
        features.writeBuffer(&out)
        features.writeMeeting(&out)
        return out.count
    }

    @inline(__always)
    private func symbol(_ node: Node, _ array: UnsafeMutablePointer<UInt64>) -> UInt64 {
        node.index >= 0 && node.index < state.count ? array[node.index] : node.tag
    }

    @inline(__always)
    private func count(_ node: Node, _ array: UnsafeMutablePointer<Int32>) -> UInt64 {
        table[800 &+ (node.index < 0 ? 7 : Int(min(array[node.index], 6)))]
    }

    @inline(__always)
    private func set(_ node: Node, _ array: UnsafeMutablePointer<UInt64>) -> UInt64 {
        node.index < 0 ? table[810] : array[node.index] &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    private func distance(_ from: Node, _ to: Node) -> UInt64 {
        guard from.index >= 0, to.index >= 0 else { return table[820] }
        let gap = to.index &- from.index
        return table[821 &+ (gap <= 5 ? gap : gap <= 9 ? 6 : gap <= 15 ? 7 : 8)]
    }
}

// MARK: - Features that look at the same few symbols

extension ParserFeatures {
    /// Features whose weights are added up together, as what they look at comes up in many states.
    enum Group: Int, CaseIterable {
        /// Of the stack.
        case stackTags, topLeft, belowLeft, belowRight
        /// Of the buffer.
        case bufferTags
        /// Of what changes with each transition.
        case topRight, nextLeft
    }

    /// Stands for all that the features of a group look at.
    @inline(__always)
    func key(_ group: Group) -> UInt64 {
        switch group {
        case .stackTags: Mixing.key(s0.tag, s1.tag, s2.tag)
        case .topLeft:
            Mixing.key(s0l1.word, s0l1.tag, s0l1.label, s0l2.tag, s0l2.label, s0.tag, set(s0, state.leftSet))
        case .belowLeft:
            Mixing.key(s1l1.word, s1l1.tag, s1l1.label, s1l2.tag, s1l2.label, s1.tag, set(s1, state.leftSet), s0.tag)
        case .belowRight:
            Mixing.key(s1r1.word, s1r1.tag, s1r1.label, s1r2.tag, s1r2.label, s1.tag, set(s1, state.rightSet), s0.tag)
        case .bufferTags: Mixing.key(n0.tag, n1.tag, n2.tag)
        case .topRight:
            Mixing.key(s0r1.word, s0r1.tag, s0r1.label, s0r2.tag, s0r2.label, s0.tag, set(s0, state.rightSet), n0.tag)
        case .nextLeft:
            Mixing.key(
                n0l1.word, n0l1.tag, n0l1.label, n0l2.tag, n0l2.label, n0.tag, set(n0, state.leftSet),
                count(n0, state.leftCount) ^ Mixing.third(s0.tag))
        }
    }

    /// Writes the keys of a group.
    @inline(__always)
    func write(_ group: Group, _ out: inout TemplateWriter) {
        switch group {
        case .stackTags:
            out.add(0, s0.tag)
            out.add(2, s1.tag)
            out.add(9, s2.tag)
            out.add(22, s1.tag, s0.tag)
            out.add(29, s2.tag, s1.tag, s0.tag)
        case .topLeft:
            addChildren(s0l1, 43, s0l2, 58, &out)
            out.add(68, s0.tag, s0l1.label, s0l2.label)
            out.add(77, s0.tag, set(s0, state.leftSet))
        case .belowLeft:
            addChildren(s1l1, 49, s1l2, 62, &out)
            out.add(70, s1.tag, s1l1.label, s1l2.label)
            out.add(35, s1.tag, s1l1.tag, s0.tag)
            out.add(81, s1.tag, set(s1, state.leftSet), s0.tag)
        case .belowRight:
            addChildren(s1r1, 52, s1r2, 64, &out)
            out.add(71, s1.tag, s1r1.label, s1r2.label)
            out.add(34, s1.tag, s1r1.tag, s0.tag)
            out.add(74, s1.tag, s1r1.word, s0.tag)
            out.add(79, s1.tag, set(s1, state.rightSet), s0.tag)
        case .bufferTags:
            out.add(4, n0.tag)
            out.add(7, n1.tag)
            out.add(8, n2.tag)
            out.add(24, n0.tag, n1.tag)
            out.add(30, n0.tag, n1.tag, n2.tag)
        case .topRight:
            addChildren(s0r1, 46, s0r2, 60, &out)
            out.add(69, s0.tag, s0r1.label, s0r2.label)
            out.add(32, s0.tag, s0r1.tag, n0.tag)
            out.add(78, s0.tag, set(s0, state.rightSet), n0.tag)
        case .nextLeft:
            addChildren(n0l1, 55, n0l2, 66, &out)
            out.add(72, n0.tag, n0l1.label, n0l2.label)
            out.add(33, s0.tag, n0.tag, n0l1.tag)
            out.add(76, n0.tag, count(n0, state.leftCount))
            out.add(82, n0.tag, set(n0, state.leftSet))
        }
    }

    /// The outermost dependent has three templates from one number on, the second two.
    @inline(__always)
    private func addChildren(
        _ child: Node, _ template: Int, _ second: Node, _ secondTemplate: Int, _ out: inout TemplateWriter
    ) {
        out.add(template, child.word)
        out.add(template &+ 1, child.tag)
        out.add(template &+ 2, child.label)
        out.add(secondTemplate, second.tag)
        out.add(secondTemplate &+ 1, second.label)
    }
}

// MARK: - Other features

extension ParserFeatures {
    /// What stays the same while a word is on top of the stack, or anything above it.
    @inline(__always)
    func writeStack(_ out: inout TemplateWriter) {
        out.add(1, s0.word, s0.tag)
        out.add(3, s1.word, s1.tag)
        out.add(10, symbol(s0, words.suffix3), s0.tag)
        out.add(12, symbol(s1, words.suffix3), s1.tag)
        out.add(19, s1.word, s0.word)
        out.add(20, s1.word, s0.tag)
        out.add(21, s1.tag, s0.word)
        out.add(36, s1.tag, s0.tag, s0l1.tag)
        out.add(73, s1.word, s1r1.label)
        out.add(75, s1.word, count(s1, state.rightCount))
        out.add(80, s1.word, set(s1, state.rightSet))
        let far = distance(s1, s0)
        out.add(84, s1.tag, s0.tag, far)
        out.add(85, s1.word, far)
        // What prepositions, conjunctions and senses say about attachment.
        let marker = s0l1.word
        let senses = (symbol(s0, words.sense), symbol(s1, words.sense))
        out.add(87, s1.word, marker)
        out.add(88, s1.tag, marker, s0.tag)
        out.add(89, s1.word, marker, s0.word)
        out.add(90, s2.word, marker, s1.tag)
        out.add(91, s1.tag, marker, s0.word)
        out.add(92, s1.tag, marker, senses.0)
        out.add(93, senses.1, marker, senses.0)
        out.add(95, senses.1, senses.0, s0.tag)
        out.add(100, s1.tag, symbol(s0, words.ambiguity))
    }

    /// What stays the same while a word is the first of the buffer.
    @inline(__always)
    func writeBuffer(_ out: inout TemplateWriter) {
        out.add(5, n0.word, n0.tag)
        out.add(6, n1.word)
        out.add(11, symbol(n0, words.suffix3), n0.tag)
        out.add(25, n0.word, n1.tag)
        out.add(26, n0.tag, n1.word)
    }

    /// What stack and buffer say together.
    @inline(__always)
    func writeMeeting(_ out: inout TemplateWriter) {
        out.add(13, s0.word, n0.word)
        out.add(14, s0.word, n0.tag)
        out.add(15, s0.tag, n0.word)
        out.add(16, s0.tag, n0.tag)
        out.add(17, s0.word, s0.tag, n0.tag)
        out.add(18, s0.tag, n0.word, n0.tag)
        out.add(23, s1.tag, n0.tag)
        out.add(27, s0.tag, n0.tag, n1.tag)
        out.add(28, s1.tag, s0.tag, n0.tag)
        out.add(31, s0.tag, s0l1.tag, n0.tag)
        out.add(37, s1.tag, s0.tag, s0r1.tag)
        out.add(38, s0.word, n0.tag, n1.tag)
        out.add(39, s1.word, s0.tag, n0.tag)
        out.add(40, s1.tag, s0.word, n0.tag)
        out.add(41, s1.tag, s0.tag, n0.word)
        out.add(42, s1.tag, s0.tag, n0.tag, n1.tag)
        let near = distance(s0, n0)
        out.add(83, s0.tag, n0.tag, near)
        out.add(86, s0.tag, n0.tag, s1.tag, near)
        let sense = symbol(s0, words.sense)
        out.add(94, sense, s0.tag, n0.tag)
        out.add(96, sense, symbol(n0, words.sense))
        out.add(97, s1.tag, s0l1.label, s0.tag, n0.tag)
        // What else the words could be, where the tag may be wrong.
        out.add(98, symbol(s0, words.ambiguity), n0.tag)
        out.add(99, s0.tag, symbol(n0, words.ambiguity))
    }
}
