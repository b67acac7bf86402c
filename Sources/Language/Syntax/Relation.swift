/// The dependency relations of Universal Dependencies 2 as the English treebanks use them; the raw values are their
/// names.
public enum Relation: String, CaseIterable, Sendable {
    case root
    case nominalSubject = "nsubj"
    case passiveSubject = "nsubj:pass"
    case outerSubject = "nsubj:outer"
    case object = "obj"
    case indirectObject = "iobj"
    case clausalSubject = "csubj"
    case passiveClausalSubject = "csubj:pass"
    case clausalComplement = "ccomp"
    case openComplement = "xcomp"
    case oblique = "obl"
    case agent = "obl:agent"
    /// A noun phrase that stands without a preposition: "last year", "two miles".
    case unmarkedOblique = "obl:unmarked"
    case vocative
    case expletive = "expl"
    case dislocated
    case adverbialClause = "advcl"
    case adverbialRelativeClause = "advcl:relcl"
    case adverbialModifier = "advmod"
    case discourse
    case auxiliary = "aux"
    case passiveAuxiliary = "aux:pass"
    case copula = "cop"
    case marker = "mark"
    case nominalModifier = "nmod"
    case possessive = "nmod:poss"
    case unmarkedNominalModifier = "nmod:unmarked"
    case descriptor = "nmod:desc"
    case apposition = "appos"
    case numericModifier = "nummod"
    case clausalModifier = "acl"
    case relativeClause = "acl:relcl"
    case adjectivalModifier = "amod"
    case determiner = "det"
    case predeterminer = "det:predet"
    case caseMarker = "case"
    case conjunct = "conj"
    case coordinator = "cc"
    case preconjunction = "cc:preconj"
    case fixed
    case flat
    case compound
    case verbParticle = "compound:prt"
    case list
    case parataxis
    case orphan
    case goesWith = "goeswith"
    case reparandum
    case punctuation = "punct"
    case unspecified = "dep"
}

/// A set of relations, as bits.
public struct RelationSet: ExpressibleByArrayLiteral, Sendable {
    private let bits: UInt64

    public init(arrayLiteral relations: Relation...) { bits = relations.reduce(0) { $0 | Self.bit($1) } }

    @inline(__always)
    public func contains(_ relation: Relation) -> Bool { bits & Self.bit(relation) != 0 }

    @inline(__always)
    private static func bit(_ relation: Relation) -> UInt64 { 1 << UInt64(truncatingIfNeeded: caseNumber(relation)) }
}
