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

    /// The ids of the documents that speak of it, in document order.
    public var documents: [String]

    /// Groups claims by subject, in the order in which the subjects first come up; events without claims last.
    static func groups(
        of claims: [Claim], _ tellings: [EventTelling], _ stories: StoryGrouping, _ families: [String: String]
    ) -> [SubjectGroup] {
        let events = EventDescriptions(claims, stories.documents, tellings)
        return (eventGroups(of: events, families, stories) + entityGroups(of: claims, stories)).sorted { a, b in
            let (first, second) = (a.claims.first ?? .max, b.claims.first ?? .max)
            return first != second
                ? first < second : (a.documents[0], a.subject.key) < (b.documents[0], b.subject.key)
        }
    }

    /// Entities and topics: those with one key in the documents of one story.
    private static func entityGroups(of claims: [Claim], _ stories: StoryGrouping) -> [SubjectGroup] {
        struct Key: Hashable {
            var story: Int
            var subject: String
        }
        let groups = claims.indices.grouped { index in
            claims[index].subject.kind == .event
                ? nil : Key(story: stories[index], subject: claims[index].subject.key)
        }
        var seen = [Int](repeating: -1, count: stories.documents.ids.count)
        return groups.enumerated().map { place, group in
            var documents: [String] = []
            for claim in group.members {
                let document = Int(stories.documents.numbers[claim])
                guard seen[document] != place else { continue }
                seen[document] = place
                documents.append(stories.documents.ids[document])
            }
            return SubjectGroup(
                subject: claims[group.members[0]].subject, claims: group.members,
                isMain: group.members.contains { claims[$0].isMain }, documents: documents)
        }
    }

    private static func eventGroups(
        of events: EventDescriptions, _ families: [String: String], _ stories: StoryGrouping
    ) -> [SubjectGroup] {
        let groupOf = EventGrouping(events.nodes, families: families, stories: stories.storyOf).groups
        return groupOf.indices.grouped { groupOf[$0] }.map { _, group in
            let nodes = group.map { events.nodes[$0] }
            return SubjectGroup(
                subject: subject(of: nodes, events.subjects[group[0]]),
                claims: group.flatMap { events.claims[$0] }.sorted(),
                isMain: nodes.contains(where: \.isMain), documents: unique(nodes.map(\.document)))
        }
    }

    private static func unique(_ documents: [String]) -> [String] {
        var seen: Set<String> = []
        return documents.filter { seen.insert($0).inserted }
    }

    /// One description of an event out of several: the most specific names first, the narrowest time.
    private static func subject(of nodes: [EventGrouping.Node], _ first: Subject) -> Subject {
        guard first.event != nil, nodes.count > 1 else { return first }
        let kind = nodes.map(\.event.kind).first { $0 != "incident" } ?? nodes[0].event.kind
        let time = nodes.compactMap(\.event.time).min { ($0.days, $0.first) < ($1.days, $1.first) }
        let event = Event(
            kind: kind, places: ranked(nodes.map(\.event.places)), names: ranked(nodes.map(\.event.names)),
            people: ranked(nodes.map(\.event.people)), time: time)
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
}
