import Documents

/// The gates that two claims of one attribute and dimension must pass before their values are compared.
struct Gates {
    /// The words of the profiles.
    let words: WordLists

    func areComparable(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        areTwoSources(a, b) && a.isAsserted && b.isAsserted && haveOneScope(a, b) && mayBeOneSubject(a, b)
            && mayBeOneTime(a, b) && (haveOneName(a, b) || !(a.needsSubject || b.needsSubject))
            && (haveOneHolder(a, b) || !(a.isOwned || b.isOwned))
    }

    /// The same name or noun: the votes of a bill are not those of a candidate.
    private func haveOneHolder(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        haveOneName(a, b) || words.share(a.nouns, b.nouns)
    }

    /// One document may tell stages of one figure; copies of one text are one source.
    func areTwoSources(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        a.document != b.document && a.sentence != b.sentence
    }

    /// What narrows one narrows the other, or is told of it in other words: "a message body" and "the body of a message".
    func haveOneScope(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        a.scope == b.scope || covers(a, b) && covers(b, a)
    }

    private func covers(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        words[b.scope].allSatisfy {
            words.contains(a.scope, $0) || words.contains(a.terms, $0) || words.contains(a.nouns, $0)
        }
    }

    /// Two names must share one; a thing with a name may be "the bridge" of the other document.
    func mayBeOneSubject(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        if !words.isEmpty(a.names), !words.isEmpty(b.names) { return words.share(a.names, b.names) }
        return a.event < 0 || b.event < 0 || a.event == b.event
    }

    /// The same name, also where its only word was read as a noun; or the same event.
    func haveOneName(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        words.share(a.names, b.names) || a.event >= 0 && a.event == b.event
            || words.isEmpty(a.names) && words.share(a.nouns, b.names)
            || words.isEmpty(b.names) && words.share(b.nouns, a.names)
    }

    /// The same name, or "the bridge" and "Mill Bridge". That a passage is about one event says nothing of whose figure it is.
    func isOneSubject(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        words.share(a.names, b.names) || words.share(a.nouns, b.nouns)
    }

    /// Times that the claims themselves are told for must meet.
    func mayBeOneTime(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
        guard let first = a.time, let second = b.time else { return true }
        return first.overlaps(second)
    }
}
