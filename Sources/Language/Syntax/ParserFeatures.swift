/// The features by which a transition is chosen, after Zhang and Nivre (2011) with senses and prepositions added.
package enum ParserFeatures {
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

        @inline(__always)
        func symbol(_ array: UnsafeMutablePointer<UInt64>, _ p: ParserState) -> UInt64 {
            index >= 0 && index < p.count ? array[index] : tag
        }
    }

    /// The nodes of a state that features look at.
    private struct Nodes {
        let s0, s1, s2, n0, n1, n2: Node
        let s0l1, s0l2, s0r1, s0r2, s1l1, s1l2, s1r1, s1r2, n0l1, n0l2: Node

        @inline(__always)
        init(_ s: WordSymbols, _ p: ParserState, _ t: UnsafePointer<UInt64>) {
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
    }

    /// Writes the keys of a state. Returns their number, at most `WeightTable.mostFeatures`.
    package static func write(
        _ s: WordSymbols, _ p: ParserState, table: UnsafePointer<UInt64>, _ keys: UnsafeMutablePointer<UInt64>
    ) -> Int {
        let nodes = Nodes(s, p, table)
        var writer = KeyWriter(keys)
        words(nodes, s, p, &writer)
        pairs(nodes, &writer)
        triples(nodes, &writer)
        children(nodes, &writer)
        valency(nodes, p, table, &writer)
        distances(nodes, s, p, table, &writer)
        attachment(nodes, s, p, &writer)
        return writer.count
    }

    @inline(__always)
    private static func words(_ n: Nodes, _ s: WordSymbols, _ p: ParserState, _ out: inout KeyWriter) {
        out.add(n.s0.tag)
        out.add(n.s0.word, n.s0.tag)
        out.add(n.s1.tag)
        out.add(n.s1.word, n.s1.tag)
        out.add(n.n0.tag)
        out.add(n.n0.word, n.n0.tag)
        out.add(n.n1.word)
        out.add(n.n1.tag)
        out.add(n.n2.tag)
        out.add(n.s2.tag)
        out.add(n.s0.symbol(s.suffix3, p), n.s0.tag)
        out.add(n.n0.symbol(s.suffix3, p), n.n0.tag)
        out.add(n.s1.symbol(s.suffix3, p), n.s1.tag)
    }

    @inline(__always)
    private static func pairs(_ n: Nodes, _ out: inout KeyWriter) {
        out.add(n.s0.word, n.n0.word)
        out.add(n.s0.word, n.n0.tag)
        out.add(n.s0.tag, n.n0.word)
        out.add(n.s0.tag, n.n0.tag)
        out.add(n.s0.word, n.s0.tag, n.n0.tag)
        out.add(n.s0.tag, n.n0.word, n.n0.tag)
        out.add(n.s1.word, n.s0.word)
        out.add(n.s1.word, n.s0.tag)
        out.add(n.s1.tag, n.s0.word)
        out.add(n.s1.tag, n.s0.tag)
        out.add(n.s1.tag, n.n0.tag)
        out.add(n.n0.tag, n.n1.tag)
        out.add(n.n0.word, n.n1.tag)
        out.add(n.n0.tag, n.n1.word)
    }

    @inline(__always)
    private static func triples(_ n: Nodes, _ out: inout KeyWriter) {
        out.add(n.s0.tag, n.n0.tag, n.n1.tag)
        out.add(n.s1.tag, n.s0.tag, n.n0.tag)
        out.add(n.s2.tag, n.s1.tag, n.s0.tag)
        out.add(n.n0.tag, n.n1.tag, n.n2.tag)
        out.add(n.s0.tag, n.s0l1.tag, n.n0.tag)
        out.add(n.s0.tag, n.s0r1.tag, n.n0.tag)
        out.add(n.s0.tag, n.n0.tag, n.n0l1.tag)
        out.add(n.s1.tag, n.s1r1.tag, n.s0.tag)
        out.add(n.s1.tag, n.s1l1.tag, n.s0.tag)
        out.add(n.s1.tag, n.s0.tag, n.s0l1.tag)
        out.add(n.s1.tag, n.s0.tag, n.s0r1.tag)
        out.add(n.s0.word, n.n0.tag, n.n1.tag)
        out.add(n.s1.word, n.s0.tag, n.n0.tag)
        out.add(n.s1.tag, n.s0.word, n.n0.tag)
        out.add(n.s1.tag, n.s0.tag, n.n0.word)
        out.add(n.s1.tag, n.s0.tag, n.n0.tag, n.n1.tag)
    }

    @inline(__always)
    private static func children(_ n: Nodes, _ out: inout KeyWriter) {
        @inline(__always) func add(_ child: Node) {
            out.add(child.word)
            out.add(child.tag)
            out.add(child.label)
        }
        add(n.s0l1)
        add(n.s0r1)
        add(n.s1l1)
        add(n.s1r1)
        add(n.n0l1)
        @inline(__always) func addSecond(_ child: Node) {
            out.add(child.tag)
            out.add(child.label)
        }
        addSecond(n.s0l2)
        addSecond(n.s0r2)
        addSecond(n.s1l2)
        addSecond(n.s1r2)
        addSecond(n.n0l2)
        out.add(n.s0.tag, n.s0l1.label, n.s0l2.label)
        out.add(n.s0.tag, n.s0r1.label, n.s0r2.label)
        out.add(n.s1.tag, n.s1l1.label, n.s1l2.label)
        out.add(n.s1.tag, n.s1r1.label, n.s1r2.label)
        out.add(n.n0.tag, n.n0l1.label, n.n0l2.label)
        out.add(n.s1.word, n.s1r1.label)
        out.add(n.s1.tag, n.s1r1.word, n.s0.tag)
    }

    @inline(__always)
    private static func valency(
        _ n: Nodes, _ p: ParserState, _ t: UnsafePointer<UInt64>, _ out: inout KeyWriter
    ) {
        @inline(__always) func count(_ node: Node, _ array: UnsafeMutablePointer<Int32>) -> UInt64 {
            t[800 &+ (node.index < 0 ? 7 : Int(min(array[node.index], 6)))]
        }
        @inline(__always) func set(_ node: Node, _ array: UnsafeMutablePointer<UInt64>) -> UInt64 {
            node.index < 0 ? t[810] : array[node.index] &* 0x9E37_79B9_7F4A_7C15
        }
        out.add(n.s1.word, count(n.s1, p.rightCount))
        out.add(n.n0.tag, count(n.n0, p.leftCount))
        out.add(n.s0.tag, set(n.s0, p.leftSet))
        out.add(n.s0.tag, set(n.s0, p.rightSet), n.n0.tag)
        out.add(n.s1.tag, set(n.s1, p.rightSet), n.s0.tag)
        out.add(n.s1.word, set(n.s1, p.rightSet))
        out.add(n.s1.tag, set(n.s1, p.leftSet), n.s0.tag)
        out.add(n.n0.tag, set(n.n0, p.leftSet))
    }

    @inline(__always)
    private static func distances(
        _ n: Nodes, _ s: WordSymbols, _ p: ParserState, _ t: UnsafePointer<UInt64>, _ out: inout KeyWriter
    ) {
        @inline(__always) func distance(_ from: Node, _ to: Node) -> UInt64 {
            guard from.index >= 0, to.index >= 0 else { return t[820] }
            let gap = to.index &- from.index
            return t[821 &+ (gap <= 5 ? gap : gap <= 9 ? 6 : gap <= 15 ? 7 : 8)]
        }
        let near = distance(n.s0, n.n0)
        let far = distance(n.s1, n.s0)
        out.add(n.s0.tag, n.n0.tag, near)
        out.add(n.s1.tag, n.s0.tag, far)
        out.add(n.s1.word, far)
        out.add(n.s0.tag, n.n0.tag, n.s1.tag, near)
    }

    /// What prepositions, conjunctions and senses say about attachment.
    @inline(__always)
    private static func attachment(_ n: Nodes, _ s: WordSymbols, _ p: ParserState, _ out: inout KeyWriter) {
        let marker = n.s0l1.word
        let senses = (n.s0.symbol(s.sense, p), n.s1.symbol(s.sense, p), n.n0.symbol(s.sense, p))
        out.add(n.s1.word, marker)
        out.add(n.s1.tag, marker, n.s0.tag)
        out.add(n.s1.word, marker, n.s0.word)
        out.add(n.s2.word, marker, n.s1.tag)
        out.add(n.s1.tag, marker, n.s0.word)
        out.add(n.s1.tag, marker, senses.0)
        out.add(senses.1, marker, senses.0)
        out.add(senses.0, n.s0.tag, n.n0.tag)
        out.add(senses.1, senses.0, n.s0.tag)
        out.add(senses.0, senses.2)
        out.add(n.s1.tag, n.s0l1.label, n.s0.tag, n.n0.tag)
        // What else the words could be, where the tag may be wrong.
        out.add(n.s0.symbol(s.ambiguity, p), n.n0.tag)
        out.add(n.s0.tag, n.n0.symbol(s.ambiguity, p))
        out.add(n.s1.tag, n.s0.symbol(s.ambiguity, p))
    }
}
