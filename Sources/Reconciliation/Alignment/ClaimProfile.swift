import Documents
import Extraction

/// What aligning looks at of a claim, made once: everything as numbers.
struct ClaimProfile {
    /// Index of its document in the run.
    var document: Int
    /// The words of its clause, rising.
    var terms: [Int]
    /// What narrows it, rising.
    var scope: [Int]
    /// The names and aliases of its subject, rising; empty where the subject has no name.
    var names: [Int]
    /// The noun of its subject, or -1.
    var noun: Int
    /// The group of its event, or -1.
    var event: Int
}

/// Makes profiles: numbers the words of all claims.
struct ClaimProfiler {
    private var ids: [String: Int] = [:]
    private var documents: [String: Int] = [:]
    /// In how many claims each word stands.
    private(set) var frequency: [Int] = []

    mutating func profile(_ claim: Claim, event: Int) -> ClaimProfile {
        let terms = Set(claim.terms.map { id($0) }).sorted()
        for term in terms { frequency[term] += 1 }
        let entity = claim.subject.entity
        let names = entity?.name.map { [$0] + (entity?.aliases ?? []) } ?? []
        return ClaimProfile(
            document: document(claim.document), terms: terms,
            scope: Set(claim.scope.map { id($0.lowercased()) }).sorted(),
            names: Set(names.map { id(PlaceName.key($0)) }).sorted(),
            noun: entity?.noun.map { id($0) } ?? -1, event: event)
    }

    private mutating func id(_ word: String) -> Int {
        if let known = ids[word] { return known }
        ids[word] = frequency.count
        frequency.append(0)
        return frequency.count - 1
    }

    private mutating func document(_ name: String) -> Int {
        let next = documents.count
        return documents[name, default: next, set: next]
    }
}

extension Dictionary {
    /// The value of a key, which is set where there is none.
    fileprivate subscript(key: Key, default value: Value, set next: Value) -> Value {
        mutating get {
            if let known = self[key] { return known }
            self[key] = next
            return next
        }
    }
}
