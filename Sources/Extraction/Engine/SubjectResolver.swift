import Documents
import Language

/// Finds out what a noun phrase stands for in its document.
struct SubjectResolver {
    let reading: DocumentReading
    /// What the passage around a sentence is about, where a phrase does not tell.
    let passage: (_ sentence: Int) -> Subject

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
        if let name = reading.names.name(at: head) { return named(name) }
        guard reading.part(head) == .noun else { return nil }
        let noun = reading.lemma(head).lowercased()
        return Subject(kind: .entity, text: noun, key: "noun:" + noun, entity: Entity(noun: noun))
    }

    private func named(_ name: Name) -> Subject {
        let first = reading.names.all[name.first]
        let full = reading.string(first.span)
        var aliases: [String] = []
        for other in reading.names.all where other.first == name.first {
            let text = reading.string(other.span)
            if text != full, other.form != .noun, !aliases.contains(text) { aliases.append(text) }
        }
        return Subject(
            kind: .entity, text: full, key: "name:" + PlaceName.key(full),
            entity: Entity(name: full, type: first.type, aliases: aliases))
    }
}
