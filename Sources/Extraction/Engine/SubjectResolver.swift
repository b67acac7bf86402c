import Documents
import Language

/// Finds out what a noun phrase stands for in its document.
struct SubjectResolver {
    let reading: DocumentReading
    /// What the passage around a sentence is about, where a phrase does not tell.
    let passage: (_ sentence: Int) -> Subject
    private let antecedents: Antecedents
    private let clauses: ClauseReader

    init(reading: DocumentReading, passage: @escaping (_ sentence: Int) -> Subject) {
        self.reading = reading
        self.passage = passage
        antecedents = Antecedents(reading)
        clauses = ClauseReader(reading)
    }

    func subject(_ reference: SubjectReference, at tokens: TokenSpan) -> Subject {
        let sentence = Int(reading.sentenceOf[tokens.start])
        switch reference {
        case .known(let subject): return subject
        case .passage: return passage(sentence)
        case .phrase(let head): return entity(head) ?? passage(sentence)
        }
    }

    /// The thing that a noun phrase names or describes; nil for a pronoun without an antecedent.
    private func entity(_ head: Int) -> Subject? {
        if let name = antecedents.name(at: head) { return named(name, noun: antecedents.noun(of: name)) }
        guard let noun = antecedents.described(at: head) else { return clauses.writtenName(at: head) }
        let lemma = reading.lemma(noun).lowercased()
        return Subject(kind: .entity, text: lemma, key: "noun:" + lemma, entity: Entity(noun: lemma))
    }

    private func named(_ first: Int, noun: String?) -> Subject {
        let name = reading.names.all[first]
        let full = reading.string(name.span)
        return Subject(
            kind: .entity, text: full, key: "name:" + PlaceName.key(full),
            entity: Entity(name: full, type: name.type, noun: noun, aliases: antecedents.aliases(of: first)))
    }
}
