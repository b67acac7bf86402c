import Documents
import Language

/// What the phrases of a document stand for: names by their fullest form, nouns and pronouns by the name or noun before them.
///
/// A class, as each finder holds it.
final class Antecedents {
    private let reading: DocumentReading
    /// For each name the one by which the document gives it most fully.
    private let fullest: [Int]
    /// The first mention of each other form of a name, in text order.
    private let others: [Int: [Int]]
    /// The noun by which the document describes a name: "the Sunbird, a ferry".
    private let nouns: [Int: Int]
    /// The names that a noun describes, in text order, by the hash of its lemma.
    private let described: [UInt64: [Int]]

    init(_ reading: DocumentReading) {
        self.reading = reading
        fullest = Self.unified(Self.fullest(in: reading), in: reading)
        var others: [Int: [Int]] = [:]
        var nouns: [Int: Int] = [:]
        var described: [UInt64: [Int]] = [:]
        var known: Set<[UInt64]> = []
        for (index, name) in reading.names.all.enumerated() {
            let full = fullest[index]
            let form = reading.analysis.tokens[name.span.range].map(\.hash)
            if name.form != .noun, known.insert(form).inserted, index != full {
                others[full, default: []].append(index)
            }
            guard name.form != .nationality, let noun = Self.description(of: name, in: reading) else { continue }
            if nouns[full] == nil { nouns[full] = noun }
            if described[reading.lemmas[noun]]?.last != full {
                described[reading.lemmas[noun], default: []].append(full)
            }
        }
        self.others = others
        self.nouns = nouns
        self.described = described
    }

    /// The name, by its fullest form, that a phrase with this head stands for.
    func name(at head: Int) -> Int? {
        if let index = reading.names.index(at: head) { return fullest[index] }
        switch reading.part(head) {
        case .pronoun: return pronoun(head, depth: 0).name
        case .noun where isDefinite(head): return definite(head)
        default: return nil
        }
    }

    /// The noun that a phrase without a name stands for: itself, or for a pronoun the noun before it.
    func described(at head: Int) -> Int? {
        switch reading.part(head) {
        case .noun: head
        case .pronoun: pronoun(head, depth: 0).noun
        default: nil
        }
    }

    func noun(of name: Int) -> String? { nouns[name].map { reading.lowerLemma($0) } }

    /// The other forms of a name in the document, in text order.
    func aliases(of name: Int) -> [String] {
        others[name, default: []].map { reading.string(reading.names.all[$0].span) }
    }

    // MARK: Names

    /// A single word of a headline may come before the name that it is part of: "Strake wins", "Helen Strake of …".
    private static func fullest(in reading: DocumentReading) -> [Int] {
        let names = reading.names.all
        var longer: [UInt64: Int] = [:]
        for (index, name) in names.enumerated() where name.span.count > 1 && name.form == .name && name.first == index {
            let last = reading.analysis.tokens[name.span.end - 1].hash
            if longer[last] == nil { longer[last] = index }
        }
        return names.indices.map { index in
            let first = names[index].first
            let name = names[first]
            guard name.span.count == 1, name.form == .name, name.country == nil,
                let full = longer[reading.analysis.tokens[name.span.start].hash], names[full].type == name.type
            else { return first }
            return full
        }
    }

    /// The names with those led back that are told to be other names of one told before: "Mara Quist, better known as Ana Vell".
    private static func unified(_ fullest: [Int], in reading: DocumentReading) -> [Int] {
        var bearers: [Int: Int] = [:]
        for index in fullest.indices where fullest[index] == index && reading.names.all[index].form == .name {
            guard let bearer = bearer(of: reading.names.all[index], in: reading).map({ fullest[$0] }), bearer < index,
                reading.names.all[bearer].type == reading.names.all[index].type
            else { continue }
            bearers[index] = bearers[bearer] ?? bearer
        }
        return bearers.isEmpty ? fullest : fullest.map { bearers[$0] ?? $0 }
    }

    /// Whom a name before "known as" belongs to. "Best known as" tells of a part that somebody played.
    private static func bearer(of alias: Name, in reading: DocumentReading) -> Int? {
        let known = alias.span.start - 2
        guard known > reading.tokens(ofSentence: alias.span.start).start,
            reading.analysis.tokens[known + 1].hash == FrameWord.as.hash,
            reading.analysis.tokens[known].hash == Self.known, reading.analysis.tokens[known - 1].hash != Self.best
        else { return nil }
        let subject = reading.syntax.dependents(of: known).first {
            reading.relation($0) == .nominalSubject || reading.relation($0) == .passiveSubject
        }
        return (subject ?? reading.head(known)).flatMap(reading.names.index)
    }

    private static let known = FoldedForm("known").hash
    private static let best = FoldedForm("best").hash

    /// The noun in apposition to a name, before it, or that it is said to be.
    private static func description(of name: Name, in reading: DocumentReading) -> Int? {
        let head = reading.head(of: name.span)
        for dependent in reading.syntax.dependents(of: head)
        where reading.relation(dependent) == .apposition && reading.part(dependent) == .noun {
            return dependent
        }
        guard let above = reading.head(head), !name.span.range.contains(above), reading.part(above) == .noun else {
            return nil
        }
        switch reading.relation(head) {
        case .apposition: return above
        case .nominalSubject
        where reading.syntax.dependent(of: above, .copula) != nil
            && reading.syntax.dependent(of: above, .caseMarker) == nil:
            return above
        default: return nil
        }
    }

    // MARK: Nouns

    private func isDefinite(_ noun: Int) -> Bool {
        reading.syntax.dependents(of: noun).contains { dependent in
            reading.relation(dependent) == .determiner
                && reading.flags(dependent).contains(.definite)
        }
    }

    /// "the ferry" after "the Sunbird, a ferry": the name that was last so described before it; "the 34-year-old": the person
    /// named last.
    private func definite(_ noun: Int) -> Int? {
        if let known = described[reading.lemmas[noun]] {
            let before = known.last { reading.names.all[$0].span.start < noun }
            if let before { return before }
        }
        return nil
    }

    // MARK: Pronouns

    private enum Kind { case person, thing, plural }

    private func kind(_ pronoun: Int) -> Kind? { Self.pronouns[reading.analysis.tokens[pronoun].hash] }

    private static let pronouns: [UInt64: Kind] = {
        let forms: [(Kind, [String])] = [
            (.person, ["he", "she", "him", "her", "his", "hers"]), (.thing, ["it", "its"]),
            (.plural, ["they", "their", "them"]),
        ]
        var kinds: [UInt64: Kind] = [:]
        for (kind, words) in forms { for word in words { kinds[FoldedForm(word).hash] = kind } }
        return kinds
    }()

    /// The name or noun that a pronoun takes up: the subject of the clause or sentence before it that fits.
    private func pronoun(_ token: Int, depth: Int) -> (name: Int?, noun: Int?) {
        guard let kind = kind(token), depth < 4 else { return (nil, nil) }
        if kind == .person { return (person(before: token), nil) }
        let number = Int(reading.sentenceOf[token])
        for sentence in stride(from: number, through: max(0, number - 2), by: -1) {
            let tokens = reading.analysis.sentences[sentence].tokens
            guard tokens.start < reading.analysis.tokens.count, reading.syntax.isParsed(tokens.start) else { continue }
            guard sentence == number || isOneText(sentence, number) else { break }
            for candidate in tokens.range where candidate < token && isSubject(candidate) {
                if let found = taken(candidate, by: kind, depth: depth) { return found }
            }
            // "recognised the rulers since their return"
            if kind == .plural, sentence == number, let object = pluralObject(before: token) {
                return (isDefinite(object) ? definite(object) : nil, object)
            }
        }
        return (nil, nil)
    }

    private func pluralObject(before token: Int) -> Int? {
        let start = reading.tokens(ofSentence: token).start
        return (start..<token).last { candidate in
            reading.relation(candidate) == .object && reading.part(candidate) == .noun
                && reading.features(candidate).contains(.plural)
        }
    }

    /// What a subject before a pronoun stands for, where the pronoun can take it up.
    private func taken(_ candidate: Int, by kind: Kind, depth: Int) -> (name: Int?, noun: Int?)? {
        if let index = reading.names.index(at: candidate) {
            let name = reading.names.all[fullest[index]]
            guard name.type != .person, name.form != .nationality, kind != .plural || name.country == nil else {
                return nil
            }
            return (fullest[index], nil)
        }
        switch reading.part(candidate) {
        case .noun:
            let isPlural = reading.features(candidate).contains(.plural)
            guard isPlural == (kind == .plural), !isPerson(candidate) || kind == .plural else { return nil }
            return (isDefinite(candidate) ? definite(candidate) : nil, candidate)
        case .pronoun:
            guard self.kind(candidate) == kind else { return nil }
            let found = pronoun(candidate, depth: depth + 1)
            return found.name == nil && found.noun == nil ? nil : found
        default: return nil
        }
    }

    private func isSubject(_ token: Int) -> Bool {
        reading.relation(token) == .nominalSubject || reading.relation(token) == .passiveSubject
    }

    private func isPerson(_ noun: Int) -> Bool {
        let flags = reading.flags(noun)
        return flags.contains(.person) || flags.contains(.anyone)
    }

    /// Sentences of one paragraph, or of neighbours.
    private func isOneText(_ a: Int, _ b: Int) -> Bool {
        abs(reading.analysis.sentences[a].block - reading.analysis.sentences[b].block) <= 1
    }

    /// The person that "he" or "she" takes up: one who is the subject before one who is not, in the sentence and those before.
    private func person(before token: Int) -> Int? {
        guard let last = reading.names.lastIndex(before: token) else { return nil }
        let number = reading.sentenceOf[token]
        var sentence = number
        var fallback: Int?
        for index in stride(from: last, through: max(0, last - 40), by: -1) {
            let name = reading.names.all[index]
            guard name.type == .person, name.form != .nationality, name.form != .noun, agrees(name, token) else {
                continue
            }
            let own = reading.sentenceOf[name.span.start]
            if own != sentence {
                if let fallback { return fallback }
                if number - own > 3 { return nil }
                sentence = own
            }
            let head = reading.head(of: name.span)
            if isSubject(head) { return fullest[index] }
            fallback = fallback ?? fullest[index]
        }
        return fallback
    }

    /// A title may tell that it is not she, or not he.
    private func agrees(_ name: Name, _ pronoun: Int) -> Bool {
        guard let title = name.title else { return true }
        let isShe = Self.feminine.contains(reading.analysis.tokens[pronoun].hash)
        return !title.range.contains { token in
            (isShe ? Self.misters : Self.mistresses).contains(reading.analysis.tokens[token].hash)
        }
    }

    private static let feminine = FoldedForm.hashes("she her hers")
    private static let misters = FoldedForm.hashes("mr mr. sir lord king father")
    private static let mistresses = FoldedForm.hashes("mrs mrs. ms ms. miss dame lady queen mother")
}
