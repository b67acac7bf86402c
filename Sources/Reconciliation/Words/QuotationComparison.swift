import Extraction

/// Finds quotations that are the same but for a word that matters.
struct QuotationComparison {
    let claims: [Claim]

    /// Words of a run by which quotations find each other, and quotations that may share one before it tells nothing.
    private static let run = 3
    private static let crowd = 24

    /// The quotations of some words.
    private struct Quoted {
        var words: [QuotedWord]
        var claims: [Int]
        var documents: Set<String>
    }

    /// - Parameter story: the quotation claims of one story.
    func findings(in story: [Int]) -> [Disagreement] {
        let quotations = quoted(story)
        return candidates(quotations).compactMap { first, second in
            let (a, b) = (quotations[first], quotations[second])
            guard a.documents.isDisjoint(with: b.documents), QuotationAlignment(a.words, b.words).differ,
                mayBeOneSpeaker(claims[a.claims[0]], claims[b.claims[0]])
            else { return nil }
            return Disagreement(kind: .quotation, relation: .contradiction, members: Set(a.claims + b.claims))
        }
    }

    /// Copies of one text are one.
    private func quoted(_ story: [Int]) -> [Quoted] {
        var places: [[QuotedWord]: Int] = [:]
        var quotations: [Quoted] = []
        for index in story {
            let words = QuotedWord.words(of: claims[index].value.text)
            let place = places[words] ?? quotations.count
            if place == quotations.count {
                places[words] = place
                quotations.append(Quoted(words: words, claims: [], documents: []))
            }
            quotations[place].claims.append(index)
            quotations[place].documents.insert(claims[index].document)
        }
        return quotations
    }

    /// Pairs that share a run of words, in text order.
    private func candidates(_ quotations: [Quoted]) -> [(Int, Int)] {
        var byRun: [[QuotedWord]: [Int]] = [:]
        var pairs: Set<[Int]> = []
        for (index, quotation) in quotations.enumerated() where quotation.words.count >= Self.run {
            for start in 0...(quotation.words.count - Self.run) {
                let run = Array(quotation.words[start..<start + Self.run])
                let others = byRun[run] ?? []
                for other in others where other != index { pairs.insert([other, index]) }
                if others.count < Self.crowd, others.last != index { byRun[run, default: []].append(index) }
            }
        }
        return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
    }

    private func mayBeOneSpeaker(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.attribution.map(Self.speaker), let second = b.attribution.map(Self.speaker) else {
            return true
        }
        return first.isEmpty || second.isEmpty || !first.isDisjoint(with: second)
    }

    /// The words of a speaker's name, without where the speaker comes from.
    private static func speaker(_ attribution: String) -> Set<[UInt8]> {
        Set(Spelling.words(attribution).prefix { !origins.contains($0) }).subtracting(articles)
    }

    private static let origins = Set(["of", "at", "in", "from", "for", "near"].map { Array($0.utf8) })
    private static let articles = Set(["the", "a", "an"].map { Array($0.utf8) })
}

/// A word of a quotation, equal for all spellings of it.
struct QuotedWord: Hashable {
    var letters: [UInt8]

    /// Stands where the writer left words out, or put own ones in.
    static let gap = QuotedWord(letters: [])

    /// "can't" is two words.
    static func words(of text: String) -> [QuotedWord] {
        var words: [QuotedWord] = []
        for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == "—" || $0 == "–" || $0 == "-" }) {
            if piece.contains("[") || piece.contains("]") || piece.contains("(") || piece.contains(")") {
                if words.last != gap { words.append(gap) }
                continue
            }
            let letters = piece.hasSuffix("...") || piece.hasPrefix("...") || piece.contains("…")
            if letters, piece.hasPrefix(".") || piece.hasPrefix("…") { words.append(gap) }
            words += parts(of: piece)
            if letters, piece.hasSuffix(".") || piece.hasSuffix("…"), words.last != gap { words.append(gap) }
        }
        return words
    }

    private static func parts(of piece: Substring) -> [QuotedWord] {
        let plain = piece.lowercased().split(omittingEmptySubsequences: true) { $0 == "'" || $0 == "’" }
        let stem = plain.first.map(String.init) ?? ""
        let ending = plain.count > 1 ? String(plain[1].prefix { $0.isLetter }) : ""
        if ending == "t", stem.hasSuffix("n") {
            return [word(irregular[stem] ?? String(stem.dropLast())), word("not")]
        }
        if stem.hasPrefix("cannot") { return [word("can"), word("not")] }
        if ending == "ll" { return [word(stem), word("will")] }
        return [word(stem)].filter { $0 != gap }
    }

    private static let irregular = ["can": "can", "won": "will", "shan": "shall"]

    private static func word(_ text: String) -> QuotedWord {
        QuotedWord(letters: Spelling.words(text).first.map(Spelling.orthographic) ?? [])
    }
}
