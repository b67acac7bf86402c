import Documents
import Language

/// Where a role stands beside a name, told by commas and articles, as trees of such phrases are often wrong.
struct RolePlaces {
    let reading: DocumentReading
    let phrases: RolePhrases

    /// Words of a role with what comes before it.
    private static let reach = 7

    /// "Anna Bell, 33, a school teacher,": the last word of the role that stands after a name.
    func explanation(after span: TokenSpan) -> Int? {
        let end = reading.tokens(ofSentence: span.start).end
        var token = span.end
        guard token < end, reading.isWord(token, Self.comma) else { return nil }
        token += 1
        if let role = capacity(from: token, before: end) { return role }
        if token + 1 < end, reading.analysis.tokens[token].shape.contains(.hasDigit),
            reading.isWord(token + 1, Self.comma)
        {
            token += 2
        }
        guard let start = start(of: token, before: end) else { return nil }
        return role(from: start, before: end) { closes($0, before: end) }
    }

    /// ", who as chief executive since 2020 has": the last word of the role that a clause begins with.
    private func capacity(from token: Int, before end: Int) -> Int? {
        guard token + 2 < end, reading.isWord(token, Self.who), reading.isWord(token + 1, Self.as) else { return nil }
        let start = opens(token + 2) ? token + 3 : token + 2
        return role(from: start, before: end) { closes($0, before: end) || reading.part($0) == .auxiliary }
    }

    /// "its chief executive, Ms Bell,": the last word of the role that a name between commas explains.
    func introduction(before span: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: span.start)
        guard span.end < sentence.end, isMark(span.end), !reading.isWord(span.end + 1, Self.coordinators) else {
            return nil
        }
        var comma = span.start - 1
        while comma > sentence.start, isAddress(comma) { comma -= 1 }
        guard comma - 1 > sentence.start, reading.isWord(comma, Self.comma),
            let role = phrases.phrase(endingAt: comma - 1),
            role.tokens.start > sentence.start, opens(role.tokens.start - 1)
        else { return nil }
        return comma - 1
    }

    /// "As chairman she has": the last word of the role, and who holds it now.
    func opening(ofSentence tokens: TokenSpan) -> (role: Int, holder: Int)? {
        guard tokens.count > 4, reading.isWord(tokens.start, Self.as) else { return nil }
        let first = opens(tokens.start + 1) ? tokens.start + 2 : tokens.start + 1
        guard
            let role = role(
                from: first, before: tokens.end,
                closing: { token in
                    reading.part(token) == .pronoun || reading.names.name(at: token)?.type == .person
                        || reading.isWord(token, Self.comma)
                })
        else { return nil }
        let holder = reading.isWord(role + 1, Self.comma) ? role + 2 : role + 1
        guard holder + 1 < tokens.end else { return nil }
        let verb = reading.names.name(at: holder)?.span.end ?? holder + 1
        guard verb < tokens.end, reading.features(verb).contains(.present) else { return nil }
        return (role, holder)
    }

    // MARK: Parts

    /// Behind "a", "its", "Dunmore's", "the company's".
    private func start(of token: Int, before end: Int) -> Int? {
        guard token < end else { return nil }
        let owner = (token..<min(end, token + 5)).prefix { reading.analysis.tokens[$0].kind == .word }.last {
            reading.analysis.tokens[$0].shape.contains(.clitic)
        }
        if let owner { return owner + 1 }
        return opens(token) ? token + 1 : nil
    }

    /// The last word of the longest role whose words begin at a token.
    private func role(from start: Int, before end: Int, closing: (Int) -> Bool) -> Int? {
        let words = (start..<min(end, start + Self.reach)).prefix { token in
            reading.analysis.tokens[token].kind == .word || reading.isWord(token, Self.hyphen)
        }
        return words.last { token in
            guard token + 1 < end, closing(token + 1) else { return false }
            return phrases.phrase(endingAt: token) != nil
        }
    }

    /// What a role ends before: a mark, or the words that tell where it is held. What goes on with "and" may be a list.
    private func closes(_ token: Int, before end: Int) -> Bool {
        if reading.isWord(token, Self.behind) { return true }
        return isMark(token) && !(token + 1 < end && reading.isWord(token + 1, Self.coordinators))
    }

    /// An article, "its", or the 's of an owner.
    private func opens(_ token: Int) -> Bool {
        reading.isWord(token, Self.openers) || reading.analysis.tokens[token].shape.contains(.clitic)
    }

    /// "Mr", "Dame"
    private func isAddress(_ token: Int) -> Bool {
        reading.flags(token).contains(.unofficial)
    }

    private func isMark(_ token: Int) -> Bool { reading.isWord(token, Self.comma) || reading.isWord(token, Self.stops) }

    private static let comma = FoldedForm.hashes(",")
    private static let hyphen = FoldedForm.hashes("-")
    private static let stops = FoldedForm.hashes(". ; : ) \"")
    private static let `as` = FoldedForm.hashes("as")
    private static let openers = FoldedForm.hashes("a an the its his her their our my")
    private static let who = FoldedForm.hashes("who")
    private static let behind = FoldedForm.hashes("of at for in from with who whose since")
    private static let coordinators = FoldedForm.hashes("and or")
}
