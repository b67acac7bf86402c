import Documents
public import Extraction

/// A subject and all claims made about it, in one document or in several.
public struct SubjectGroup: Sendable {
    /// What the documents together say of the subject.
    public var subject: Subject
    /// Indices into the claims that were grouped, rising.
    public var claims: [Int]
    /// Some document is about it.
    public var isMain: Bool

    /// Groups claims by subject, in the order in which the subjects first come up.
    static func groups(of claims: [Claim], _ stories: StoryGrouping) -> [SubjectGroup] {
        let events = claims.indices.filter { claims[$0].subject.kind == .event }
        return (eventGroups(of: claims, events) + entityGroups(of: claims, stories)).sorted {
            ($0.claims[0], $0.subject.key) < ($1.claims[0], $1.subject.key)
        }
    }

    /// Entities and topics: those with one key in the documents of one story.
    private static func entityGroups(of claims: [Claim], _ stories: StoryGrouping) -> [SubjectGroup] {
        var members: [String: [Int]] = [:]
        for (index, claim) in claims.enumerated() where claim.subject.kind != .event {
            let story = stories.storyOf[claim.document] ?? 0
            members["\(story)\u{1F}\(claim.subject.key)", default: []].append(index)
        }
        return members.values.map { members in
            SubjectGroup(
                subject: claims[members[0]].subject, claims: members, isMain: members.contains { claims[$0].isMain })
        }
    }

    private static func eventGroups(of claims: [Claim], _ indices: [Int]) -> [SubjectGroup] {
        var nodeOf: [String: Int] = [:]
        var nodes: [EventGrouping.Node] = []
        var members: [[Int]] = []
        for index in indices {
            let claim = claims[index]
            let id = claim.document + "\u{1F}" + claim.subject.key
            if let node = nodeOf[id] {
                members[node].append(index)
                nodes[node].isMain = nodes[node].isMain || claim.isMain
                continue
            }
            nodeOf[id] = nodes.count
            nodes.append(
                EventGrouping.Node(
                    document: claim.document, key: claim.subject.key,
                    event: claim.subject.event ?? Event(kind: claim.subject.kind.rawValue), isMain: claim.isMain,
                    published: claim.published))
            members.append([index])
        }
        let groupOf = EventGrouping(nodes).groups
        var byGroup: [Int: [Int]] = [:]
        for (node, group) in groupOf.enumerated() { byGroup[group, default: []].append(node) }
        return byGroup.sorted { $0.key < $1.key }.map { _, group in
            SubjectGroup(
                subject: subject(of: group.map { nodes[$0] }, claims[members[group[0]][0]].subject),
                claims: group.flatMap { members[$0] }.sorted(), isMain: group.contains { nodes[$0].isMain })
        }
    }

    /// One description of an event out of several: the most specific names first, the narrowest time.
    private static func subject(of nodes: [EventGrouping.Node], _ first: Subject) -> Subject {
        guard first.event != nil, nodes.count > 1 else { return first }
        let kind = nodes.map(\.event.kind).first { $0 != "incident" } ?? nodes[0].event.kind
        let time = nodes.compactMap(\.event.time).min { ($0.days, $0.first) < ($1.days, $1.first) }
        let event = Event(
            kind: kind, places: ranked(nodes.map(\.event.places)), names: ranked(nodes.map(\.event.names)), time: time)
        return Subject(kind: .event, text: event.title(), key: event.key, event: event)
    }

    /// Names by the number of their words, then by how many descriptions hold them, then as they come up.
    private static func ranked(_ lists: [[String]]) -> [String] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for name in lists.joined() {
            let key = PlaceName.key(name)
            if counts[key] == nil { order.append(name) }
            counts[key, default: 0] += 1
        }
        func rank(_ name: String, _ offset: Int) -> (Int, Int, Int) {
            (-name.split(separator: " ").count, -(counts[PlaceName.key(name)] ?? 0), offset)
        }
        return order.enumerated().sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }.map(\.element)
    }

    /// The claims that can be compared with each other: one attribute, unit and scope, asserted by their document.
    func cells(of all: [Claim]) -> [[Int]] {
        var cells: [String: [Int]] = [:]
        for index in claims {
            let claim = all[index]
            guard WordReconciler.Kind(claim) == nil, claim.modality == .asserted || claim.modality == .hedged,
                !claim.scope.contains("further")
            else {
                continue
            }
            let key = [claim.rule, claim.attribute, claim.value.quantity?.unit ?? "", Fingerprint.scope(claim)]
            cells[key.joined(separator: "\u{1F}"), default: []].append(index)
        }
        return cells.values.sorted { $0[0] < $1[0] }
    }
}
