import Documents
import Language
import Values

/// Claims of who or what belongs together: lists of names under one word ("institutes in Norway, Chile and Canada"). A list is
/// open where "including", "such as" or "among others" leaves it so. "all" and "only" are among its terms.
struct SetClaims: ClaimFinder {
    /// Two of a kind are too often just two of many.
    private static let fewest = 3

    private let reading: DocumentReading
    private let fullNames: FullNames

    init(_ clauses: ClauseReader) {
        reading = clauses.reading
        fullNames = FullNames(reading: reading)
    }

    func drafts() -> [Draft] {
        let known = reading.analysis.tokens.indices.filter { token in
            reading.syntax.isParsed(token) && isMember(token) && reading.relation(token) != .conjunct
        }.compactMap { draft($0) }
        let taken = Set(known.flatMap(\.tokens.range))
        let others = NamedLists(reading).all().filter { taken.isDisjoint(with: $0.span.range) }.map(draft)
        return (known + others).sorted { $0.tokens < $1.tokens }
    }

    /// A list whose members each have words of their own.
    private func draft(_ list: NamedLists.List) -> Draft {
        Draft(
            rule: "set", attribute: Claim.plainList, value: value(list.members, list.span, last: list.span.end - 1),
            tokens: list.span, subject: .passage, terms: terms(list.span), modality: modality(of: list.span),
            time: time(of: list.span))
    }

    private func draft(_ first: Int) -> Draft? {
        let heads = [first] + reading.syntax.dependents(of: first).filter { reading.relation($0) == .conjunct }
        guard heads.allSatisfy(isMember), let last = heads.last else { return nil }
        let spans = heads.map(words)
        guard spans.count >= (isExhaustive(spans[0]) ? 2 : Self.fewest), let end = spans.last else { return nil }
        let members = spans.map(member)
        guard Set(members).count == members.count else { return nil }
        let span = spans[0].union(end)
        return Draft(
            rule: "set", attribute: position(first), value: value(members, span, last: last), tokens: span,
            subject: .passage, terms: terms(span), modality: modality(of: span), time: time(of: span))
    }

    private func value(_ members: [String], _ span: TokenSpan, last: Int) -> ClaimValue {
        ClaimValue(
            text: reading.string(span), content: .set(members: members, isOpen: isOpen(span)))
    }

    // MARK: Members

    /// A proper noun that stands for itself.
    private func isMember(_ token: Int) -> Bool {
        let isName = reading.part(token) == .properNoun || reading.names.index(at: token) != nil
        return isName && reading.analysis.tokens[token].shape.contains(.capitalized) && reading.relation(token) != .flat
            && reading.relation(token) != .compound
    }

    /// The name that a token heads, else the capitalised words before it.
    private func words(_ head: Int) -> TokenSpan {
        if let name = reading.names.name(at: head) { return fullNames.span(of: name) }
        var start = head
        while start > 0, isCapitalizedWord(start - 1), reading.head(start - 1) == head { start -= 1 }
        return TokenSpan(start, head + 1)
    }

    private func isCapitalizedWord(_ token: Int) -> Bool {
        reading.analysis.tokens[token].kind == .word && reading.analysis.tokens[token].shape.contains(.capitalized)
    }

    /// The country that a name or an adjective stands for, else the name in full.
    private func member(_ span: TokenSpan) -> String {
        guard let name = reading.names.name(at: span.end - 1) else { return reading.string(span) }
        return name.country ?? (name.form == .short ? fullNames.text(of: name) : reading.string(span))
    }

    // MARK: Around the list

    /// What the list is in its clause: lists that do and lists that something is done in are not compared.
    private func position(_ first: Int) -> String {
        switch reading.relation(first) {
        case .nominalSubject, .passiveSubject, .agent: "subject"
        case .object, .indirectObject: "object"
        default: Claim.plainList
        }
    }

    private func isOpen(_ span: TokenSpan) -> Bool {
        let sentence = reading.tokens(ofSentence: span.start)
        let before = max(sentence.start, span.start - 3)..<span.end
        let after = span.end..<min(sentence.end, span.end + 4)
        return before.contains { Self.opening.contains(reading.hash($0)) }
            || after.contains { Self.trailing.contains(reading.hash($0)) }
    }

    /// "only in", "both": nothing else is meant.
    private func isExhaustive(_ first: TokenSpan) -> Bool {
        let sentence = reading.tokens(ofSentence: first.start)
        return (max(sentence.start, first.start - 3)..<first.start).contains { Self.closing.contains(reading.hash($0)) }
    }

    /// The content words around the list, and the words that tell it is complete.
    private func terms(_ span: TokenSpan) -> [String] {
        let around = reading.tokens(ofSentence: span.start).range.filter { !span.range.contains($0) }
        let complete = around.filter { Self.complete.contains(reading.hash($0)) }.map { _ in "all" }
        let only = isExhaustive(span) ? ["only"] : []
        return Set(reading.terms(around) + complete.prefix(1) + only).sorted()
    }

    /// "can" tells what is on offer, where nothing makes it a guess.
    private func modality(of span: TokenSpan) -> Modality? {
        let sentence = reading.tokens(ofSentence: span.start)
        let flags = sentence.range.reduce(into: WordFlags()) { flags, token in
            if reading.hash(token) != Self.can {
                flags.formUnion(reading.flags(token))
            }
        }
        let isGuess = !flags.isDisjoint(with: [.negation, .conditional, .possibility, .future])
        return !isGuess && sentence.range.contains { reading.hash($0) == Self.can } ? .asserted : nil
    }

    private func time(of span: TokenSpan) -> ClaimTime? {
        let sentence = reading.tokens(ofSentence: span.start)
        let time = reading.times(in: sentence).first { $0.closedDays != nil }
        return time.flatMap { time in
            time.closedDays.map { ClaimTime(text: reading.string(time.tokens), days: $0) }
        }
    }

    private static let can = FoldedForm("can").hash
    private static let opening = FoldedForm.hashes(
        "including includes include such like notably especially particularly eg e.g. among")
    private static let trailing = FoldedForm.hashes("others other elsewhere etc etc. more beyond rest")
    private static let closing = FoldedForm.hashes("only both solely exclusively")
    private static let complete = FoldedForm.hashes("all every each everyone everybody")
}

extension Claim {
    /// The attribute of lists that are neither who does something nor what it is done to.
    public static let plainList = "members"
}
