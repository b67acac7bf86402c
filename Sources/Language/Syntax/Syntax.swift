public import Documents

/// Tags and dependency trees of the sentences of a document that were parsed, aligned with the tokens of its analysis.
public struct Syntax: Sendable {
    /// The tag of each token; meaningless for a token whose sentence was not parsed.
    public internal(set) var tags: [Tag]
    /// The token that each token hangs on; itself for a root, -1 where the sentence was not parsed.
    public internal(set) var heads: [Int32]
    public internal(set) var relations: [Relation]
    @usableFromInline var firstDependent: [Int32]
    @usableFromInline var nextSibling: [Int32]

    init(tokenCount: Int) {
        tags = [Tag](repeating: Tag(.other), count: tokenCount)
        heads = [Int32](repeating: -1, count: tokenCount)
        relations = [Relation](repeating: .unspecified, count: tokenCount)
        firstDependent = heads
        nextSibling = heads
    }

    @inlinable
    public func isParsed(_ token: Int) -> Bool { heads[token] >= 0 }
    @inlinable
    public func isRoot(_ token: Int) -> Bool { heads[token] == Int32(token) }
    /// The head of a token, or nil for a root and where nothing was parsed.
    @inlinable
    public func head(of token: Int) -> Int? {
        heads[token] < 0 || isRoot(token) ? nil : Int(heads[token])
    }

    /// The tokens that hang on a token, from left to right.
    @inlinable
    public func dependents(of token: Int) -> Dependents { Dependents(first: firstDependent[token], links: nextSibling) }

    /// The first dependent with this relation, or nil.
    @inlinable
    public func dependent(of token: Int, _ relation: Relation) -> Int? {
        dependents(of: token).first { relations[$0] == relation }
    }

    /// The tokens from the first to the last one that a token dominates, itself included.
    public func subtree(of token: Int) -> TokenSpan {
        var (low, high) = (token, token)
        var pending = [token]
        while let next = pending.popLast() {
            low = min(low, next)
            high = max(high, next)
            pending.append(contentsOf: dependents(of: next))
        }
        return TokenSpan(low, high + 1)
    }

    public struct Dependents: Sequence, IteratorProtocol, Sendable {
        @usableFromInline var following: Int32
        @usableFromInline let links: [Int32]

        @inlinable
        init(first: Int32, links: [Int32]) {
            following = first
            self.links = links
        }

        @inlinable
        public mutating func next() -> Int? {
            guard following >= 0 else { return nil }
            defer { following = links[Int(following)] }
            return Int(following)
        }
    }

    /// Hangs the tree before `body` on the one that begins there, and makes the lists of dependents of the sentence.
    mutating func join(_ sentence: TokenSpan, at body: Int) {
        if body > sentence.start, let lead = (sentence.start..<body).first(where: isRoot),
            let root = (body..<sentence.end).first(where: isRoot)
        {
            heads[lead] = Int32(root)
            relations[lead] = .parataxis
        }
        for token in sentence.range.reversed() where !isRoot(token) {
            let head = Int(heads[token])
            nextSibling[token] = firstDependent[head]
            firstDependent[head] = Int32(token)
        }
    }
}
