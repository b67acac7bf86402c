import Extraction

/// The rules, attributes, subjects and words of some claims as numbers, equal for equal ones: whatever is compared, each is
/// looked up by its text once.
struct ClaimNumbers {
    private(set) var rules = Numbering<String>()
    private(set) var attributes = Numbering<String>()
    /// Those that subjects are; claims of events and topics have -1.
    private(set) var entities = Numbering<Entity>()
    private(set) var terms = Numbering<String>()
    /// Those of quantities; nil for a bare number.
    private(set) var units = Numbering<String?>()

    /// By claim.
    private(set) var rule: [Int32] = []
    private(set) var attribute: [Int32] = []
    private(set) var entity: [Int32] = []
    /// That of the text of its sentence, which copies of one text have in common.
    private(set) var sentence: [UInt64] = []
    /// -1 for what is no quantity.
    private(set) var unit: [Int32] = []
    private(set) var termsOf = NumberLists()

    init(_ claims: [Claim]) {
        for index in claims.indices {
            rule.append(rules.number(of: claims[index].rule))
            attribute.append(attributes.number(of: claims[index].attribute))
            sentence.append(Digest.number(claims[index].sentence))
            entity.append(claims[index].subject.entity.map { entities.number(of: $0) } ?? -1)
            unit.append(claims[index].value.quantity.map { units.number(of: $0.unit) } ?? -1)
            for term in claims[index].terms { termsOf.append(number: terms.number(of: term)) }
            termsOf.endList()
        }
    }
}

/// Things of which each has a number, equal for equal ones, in the order in which they first come up.
struct Numbering<Thing: Hashable> {
    private(set) var things: [Thing] = []
    private var numbers: [Thing: Int32] = [:]

    mutating func number(of thing: Thing) -> Int32 {
        let number = numbers.number(of: thing)
        if Int(number) == things.count { things.append(thing) }
        return number
    }
}
