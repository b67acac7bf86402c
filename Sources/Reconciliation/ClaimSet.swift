import Extraction
import Language

/// Claims that are compared with each other, and what all comparisons look at.
struct ClaimSet {
    let claims: [Claim]
    let numbers: ClaimNumbers
    let values: ValueNumbers
    let stories: StoryGrouping

    var documents: ClaimDocuments { stories.documents }

    init(_ claims: [Claim], forms: NameForms, gazetteer: Gazetteer?) {
        self.claims = claims
        numbers = ClaimNumbers(claims)
        values = ValueNumbers(claims)
        stories = StoryGrouping(claims, forms: forms, gazetteer: gazetteer)
    }

    /// What holds of the rule of each claim.
    /// - Parameter holds: asked once for each rule.
    func areOfRules(_ holds: (String) -> Bool) -> [Bool] {
        let rules = numbers.rules.things.map(holds)
        return numbers.rule.map { rules[Int($0)] }
    }
}

extension Sequence {
    /// Those with one key together, in the order in which the keys first come up.
    /// - Parameter key: nil for what is left out.
    func grouped<Key: Hashable>(by key: (Element) -> Key?) -> [(key: Key, members: [Element])] {
        var places: [Key: Int32] = [:]
        var groups: [(key: Key, members: [Element])] = []
        for element in self {
            guard let key = key(element) else { continue }
            let place = Int(places.number(of: key))
            if place == groups.count { groups.append((key, [])) }
            groups[place].members.append(element)
        }
        return groups
    }
}
