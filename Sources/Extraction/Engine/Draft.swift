import Language

/// A claim as a matcher finds it, before its subject, its qualifiers and its place in the report are known.
struct Draft {
    /// Id of the rule, or of the kind of claim: `casualties.deaths`, `role`.
    var rule: String
    var attribute: String
    var value: ClaimValue
    /// The claim's own words.
    var tokens: TokenSpan
    var subject: SubjectReference
    /// What narrows the claim to a part of its subject.
    var scope: [String] = []
    /// No rule named the attribute.
    var isOpen = false
    /// The lemmas of what the value is told of; those of the clause where nothing is given.
    var terms: [String]?
    /// nil where the words around the claim tell.
    var modality: Modality?
    /// What may be is what is told: a limit, a right.
    var isPermission = false
    /// Its words take for granted that it is so, whatever the clause says of it.
    var isPresupposed = false
    /// The document says so itself, whoever else is quoted in the sentence.
    var isOwnVoice = false
    /// The time that the claim holds for, where its finder knows it.
    var time: ClaimTime?
}

/// What a draft is about, as its sentence tells.
enum SubjectReference {
    /// The noun phrase with this head.
    case phrase(Int)
    /// The subject itself, where the matcher knows it.
    case known(Subject)
    /// The event or topic that the passage is about.
    case passage
    /// What the document is about, whatever events the passage tells: an age or a name is no event's.
    case topic

    /// The text of a subject that is known; empty for what is found out later.
    var text: String {
        switch self {
        case .known(let subject): subject.text
        case .phrase, .passage, .topic: ""
        }
    }
}
