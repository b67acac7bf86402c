import Documents
import Extraction

/// Finds lists of the members of one thing of which each has one that the other lacks.
struct SetComparison {
    let claims: [Claim]

    /// Lists that may share a member before it tells nothing.
    private static let crowd = 48

    private struct Listed {
        var claim: Int
        /// Names as they are compared.
        var members: Set<[[UInt8]]>
        var isOpen: Bool
    }

    /// - Parameter story: the set claims of one story.
    func findings(in story: [Int]) -> [Disagreement] {
        let sets = story.compactMap(listed)
        let byDocument = Dictionary(grouping: sets.indices) { claims[sets[$0].claim].document }
        var byMember: [[[UInt8]]: [Int]] = [:]
        var pairs: Set<[Int]> = []
        for (index, set) in sets.enumerated() {
            for member in set.members {
                let others = byMember[member] ?? []
                for other in others where differ(sets[other], set) { pairs.insert([other, index]) }
                if others.count < Self.crowd { byMember[member, default: []].append(index) }
            }
        }
        return pairs.sorted { $0.lexicographicallyPrecedes($1) }
            .filter { pair in
                // Where a document gives the very list of the other as well, they agree.
                [(pair[0], pair[1]), (pair[1], pair[0])].allSatisfy { set, other in
                    byDocument[claims[sets[other].claim].document]?.allSatisfy { sets[$0].members != sets[set].members }
                        ?? true
                }
            }
            .map { pair in
                let (a, b) = (claims[sets[pair[0]].claim], claims[sets[pair[1]].claim])
                return Disagreement(
                    kind: .set, relation: RelationRule.haveOtherSources(a, b) ? .sourcesDiffer : .contradiction,
                    members: [sets[pair[0]].claim, sets[pair[1]].claim])
            }
    }

    private func listed(_ claim: Int) -> Listed? {
        guard case .set(let members, let isOpen) = claims[claim].value.content,
            claims[claim].modality == .asserted || claims[claim].modality == .hedged
        else { return nil }
        return Listed(claim: claim, members: Set(members.map(Self.key)), isOpen: isOpen)
    }

    /// A member without title and particles.
    private static func key(_ member: String) -> [[UInt8]] { NameComparison.words(member) }

    private func differ(_ a: Listed, _ b: Listed) -> Bool {
        let (first, second) = (claims[a.claim], claims[b.claim])
        guard first.document != second.document, first.attribute == second.attribute, !a.isOpen, !b.isOpen,
            a.members.count > 1, mayBeOneTime(first, second)
        else { return false }
        let common = a.members.intersection(b.members).count
        guard common * 2 >= max(a.members.count, b.members.count),
            sharesContext(first, second) || isOneList(a, b, common: common)
        else { return false }
        let (onlyFirst, onlySecond) = (a.members.count - common, b.members.count - common)
        if onlyFirst > 0, onlySecond > 0 { return !areSpellings(a, b) }
        return onlySecond > 0 && first.terms.contains("only") || onlyFirst > 0 && second.terms.contains("only")
    }

    /// Long lists that differ in one member, where something is or is done, are one list whatever is said of it.
    private func isOneList(_ a: Listed, _ b: Listed, common: Int) -> Bool {
        a.members.count == b.members.count && common + 1 == a.members.count && common >= Self.sure
            && claims[a.claim].attribute == Claim.plainList
    }

    /// Members in common from which on the list itself tells what it is of.
    private static let sure = 2

    /// What one has and the other lacks is more than another spelling, or a shorter form, of one name.
    private func areSpellings(_ a: Listed, _ b: Listed) -> Bool {
        let (first, second) = (a.members.subtracting(b.members), b.members.subtracting(a.members))
        return first.allSatisfy { member in
            second.contains { other in
                !Set(member).isDisjoint(with: other) && !differInNumber(member, other)
                    || member.map { Spelling.skeleton($0) } == other.map { Spelling.skeleton($0) }
            }
        }
    }

    /// "Debian 11" and "Debian 12" are two; "Debian" may be either.
    private func differInNumber(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
        let (first, second) = (a.filter(Self.isNumber), b.filter(Self.isNumber))
        return !first.isEmpty && !second.isEmpty && first != second
    }

    private static func isNumber(_ word: [UInt8]) -> Bool { word.allSatisfy { (0x30...0x39).contains($0) } }

    private func mayBeOneTime(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.time, let second = b.time else { return true }
        return first.days.overlaps(second.days)
    }

    /// A word around both lists that says what they are lists of.
    private func sharesContext(_ a: Claim, _ b: Claim) -> Bool {
        !Set(a.terms).subtracting(Self.vague).isDisjoint(with: b.terms)
    }

    /// Words that stand around any list.
    private static let vague: Set<String> = [
        "be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "give", "year", "day", "month", "week",
        "time",
        "people", "person", "man", "woman", "new", "other", "more", "first", "last", "also", "only", "use", "see",
        "know",
        "report", "many", "several", "two", "three", "four", "five", "part", "way", "thing",
    ]
}
