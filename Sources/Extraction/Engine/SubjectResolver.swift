import Documents
import Language

/// Finds out what a noun phrase stands for in its document.
struct SubjectResolver {
    let reading: DocumentReading
    /// What the passage around some words is about, where a phrase does not tell.
    let passage: (_ tokens: TokenSpan) -> Subject
    /// What the document is about.
    let topic: Subject
    let clauses: ClauseReader
    private var antecedents: Antecedents { clauses.antecedents }

    init(reading: DocumentReading, topic: Subject, passage: @escaping (_ tokens: TokenSpan) -> Subject) {
        self.reading = reading
        self.passage = passage
        self.topic = topic
        clauses = ClauseReader(reading)
    }

    func subject(_ reference: SubjectReference, at tokens: TokenSpan) -> Subject {
        switch reference {
        case .known(let subject): return subject
        case .passage: return passage(tokens)
        case .topic: return topic
        case .phrase(let head): return entity(head) ?? passage(tokens)
        }
    }

    /// The thing that a noun phrase names or describes; nil for a pronoun without an antecedent.
    private func entity(_ head: Int) -> Subject? {
        if let name = antecedents.name(at: head) { return named(name, noun: antecedents.noun(of: name)) }
        guard let noun = antecedents.described(at: head) else { return clauses.writtenName(at: head) }
        let lemma = reading.lowerLemma(noun)
        if let text = compoundName(before: noun) {
            return Subject(
                kind: .entity, text: text, key: "name:" + PlaceName.key(text), entity: Entity(name: text, noun: lemma))
        }
        return Subject(kind: .entity, text: lemma, key: "noun:" + lemma, entity: Entity(noun: lemma))
    }

    /// "the [Halden bridge]", "the [Taliban government]": capitalised words make a name with the noun that they stand before.
    private func compoundName(before noun: Int) -> String? {
        let sentence = reading.tokens(ofSentence: noun)
        var start = noun
        while start > sentence.start + 1, reading.part(start - 1) == .properNoun,
            reading.analysis.tokens[start - 1].shape.contains(.capitalized), reading.relation(start - 1) == .compound,
            reading.names.name(at: start - 1)?.form != .nationality
        {
            start -= 1
        }
        let mark = reading.analysis.tokens[noun]
        guard start < noun, !mark.shape.contains(.capitalized), !mark.shape.contains(.allCapitals) else { return nil }
        return reading.string(TokenSpan(start, noun + 1))
    }

    private func named(_ first: Int, noun: String?) -> Subject {
        let name = reading.names.all[first]
        let full = reading.string(name.span)
        return Subject(
            kind: .entity, text: full, key: "name:" + PlaceName.key(full),
            entity: Entity(name: full, type: name.type, noun: noun, aliases: antecedents.aliases(of: first)))
    }
}
